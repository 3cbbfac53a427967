import type { Cell, MergedRange, Row } from './sheet.ts';

/**
 * Values of merged areas, for the rows below the one they stand in. Areas of one column never overlap in a sound file; of
 * two that do, the later is passed over, so that each row belongs to one area at most.
 */
export class MergedValues {
  /** By 0-based column, in the order of their rows. */
  readonly #byColumn: ReadonlyMap<number, readonly MergedRange[]>;
  readonly #values = new Map<MergedRange, Cell>();

  /** `columns` are those whose values are wanted, 0-based. */
  constructor(ranges: readonly MergedRange[], columns: ReadonlySet<number>) {
    const byColumn = new Map<number, MergedRange[]>();
    for (const range of [...ranges].sort((a, b) => a.firstRow - b.firstRow)) {
      const column = range.firstColumn - 1;
      if (!columns.has(column)) continue;
      const own = byColumn.get(column) ?? [];
      byColumn.set(column, own);
      if (range.firstRow > (own.at(-1)?.lastRow ?? 0)) own.push(range);
    }
    this.#byColumn = byColumn;
  }

  /** The row with the values that stand further up in the areas it lies in. Rows must come from the top. */
  filled(row: Row): readonly Cell[] {
    if (this.#byColumn.size === 0) return row.cells;
    const cells = [...row.cells];
    for (const [column, ranges] of this.#byColumn) {
      const range = rangeAt(ranges, row.number);
      if (range === undefined) continue;
      if (row.number === range.firstRow) this.#values.set(range, cells[column] ?? null);
      else {
        while (cells.length < column) cells.push(null);
        cells[column] ??= this.#values.get(range) ?? null;
      }
    }
    return cells;
  }
}

function rangeAt(ranges: readonly MergedRange[], row: number): MergedRange | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.firstRow ?? Infinity) <= row) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low - 1];
  return range !== undefined && row <= range.lastRow ? range : undefined;
}
