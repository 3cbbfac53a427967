import { describe, expect, it } from 'vitest';
import { estimateGroup } from '../../../../core/comparison/estimates.ts';
import type { Group } from '../../../../core/comparison/group.ts';
import { pooled } from '../../../../core/comparison/group.ts';
import { analysisSettings, defaultAnalysisSettings } from '../../../../core/comparison/settings.ts';
import type { Stratum } from '../../../../core/comparison/strata.ts';
import { mergeStrata } from '../../../../core/comparison/strata.ts';
import { measureWeighted } from '../../../../core/comparison/weighted-measure.ts';
import type { Whole } from '../../../../core/comparison/weighted-whole.ts';
import { compareWholes, estimateWhole } from '../../../../core/comparison/weighted-whole.ts';
import type { Answer } from '../../../answer-rows.ts';
import { smallInstrument } from '../../../instruments.ts';
import { first, groupOf, groupOfValues, known, small } from './groups.ts';

/** The fourteen respondents of the R vectors, in three strata of 8, 20 and 9 invited. */
const strataAnswers: readonly {
  readonly invited: number;
  readonly answers: readonly (readonly Answer[])[];
}[] = [
  {
    invited: 8,
    answers: [
      [3, 4, 2, 5],
      [2, null, 3, 4],
      [5, 5, 4, null],
      [1, 2, 2, 3],
      [4, 4, null, 6],
    ],
  },
  {
    invited: 20,
    answers: [
      [6, 5, 5, 5],
      [4, 3, 6, null],
      [null, 4, 5, 2],
      [5, 6, 3, 4],
    ],
  },
  {
    invited: 9,
    answers: [
      [2, 1, 1, 3],
      [3, 2, null, 2],
      [1, 3, 2, null],
      [2, 2, 4, 1],
      [4, null, 3, 3],
    ],
  },
];

function stratum(name: string, group: Group, isHidden = false): Stratum {
  return { name, group, isHidden };
}

function wholeOf(strata: readonly Stratum[]): Whole {
  return {
    group: pooled(
      small,
      strata.map(({ group }) => group),
    ),
    strata,
  };
}

const surveyed = wholeOf(
  strataAnswers.map(({ invited, answers }, at) => stratum(`Enhet ${at + 1}`, groupOf(answers, invited))),
);
const merged = known(mergeStrata(small, surveyed.strata).strata);

