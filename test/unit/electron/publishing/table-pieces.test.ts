import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentTable } from '../../../../electron/publishing/document-figure.ts';
import { tablePieces } from '../../../../electron/publishing/table-pieces.ts';

/** Two columns that say what a row is of, then as many numbers with a word each. */
function tableOf(units: readonly string[]): DocumentTable {
  return {
    columns: [
      { heading: 'Kategori', isNumeric: false },
      { heading: 'Mätpunkt', isNumeric: false },
      ...units.flatMap((unit) => [
        { heading: unit, isNumeric: true },
        { heading: `Bedömning ${unit}`, isNumeric: false },
      ]),
    ],
    rows: [['Användare', 'Rykte', ...units.flatMap((_, at) => [`−0,${at % 10}`, 'inom osäkerheten'])]],
  };
}

test('D-11: a table that fits is one piece, as wide as the page', () => {
  const [piece, ...more] = tablePieces(tableOf(['Skola']), 640);
  expect(more).toEqual([]);
  expect(piece?.columns.map(({ heading }) => heading)).toEqual([
    'Kategori',
    'Mätpunkt',
    'Skola',
    'Bedömning Skola',
  ]);
  expect(piece?.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});

test('D-11: a table that is wider is parted: every column once, what rows are of in each, no number from its word', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 300, max: 1000 }),
      (units, width) => {
        const table = tableOf(units);
        const pieces = tablePieces(table, width);
        const own = pieces.flatMap(({ columns }) => columns.slice(2).map(({ heading }) => heading));
        expect(own).toEqual(table.columns.slice(2).map(({ heading }) => heading));
        for (const { columns, rows, shares } of pieces) {
          expect(columns.slice(0, 2).map(({ heading }) => heading)).toEqual(['Kategori', 'Mätpunkt']);
          expect(columns[2]?.isNumeric).toBe(true);
          expect(columns.at(-1)?.isNumeric).toBe(false);
          expect(rows[0]?.slice(0, 2)).toEqual(['Användare', 'Rykte']);
          expect([rows[0]?.length, shares.length]).toEqual([columns.length, columns.length]);
        }
      },
    ),
    { numRuns: 50 },
  );
});
