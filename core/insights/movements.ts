import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { Certainty, ItemVerdict } from './figures.ts';
import { compareCertainty, itemName, itemPlace, pointsOf, shownMean } from './figures.ts';
import type { InsightLimits } from './limits.ts';

/** A rise or fall worth telling. */
export interface Movement {
  readonly code: ItemCode;
  readonly direction: 'risen' | 'fallen';
  /** In percentage points, negative for a fall. */
  readonly points: number;
  readonly certainty: Certainty;
  readonly verdict: ItemVerdict;
}

/**
 * What an item did between two years, or null when that is nothing to tell: a verdict decides; without one a
 * difference of more than `changePoints` is told as unsure. What does not compare has not moved.
 */
export function movementOf(
  verdict: ItemVerdict,
  { changePoints }: InsightLimits,
  instrument: Instrument,
): Movement | null {
  const { code, difference } = verdict;
  if (difference === null || verdict.verdict === null || verdict.verdict === 'not-comparable') return null;
  const points = pointsOf(difference, instrument);
  if (verdict.verdict === 'risen' || verdict.verdict === 'fallen') {
    const certainty = verdict.firm === true ? 'firm' : 'among-invited';
    return { code, direction: verdict.verdict, points, certainty, verdict };
  }
  if (Math.abs(points) <= changePoints) return null;
  return { code, direction: points > 0 ? 'risen' : 'fallen', points, certainty: 'unsure', verdict };
}

/** A movement with the sentence that tells it. */
export interface ToldMovement extends Movement {
  readonly sentence: string;
}

/**
 * The items that rose, surest first and among equally sure the largest rise first; a tie keeps the
 * instrument's order.
 *
 * @param since the year compared with
 */
export function strongestImprovements(
  verdicts: readonly ItemVerdict[],
  since: number,
  limits: InsightLimits,
  instrument: Instrument,
): ToldMovement[] {
  return verdicts
    .flatMap((verdict) => movementOf(verdict, limits, instrument) ?? [])
    .filter(({ direction }) => direction === 'risen')
    .sort(
      (a, b) =>
        compareCertainty(a.certainty, b.certainty) ||
        b.points - a.points ||
        itemPlace(a.code, instrument) - itemPlace(b.code, instrument),
    )
    .map((movement) => ({
      ...movement,
      sentence: `${itemName(movement.code, instrument)}: ${lowerFirst(movementSentence(movement, since, instrument))}`,
    }));
}

const movementWords: Readonly<Record<Movement['direction'], string>> = {
  fallen: 'sänkningen',
  risen: 'höjningen',
};

/** How sure a difference is, in the words that the comparison uses; `what` is "sänkningen", "skillnaden" and so on. */
export function certaintyClause(what: string, certainty: Certainty): string {
  switch (certainty) {
    case 'firm':
      return `${what} är större än osäkerheten`;
    case 'among-invited':
      return `${what} gäller bara dem som var inbjudna då`;
    case 'unsure':
      return 'skillnaden är mindre än osäkerheten';
  }
}

/** "Medelvärdet har gått från 3,0 till 2,8 …": the comparison's own words, where it has any. */
export function movementSentence(movement: Movement, since: number, instrument: Instrument): string {
  const { verdict, direction, certainty } = movement;
  const given = (verdict.sentence ?? '').trim();
  if (given !== '') return asSentence(given);
  const from = shownMean(verdict.from.mean, instrument);
  const to = shownMean(verdict.to.mean, instrument);
  return asSentence(
    `Medelvärdet har gått från ${from} till ${to} sedan ${since}; ${
      verdict.verdict === 'too-few'
        ? 'svaren är för få för att säga mer'
        : certaintyClause(movementWords[direction], certainty)
    }`,
  );
}

/** With a full stop at the end, whether or not it had one. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** With a small first letter, to stand after a colon; an abbreviation keeps its capitals. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
