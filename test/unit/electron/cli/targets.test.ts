import { describe, expect, it } from 'vitest';
import { dimios } from '../../../dimios.ts';
import { refused, succeeded } from '../../import/workbench.ts';
import { samples } from './samples.ts';

const { workspace } = samples();

describe('the indicator table on the command line', () => {
  it('O-1, O-2, O-3: sets outcomes with intervals beside targets and others, each with its source', async () => {
    const printed = await succeeded('targets', '--in', workspace);
    expect(printed).toMatchObject({
      minimumGroup: { size: 5, reason: null },
      years: [
        { year: 2020, target: null, benchmarks: [] },
        { year: 2021 },
        {
          year: 2022,
          outcome: { source: 'answers', hidden: {} },
          target: { percent: 47, source: 'Nämndindikator', met: false, outsideUncertainty: true },
          benchmarks: [{ percent: 51, source: 'Riket', outsideUncertainty: true }],
        },
        { year: 2023, outcome: null, target: { percent: 55, met: null, distance: null } },
      ],
    });
  });

  it('O-2: calls a target met when the unrounded outcome reaches it', async () => {
    const target = ['value', '--in', workspace, '--year', '2022', '--kind', 'target', '--source', 'Nämnd'];
    await succeeded(...target, '--percent', '42,1');
    expect(await succeeded('targets', '--in', workspace)).toMatchObject({
      years: [{}, {}, { target: { met: false, outsideUncertainty: false } }, {}],
    });
    await succeeded(...target, '--percent', '41,9');
    expect(await succeeded('targets', '--in', workspace)).toMatchObject({
      years: [{}, {}, { target: { met: true } }, {}],
    });
  });

  it('S3.3, O-3: says that the own error of a given value is not known', async () => {
    const { out } = await dimios('targets', '--in', workspace);
    expect(out.replaceAll('\n', ' ')).toContain('deras egen osäkerhet inte är känd');
  });

  it('O-1: takes a value away, and asks which where a year has several', async () => {
    const of = (kind: string) => ['value', '--in', workspace, '--year', '2022', '--kind', kind];
    await succeeded(...of('target'), '--remove');
    expect(await succeeded('targets', '--in', workspace)).toMatchObject({
      years: [{}, {}, { target: null, benchmarks: [{ source: 'Riket' }] }, {}],
    });
    expect(await refused(...of('target'), '--remove')).toMatchObject({ error: { code: 'figure-missing' } });

    await succeeded(...of('benchmark'), '--percent', '50', '--source', 'Länet');
    expect(await refused(...of('benchmark'), '--remove')).toMatchObject({
      error: { code: 'figure-unclear' },
    });
    await succeeded(...of('benchmark'), '--remove', '--source', 'Riket');
    expect(await succeeded('targets', '--in', workspace)).toMatchObject({
      years: [{}, {}, { benchmarks: [{ source: 'Länet' }] }, {}],
    });
  });

  it('O-4: says each year in a sentence', async () => {
    const { out } = await dimios('targets', '--in', workspace);
    expect(out).toContain('Målet 47\u00A0% för 2022 är inte nått');
    expect(out).toContain('Målet för 2023 är 55\u00A0%; utfall saknas.');
  });
});
