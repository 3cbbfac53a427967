import type { Change, Compare } from '../../core/api.ts';
import type { Scale, ScaleOf } from '../shared/scale.ts';
import { scaleBetween, scaleOver } from '../shared/scale.ts';
import type { Sorting, SortValue } from '../shared/sorting.ts';
import { sorted } from '../shared/sorting.ts';

export type Row = Compare['rows'][number];
export type Column = Compare['columns'][number];
export type Measure = 'mean' | 'percent';

/** Larger than its uncertainty, also beyond those who were invited. */
export function isSure(change: Change | null | undefined): boolean {
  return (
    change !== null &&
    change !== undefined &&
    (change.verdict === 'risen' || change.verdict === 'fallen') &&
    change.mark.certainty === 'firm'
  );
}

/** The pair that a row's own sentence is about: the newest years, or the first unit. */
export function mainPair({ over, pairs }: Pick<Compare, 'over' | 'pairs'>): number {
  return over === 'years' ? pairs.length - 1 : 0;
}

/** True where the row has a sure change: the newest of years, any of units. */
export function hasSureChange(compare: Pick<Compare, 'over' | 'pairs'>, { changes }: Row): boolean {
  return compare.over === 'years' ? isSure(changes[mainPair(compare)]) : changes.some(isSure);
}

/** What a head sorts by: `name`, `value:2`, `change:0`, `dont-know`, `dont-know-change`. */
function sortValue(key: string, name: (row: Row) => string): ((row: Row) => SortValue) | undefined {
  const [kind = '', place = ''] = key.split(':');
  const at = Number(place);
  switch (kind) {
    case 'name':
      return name;
    case 'value':
      return ({ values }) => values[at]?.value ?? null;
    case 'change':
      return ({ changes }) => changes[at]?.difference ?? null;
    case 'dont-know':
      return ({ dontKnow }) => dontKnow?.percent.value ?? null;
    case 'dont-know-change':
      return ({ dontKnow }) => dontKnow?.difference ?? null;
    default:
      return undefined;
  }
}

/**
 * The rows to show. In the model's order each category stands before its items; sorted, items stand by themselves, for
 * an item does not belong under the category that happens to come before it.
 */
export function rowsShown(
  compare: Pick<Compare, 'over' | 'pairs' | 'rows'>,
  {
    onlySure,
    sorting,
    name,
  }: {
    readonly onlySure: boolean;
    readonly sorting: Sorting | null;
    readonly name: (row: Row) => string;
  },
): readonly Row[] {
  const items = compare.rows.filter(
    (row) => row.kind === 'item' && (!onlySure || hasSureChange(compare, row)),
  );
  if (sorting !== null) return sorted(items, sortValue(sorting.key, name), sorting.direction);
  const parents = new Set(items.map(({ parent }) => parent));
  return compare.rows.filter(
    (row) =>
      items.includes(row) ||
      (row.kind === 'category' && parents.has(row.code)) ||
      (!onlySure && (row.kind === 'maturity' || row.kind === 'dimension')),
  );
}

/** About as wide as the drawing beside the table is, in px. */
const drawnWidth = 420;

/** The scale that the rows' drawings share; null where there is nothing to draw. Dots may cut the scale. */
export function dotScale(
  rows: readonly Row[],
  measure: Measure,
  ends: { readonly min: number; readonly max: number },
): Scale | null {
  const of: ScaleOf =
    measure === 'mean'
      ? { least: ends.min, most: ends.max, step: 0.5, width: drawnWidth }
      : { least: 0, most: 100, step: 10, width: drawnWidth };
  const items = rows.filter(({ kind }) => kind === 'item');
  return scaleOver(
    items.flatMap(({ values }) => values.flatMap(({ value, ciLow, ciHigh }) => [value, ciLow, ciHigh])),
    of,
  );
}

/** The scale that all panels share. Bars never cut the scale. */
export function barScale(measure: Measure, ends: { readonly min: number; readonly max: number }): Scale {
  return measure === 'mean'
    ? scaleBetween(ends.min, ends.max, { width: 300 })
    : scaleBetween(0, 100, { width: 300 });
}
