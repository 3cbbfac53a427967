import type { Instrument } from '../instrument/instrument.ts';
import type { Group } from './group.ts';
import { pooled } from './group.ts';
import { fewestAnswersWithSpread } from './settings.ts';

/** A part of the whole that is weighted to its own invited: a förvaltning. */
export interface Stratum {
  readonly name: string;
  readonly group: Group;
  /** Not shown, so that no figure may tell it apart: it is merged with the others that are not. */
  readonly isHidden: boolean;
}

/** One or more strata that are weighted as one. */
export interface MergedStratum {
  readonly names: readonly string[];
  readonly group: Group;
  /** At least as many as answered. */
  readonly invited: number;
}

/** Why a whole cannot be weighted. */
export const unweightableReasons = ['invited-unknown', 'too-few-respondents'] as const;
export type UnweightableReason = (typeof unweightableReasons)[number];

/** The strata to weight by, or why there are none. */
export type Strata =
  | { readonly strata: readonly MergedStratum[]; readonly reason: null }
  | { readonly strata: null; readonly reason: UnweightableReason };

/**
 * Merges strata (S1): those that are hidden or have fewer than two respondents become one, and while that one
 * still has fewer than two it takes in the smallest of the others. One where nobody was invited is left out.
 */
export function mergeStrata(instrument: Instrument, all: readonly Stratum[]): Strata {
  const known: Ready[] = [];
  for (const { name, group, isHidden } of all) {
    if (group.invited === null) return { strata: null, reason: 'invited-unknown' };
    // Who answered was invited, whatever the count says.
    const invited = Math.max(group.invited, group.tally.respondents);
    if (invited > 0) known.push({ names: [name], group, invited, isOpen: !isHidden });
  }
  const isLarge = ({ group }: MergedStratum): boolean => group.tally.respondents >= fewestAnswersWithSpread;
  const keeps = known.filter((stratum) => stratum.isOpen && isLarge(stratum));
  const leftOver = known.filter((stratum) => !keeps.includes(stratum));
  keeps.sort((a, b) => b.group.tally.respondents - a.group.tally.respondents);
  while (leftOver.length > 0 && keeps.length > 0 && !isLarge(merged(instrument, leftOver))) {
    leftOver.push(...keeps.splice(-1));
  }
  const strata = leftOver.length === 0 ? keeps : [...keeps, merged(instrument, leftOver)];
  return strata.length > 0 && strata.every(isLarge)
    ? { strata, reason: null }
    : { strata: null, reason: 'too-few-respondents' };
}

interface Ready extends MergedStratum {
  readonly isOpen: boolean;
}

function merged(instrument: Instrument, strata: readonly MergedStratum[]): MergedStratum {
  return {
    names: strata.flatMap(({ names }) => names),
    group: pooled(
      instrument,
      strata.map(({ group }) => group),
    ),
    invited: strata.reduce((sum, { invited }) => sum + invited, 0),
  };
}
