/**
 * An attacker who adds and subtracts: linear algebra modulo a prime, dense, sharing nothing with `core/`. What
 * follows over the rational numbers follows here; the reverse fails once in some ten million rows.
 */

/** Below 2^26, so that a product of two is exact. */
const prime = 67108859;

/** A whole number as the attacker counts it. */
export function modulo(value: number): number {
  const rest = value % prime;
  return rest < 0 ? rest + prime : rest;
}

/** a × b, of two numbers from {@link modulo}. */
export function times(a: number, b: number): number {
  return (a * b) % prime;
}

/** 1 / value, by Fermat. */
export function inverse(value: number): number {
  let result = 1;
  let base = modulo(value);
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = times(result, base);
    base = times(base, base);
  }
  return result;
}

/** Everything that follows from known sums of unknowns. */
export class Attacker {
  readonly #rows: { readonly pivot: number; readonly values: number[] }[] = [];
  readonly #order: readonly number[];

  /** @param order the unknowns in the order in which they are eliminated; another order gives other rows. */
  constructor(unknowns: number, order: readonly number[] = Array.from({ length: unknowns }, (_, at) => at)) {
    this.#order = order;
  }

  /** Learns a sum with these coefficients. */
  learn(coefficients: readonly number[]): void {
    const values = this.#rest(coefficients);
    const pivot = this.#order.find((column) => values[column] !== 0);
    if (pivot === undefined) return;
    const scale = inverse(values[pivot] ?? 0);
    const row = { pivot, values: values.map((value) => times(value, scale)) };
    for (const other of this.#rows) takeAway(other.values, row);
    this.#rows.push(row);
  }

  /** True when the sum with these coefficients follows from what was learnt. */
  knows(coefficients: readonly number[]): boolean {
    return this.#rest(coefficients).every((value) => value === 0);
  }

  /** Reduced rows that take each unknown once or not at all, as lists of unknowns. */
  groups(): number[][] {
    return this.#rows
      .filter(({ values }) => values.every((value) => value === 0 || value === 1))
      .map(({ values }) => values.flatMap((value, at) => (value === 1 ? [at] : [])));
  }

  #rest(coefficients: readonly number[]): number[] {
    const values = coefficients.map(modulo);
    for (const row of this.#rows) takeAway(values, row);
    return values;
  }
}

function takeAway(
  values: number[],
  row: { readonly pivot: number; readonly values: readonly number[] },
): void {
  const factor = values[row.pivot] ?? 0;
  if (factor === 0) return;
  for (let at = 0; at < values.length; at++) {
    const taken = row.values[at] ?? 0;
    if (taken !== 0) values[at] = modulo((values[at] ?? 0) - times(factor, taken));
  }
}
