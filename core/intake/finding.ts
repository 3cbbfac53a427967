import { valueFaults } from './values.ts';

/** What was noticed while a file was read. A finding never stops an import; a {@link Question} does. */
export interface Finding {
  readonly sheet: string;
  /** Row as Excel shows it, from 1; null when the finding is about the sheet or a whole column. */
  readonly row: number | null;
  /** Column letters; null when the finding is about a row or the sheet. */
  readonly column: string | null;
  /** Cell name such as "K14", where there is one. */
  readonly cell: string | null;
  /** The value as it stood, only where it cannot tell who answered (see SPEC I-32); else null. */
  readonly value: string | null;
  readonly code: FindingCode;
  /** Plain Swedish: what it is, why, and what was done. */
  readonly message: string;
}

export const findingCodes = [
  ...valueFaults,
  'unknown-gate-answer',
  'unknown-role',
  'duplicate-respondent',
  'incomplete-response',
  'empty-response',
  'totals-row',
  'repeated-header',
  'legend-row',
  'no-unit',
  'unusable-unit',
  'missing-item',
  'hidden-rows',
  'hidden-columns',
  'merged-cells',
  'dropped-column',
  'other-year',
  'same-file',
  'repeated-unit',
  'fraction-shares',
  'mapping-unused',
  'reversed-item',
  'unreadable-number',
  'answered-over-invited',
  'too-many-findings',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something only the user can decide. Until every question has an answer nothing is stored. */
export interface Question {
  /** Stable for the same file, such as "column:K" or "value:99"; a mapping answers by the same name. */
  readonly id: string;
  readonly code: QuestionCode;
  readonly sheet: string | null;
  readonly column: string | null;
  /** Plain Swedish, ending in a question mark. */
  readonly message: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The option that is taken when the user accepts what is proposed; null when there is none to propose. */
  readonly proposed: string | null;
}

export const questionCodes = [
  'sheet',
  'column-meaning',
  'negative-statement',
  'scale-direction',
  'scale-points',
  'numeric-dont-know',
  'code-after-scale',
  'refused-codes',
  'unknown-label',
  'unit-look-alike',
  'duplicate-respondents',
  'year-missing',
  'year-conflict',
  'year-has-answers',
  'profile',
] as const;
export type QuestionCode = (typeof questionCodes)[number];
