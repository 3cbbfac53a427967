import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../core/api.ts';
import {
  barScale,
  columnsShown,
  dotScale,
  groundShare,
  hasSureChange,
  mainPair,
  partable,
  rowsShown,
} from '../../../../renderer/compare/rows.ts';
import type { Row } from '../../../../renderer/compare/rows.ts';

const same = (text: string) => ({ sv: text, en: text });

function change(difference: number, sureness: 'firm' | 'among-invited' | 'unsure'): Change {
  const isSure = sureness !== 'unsure';
  return {
    from: { value: null, hidden: null },
    to: { value: null, hidden: null },
    difference,
    ciLow: null,
    ciHigh: null,
    verdict: isSure ? (difference > 0 ? 'risen' : 'fallen') : 'within-uncertainty',
    mark: { shape: difference > 0 ? 'up' : 'down', certainty: sureness, words: same('') },
    sentence: same(''),
  };
}

function row(
  kind: Row['kind'],
  code: string,
  parent: string | null,
  { values = [], changes = [] }: { values?: number[]; changes?: (Change | null)[] } = {},
): Row {
  return {
    kind,
    code,
    parent,
    name: same(code),
    values: values.map((value) => ({ value, hidden: null, ciLow: value - 0.4, ciHigh: value + 0.4 })),
    changes,
    dontKnow: null,
    sentence: same(''),
  };
}

const pairs = [
  { key: 'a', label: '2020→21', from: 'year:2020', to: 'year:2021' },
  { key: 'b', label: '2021→22', from: 'year:2021', to: 'year:2022' },
];
const rows = [
  row('maturity', 'maturity', null),
  row('dimension', 'formaga', 'maturity'),
  row('category', 'effektivitet', 'formaga'),
  row('item', 'portfolj', 'effektivitet', {
    values: [3, 3.2, 2.9],
    changes: [change(0.2, 'firm'), change(-0.3, 'firm')],
  }),
  row('item', 'projekt', 'effektivitet', {
    values: [3, 3.4, 3.5],
    changes: [change(0.4, 'firm'), change(0.1, 'unsure')],
  }),
  row('category', 'innovation', 'formaga'),
  row('item', 'oppna-data', 'innovation', {
    values: [2.6, 2.8, 2.7],
    changes: [null, change(-0.1, 'among-invited')],
  }),
];
const years = { over: 'years', pairs, rows } as const;
const codes = (shown: readonly Row[]) => shown.map(({ code }) => code);
const name = ({ name: { sv } }: Row) => sv;

describe('the rows of a comparison', () => {
  it('stand as the model has them, each category before its items', () => {
    expect(codes(rowsShown(years, { onlySure: false, sorting: null, name }))).toEqual(codes(rows));
  });

  it('are only those surely changed between the newest years, with their categories', () => {
    expect(codes(rowsShown(years, { onlySure: true, sorting: null, name }))).toEqual([
      'effektivitet',
      'portfolj',
    ]);
  });

  it('count as sure for units when any of the units parts from the rest', () => {
    const units = { over: 'units', pairs } as const;
    const [, , , , projekt] = rows;
    if (projekt === undefined) throw new Error('The rows above have a fifth.');
    expect(hasSureChange(units, projekt)).toBe(true);
    expect(hasSureChange(years, projekt)).toBe(false);
  });

  it('are items alone when sorted, for a category heads nothing then', () => {
    const sorting = { key: 'value:2', direction: 'descending' } as const;
    expect(codes(rowsShown(years, { onlySure: false, sorting, name }))).toEqual([
      'projekt',
      'portfolj',
      'oppna-data',
    ]);
  });

  it('stand last without a value, whichever way they are sorted', () => {
    for (const direction of ['ascending', 'descending'] as const)
      expect(
        codes(rowsShown(years, { onlySure: false, sorting: { key: 'change:0', direction }, name })).at(-1),
      ).toBe('oppna-data');
  });
});

it('a row speaks of the newest years, or of the first unit', () => {
  expect(mainPair(years)).toBe(1);
  expect(mainPair({ over: 'units', pairs })).toBe(0);
});

describe('the scales', () => {
  const ends = { min: 1, max: 6 };

  it('hold every value of the items and the newest interval', () => {
    const scale = dotScale(rows, 'years', 'mean', ends);
    expect(scale?.lowest).toBeLessThanOrEqual(2.3);
    expect(scale?.highest).toBeGreaterThanOrEqual(3.9);
  });

  it('have nothing to draw where all is hidden', () => {
    expect(dotScale([row('item', 'a', null)], 'years', 'mean', ends)).toBeNull();
  });

  it('never cut bars: a mean begins at the lowest of the scale, a percent at 0', () => {
    expect(barScale('mean', ends)).toMatchObject({ lowest: 1, highest: 6 });
    expect(barScale('percent', ends)).toMatchObject({ lowest: 0, highest: 100 });
  });
});

describe('panels', () => {
  const columns = Array.from({ length: 7 }, (_, at) => ({
    key: `year:${2016 + at}`,
    label: String(2016 + at),
    year: 2016 + at,
    unit: null,
  }));
  const base = { columns, pairs, rows, notes: [], lead: { sv: [], en: [] } };
  const subject = { unit: null, name: '', year: 2022, who: { name: same(''), notice: null } };

  it('are the five newest years, or the first five units', () => {
    const at = (over: 'years' | 'units') =>
      columnsShown({ ...base, subject, over }, true).map((shown) => shown.at);
    expect(at('years')).toEqual([2, 3, 4, 5, 6]);
    expect(at('units')).toEqual([0, 1, 2, 3, 4]);
    expect(columnsShown({ ...base, subject, over: 'years' }, false)).toHaveLength(7);
  });
});

it('a ground is stronger the higher the value, alike for both measures, and never so strong that text is lost', () => {
  const ends = { min: 1, max: 6 };
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(groundShare(low, 'percent', ends)).toBeLessThanOrEqual(groundShare(high, 'percent', ends));
        expect(groundShare(high, 'percent', ends)).toBeLessThanOrEqual(24);
        expect(groundShare(1 + high / 20, 'mean', ends)).toBeCloseTo(
          groundShare(high, 'percent', ends),
          -0.5,
        );
      },
    ),
  );
});

it('a long name may be parted before what it is made of, and reads the same', () => {
  expect(partable('Kommunledningsförvaltningen')).toBe('Kommunlednings\u00ADförvaltningen');
  expect(partable('Kultur- och fritidsnämnden').replaceAll('\u00AD', '')).toBe('Kultur- och fritidsnämnden');
  expect(partable('Leanlink')).toBe('Leanlink');
});
