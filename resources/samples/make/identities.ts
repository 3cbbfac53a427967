import type { Random } from './random.ts';

/** What a survey tool notes of a person beside the answers. All of it is invented. */
export interface Identity {
  readonly name: string;
  /** At example.se, a domain that nobody has. */
  readonly email: string;
  /** Free text, empty for most. */
  readonly comment: string;
}

const givenNames =
  'Asta Egil Signe Torvald Majken Ragnhild Sixten Tyra Gullbritt Holger Ingegerd Folke Svea Verner Hillevi Algot Dagny Elof Gunborg Helmer Hjördis Isidor';
/** Flowers and berries: nobody is called so. */
const surnames =
  'Blåklint Gökärt Hundkex Kråkvicker Smörblomma Prästkrage Tranbär Hjortron Kantarell Trollslända Gullviva Backsippa Kabbleka Liljekonvalj';

const comments = [
  'Bra att frågorna ställs varje år.',
  'Svårt att svara på frågorna om it-avdelningen, det är långt från min vardag.',
  'Vi behöver mer tid för att ta hand om det som redan är infört.',
  'Det händer mycket, men jag ser sällan vad det gav.',
  'Flera system gör samma sak. Städa först, köp sedan.',
  'Jag önskar en gemensam bild av vad som är på gång i kommunen.',
  'Nya idéer tas emot väl i min grupp.',
  'Introduktionen till nya system är för kort.',
  'Vissa frågor är svåra att förstå.',
  'Samarbetet med andra kommuner har gett oss mycket; fortsätt med det!',
];
const commentShare = 0.12;

/** Different people, as many as asked for. */
export function drawIdentities(count: number, random: Random): readonly Identity[] {
  const names = givenNames
    .split(' ')
    .flatMap((given) => surnames.split(' ').map((surname) => `${given} ${surname}`));
  if (names.length < count) throw new Error(`There are ${names.length} names for ${count} people.`);
  return random
    .shuffled(names)
    .slice(0, count)
    .map((name) => ({
      name,
      email: `${asciiOf(name).replace(' ', '.')}@example.se`,
      comment: random.uniform() < commentShare ? random.pick(comments) : '',
    }));
}

function asciiOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

const msPerMinute = 60_000;
const minutesPerDay = 24 * 60;
/** Answers come on weekdays from 8 to 16 in three weeks. */
const officeMinutes = 8 * 60;
const answerWeeks = 3;

/** When an answer began and ended, in milliseconds since 1970, clock time of the place. */
export interface AnswerTimes {
  readonly startMs: number;
  readonly endMs: number;
}

/** Times for as many answers as asked for, from the given Monday on, ordered by when they ended. */
export function drawTimes(count: number, mondayIsoDate: string, random: Random): readonly AnswerTimes[] {
  const mondayMs = Date.parse(`${mondayIsoDate}T00:00:00Z`);
  const times = Array.from({ length: count }, (): AnswerTimes => {
    const day = random.below(answerWeeks) * 7 + random.below(5);
    const minute = day * minutesPerDay + 8 * 60 + random.below(officeMinutes);
    const startMs = mondayMs + minute * msPerMinute + random.below(60) * 1000;
    return { startMs, endMs: startMs + (240 + random.below(1200)) * 1000 };
  });
  return times.sort((one, other) => one.endMs - other.endMs);
}
