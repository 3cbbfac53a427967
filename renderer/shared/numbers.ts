import type { ShownValue } from '../../core/api.ts';
import { writtenBy } from '../../core/figures/written.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';
import { useWorkspace } from '../app/window.tsx';
import { useLanguage } from '../texts/texts.ts';

/** Numbers as figures write them, in the window's language: rounded once and by the workspace's rule. */
export interface Numbers {
  /** "3,2" on the scale. */
  readonly mean: (value: number | null) => string;
  /** "42 %", with the decimals of the workspace. */
  readonly percent: (value: number | null) => string;
  /** "42", where the sign of percent stands elsewhere. */
  readonly percentNumber: (value: number | null) => string;
  /** "42 %" without decimals, for shares that are counted. */
  readonly share: (value: number | null) => string;
  /** "−0,2" in steps of the scale. */
  readonly meanDifference: (value: number | null) => string;
  /** "−2,0" in percentage points. */
  readonly percentDifference: (value: number | null) => string;
}

/** The workspace's way to write numbers. */
export function useNumbers(): Numbers {
  const written = writtenBy({
    format: useWorkspace().summary.instrument.display,
    language: useLanguage(),
  });
  return {
    mean: (value) => written.mean(value),
    percent: (value) => written.percent(value),
    percentNumber: (value) => written.percent(value).replace(/\s?%$/u, ''),
    share: (value) => written.wholePercent(value),
    meanDifference: (value) => written.difference(value, 'mean'),
    percentDifference: (value) => written.difference(value, 'percent'),
  };
}

/** A value that may be hidden, written: ".." for hidden, else as `write` does. */
export function shown({ value, hidden }: ShownValue, write: (value: number | null) => string): string {
  return hidden === null ? write(value) : hiddenSign;
}
