import type { Instrument } from '../../../../core/instrument/instrument.ts';
import type { Answer } from '../../../answer-rows.ts';

/**
 * The variance of a mean of means from influence values, respondent by respondent and in plain loops: what the
 * program gets from pair sums without seeing a respondent.
 */

/** Each item's weight in maturity, dimension or category, worked out from the instrument's file by hand. */
export type NaiveWeights = readonly number[];

/** What an answer is worth in percent, reversed items turned. */
function percentOf(instrument: Instrument, item: number, answer: number): number {
  const { min, max } = instrument.scale;
  const percent = ((answer - min) / (max - min)) * 100;
  return instrument.items[item]?.reversed ? 100 - percent : percent;
}

function answersTo(respondents: readonly (readonly Answer[])[], item: number): number[] {
  return respondents.flatMap((answers) => {
    const answer = answers[item];
    return typeof answer === 'number' ? [answer] : [];
  });
}

/** The weights of a category, dimension or (no code) maturity; null where it has no value. */
export function naiveWeights(
  respondents: readonly (readonly Answer[])[],
  instrument: Instrument,
  code: string | null,
): NaiveWeights | null {
  const used = instrument.items.filter(({ index }) => answersTo(respondents, index).length > 0);
  const evenly = (codes: readonly string[]): NaiveWeights | null => {
    const own = used.filter((item) => codes.includes(item.code));
    return own.length === 0
      ? null
      : instrument.items.map((item) => (own.includes(item) ? 1 / own.length : 0));
  };
  const mean = (parts: readonly (NaiveWeights | null)[]): NaiveWeights | null => {
    const present = parts.filter((part) => part !== null);
    return present.length === 0
      ? null
      : instrument.items.map(
          ({ index }) => present.reduce((sum, part) => sum + (part[index] ?? 0), 0) / present.length,
        );
  };
  const ofCategory = (category: Instrument['categories'][number]) =>
    evenly(category.items.map((item) => item.code));
  const ofDimension = (dimension: Instrument['dimensions'][number]) =>
    instrument.dimensionRule === 'items'
      ? evenly(dimension.categories.flatMap(({ items }) => items.map((item) => item.code)))
      : mean(dimension.categories.map(ofCategory));

  const category = instrument.categories.find((candidate) => candidate.code === code);
  if (category !== undefined) return ofCategory(category);
  const dimension = instrument.dimensions.find((candidate) => candidate.code === code);
  if (dimension !== undefined) return ofDimension(dimension);
  const dimensions = instrument.dimensions.map(ofDimension);
  return dimensions.includes(null) ? null : mean(dimensions);
}

/**
 * The influence of each respondent on a composite.
 * @param divisor what an item's deviations are divided by, from its number of answers.
 */
export function influences(
  respondents: readonly (readonly Answer[])[],
  instrument: Instrument,
  weights: NaiveWeights,
  divisor: (n: number) => number,
): number[] {
  const means = instrument.items.map(({ index }) => {
    const answers = answersTo(respondents, index);
    return answers.reduce((sum, answer) => sum + percentOf(instrument, index, answer), 0) / answers.length;
  });
  return respondents.map((answers) => {
    let influence = 0;
    for (const { index } of instrument.items) {
      const answer = answers[index];
      const weight = weights[index] ?? 0;
      if (weight === 0 || typeof answer !== 'number') continue;
      const deviation = percentOf(instrument, index, answer) - (means[index] ?? 0);
      influence += (weight * deviation) / divisor(answersTo(respondents, index).length);
    }
    return influence;
  });
}

/** The variance without finite population correction, or null where an item has fewer than two answers. */
export function naiveVariance(
  respondents: readonly (readonly Answer[])[],
  instrument: Instrument,
  weights: NaiveWeights,
): number | null {
  const tooFew = instrument.items.some(
    ({ index }) => (weights[index] ?? 0) !== 0 && answersTo(respondents, index).length < 2,
  );
  if (tooFew) return null;
  const values = influences(respondents, instrument, weights, (n) => Math.sqrt(n * (n - 1)));
  return values.reduce((sum, value) => sum + value * value, 0);
}
