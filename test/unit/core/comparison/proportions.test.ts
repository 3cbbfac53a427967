import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombe, wilson } from '../../../../core/comparison/proportions.ts';

const level = 0.95;

describe('a share', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods",
  // Statistics in Medicine 17 (1998) 857–872, table I, method 3 (Wilson's score without continuity correction).
  it.each([
    { count: 81, of: 263, low: 0.2553, high: 0.3662 },
    { count: 15, of: 148, low: 0.0624, high: 0.1605 },
    { count: 0, of: 20, low: 0, high: 0.1611 },
    { count: 1, of: 29, low: 0.0061, high: 0.1718 },
  ])("S2: has Wilson's interval, as in the published example $count of $of", ({ count, of, low, high }) => {
    const share = wilson({ count, of }, level);
    expect(share.percent).toBeCloseTo((count / of) * 100, 10);
    expect(share.ciLow).toBeCloseTo(low * 100, 2);
    expect(share.ciHigh).toBeCloseTo(high * 100, 2);
  });

  it("S2: has Wilson's interval as R's prop.test(15, 148, correct = FALSE) gives it", () => {
    const share = wilson({ count: 15, of: 148 }, level);
    expect(share.ciLow).toBeCloseTo(6.23863995307363, 10);
    expect(share.ciHigh).toBeCloseTo(16.0487241723208, 10);
  });

  // Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven
  // methods", Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  it.each([
    { to: [56, 70], from: [48, 80], low: 0.0524, high: 0.3339 },
    { to: [9, 10], from: [3, 10], low: 0.1705, high: 0.809 },
    { to: [6, 7], from: [2, 7], low: 0.0582, high: 0.8062 },
    { to: [5, 56], from: [0, 29], low: -0.0381, high: 0.1926 },
    { to: [0, 10], from: [0, 20], low: -0.1611, high: 0.2775 },
    { to: [0, 10], from: [0, 10], low: -0.2775, high: 0.2775 },
    { to: [10, 10], from: [0, 20], low: 0.6791, high: 1 },
    { to: [10, 10], from: [0, 10], low: 0.6075, high: 1 },
  ] as const)(
    'S2: differs by Newcombe’s method 10, as in the published example $to less $from',
    (example) => {
      const difference = newcombe(
        { count: example.from[0], of: example.from[1] },
        { count: example.to[0], of: example.to[1] },
        level,
      );
      expect(difference.ciLow).toBeCloseTo(example.low * 100, 2);
      expect(difference.ciHigh).toBeCloseTo(example.high * 100, 2);
    },
  );

  it('S2: has no value, interval or difference where nobody was there to count', () => {
    expect(wilson({ count: 0, of: 0 }, level)).toEqual({ percent: null, ciLow: null, ciHigh: null });
    expect(newcombe({ count: 0, of: 0 }, { count: 1, of: 4 }, level)).toEqual({
      from: null,
      to: 25,
      difference: null,
      ciLow: null,
      ciHigh: null,
    });
  });

  it('S2: has an interval within 0–100 that holds it', () => {
    const shares = fc.nat(300).chain((of) => fc.nat(of).map((count) => ({ count, of: of + 1 })));
    fc.assert(
      fc.property(shares, (share) => {
        const { percent, ciLow, ciHigh } = wilson(share, level);
        expect(ciLow).toBeGreaterThanOrEqual(0);
        expect(ciLow).toBeLessThanOrEqual(percent ?? NaN);
        expect(ciHigh).toBeGreaterThanOrEqual(percent ?? NaN);
        expect(ciHigh).toBeLessThanOrEqual(100);
      }),
    );
  });
});
