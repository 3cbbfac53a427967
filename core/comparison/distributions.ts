import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import tCdfOf from '@stdlib/stats-base-dists-t-cdf';
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile';

/** The distributions that intervals and tests need: the one place that knows which library has them. */

/** The t that `level` (0–1) of Student's distribution lies within on both sides; `df` above 0. */
export function tWithin(level: number, df: number): number {
  return tQuantileOf((1 + level) / 2, df);
}

/** The z that `level` (0–1) of the normal distribution lies within on both sides. */
export function zWithin(level: number): number {
  return normalQuantileOf((1 + level) / 2, 0, 1);
}

/** Two-sided p (0–1) of a t with `df` above 0; exact far out too, since the lower tail is taken. */
export function twoSidedP(t: number, df: number): number {
  return 2 * tCdfOf(-Math.abs(t), df);
}
