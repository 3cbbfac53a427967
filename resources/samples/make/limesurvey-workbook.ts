import type { Answer, Respondent } from './answers.ts';
import type { AnswerTimes, Identity } from './identities.ts';
import { items } from './instrument.ts';
import type { Random } from './random.ts';
import { questions, statements } from './statements.ts';
import type { Cell, SheetContents } from './workbook-bytes.ts';

/** A row of LimeSurvey: someone who has answered pages up to `lastPage`, of `pageCount`. */
export interface LimeSurveyRow {
  readonly respondent: Respondent;
  readonly identity: Identity;
  readonly times: AnswerTimes;
  /** 1 is the background, 2 and 3 are the dimensions, 4 is the free text. */
  readonly lastPage: number;
}

/** The number of pages; whoever has reached the last has also sent the answers in. */
export const pageCount = 4;

const dimensions = [...new Set(items.map(({ dimension }) => dimension))];
const startPages = items.map(({ dimension }) => 2 + dimensions.indexOf(dimension));

function answerText(answer: Answer): Cell {
  if (answer === null) return null;
  return answer === 'dontKnow' ? 'Vet ej' : String(answer);
}

function clockTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** The layout of LimeSurvey with question texts as headings: everything is text, also numbers. */
export function limeSurveyWorkbook(rows: readonly LimeSurveyRow[], random: Random): SheetContents {
  const meta = 'id submitdate lastpage startlanguage seed token startdate datestamp ipaddr refurl'.split(' ');
  const headings = statements.map(
    (statement, place) =>
      `Hur väl instämmer du i påståendena? (del ${(startPages[place] ?? 0) - 1}) [${statement}]`,
  );
  return {
    name: 'Digital mognad 2022',
    rows: [
      [
        ...meta,
        questions.unit,
        questions.subunit,
        questions.role,
        questions.involved,
        ...headings,
        questions.comment,
      ],
      ...rows.map(({ respondent, identity, times, lastPage }, place): Cell[] => {
        const { person, answers } = respondent;
        const complete = lastPage === pageCount;
        return [
          String(place + 1),
          complete ? clockTime(times.endMs) : null,
          String(lastPage),
          'sv',
          String(100_000_000 + random.below(900_000_000)),
          `prov${(1 + random.below(36 ** 6 - 1)).toString(36).padStart(6, '0')}`,
          clockTime(times.startMs),
          clockTime(times.endMs),
          `192.0.2.${1 + random.below(254)}`,
          null,
          person.workplace.unit,
          person.workplace.subunit,
          person.role,
          person.involved ? 'Ja' : 'Nej',
          ...answers.map((answer, item) => ((startPages[item] ?? 0) <= lastPage ? answerText(answer) : null)),
          complete ? identity.comment : null,
        ];
      }),
    ],
  };
}
