import { expect, test } from 'vitest';
import { buildMatrix } from '../../../../core/figures/matrix/build.ts';
import { matrix } from '../../../../core/figures/matrix/index.ts';
import { choose, sampleSource, smallUnit } from './samples.ts';

const shownColumns = ['Exempelstad', smallUnit, 'Skola', 'Vård'];

test('G-1: a matrix has a row for each category before its items, and a column for each unit', () => {
  const source = sampleSource();
  const spec = buildMatrix(source, choose(source));
  expect(spec.columns.map(({ name }) => name)).toEqual(shownColumns);
  expect(spec.rows).toHaveLength(6 + 26);
  expect(spec.rows[0]).toMatchObject({ name: 'Effektivitet', level: 'category' });
  expect(spec.rows[1]).toMatchObject({ name: 'Portföljstyrning', level: 'item' });
});

test('G-1: categories follow the measure that is chosen, and agree with their items', () => {
  const source = sampleSource();
  const mean = buildMatrix(source, choose(source, { measure: 'mean' }));
  const percent = buildMatrix(source, choose(source, { measure: 'percent' }));
  const of = (spec: typeof mean, row: number, column: number) => spec.rows[row]?.cells[column]?.value ?? NaN;
  // Every item has the same answers here, so that a category is what its items are.
  expect(of(mean, 0, 2)).toBeCloseTo(of(mean, 1, 2), 9);
  expect(of(percent, 0, 2)).toBeCloseTo(((of(mean, 1, 2) - 1) / 5) * 100, 9);
});

test('G-2: a unit that is too small is hidden in every cell, with the reason, in table and text', () => {
  const source = sampleSource();
  for (const show of ['result', 'change'] as const) {
    const spec = buildMatrix(source, choose(source, { show }));
    const hidden = spec.rows.map(({ cells }) => cells[1]);
    expect(hidden.every((cell) => cell?.value === null && cell.hidden !== null)).toBe(true);
    const table = matrix.table(spec);
    const column = table.columns.findIndex(({ heading }) => heading === smallUnit);
    expect(new Set(table.rows.map((row) => row[column]?.shown))).toEqual(new Set(['..']));
    expect(table.rows.every((row) => row[column]?.value === null)).toBe(true);
    expect(matrix.altText(spec)).toMatch(/\d+ celler visas inte/);
  }
});

test('G-3: across years a change stands between each two years, with its verdict', () => {
  const source = sampleSource();
  const spec = buildMatrix(source, choose(source, { across: 'years', show: 'change', units: [null] }));
  expect(spec.columns.map(({ name }) => name)).toEqual(['2021–2022']);
  const cell = spec.rows[1]?.cells[0];
  expect(cell?.value).toBeLessThan(0);
  expect(cell?.verdict).not.toBeNull();
  const { columns } = matrix.table(spec);
  expect(columns.map(({ heading }) => heading)).toEqual([
    'Kategori',
    'Mätpunkt',
    '2021–2022',
    'Bedömning 2021–2022',
  ]);
});

test('G-3: a group that may not be told apart from the rest is hidden, not missing', () => {
  const source = sampleSource();
  const { id } = source.measurements.tree.units.find(({ name }) => name === smallUnit) ?? {};
  if (id === undefined) throw new Error('The sample has no small unit.');
  const spec = buildMatrix(source, choose(source, { units: [null], who: { kind: 'without', unit: id } }));
  expect(spec.rows.every(({ cells }) => cells[0]?.value === null && cells[0].hidden !== null)).toBe(true);
});