describe('a whole weighted to the invited', () => {
  // R survey: svydesign(ids = ~1, strata = ~h, weights = ~w, fpc = ~N), svycontrast of the ratios of svytotal.
  it("S1: has the value and standard error that R's survey package gives", () => {
    const weighted = measureWeighted(small, merged, defaultAnalysisSettings);
    expect(weighted.maturity.value).toBeCloseTo(53.3750052031302, 10);
    expect(Math.sqrt(known(weighted.maturity.variance))).toBeCloseTo(5.0088507203306, 10);
    const up = first(weighted.dimensions);
    expect(up.value).toBeCloseTo(56.8199404761905, 10);
    expect(Math.sqrt(known(up.variance))).toBeCloseTo(3.1375888998996, 10);
    const item = first(weighted.items);
    expect(item.value).toBeCloseTo(3.76875, 12);
    expect(Math.sqrt(known(item.variance))).toBeCloseTo(0.32023682731638, 10);
  });

  it("S1: has the standard error that R's survey package gives without a correction beside it", () => {
    const weighted = measureWeighted(small, merged, defaultAnalysisSettings);
    expect(Math.sqrt(known(weighted.maturity.uncorrectedVariance))).toBeCloseTo(5.8940114805418, 10);
    const uncorrected = measureWeighted(small, merged, analysisSettings({ retestReliability: 0 }));
    expect(uncorrected.maturity.variance).toBeCloseTo(known(weighted.maturity.uncorrectedVariance), 10);
    expect(Math.sqrt(known(weighted.items[0]?.uncorrectedVariance))).toBeCloseTo(0.39234133030064, 10);
  });

  it('S1: of a reversed item is turned, with the same error', () => {
    const instrument = smallInstrument({}, ['a']);
    const strata = merged.map((one) => ({ ...one, group: { ...one.group, instrument } }));
    const turned = first(measureWeighted(instrument, strata, defaultAnalysisSettings).items);
    const plain = first(measureWeighted(small, merged, defaultAnalysisSettings).items);
    expect(turned.value).toBeCloseTo(7 - known(plain.value), 12);
    expect(turned.variance).toBeCloseTo(known(plain.variance), 12);
  });

  it('S1: is the unweighted where every stratum answered alike often', () => {
    const strata = surveyed.strata.map(({ name, group }) =>
      stratum(name, { ...group, invited: group.tally.respondents * 2 }),
    );
    const { unweighted, weighted } = estimateWhole(wholeOf(strata));
    expect(weighted?.maturity.value).toBeCloseTo(known(unweighted.maturity.value), 12);
    expect(weighted?.maturity.remark).toBeNull();
  });

  it('S1: has no error where everyone in every stratum answered', () => {
    const strata = surveyed.strata.map(({ name, group }) =>
      stratum(name, { ...group, invited: group.tally.respondents }),
    );
    const maturity = known(estimateWhole(wholeOf(strata)).weighted).maturity;
    expect(maturity.ciLow).toBe(maturity.value);
  });

  it('S1: has df = V² / Σ V_h²/(r_h − 1), a stratum in which everyone answered adding nothing', () => {
    const strata = surveyed.strata.map(({ name, group }, at) =>
      stratum(name, at === 1 ? group : { ...group, invited: group.tally.respondents }),
    );
    expect(estimateWhole(wholeOf(strata)).weighted?.maturity.df).toBeCloseTo(3, 12);
  });

  it('S1: stands beside the unweighted with the reason where they differ by more than rounding', () => {
    const { unweighted, weighted, unweightable } = estimateWhole(surveyed);
    expect(unweightable).toBeNull();
    expect(unweighted).toEqual(estimateGroup(surveyed.group));
    expect(weighted?.maturity.remark).toBe(
      'Den digitala mognaden är 53\u00A0% när varje enhet räknas efter hur många som var inbjudna, i stället för ' +
        '48\u00A0%, eftersom svarsfrekvensen skiljer sig mellan enheterna (från 20\u00A0% till 63\u00A0%).',
    );
    expect(weighted?.strata).toEqual([
      { names: ['Enhet 1'], respondents: 5, invited: 8 },
      { names: ['Enhet 3'], respondents: 5, invited: 9 },
      { names: ['Enhet 2'], respondents: 4, invited: 20 },
    ]);
  });

  it('S1: has a verdict of its own, and the sentence says so where it is another', () => {
    const of = (few: readonly number[], many: readonly number[]): Whole =>
      wholeOf([
        stratum('Liten', groupOfValues(few, few.length + 1)),
        stratum('Stor', groupOfValues(many, many.length * 20)),
      ]);
    const spread = [1, 2, 3, 4, 5, 6];
    const before = of([1, 2, 1, 2, 1, 2, 1, 2, 1, 2], spread);
    const after = of([5, 6, 5, 6, 5, 6, 5, 6, 5, 6], spread);
    const { unweighted, weighted } = compareWholes(before, after);
    expect(unweighted.maturity.verdict).toBe('risen');
    expect(weighted?.maturity.verdict).toBe('within-uncertainty');
    expect(weighted?.maturity.remark).toMatch(
      /^Räknas varje enhet efter hur många som var inbjudna blir slutsatsen en annan\. Den digitala mognaden har gått/u,
    );
    const twice = compareWholes(before, before);
    expect(twice.weighted?.maturity.remark).toBeNull();
    const other = compareWholes(of([2, 3, 2, 3, 2, 3], spread), of([2, 3, 2, 3, 3, 3], spread));
    expect(other.weighted?.maturity.remark).toMatch(
      /är skillnaden \+?[^ ]+ i stället för \+?[^ ]+, eftersom/u,
    );
  });
});

describe('strata', () => {
  const large = groupOfValues([1, 2, 3, 4, 5], 9);

  it('S1: that are hidden, or have fewer than two respondents, become one', () => {
    const { strata } = mergeStrata(small, [
      stratum('A', large),
      stratum('B', large, true),
      stratum('C', groupOfValues([1], 4)),
      stratum('D', groupOfValues([], 6)),
    ]);
    expect(strata?.map(({ names, invited }) => ({ names, invited }))).toEqual([
      { names: ['A'], invited: 9 },
      { names: ['B', 'C', 'D'], invited: 19 },
    ]);
    expect(strata?.[1]?.group.tally.respondents).toBe(6);
  });

  it('S1: take in the smallest of the others while fewer than two respondents are left over', () => {
    const { strata } = mergeStrata(small, [
      stratum('A', large),
      stratum('B', groupOfValues([1, 2, 3], 4)),
      stratum('C', groupOfValues([1], 4)),
    ]);
    expect(strata?.map(({ names }) => names)).toEqual([['A'], ['C', 'B']]);
  });

  it('S1: cannot weight where invited are unknown or hardly anyone answered, and the reason is given', () => {
    const unknown = [stratum('A', large), stratum('B', groupOfValues([1, 2]))];
    expect(mergeStrata(small, unknown)).toEqual({ strata: null, reason: 'invited-unknown' });
    expect(mergeStrata(small, [stratum('A', groupOfValues([1], 3))])).toEqual({
      strata: null,
      reason: 'too-few-respondents',
    });
    expect(estimateWhole(wholeOf(unknown))).toMatchObject({
      weighted: null,
      unweightable: 'invited-unknown',
    });
    expect(compareWholes(wholeOf(unknown), surveyed)).toMatchObject({
      weighted: null,
      unweightable: 'invited-unknown',
    });
  });

  it('S1: count at least those who answered as invited', () => {
    const { strata } = mergeStrata(small, [
      stratum('A', groupOfValues([1, 2, 3], 2)),
      stratum('B', groupOfValues([], 0)),
    ]);
    expect(strata?.map(({ names, invited }) => ({ names, invited }))).toEqual([{ names: ['A'], invited: 3 }]);
  });
});
