import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInstrument } from '../../../../core/instrument/instrument.ts';
import { dimios } from '../../../dimios.ts';
import { readPdf } from '../../../pdf-file.ts';

/** Four persons who answer as nobody else does: their mean is 2,25 on every question, that of all others is 5. */
const small = { name: 'Lilla kontoret', answers: [1, 2, 2, 4] };
const large = ['Norra nämnden', 'Södra nämnden', 'Östra nämnden'];

/** What would tell of them: a mean of 2,25, that is 25 % of the scale. */
const telling = /(?<![\d,.])(?:2,25|2,3|2\.25|2\.3|25(?:,0)?\u00A0?\s?%)(?!\d)/;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-hidden-'));

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

beforeAll(() => {
  const file = path.join(import.meta.dirname, '../../../../resources/instruments/dimios.json');
  const { items } = parseInstrument(fs.readFileSync(file, 'utf8'), 'dimios.json');
  const line = (unit: string, answer: number): string => [unit, ...items.map(() => answer)].join(';');
  const rows = [
    ['Förvaltning', ...items.map(({ name }) => name.sv)].join(';'),
    ...large.flatMap((name) => Array.from({ length: 12 }, (_, at) => line(name, 4 + (at % 3)))),
    ...small.answers.map((answer) => line(small.name, answer)),
  ];
  fs.writeFileSync(path.join(folder, 'svar.csv'), rows.join('\n'));
});

/** All that the reports of the whole and of every unit say, in each format, to the eye and to those who do not see. */
async function said(minimumGroup: string): Promise<string[]> {
  const workspace = path.join(folder, `a-${minimumGroup}.dimios`);
  const asked = ['--year', '2022', '--accept-proposed'];
  const imported = await dimios('import', path.join(folder, 'svar.csv'), '--into', workspace, ...asked);
  expect(imported.exitCode, imported.err).toBe(0);
  const out = path.join(folder, minimumGroup);
  for (const whose of [['--every-unit'], []]) {
    const options = ['--year', '2022', '--format', 'pdf,html', '--out', out, '--release-reason', 'prov'];
    const limit = ['--minimum-group', minimumGroup, '--reason', 'prov'];
    const { exitCode, err } = await dimios('report', '--in', workspace, ...options, ...limit, ...whose);
    expect(exitCode, err).toBe(0);
  }
  return fs.readdirSync(out).flatMap((name) => {
    const bytes = fs.readFileSync(path.join(out, name));
    if (name.endsWith('.pdf')) {
      const { pages, alternatives } = readPdf(bytes);
      return [...pages.flatMap((page) => page.split('\n')), ...alternatives];
    }
    const page = bytes.toString('utf8');
    return [...page.slice(page.indexOf('<body>')).matchAll(/>([^<>]+)</g)].map(([, text = '']) => text);
  });
}

describe('what is hidden of a small group', () => {
  it('P11: stands nowhere in the reports, as PDF or as a page for browsers', async () => {
    const texts = await said('5');
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => telling.test(text))).toEqual([]);
  }, 240_000);

  it('P11: is found by this very search where the limit is lowered', async () => {
    expect((await said('3')).filter((text) => telling.test(text)).length).toBeGreaterThan(20);
  }, 240_000);
});
