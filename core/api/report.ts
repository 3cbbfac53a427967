import * as z from 'zod';
import { figureForms } from '../figures/figure.ts';
import { reportSettingsShape } from '../report/settings.ts';
import { releaseReason } from './figures.ts';
import { changed, fileId, targetId, unitOrWhole, workspaceId, year } from './values.ts';

/** Formats that a report is written in. */
export const reportFormats = ['docx', 'pdf', 'pptx', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Names a report: the workspace keeps its settings by year and unit. */
const reportInput = z.strictObject({ workspaceId, year, unit: unitOrWhole });

const blockInclusion = z.strictObject({ id: z.string(), included: z.boolean() });

/** What becomes of a figure or table when an older report is refreshed. */
export const refreshOutcomes = [
  /** New, with its caption. */
  'renewed',
  /** New, but its words were changed by hand and stand as they are. */
  'renewed-words-kept',
  /** Left: its marks no longer stand on both sides of it. */
  'marks-broken',
  /** Left: the new report has no such figure. */
  'not-in-report',
  /** Not put back: somebody took it out. */
  'taken-out',
  /** Not put in: the file never had it, or its marks are gone. */
  'not-in-file',
] as const;
export type RefreshOutcome = (typeof refreshOutcomes)[number];

const refreshedBlock = z.strictObject({
  kind: z.enum(['figure', 'table']),
  /** As its caption has it. */
  name: z.string(),
  outcome: z.enum(refreshOutcomes),
});

const outlineEntry = z.strictObject({
  id: z.string(),
  heading: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  included: z.boolean(),
  /** True for one that is always with. */
  isFixed: z.boolean(),
  hasOwnText: z.boolean(),
  /** What the program writes, a list's points on a line each. */
  generated: z.array(blockInclusion.extend({ text: z.string() })),
  figures: z.array(
    blockInclusion.extend({
      kind: z.enum(['figure', 'table']),
      caption: z.string(),
      /** Null for tables, and for figures that are pictures whatever is chosen. */
      form: z.enum(figureForms).nullable(),
    }),
  ),
});

export const reportCalls = {
  'report.get': {
    input: reportInput,
    output: z.strictObject({
      year,
      unit: unitOrWhole,
      settings: reportSettingsShape,
      /** What the front page says where the settings leave it to the program. */
      proposed: z.strictObject({
        title: z.string(),
        administrator: z.string().nullable(),
        date: z.iso.date(),
      }),
      /** What the organisation's Word template is called; null where there is none. */
      template: z.string().nullable(),
      /** Every section there is, those left out too, in the order they stand. */
      outline: z.array(outlineEntry),
      /** Numbers that own text can hold. */
      liveNumbers: z.array(z.strictObject({ live: z.string(), label: z.string(), text: z.string() })),
    }),
  },
  'report.saveSettings': {
    input: reportInput.extend({ settings: reportSettingsShape }),
    output: changed,
  },
  /** A page of the report as it would be printed. */
  'report.preview': {
    input: reportInput.extend({
      /** Those on the screen, kept or not yet. */
      settings: reportSettingsShape,
      at: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('page'), page: z.int().min(1).max(10_000) }),
        /** Where a section begins; the first page where the report is without it. */
        z.strictObject({
          kind: z.literal('section'),
          section: z.string().max(300),
          /** True for its own text, where it has any. */
          ownText: z.boolean(),
        }),
      ]),
    }),
    output: z.strictObject({
      pageCount: z.int().min(1),
      page: z.int().min(1),
      /** A whole SVG document: show it as a picture. */
      svg: z.string(),
      /** The section that stands on it; null before the first, as on the front page. */
      section: z.string().nullable(),
      /** How far down the page the section that was asked for begins, 0–1; null where a page was asked for. */
      top: z.number().min(0).max(1).nullable(),
    }),
  },
  /** The organisation's Word template, for every report of the workspace; null takes it away. */
  'report.setTemplate': {
    input: z.strictObject({ workspaceId, fileId: fileId.nullable() }),
    output: changed,
  },
  'report.export': {
    input: reportInput.extend({ format: z.enum(reportFormats), targetId, releaseReason }),
    output: z.strictObject({ targetId, shownPath: z.string(), sizeBytes: z.int() }),
  },
  /** What a refresh of an older Word report would do to it. */
  'report.previewRefresh': {
    input: reportInput.extend({ fileId }),
    output: z.strictObject({
      fileName: z.string(),
      /** The year that it was a report of; null where it does not say. */
      from: year.nullable(),
      blocks: z.array(refreshedBlock),
    }),
  },
  /** Writes an older Word report with the figures and tables of this one. */
  'report.refresh': {
    input: reportInput.extend({ fileId, targetId, releaseReason }),
    output: z.strictObject({ targetId, shownPath: z.string(), blocks: z.array(refreshedBlock) }),
  },
  /** The report of every unit directly under the whole that the year has, as files in one packed file. */
  'report.exportAll': {
    input: z.strictObject({
      workspaceId,
      year,
      formats: z.array(z.enum(reportFormats)).min(1).max(reportFormats.length),
      targetId,
      releaseReason,
    }),
    output: z.strictObject({
      targetId,
      shownPath: z.string(),
      reports: z.int(),
      /** Units whose report is left out, as all of it would be hidden. */
      leftOut: z.array(z.string()),
    }),
  },
} as const;
