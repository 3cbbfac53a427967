import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { ItemWeights } from './composite-weights.ts';
import { compositeWeights } from './composite-weights.ts';
import { samplingOf } from './group.ts';
import type { FigureSet, Measured } from './measure.ts';
import { correctionFactor, nothingMeasured } from './measure.ts';
import type { ItemSums } from './moments.ts';
import { crossSum, itemSums, percentPerStep, quadraticForm, withoutRounding } from './moments.ts';
import type { AnalysisSettings } from './settings.ts';
import { fewestAnswersWithSpread } from './settings.ts';
import type { MergedStratum } from './strata.ts';

/** The figures of a whole in which every stratum counts for its invited. */
export type WeightedFigures = FigureSet<Measured & { readonly code: ItemCode }>;

/** A stratum made ready: its sums, and what its variance is multiplied with. */
interface ReadyStratum {
  readonly respondents: number;
  /** d_h = N_h / r_h: the invited that each respondent stands for. */
  readonly weight: number;
  /** 1 − ρ f_h. */
  readonly factor: number;
  readonly stratum: MergedStratum;
  readonly sums: readonly ItemSums[];
}

/**
 * Measures a whole weighted to the invited of each stratum (S1): post-stratified means
 * m_i = Σ d_h T_hi / Σ d_h n_hi, and their stratified linearised variance.
 */
export function measureWeighted(
  instrument: Instrument,
  strata: readonly MergedStratum[],
  settings: AnalysisSettings,
): WeightedFigures {
  const ready = strata.map((stratum): ReadyStratum => {
    const { respondents } = stratum.group.tally;
    return {
      respondents,
      weight: stratum.invited / respondents,
      factor: correctionFactor(samplingOf(stratum.group).fraction, settings),
      stratum,
      sums: itemSums(stratum.group.tally),
    };
  });
  const { min, max } = instrument.scale;
  const steps = percentPerStep(instrument);
  const items = instrument.items.map(({ code, index, reversed }) => {
    let answers = 0;
    let people = 0;
    let total = 0;
    for (const { weight, sums } of ready) {
      answers += sums[index]?.n ?? 0;
      people += weight * (sums[index]?.n ?? 0);
      total += weight * (sums[index]?.total ?? 0);
    }
    const mean = people === 0 ? null : total / people;
    const turned = mean !== null && reversed ? min + max - mean : mean;
    return {
      code,
      answers,
      people,
      mean,
      turned,
      percent: turned === null ? null : (turned - min) * Math.abs(steps[index] ?? 0),
    };
  });

  const composite = (weights: ItemWeights | null): Measured => {
    if (weights === null) return nothingMeasured;
    let value = 0;
    let answers = Infinity;
    const g = weights.map((weight, at) => {
      const item = items[at];
      if (weight === 0 || item === undefined || item.percent === null) return 0;
      value += weight * item.percent;
      answers = Math.min(answers, item.answers);
      return (weight * (steps[at] ?? 0)) / item.people;
    });
    const isComplete = ready.every(({ factor }) => factor === 0);
    if (answers < fewestAnswersWithSpread) return { ...nothingMeasured, value, answers, isComplete };
    const centres = items.map(({ mean }) => mean ?? 0);
    const spreads = ready.map((stratum) => ({
      variance: stratumVariance(stratum, g, centres),
      factor: stratum.factor,
      df: stratum.respondents - 1,
    }));
    const corrected = summedVariance(
      spreads.map((spread) => ({ ...spread, variance: spread.factor * spread.variance })),
    );
    const uncorrected = summedVariance(spreads);
    return {
      value,
      answers,
      ...corrected,
      uncorrectedVariance: uncorrected.variance,
      uncorrectedDf: uncorrected.df,
      isComplete,
    };
  };

  const weights = compositeWeights(instrument, ({ index }) => (items[index]?.answers ?? 0) > 0);
  return {
    maturity: composite(weights.maturity),
    dimensions: weights.dimensions.map(({ code, weights: own }) => ({ code, ...composite(own) })),
    categories: weights.categories.map(({ code, weights: own }) => ({ code, ...composite(own) })),
    items: items.map(({ code, turned }, index) => ({
      code,
      ...onScale(
        composite(turned === null ? null : items.map((_, at) => (at === index ? 1 : 0))),
        turned,
        Math.abs(steps[index] ?? 1),
      ),
    })),
  };
}

/**
 * A stratum's part of the variance without its correction:
 * r_h/(r_h − 1) · d_h² · [Σ_ij g_i g_j S^h_ij − (Σ_i g_i (T_hi − m_i n_hi))² / r_h].
 */
function stratumVariance(
  { respondents, weight, stratum, sums }: ReadyStratum,
  g: readonly number[],
  centres: readonly number[],
): number {
  const { tally } = stratum.group;
  const squares = quadraticForm(g, (i, j) => crossSum(tally, sums, i, j, centres[i] ?? 0, centres[j] ?? 0));
  let sum = 0;
  sums.forEach(({ n, total }, at) => {
    sum += (g[at] ?? 0) * (total - (centres[at] ?? 0) * n);
  });
  const around = withoutRounding(squares - sum ** 2 / respondents, squares);
  return (respondents / (respondents - 1)) * weight ** 2 * around;
}

/** V = Σ V_h with df = V² / Σ V_h²/(r_h − 1). */
function summedVariance(parts: readonly { readonly variance: number; readonly df: number }[]) {
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const terms = parts.reduce((sum, part) => sum + part.variance ** 2 / part.df, 0);
  return { variance, df: terms === 0 ? null : variance ** 2 / terms };
}

/** An item measured in percent, on its scale. */
function onScale(measured: Measured, value: number | null, percentPerScaleStep: number): Measured {
  const toScale = (variance: number | null): number | null =>
    variance === null ? null : variance / percentPerScaleStep ** 2;
  return {
    ...measured,
    value,
    variance: toScale(measured.variance),
    uncorrectedVariance: toScale(measured.uncorrectedVariance),
  };
}
