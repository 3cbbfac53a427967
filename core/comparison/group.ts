import type { Instrument } from '../instrument/instrument.ts';
import type { Tally } from '../survey/tally.ts';
import { addTally, emptyTally } from '../survey/tally.ts';

/** How many were asked and how many answered. */
export interface Counted {
  readonly respondents: number;
  /** Null where nobody knows. */
  readonly invited: number | null;
}

/** Respondents with the population they came from. */
export interface Group {
  readonly tally: Tally;
  /** How many this group's respondents were among; null where not known. */
  readonly invited: number | null;
  readonly instrument: Instrument;
  /**
   * For a cut through units, such as a role or a gate answer, whose invited nobody counted: the unit or units
   * it was cut from, whose share of answering is taken for its own.
   */
  readonly cutOf?: Counted;
}

/** What the sampling fraction rests on. */
export const samplingBases = [
  'invited-known',
  'invited-unknown',
  /** A finding: one of the two counts is wrong. */
  'more-respondents-than-invited',
  /** Taken from the unit that a role or gate group was cut from. */
  'as-in-unit',
] as const;
export type SamplingBasis = (typeof samplingBases)[number];

/** How large a part of its population a group is. */
export interface Sampling extends Counted {
  /** f = r/N, from 0 (unknown, so no correction) to 1 (everyone answered). */
  readonly fraction: number;
  readonly basis: SamplingBasis;
}

/** The sampling fraction f = r/N of a group (S1): 0 where N is unknown or less than r. */
export function samplingOf(group: Group): Sampling {
  const own: Counted = { respondents: group.tally.respondents, invited: group.invited };
  const counted = countedOf(group);
  if (counted.invited === null) return { ...own, fraction: 0, basis: 'invited-unknown' };
  if (counted.invited < counted.respondents)
    return { ...own, fraction: 0, basis: 'more-respondents-than-invited' };
  return {
    ...own,
    fraction: counted.invited === 0 ? 0 : counted.respondents / counted.invited,
    basis: group.cutOf === undefined ? 'invited-known' : 'as-in-unit',
  };
}

/**
 * Several groups of different people as one. Its invited are known when all theirs are; where one is a cut
 * through units, so is the sum, with their shares of answering taken together.
 */
export function pooled(instrument: Instrument, groups: readonly Group[]): Group {
  const tally = emptyTally(instrument);
  for (const group of groups) addTally(tally, group.tally);
  const group = { tally, invited: sumOfKnown(groups.map(({ invited }) => invited)), instrument };
  if (groups.every(({ cutOf }) => cutOf === undefined)) return group;
  const counted = groups.map(countedOf);
  const cutOf: Counted = {
    respondents: counted.reduce((sum, { respondents }) => sum + respondents, 0),
    invited: sumOfKnown(counted.map(({ invited }) => invited)),
  };
  return { ...group, invited: null, cutOf };
}

/** The counts that a group's sampling fraction is made of. */
function countedOf({ tally, invited, cutOf }: Group): Counted {
  return cutOf ?? { respondents: tally.respondents, invited };
}

function sumOfKnown(counts: readonly (number | null)[]): number | null {
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

/**
 * The tally of those in `whole` who are not in `part`.
 * @throws RangeError when the two are of different items or scales, or `part` is no part of `whole`.
 */
export function subtractTally(whole: Tally, part: Tally): Tally {
  if (
    whole.itemCount !== part.itemCount ||
    whole.points !== part.points ||
    whole.scaleMin !== part.scaleMin
  ) {
    throw new RangeError('Tallies of different instruments do not subtract.');
  }
  return {
    itemCount: whole.itemCount,
    scaleMin: whole.scaleMin,
    points: whole.points,
    respondents: lessOf(whole.respondents, part.respondents),
    gateYes: lessOf(whole.gateYes, part.gateYes),
    gateNo: lessOf(whole.gateNo, part.gateNo),
    counts: whole.counts.map((count, at) => lessOf(count, part.counts[at] ?? 0)),
    pairs: whole.pairs.map((sum, at) => lessOf(sum, part.pairs[at] ?? 0)),
  };
}

function lessOf(whole: number, part: number): number {
  if (part > whole) throw new RangeError('A group that is no part of a whole cannot be taken from it.');
  return whole - part;
}

/**
 * Those of `whole` who are not in `part` (S3). Their invited are the difference of the two, unless `part` is
 * a cut through units: then the rest is one too, and has the same share of answering.
 * @throws RangeError when `part` is no part of `whole`.
 */
export function restOf(whole: Group, part: Group): Group {
  const { instrument } = whole;
  const tally = subtractTally(whole.tally, part.tally);
  if (part.cutOf !== undefined || whole.cutOf !== undefined) {
    return { tally, invited: null, instrument, cutOf: countedOf(whole) };
  }
  const invited =
    whole.invited === null || part.invited === null ? null : Math.max(whole.invited - part.invited, 0);
  return { tally, invited, instrument };
}
