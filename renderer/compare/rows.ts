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

/** About as wide as the drawing is, in px: beside units it has less room. */
const drawnWidth = { years: 420, units: 220 } as const;

/** The scale that the rows' drawings share; null where there is nothing to draw. Dots may cut the scale. */
export function dotScale(
  rows: readonly Row[],
  over: Compare['over'],
  measure: Measure,
  ends: { readonly min: number; readonly max: number },
): Scale | null {
  const of: ScaleOf =
    measure === 'mean'
      ? { least: ends.min, most: ends.max, step: 0.5, width: drawnWidth[over] }
      : { least: 0, most: 100, step: 10, width: drawnWidth[over] };
  const items = rows.filter(({ kind }) => kind === 'item');
  return scaleOver(
    items.flatMap(({ values }) => {
      // Of years the newest has its interval drawn; units have none.
      const { ciLow = null, ciHigh = null } = (over === 'years' ? values.at(-1) : undefined) ?? {};
      return [...values.map(({ value }) => value), ciLow, ciHigh];
    }),
    of,
  );
}

/** As many panels as are told apart side by side. */
export const mostPanels = 5;

/** A column and its place among all. */
export interface PlacedColumn {
  readonly column: Column;
  readonly at: number;
}

/** The columns that stand side by side: all, or as panels the newest of many years and the first of many units. */
export function columnsShown({ columns, over }: Compare, isPanels: boolean): readonly PlacedColumn[] {
  const all = columns.map((column, at) => ({ column, at }));
  if (!isPanels) return all;
  return over === 'years' ? all.slice(-mostPanels) : all.slice(0, mostPanels);
}

/** The strongest ground that text still reads well on, in percent of the accent. */
const strongest = 24;
/** Where the ground begins and ends: nearly all results lie between these shares of the scale. */
const faintFrom = 0.2;
const strongTo = 0.65;

/** How much of the accent the ground of a value has, in percent: more the higher it is. The number stands on it. */
export function groundShare(
  value: number,
  measure: Measure,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const share = measure === 'percent' ? value / 100 : (value - min) / (max - min);
  const place = Math.min(1, Math.max(0, (share - faintFrom) / (strongTo - faintFrom)));
  return Math.round(place * strongest);
}

/** Compounds that a unit's name may be parted before. */
const parts = /(\p{L}{3,})(?=förvaltning|kontor|nämnd|byggnad|marknad|kommun|stöd|styrelse|bolag)/giu;

/** A name with soft hyphens in its long words, for narrow heads: browsers part words only where told. */
export function partable(name: string): string {
  return name.replace(parts, '$1\u00AD');
}

/** The scale that all panels share. Bars never cut the scale. */
export function barScale(measure: Measure, ends: { readonly min: number; readonly max: number }): Scale {
  return measure === 'mean'
    ? scaleBetween(ends.min, ends.max, { width: 300 })
    : scaleBetween(0, 100, { width: 300 });
}
