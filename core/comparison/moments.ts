import type { Instrument } from '../instrument/instrument.ts';
import type { Tally } from '../survey/tally.ts';
import { pairIndex, pairSum, statesOf } from '../survey/tally.ts';

/** Sums of one item's raw answers: how many, Σy and Σy². */
export interface ItemSums {
  readonly n: number;
  readonly total: number;
  readonly squares: number;
}

/** The raw sums of every item, by place in the instrument. */
export function itemSums(tally: Tally): readonly ItemSums[] {
  const { itemCount, points, scaleMin, counts } = tally;
  return Array.from({ length: itemCount }, (_, item) => {
    let n = 0;
    let total = 0;
    let squares = 0;
    for (let point = 0; point < points; point++) {
      const count = counts[item * statesOf(points) + point] ?? 0;
      const value = scaleMin + point;
      n += count;
      total += count * value;
      squares += count * value * value;
    }
    return { n, total, squares };
  });
}

const sumsPerPair = Object.keys(pairSum).length;

/**
 * S_ij of S1: Σ (y_i − m_i)(y_j − m_j) over those who gave a value to both items, from the pair sums of the
 * tally, P_ij − m_j A_ij − m_i A_ji + m_i m_j n_ij. The m are any centres, not only the tally's own means.
 */
export function crossSum(
  tally: Tally,
  sums: readonly ItemSums[],
  i: number,
  j: number,
  mi: number,
  mj: number,
): number {
  if (i > j) return crossSum(tally, sums, j, i, mj, mi);
  if (i === j) {
    const { n = 0, total = 0, squares = 0 } = sums[i] ?? {};
    return squares - (mi + mj) * total + mi * mj * n;
  }
  const at = pairIndex(tally.itemCount, i, j) * sumsPerPair;
  const both = tally.pairs[at + pairSum.both] ?? 0;
  const first = tally.pairs[at + pairSum.first] ?? 0;
  const second = tally.pairs[at + pairSum.second] ?? 0;
  const product = tally.pairs[at + pairSum.product] ?? 0;
  return product - mj * first - mi * second + mi * mj * both;
}

/** c_i of S1: percent per step of the raw scale, negative for a reversed item. */
export function percentPerStep(instrument: Instrument): readonly number[] {
  const { min, max } = instrument.scale;
  const step = 100 / (max - min);
  return instrument.items.map(({ reversed }) => (reversed ? -step : step));
}

/** Many times the relative error of the sums here, and far under any variance that answers can have. */
const roundingShare = 1e-12;

/** A variance that is no more than rounding beside the `size` of what it was summed from is 0. */
export function withoutRounding(variance: number, size: number): number {
  return variance <= size * roundingShare ? 0 : variance;
}

/**
 * Σ_ij a_i a_j s(i, j) for symmetric s, over items whose a is not 0; what rounding leaves beside 0 is 0.
 */
export function quadraticForm(weights: readonly number[], s: (i: number, j: number) => number): number {
  const used = weights.flatMap((weight, at) => (weight === 0 ? [] : [{ weight, at }]));
  let sum = 0;
  let size = 0;
  used.forEach((a, place) => {
    for (let other = 0; other <= place; other++) {
      const b = used[other];
      if (b === undefined) continue;
      const times = other === place ? 1 : 2;
      const term = times * a.weight * b.weight * s(a.at, b.at);
      sum += term;
      size += Math.abs(term);
    }
  });
  return withoutRounding(sum, size);
}
