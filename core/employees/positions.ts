import type { RoundingRule } from '../instrument/instrument.ts';
import type { Band } from './bands.ts';
import { bandOf } from './bands.ts';

/** Where one result stands, on 0–100. */
export interface Position {
  /** Null is missing, or hidden. */
  readonly percent: number | null;
  readonly hidden: boolean;
  readonly band: Band | null;
  /** 1 is the highest among the units that have both results; ties share the middle place. Null for the whole. */
  readonly rank: number | null;
  /** Points above (or, negative, below) the whole of the same survey; null where the whole has no value. */
  readonly aboveWholePoints: number | null;
}

/** A value before it has been placed among others. */
export interface Value {
  readonly percent: number | null;
  readonly hidden: boolean;
}

/** Places a value among `ranked`, the values of the same survey that take part in the ranking. */
export function positionOf(
  value: Value,
  whole: Value,
  ranked: readonly number[] | null,
  bands: readonly Band[],
  rounding: RoundingRule,
): Position {
  const { percent, hidden } = value;
  return {
    percent,
    hidden,
    band: bandOf(percent, bands, rounding),
    rank: percent === null || ranked === null ? null : midrank(percent, ranked),
    aboveWholePoints: percent === null || whole.percent === null ? null : percent - whole.percent,
  };
}

/** Place from the highest; values that tie share the mean of their places. */
function midrank(value: number, all: readonly number[]): number {
  const above = all.filter((other) => other > value).length;
  const same = all.filter((other) => other === value).length;
  return above + (same + 1) / 2;
}

export const directions = ['up', 'down', 'unchanged'] as const;
export type Direction = (typeof directions)[number];

/** Whether two surveys moved alike. `one-sided`: one moved and the other did not. */
export const agreements = ['agree', 'opposite', 'one-sided'] as const;
export type Agreement = (typeof agreements)[number];

/** The direction of a difference, where those of at most `limit` points are none. */
export function directionOf(difference: number | null, limit: number): Direction | null {
  if (difference === null) return null;
  if (Math.abs(difference) <= limit) return 'unchanged';
  return difference > 0 ? 'up' : 'down';
}

/** Whether two directions agree; null where one is not known. */
export function agreementOf(a: Direction | null, b: Direction | null): Agreement | null {
  if (a === null || b === null) return null;
  if (a === b) return 'agree';
  return a === 'unchanged' || b === 'unchanged' ? 'one-sided' : 'opposite';
}
