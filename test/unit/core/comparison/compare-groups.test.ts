import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../../core/comparison/benjamini-hochberg.ts';
import { compareGroups } from '../../../../core/comparison/compare-groups.ts';
import { compare } from '../../../../core/comparison/compare.ts';
import type { Group } from '../../../../core/comparison/group.ts';
import { analysisSettings } from '../../../../core/comparison/settings.ts';
import { isChange, verdicts } from '../../../../core/comparison/verdicts.ts';
import { nobodyInvited, resultFromAnswers } from '../../../../core/scoring/results.ts';
import { unitTree } from '../../../../core/survey/units.ts';
import { respondentsOf } from '../../../answer-rows.ts';
import { dimios, smallInstrument } from '../../../instruments.ts';
import { first, groupOf, groupOfValues, known, small } from './groups.ts';

const earlier = [3, 4, 2, 5, 3, 3, 4, 1, 6, 2, 4, 3];
const later = [4, 5, 5, 3, 6, 4, 5, 2, 6];
/** So far apart that every test rejects. */
const low = [1, 2, 1, 2, 1, 2, 1, 2];
const high = [5, 6, 5, 6, 5, 6, 5, 6];

function repeated(values: readonly number[], times: number): number[] {
  return Array.from({ length: times }, () => values).flat();
}

describe("an item's difference", () => {
  it("S2: is Welch's test as R's t.test(b, a) gives it", () => {
    const item = first(compareGroups(groupOfValues(earlier), groupOfValues(later)).items);
    expect(item.from).toEqual({ mean: 40 / 12, n: 12, sd: expect.closeTo(1.37068883368468, 12) as number });
    expect(item.to.sd).toBeCloseTo(1.33333333333333, 12);
    expect(item.difference).toBeCloseTo(4.4444444444444446 - 3.3333333333333335, 12);
    expect(item.standardError).toBeCloseTo(0.5950600984465245, 12);
    expect(item.t).toBeCloseTo(1.8672250315754653, 12);
    expect(item.df).toBeCloseTo(17.6454963357493106, 10);
    expect(item.p).toBeCloseTo(0.0785740492319138, 12);
    expect(item.ciLow).toBeCloseTo(-0.140866530122623, 11);
    expect(item.ciHigh).toBeCloseTo(2.3630887523448454, 11);
  });

  it("S2: has Cohen's d with the pooled standard deviation", () => {
    const item = first(compareGroups(groupOfValues(earlier), groupOfValues(later)).items);
    expect(item.cohensD).toBeCloseTo(0.819956327699682, 12);
  });

  it('S2: takes variance, t and df with the correction, and p without it beside', () => {
    const free = first(compareGroups(groupOfValues(earlier), groupOfValues(later)).items);
    const item = first(compareGroups(groupOfValues(earlier, 16), groupOfValues(later, 18)).items);
    const a = (1 - 12 / 16) * (1.37068883368468 ** 2 / 12);
    const b = (1 - 9 / 18) * (1.33333333333333 ** 2 / 9);
    expect(item.standardError).toBeCloseTo(Math.sqrt(a + b), 12);
    expect(item.df).toBeCloseTo((a + b) ** 2 / (a ** 2 / 11 + b ** 2 / 8), 10);
    expect(item.pUncorrected).toBeCloseTo(known(free.pUncorrected), 14);
    expect(known(item.p)).toBeLessThan(known(free.p));
  });

  it("S2: has the vet ej difference by Newcombe's method 10, in percent", () => {
    const of = (dontKnow: number, all: number): Group =>
      groupOf(
        Array.from({ length: all }, (_, at) =>
          small.items.map(() => (at < dontKnow ? 'dontKnow' : 3 + (at % 2))),
        ),
      );
    const { dontKnow } = first(compareGroups(of(48, 80), of(56, 70)).items);
    expect(dontKnow).toMatchObject({ from: 60, to: 80 });
    expect(dontKnow.ciLow).toBeCloseTo(5.24, 2);
    expect(dontKnow.ciHigh).toBeCloseTo(33.39, 2);
  });
});

