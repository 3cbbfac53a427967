import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { resultsWorkbook } from '../../../../electron/publishing/results-workbook.ts';
import { openWorkbook } from '../../../../electron/spreadsheets/index.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { dimios } from '../../../dimios.ts';
import { answersDraft, circumstances, newWorkspace, request, temporaryFolder } from '../store/samples.ts';

type Cells = unknown[];

async function readBack(bytes: Buffer): Promise<Map<string, Cells[]>> {
  const file = path.join(temporaryFolder(), 'resultat.xlsx');
  fs.writeFileSync(file, bytes);
  const opened = await openWorkbook(file);
  const sheets = new Map<string, Cells[]>();
  for (const own of opened.sheets) {
    const rows: Cells[] = [];
    for await (const batch of own.rows()) rows.push(...batch.map(({ cells }) => [...cells]));
    sheets.set(own.name, rows);
  }
  await opened.close();
  return sheets;
}

function filled(unit = 'Skola') {
  const writer = newWorkspace();
  const draft = answersDraft(2022, [
    { unit: [unit], answers: '123456123456' },
    { unit: ['Vård'], answers: '234523452345' },
    { unit: ['Fritid'], answers: '234564' },
    { unit: ['Liten'], answers: '444' },
  ]);
  writer.importBatches([request(draft, { mode: 'new', file: 'svar.xlsx' })], circumstances);
  return writer;
}

test('all results are one sheet for each level, with a row for each year and unit', async () => {
  const measurements = measurementsOf(filled());
  const sheets = await readBack(resultsWorkbook(measurements, circumstances.now));
  expect([...sheets.keys()]).toEqual(['Mognad', 'Dimensioner', 'Kategorier', 'Mätpunkter', 'Om']);
  const maturity = sheets.get('Mognad') ?? [];
  expect(maturity[0]?.slice(0, 5)).toEqual(['År', 'Enhet', 'Nivå', 'Underlag', 'Svarande']);
  expect(maturity.slice(1).map((row) => row.slice(0, 5))).toEqual([
    [2022, 'Exempelstad', 'Helhet', 'Svar', 33],
    [2022, 'Fritid', '1', 'Svar', 6],
    [2022, 'Liten', '1', 'Svar', 3],
    [2022, 'Skola', '1', 'Svar', 12],
    [2022, 'Vård', '1', 'Svar', 12],
  ]);
  const items = sheets.get('Mätpunkter') ?? [];
  expect(items).toHaveLength(1 + 5 * measurements.instrumentOf(2022).items.length);
  const school = items.find((row) => row[1] === 'Skola');
  expect(school?.slice(7, 9)).toEqual([12, 3.5]);
});

test('P1: a hidden value is "..", and a small unit has no number but its respondents', async () => {
  const sheets = await readBack(resultsWorkbook(measurementsOf(filled()), circumstances.now));
  const small = (sheets.get('Mätpunkter') ?? []).filter((row) => row[1] === 'Liten');
  expect(small.length).toBeGreaterThan(0);
  for (const row of small) expect(new Set(row.slice(7))).toEqual(new Set(['..']));
  const [row] = (sheets.get('Mognad') ?? []).filter((own) => own[1] === 'Liten');
  expect(row?.slice(7, 10)).toEqual(['..', '..', '..']);
});

test('D-6: a unit whose name looks like a formula is text', async () => {
  const own = measurementsOf(filled('=HYPERLINK("http://x")'));
  const written = await readBack(resultsWorkbook(own, circumstances.now));
  const names = (written.get('Mognad') ?? []).map((row) => row[1]);
  expect(names).toContain('\'=HYPERLINK("http://x")');
});

test('D-3: the same results at the same time are the same bytes', () => {
  const measurements = measurementsOf(filled());
  const again = resultsWorkbook(measurements, circumstances.now);
  expect(again.equals(resultsWorkbook(measurements, circumstances.now))).toBe(true);
});

test('P10: the command line writes them, and keeps in the release log that they have left', async () => {
  const writer = filled();
  const out = path.join(temporaryFolder(), 'resultat.xlsx');
  const run = await dimios('export', '--in', writer.path, '--out', out, '--json');
  expect(run).toMatchObject({ exitCode: 0, json: { file: out, years: [2022] } });
  expect(fs.existsSync(out)).toBe(true);
  expect(writer.releases().map(({ name }) => name)).toContain('Exempelstad');
  expect(writer.releases().map(({ name }) => name)).not.toContain('Liten');
});
