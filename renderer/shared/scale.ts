import { ticksOf } from '../../core/figures/axis.ts';

/** A level scale, told in percent of its own width so that it fits any. */
export interface Scale {
  readonly lowest: number;
  readonly highest: number;
  readonly ticks: readonly number[];
  /** Where a value stands, 0–100 from the left. */
  at(value: number): number;
}

/** What a scale is of. */
export interface ScaleOf {
  /** No value lies outside these. */
  readonly least: number;
  readonly most: number;
  /** Ends lie on multiples of this. */
  readonly step: number;
  /** About as wide as it is drawn, in px: it decides how many ticks there are. */
  readonly width: number;
}

const percents: ScaleOf = { least: 0, most: 100, step: 5, width: 440 };

/** Left free at either end, as a share of the range, so that marks are not cut. */
const margin = 0.08;
const roomPerTick = 70;
/** What adding tenths leaves behind is less than this share of a step. */
const nearly = 1e-9;

/** A scale that holds all values, of percents unless told; null without any. */
export function scaleOver(values: readonly (number | null)[], of: ScaleOf = percents): Scale | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const { least, most, step } = of;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const spare = Math.max(step / 5, (high - low) * margin);
  return scaleBetween(
    Math.max(least, Math.floor((low - spare) / step + nearly) * step),
    Math.min(most, Math.ceil((high + spare) / step - nearly) * step),
    of,
  );
}

/** A scale between two ends. */
export function scaleBetween(lowest: number, highest: number, { width }: Pick<ScaleOf, 'width'>): Scale {
  return {
    lowest,
    highest,
    ticks: ticksOf({ lowest, highest, left: 0, right: width }, roomPerTick),
    at: (value) => ((value - lowest) / (highest - lowest)) * 100,
  };
}
