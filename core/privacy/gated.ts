import type { UnitResult, YearResult } from '../scoring/results.ts';
import type { CategoryScore, DimensionScore, ItemScore } from '../scoring/score.ts';
import type { MinimumGroup } from './minimum-group.ts';
import type { HidingReason } from './reasons.ts';

declare const gatedBrand: unique symbol;

/** By field, why it is hidden; a field that is not named is shown, or missing where it is null. */
export type HiddenFields<Field extends string> = { readonly [F in Field]?: HidingReason };

/** An item's fields by the part of its cell that they belong to. */
export const meanFields = ['counts', 'n', 'mean', 'sd', 'percent'] as const;
export const dontKnowFields = ['dontKnow', 'blank', 'refused', 'dontKnowPercent'] as const;
export type ItemField = (typeof meanFields)[number] | (typeof dontKnowFields)[number];
export type UnitField = 'maturityPercent' | 'quadrant' | 'gateYesPercent';

export interface GatedItemScore extends ItemScore {
  readonly hidden: HiddenFields<ItemField>;
}

/** `itemsUsed` is 0 where the percent is hidden. */
export interface GatedCategoryScore extends CategoryScore {
  readonly hidden: HiddenFields<'percent'>;
}

export interface GatedDimensionScore extends DimensionScore {
  readonly hidden: HiddenFields<'percent'>;
}

/**
 * A unit's figures as they may leave the program: every hidden value is null and named in `hidden` beside it.
 * Respondents, invited and response rate are never hidden. Only the gate makes one.
 */
export interface GatedUnitResult extends UnitResult {
  readonly [gatedBrand]: true;
  readonly hidden: HiddenFields<UnitField>;
  readonly dimensions: readonly GatedDimensionScore[];
  readonly categories: readonly GatedCategoryScore[];
  readonly items: readonly GatedItemScore[];
}

/** A year's figures as they may leave the program. Only the gate makes one. */
export interface GatedYearResult extends YearResult {
  readonly [gatedBrand]: true;
  /** What it was gated by; shown with the figures, with the reason where it is under the usual size. */
  readonly minimumGroup: MinimumGroup;
  readonly units: readonly GatedUnitResult[];
}

type Unbranded<Gated> = Omit<Gated, typeof gatedBrand>;

/** Marks what has passed the gate. For the gate's own use: anything else would be a hole in it. */
export function markUnit(unit: Unbranded<GatedUnitResult>): GatedUnitResult {
  return unit as GatedUnitResult;
}

/** Marks what has passed the gate. For the gate's own use: anything else would be a hole in it. */
export function markYear(year: Unbranded<GatedYearResult>): GatedYearResult {
  return year as GatedYearResult;
}
