import type {
  Category,
  CategoryCode,
  Dimension,
  DimensionCode,
  Instrument,
  Item,
  ItemCode,
} from '../instrument/instrument.ts';
import type { Tally } from '../survey/tally.ts';
import { statesOf } from '../survey/tally.ts';

/** What is known of one item for one group. Shares and percents run 0–100; nothing is rounded. */
export interface ItemScore {
  readonly code: ItemCode;
  /** Answers per scale value from the lowest, turned for a reversed item; null where only a mean is known. */
  readonly counts: readonly number[] | null;
  /** Answers on the scale. */
  readonly n: number | null;
  readonly dontKnow: number | null;
  readonly blank: number | null;
  readonly refused: number | null;
  /** Mean of the answers on the scale, turned for a reversed item. */
  readonly mean: number | null;
  /** Sample standard deviation (n − 1). */
  readonly sd: number | null;
  /** (mean − lowest) / (highest − lowest) × 100. */
  readonly percent: number | null;
  /** Don't know among answers on the scale and don't know together. */
  readonly dontKnowPercent: number | null;
}

export interface CategoryScore {
  readonly code: CategoryCode;
  readonly percent: number | null;
  /** Items that had a value. */
  readonly itemsUsed: number;
}

export interface DimensionScore {
  readonly code: DimensionCode;
  readonly percent: number | null;
}

/** Items, and what they add up to. */
export interface Score {
  readonly maturityPercent: number | null;
  /** Code of the quadrant, null where a dimension has no value or the instrument has no quadrants. */
  readonly quadrant: string | null;
  readonly dimensions: readonly DimensionScore[];
  readonly categories: readonly CategoryScore[];
  readonly items: readonly ItemScore[];
}

/** Scores a group from its tally. */
export function score(tally: Tally, instrument: Instrument): Score {
  return composeScore(
    instrument.items.map((item) => itemScore(tally, instrument, item)),
    instrument,
  );
}

/** Percent yes among those who answered the gate question. */
export function gateYesPercent(tally: Tally): number | null {
  return ratio(tally.gateYes * 100, tally.gateYes + tally.gateNo);
}

/** A mean on the instrument's scale as percent of the way from the lowest value to the highest. */
export function percentOfScale(mean: number, instrument: Instrument): number {
  const { min, max } = instrument.scale;
  return ((mean - min) / (max - min)) * 100;
}

function itemScore(tally: Tally, instrument: Instrument, item: Item): ItemScore {
  const { min, max, points } = instrument.scale;
  const start = item.index * statesOf(points);
  const states = Array.from(tally.counts.subarray(start, start + statesOf(points)));
  const counts = states.slice(0, points);
  if (item.reversed) counts.reverse();
  const [dontKnow = 0, blank = 0, refused = 0] = states.slice(points);

  let n = 0;
  let total = 0;
  let squares = 0;
  counts.forEach((count, point) => {
    n += count;
    total += count * (min + point);
    squares += count * (min + point) ** 2;
  });
  const mean = ratio(total, n);
  return {
    code: item.code,
    counts,
    n,
    dontKnow,
    blank,
    refused,
    mean,
    sd: n < 2 ? null : Math.sqrt((n * squares - total * total) / (n * (n - 1))),
    // Straight from whole numbers: one division, so that no rounding of the mean comes in between.
    percent: ratio((total - n * min) * 100, n * (max - min)),
    dontKnowPercent: ratio(dontKnow * 100, n + dontKnow),
  };
}

/** Adds items up to categories, dimensions, maturity and quadrant. */
export function composeScore(items: readonly ItemScore[], instrument: Instrument): Score {
  const percentOf = (item: Item): number | null => items[item.index]?.percent ?? null;
  const categories = instrument.categories.map((category) => categoryScore(category, percentOf));
  const byCategory = new Map(categories.map(({ code, percent }) => [code, percent]));

  const dimensions = instrument.dimensions.map((dimension): DimensionScore => {
    const parts =
      instrument.dimensionRule === 'categories'
        ? dimension.categories.map(({ code }) => byCategory.get(code) ?? null)
        : dimension.categories.flatMap((category) => category.items.map(percentOf));
    return { code: dimension.code, percent: meanOfKnown(parts) };
  });

  const percents = dimensions.map(({ percent }) => percent);
  return {
    maturityPercent: percents.includes(null) ? null : meanOfKnown(percents),
    quadrant: quadrantOf(instrument, dimensions),
    dimensions,
    categories,
    items,
  };
}

function categoryScore(category: Category, percentOf: (item: Item) => number | null): CategoryScore {
  const percents = category.items.map(percentOf);
  return {
    code: category.code,
    percent: meanOfKnown(percents),
    itemsUsed: percents.filter((percent) => percent !== null).length,
  };
}

function quadrantOf(instrument: Instrument, dimensions: readonly DimensionScore[]): string | null {
  if (instrument.quadrants === null) return null;
  const { limitPercent, types } = instrument.quadrants;
  const halfOn = (axis: Dimension['axis']): 'low' | 'high' | null => {
    const place = instrument.dimensions.findIndex((dimension) => dimension.axis === axis);
    const percent = dimensions[place]?.percent ?? null;
    if (percent === null) return null;
    return percent >= limitPercent ? 'high' : 'low';
  };
  const x = halfOn('x');
  const y = halfOn('y');
  return types.find((type) => type.x === x && type.y === y)?.code ?? null;
}

function meanOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return ratio(sum(known), known.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
