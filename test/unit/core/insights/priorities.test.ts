import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemFigures, ItemVerdict } from '../../../../core/insights/figures.ts';
import { withIntervals } from '../../../../core/insights/figures.ts';
import { defaultInsightLimits } from '../../../../core/insights/limits.ts';
import type { PrioritiesInput } from '../../../../core/insights/priorities.ts';
import { priorities } from '../../../../core/insights/priorities.ts';
import { reasonKinds } from '../../../../core/insights/reasons.ts';
import { smallInstrument } from '../../../instruments.ts';
import { change, code, item, unitFigures } from './figures.ts';

const limits = { ...defaultInsightLimits, lowestCount: 0 };

function ranked(items: readonly ItemFigures[], other: Partial<PrioritiesInput> = {}) {
  return priorities({
    instrument: smallInstrument(),
    limits,
    items,
    since: 2021,
    changes: [],
    years: [],
    units: [],
    correctedIntervals: true,
    ...other,
  });
}

const reasonsIn = (list: ReturnType<typeof ranked>) =>
  list.items.map((entry) => [
    entry.code,
    ...entry.reasons.map(({ kind, certainty }) => `${kind} ${certainty}`),
  ]);

describe('an item is low', () => {
  it('I-1: under the limit, and surely so when its whole interval is', () => {
    const list = ranked([
      item('a', 2.5, { ciLow: 2.3, ciHigh: 2.7 }),
      item('b', 2.5, { ciLow: 2.1, ciHigh: 2.9 }),
      item('c', 2.75),
    ]);
    expect(reasonsIn(list)).toEqual([
      ['a', 'low among-invited'],
      ['b', 'low unsure'],
    ]);
  });

  it('I-1: firmly when the intervals carry no finite population correction', () => {
    const list = ranked([item('a', 2.5, { ciHigh: 2.7 })], { correctedIntervals: false });
    expect(reasonsIn(list)).toEqual([['a', 'low firm']]);
  });

  it('I-2: among the lowest, with all that tie at the last place, and never surely by that alone', () => {
    const items = [item('a', 4), item('b', 5), item('c', 4.5), item('d', 4.5)];
    const list = ranked(items, { limits: { ...limits, lowestCount: 2 } });
    expect(reasonsIn(list)).toEqual([
      ['a', 'low unsure'],
      ['c', 'low unsure'],
      ['d', 'low unsure'],
    ]);
    expect(list.items[0]?.reasons[0]?.grounds).toEqual(['among-lowest']);
  });
});

describe('intervals', () => {
  it('I-1: are put beside the figures that may be shown, and beside no others', () => {
    const hidden = item('b', null, { hidden: { mean: 'small-group' } });
    const interval = { ciLow: 1, ciHigh: 2, dontKnow: { ciLow: 3, ciHigh: 4 } };
    const [shown, withheld] = withIntervals(
      [item('a', 2), hidden],
      [
        { code: code('b'), ...interval },
        { code: code('a'), ...interval },
      ],
    );
    expect(shown).toMatchObject({ ciLow: 1, ciHigh: 2, dontKnowCiLow: 3, dontKnowCiHigh: 4 });
    expect(withheld).toEqual({
      ...hidden,
      ciLow: null,
      ciHigh: null,
      dontKnowCiLow: null,
      dontKnowCiHigh: null,
    });
  });
});

