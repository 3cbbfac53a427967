import { describe, expect, it } from 'vitest';
import type { Point } from '../../../../core/comparison/rank-correlation.ts';
import {
  adjustCorrelations,
  midranks,
  rankCorrelation,
} from '../../../../core/comparison/rank-correlation.ts';
import { known } from './groups.ts';

function points(x: readonly number[], y: readonly number[]): Point[] {
  return x.map((value, at) => ({ x: value, y: known(y[at]) }));
}

const twelve = points([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [2, 1, 4, 3, 3, 8, 5, 9, 7, 12, 10, 11]);

describe('a rank correlation', () => {
  // R: cor.test(x, y, method = "spearman", exact = TRUE).
  it.each([
    { n: 5, x: [1, 2, 3, 4, 5], y: [2, 1, 4, 3, 5], rho: 0.8, p: 0.133333333333333 },
    {
      n: 7,
      x: [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7],
      y: [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2],
      rho: 0.7142857142857142,
      p: 0.0880952380952381,
    },
    {
      n: 9,
      x: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      y: [3, 1, 2, 6, 4, 5, 9, 7, 8],
      rho: 0.85,
      p: 0.00607363315696649,
    },
  ])('S5: of $n points has the exact p that R gives', ({ x, y, rho, p }) => {
    const found = rankCorrelation(points(x, y));
    expect(found.rho).toBeCloseTo(rho, 12);
    expect(found.p).toBeCloseTo(p, 12);
    expect(found).toMatchObject({ n: x.length, method: 'all-permutations', reason: null });
  });

  it('S5: with ties is on midranks, and p over all orders of them', () => {
    // R: cor(rank(x), rank(y)) over all 720 orders of rank(y).
    const found = rankCorrelation(points([1, 2, 2, 4, 5, 6], [2, 1, 3, 3, 6, 5]));
    expect(found.rho).toBeCloseTo(0.8088235294117646, 12);
    expect(found.p).toBeCloseTo(0.0611111111111111, 12);
    expect(midranks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
  });

  // The smallest coefficients with p ≤ 5 %: 1.000, .886, .786, .738, .700 for 5–9 points.
  it.each([
    [5, 0, 0.9],
    [6, 4, 0.829],
    [7, 12, 0.75],
    [8, 22, 0.714],
    [9, 36, 0.683],
  ])('S5: of %i points is significant first from the coefficient of the table', (n, squares, below) => {
    const x = Array.from({ length: n }, (_, at) => at + 1);
    const limit = 1 - (6 * squares) / (n * (n * n - 1));
    const pOf = (rho: number): number => {
      const found = ordersOf(x).find((y) => Math.abs(rhoOf(x, y) - rho) < 5e-4);
      return known(rankCorrelation(points(x, known(found))).p);
    };
    expect(pOf(limit)).toBeLessThanOrEqual(0.05);
    expect(pOf(below)).toBeGreaterThan(0.05);
  });

  it('S5: from 10 points on comes from t, as R’s cor.test(exact = FALSE), or from seeded random orders', () => {
    const found = rankCorrelation(twelve);
    expect(found.rho).toBeCloseTo(0.914187041181542, 12);
    expect(found.p).toBeCloseTo(3.16859458552773e-5, 12);
    expect(found.method).toBe('t-distribution');
    const random = rankCorrelation(twelve, 7);
    expect(random).toEqual(rankCorrelation(twelve, 7));
    expect(random.method).toBe('random-permutations');
    expect(random.p).toBeLessThan(3e-4);
    expect(random.p).toBeGreaterThan(0);
    const same = points([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rankCorrelation(same).p).toBeLessThan(1e-12);
  });

  it('S5: random orders come near the exact p', () => {
    const weak = points([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [4, 1, 3, 10, 2, 7, 5, 6, 9, 8]);
    expect(Math.abs(known(rankCorrelation(weak, 3).p) - known(rankCorrelation(weak).p))).toBeLessThan(0.01);
  });

  it('S5: is not given of fewer than five points, nor where one side is constant, and says why', () => {
    expect(rankCorrelation(twelve.slice(0, 4))).toEqual({
      n: 4,
      rho: null,
      p: null,
      method: null,
      reason: 'too-few-points',
      sentence: 'Ingen rangkorrelation: 4 enheter med båda värdena är för få, minst 5 behövs.',
    });
    expect(rankCorrelation(points([1, 2, 3, 4, 5], [3, 3, 3, 3, 3]))).toMatchObject({
      rho: null,
      reason: 'no-variation',
      sentence: 'Ingen rangkorrelation: på den ena sidan har alla enheter samma värde.',
    });
  });

  it('S5: is told with its number of units and how p was found', () => {
    expect(rankCorrelation(points([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])).sentence).toBe(
      'Rangkorrelationen är 0,80 över 5 enheter (p = 0,133, alla ordningar prövade).',
    );
    expect(rankCorrelation(twelve).sentence).toBe(
      'Rangkorrelationen är 0,91 över 12 enheter (p < 0,001, t-fördelning).',
    );
    expect(rankCorrelation(twelve, 1).sentence).toContain('100\u00A0000 slumpade ordningar');
  });

  it('S5: of several links is adjusted over them', () => {
    const links = [{ p: 0.01 }, { p: null }, { p: 0.04 }];
    expect(adjustCorrelations(links).map(({ pAdjusted }) => pAdjusted)).toEqual([0.02, null, 0.04]);
  });
});

function rhoOf(x: readonly number[], y: readonly number[]): number {
  const squares = x.reduce((sum, value, at) => sum + (value - known(y[at])) ** 2, 0);
  return 1 - (6 * squares) / (x.length * (x.length ** 2 - 1));
}

/** All orders of `values`. */
function ordersOf(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value) =>
    ordersOf(values.filter((other) => other !== value)).map((tail) => [value, ...tail]),
  );
}
