import { crossSum, itemSums } from '../comparison/moments.ts';
import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { Tally } from '../survey/tally.ts';
import { pairIndex, pairSum, sumTallies } from '../survey/tally.ts';
import type { ExchangeBenchmark, Stratum } from './pool.ts';

/**
 * The benchmark's tally with a bound in the place of each pair that was withheld: the variance of any mean of
 * items (rule S1) comes out exact where every pair was sent, and otherwise never narrower. Mark intervals made
 * from it wherever the benchmark has missing pairs.
 */
export function boundedTally({ instrument, strata, tally }: ExchangeBenchmark): Tally {
  const means = itemSums(tally).map(({ n, total }) => (n === 0 ? 0 : total / n));
  return sumTallies(
    instrument,
    strata.map((stratum) => withBounds(stratum, instrument, means)),
  );
}

/**
 * A municipality's tally with bounds for its missing pairs. Within it |S_ij| is at most √(S_ii S_jj) about any
 * centres (Cauchy and Schwarz). The sign is the one that makes the variance larger: plus, since answers have
 * been turned and the weights of a mean of means are never negative.
 *
 * A bound is put in as one respondent more who gave both centres, so that S_ij becomes the bound and every other
 * sum stays as it was.
 *
 * @param centres one for each item: the means that the variance is taken about
 */
export function withBounds(stratum: Stratum, instrument: Instrument, centres: readonly number[]): Tally {
  const { tally, missingPairs } = stratum;
  const pairs = tally.pairs.slice();
  const sums = itemSums(tally);
  const indexOf = new Map<ItemCode, number>(instrument.items.map(({ code, index }) => [code, index]));
  const spreads = centres.map((centre, at) => Math.max(0, crossSum(tally, sums, at, at, centre, centre)));
  for (const [first, second] of missingPairs) {
    const i = indexOf.get(first) ?? 0;
    const j = indexOf.get(second) ?? 0;
    const bound = Math.sqrt((spreads[i] ?? 0) * (spreads[j] ?? 0));
    const [mi, mj] = [centres[i] ?? 0, centres[j] ?? 0];
    const at = pairIndex(tally.itemCount, i, j) * 4;
    pairs[at + pairSum.both] = 1;
    pairs[at + pairSum.first] = mi;
    pairs[at + pairSum.second] = mj;
    pairs[at + pairSum.product] = bound + mi * mj;
  }
  return { ...tally, pairs };
}
