import { compareTexts } from '../../core/text.ts';

export type SortValue = string | number | null;

export interface Sorting {
  /** Of the column. */
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** What a click on a head does: sort up, then down, then as given. */
export function nextSorting(now: Sorting | null, key: string): Sorting | null {
  if (now?.key !== key) return { key, direction: 'ascending' };
  return now.direction === 'ascending' ? { key, direction: 'descending' } : null;
}

/** Rows in the order of a value; those alike stay as they were, those without one stand last either way. */
export function sorted<Row>(
  rows: readonly Row[],
  sortBy: ((row: Row) => SortValue) | undefined,
  direction: Sorting['direction'] = 'ascending',
): readonly Row[] {
  if (sortBy === undefined) return rows;
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [first, second] = [sortBy(a), sortBy(b)];
    if (first === null || second === null) return first === second ? 0 : first === null ? 1 : -1;
    return sign * compare(first, second);
  });
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b));
}
