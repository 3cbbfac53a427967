import { tidy } from '../text.ts';
import type { UnitPath } from './draft.ts';
import type { Question } from './finding.ts';
import type { Mapping } from './mapping.ts';
import { findLookAlikes } from './unit-names.ts';

/** A unit that the workspace already has, with its spellings and its place in the tree. */
export interface KnownUnit {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Name of the förvaltning it belongs to; null directly under the whole. */
  readonly parent: string | null;
}

/** What each spelling of a unit's name in the file is taken to be, and what must be asked about it. */
export interface SettledUnits {
  /** The path for raw names as they stand in the file; an empty name is left out of the path. */
  pathOf(upper: string, lower: string): UnitPath;
  readonly questions: readonly Question[];
}

/**
 * Settles unit names, first förvaltningar, then the enheter under each. Spellings that look alike are asked
 * about; the proposal, that they are one, is what `pathOf` gives until the user has said otherwise.
 *
 * @param pairs raw names with numbers of respondents, as upper → lower → count
 */
export function settleUnits(
  pairs: ReadonlyMap<string, ReadonlyMap<string, number>>,
  known: readonly KnownUnit[],
  mapping: Mapping,
  sheet: string,
): SettledUnits {
  const said = new Map(mapping.units.map(({ name, sameAs }) => [name, sameAs]));
  const questions: Question[] = [];

  const settle = (
    names: ReadonlyMap<string, number>,
    siblings: readonly KnownUnit[],
  ): Map<string, string> => {
    const settled = new Map([...names.keys()].map((name) => [name, tidy(name)]));
    for (const name of names.keys()) {
      const sameAs = said.get(name) ?? said.get(tidy(name));
      if (typeof sameAs === 'string') settled.set(name, tidy(sameAs));
    }
    const open = new Map(
      [...names].filter(([name]) => name !== '' && !said.has(name) && !said.has(tidy(name))),
    );
    const decided = [...names.keys()].filter((name) => !open.has(name) && name !== '');
    const context = [
      ...siblings,
      ...decided.map((name) => ({ name: settled.get(name) ?? name, aliases: [], parent: null })),
    ];
    for (const { name, sameAs, reason } of findLookAlikes(open, context)) {
      settled.set(name, tidy(sameAs));
      if (!questions.some(({ id }) => id === `unit:${name}`)) {
        questions.push(lookAlikeQuestion(name, tidy(sameAs), reason, names.get(name) ?? 0, sheet));
      }
    }
    return settled;
  };

  const totals = new Map([...pairs].map(([upper, lowers]) => [upper, sum(lowers.values())]));
  const uppers = settle(
    totals,
    known.filter(({ parent }) => parent === null),
  );
  const lowersOf = new Map<string, Map<string, number>>();
  for (const [upper, lowers] of pairs) {
    const parent = uppers.get(upper) ?? '';
    const merged = lowersOf.get(parent) ?? new Map<string, number>();
    for (const [lower, count] of lowers) merged.set(lower, (merged.get(lower) ?? 0) + count);
    lowersOf.set(parent, merged);
  }
  const lowers = new Map(
    [...lowersOf].map(([parent, names]) => [
      parent,
      settle(
        names,
        known.filter((unit) => unit.parent === (parent === '' ? null : parent)),
      ),
    ]),
  );
  return {
    questions,
    pathOf(upper, lower) {
      const parent = uppers.get(upper) ?? tidy(upper);
      return [parent, lowers.get(parent)?.get(lower) ?? tidy(lower)].filter((name) => name !== '');
    },
  };
}

function lookAlikeQuestion(
  name: string,
  sameAs: string,
  reason: string,
  respondents: number,
  sheet: string,
): Question {
  return {
    id: `unit:${name}`,
    code: 'unit-look-alike',
    sheet,
    column: null,
    message: `"${name}" (${respondents} svar) ${reason} jämfört med "${sameAs}". Är det samma enhet?`,
    options: [
      { value: sameAs, label: `Ja, räkna som ${sameAs}` },
      { value: '', label: 'Nej, det är en egen enhet' },
    ],
    proposed: sameAs,
  };
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
