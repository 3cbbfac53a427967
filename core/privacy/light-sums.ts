import type { ReducedRow, RowSpace } from './row-space.ts';
import { InexactArithmetic } from './row-space.ts';

/** Combinations looked at before a search gives up: it goes beyond the reduced rows that rule P9 asks for. */
const combinationLimit = 2000;

/**
 * Groups that follow from the rows and weigh less than `limit`, as lists of columns; `weights` per column,
 * none below 0. Weighing answers gives small groups; weighing those who did not give a certain value gives
 * groups of one mind.
 *
 * Such a sum takes the rows of its pivots once each, so only rows with light pivots come in question; and where
 * a sum of some is no such group, a row that changes a column at fault must be added. A reduced row that is
 * such a group by itself is always found.
 */
export function lightSums(
  { rows }: RowSpace,
  weights: Float64Array,
  limit: number,
): readonly (readonly number[])[] {
  const { once, light } = scaledAlike(rows.filter(({ pivot }) => (weights[pivot] as number) < limit));
  const search = new LightSearch(light, once, weights, limit);
  for (const row of light) search.from(row);
  return search.found;
}

/** Adds rows one after the other and takes them back, so that no sum is made anew. */
class LightSearch {
  readonly found: (readonly number[])[] = [];
  readonly #once: number;
  readonly #weights: Float64Array;
  readonly #limit: number;
  /** Per column that is not their pivot, the rows that are above and below zero there. */
  readonly #raising: (ReducedRow[] | undefined)[];
  readonly #lowering: (ReducedRow[] | undefined)[];
  readonly #chosen: ReducedRow[] = [];
  /** The sum of the chosen rows, and its columns in the order in which they came. */
  readonly #sum: Float64Array;
  readonly #isTouched: Uint8Array;
  readonly #touched: number[] = [];
  #looked = 0;

  constructor(rows: readonly ReducedRow[], once: number, weights: Float64Array, limit: number) {
    this.#once = once;
    this.#weights = weights;
    this.#limit = limit;
    this.#sum = new Float64Array(weights.length);
    this.#isTouched = new Uint8Array(weights.length);
    this.#raising = new Array<ReducedRow[] | undefined>(weights.length);
    this.#lowering = new Array<ReducedRow[] | undefined>(weights.length);
    for (const row of rows) {
      for (let at = 0; at < row.columns.length; at++) {
        const column = row.columns[at] as number;
        if (column === row.pivot) continue;
        const list = (row.values[at] as number) > 0 ? this.#raising : this.#lowering;
        (list[column] ??= []).push(row);
      }
    }
  }

  /** Looks at the sums that begin with this row. */
  from(row: ReducedRow): void {
    // Most rows are hopeless, which is told without a search.
    for (let at = 0; at < row.columns.length; at++) {
      if (this.#remedyCount(row.columns[at] as number, row.values[at] as number) === 0) return;
    }
    this.#with(row, this.#weights[row.pivot] as number);
  }

  #with(row: ReducedRow, weight: number): void {
    if (++this.#looked > combinationLimit) return;
    const before = this.#touched.length;
    this.#chosen.push(row);
    this.#add(row, 1);
    for (const next of this.#nextRows()) {
      const more = weight + (this.#weights[next.pivot] as number);
      if (more < this.#limit && !this.#chosen.includes(next)) this.#with(next, more);
    }
    this.#add(row, -1);
    this.#chosen.pop();
    while (this.#touched.length > before) this.#isTouched[this.#touched.pop() as number] = 0;
  }

  /** The rows of which one must be added; none when the sum was found to be a group, or can become none. */
  #nextRows(): readonly ReducedRow[] {
    let atFault = -1;
    let fewest = Infinity;
    for (const column of this.#touched) {
      const count = this.#remedyCount(column, this.#sum[column] as number);
      if (count === 0) return [];
      if (count < fewest) {
        fewest = count;
        atFault = column;
      }
    }
    if (atFault >= 0) return this.#remedies(atFault);
    const group = this.#touched.filter((column) => this.#sum[column] !== 0);
    if (group.reduce((sum, column) => sum + (this.#weights[column] as number), 0) < this.#limit) {
      this.found.push(group);
      return [];
    }
    // A group, but too heavy: it becomes lighter only by rows that take some of its columns away.
    return [...new Set(group.flatMap((column) => this.#lowering[column] ?? []))];
  }

  /** How many rows bring a column nearer to what it may be: in once or not at all; Infinity where it is that. */
  #remedyCount(column: number, value: number): number {
    if (value === 0 || (value === this.#once && (this.#weights[column] as number) < this.#limit))
      return Infinity;
    const raising = value < this.#once ? (this.#raising[column]?.length ?? 0) : 0;
    return value < 0 ? raising : raising + (this.#lowering[column]?.length ?? 0);
  }

  #remedies(column: number): readonly ReducedRow[] {
    const value = this.#sum[column] as number;
    const raising = value < this.#once ? (this.#raising[column] ?? []) : [];
    return value < 0 ? raising : [...raising, ...(this.#lowering[column] ?? [])];
  }

  #add({ columns, values }: ReducedRow, sign: 1 | -1): void {
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] as number;
      if (this.#isTouched[column] === 0) {
        this.#isTouched[column] = 1;
        this.#touched.push(column);
      }
      this.#sum[column] = (this.#sum[column] as number) + sign * (values[at] as number);
    }
  }
}

/** Values of rows are small whole numbers; multiplied by no more than this they stay exact. */
const largestMultiple = 2 ** 20;

/** The rows multiplied so that all have the same value, `once`, at their pivots. */
function scaledAlike(rows: readonly ReducedRow[]): { once: number; light: readonly ReducedRow[] } {
  let once = 1;
  for (const { pivotValue } of rows) if (once % pivotValue !== 0) once *= pivotValue;
  if (once > largestMultiple) throw new InexactArithmetic();
  if (once === 1) return { once, light: rows };
  const light = rows.map((row) => ({
    ...row,
    values: row.values.map((value) => value * (once / row.pivotValue)),
  }));
  return { once, light };
}
