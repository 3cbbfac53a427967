import * as z from 'zod';
import { figureForms } from '../figures/figure.ts';
import { Refusal } from '../problem.ts';
import { reportStatuses } from './report.ts';

/** What the analyst has settled of a report; everything else in it follows from the measurements. */

const text = z.string().max(20_000);

const ownRun = z.union([
  z.strictObject({ text, bold: z.literal(true).optional(), italic: z.literal(true).optional() }),
  z.strictObject({ live: z.string().max(200) }),
]);

const ownBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), runs: z.array(ownRun) }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(ownRun)) }),
]);

export const reportSettingsShape = z.strictObject({
  format: z.literal(1),
  language: z.enum(['sv', 'en']).default('sv'),
  front: z
    .strictObject({
      /** Null: the program's own title. */
      title: text.nullable().default(null),
      caseNumber: text.nullable().default(null),
      /** ISO date; null: the day that the report is written. */
      date: z.iso.date().nullable().default(null),
      /** Null: the workspace's own. */
      administrator: text.nullable().default(null),
      status: z.enum(reportStatuses).default('draft'),
    })
    .prefault({}),
  /**
   * Sections by id in the order they are to stand, and whether they are with. Sections that are not named stand
   * where the program puts them, and those that the report does not have are passed over.
   */
  sections: z.array(z.strictObject({ id: z.string(), included: z.boolean() })).default([]),
  /** The analyst's own text by section id. It stands after what the program writes. */
  texts: z.record(z.string(), z.array(ownBlock)).default({}),
  /** Paragraphs that the program writes and the analyst does not want, by block id. */
  withoutGenerated: z.array(z.string()).default([]),
  /** Figures and tables by block id, where they are not as the program proposes. */
  blocks: z
    .record(
      z.string(),
      z.strictObject({ included: z.boolean().optional(), form: z.enum(figureForms).optional() }),
    )
    .default({}),
  /** UA-1 is for publishing, A-2a for the archive. */
  pdfStandard: z.enum(['ua-1', 'a-2a']).default('ua-1'),
});

export type ReportSettings = z.infer<typeof reportSettingsShape>;
export type OwnBlock = z.infer<typeof ownBlock>;
export type OwnRun = z.infer<typeof ownRun>;

/** A report as the program proposes it. */
export const proposedReportSettings: ReportSettings = reportSettingsShape.parse({ format: 1 });

/**
 * Reads report settings from JSON text.
 * @throws Refusal `report-settings-invalid`, naming the first place that does not fit.
 */
export function parseReportSettings(json: string, fileName: string): ReportSettings {
  const refusal = (message: string): Refusal =>
    new Refusal({
      code: 'report-settings-invalid',
      message: `Rapportinställningarna i ${fileName} går inte att använda: ${message}.`,
      file: fileName,
      nextStep: 'Rätta det som nämns, eller skapa rapporten utan --settings.',
    });
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw refusal('filen är inte JSON');
  }
  const parsed = reportSettingsShape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refusal(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}
