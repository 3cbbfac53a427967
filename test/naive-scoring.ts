/**
 * The arithmetic of the survey written out in plain loops, sharing nothing with `core/`: a second computation
 * to hold the first against.
 */

/** A number on the scale, "vet ej", or nothing. */
export type NaiveAnswer = number | 'dontKnow' | null;

/** As much of an instrument file as the arithmetic needs. */
export interface NaiveInstrument {
  readonly scale: { readonly min: number; readonly max: number };
  /** `items`: a dimension is the mean of its items; anything else: of its categories. */
  readonly dimensionRule: string;
  readonly dimensions: readonly {
    readonly code: string;
    readonly categories: readonly {
      readonly code: string;
      readonly items: readonly { readonly code: string; readonly reversed: boolean }[];
    }[];
  }[];
}

/** An item scored; null where nobody answered. */
export interface NaiveItemScore {
  readonly code: string;
  /** How many gave a number. */
  readonly numberCount: number;
  readonly dontKnowCount: number;
  readonly blankCount: number;
  /** Of the answers as given, also for a reversed item. */
  readonly mean: number | null;
  /** High is always mature: turned for a reversed item. */
  readonly percent: number | null;
  /** Of all who answered the item, by number or "vet ej". */
  readonly dontKnowPercent: number | null;
}

/** A category or a dimension scored; null where none of its parts has a value. */
export interface NaiveGroupScore {
  readonly code: string;
  readonly percent: number | null;
}

/** Everything scored, in the order of the instrument. */
export interface NaiveScores {
  readonly items: readonly NaiveItemScore[];
  readonly categories: readonly NaiveGroupScore[];
  readonly dimensions: readonly NaiveGroupScore[];
  /** Null when a dimension has no value. */
  readonly maturityPercent: number | null;
}

function meanOfKnown(values: readonly (number | null)[]): number | null {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value !== null) {
      sum += value;
      count += 1;
    }
  }
  return count === 0 ? null : sum / count;
}

/** Scores respondents, each a row of answers in the order of the instrument's items. */
export function naiveScores(
  respondents: readonly (readonly NaiveAnswer[])[],
  instrument: NaiveInstrument,
): NaiveScores {
  const { min, max } = instrument.scale;
  const items: NaiveItemScore[] = [];
  const categories: NaiveGroupScore[] = [];
  const dimensions: NaiveGroupScore[] = [];

  for (const dimension of instrument.dimensions) {
    const percentsOfItems: (number | null)[] = [];
    const percentsOfCategories: (number | null)[] = [];
    for (const category of dimension.categories) {
      const percentsHere: (number | null)[] = [];
      for (const item of category.items) {
        let sum = 0;
        let numberCount = 0;
        let dontKnowCount = 0;
        let blankCount = 0;
        for (const answers of respondents) {
          const answer = answers[items.length];
          if (answer === 'dontKnow') dontKnowCount += 1;
          else if (answer === null || answer === undefined) blankCount += 1;
          else {
            sum += answer;
            numberCount += 1;
          }
        }
        const mean = numberCount === 0 ? null : sum / numberCount;
        const upright = mean === null ? null : ((mean - min) / (max - min)) * 100;
        const percent = upright !== null && item.reversed ? 100 - upright : upright;
        const reached = numberCount + dontKnowCount;
        items.push({
          code: item.code,
          numberCount,
          dontKnowCount,
          blankCount,
          mean,
          percent,
          dontKnowPercent: reached === 0 ? null : (dontKnowCount / reached) * 100,
        });
        percentsHere.push(percent);
        percentsOfItems.push(percent);
      }
      const percent = meanOfKnown(percentsHere);
      categories.push({ code: category.code, percent });
      percentsOfCategories.push(percent);
    }
    const parts = instrument.dimensionRule === 'items' ? percentsOfItems : percentsOfCategories;
    dimensions.push({ code: dimension.code, percent: meanOfKnown(parts) });
  }

  const percents = dimensions.map(({ percent }) => percent);
  return {
    items,
    categories,
    dimensions,
    maturityPercent: percents.includes(null) ? null : meanOfKnown(percents),
  };
}
