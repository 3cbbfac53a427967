import { expect } from 'vitest';
import { columnLetters } from '../../../core/intake/sheet.ts';
import type { AnswersFixture } from '../../fixtures/layouts/fixture.ts';
import { items } from '../../fixtures/layouts/items.ts';
import type { Respondent } from '../../fixtures/layouts/respondents.ts';
import type { InspectJson, ScoresJson, UnitScoreJson } from './contract.ts';
import type { Workbench } from './workbench.ts';

/** The year given to files that tell none themselves. */
export const givenYear = 2023;

/** What is counted for one item. */
export interface ItemCounts {
  readonly code: string;
  readonly counts: readonly number[] | null;
  readonly n: number | null;
  readonly dontKnow: number | null;
  readonly blank: number | null;
  readonly refused: number | null;
}

const scalePoints = [1, 2, 3, 4, 5, 6];

/** What the answers of these respondents come to, item by item, by counting them one at a time. */
export function countsOf(people: readonly Respondent[]): readonly ItemCounts[] {
  return items.map(({ code }, place) => {
    const given = people.map(({ answers }) => answers[place] ?? null);
    const countOf = (answer: unknown): number => given.filter((own) => own === answer).length;
    const counts = scalePoints.map(countOf);
    const n = counts.reduce((sum, own) => sum + own, 0);
    return { code, counts, n, dontKnow: countOf('dontKnow'), blank: countOf(null), refused: 0 };
  });
}

/** What `scores` counted for each item of a unit. */
export function storedCounts(unit: UnitScoreJson): readonly ItemCounts[] {
  return unit.items.map(({ code, counts, n, dontKnow, blank, refused }) => ({
    code,
    counts,
    n,
    dontKnow,
    blank,
    refused,
  }));
}

/** The results of a year from answers; fails when there are none. */
export function yearOf({ years }: ScoresJson, year: number, source = 'answers'): ScoresJson['years'][number] {
  const found = years.find((own) => own.year === year && own.source === source);
  if (found !== undefined) return found;
  throw new Error(`No ${source} of ${year} among ${years.map((own) => `${own.year} ${own.source}`).join()}.`);
}

/** The unit over all others. */
export function wholeOf(scores: ScoresJson, year: number, source = 'answers'): UnitScoreJson {
  const whole = yearOf(scores, year, source).units.find((unit) => unit.whole);
  if (whole !== undefined) return whole;
  throw new Error(`No whole in ${year}.`);
}

/** Respondents by the name of a unit. */
export function byName(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The workspace holds exactly the answers of these respondents for the year, in all and per unit. */
export function expectStored(
  bench: Workbench,
  year: number,
  people: readonly Respondent[],
  levels: { readonly units: boolean; readonly subunits: boolean } = { units: true, subunits: true },
): void {
  const scores = bench.scores();
  const whole = wholeOf(scores, year);
  expect(whole.respondents).toBe(people.length);
  expect(storedCounts(whole)).toEqual(countsOf(people));

  const parts = yearOf(scores, year).units.filter((unit) => !unit.whole);
  const expected = [
    ...(levels.units ? Object.entries(Object.groupBy(people, ({ unit }) => unit)) : []),
    ...(levels.subunits ? Object.entries(Object.groupBy(people, ({ subunit }) => subunit)) : []),
  ];
  const stored = Object.fromEntries(parts.map((unit) => [unit.name, unit]));
  expect(Object.keys(stored).toSorted()).toEqual(expected.map(([name]) => name).toSorted());
  for (const [name, members = []] of expected) {
    const unit = stored[name];
    if (unit === undefined) throw new Error(`No results for ${name}.`);
    expect(unit.respondents, name).toBe(members.length);
    expect(storedCounts(unit), name).toEqual(countsOf(members));
  }
}

/** What is expected of a file's columns, in the words of `inspect`. */
export function expectedColumns({ columns }: AnswersFixture): readonly object[] {
  return columns.map(({ role, item }, place) => ({
    column: columnLetters(place + 1),
    role,
    item: item ?? null,
  }));
}

/** What `inspect` says of each column, without confidence and reasons. */
export function recognisedColumns({ columns }: InspectJson): readonly object[] {
  return columns.map(({ column, role, item }) => ({ column, role, item: item ?? null }));
}

/** Options that an import of the fixture needs: the year where the file tells none, and consent where it asks. */
export function optionsFor({ year, asks }: AnswersFixture): readonly string[] {
  return [...(year === null ? ['--year', String(givenYear)] : []), ...(asks ? ['--accept-proposed'] : [])];
}
