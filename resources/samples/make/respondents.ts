import { roleNames } from './instrument.ts';
import { workplacesOf } from './organisation.ts';
import type { Workplace } from './organisation.ts';
import { publishedYear } from './published.ts';
import type { SampleYear } from './published.ts';
import type { Random } from './random.ts';

/** One invented person: background, and how this person tends to answer. */
export interface Person {
  readonly workplace: Workplace;
  readonly role: string;
  readonly involved: boolean;
  /** How much higher than others this person answers, in scale points. */
  readonly effect: number;
  /** The same for the heritage items alone. */
  readonly heritageEffect: number;
  /** How readily this person answers "vet ej", in standard deviations. */
  readonly doubt: number;
}

const personDeviation = 0.62;
const heritageDeviation = 0.25;
const doubtDeviation = 0.8;
const doubtOfInvolved = -0.2;
const doubtOfOthers = 0.35;

/** Weights of the roles, in the order of the instrument: most who are asked are managers. */
const roleWeights = [4, 55, 20, 9, 12];
/** How much likelier a role is to be involved in decisions, in standard deviations, in the same order. */
const involvementOfRoles = [1.5, 0.4, -0.4, 0.8, -0.5];

/** The role of whoever stands at this share, from 0 to 1, of people ordered by role. */
function roleAt(share: number): string {
  let left = share * roleWeights.reduce((sum, weight) => sum + weight, 0);
  const role = roleNames[roleWeights.findIndex((weight) => (left -= weight) < 0)];
  if (role === undefined) throw new Error('The roles and their weights do not agree.');
  return role;
}

/** The places of the `count` highest scores. */
export function highest(scores: readonly number[], count: number): ReadonlySet<number> {
  const places = scores.map((score, place) => ({ score, place }));
  places.sort((one, other) => other.score - one.score);
  return new Set(places.slice(0, count).map(({ place }) => place));
}

/** Everyone who answered in a year, in a random order, with exactly the published share involved. */
export function drawPeople(year: SampleYear, random: Random): readonly Person[] {
  const workplaces = random.shuffled(workplacesOf(year));
  const drawn = random.shuffled(
    workplaces.map((workplace, place) => ({ workplace, role: roleAt((place + 0.5) / workplaces.length) })),
  );
  const involvedCount = Math.round((publishedYear(year).involvedYesPercent / 100) * drawn.length);
  const scores = drawn.map(
    ({ role }) => (involvementOfRoles[roleNames.indexOf(role)] ?? 0) + random.normal(),
  );
  const involved = highest(scores, involvedCount);
  return drawn.map(({ workplace, role }, place) => ({
    workplace,
    role,
    involved: involved.has(place),
    effect: workplace.effect + personDeviation * random.normal(),
    heritageEffect: workplace.heritageEffect + heritageDeviation * random.normal(),
    doubt: (involved.has(place) ? doubtOfInvolved : doubtOfOthers) + doubtDeviation * random.normal(),
  }));
}
