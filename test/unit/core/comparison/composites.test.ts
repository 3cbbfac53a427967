import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeWeights } from '../../../../core/comparison/composite-weights.ts';
import { estimateGroup } from '../../../../core/comparison/estimates.ts';
import { measureGroup } from '../../../../core/comparison/measure.ts';
import { crossSum, itemSums, percentPerStep, quadraticForm } from '../../../../core/comparison/moments.ts';
import { seededRandom } from '../../../../core/comparison/seeded-random.ts';
import { analysisSettings, defaultAnalysisSettings } from '../../../../core/comparison/settings.ts';
import type { Instrument } from '../../../../core/instrument/instrument.ts';
import { score } from '../../../../core/scoring/score.ts';
import { tallyAnswers } from '../../../../core/survey/tally.ts';
import type { Answer } from '../../../answer-rows.ts';
import { answerRows, respondentsOf } from '../../../answer-rows.ts';
import { dimios, smallInstrument } from '../../../instruments.ts';
import { groupOf, groupOfValues, known, small } from './groups.ts';
import { influences, naiveVariance, naiveWeights } from './naive-uncertainty.ts';

const instruments = {
  'means of categories': smallInstrument(),
  'means of items': smallInstrument({ dimensionRule: 'items' }),
  'reversed items': smallInstrument({}, ['b', 'd']),
  'the instrument that ships': dimios,
} satisfies Record<string, Instrument>;

/** Fourteen respondents of three förvaltningar, item non-response among them: the data of the R vectors. */
const surveyed: readonly (readonly Answer[])[] = [
  [3, 4, 2, 5],
  [2, null, 3, 4],
  [5, 5, 4, null],
  [1, 2, 2, 3],
  [4, 4, null, 6],
  [6, 5, 5, 5],
  [4, 3, 6, null],
  [null, 4, 5, 2],
  [5, 6, 3, 4],
  [2, 1, 1, 3],
  [3, 2, null, 2],
  [1, 3, 2, null],
  [2, 2, 4, 1],
  [4, null, 3, 3],
];