describe('an item has fallen', () => {
  const fallen = { verdict: 'fallen', firm: true } as const;

  it('I-3: by its verdict, firmly or among those invited', () => {
    const list = ranked([item('a', 4), item('b', 4)], {
      changes: [change('a', 4.1, 4, fallen), change('b', 4.1, 4, { ...fallen, firm: false })],
    });
    expect(reasonsIn(list)).toEqual([
      ['a', 'fallen firm'],
      ['b', 'fallen among-invited'],
    ]);
  });

  it('I-3: by more than the limit within the uncertainty, and is then marked unsure', () => {
    const list = ranked([item('a', 4), item('b', 4), item('c', 4)], {
      changes: [change('a', 4.2, 4), change('b', 4.1, 4), change('c', 3.8, 4)],
    });
    expect(reasonsIn(list)).toEqual([['a', 'fallen unsure']]);
  });

  it('I-3: never where the years do not compare, or the figures are hidden', () => {
    const list = ranked([item('a', 4), item('b', 4)], {
      changes: [
        change('a', 5, 4, { verdict: 'not-comparable' }),
        change('b', 5, 4, { verdict: null, difference: null }),
      ],
    });
    expect(list.items).toEqual([]);
  });
});

describe('an item has much vet ej', () => {
  it('I-4: over the limit, firmly when its whole interval is', () => {
    const list = ranked([
      item('a', 4, { dontKnowPercent: 60, dontKnowCiLow: 52, dontKnowCiHigh: 67 }),
      item('b', 4, { dontKnowPercent: 51, dontKnowCiLow: 43, dontKnowCiHigh: 58 }),
      item('c', 4, { dontKnowPercent: 50 }),
    ]);
    expect(reasonsIn(list)).toEqual([
      ['a', 'dont-know firm'],
      ['b', 'dont-know unsure'],
    ]);
  });

  it('I-4: risen where the interval of the difference is above 0, or by more than the limit', () => {
    const risen = (difference: number, ciLow: number): Partial<ItemVerdict> => ({
      dontKnow: { from: 10, to: 10 + difference, difference, ciLow, ciHigh: 20 },
    });
    const list = ranked(
      ['a', 'b', 'c', 'd'].map((name) => item(name, 4, { dontKnowPercent: 20 })),
      {
        changes: [
          change('a', 4, 4, risen(4, 0.5)),
          change('b', 4, 4, risen(6, -1)),
          change('c', 4, 4, risen(5, -2)),
          change('d', 4, 4, risen(-9, -18)),
        ],
      },
    );
    expect(reasonsIn(list)).toEqual([
      ['a', 'dont-know firm'],
      ['b', 'dont-know unsure'],
    ]);
  });
});

describe('the list of priorities', () => {
  it('I-5: puts the most sure reasons first, then the most reasons, then the lowest value', () => {
    const list = ranked(
      [
        item('a', 2.6),
        item('b', 2.4),
        item('c', 4, { dontKnowPercent: 70, dontKnowCiLow: 60 }),
        item('d', 2.7, { dontKnowPercent: 55 }),
      ],
      {},
    );
    expect(list.items.map((entry) => [entry.rank, entry.code])).toEqual([
      [1, 'c'],
      [2, 'd'],
      [3, 'b'],
      [4, 'a'],
    ]);
    expect(list.rankedBy).toMatch(/flest säkra skäl/);
  });

  const anyItem = (name: string) =>
    fc
      .record({
        mean: fc.option(fc.double({ min: 1, max: 6, noNaN: true })),
        dontKnowPercent: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
      })
      .map(({ mean, dontKnowPercent }) => item(name, mean, { dontKnowPercent }));
  const anyItems = fc.tuple(anyItem('a'), anyItem('b'), anyItem('c'), anyItem('d'));

  it('I-5: is the same in whatever order the items come', () => {
    fc.assert(
      fc.property(anyItems, fc.constantFrom(0, 1, 3), (items, lowestCount) => {
        const settings = { limits: { ...limits, lowestCount } };
        const turned = ranked(items.toReversed(), settings);
        expect(turned.items).toEqual(ranked(items, settings).items);
      }),
    );
  });

  it('I-5: holds every item with a reason once, and no other', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const list = ranked(items);
        const expected = items.filter(
          ({ percent, dontKnowPercent }) => (percent ?? 100) < 35 || (dontKnowPercent ?? 0) > 50,
        );
        expect(list.items.map((entry) => entry.code).sort()).toEqual(expected.map((entry) => entry.code));
        for (const { reasons } of list.items) {
          const kinds = reasons.map(({ kind }) => kind);
          expect(kinds).toEqual(reasonKinds.filter((kind) => kinds.includes(kind)));
        }
      }),
    );
  });

  it('I-6: says of an item how it stands in each unit and how it moved over all years', () => {
    const hidden = item('a', null, { hidden: { percent: 'small-group' } });
    const list = ranked([item('a', 2)], {
      units: [
        unitFigures(1, 'Skola', [item('a', 3)], [change('a', 2.5, 3)]),
        unitFigures(2, 'Kansli', [hidden]),
        unitFigures(3, 'Vård', []),
      ],
      years: [
        { year: 2020, items: [] },
        { year: 2021, items: [item('a', 2.5)] },
        { year: 2022, items: [item('a', 2)] },
      ],
    });
    const [first] = list.items;
    expect(
      first?.units.map(({ name, percent, abovePoints, hidden: h }) => [name, percent, abovePoints, h]),
    ).toEqual([
      ['Skola', 40, 20, false],
      ['Kansli', null, null, true],
      ['Vård', null, null, false],
    ]);
    expect(first?.units[0]?.againstRest?.difference).toBe(0.5);
    expect(first?.years.map(({ year, percent }) => [year, percent])).toEqual([
      [2020, null],
      [2021, 30],
      [2022, 20],
    ]);
  });

  it('I-7: names the items that could not be judged, and whether they are hidden or missing', () => {
    const list = ranked([item('a', null), item('b', null, { hidden: { percent: 'small-group' } })]);
    expect(list.items).toEqual([]);
    expect(list.notJudged).toEqual([
      { code: code('a'), hidden: false },
      { code: code('b'), hidden: true },
    ]);
  });
});

