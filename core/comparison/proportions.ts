import { zWithin } from './distributions.ts';

/** A count out of how many; `of` 0 means that nobody was there to count. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** A share with its interval, all in percent 0–100; null where nobody was there to count. */
export interface ShareEstimate {
  readonly percent: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/** Two shares in percent, and the difference `to` − `from` in percentage points with its interval. */
export interface ShareDifference {
  readonly from: number | null;
  readonly to: number | null;
  readonly difference: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

const toPercent = 100;

/**
 * Wilson's score interval without continuity correction (Wilson 1927), the one that Newcombe (1998) calls
 * method 3. No finite population correction: that makes it rather too wide than too narrow (S2).
 */
export function wilson({ count, of }: Share, level: number): ShareEstimate {
  if (of === 0) return { percent: null, ciLow: null, ciHigh: null };
  const z = zWithin(level);
  const p = count / of;
  const middle = 2 * count + z * z;
  const reach = z * Math.sqrt(z * z + 4 * count * (1 - p));
  const scale = toPercent / (2 * (of + z * z));
  return {
    percent: p * toPercent,
    // At the ends of the scale the formula gives the end itself; arithmetic may leave a trace beside it.
    ciLow: count === 0 ? 0 : (middle - reach) * scale,
    ciHigh: count === of ? toPercent : (middle + reach) * scale,
  };
}

/**
 * The difference of two independent shares with Newcombe's method 10, without continuity correction
 * (Newcombe 1998, Statistics in Medicine 17: 873–890): each limit from the Wilson limits of the two.
 */
export function newcombe(from: Share, to: Share, level: number): ShareDifference {
  const a = wilson(from, level);
  const b = wilson(to, level);
  const unknown = { from: a.percent, to: b.percent, difference: null, ciLow: null, ciHigh: null };
  if (a.percent === null || a.ciLow === null || a.ciHigh === null) return unknown;
  if (b.percent === null || b.ciLow === null || b.ciHigh === null) return unknown;
  const difference = b.percent - a.percent;
  return {
    from: a.percent,
    to: b.percent,
    difference,
    ciLow: difference - Math.hypot(b.percent - b.ciLow, a.ciHigh - a.percent),
    ciHigh: difference + Math.hypot(b.ciHigh - b.percent, a.percent - a.ciLow),
  };
}
