import type { ItemCode, RoleCode } from '../instrument/instrument.ts';
import type { AnswerRows } from '../survey/answers.ts';
import type { GateAnswer } from '../survey/tally.ts';

/** What a file holds. */
export const importKinds = ['answers', 'aggregated', 'responseRates', 'employeeSurvey', 'other'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Which survey tool wrote the file; `plain` for a workbook made by hand. */
export const platforms = [
  'plain',
  'microsoft-forms',
  'google-forms',
  'limesurvey',
  'surveymonkey',
  'survey-and-report',
] as const;
export type Platform = (typeof platforms)[number];

/** Names from the top of the tree down: ["Socialförvaltningen", "Hemtjänst"]. Empty for no unit, or the whole. */
export type UnitPath = readonly string[];

/** Respondents who share unit, role and gate answer. */
export interface DraftGroup {
  readonly unit: UnitPath;
  readonly role: RoleCode | null;
  readonly gate: GateAnswer;
}

/** Answers ready to be stored: nothing personal is left in them. */
export interface AnswersDraft {
  readonly kind: 'answers';
  readonly year: number;
  readonly rows: AnswerRows;
  readonly groups: readonly DraftGroup[];
  /** For each respondent the place of their group in `groups`. */
  readonly groupOf: Int32Array;
  /** Items that the user said are asked negatively this year. */
  readonly reversed: readonly ItemCode[];
}

/** A table of items with their means, without the answers behind them. */
export interface AggregatedDraft {
  readonly kind: 'aggregated';
  readonly year: number;
  readonly lines: readonly {
    readonly unit: UnitPath;
    readonly item: ItemCode;
    readonly mean: number | null;
    readonly n: number | null;
    readonly dontKnowPercent: number | null;
  }[];
  readonly reversed: readonly ItemCode[];
}

/** Invited and answered per unit; the empty path is the total line. */
export interface ResponseRatesDraft {
  readonly kind: 'responseRates';
  readonly year: number;
  readonly lines: readonly {
    readonly unit: UnitPath;
    readonly invited: number;
    readonly answered: number | null;
  }[];
}

/** The employee survey's table. Its units are another survey's: they are kept by name and linked later. */
export interface EmployeeSurveyDraft {
  readonly kind: 'employeeSurvey';
  /** The newest year in the table. */
  readonly year: number;
  readonly answered: readonly {
    readonly unit: string;
    readonly year: number;
    readonly answered: number | null;
  }[];
  readonly indices: readonly {
    readonly unit: string;
    readonly year: number;
    readonly item: string;
    readonly index: number | null;
    /** Answers on the scale behind the index; absent where the file is a table, which does not tell. */
    readonly answers?: number;
  }[];
}

export type ImportDraft = AnswersDraft | AggregatedDraft | ResponseRatesDraft | EmployeeSurveyDraft;
