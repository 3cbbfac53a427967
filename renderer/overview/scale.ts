import { ticksOf } from '../../core/figures/axis.ts';

/** A level scale of percents, told in percent of its own width so that it fits any. */
export interface Scale {
  readonly lowest: number;
  readonly highest: number;
  readonly ticks: readonly number[];
  /** Where a value stands, 0–100 from the left. */
  at(value: number): number;
}

/** Left free at either end, as a share of the range, so that marks are not cut. */
const margin = 0.08;
/** Ends lie on multiples of this. */
const step = 5;
/** The scale is drawn at about this width, in px: it decides how many ticks there are. */
const usualWidth = 440;
const roomPerTick = 70;

/** A scale that holds all values; null without any. */
export function scaleOver(values: readonly (number | null)[]): Scale | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const least = Math.min(...known);
  const most = Math.max(...known);
  const spare = Math.max(1, (most - least) * margin);
  const lowest = Math.max(0, Math.floor((least - spare) / step) * step);
  const highest = Math.min(100, Math.ceil((most + spare) / step) * step);
  const axis = { lowest, highest, left: 0, right: usualWidth };
  return {
    lowest,
    highest,
    ticks: ticksOf(axis, roomPerTick),
    at: (value) => ((value - lowest) / (highest - lowest)) * 100,
  };
}
