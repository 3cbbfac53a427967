/**
 * What follows by adding and subtracting from sums that are known, exactly: row reduction over the rational
 * numbers, done in whole numbers. Rows are kept reduced, so that a column that is a row's pivot is zero in all
 * other rows, and each row has no common divisor and a pivot above zero.
 */
export class RowSpace {
  readonly #pivotColumns: number;
  readonly #weights: ArrayLike<number>;
  readonly #rows: ReducedRow[] = [];

  /**
   * @param pivotColumns only the first so many columns can be pivots; columns after them are carried along.
   * @param weights per column; the heaviest of a row becomes its pivot.
   */
  constructor(pivotColumns: number, weights: ArrayLike<number>) {
    this.#pivotColumns = pivotColumns;
    this.#weights = weights;
  }

  get rows(): readonly ReducedRow[] {
    return this.#rows;
  }

  /**
   * Adds a row of whole numbers, which is used up.
   * @throws InexactArithmetic when a number grows beyond those that are exact.
   */
  add(values: Float64Array): void {
    this.reduce(values);
    const pivot = this.#heaviest(values);
    if (pivot === null) return;
    divideByCommon(values, pivot);
    const row: ReducedRow = { pivot, values };
    for (const other of this.#rows) {
      if (other.values[pivot] === 0) continue;
      eliminate(other.values, row);
      divideByCommon(other.values, other.pivot);
    }
    this.#rows.push(row);
  }

  /**
   * Takes from `values`, in place, all that the rows can make of it, up to a factor; gives true when nothing is
   * left among the columns that can be pivots: then the sum that `values` stands for follows from the rows.
   * @throws InexactArithmetic when a number grows beyond those that are exact.
   */
  reduce(values: Float64Array): boolean {
    for (const row of this.#rows) if (values[row.pivot] !== 0) eliminate(values, row);
    return this.#heaviest(values) === null;
  }

  #heaviest(values: Float64Array): number | null {
    let best: number | null = null;
    let bestWeight = -Infinity;
    for (let column = 0; column < this.#pivotColumns; column++) {
      if (values[column] === 0) continue;
      const weight = this.#weights[column] ?? 0;
      if (weight <= bestWeight) continue;
      best = column;
      bestWeight = weight;
    }
    return best;
  }
}

/** A row of whole numbers; all other rows are zero at its pivot. */
export interface ReducedRow {
  readonly pivot: number;
  readonly values: Float64Array;
}

/** A number grew beyond those that are exact, so nothing can be said. */
export class InexactArithmetic extends Error {
  constructor() {
    super('Row reduction left the exact whole numbers.');
    this.name = 'InexactArithmetic';
  }
}

/** Half of the largest exact whole number, so that a difference of two is exact too. */
const largestExact = 2 ** 52;

/** Makes `values` zero at the pivot of `row`, in place, multiplying it where that is needed. */
function eliminate(values: Float64Array, row: ReducedRow): void {
  const own = values[row.pivot] ?? 0;
  const pivot = row.values[row.pivot] ?? 1;
  const common = greatestCommonDivisor(own, pivot);
  const keep = pivot / common;
  const take = own / common;
  for (let column = 0; column < values.length; column++) {
    const taken = row.values[column] ?? 0;
    if (taken === 0 && keep === 1) continue;
    const kept = (values[column] ?? 0) * keep;
    const gone = taken * take;
    if (Math.abs(kept) > largestExact || Math.abs(gone) > largestExact) throw new InexactArithmetic();
    values[column] = kept - gone;
  }
}

/** Divides by what all values have in common, and makes the pivot positive. */
function divideByCommon(values: Float64Array, pivot: number): void {
  let common = 0;
  for (let column = 0; column < values.length && common !== 1; column++) {
    const value = values[column] ?? 0;
    if (value !== 0) common = greatestCommonDivisor(common, value);
  }
  const divisor = (values[pivot] ?? 0) < 0 ? -common : common;
  if (divisor === 1) return;
  // Adding 0 keeps a zero from becoming -0.
  for (let column = 0; column < values.length; column++) values[column] = (values[column] ?? 0) / divisor + 0;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [Math.abs(a), Math.abs(b)];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