describe('the draft of an item', () => {
  it('I-8: tells the level, the reasons, the years and the units in plain Swedish', () => {
    const list = ranked([item('a', 2.5, { dontKnowPercent: 32 })], {
      limits: { ...limits, lowestCount: 1 },
      changes: [
        change('a', 3, 2.5, {
          verdict: 'fallen',
          firm: true,
          dontKnow: { from: 26, to: 32, difference: 6, ciLow: -1, ciHigh: 13 },
        }),
      ],
      years: [2020, 2021, 2022].map((year) => ({ year, items: [item('a', year - 2019)] })),
      units: [unitFigures(1, 'Skola', [item('a', 2)]), unitFigures(2, 'Vård', [item('a', 3)])],
    });
    expect(list.items[0]?.draft.replaceAll('\u00A0', ' ')).toBe(
      'a ligger på 30 % (medelvärde 2,5), under gränsen 35 % och lägst av alla. ' +
        'Medelvärdet har gått från 3,0 till 2,5 sedan 2021; sänkningen är större än osäkerheten. ' +
        'Andelen vet ej är 32 %, mot 26 % 2021; skillnaden är mindre än osäkerheten. ' +
        'Över åren: 0 % 2020, 20 % 2021 och 40 % 2022. ' +
        'Lägst ligger Skola (20 %) och högst Vård (40 %).',
    );
  });

  it('I-8: takes the words of the comparison where it has any', () => {
    const sentence = 'Medelvärdet har gått från 3,0 till 2,8; skillnaden är mindre än osäkerheten';
    const list = ranked([item('a', 2.8)], { changes: [change('a', 3, 2.8, { sentence })] });
    expect(list.items[0]?.draft).toContain(`${sentence}.`);
  });

  it('I-8: holds no number of a hidden mean', () => {
    const list = ranked([
      item('a', null, { dontKnowPercent: 90, hidden: { percent: 'small-group', mean: 'small-group' } }),
    ]);
    expect(list.items[0]?.draft.replaceAll('\u00A0', ' ')).toBe(
      'Medelvärdet för a visas inte. Andelen vet ej är 90 %, över gränsen 50 %.',
    );
  });
});
