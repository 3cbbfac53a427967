import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareYears } from '../../../../core/analysis/compare-years.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { importSamples } from '../../../../electron/workbench/samples.ts';
import { withReader, withWriter } from '../../../../electron/workbench/workspace.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dimios-uncertainty-'));
const workspace = path.join(folder, 'samples.dimios');

beforeAll(async () => {
  await importSamples(workspace, '2022-06-01T10:00:00.000Z');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const compared = (unit: string | null) =>
  withReader(workspace, (reader) =>
    compareYears(measurementsOf(reader), 2021, 2022, unit === null ? null : reader.findUnit(unit).id),
  );

describe('the samples, compared over years', () => {
  it('S2: have the same differences with and without their uncertainty', () => {
    const { maturity, items, uncertainty } = compared(null);
    expect(uncertainty?.maturity.difference).toBe(maturity.difference);
    expect(uncertainty?.items.map(({ difference }) => difference)).toEqual(
      items.map(({ difference }) => difference),
    );
  });

  it('S2: tell the firm changes of the report from those that lie within the uncertainty', () => {
    const { uncertainty } = compared(null);
    const firm = uncertainty?.items.filter((item) => item.firm).map(({ code }) => code);
    expect(firm?.toSorted()).toEqual([
      'innovationskultur',
      'nyttokontroll',
      'nyttorealisering',
      'portfoljstyrning',
    ]);
    expect(uncertainty?.maturity.verdict).toBe('within-uncertainty');
  });

  it('S2: take the correction from the invited of the unit and year', () => {
    const { uncertainty } = compared(null);
    expect(uncertainty?.assumptions.to).toMatchObject({ respondents: 287, invited: 529 });
    expect(uncertainty?.assumptions.from).toMatchObject({ respondents: 282, invited: null });
    expect(compared('Leanlink').uncertainty?.assumptions.to).toMatchObject({ respondents: 30, invited: 73 });
  });

  it('S2: have no uncertainty against a published value', () => {
    withWriter(workspace, (writer) => {
      writer.addFigure({ kind: 'published', year: 2019, percent: 38, source: 'Rapport' });
    });
    const { maturity, uncertainty } = withReader(workspace, (reader) =>
      compareYears(measurementsOf(reader), 2019, 2022, null),
    );
    expect(maturity.from).toBe(38);
    expect(uncertainty).toBeNull();
  });
});
