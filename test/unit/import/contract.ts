import * as z from 'zod';
import { importKinds, platforms } from '../../../core/intake/draft.ts';
import { columnRoles } from '../../../core/intake/vocabulary.ts';

/** The JSON that the command line promises, as far as these tests read it. */

const number = z.number().nullable();
const count = z.int().min(0);

const finding = z.object({
  sheet: z.string(),
  row: z.int().min(1).nullable(),
  column: z.string().nullable(),
  cell: z.string().nullable(),
  value: z.union([z.string(), z.number()]).nullable(),
  code: z.string(),
  message: z.string().min(1),
});
export type FindingJson = z.infer<typeof finding>;

const question = z.object({
  id: z.string(),
  code: z.string(),
  message: z.string().min(1),
  proposed: z.string().nullable(),
});
export type QuestionJson = z.infer<typeof question>;

export const inspectJson = z.object({
  file: z.string(),
  format: z.string(),
  platform: z.enum(platforms),
  kind: z.enum(importKinds),
  sheet: z.string(),
  headerRows: z.array(z.int().min(1)),
  respondents: count,
  columns: z.array(
    z.object({
      column: z.string().regex(/^[A-Z]+$/),
      header: z.string(),
      role: z.enum(columnRoles),
      item: z.string().nullish(),
      confidence: z.number().min(0).max(1),
      needsConfirmation: z.boolean(),
      reason: z.string().min(1),
    }),
  ),
  findings: z.array(finding),
});
export type InspectJson = z.infer<typeof inspectJson>;

export const importJson = z.object({
  batch: z.int(),
  year: z.int(),
  kind: z.enum(importKinds),
  respondents: count,
  leftOut: count,
  items: count,
  units: z.array(z.object({ name: z.string(), respondents: count })),
  dropped: z.array(z.string()),
  findings: z.array(finding),
});
export type ImportJson = z.infer<typeof importJson>;
export const importsJson = z.object({ imports: z.array(importJson) });

const itemScore = z.object({
  code: z.string(),
  counts: z.array(count).nullable(),
  n: number,
  dontKnow: number,
  blank: number,
  refused: number,
  mean: number,
  sd: number,
  percent: number,
  dontKnowPercent: number,
});
export type ItemScoreJson = z.infer<typeof itemScore>;

const unitScore = z.object({
  name: z.string(),
  whole: z.boolean(),
  respondents: number,
  invited: number,
  responseRatePercent: number,
  gateYesPercent: number,
  maturityPercent: number,
  quadrant: z.string().nullable(),
  dimensions: z.array(z.object({ code: z.string(), percent: number })),
  categories: z.array(z.object({ code: z.string(), percent: number, itemsUsed: count })),
  items: z.array(itemScore),
});
export type UnitScoreJson = z.infer<typeof unitScore>;

export const scoresJson = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      source: z.enum(['answers', 'aggregated', 'published']),
      units: z.array(unitScore),
    }),
  ),
});
export type ScoresJson = z.infer<typeof scoresJson>;

export const batchesJson = z.array(
  z.object({
    batch: z.int(),
    file: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    year: z.int().nullable(),
    kind: z.enum(importKinds),
    undone: z.boolean(),
  }),
);

export const refusalJson = z.object({
  error: z.object({
    code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    message: z.string().min(1),
    file: z.string().optional(),
    sheet: z.string().optional(),
    cell: z.string().optional(),
    nextStep: z.string().min(1),
    questions: z.array(question).optional(),
  }),
  questions: z.array(question).optional(),
});
export type RefusalJson = z.infer<typeof refusalJson>;
