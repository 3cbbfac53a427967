import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf } from '../../bench/growth.ts';
import type { Measured } from '../../bench/measured.ts';

function step(respondents: number | null, seconds: number, name = 'läsa'): Measured {
  return { group: 'G', step: name, respondents, seconds, peakMegabytes: null, note: '' };
}

describe('how a step grows', () => {
  it('is the power that its times follow, whatever the machine', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        (power, once) => {
          const [growth] = growthOf(
            [1000, 10_000, 100_000].map((size) => step(size, once * (size / 1000) ** power)),
          );
          expect(growth?.exponent).toBeCloseTo(power, 6);
          expect(growth?.lastExponent).toBeCloseTo(power, 6);
          expect(growth?.isTooFast).toBe((growth?.exponent ?? 0) > 1.1);
        },
      ),
    );
  });

  it('is told of the largest sizes too, where a start hides it on the whole', () => {
    const [growth] = growthOf([step(100_000, 12), step(1000, 1), step(10_000, 1)]);
    expect(growth?.exponent).toBeLessThan(0.6);
    expect(growth?.lastExponent).toBeGreaterThan(1.07);
    expect(growthOf([step(10_000, 1), step(1000, 1), step(100_000, 20)])[0]?.isTooFast).toBe(true);
  });

  it('is told of each step by itself, and of none that has one size, no size, or times too short to mean anything', () => {
    const growth = growthOf([
      step(1000, 1),
      step(10_000, 10),
      step(1000, 1, 'räkna'),
      step(null, 1, 'visa'),
      step(1000, 0.0001, 'blink'),
      step(10_000, 0.001, 'blink'),
    ]);
    expect(growth.map((one) => one.step)).toEqual(['läsa']);
  });
});
