import { employeeSurvey, response2022 } from './published.ts';
import type { Cell, SheetContents } from './workbook-bytes.ts';

/** Invited and answered per förvaltning, with the total last. */
export function responseRateWorkbook(): SheetContents {
  const { counts } = response2022;
  const total = (what: 'invited' | 'answered'): number => counts.reduce((sum, count) => sum + count[what], 0);
  return {
    name: 'Svarsfrekvens',
    rows: [
      ['Förvaltning', 'Inbjudna', 'Svarande'],
      ...counts.map(({ unit, invited, answered }) => [unit, invited, answered]),
      ['Totalt', total('invited'), total('answered')],
    ],
  };
}

/** The employee survey as published: units over years, the units merged over their years. */
export function employeeSurveyWorkbook(): SheetContents {
  const { units, columns, answered, rows } = employeeSurvey;
  const overYears = (unit: string): Cell[] => columns.map((_, place) => (place === 0 ? unit : null));
  const years = columns.map(Number);
  return {
    name: 'Medarbetarundersökning',
    rows: [
      [null, ...units.flatMap(overYears)],
      [null, ...units.flatMap(() => years)],
      ['Antal svar', ...answered.flat()],
      ...rows.map(({ short, values }) => [short, ...values.flat()]),
    ],
    mergedRanges: units.map((_, place) => {
      const first = columnLetter(1 + place * columns.length);
      const last = columnLetter(place * columns.length + columns.length);
      return `${first}1:${last}1`;
    }),
  };
}

function columnLetter(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column);
}
