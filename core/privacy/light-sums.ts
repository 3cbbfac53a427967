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
export function* lightSums(
  { rows }: RowSpace,
  weights: Float64Array,
  limit: number,
): Generator<readonly number[]> {
  const weightOf = (column: number): number => weights[column] as number;
  const { once, light } = scaledAlike(rows.filter(({ pivot }) => weightOf(pivot) < limit));
  const { raising, lowering } = remediesOf(light, weights.length);
  /** Rows that bring a column nearer to what it may be: in once or not at all; null where it is that. */
  const remedies = (column: number, value: number): readonly ReducedRow[] | null => {
    if (value < 0) return raising[column] ?? [];
    if (value === 0 || (value === once && weightOf(column) < limit)) return null;
    if (value >= once) return lowering[column] ?? [];
    return [...(raising[column] ?? []), ...(lowering[column] ?? [])];
  };
  let looked = 0;

  function* extend(chosen: readonly ReducedRow[], weight: number): Generator<readonly number[]> {
    if (++looked > combinationLimit) return;
    const { columns, values } = sumOf(chosen);
    let fewest: readonly ReducedRow[] | null = null;
    for (let at = 0; at < columns.length; at++) {
      const own = remedies(columns[at] as number, values[at] as number);
      if (own === null) continue;
      if (own.length === 0) return;
      if (fewest === null || own.length < fewest.length) fewest = own;
    }
    if (fewest === null) {
      const group = columns.filter((_, at) => values[at] !== 0);
      if (group.reduce((sum, column) => sum + weightOf(column), 0) < limit) {
        yield group;
        return;
      }
      // A group, but too heavy: it becomes lighter only by rows that take some of its columns away.
      fewest = [...new Set(group.flatMap((column) => lowering[column] ?? []))];
    }
    for (const row of fewest) {
      const more = weight + weightOf(row.pivot);
      if (more < limit && !chosen.includes(row)) yield* extend([...chosen, row], more);
    }
  }
  for (const row of light) {
    // Most rows are hopeless, which is told without a search.
    if (isHopeless(row, remedies)) continue;
    yield* extend([row], weightOf(row.pivot));
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

function isHopeless(
  { columns, values }: ReducedRow,
  remedies: (column: number, value: number) => readonly ReducedRow[] | null,
): boolean {
  for (let at = 0; at < columns.length; at++) {
    if (remedies(columns[at] as number, values[at] as number)?.length === 0) return true;
  }
  return false;
}

/** Per column that is not their pivot, the rows that are above and below zero there. */
function remediesOf(rows: readonly ReducedRow[], columns: number) {
  const raising = new Array<ReducedRow[] | undefined>(columns);
  const lowering = new Array<ReducedRow[] | undefined>(columns);
  for (const row of rows) {
    for (let at = 0; at < row.columns.length; at++) {
      const column = row.columns[at] as number;
      if (column === row.pivot) continue;
      const list = (row.values[at] as number) > 0 ? raising : lowering;
      (list[column] ??= []).push(row);
    }
  }
  return { raising, lowering };
}

function sumOf(rows: readonly ReducedRow[]): Pick<ReducedRow, 'columns' | 'values'> {
  const [first] = rows;
  if (first !== undefined && rows.length === 1) return first;
  const sum = new Map<number, number>();
  for (const { columns, values } of rows) {
    columns.forEach((column, at) => sum.set(column, (sum.get(column) ?? 0) + (values[at] ?? 0)));
  }
  return { columns: [...sum.keys()], values: [...sum.values()] };
}
