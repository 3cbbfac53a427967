import type { CategoryCode, DimensionCode, ItemCode } from '../instrument/instrument.ts';
import type { EstimateAssumptions } from './assumptions.ts';
import { estimateAssumptions } from './assumptions.ts';
import { tWithin } from './distributions.ts';
import type { Group } from './group.ts';
import type { Measured } from './measure.ts';
import { measureGroup } from './measure.ts';
import type { ShareEstimate } from './proportions.ts';
import { wilson } from './proportions.ts';
import type { AnalysisSettings } from './settings.ts';
import { defaultAnalysisSettings } from './settings.ts';

/** A figure with its interval: in percent 0–100 for a composite, on the scale for an item. */
export interface Estimate {
  readonly value: number | null;
  /** Null where an item in it has fewer than two answers. */
  readonly standardError: number | null;
  readonly df: number | null;
  /**
   * Not cut at the ends of the scale, so that it stays even around the value: what reaches outside says how
   * rough it is. Null also where the answers show no spread though some of the invited did not answer.
   */
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/** An item's mean with its interval, and its share of "vet ej". */
export interface ItemEstimate extends Estimate {
  readonly code: ItemCode;
  /** Answers on the scale. */
  readonly n: number;
  /** Sample standard deviation (n − 1). */
  readonly sd: number | null;
  readonly dontKnow: ShareEstimate;
}

/** All figures of a group with their intervals. */
export interface GroupEstimates {
  readonly maturity: Estimate;
  readonly dimensions: readonly (Estimate & { readonly code: DimensionCode })[];
  readonly categories: readonly (Estimate & { readonly code: CategoryCode })[];
  readonly items: readonly ItemEstimate[];
  readonly gateYesPercent: ShareEstimate;
  readonly assumptions: EstimateAssumptions;
}

/** Every figure of a group with its interval (S1 for composites, S2 for items and shares). */
export function estimateGroup(
  group: Group,
  settings: AnalysisSettings = defaultAnalysisSettings,
): GroupEstimates {
  const measured = measureGroup(group, settings);
  const { level } = settings;
  const coded = <Code>(figure: Measured & { readonly code: Code }) => ({
    code: figure.code,
    ...estimateOf(figure, level),
  });
  return {
    maturity: estimateOf(measured.maturity, level),
    dimensions: measured.dimensions.map(coded),
    categories: measured.categories.map(coded),
    items: measured.items.map((item) => ({
      ...coded(item),
      n: item.answers,
      sd: item.sd,
      dontKnow: wilson(item.dontKnow, level),
    })),
    gateYesPercent: wilson(measured.gateYes, level),
    assumptions: estimateAssumptions(measured.sampling, settings),
  };
}

/** The interval around a measured figure: value ± t √V. */
export function estimateOf({ value, variance, df, isComplete }: Measured, level: number): Estimate {
  if (value === null || variance === null) {
    return { value, standardError: null, df: null, ciLow: null, ciHigh: null };
  }
  const standardError = Math.sqrt(variance);
  if (variance === 0 || df === null) {
    const limit = isComplete ? value : null;
    return { value, standardError, df, ciLow: limit, ciHigh: limit };
  }
  const reach = standardError * tWithin(level, df);
  return { value, standardError, df, ciLow: value - reach, ciHigh: value + reach };
}
