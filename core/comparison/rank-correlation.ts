import { swedishNumber } from '../numbers.ts';
import { counted } from '../text.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { twoSidedP } from './distributions.ts';
import { seededRandom } from './seeded-random.ts';

/** Why there is no coefficient. */
export const noCorrelationReasons = ['too-few-points', 'no-variation'] as const;
export type NoCorrelationReason = (typeof noCorrelationReasons)[number];

/** How p was found. */
export const correlationMethods = ['all-permutations', 't-distribution', 'random-permutations'] as const;
export type CorrelationMethod = (typeof correlationMethods)[number];

/** One unit's two values. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How alike two orders of the same units are. */
export interface RankCorrelation {
  readonly n: number;
  /** Spearman's ρ from −1 to 1; null with the reason. */
  readonly rho: number | null;
  /** Two-sided. */
  readonly p: number | null;
  readonly method: CorrelationMethod | null;
  readonly reason: NoCorrelationReason | null;
  /** Plain Swedish. */
  readonly sentence: string;
}

/** Under this many points no coefficient is given. */
export const fewestPoints = 5;
/** Up to this many points every order is tried. */
const mostPointsForAllOrders = 9;
const randomOrders = 100_000;
/** Two coefficients nearer than this are the same but for rounding. */
const rhoTolerance = 1e-9;

/**
 * Spearman's rank correlation on midranks (S5). Of 5–9 points p is the share of all orders with a coefficient
 * at least as far from 0. From 10 points on it comes from t = ρ √((n − 2) / (1 − ρ²)) with n − 2 df, or, given a
 * `seed`, from 100 000 random orders, the one at hand counted among them.
 * @param points leaf units with both values known and shown.
 */
export function rankCorrelation(points: readonly Point[], seed?: number): RankCorrelation {
  const n = points.length;
  if (n < fewestPoints) return without(n, 'too-few-points');
  const x = standardised(midranks(points.map((point) => point.x)));
  const y = standardised(midranks(points.map((point) => point.y)));
  if (x === null || y === null) return without(n, 'no-variation');
  const rho = product(x, y);
  if (n <= mostPointsForAllOrders) return found(n, rho, shareOfAllOrders(x, y, rho), 'all-permutations');
  if (seed !== undefined) return found(n, rho, shareOfRandomOrders(x, y, rho, seed), 'random-permutations');
  const t = rho * Math.sqrt((n - 2) / Math.max(1 - rho * rho, 0));
  return found(n, rho, twoSidedP(t, n - 2), 't-distribution');
}

/** The same correlations with p adjusted over all of them (Benjamini and Hochberg). */
export function adjustCorrelations<Link extends Pick<RankCorrelation, 'p'>>(
  links: readonly Link[],
): (Link & { readonly pAdjusted: number | null })[] {
  const adjusted = benjaminiHochberg(links.map(({ p }) => p));
  return links.map((link, at) => ({ ...link, pAdjusted: adjusted[at] ?? null }));
}

/** Ranks from 1; equal values share the mean of their ranks. */
export function midranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

/** Ranks less their mean, scaled so that their squares add up to 1; null where all are equal. */
function standardised(ranks: readonly number[]): number[] | null {
  const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
  const size = Math.hypot(...ranks.map((rank) => rank - mean));
  return size === 0 ? null : ranks.map((rank) => (rank - mean) / size);
}

function product(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
}

/** Share of all orders of `y` with |ρ*| ≥ |ρ|, walked through by swaps (Heap 1963). */
function shareOfAllOrders(x: readonly number[], y: readonly number[], rho: number): number {
  const limit = Math.abs(rho) - rhoTolerance;
  const order = [...y];
  let orders = 0;
  let asFar = 0;
  const walk = (length: number): void => {
    if (length === 1) {
      orders++;
      if (Math.abs(product(x, order)) >= limit) asFar++;
      return;
    }
    for (let at = 0; at < length; at++) {
      walk(length - 1);
      if (at < length - 1) swap(order, length % 2 === 0 ? at : 0, length - 1);
    }
  };
  walk(order.length);
  return asFar / orders;
}

function swap(values: number[], a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}

function shareOfRandomOrders(x: readonly number[], y: readonly number[], rho: number, seed: number): number {
  const limit = Math.abs(rho) - rhoTolerance;
  const random = seededRandom(seed);
  const order = [...y];
  let asFar = 1;
  for (let at = 0; at < randomOrders; at++) {
    if (Math.abs(product(x, random.shuffle(order))) >= limit) asFar++;
  }
  return asFar / (randomOrders + 1);
}

function without(n: number, reason: NoCorrelationReason): RankCorrelation {
  const sentence =
    reason === 'too-few-points'
      ? `Ingen rangkorrelation: ${counted(n, 'enhet', 'enheter')} med båda värdena är för få, minst ${fewestPoints} behövs.`
      : 'Ingen rangkorrelation: på den ena sidan har alla enheter samma värde.';
  return { n, rho: null, p: null, method: null, reason, sentence };
}

const rhoDecimals = 2;
const pDecimals = 3;
const smallestShownP = 10 ** -pDecimals;

const methodTexts: Readonly<Record<CorrelationMethod, string>> = {
  'all-permutations': 'alla ordningar prövade',
  't-distribution': 't-fördelning',
  'random-permutations': `${randomOrders / 1000}\u00A0000 slumpade ordningar`,
};

function found(n: number, rho: number, p: number, method: CorrelationMethod): RankCorrelation {
  const pText =
    p < smallestShownP ? `< ${swedishNumber(smallestShownP, pDecimals)}` : `= ${swedishNumber(p, pDecimals)}`;
  const sentence = `Rangkorrelationen är ${swedishNumber(rho, rhoDecimals)} över ${n} enheter (p ${pText}, ${methodTexts[method]}).`;
  return { n, rho, p, method, reason: null, sentence };
}
