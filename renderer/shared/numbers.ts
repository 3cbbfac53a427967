import type { ShownValue } from '../../core/api.ts';
import { swedishDifference, swedishNumber, swedishPercent } from '../../core/numbers.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';
import { useWorkspace } from '../app/window.tsx';

/** Numbers as the workspace shows them, rounded once and by its rule. */
export interface Numbers {
  /** "3,2" on the scale. */
  readonly mean: (value: number | null) => string;
  /** "42,0 %". */
  readonly percent: (value: number | null) => string;
  /** "42,0", where the sign of percent stands elsewhere. */
  readonly percentNumber: (value: number | null) => string;
  /** "42 %", for shares that are counted. */
  readonly share: (value: number | null) => string;
  /** "−0,2" in steps of the scale. */
  readonly meanDifference: (value: number | null) => string;
  /** "−2,0" in percentage points. */
  readonly percentDifference: (value: number | null) => string;
}

/** The workspace's way to write numbers. */
export function useNumbers(): Numbers {
  const { meanDecimals, percentDecimals, rounding } = useWorkspace().summary.instrument.display;
  return {
    mean: (value) => swedishNumber(value, meanDecimals, rounding),
    percent: (value) => swedishPercent(value, percentDecimals, rounding),
    percentNumber: (value) => swedishNumber(value, percentDecimals, rounding),
    share: (value) => swedishPercent(value, 0, rounding),
    meanDifference: (value) => swedishDifference(value, meanDecimals, rounding),
    percentDifference: (value) => swedishDifference(value, percentDecimals, rounding),
  };
}

/** A value that may be hidden, written: ".." for hidden, else as `write` does. */
export function shown({ value, hidden }: ShownValue, write: (value: number | null) => string): string {
  return hidden === null ? write(value) : hiddenSign;
}
