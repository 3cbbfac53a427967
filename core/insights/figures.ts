import type { Verdict } from '../comparison/verdicts.ts';
import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import { swedishNumber, swedishPercent } from '../numbers.ts';
import type { UnitId } from '../survey/units.ts';

/**
 * What this room is told. Every figure has passed the small-group gate: null is a value that is missing, or
 * that may not be shown (then it has a reason in `hidden`). Nothing here is worked out from anything else.
 */

/** Why figures may not be shown, by the name of the field; absent or empty where all may. */
export type HiddenFields = Readonly<Record<string, string>>;

/** What is known of one item for one group in one year. Means on the scale, shares and percents 0–100. */
export interface ItemFigures {
  readonly code: ItemCode;
  readonly mean: number | null;
  /** Answers on the scale. */
  readonly n: number | null;
  /** Sample standard deviation of the answers. */
  readonly sd?: number | null;
  readonly percent: number | null;
  readonly dontKnowPercent: number | null;
  /** Interval of the mean, on the scale. */
  readonly ciLow?: number | null;
  readonly ciHigh?: number | null;
  /** Interval of the vet ej share, in percent (Wilson's, without finite population correction). */
  readonly dontKnowCiLow?: number | null;
  readonly dontKnowCiHigh?: number | null;
  readonly hidden?: HiddenFields;
}

/** Two shares in percent, and what parts them, in percentage points. */
export interface ShareChange {
  readonly from: number | null;
  readonly to: number | null;
  readonly difference: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/**
 * How one item differs between two sides: two years, the rest of a whole and a unit, the others and a group.
 * Differences are the later (or the group's) value less the other, on the scale.
 */
export interface ItemVerdict {
  readonly code: ItemCode;
  readonly from: { readonly mean: number | null; readonly n: number | null };
  readonly to: { readonly mean: number | null; readonly n: number | null };
  readonly difference: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly pAdjusted: number | null;
  /** True when the verdict also holds of people like those invited, not only of those invited then. */
  readonly firm: boolean | null;
  /** Null where the figures may not be shown. */
  readonly verdict: Verdict | null;
  /** The verdict in plain Swedish, as the comparison words it. */
  readonly sentence?: string | null;
  readonly dontKnow: ShareChange;
}

/** The items of one unit in one year. */
export interface UnitFigures {
  readonly unit: UnitId;
  readonly name: string;
  readonly items: readonly ItemFigures[];
  /** The unit against the rest of its whole; empty where that was not asked for. */
  readonly againstRest: readonly ItemVerdict[];
}

/** The items of one group in one year. */
export interface YearFigures {
  readonly year: number;
  readonly items: readonly ItemFigures[];
}

/**
 * How sure a statement is. `firm`: it holds of people like those who were invited. `among-invited`: it holds of
 * those who were invited then. `unsure`: the figures say so, but the difference is within the uncertainty, or
 * the uncertainty is not known.
 */
export const certainties = ['firm', 'among-invited', 'unsure'] as const;
export type Certainty = (typeof certainties)[number];

/** Orders certainties, the surest first. */
export function compareCertainty(a: Certainty, b: Certainty): number {
  return certainties.indexOf(a) - certainties.indexOf(b);
}

/** True for more than `unsure`. */
export function isSure(certainty: Certainty): boolean {
  return certainty !== 'unsure';
}

/** A difference of means on the scale, as percentage points of the way from its lowest value to its highest. */
export function pointsOf(difference: number, instrument: Instrument): number {
  const { min, max } = instrument.scale;
  return (difference / (max - min)) * 100;
}

/** An item's intervals, as the estimates of a group give them. */
export interface ItemIntervals {
  readonly code: ItemCode;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly dontKnow: { readonly ciLow: number | null; readonly ciHigh: number | null };
}

/** Figures with the intervals of the same group beside them. A hidden or missing value gets none. */
export function withIntervals(
  items: readonly ItemFigures[],
  intervals: readonly ItemIntervals[],
): ItemFigures[] {
  return items.map((item) => {
    const own = intervals.find(({ code }) => code === item.code);
    const hasMean = item.mean !== null;
    const hasShare = item.dontKnowPercent !== null;
    return {
      ...item,
      ciLow: hasMean ? (own?.ciLow ?? null) : null,
      ciHigh: hasMean ? (own?.ciHigh ?? null) : null,
      dontKnowCiLow: hasShare ? (own?.dontKnow.ciLow ?? null) : null,
      dontKnowCiHigh: hasShare ? (own?.dontKnow.ciHigh ?? null) : null,
    };
  });
}

/** A value as it is shown: ".." when it is hidden, "-" when it is missing. */
export function shownPercent(
  figures: ItemFigures | undefined,
  field: 'percent' | 'dontKnowPercent',
  { display }: Instrument,
): string {
  const value = figures?.[field] ?? null;
  if (value === null && figures?.hidden?.[field] !== undefined) return '..';
  return swedishPercent(value, display.percentDecimals, display.rounding);
}

/** A mean as it is shown, with the instrument's decimals. */
export function shownMean(mean: number | null, { display }: Instrument): string {
  return swedishNumber(mean, display.meanDecimals, display.rounding);
}

/** True when any of the item's figures is withheld by the small-group gate. */
export function isHidden(figures: ItemFigures): boolean {
  return Object.keys(figures.hidden ?? {}).length > 0;
}

/** The Swedish name of an item; its code where the instrument does not know it. */
export function itemName(code: ItemCode, instrument: Instrument): string {
  return instrument.items.find((item) => item.code === code)?.name.sv ?? code;
}

/** Place of an item in the instrument, for a stable order; unknown codes come last. */
export function itemPlace(code: ItemCode, instrument: Instrument): number {
  const place = instrument.items.findIndex((item) => item.code === code);
  return place === -1 ? instrument.items.length : place;
}
