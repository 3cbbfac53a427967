import { describe, expect, it } from 'vitest';
import type { Measured } from '../../bench/measured.ts';
import { nameOf } from '../../bench/measured.ts';
import { referenceOf, worsened } from '../../bench/reference.ts';

function step(name: string, seconds: number, respondents: number | null = null): Measured {
  return { group: 'G', step: name, respondents, seconds, peakMegabytes: null, note: '' };
}

const yardstick = nameOf(step('måttstock', 1));

describe('what has become slower', () => {
  it('is told by ratios to the yardstick, so that a slower machine changes nothing', () => {
    const before = referenceOf([step('måttstock', 2), step('läsa', 1), step('räkna', 0.5)], yardstick);
    const after = referenceOf([step('måttstock', 6), step('läsa', 3), step('räkna', 1.5)], yardstick);
    expect(before).not.toBeNull();
    expect(after).toEqual(before);
  });

  it('is what takes more than a fifth longer, the worst first; what is new is not', () => {
    const before = referenceOf([step('måttstock', 1), step('a', 1), step('b', 1), step('c', 1)], yardstick);
    const after = referenceOf(
      [step('måttstock', 1), step('a', 1.19), step('b', 1.3), step('c', 2), step('ny', 9)],
      yardstick,
    );
    if (before === null || after === null) throw new Error('no reference');
    expect(worsened(after, before).map(({ name }) => name)).toEqual(['G · c', 'G · b']);
  });

  it('is not told without the yardstick', () => {
    expect(referenceOf([step('läsa', 1)], yardstick)).toBeNull();
  });

  it('tells one size of a step from another', () => {
    expect(nameOf(step('läsa', 1, 1000))).not.toBe(nameOf(step('läsa', 1, 10_000)));
  });
});
