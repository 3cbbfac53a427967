import { describe, expect, test } from 'vitest';
import type { FixtureFile } from '../../fixtures/layouts/fixture.ts';
import { tableRows } from '../../fixtures/layouts/fixture.ts';
import { firstPlainItemColumn, plainColumns } from '../../fixtures/layouts/plain.ts';
import { longComment, respondents } from '../../fixtures/layouts/respondents.ts';
import { workbookBytes } from '../../fixtures/layouts/workbook.ts';
import type { FixtureCell } from '../../fixtures/layouts/workbook.ts';
import { columnLetters } from '../../../core/intake/sheet.ts';
import { givenYear, storedCounts, wholeOf } from './expectations.ts';
import { Workbench } from './workbench.ts';

const column = columnLetters(firstPlainItemColumn);
const ofYear = ['--year', String(givenYear)];

/** A plain file whose first item holds the given cells, one per respondent; other items are answered 3. */
function fileWith(cells: readonly FixtureCell[]): FixtureFile {
  const columns = plainColumns(() => 3);
  const [header = [], ...rows] = tableRows(columns, respondents(cells.length));
  const place = firstPlainItemColumn - 1;
  const body = rows.map((row, at) => row.with(place, cells[at] ?? null));
  return { fileName: 'Värden.xlsx', bytes: workbookBytes([{ name: 'Svar', rows: [header, ...body] }]) };
}

async function readingOf(cells: readonly FixtureCell[]) {
  const bench = new Workbench();
  const { findings } = await bench.import(fileWith(cells), ...ofYear);
  const [item] = storedCounts(wholeOf(bench.scores(), givenYear));
  return { item, findings: findings.filter((finding) => finding.column === column) };
}

/** Counts of one item from none but those given. */
const counting = (answers: readonly number[], other: object = {}): object => ({
  counts: [1, 2, 3, 4, 5, 6].map((value) => answers.filter((answer) => answer === value).length),
  n: answers.length,
  dontKnow: 0,
  blank: 0,
  refused: 0,
  ...other,
});

describe('V-1: a cell is an answer', () => {
  test.each<[number, FixtureCell[]]>([
    [4, [4, '4', ' 4 ', '4.0', '4,0', '4,00', "'4", 'A4', '4 - Instämmer delvis', '4 – varken eller']],
    [6, [6, '6,0', 'A6', '6 (Instämmer helt)', '6 - Instämmer helt', 'Instämmer helt', 'INSTÄMMER HELT']],
    [1, [1, '1.0', 'A1', 'Instämmer inte alls', '1 - Instämmer inte alls', '1 (Stämmer inte alls)']],
  ])('%i, however it is written', async (value, cells) => {
    const { item, findings } = await readingOf(cells);
    expect(item).toMatchObject(counting(cells.map(() => value)));
    expect(findings).toEqual([]);
  });
});

describe('V-2, V-3: "vet ej", blank and refused', () => {
  test('are three counts, and none of them an answer', async () => {
    const dontKnow = [
      'Vet ej',
      'vet ej ',
      'Vet inte',
      'Vet ej / kan ej svara',
      'Ingen uppfattning',
      "Don't know",
    ];
    const blank = [null, '   ', null];
    const refused = ['Kanske', 9];
    const { item } = await readingOf([...dontKnow, ...blank, ...refused, 2]);
    expect(item).toMatchObject(
      counting([2], { dontKnow: dontKnow.length, blank: blank.length, refused: refused.length }),
    );
  });
});

interface Refused {
  readonly what: string;
  readonly cell: FixtureCell;
  readonly code: string;
  /** As kept in the finding. */
  readonly value: string | null;
}

const ordinary = [5, 5, 2, 3, 1, 4, 6, 2, 2, 3, 5, 4, 4, 1, 2, 3, 3, 5];
const day = '2022-04-03T00:00:00';
const refusedCells: readonly Refused[] = [
  { what: 'zero', cell: 0, code: 'out-of-scale', value: '0' },
  { what: 'a number over the scale', cell: 7, code: 'out-of-scale', value: '7' },
  { what: 'a number under the scale', cell: -1, code: 'out-of-scale', value: '-1' },
  { what: 'a text of a number over the scale', cell: '55', code: 'out-of-scale', value: '55' },
  { what: 'a code often used for "vet ej"', cell: 99, code: 'out-of-scale', value: '99' },
  { what: 'a decimal', cell: 3.5, code: 'decimal', value: '3.5' },
  { what: 'a decimal as text', cell: '3,5', code: 'decimal', value: '3,5' },
  { what: 'another text', cell: 'Kanske', code: 'unknown-text', value: 'Kanske' },
  { what: 'two answers at once', cell: '4 eller 5', code: 'unknown-text', value: '4 eller 5' },
  { what: 'a long text', cell: longComment, code: 'unknown-text', value: null },
  { what: 'an address', cell: 'egil@example.se', code: 'unknown-text', value: null },
  { what: 'a phone number', cell: '070-1740605', code: 'unknown-text', value: null },
  { what: 'a date', cell: { day }, code: 'date', value: null },
  { what: 'a formula without a value', cell: { formula: '1+2' }, code: 'uncalculated-formula', value: null },
  { what: 'a truth value', cell: true, code: 'boolean', value: 'SANT' },
  { what: 'an error', cell: { error: '#N/A' }, code: 'error-value', value: '#N/A' },
  {
    what: 'a number and a label that contradict each other',
    cell: '5 - Instämmer inte alls',
    code: 'contradictory',
    value: null,
  },
];

describe('V-4: a cell is never an answer, but a finding that names it', () => {
  test.each(refusedCells)('when it holds $what', async ({ cell, code, value }) => {
    const { item, findings } = await readingOf([4, cell, ...ordinary]);
    expect(item).toMatchObject(counting([4, ...ordinary], { refused: 1 }));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ sheet: 'Svar', row: 3, column, cell: `${column}3`, code });
    const kept = findings[0]?.value ?? null;
    expect(kept === null ? null : String(kept)).toBe(value);
  });

  test('with every such cell in one file, each counted once and kept apart', async () => {
    const { item, findings } = await readingOf([...refusedCells.map(({ cell }) => cell), 4]);
    expect(item).toMatchObject(counting([4], { refused: refusedCells.length }));
    expect(findings.map(({ row, code }) => ({ row, code }))).toEqual(
      refusedCells.map(({ code }, place) => ({ row: place + 2, code })),
    );
  });

  test('V-5: and no finding tells who answered', async () => {
    const { findings } = await readingOf([
      'majken.gullviva@example.se',
      longComment,
      '19800101-1234',
      19800101,
      '070 174 06 05',
      ...ordinary,
    ]);
    const telling = findings.filter(({ value }) => {
      const text = String(value ?? '');
      return text.includes('@') || text.length > 20 || (text.match(/\d/g)?.length ?? 0) >= 6;
    });
    expect(findings).toHaveLength(5);
    expect(telling).toEqual([]);
  });
});
