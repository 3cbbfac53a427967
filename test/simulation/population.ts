import type { SeededRandom } from '../../core/comparison/seeded-random.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { AnswerRows } from '../../core/survey/answers.ts';
import { dontKnowCode, valueCode } from '../../core/survey/answers.ts';

/** Everyone who is invited, with what each would answer: one byte per item, as the program keeps answers. */
export type Population = readonly Uint8Array[];

/** One of the invited: where each answer leans on the scale, and the items without an opinion (null). */
type Person = readonly (number | null)[];

/** How far people, the same person from day to day, items and single answers lie apart, on the scale 1–6. */
const spread = { person: 0.6, day: 0.4, item: 0.4, answer: 0.9 } as const;
const middle = 3.2;
/** Share of "vet ej" of the least and the most doubtful item, as in published reports. */
const doubt = { least: 0.05, most: 0.7 } as const;

/** Draws people with lasting opinions. */
export function drawPeople(instrument: Instrument, size: number, random: SeededRandom): readonly Person[] {
  const itemMeans = instrument.items.map(() => middle + spread.item * normal(random));
  const itemDoubts = itemMeans.map(() => doubt.least + (doubt.most - doubt.least) * random.next() ** 2);
  return Array.from({ length: size }, () => {
    const person = spread.person * normal(random);
    return itemMeans.map((mean, at) =>
      random.next() < (itemDoubts[at] ?? 0) ? null : mean + person + spread.answer * normal(random),
    );
  });
}

/** What the people would answer on some day: their opinions, and the day that each of them has. */
export function answersOnADay(
  people: readonly Person[],
  { scale }: Instrument,
  random: SeededRandom,
): Population {
  return people.map((person) => {
    const day = spread.day * normal(random);
    return Uint8Array.from(person, (leaning) =>
      leaning === null
        ? dontKnowCode
        : valueCode(Math.min(Math.max(Math.round(leaning + day), scale.min), scale.max)),
    );
  });
}

/** The answers of `count` of the population, drawn without replacement. */
export function drawRespondents(population: Population, count: number, random: SeededRandom): AnswerRows {
  const places = population.map((_, at) => at);
  const itemCount = population[0]?.length ?? 0;
  const codes = new Uint8Array(count * itemCount);
  for (let drawn = 0; drawn < count; drawn++) {
    const other = drawn + random.below(places.length - drawn);
    const place = places[other] ?? 0;
    places[other] = places[drawn] ?? 0;
    codes.set(population[place] ?? [], drawn * itemCount);
  }
  return { itemCount, respondents: count, codes };
}

/** Mean 0 and standard deviation 1: a sum of twelve even draws, the same on every machine. */
function normal(random: SeededRandom): number {
  const draws = 12;
  let sum = -draws / 2;
  for (let draw = 0; draw < draws; draw++) sum += random.next();
  return sum;
}
