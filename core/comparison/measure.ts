import type { CategoryCode, DimensionCode, Item, ItemCode } from '../instrument/instrument.ts';
import type { ItemScore } from '../scoring/score.ts';
import { score } from '../scoring/score.ts';
import type { ItemWeights } from './composite-weights.ts';
import { compositeWeights } from './composite-weights.ts';
import type { Group, Sampling } from './group.ts';
import { samplingOf } from './group.ts';
import type { ItemSums } from './moments.ts';
import { crossSum, itemSums, percentPerStep, quadraticForm } from './moments.ts';
import type { Share } from './proportions.ts';
import type { AnalysisSettings } from './settings.ts';
import { fewestAnswersWithSpread } from './settings.ts';

/** A figure with what is needed to put an interval around it or to test it against another. */
export interface Measured {
  /** On the scale for an item, in percent 0–100 for a composite; null where there is none. */
  readonly value: number | null;
  /** The fewest answers that any item in it rests on. */
  readonly answers: number;
  /** Sampling variance with the finite population correction; null where an item has fewer than two answers. */
  readonly variance: number | null;
  readonly df: number | null;
  /** The same without the correction: the variance among people like them. */
  readonly uncorrectedVariance: number | null;
  readonly uncorrectedDf: number | null;
  /** Nothing is left to chance: everyone invited answered, and would answer the same again. */
  readonly isComplete: boolean;
}

/** An item measured, on the scale as it is turned for a reversed one. */
export interface MeasuredItem extends Measured {
  readonly code: ItemCode;
  /** Sample standard deviation (n − 1). */
  readonly sd: number | null;
  /** Vet ej among answers and vet ej together. */
  readonly dontKnow: Share;
}

/** The figures that can be compared. */
export interface FigureSet<Item extends Measured & { readonly code: ItemCode }> {
  readonly maturity: Measured;
  readonly dimensions: readonly (Measured & { readonly code: DimensionCode })[];
  readonly categories: readonly (Measured & { readonly code: CategoryCode })[];
  readonly items: readonly Item[];
}

/** All figures of a group of respondents. */
export interface MeasuredGroup extends FigureSet<MeasuredItem> {
  readonly group: Group;
  readonly sampling: Sampling;
  /** Yes to the gate question among those who answered it. */
  readonly gateYes: Share;
}

/** A figure without a value. */
export const nothingMeasured: Measured = {
  value: null,
  answers: 0,
  variance: null,
  df: null,
  uncorrectedVariance: null,
  uncorrectedDf: null,
  isComplete: false,
};

/** The factor 1 − ρ f that every variance of a group carries (S1, S2), 0–1. */
export function correctionFactor(fraction: number, { retestReliability }: AnalysisSettings): number {
  return 1 - retestReliability * fraction;
}

/** What has been measured of a group, and by which settings: an analysis compares the same one many times. */
const measuredBefore = new WeakMap<
  Group,
  { readonly settings: AnalysisSettings; readonly measured: MeasuredGroup }
>();

/** Measures every figure of a group from its tally (S1). */
export function measureGroup(group: Group, settings: AnalysisSettings): MeasuredGroup {
  const before = measuredBefore.get(group);
  if (before?.settings === settings) return before.measured;
  const measured = measure(group, settings);
  measuredBefore.set(group, { settings, measured });
  return measured;
}

function measure(group: Group, settings: AnalysisSettings): MeasuredGroup {
  const { tally, instrument } = group;
  const sampling = samplingOf(group);
  const factor = correctionFactor(sampling.fraction, settings);
  const scored = score(tally, instrument);
  const answersOf = ({ index }: Item): number => scored.items[index]?.n ?? 0;
  const weights = compositeWeights(instrument, (item) => answersOf(item) > 0);
  const composite = compositeMeasure(group, factor);

  return {
    group,
    sampling,
    maturity: composite(scored.maturityPercent, weights.maturity),
    dimensions: weights.dimensions.map(({ code, weights: own }, at) => ({
      code,
      ...composite(scored.dimensions[at]?.percent ?? null, own),
    })),
    categories: weights.categories.map(({ code, weights: own }, at) => ({
      code,
      ...composite(scored.categories[at]?.percent ?? null, own),
    })),
    items: scored.items.map((item) => measuredItem(item, factor)),
    gateYes: { count: tally.gateYes, of: tally.gateYes + tally.gateNo },
  };
}

/** v = (1 − ρ f) s²/n with n − 1 df (S2). */
function measuredItem(item: ItemScore, factor: number): MeasuredItem {
  const n = item.n ?? 0;
  const uncorrected = item.sd === null ? null : item.sd ** 2 / n;
  const df = uncorrected === null ? null : n - 1;
  const dontKnow = item.dontKnow ?? 0;
  return {
    code: item.code,
    sd: item.sd,
    dontKnow: { count: dontKnow, of: n + dontKnow },
    value: item.mean,
    answers: n,
    variance: uncorrected === null ? null : factor * uncorrected,
    df,
    uncorrectedVariance: uncorrected,
    uncorrectedDf: df,
    isComplete: factor === 0,
  };
}

/**
 * Measures composites of a group: the linearised variance V = (1 − ρ f) Σ_ij q_i q_j S_ij with
 * q_i = w_i c_i / √(n_i (n_i − 1)), and df = n̄ − 1 with n̄ = 1 / Σ (ω_i / n_i) (S1).
 */
function compositeMeasure(group: Group, factor: number) {
  const { tally, instrument } = group;
  const sums = itemSums(tally);
  const steps = percentPerStep(instrument);
  const means = sums.map(({ n, total }) => (n === 0 ? 0 : total / n));
  const perAnswer = sums.map(({ n }, at) => (n < 2 ? 0 : (steps[at] ?? 0) / Math.sqrt(n * (n - 1))));
  const crossSumOf = (i: number, j: number): number =>
    crossSum(tally, sums, i, j, means[i] ?? 0, means[j] ?? 0);

  return (value: number | null, weights: ItemWeights | null): Measured => {
    if (value === null || weights === null) return nothingMeasured;
    const answersUsed = sums.flatMap(({ n }, at) => (weights[at] === 0 ? [] : [n]));
    const answers = Math.min(...answersUsed);
    const isComplete = factor === 0;
    if (answers < fewestAnswersWithSpread) return { ...nothingMeasured, value, answers, isComplete };
    const q = weights.map((weight, at) => weight * (perAnswer[at] ?? 0));
    const uncorrectedVariance = quadraticForm(q, crossSumOf);
    const df = effectiveAnswers(weights, sums) - 1;
    return {
      value,
      answers,
      variance: factor * uncorrectedVariance,
      df,
      uncorrectedVariance,
      uncorrectedDf: df,
      isComplete,
    };
  };
}

/** n̄ = 1 / Σ (ω_i / n_i): the number of answers that a composite is worth. */
function effectiveAnswers(weights: ItemWeights, sums: readonly ItemSums[]): number {
  let total = 0;
  let inverse = 0;
  weights.forEach((weight, at) => {
    if (weight === 0) return;
    total += weight;
    inverse += weight / (sums[at]?.n ?? 0);
  });
  return total / inverse;
}
