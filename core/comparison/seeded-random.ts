/** Numbers that look random and are the same on every machine for the same seed. */
export interface SeededRandom {
  /** The next number, from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** A whole number from 0 up to and without `limit`. */
  below(limit: number): number;
  /** Shuffles in place, every order equally likely (Fisher and Yates). */
  shuffle<Value>(values: Value[]): Value[];
}

const wordSize = 2 ** 32;

/** Mulberry32 (T. Ettinger, public domain): 32 bits of state, far more numbers than a simulation here takes. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / wordSize;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const shuffle = <Value>(values: Value[]): Value[] => {
    for (let last = values.length - 1; last > 0; last--) {
      const other = below(last + 1);
      const [a, b] = [values[last], values[other]];
      if (a !== undefined && b !== undefined) {
        values[last] = b;
        values[other] = a;
      }
    }
    return values;
  };
  return { next, below, shuffle };
}
