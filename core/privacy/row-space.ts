/**
 * What follows by adding and subtracting from sums that are known, exactly: row reduction over the rational
 * numbers, done in whole numbers. Rows are sparse, since a group of a tree less its parts leaves little.
 */
export class RowSpace {
  /** The space's rows, reduced: the pivot column of each is zero in all others. */
  readonly rows: readonly ReducedRow[];
  readonly #pivotColumns: number;
  /** Per column, the place of the row whose pivot it is; -1 for none. */
  readonly #rowAt: Int32Array;
  readonly #work: WorkRow;

  /**
   * The space of the given rows, each 1 in the columns listed and 0 elsewhere.
   * @param rows those with few columns first, to keep the work short.
   * @param weights per column that can be a pivot; the heaviest of a row becomes its pivot. Columns after these
   * are carried along.
   * @param columns number of columns.
   * @throws InexactArithmetic when a number grows beyond those that are exact.
   */
  constructor(
    rows: Iterable<readonly number[]>,
    weights: ArrayLike<number>,
    columns: number = weights.length,
  ) {
    this.#pivotColumns = weights.length;
    this.#work = new WorkRow(columns);
    const echelon = this.#echelonOf(rows, weights);
    this.#reduceUpwards(echelon);
    this.rows = echelon;
    this.#rowAt = new Int32Array(columns).fill(-1);
    echelon.forEach(({ pivot }, place) => {
      this.#rowAt[pivot] = place;
    });
  }

  /**
   * True when the sum that is 1 in `columns` follows from the rows.
   * @throws InexactArithmetic
   */
  contains(columns: readonly number[]): boolean {
    this.#takeRowsFrom(columns);
    return this.#work.take().columns.every((column) => column >= this.#pivotColumns);
  }

  /**
   * The carried columns that are not zero when the rows have been taken from the one that is 1 in `columns`:
   * where each row was given a carried column of its own, the rows that were used.
   * @throws InexactArithmetic
   */
  carried(columns: readonly number[]): readonly number[] {
    this.#takeRowsFrom(columns);
    return this.#work.take().columns.filter((column) => column >= this.#pivotColumns);
  }

  #takeRowsFrom(columns: readonly number[]): void {
    this.#work.load(columns);
    for (const column of columns) {
      // Taking one reduced row away leaves the pivots of the others as they are.
      const row = this.rows[this.#rowAt[column] ?? -1];
      if (row !== undefined) this.#work.eliminate(row);
    }
  }

  /** Rows each zero at the pivots of those before. */
  #echelonOf(rows: Iterable<readonly number[]>, weights: ArrayLike<number>): ReducedRow[] {
    const echelon: ReducedRow[] = [];
    for (const columns of rows) {
      this.#work.load(columns);
      for (const before of echelon) this.#work.eliminate(before);
      const { columns: left, values } = this.#work.take();
      let pivot = -1;
      for (const column of left) {
        if (column < weights.length && (pivot < 0 || (weights[column] ?? 0) > (weights[pivot] ?? 0)))
          pivot = column;
      }
      if (pivot >= 0) echelon.push(reducedRow(pivot, left, values));
    }
    return echelon;
  }

  /** Makes the rows zero at the pivots of those after, in place, from the last to the first. */
  #reduceUpwards(echelon: ReducedRow[]): void {
    for (let place = echelon.length - 2; place >= 0; place--) {
      const row = echelon[place];
      if (row === undefined) continue;
      this.#work.load(row.columns, row.values);
      let changed = false;
      for (let after = place + 1; after < echelon.length; after++) {
        const later = echelon[after];
        if (later !== undefined && this.#work.eliminate(later)) changed = true;
      }
      const { columns, values } = this.#work.take();
      if (changed) echelon[place] = reducedRow(row.pivot, columns, values);
    }
  }
}

/** A row of whole numbers without a common divisor and without its zeros; above zero at its pivot. */
export interface ReducedRow {
  readonly pivot: number;
  readonly pivotValue: number;
  readonly columns: readonly number[];
  /** Beside `columns`. */
  readonly values: readonly number[];
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

/** The row being worked on: dense, with a list of the columns that were touched. */
class WorkRow {
  readonly #values: Float64Array;
  readonly #isTouched: Uint8Array;
  #touched: number[] = [];

  constructor(columns: number) {
    this.#values = new Float64Array(columns);
    this.#isTouched = new Uint8Array(columns);
  }

  /** Starts with `values` in `columns`, or 1 in each. */
  load(columns: readonly number[], values: readonly number[] | null = null): void {
    for (let at = 0; at < columns.length; at++) {
      this.#set(columns[at] as number, values === null ? 1 : (values[at] as number));
    }
  }

  /** Becomes zero at the pivot of `row`, multiplied where that is needed; false when it was zero already. */
  eliminate({ pivot, pivotValue, columns, values }: ReducedRow): boolean {
    const own = this.#values[pivot] as number;
    if (own === 0) return false;
    const common = greatestCommonDivisor(own, pivotValue);
    const keep = pivotValue / common;
    const less = own / common;
    if (keep !== 1) {
      for (const column of this.#touched)
        this.#values[column] = exact((this.#values[column] as number) * keep);
    }
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] as number;
      this.#set(column, exact((this.#values[column] as number) - exact((values[at] as number) * less)));
    }
    return true;
  }

  /** Gives what is not zero, in no order, and starts anew. */
  take(): Pick<ReducedRow, 'columns' | 'values'> {
    const columns: number[] = [];
    const values: number[] = [];
    for (const column of this.#touched) {
      const value = this.#values[column] as number;
      if (value !== 0) {
        columns.push(column);
        values.push(value);
      }
      this.#values[column] = 0;
      this.#isTouched[column] = 0;
    }
    this.#touched = [];
    return { columns, values };
  }

  #set(column: number, value: number): void {
    if (this.#isTouched[column] === 0) {
      this.#isTouched[column] = 1;
      this.#touched.push(column);
    }
    this.#values[column] = value;
  }
}

function reducedRow(pivot: number, columns: readonly number[], values: readonly number[]): ReducedRow {
  let common = 0;
  for (let at = 0; at < values.length && common !== 1; at++) {
    common = greatestCommonDivisor(common, values[at] as number);
  }
  const own = values[columns.indexOf(pivot)] as number;
  const divisor = own < 0 ? -common : common;
  return {
    pivot,
    pivotValue: own / divisor,
    columns,
    values: divisor === 1 ? values : values.map((value) => value / divisor),
  };
}

function exact(value: number): number {
  if (Math.abs(value) > largestExact) throw new InexactArithmetic();
  return value;
}

function greatestCommonDivisor(a: number, b: number): number {
  let larger = Math.abs(a);
  let smaller = Math.abs(b);
  while (smaller !== 0) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}