describe('the uncertainty of a composite', () => {
  it.each(Object.entries(instruments))(
    'S1: is, from pair sums, what influence values give respondent by respondent (%s)',
    (_, instrument) => {
      fc.assert(
        fc.property(respondentsOf(instrument, 25), (respondents) => {
          const measured = measureGroup(groupOf(respondents, null, instrument), defaultAnalysisSettings);
          const figures = [
            { code: null, ...measured.maturity },
            ...measured.dimensions,
            ...measured.categories,
          ];
          for (const { code, value, variance } of figures) {
            const weights = naiveWeights(respondents, instrument, code);
            expect(value === null).toBe(weights === null);
            const expected = weights === null ? null : naiveVariance(respondents, instrument, weights);
            if (expected === null) expect(variance).toBeNull();
            else expect(variance).toBeCloseTo(expected, 8);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('S1: rests on weights that give the composite itself', () => {
    fc.assert(
      fc.property(respondentsOf(dimios, 8), (respondents) => {
        const { tally } = groupOf(respondents, null, dimios);
        const scored = score(tally, dimios);
        const weights = compositeWeights(dimios, ({ index }) => (scored.items[index]?.n ?? 0) > 0);
        if (weights.maturity === null || scored.maturityPercent === null) {
          expect(weights.maturity).toBe(scored.maturityPercent);
          return;
        }
        const sum = weights.maturity.reduce(
          (total, weight, at) => total + weight * (scored.items[at]?.percent ?? 0),
          0,
        );
        expect(sum).toBeCloseTo(scored.maturityPercent, 9);
      }),
    );
  });

  it("S1: in R's form is the standard error that R's survey package gives", () => {
    // svydesign(ids = ~1, weights = ~W, fpc = ~NN) with 37 invited; svycontrast of the ratios: maturity.
    const { tally } = groupOf(surveyed, 37);
    const weights = known(compositeWeights(small, () => true).maturity);
    const sums = itemSums(tally);
    const steps = percentPerStep(small);
    const means = sums.map(({ n, total }) => total / n);
    const q = weights.map((weight, at) => (weight * (steps[at] ?? 0)) / (sums[at]?.n ?? 0));
    const r = surveyed.length;
    const variance =
      (1 - r / 37) *
      (r / (r - 1)) *
      quadraticForm(q, (i, j) => crossSum(tally, sums, i, j, means[i] ?? 0, means[j] ?? 0));
    expect(Math.sqrt(variance)).toBeCloseTo(5.044304803821, 10);
    const byRespondent = influences(surveyed, small, weights, (n) => n);
    const naive = (1 - r / 37) * (r / (r - 1)) * byRespondent.reduce((sum, value) => sum + value ** 2, 0);
    expect(Math.sqrt(naive)).toBeCloseTo(5.044304803821, 10);
  });

  it('S1: is what a bootstrap of the respondents gives', () => {
    const random = seededRandom(1955);
    const respondents = Array.from({ length: 120 }, () => {
      const person = random.below(3);
      return small.items.map((): Answer => (random.next() < 0.3 ? 'dontKnow' : 1 + person + random.below(4)));
    });
    const standardError = known(estimateGroup(groupOf(respondents)).maturity.standardError);
    const draws = 4000;
    const values = Array.from({ length: draws }, () => {
      const drawn = respondents.map(() => respondents[random.below(respondents.length)] ?? []);
      return known(score(tallyAnswers(small, null, answerRows(small, drawn)), small).maturityPercent);
    });
    const mean = values.reduce((sum, value) => sum + value, 0) / draws;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1));
    expect(Math.abs(standardError / spread - 1)).toBeLessThan(0.04);
  });

  it('S1: has df of the mean number of answers less one, harmonic and by weight', () => {
    const group = groupOf([
      [1, 2, 3, 4],
      [2, 3, 4, null],
      [3, 1, 'dontKnow', null],
      [4, 'dontKnow', 5, 2],
    ]);
    // n is 4, 3, 3 and 2; maturity weighs them 1/8, 1/8, 1/4 and 1/2.
    expect(estimateGroup(group).maturity.df).toBeCloseTo(1 / (1 / 32 + 1 / 24 + 1 / 12 + 1 / 4) - 1, 12);
  });

  it('S1: is unknown where an item in it has a single answer, and the value is not', () => {
    const { categories, maturity } = estimateGroup(
      groupOf([
        [1, 2, 3, 4],
        [2, null, 3, 5],
        [2, null, 4, 5],
      ]),
    );
    expect(categories[0]).toMatchObject({
      value: expect.closeTo(50 / 3, 12) as number,
      standardError: null,
      ciLow: null,
      ciHigh: null,
    });
    expect(maturity.standardError).toBeNull();
    expect(categories[1]?.standardError).not.toBeNull();
  });

  it('S1: is nothing, not a trace of rounding, where answers cancel in every respondent', () => {
    const group = groupOf([
      [1, 6, 2, 3],
      [3, 4, 3, 3],
      [2, 5, 3, 4],
      [6, 1, 5, 2],
      [5, 2, 1, 1],
      [4, 3, 6, 6],
      [1, 6, 6, 5],
    ]);
    expect(estimateGroup(group).categories[0]).toMatchObject({ value: 50, standardError: 0, ciLow: null });
  });

  it('S1: shrinks by the finite population correction, to none when everyone answered', () => {
    const values = [1, 2, 3, 4, 5, 6, 3, 2];
    const of = (invited: number | null, retestReliability = 1) =>
      estimateGroup(groupOfValues(values, invited), analysisSettings({ retestReliability }));
    const free = known(of(null).maturity.standardError);
    expect(of(32).maturity.standardError).toBeCloseTo(free * Math.sqrt(3 / 4), 12);
    expect(of(32, 0.5).maturity.standardError).toBeCloseTo(free * Math.sqrt(7 / 8), 12);
    const { maturity, items } = of(8);
    expect(maturity).toMatchObject({ standardError: 0, ciLow: maturity.value, ciHigh: maturity.value });
    expect(items[0]).toMatchObject({ value: 3.25, ciLow: 3.25, ciHigh: 3.25 });
  });

  it('S1: carries no correction where the invited are unknown or fewer than those who answered, and says so', () => {
    const values = [1, 2, 3, 4, 5, 6];
    const unknown = estimateGroup(groupOfValues(values));
    const tooFew = estimateGroup(groupOfValues(values, 5));
    expect(tooFew.maturity).toEqual(unknown.maturity);
    expect(unknown.assumptions).toMatchObject({ finitePopulation: false, of: { basis: 'invited-unknown' } });
    expect(tooFew.assumptions).toMatchObject({
      finitePopulation: false,
      of: { respondents: 6, invited: 5, fraction: 0, basis: 'more-respondents-than-invited' },
    });
    expect(unknown.assumptions.notes.join(' ')).toContain('Antalet inbjudna är inte känt');
    expect(tooFew.assumptions.notes.join(' ')).toContain('Fler har svarat (6) än som var inbjudna (5)');
  });

  it('S1: of a role takes the share of answering of its unit', () => {
    const values = [1, 2, 3, 4, 5, 6];
    const role = { ...groupOfValues(values), cutOf: { respondents: 30, invited: 40 } };
    const { assumptions, maturity } = estimateGroup(role);
    expect(assumptions.of).toEqual({ respondents: 6, invited: null, fraction: 0.75, basis: 'as-in-unit' });
    expect(maturity.standardError).toBeCloseTo(
      known(estimateGroup(groupOfValues(values)).maturity.standardError) / 2,
      12,
    );
  });
});

describe("the interval of an item's mean", () => {
  it("S2: is R's t.test(a)$conf.int, and is not cut at the ends of the scale", () => {
    const { items } = estimateGroup(groupOfValues([3, 4, 2, 5, 3, 3, 4, 1, 6, 2, 4, 3]));
    expect(items[0]).toMatchObject({ n: 12, df: 11 });
    expect(items[0]?.sd).toBeCloseTo(1.37068883368468, 12);
    expect(items[0]?.ciLow).toBeCloseTo(2.462439197647497, 12);
    expect(items[0]?.ciHigh).toBeCloseTo(4.204227469019171, 12);
    expect(estimateGroup(groupOfValues([1, 1, 1, 1, 2])).items[0]?.ciLow).toBeLessThan(1);
  });

  it('S2: of a reversed item is turned with it', () => {
    const values = [1, 2, 2, 5];
    const plain = known(estimateGroup(groupOfValues(values)).items[0]);
    const turned = known(estimateGroup(groupOfValues(values, null, smallInstrument({}, ['a']))).items[0]);
    expect(turned.value).toBeCloseTo(7 - known(plain.value), 12);
    expect(turned.ciLow).toBeCloseTo(7 - known(plain.ciHigh), 12);
  });

  it('S2: is unknown of a single answer, and where all answered alike and not all answered', () => {
    expect(estimateGroup(groupOfValues([3], 9)).items[0]).toMatchObject({ standardError: null, ciLow: null });
    expect(estimateGroup(groupOfValues([3, 3, 3], 9)).items[0]).toMatchObject({
      standardError: 0,
      ciLow: null,
    });
    expect(estimateGroup(groupOfValues([3, 3, 3], 3)).items[0]).toMatchObject({ ciLow: 3, ciHigh: 3 });
  });
});

describe('settings', () => {
  it('S2: outside their range are refused', () => {
    expect(() => analysisSettings({ level: 1 })).toThrow(RangeError);
    expect(() => analysisSettings({ minimumAnswers: 1 })).toThrow(RangeError);
    expect(() => analysisSettings({ retestReliability: 1.1 })).toThrow(RangeError);
    expect(analysisSettings({ minimumAnswers: 8 })).toEqual({
      ...defaultAnalysisSettings,
      minimumAnswers: 8,
    });
  });
});
