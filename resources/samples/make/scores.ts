import type { Respondent } from './answers.ts';
import { items, percentOfMean } from './instrument.ts';

/** What the answers to one item come out as. */
export interface ItemScore {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly dontKnowPercent: number;
  readonly blankPercent: number;
}

/** What a group of respondents comes out as; items in the order of the instrument. */
export interface Scores {
  readonly items: readonly ItemScore[];
  /** By the name of the dimension. */
  readonly dimensionPercents: ReadonlyMap<string, number>;
  readonly maturityPercent: number;
}

/** The scores of a group of respondents. */
export function scoresOf(respondents: readonly Respondent[]): Scores {
  const scored = items.map((_, place) => scoreOfItem(respondents, place));
  const dimensionPercents = new Map<string, number>();
  for (const [place, { dimension, weight }] of items.entries()) {
    const share = 2 * weight * percentOfMean(scored[place]?.mean ?? NaN);
    dimensionPercents.set(dimension, (dimensionPercents.get(dimension) ?? 0) + share);
  }
  const both = [...dimensionPercents.values()];
  return {
    items: scored,
    dimensionPercents,
    maturityPercent: both.reduce((sum, percent) => sum + percent, 0) / both.length,
  };
}

function scoreOfItem(respondents: readonly Respondent[], place: number): ItemScore {
  const given = respondents.map(({ answers }) => answers[place] ?? null);
  const numbers = given.filter((answer) => typeof answer === 'number');
  const dontKnow = given.filter((answer) => answer === 'dontKnow').length;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
  return {
    mean,
    standardDeviation: Math.sqrt(squares / (numbers.length - 1)),
    dontKnowPercent: (dontKnow / (dontKnow + numbers.length)) * 100,
    blankPercent: ((given.length - dontKnow - numbers.length) / given.length) * 100,
  };
}
