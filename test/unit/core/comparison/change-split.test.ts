import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SplitPart } from '../../../../core/comparison/change-split.ts';
import { splitChange } from '../../../../core/comparison/change-split.ts';
import { pooled } from '../../../../core/comparison/group.ts';
import type { Instrument } from '../../../../core/instrument/instrument.ts';
import { score } from '../../../../core/scoring/score.ts';
import type { Answer } from '../../../answer-rows.ts';
import { respondentsOf } from '../../../answer-rows.ts';
import { smallInstrument } from '../../../instruments.ts';
import { first, groupOf, groupOfValues, known, small } from './groups.ts';

interface Answered {
  readonly from: readonly (readonly Answer[])[];
  readonly to: readonly (readonly Answer[])[];
}

function partsOf(answered: readonly Answered[], instrument: Instrument): SplitPart[] {
  return answered.map(({ from, to }, at) => ({
    name: `Enhet ${at + 1}`,
    from: groupOf(from, null, instrument),
    to: groupOf(to, null, instrument),
  }));
}

function scoreOf(parts: readonly SplitPart[], side: 'from' | 'to', instrument: Instrument) {
  const groups = parts.flatMap((part) => part[side] ?? []);
  return score(pooled(instrument, groups).tally, instrument);
}

/** Three units that may have nobody in a year. */
const answeredBy = (instrument: Instrument) =>
  fc.array(fc.record({ from: respondentsOf(instrument, 8), to: respondentsOf(instrument, 8) }), {
    minLength: 3,
    maxLength: 3,
  });

describe('a change of the whole, split', () => {
  it.each([
    ['means of categories', smallInstrument()],
    ['means of items', smallInstrument({ dimensionRule: 'items' })],
    ['reversed items', smallInstrument({}, ['a', 'd'])],
  ])('S4: adds up exactly to the difference, in the whole and over the units (%s)', (_, instrument) => {
    fc.assert(
      fc.property(answeredBy(instrument), (answered) => {
        const parts = partsOf(answered, instrument);
        const split = splitChange(instrument, instrument, parts);
        const before = scoreOf(parts, 'from', instrument);
        const after = scoreOf(parts, 'to', instrument);
        const figures = [
          { figure: split.maturity, a: before.maturityPercent, b: after.maturityPercent },
          ...split.categories.map((figure, at) => ({
            figure,
            a: before.categories[at]?.percent ?? null,
            b: after.categories[at]?.percent ?? null,
          })),
        ];
        for (const { figure, a, b } of figures) {
          if (split.notComparable !== null || a === null || b === null) {
            expect(figure.difference).toBeNull();
            continue;
          }
          expect(figure.difference).toBeCloseTo(b - a, 9);
          expect(known(figure.results) + known(figure.mix)).toBeCloseTo(b - a, 9);
          const summed = figure.parts.reduce((sum, part) => sum + known(part.results) + known(part.mix), 0);
          expect(summed).toBeCloseTo(b - a, 9);
        }
        split.items.forEach((item, at) => {
          const a = before.items[at]?.mean ?? null;
          const b = after.items[at]?.mean ?? null;
          if (a === null || b === null) expect(item.difference).toBeNull();
          else expect(item.difference).toBeCloseTo(b - a, 9);
        });
      }),
    );
  });

  it('S4: gives results and mix of each unit by the formula, shares over those with an opinion', () => {
    const parts: SplitPart[] = [
      { name: 'A', from: groupOfValues([2, 2, 2, 4]), to: groupOfValues([4, 4]) },
      {
        name: 'B',
        from: groupOfValues([5, 6]),
        to: groupOf([[5, 5, 5, 5], ...times(3, [6, 6, 6, 6]), vetEj, vetEj]),
      },
    ];
    const item = first(splitChange(small, small, parts).items);
    const whole = (10 / 4 + 4) / 2;
    const middle = ((10 + 11) / 6 + (8 + 23) / 6) / 2;
    expect(item.parts[0]?.results).toBeCloseTo(((4 / 6 + 2 / 6) / 2) * (4 - 2.5), 12);
    expect(item.parts[0]?.mix).toBeCloseTo((2 / 6 - 4 / 6) * (whole - middle), 12);
    expect(item.parts[1]?.results).toBeCloseTo(((2 / 6 + 4 / 6) / 2) * (5.75 - 5.5), 12);
    expect(item.parts[1]?.mix).toBeCloseTo((4 / 6 - 2 / 6) * ((5.75 + 5.5) / 2 - middle), 12);
  });

  it('S4: of a unit without answers in one year is all mix', () => {
    const parts: SplitPart[] = [
      { name: 'A', from: groupOfValues([2, 3]), to: groupOfValues([3, 4]) },
      { name: 'Ny', from: null, to: groupOfValues([5, 6]) },
    ];
    const item = first(splitChange(small, small, parts).items);
    expect(item.parts[1]).toMatchObject({ name: 'Ny', results: 0 });
    expect(known(item.parts[1]?.mix)).toBeGreaterThan(0);
  });

  it('S4: is not made of composites that rest on different items, nor where the years do not compare', () => {
    const parts: SplitPart[] = [
      { name: 'A', from: groupOfValues([2, 3]), to: groupOf([[3, 'dontKnow', 4, 4]]) },
    ];
    const split = splitChange(small, small, parts);
    expect(split.notComparable).toEqual({ reason: 'different-items', items: ['b'] });
    expect(split.maturity).toEqual({
      difference: null,
      results: null,
      mix: null,
      parts: [{ name: 'A', results: null, mix: null }],
      sentence: null,
    });
    expect(split.items.map(({ difference }) => difference)).toEqual([0.5, null, 1.5, 1.5]);
    const apart = splitChange(small, small, parts, 'reorganised');
    expect(apart.items.map(({ difference }) => difference)).toEqual([null, null, null, null]);
  });

  it('S4: says in a sentence what came from who answered and had an opinion', () => {
    const parts: SplitPart[] = [
      { name: 'A', from: groupOfValues([2, 2, 3]), to: groupOfValues([2, 2, 2, 2, 3]) },
      { name: 'B', from: groupOfValues([5, 5, 6]), to: groupOfValues([5, 5, 6]) },
    ];
    const { maturity, items } = splitChange(small, small, parts);
    expect(maturity.sentence).toBe(
      'Av förändringen, −9,2 procentenheter, kommer −7,7 av vilka som svarade och hade en uppfattning; resten ' +
        'kommer av enheternas egna resultat.',
    );
    expect(first(items).sentence).toContain('Av förändringen, −0,46 steg på skalan, kommer −0,38 av');
  });
});

const vetEj: readonly Answer[] = ['dontKnow', 'dontKnow', 'dontKnow', 'dontKnow'];

function times(count: number, answers: readonly Answer[]): (readonly Answer[])[] {
  return Array.from({ length: count }, () => answers);
}