describe('p-values of a family', () => {
  it("S2: are adjusted as R's p.adjust(p, 'BH') does", () => {
    // The 25 p-values of the published example in McDonald, Handbook of Biological Statistics.
    const p = [
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34,
      0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ];
    const adjusted = [
      0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.264285714285714, 0.491071428571429, 0.491071428571429,
      0.491071428571429, 0.491071428571429, 0.491071428571429, 0.491071428571429, 0.491071428571429,
      0.5328125, 0.5328125, 0.564705882352941, 0.781578947368421, 0.781578947368421, 0.87, 0.907142857142857,
      0.986, 0.986, 0.986, 0.986,
    ];
    benjaminiHochberg(p).forEach((value, at) => {
      expect(value).toBeCloseTo(known(adjusted[at]), 12);
    });
    const [, untested, ...rest] = benjaminiHochberg([0.03, null, 0.01, 0.04, 0.02, 0.5]);
    expect(untested).toBeNull();
    expect(rest.map((value) => value?.toFixed(12))).toEqual(
      [0.05, 0.05, 0.05, 0.5].map((value) => value.toFixed(12)),
    );
  });

  it('S2: are adjusted over the items that have one; maturity alone; categories and dimensions together', () => {
    fc.assert(
      fc.property(respondentsOf(dimios, 20), respondentsOf(dimios, 20), (before, after) => {
        const compared = compareGroups(groupOf(before, 40, dimios), groupOf(after, 40, dimios));
        const families = [
          [compared.maturity],
          [...compared.dimensions, ...compared.categories],
          compared.items,
        ];
        for (const family of families) {
          expect(family.map(({ pAdjusted }) => pAdjusted)).toEqual(
            benjaminiHochberg(family.map(({ p }) => p)),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a verdict', () => {
  const verdictOf = (from: Group, to: Group, settings = analysisSettings()) =>
    first(compareGroups(from, to, settings).items);

  it('S2: is one of five', () => {
    expect(verdicts).toEqual(['risen', 'fallen', 'within-uncertainty', 'too-few', 'not-comparable']);
  });

  it('S2: is risen or fallen, and firm, where it holds with and without the correction', () => {
    expect(verdictOf(groupOfValues(low, 20), groupOfValues(high, 20))).toMatchObject({
      verdict: 'risen',
      firm: true,
    });
    expect(verdictOf(groupOfValues(high, 20), groupOfValues(low, 20))).toMatchObject({
      verdict: 'fallen',
      firm: true,
    });
  });

  it('S2: is risen but not firm where it holds among those invited only', () => {
    const item = verdictOf(groupOfValues(earlier, 13), groupOfValues(later, 10));
    expect(item).toMatchObject({ verdict: 'risen', firm: false });
    expect(known(item.pUncorrected)).toBeGreaterThan(0.05);
  });

  it('S2: is within the uncertainty where the adjusted p does not reject', () => {
    expect(verdictOf(groupOfValues(earlier), groupOfValues(later))).toMatchObject({
      verdict: 'within-uncertainty',
      firm: false,
    });
  });

  it('S2: puts what does not compare before few answers', () => {
    const turned = smallInstrument({}, ['a']);
    expect(verdictOf(groupOfValues([1, 2]), groupOfValues([5, 6], null, turned)).verdict).toBe(
      'not-comparable',
    );
  });

  it('S2: is too few under the minimum, which is a setting, also where all answered alike', () => {
    expect(verdictOf(groupOfValues([1, 2, 1, 2]), groupOfValues(high))).toMatchObject({
      verdict: 'too-few',
      firm: false,
    });
    expect(verdictOf(groupOfValues([3, 3, 3, 3]), groupOfValues([3, 3, 3, 3])).verdict).toBe('too-few');
    const settings = analysisSettings({ minimumAnswers: 4 });
    expect(verdictOf(groupOfValues([1, 2, 1, 2]), groupOfValues(high), settings).verdict).toBe('risen');
  });

  it('S2: without any spread has no test: equal is within the uncertainty, anything else too few', () => {
    const same = verdictOf(groupOfValues(repeated([3], 6)), groupOfValues(repeated([3], 7)));
    expect(same).toMatchObject({
      verdict: 'within-uncertainty',
      standardError: null,
      t: null,
      p: null,
      ciLow: null,
    });
    const other = verdictOf(groupOfValues(repeated([3], 6)), groupOfValues(repeated([4], 7)));
    expect(other).toMatchObject({
      verdict: 'too-few',
      difference: 1,
      standardError: null,
      p: null,
      ciHigh: null,
    });
  });

  it('S2: where everyone answered both times is left to the test without the correction', () => {
    const changed = verdictOf(groupOfValues(low, 8), groupOfValues(high, 8));
    expect(changed).toMatchObject({
      verdict: 'risen',
      firm: true,
      standardError: 0,
      ciLow: 4,
      ciHigh: 4,
      p: null,
    });
    const unsure = verdictOf(groupOfValues(earlier, 12), groupOfValues(later, 9));
    expect(unsure).toMatchObject({ verdict: 'within-uncertainty', firm: false, standardError: 0, p: null });
    expect(unsure.ciLow).toBe(unsure.difference);
    const alike = verdictOf(groupOfValues(repeated([3], 6), 6), groupOfValues(repeated([4], 6), 6));
    expect(alike).toMatchObject({ verdict: 'within-uncertainty', standardError: 0, pUncorrected: null });
  });

  it('S2: takes the correction down by the retest reliability, to none at 0', () => {
    const from = groupOfValues(earlier, 13);
    const to = groupOfValues(later, 10);
    const none = verdictOf(from, to, analysisSettings({ retestReliability: 0 }));
    expect(none.pAdjusted).toBeCloseTo(known(none.pUncorrected), 14);
    expect(none.verdict).toBe('within-uncertainty');
  });

  it('S2: of a composite is too few where an item in it rests on fewer than the minimum', () => {
    const few = (values: readonly number[]): Group =>
      groupOf(values.map((value, at) => [value, value, value, at < 4 ? value : 'dontKnow']));
    const compared = compareGroups(few(low), few(high));
    expect(compared.maturity.verdict).toBe('too-few');
    expect(compared.dimensions.map(({ verdict }) => verdict)).toEqual(['risen', 'too-few']);
  });

  it('S2: is firm only for a change, and a change only where a p rejects', () => {
    fc.assert(
      fc.property(respondentsOf(small, 40), respondentsOf(small, 40), fc.nat(60), (before, after, more) => {
        const compared = compareGroups(
          groupOf(before, before.length + more),
          groupOf(after, after.length + more),
        );
        const figures = [
          compared.maturity,
          ...compared.dimensions,
          ...compared.categories,
          ...compared.items,
        ];
        for (const { verdict, firm, pAdjusted, pUncorrected, difference, sentence } of figures) {
          if (firm) expect(isChange(verdict) && known(pUncorrected) <= 0.05).toBe(true);
          if (isChange(verdict)) {
            expect(pAdjusted ?? known(pUncorrected)).toBeLessThanOrEqual(0.050_000_001);
            expect(known(difference) > 0).toBe(verdict === 'risen');
          }
          expect(sentence.endsWith('.')).toBe(true);
        }
      }),
    );
  });
});

describe('what does not compare', () => {
  it('S2: agrees with the plain comparison in reason and in which differences are null', () => {
    const instruments = [small, smallInstrument({}, ['b'])] as const;
    fc.assert(
      fc.property(
        respondentsOf(small, 3),
        respondentsOf(small, 3),
        fc.constantFrom(...instruments),
        (before, after, instrument) => {
          const from = groupOf(before);
          const to = groupOf(after, null, instrument);
          const side = (group: Group) => {
            const year = resultFromAnswers({
              year: 2022,
              instrument: group.instrument,
              wholeName: 'Kommunen',
              tree: unitTree([]),
              cells: [{ unit: null, role: null, gate: null, tally: group.tally }],
              invited: nobodyInvited,
            });
            return { year, unit: first(year.units) };
          };
          const plain = compare(side(from), side(to));
          const compared = compareGroups(from, to);
          expect(compared.notComparable?.reason ?? null).toBe(plain.notComparable);
          expect(compared.maturity.difference).toBe(plain.maturity.difference);
          expect(compared.maturity).toMatchObject({ from: plain.maturity.from, to: plain.maturity.to });
          expect(compared.categories.map(({ difference }) => difference)).toEqual(
            plain.categories.map(({ difference }) => difference),
          );
          expect(compared.items.map(({ difference }) => difference)).toEqual(
            plain.items.map(({ difference }) => difference),
          );
        },
      ),
    );
  });

  it('S1: names the items that one side lacks', () => {
    const compared = compareGroups(
      groupOfValues(low),
      groupOf(high.map((value) => [value, null, value, value])),
    );
    expect(compared.notComparable).toEqual({ reason: 'different-items', items: ['b'] });
    expect(compared.maturity).toMatchObject({ verdict: 'not-comparable', difference: null, p: null });
    expect(compared.items.map(({ verdict }) => verdict)).toEqual(['risen', 'too-few', 'risen', 'risen']);
  });

  it('S2: takes a reason from outside for every figure', () => {
    const compared = compareGroups(groupOfValues(low), groupOfValues(high), undefined, {
      notComparable: 'reorganised',
    });
    expect(compared.notComparable?.reason).toBe('reorganised');
    expect(new Set(compared.items.map(({ verdict }) => verdict))).toEqual(new Set(['not-comparable']));
    expect(first(compared.items)).toMatchObject({
      from: { mean: 1.5 },
      dontKnow: { from: 0, difference: null },
    });
  });

  it('S2: is another scale, and another way of adding up', () => {
    const scale = { min: 1, max: 5, minLabels: [], maxLabels: [] };
    const wider = compareGroups(
      groupOfValues([1, 2, 3, 4, 5], null, smallInstrument({ scale })),
      groupOfValues(high),
    );
    expect(wider.notComparable?.reason).toBe('different-scale');
    expect(first(wider.items).verdict).toBe('not-comparable');
    const other = smallInstrument({ dimensionRule: 'items' });
    const mixed = compareGroups(groupOfValues(low, null, other), groupOfValues(high));
    expect(mixed.notComparable?.reason).toBe('different-composition');
    expect(first(mixed.items).verdict).toBe('risen');
  });
});

describe('the assumptions of a comparison', () => {
  it('S2: say level, correction, populations and that the years are taken as independent', () => {
    const { assumptions } = compareGroups(groupOfValues(low, 20), groupOfValues(high, 16));
    expect(assumptions).toMatchObject({
      level: 0.95,
      correction: 'benjamini-hochberg',
      finitePopulation: true,
      from: { respondents: 8, invited: 20 },
      to: { respondents: 8, invited: 16 },
      independentYears: true,
    });
    const notes = assumptions.notes.join(' ');
    expect(notes).toContain('slumpmässigt urval av dem som var inbjudna');
    expect(notes).toContain('Andelen som har en uppfattning om en fråga antas vara densamma');
    expect(notes).toContain('svaren inte går att koppla till personer');
  });

  it('S2: say where a side is not corrected, and the retest reliability where it is set', () => {
    const settings = analysisSettings({ retestReliability: 0.8 });
    const { assumptions } = compareGroups(groupOfValues(low), groupOfValues(high, 7), settings);
    expect(assumptions.finitePopulation).toBe(false);
    const notes = assumptions.notes.join(' ');
    expect(notes).toContain('Antalet inbjudna är inte känt');
    expect(notes).toContain('Fler har svarat (8) än som var inbjudna (7)');
    expect(notes).toContain('återtestreliabilitet på 0,80');
  });
});
