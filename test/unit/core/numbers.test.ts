import { describe, expect, it } from 'vitest';
import { roundTo, swedishDifference, swedishNumber, swedishPercent } from '../../../core/numbers.ts';

describe('numbers as shown', () => {
  it('A-6: round halves as the rule says, and everything else alike', () => {
    expect(roundTo(63.5, 0, 'half-up')).toBe(64);
    expect(roundTo(63.5, 0, 'half-down')).toBe(63);
    expect(roundTo(63.5, 0, 'half-even')).toBe(64);
    expect(roundTo(62.5, 0, 'half-even')).toBe(62);
    expect(roundTo(-2.5, 0, 'half-up')).toBe(-3);
    for (const rule of ['half-up', 'half-down', 'half-even'] as const) {
      expect(roundTo(63.51, 0, rule)).toBe(64);
      expect(roundTo(63.49, 0, rule)).toBe(63);
    }
  });

  it('A-6: take what arithmetic leaves behind for the half that it is', () => {
    expect(roundTo(1.005, 2, 'half-up')).toBe(1.01);
    expect(roundTo(1.005, 2, 'half-down')).toBe(1);
    expect(roundTo(0.1 + 0.2, 1, 'half-up')).toBe(0.3);
    expect(roundTo(2.9999999999999996, 0, 'half-down')).toBe(3);
  });

  it('A-6: are written the Swedish way', () => {
    expect(swedishNumber(3.2449, 1)).toBe('3,2');
    expect(swedishNumber(-0.4, 1)).toBe('\u22120,4');
    expect(swedishNumber(-0.01, 1)).toBe('0,0');
    expect(swedishPercent(42, 0)).toBe('42\u00A0%');
    expect(swedishDifference(0.3, 1)).toBe('+0,3');
    expect(swedishDifference(-2, 1)).toBe('\u22122,0');
    expect(swedishDifference(0.04, 1)).toBe('±0');
    expect(swedishNumber(null, 1)).toBe('-');
  });
});
