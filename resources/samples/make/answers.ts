import { items, scale } from './instrument.ts';
import type { SampleItem } from './instrument.ts';
import { itDepartment } from './organisation.ts';
import type { Random } from './random.ts';
import { highest } from './respondents.ts';
import type { Person } from './respondents.ts';
import type { ItemTarget } from './targets.ts';

/** A number on the scale, "vet ej", or nothing. */
export type Answer = number | 'dontKnow' | null;

/** One person with the answers given, in the order of the items. */
export interface Respondent {
  readonly person: Person;
  readonly answers: readonly Answer[];
}

const answerDeviation = 1;
const highestBlankShare = 0.016;
/** People at the IT department know about the heritage. */
const doubtAtItDepartment = -2.5;

/** Answers of all people to all items, each item coming out at its target as nearly as whole numbers allow. */
export function drawRespondents(
  people: readonly Person[],
  targets: readonly ItemTarget[],
  random: Random,
): readonly Respondent[] {
  const columns = items.map((item, place) => {
    const target = targets[place];
    if (target === undefined) throw new Error(`No target for ${item.code}.`);
    return drawItem(item, target, people, random);
  });
  return people.map((person, place) => ({ person, answers: columns.map((column) => column[place] ?? null) }));
}

function drawItem(item: SampleItem, target: ItemTarget, people: readonly Person[], random: Random): Answer[] {
  const answers: Answer[] = people.map(() => null);
  const asked = random.shuffled(people.map((person, place) => ({ person, place })));
  asked.length -= random.below(Math.floor(people.length * highestBlankShare) + 1);

  const heritage = item.dimension === 'Digitalt arv';
  const doubts = asked.map(({ person }) => {
    const informed = heritage && person.workplace.unit === itDepartment;
    return person.doubt + (informed ? doubtAtItDepartment : 0) + random.normal();
  });
  const doubting = highest(doubts, Math.round((target.dontKnowPercent / 100) * asked.length));
  const knowing = asked.filter((_, place) => !doubting.has(place));
  for (const [place, one] of asked.entries()) if (doubting.has(place)) answers[one.place] = 'dontKnow';

  const leanings = knowing.map(
    ({ person }) =>
      person.effect + (heritage ? person.heritageEffect : 0) + answerDeviation * random.normal(),
  );
  const numbers = withSum(leanings, Math.round(target.mean * knowing.length), random);
  for (const [place, one] of knowing.entries()) answers[one.place] = numbers[place] ?? null;
  return answers;
}

/** Whole answers that follow the leanings and add up to exactly `sum`. */
function withSum(leanings: readonly number[], sum: number, random: Random): number[] {
  const around = (level: number): number[] =>
    leanings.map((leaning) => Math.min(scale.max, Math.max(scale.min, Math.round(level + leaning))));
  const total = (numbers: readonly number[]): number =>
    numbers.reduce((running, number) => running + number, 0);
  let low = scale.min - 10;
  let high = scale.max + 10;
  for (let halving = 0; halving < 50; halving += 1) {
    const middle = (low + high) / 2;
    if (total(around(middle)) < sum) low = middle;
    else high = middle;
  }
  const numbers = around(low);
  // What rounding leaves over is moved one step at a time, at people chosen by chance.
  for (let missing = sum - total(numbers); missing !== 0;) {
    const step = Math.sign(missing);
    const place = random.below(numbers.length);
    const moved = (numbers[place] ?? 0) + step;
    if (moved < scale.min || moved > scale.max) continue;
    numbers[place] = moved;
    missing -= step;
  }
  return numbers;
}
