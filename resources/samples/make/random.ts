/** A seeded source of chance: the same seed gives the same draws on every machine. */
export interface Random {
  /** Evenly in [0, 1). */
  uniform(): number;
  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number;
  /** Mean 0 and standard deviation 1, within ±6 (a sum of twelve even draws: no transcendental functions). */
  normal(): number;
  /** One of the options. */
  pick<Option>(options: readonly Option[]): Option;
  /** The same elements in another order; the given list is left as it is. */
  shuffled<Element>(elements: readonly Element[]): Element[];
}

/** A source seeded by a whole number, by the 32-bit generator known as mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(uniform() * end);
  return {
    uniform,
    below,
    normal: () => {
      let sum = -6;
      for (let draw = 0; draw < 12; draw += 1) sum += uniform();
      return sum;
    },
    pick: (options) => {
      const option = options[below(options.length)];
      if (option === undefined) throw new Error('Nothing to pick from.');
      return option;
    },
    shuffled: (elements) => {
      const keyed = elements.map((element) => ({ element, key: uniform() }));
      return keyed.sort((one, other) => one.key - other.key).map(({ element }) => element);
    },
  };
}
