import type { AnswersDraft, ImportDraft } from './draft.ts';
import type { Finding, FindingCode, Question } from './finding.ts';
import type { Cell } from './sheet.ts';
import { cellName, columnLetters } from './sheet.ts';
import { storableValue } from './values.ts';

/** What reading a sheet gave: a draft ready to store, what was noticed, and what must be asked first. */
export interface Reading<Draft extends ImportDraft = ImportDraft> {
  /** Made with what is proposed wherever a question stands open; null when there is nothing to store. */
  readonly draft: Draft | null;
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  /** Respondents that would be stored. */
  readonly respondents: number;
  /** Rows of respondents in the file, those left out included. */
  readonly responses: number;
  /** Rows of respondents that were left out, by reason. */
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

export type AnswersReading = Reading<AnswersDraft>;

export const leftOutReasons = ['incomplete', 'empty', 'duplicate', 'otherYear'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Findings kept of one code; the rest are counted in one finding of their own. */
const keptPerCode = 500;

/** Gathers findings of one sheet, keeping cell contents out and the list within bounds. */
export class Findings {
  readonly #sheet: string;
  readonly #kept: Finding[] = [];
  readonly #counts = new Map<FindingCode, number>();

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /** About one cell; its value is kept only where it cannot tell who answered. */
  cell(row: number, column: number, cell: Cell, code: FindingCode, message: string): void {
    if (!this.#count(code)) return;
    this.#kept.push({
      sheet: this.#sheet,
      row,
      column: columnLetters(column),
      cell: cellName(row, column),
      value: storableValue(cell),
      code,
      message,
    });
  }

  /** About a row, a column or the whole sheet. */
  place(place: { row?: number; column?: number }, code: FindingCode, message: string): void {
    if (!this.#count(code)) return;
    this.#kept.push({
      sheet: this.#sheet,
      row: place.row ?? null,
      column: place.column === undefined ? null : columnLetters(place.column),
      cell: null,
      value: null,
      code,
      message,
    });
  }

  /** How many findings of a code there were, kept or not. */
  count(code: FindingCode): number {
    return this.#counts.get(code) ?? 0;
  }

  list(): Finding[] {
    const overflow = [...this.#counts].flatMap(([code, count]): Finding[] =>
      count <= keptPerCode
        ? []
        : [
            {
              sheet: this.#sheet,
              row: null,
              column: null,
              cell: null,
              value: null,
              code: 'too-many-findings',
              message: `Ytterligare ${count - keptPerCode} fynd av slaget "${code}" visas inte var för sig, men har hanterats på samma sätt.`,
            },
          ],
    );
    return [...this.#kept, ...overflow];
  }

  #count(code: FindingCode): boolean {
    const count = this.count(code) + 1;
    this.#counts.set(code, count);
    return count <= keptPerCode;
  }
}
