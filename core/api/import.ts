import * as z from 'zod';
import { importKinds, platforms } from '../intake/draft.ts';
import { questionCodes } from '../intake/finding.ts';
import { columnRoles } from '../intake/vocabulary.ts';
import {
  changed,
  fileId,
  itemCode,
  lead,
  shortText,
  shownValue,
  texts,
  workspaceId,
  year,
} from './values.ts';
import { finding } from './data.ts';

/** What the user has said of one column, by its letters. */
const columnAnswer = z.strictObject({
  column: z.string().regex(/^[A-Z]{1,3}$/),
  role: z.enum(columnRoles),
  item: itemCode.nullable(),
  reversed: z.boolean().nullable(),
  level: z.union([z.literal(1), z.literal(2)]).nullable(),
});

/** A file with all that the user has said about it so far. */
export const importOrder = z.strictObject({
  fileId,
  /** By the question's id. */
  answers: z.record(z.string().max(1000), z.string().max(1000)),
  /** Columns whose meaning was changed on their heads. */
  columns: z.array(columnAnswer).max(1000),
  /** Null lets the program decide. */
  kind: z.enum(importKinds).nullable(),
  year: year.nullable(),
  sheet: shortText.nullable(),
});
export type ImportOrder = z.infer<typeof importOrder>;

const question = z.strictObject({
  id: z.string(),
  code: z.enum(questionCodes),
  sheet: z.string().nullable(),
  column: z.string().nullable(),
  /** Cells that it is about, as far as they are known. */
  cells: z.array(z.string()),
  message: z.string(),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  proposed: z.string().nullable(),
  /** The option given; null while it stands open. */
  answer: z.string().nullable(),
});

const column = z.strictObject({
  letters: z.string(),
  header: z.string(),
  role: z.enum(columnRoles),
  item: itemCode.nullable(),
  itemName: z.string().nullable(),
  level: z.union([z.literal(1), z.literal(2)]).nullable(),
  confidence: z.number(),
  needsConfirmation: z.boolean(),
  /** True when what it holds is never stored, and is masked here too. */
  dropped: z.boolean(),
  reversed: z.boolean(),
  reason: z.string(),
});

const preview = z.strictObject({
  fileId,
  fileName: z.string(),
  format: z.string(),
  lead,
  kind: z.enum(importKinds),
  platform: z.enum(platforms),
  year: year.nullable(),
  sheet: z.string(),
  sheets: z.array(z.strictObject({ name: z.string(), rows: z.int().nullable() })),
  columns: z.array(column),
  /**
   * The first rows as they stand in the file, and later ones that a question or finding points to, in order; what is
   * not stored is masked as "•••". Rows without content are left out.
   */
  rows: z.array(
    z.strictObject({
      row: z.int(),
      header: z.boolean(),
      cells: z.array(z.strictObject({ text: z.string(), marked: z.boolean() })),
    }),
  ),
  /** Rows of the sheet with content; null where the file was not read to its end. */
  totalRows: z.int().nullable(),
  respondents: z.int().nullable(),
  itemsFound: z.int(),
  questions: z.array(question),
  findings: z.array(finding),
  profile: z.strictObject({ name: z.string(), used: z.boolean() }).nullable(),
  /** True when it can be stored: it was recognised, holds something, and nothing stands open. */
  ready: z.boolean(),
});
export type ImportPreview = z.infer<typeof preview>;

export const importCalls = {
  /** Reads a file and stores nothing. Long files send progress. */
  'import.preview': {
    input: z.strictObject({
      workspaceId,
      order: importOrder,
      /** Files that are to be stored before it: their units are known to it. */
      earlier: z.array(importOrder).max(50),
    }),
    output: preview,
  },
  /** What the results would be if the files were stored as they stand. */
  'import.scores': {
    input: z.strictObject({ workspaceId, orders: z.array(importOrder).min(1).max(50) }),
    output: z.strictObject({
      years: z.array(
        z.strictObject({
          year,
          respondents: z.int().nullable(),
          /** Percent. */
          maturity: shownValue,
          /** The year before it that has results; null where there is none, with everything named `before`. */
          yearBefore: year.nullable(),
          before: shownValue,
          items: z.array(
            z.strictObject({ code: itemCode, name: texts, mean: shownValue, before: shownValue }),
          ),
        }),
      ),
      sentence: texts,
    }),
  },
  /**
   * Stores all of the files, or none. A year that has answers already asks for an answer to `year-has-answers`.
   * @throws Refusal `needs-confirmation` when something stands open
   */
  'import.store': {
    input: z.strictObject({
      workspaceId,
      orders: z.array(importOrder).min(1).max(50),
      /** Keeps what the columns were taken to mean under this name; null for not. */
      profileName: shortText.nullable(),
    }),
    output: changed.extend({
      batches: z.array(
        z.strictObject({
          id: z.int(),
          year,
          kind: z.enum(importKinds),
          fileName: z.string(),
          respondents: z.int().nullable(),
        }),
      ),
      sentence: texts,
    }),
  },
  'import.profiles': {
    input: z.strictObject({}),
    output: z.strictObject({ profiles: z.array(z.strictObject({ name: z.string(), columns: z.int() })) }),
  },
} as const;
