import type { CategoryCode, DimensionCode, ItemCode } from '../instrument/instrument.ts';
import type { UnitResult, YearResult } from '../scoring/results.ts';
import type { ItemScore } from '../scoring/score.ts';

/** Two values and what parts them; a difference only where both are known. Unrounded. */
export interface Change {
  readonly from: number | null;
  readonly to: number | null;
  readonly difference: number | null;
}

/** What a comparison shows of an item on one side. */
export type ItemSide = Pick<ItemScore, 'mean' | 'n' | 'percent' | 'dontKnowPercent'>;

export interface ItemChange {
  readonly code: ItemCode;
  readonly from: ItemSide;
  readonly to: ItemSide;
  /** In means on the scale. */
  readonly difference: number | null;
  /** In percentage points. */
  readonly percentDifference: number | null;
  readonly dontKnowDifference: number | null;
}

/** Why two figures may not be compared. */
export const incomparableReasons = [
  'different-items',
  'reversed-differs',
  'reorganised',
  'no-result',
] as const;
export type IncomparableReason = (typeof incomparableReasons)[number];

/** Everything that differs between two results. */
export interface Comparison {
  /** Null when composites compare; otherwise why they do not, and their differences are null. */
  readonly notComparable: IncomparableReason | null;
  readonly maturity: Change;
  readonly dimensions: readonly ({ readonly code: DimensionCode } & Change)[];
  readonly categories: readonly ({ readonly code: CategoryCode } & Change)[];
  readonly items: readonly ItemChange[];
  readonly gateYesPercent: Change;
  readonly responseRatePercent: Change;
}

/** One side of a comparison. */
export interface Side {
  readonly year: YearResult;
  readonly unit: UnitResult;
}

/** The change from one result to another: two years, or two units of a year. */
export function compare(from: Side, to: Side): Comparison {
  const notComparable = composeIncomparable(from, to);
  const composite = (a: number | null, b: number | null): Change =>
    notComparable === null ? change(a, b) : { from: a, to: b, difference: null };
  const turned = turnedItems(from.year, to.year);
  return {
    notComparable,
    maturity: composite(from.unit.maturityPercent, to.unit.maturityPercent),
    dimensions: paired(from.unit.dimensions, to.unit.dimensions).map(({ code, a, b }) => ({
      code,
      ...composite(a?.percent ?? null, b?.percent ?? null),
    })),
    categories: paired(from.unit.categories, to.unit.categories).map(({ code, a, b }) => ({
      code,
      ...composite(a?.percent ?? null, b?.percent ?? null),
    })),
    items: paired(from.unit.items, to.unit.items).map(({ code, a, b }) =>
      itemChange(code, a, b, turned.has(code)),
    ),
    gateYesPercent: change(from.unit.gateYesPercent, to.unit.gateYesPercent),
    responseRatePercent: change(from.unit.responseRatePercent, to.unit.responseRatePercent),
  };
}

/** A result against a benchmark or target, of which only the maturity is known. */
export function compareWithFigure(percent: number, to: Side): Change {
  return change(percent, to.unit.maturityPercent);
}

function change(from: number | null, to: number | null): Change {
  return { from, to, difference: from === null || to === null ? null : to - from };
}

function itemChange(
  code: ItemCode,
  from: ItemScore | undefined,
  to: ItemScore | undefined,
  isTurned: boolean,
): ItemChange {
  const before = sideOf(from);
  const after = sideOf(to);
  const differ = (a: number | null, b: number | null): number | null =>
    isTurned ? null : change(a, b).difference;
  return {
    code,
    from: before,
    to: after,
    difference: differ(before.mean, after.mean),
    percentDifference: differ(before.percent, after.percent),
    dontKnowDifference: change(before.dontKnowPercent, after.dontKnowPercent).difference,
  };
}

function sideOf(item: ItemScore | undefined): ItemSide {
  return {
    mean: item?.mean ?? null,
    n: item?.n ?? null,
    percent: item?.percent ?? null,
    dontKnowPercent: item?.dontKnowPercent ?? null,
  };
}

/**
 * Composites compare only when they rest on the same items, asked in the same direction. A published figure
 * has no items to tell: it is compared as it stands.
 */
function composeIncomparable(from: Side, to: Side): IncomparableReason | null {
  if (from.year.source === 'published' || to.year.source === 'published') return null;
  const used = (side: Side): string =>
    side.unit.items
      .filter(({ percent }) => percent !== null)
      .map(({ code }) => code)
      .sort()
      .join();
  if (used(from) === '' || used(to) === '') return 'no-result';
  if (turnedItems(from.year, to.year).size > 0) return 'reversed-differs';
  return used(from) === used(to) ? null : 'different-items';
}

/** Items that are asked in opposite directions on the two sides. */
function turnedItems(from: YearResult, to: YearResult): ReadonlySet<ItemCode> {
  const reversed = new Map(from.instrument.items.map((item) => [item.code, item.reversed]));
  return new Set(
    to.instrument.items.flatMap((item) => {
      const before = reversed.get(item.code);
      return before !== undefined && before !== item.reversed ? [item.code] : [];
    }),
  );
}

/** Entries of both sides by code, in the order of the later side, then those only the earlier has. */
function paired<Entry extends { readonly code: string }>(
  from: readonly Entry[],
  to: readonly Entry[],
): { code: Entry['code']; a: Entry | undefined; b: Entry | undefined }[] {
  const codes = [...new Set([...to, ...from].map(({ code }) => code))];
  return codes.map((code) => ({
    code,
    a: from.find((entry) => entry.code === code),
    b: to.find((entry) => entry.code === code),
  }));
}
