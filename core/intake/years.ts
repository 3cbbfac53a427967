import { counted } from '../text.ts';
import type { Findings } from './reading.ts';
import type { Question } from './finding.ts';
import type { Mapping } from './mapping.ts';
import { plausibleYear } from './rows.ts';

/** Years met in a file, with how many respondents each. */
export class YearCount {
  readonly #counts = new Map<number, number>();

  add(year: number): void {
    this.#counts.set(year, (this.#counts.get(year) ?? 0) + 1);
  }

  /** Most respondents first. */
  ranked(): { year: number; respondents: number }[] {
    return [...this.#counts]
      .map(([year, respondents]) => ({ year, respondents }))
      .sort((a, b) => b.respondents - a.respondents || b.year - a.year);
  }
}

/** The year of a measurement and, where it is not certain, the question that settles it. */
export interface SettledYear {
  readonly year: number | null;
  readonly question: Question | null;
}

/**
 * Settles the year: what the user said, else what a year column says, else the dates of the answers, else the
 * file's name as a mere proposal.
 */
export function settleYear(input: {
  readonly said: number | null;
  readonly column: YearCount;
  readonly dates: YearCount;
  readonly fileName: string;
  readonly findings: Findings;
}): SettledYear {
  const met = input.column.ranked().length > 0 ? input.column.ranked() : input.dates.ranked();
  const [most, ...others] = met;
  if (input.said !== null) {
    reportOtherDates(input, input.said);
    if (most !== undefined && !met.some(({ year }) => year === input.said)) {
      const message = `Filens egna uppgifter pekar på ${most.year}, men läses in som ${input.said} eftersom du angav det.`;
      input.findings.place({}, 'other-year', message);
    }
    return { year: input.said, question: null };
  }
  if (most !== undefined && others.length === 0) return { year: most.year, question: null };
  if (most !== undefined) {
    reportOtherDates(input, most.year);
    const years = met.map(({ year }) => year).sort((a, b) => a - b);
    return {
      year: most.year,
      question: yearQuestion(
        'year-conflict',
        `Filen har svar från åren ${years.join(', ')}. Vilket år gäller mätningen?`,
        years,
        most.year,
      ),
    };
  }
  const proposed = yearInName(input.fileName);
  const message = 'Varken en kolumn eller svarens datum anger året. Vilket år gäller filen?';
  return {
    year: proposed,
    question: yearQuestion('year-missing', message, proposed === null ? [] : [proposed], proposed),
  };
}

/** Says how many answers are dated another year than they are read as; dates choose no rows. */
function reportOtherDates(
  {
    column,
    dates,
    findings,
  }: { readonly column: YearCount; readonly dates: YearCount; readonly findings: Findings },
  year: number,
): void {
  const dated = dates.ranked();
  if (column.ranked().length > 0 || !dated.some((entry) => entry.year === year)) return;
  const others = dated.filter((entry) => entry.year !== year);
  const count = others.reduce((sum, { respondents }) => sum + respondents, 0);
  if (count === 0) return;
  findings.place(
    {},
    'other-year',
    `${counted(count, 'svar är daterat', 'svar är daterade')} ett annat år, men läses in som ${year}.`,
  );
}

/** Settles the year of a table of figures, which has neither a year column nor dates. */
export function settleTableYear(
  input: { readonly year: number | null; readonly mapping: Mapping; readonly fileName: string },
  findings: Findings,
): SettledYear {
  return settleYear({
    said: input.year ?? input.mapping.year ?? null,
    column: new YearCount(),
    dates: new YearCount(),
    fileName: input.fileName,
    findings,
  });
}

function yearQuestion(
  code: 'year-missing' | 'year-conflict',
  message: string,
  years: readonly number[],
  proposed: number | null,
): Question {
  return {
    id: 'year',
    code,
    sheet: null,
    column: null,
    message,
    options: years.map((year) => ({ value: String(year), label: String(year) })),
    proposed: proposed === null ? null : String(proposed),
  };
}

/** The one year that a file's name carries, or null. */
export function yearInName(fileName: string): number | null {
  const years = new Set(
    (fileName.match(/(?<!\d)\d{4}(?!\d)/g) ?? []).flatMap((text) => plausibleYear(Number(text)) ?? []),
  );
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}
