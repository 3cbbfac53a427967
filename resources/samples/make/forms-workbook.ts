import type { Answer, Respondent } from './answers.ts';
import type { AnswerTimes, Identity } from './identities.ts';
import { scale } from './instrument.ts';
import { questions, statements } from './statements.ts';
import type { Cell, SheetContents } from './workbook-bytes.ts';

function label(answer: Answer): Cell {
  if (answer === null) return null;
  if (answer === 'dontKnow') return 'Vet ej';
  if (answer === scale.min) return `${answer} - Instämmer inte alls`;
  if (answer === scale.max) return `${answer} - Instämmer helt`;
  return String(answer);
}

/** The layout of Microsoft Forms in Swedish: who and when first, a column per statement, labels in the cells. */
export function formsWorkbook(
  respondents: readonly Respondent[],
  identities: readonly Identity[],
  times: readonly AnswerTimes[],
): SheetContents {
  const meta = ['ID', 'Starttid', 'Slutförandetid', 'E-post', 'Namn', 'Senast ändrad tid'];
  const { unit, subunit, role, involved, comment } = questions;
  return {
    name: 'Sheet1',
    rows: [
      [...meta, unit, subunit, role, involved, ...statements, comment],
      ...respondents.map(({ person, answers }, place): Cell[] => {
        const identity = identities[place];
        const time = times[place];
        if (identity === undefined || time === undefined) throw new Error('Too few identities or times.');
        return [
          place + 1,
          { momentMs: time.startMs },
          { momentMs: time.endMs },
          identity.email,
          identity.name,
          null,
          person.workplace.unit,
          person.workplace.subunit,
          person.role,
          person.involved ? 'Ja' : 'Nej',
          ...answers.map(label),
          identity.comment,
        ];
      }),
    ],
  };
}
