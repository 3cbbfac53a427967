import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { indicesFromAnswers } from '../../../core/intake/employee-indices.ts';
import { main } from '../../../electron/cli/main.ts';
import { employeeSurveyOf } from '../../../electron/workbench/employees.ts';
import { measurementsOf } from '../../../electron/workbench/measurements.ts';
import { withReader } from '../../../electron/workbench/workspace.ts';

let folder = '';

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-employees-'));
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

type CellValue = string | number | null;

const header = ['ID', 'E-post', 'Förvaltning', 'Provar nya idéer', 'Har digitala verktyg', 'Övrigt'];
const comment = 'En lång kommentar som någon har skrivit med egna ord om sin chef';

/** Employees as rows: unit, two answers. */
function rowsOf(people: readonly (readonly [string, CellValue, CellValue])[]): CellValue[][] {
  return people.map(([unit, a, b], at) => [
    at + 1,
    `person${at}@example.org`,
    unit,
    a,
    b,
    at % 3 === 0 ? `${comment} ${at}` : null,
  ]);
}

const people: [string, CellValue, CellValue][] = [
  ...Array.from({ length: 8 }, (_, at): [string, CellValue, CellValue] => [
    'Skolan',
    (at % 4) + 1,
    '3 - delvis',
  ]),
  ...Array.from({ length: 7 }, (_, at): [string, CellValue, CellValue] => [
    'Vården',
    4,
    at < 3 ? (at % 4) + 1 : 'Vet ej',
  ]),
  ['Kansliet', 1, 2],
  ['Kansliet', 2, null],
];

function workbook(name: string, rows: readonly (readonly CellValue[])[]): string {
  const file = path.join(folder, name);
  const sheet = XLSX.utils.aoa_to_sheet([header, ...rows].map((row) => [...row]));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Svar');
  fs.writeFileSync(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return file;
}

async function dimios(...args: string[]): Promise<{ code: number; json: Record<string, unknown> }> {
  let out = '';
  const code = await main([...args, '--json'], { out: (text) => (out += text), err: () => undefined });
  return { code, json: JSON.parse(out) as Record<string, unknown> };
}

describe('answers per employee', () => {
  it('E-14: ask for the top of the scale, and become indices of every unit and of all', async () => {
    const file = workbook('Medarbetare 2023.xlsx', [...rowsOf(people), [null, null, 'Totalt', 3, 3, null]]);
    const into = path.join(folder, 'a.dimios');
    const asked = await dimios('import', file, '--into', into, '--kind', 'employeeSurvey');
    expect(asked.code).toBe(1);
    expect(asked.json['error']).toMatchObject({ code: 'needs-confirmation' });
    expect(JSON.stringify(asked.json)).toContain('"scale-points"');
    expect(fs.existsSync(into)).toBe(false);

    const stored = await dimios(
      'import',
      file,
      '--into',
      into,
      '--kind',
      'employeeSurvey',
      '--year',
      '2023',
      '--accept-proposed',
    );
    expect(stored.json).toMatchObject({ kind: 'employeeSurvey', year: 2023 });
    const table = withReader(into, (reader) => reader.employeeSurvey());
    const index = (unit: string, item: string): number | null | undefined =>
      table.indices.find((line) => line.unit === unit && line.item === item)?.index;
    // By hand, on 1–4: the mean of 1, 2, 3, 4, 1, 2, 3, 4 is 2,5; (2,5 − 1) / 3 = 50.
    expect(index('Skolan', 'Provar nya idéer')).toBeCloseTo(50, 10);
    expect(index('Vården', 'Provar nya idéer')).toBeCloseTo(100, 10);
    // 8 threes, then 1, 2, 3, then 2: 24 + 6 + 2 = 32 over 12; (32 / 12 − 1) / 3.
    expect(index('Samtliga', 'Har digitala verktyg')).toBeCloseTo(((32 / 12 - 1) / 3) * 100, 10);
    expect(table.answered.find(({ unit }) => unit === 'Samtliga')?.answered).toBe(17);
    expect(table.indices.map(({ item }) => item)).not.toContain('Övrigt');
  });

  it('E-12: are hidden where few answered the question, also in a unit where many answered something', () => {
    const survey = withReader(path.join(folder, 'a.dimios'), (reader) =>
      employeeSurveyOf(reader, measurementsOf(reader)),
    );
    const shown = (unit: string, item: string): number | null | undefined =>
      survey?.table.indices.find((line) => line.unit === unit && line.item === item)?.index;
    expect(shown('Vården', 'Har digitala verktyg')).toBeNull();
    expect(shown('Kansliet', 'Provar nya idéer')).toBeNull();
    expect(shown('Samtliga', 'Provar nya idéer')).not.toBeNull();
  });

  it('E-13: leave nothing of any person in the file', () => {
    const bytes = fs.readFileSync(path.join(folder, 'a.dimios')).toString('latin1');
    expect(bytes).not.toContain('example.org');
    expect(bytes).not.toContain('kommentar');
  });

  it.each([4, 5, 7])(
    'E-14: are read on a scale of %i points, and what is off it is told by cell',
    async (points) => {
      const rows = rowsOf([
        ...Array.from({ length: points }, (_, at): [string, CellValue, CellValue] => [
          'Skolan',
          at + 1,
          points,
        ]),
        ['Skolan', 99, points],
      ]);
      const file = workbook(`Medarbetare 2024 k${points}.xlsx`, rows);
      const into = path.join(folder, `k${points}.dimios`);
      const mapping = path.join(folder, `k${points}.json`);
      fs.writeFileSync(mapping, JSON.stringify({ format: 1, points }));
      const { json } = await dimios(
        'import',
        file,
        '--into',
        into,
        '--kind',
        'employeeSurvey',
        '--year',
        '2024',
        '--mapping',
        mapping,
        '--accept-proposed',
      );
      expect(json['findings']).toContainEqual(
        expect.objectContaining({ cell: `D${points + 2}`, code: 'out-of-scale' }),
      );
      const table = withReader(into, (reader) => reader.employeeSurvey());
      expect(
        table.indices.find(({ unit, item }) => unit === 'Skolan' && item === 'Provar nya idéer'),
      ).toMatchObject({
        index: 50,
        answers: points,
      });
    },
  );

  it('E-14: have the index (mean − 1) / (k − 1) × 100 whatever the answers are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 11 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
        (points, draws) => {
          const answers = draws.map((draw) => (draw % points) + 1);
          const { indices } = indicesFromAnswers(
            {
              year: 2024,
              items: ['a'],
              scale: { min: 1, max: points },
              employees: answers.map((answer) => ({ unit: 'u', answers: [answer] })),
            },
            { whole: 'alla', area: null },
          );
          const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
          for (const { index } of indices) expect(index).toBeCloseTo(((mean - 1) / (points - 1)) * 100, 8);
        },
      ),
    );
  });
});
