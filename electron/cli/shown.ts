import type { RoundingRule } from '../../core/instrument/instrument.ts';
import { swedishDifference, swedishNumber, swedishPercent } from '../../core/numbers.ts';
import type { HidingReason } from '../../core/privacy/reasons.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';

/** Figures on a terminal: ".." where they are hidden, "-" where they are missing. */
export interface Shown {
  number(value: number | null, decimals: number, reason?: HidingReason): string;
  percent(value: number | null, reason?: HidingReason): string;
  mean(value: number | null, reason?: HidingReason): string;
  difference(value: number | null, decimals: number, reason?: HidingReason): string;
}

/** Writes figures with an instrument's decimals and rounding. */
export function shownBy({
  percentDecimals,
  meanDecimals,
  rounding,
}: {
  readonly percentDecimals: number;
  readonly meanDecimals: number;
  readonly rounding: RoundingRule;
}): Shown {
  const or = (reason: HidingReason | undefined, words: string): string =>
    reason === undefined ? words : hiddenSign;
  return {
    number: (value, decimals, reason) => or(reason, swedishNumber(value, decimals, rounding)),
    percent: (value, reason) => or(reason, swedishPercent(value, percentDecimals, rounding)),
    mean: (value, reason) => or(reason, swedishNumber(value, meanDecimals, rounding)),
    difference: (value, decimals, reason) => or(reason, swedishDifference(value, decimals, rounding)),
  };
}
