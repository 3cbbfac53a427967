import type { ReducedRow, RowSpace } from './row-space.ts';

/** Combinations looked at before the search gives up: it goes beyond the reduced rows that rule P9 asks for. */
const combinationLimit = 2000;

/**
 * Groups of 1 to `minimum` − 1 answers that follow from the rows, as their columns; `sizes` per column. Such a
 * sum takes the rows of its pivots once each, so only rows with small pivots come in question; and where a sum
 * of some is no such group, a row that changes the column at fault must be added. A reduced row that is such a
 * group by itself is found first.
 */
export function* smallSums(
  { rows }: RowSpace,
  sizes: Float64Array,
  minimum: number,
): Generator<readonly number[]> {
  const sizeOf = (column: number): number => sizes[column] ?? 0;
  const small = rows.filter(({ pivot, pivotValue }) => sizeOf(pivot) < minimum && pivotValue === 1);
  const raising = rowsByColumn(small, (value) => value > 0);
  const lowering = rowsByColumn(small, (value) => value < 0);
  /** Rows that bring the column nearer to what it may be: 1 or 0, or 0 where it has many answers. */
  const remedies = (column: number, value: number): readonly ReducedRow[] | null => {
    if (value < 0) return raising.get(column) ?? [];
    const most = sizeOf(column) < minimum ? 1 : 0;
    return value > most ? (lowering.get(column) ?? []) : null;
  };
  let looked = 0;

  function* extend(chosen: readonly ReducedRow[], answers: number): Generator<readonly number[]> {
    if (++looked > combinationLimit) return;
    const { columns, values } = sumOf(chosen);
    let fewest: readonly ReducedRow[] | null = null;
    for (let at = 0; at < columns.length; at++) {
      const own = remedies(columns[at] ?? 0, values[at] ?? 0);
      if (own !== null && own.length < (fewest?.length ?? Infinity)) fewest = own;
      if (own?.length === 0) return;
    }
    if (fewest === null) {
      const group = columns.filter((_, at) => values[at] !== 0);
      const total = group.reduce((size, column) => size + sizeOf(column), 0);
      if (total > 0 && total < minimum) yield group;
      return;
    }
    for (const row of fewest) {
      const more = answers + sizeOf(row.pivot);
      if (more < minimum && !chosen.includes(row)) yield* extend([...chosen, row], more);
    }
  }
  for (const row of small) yield* extend([row], sizeOf(row.pivot));
}

function rowsByColumn(
  rows: readonly ReducedRow[],
  wanted: (value: number) => boolean,
): ReadonlyMap<number, readonly ReducedRow[]> {
  const byColumn = new Map<number, ReducedRow[]>();
  for (const row of rows) {
    row.columns.forEach((column, at) => {
      if (column === row.pivot || !wanted(row.values[at] ?? 0)) return;
      const known = byColumn.get(column);
      if (known === undefined) byColumn.set(column, [row]);
      else known.push(row);
    });
  }
  return byColumn;
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
