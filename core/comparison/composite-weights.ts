import type { CategoryCode, DimensionCode, Instrument, Item } from '../instrument/instrument.ts';

/** What each item counts for in a composite, by place in the instrument; adds up to 1. */
export type ItemWeights = readonly number[];

/** The weights of every composite; null for one that has no value. */
export interface CompositeWeights {
  readonly maturity: ItemWeights | null;
  readonly dimensions: readonly { readonly code: DimensionCode; readonly weights: ItemWeights | null }[];
  readonly categories: readonly { readonly code: CategoryCode; readonly weights: ItemWeights | null }[];
}

/**
 * Every composite as a weighted sum of its items' percents, θ = Σ w_i p_i (S1): the rules of A-4 and A-5
 * unfolded. Items for which `hasAnswers` is false take no part.
 */
export function compositeWeights(
  instrument: Instrument,
  hasAnswers: (item: Item) => boolean,
): CompositeWeights {
  const itemCount = instrument.items.length;
  const evenly = (items: readonly Item[]): ItemWeights | null => {
    const used = items.filter(hasAnswers);
    if (used.length === 0) return null;
    const weights = new Array<number>(itemCount).fill(0);
    for (const { index } of used) weights[index] = 1 / used.length;
    return weights;
  };

  const categories = instrument.categories.map(({ code, items }) => ({ code, weights: evenly(items) }));
  const byCategory = new Map(categories.map(({ code, weights }) => [code, weights]));
  const dimensions = instrument.dimensions.map((dimension) => ({
    code: dimension.code,
    weights:
      instrument.dimensionRule === 'categories'
        ? meanOfWeights(dimension.categories.map(({ code }) => byCategory.get(code) ?? null))
        : evenly(dimension.categories.flatMap(({ items }) => items)),
  }));
  const ofDimensions = dimensions.map(({ weights }) => weights);
  return {
    maturity: ofDimensions.includes(null) ? null : meanOfWeights(ofDimensions),
    dimensions,
    categories,
  };
}

/** The mean of those that have a value; null when none has. */
function meanOfWeights(parts: readonly (ItemWeights | null)[]): ItemWeights | null {
  const known = parts.filter((part) => part !== null);
  const [first] = known;
  if (first === undefined) return null;
  return first.map((_, at) => known.reduce((sum, part) => sum + (part[at] ?? 0), 0) / known.length);
}
