import type { Measurements } from '../../core/analysis/measurements.ts';
import type { ReportFormat, Texts } from '../../core/api.ts';
import { unitKey } from '../../core/privacy/groups.ts';
import { yearPlan } from '../../core/privacy/plan.ts';
import { Refusal } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { DocumentAbout } from '../publishing/core-properties.ts';
import { reportToHtml } from '../publishing/html/report-html.ts';
import { reportToPdf } from '../publishing/pdf/report-pages.ts';
import { reportToPptx } from '../publishing/pptx/report-deck.ts';
import type { ReportOrigin } from '../publishing/word/origin.ts';
import type { Refreshed } from '../publishing/word/refresh.ts';
import { refreshReport, refuseUnmarked } from '../publishing/word/refresh.ts';
import { reportToDocx } from '../publishing/word/report-docx.ts';
import { openWordFile } from '../publishing/word/word-file.ts';
import { distinctFileNames } from '../shell/names.ts';
import type { ReportTemplate } from '../store/report-template.ts';
import type { ReportOf } from './report-desk.ts';
import type { ShownGroup } from './releases.ts';
import type { OldReport } from './word-reports.ts';

/** A report with what its file is written for. */
export interface ReportToWrite {
  readonly report: Report;
  readonly origin: ReportOrigin;
  /** The organisation's own for Word; null for the program's. */
  readonly template: ReportTemplate | null;
}

type Write = (made: ReportToWrite, settings: ReportSettings, now: string) => Buffer | Promise<Buffer>;

const languageTags = { sv: 'sv-SE', en: 'en-GB' } as const;

const writers: Readonly<Record<ReportFormat, Write>> = {
  docx: ({ report, origin, template }, _settings, now) =>
    reportToDocx(report, aboutReport(report, now), {
      origin,
      template: template === null ? null : openWordFile(template.bytes, template.fileName),
    }),
  pdf: ({ report }, { pdfStandard }) => reportToPdf(report, pdfStandard),
  pptx: ({ report }, _settings, now) => reportToPptx(report, aboutReport(report, now)),
  html: ({ report }) => reportToHtml(report),
};

function aboutReport({ front, language }: Report, now: string): DocumentAbout {
  return {
    title: [front.title, front.subtitle].filter((part) => part !== null).join(', '),
    languageTag: languageTags[language],
    creator: front.organisation,
    now,
  };
}

/**
 * An older report with the figures and tables of this one. `now` is an ISO time.
 * @throws Refusal `word-file-without-marks`
 */
export async function refreshedFile(
  { file, fileName }: OldReport,
  { report, origin }: Pick<ReportToWrite, 'report' | 'origin'>,
  now: string,
): Promise<Refreshed> {
  // Before the work of making a report.
  refuseUnmarked(file, fileName);
  const form = { origin, template: null, pagesOf: file };
  const fresh = await reportToDocx(report, aboutReport(report, now), form);
  return refreshReport(file, { file: openWordFile(fresh, fileName), report, origin });
}

/** A report as the bytes of a file. `now` is an ISO time, for the properties of a Word or PowerPoint file. */
export async function reportFile(
  made: ReportToWrite,
  settings: ReportSettings,
  format: ReportFormat,
  now: string,
): Promise<Buffer> {
  return writers[format](made, settings, now);
}

/** The units directly under the whole that a year has. */
export interface ReportableUnits {
  /** In the order of the results. */
  readonly units: readonly UnitId[];
  /** Names of those of whose answers nothing may be shown: a report of one would say nothing. */
  readonly leftOut: readonly string[];
}

/**
 * The units that can have a report of their own, and those that cannot.
 * @throws Refusal `year-missing`, and `no-units` where there is none
 */
export function reportableUnits(measurements: Measurements, year: number): ReportableUnits {
  const all = measurements
    .bestResult(year)
    .units.flatMap(({ unit, parent }) => (unit !== null && parent === null ? [unit] : []));
  const isHidden = (unit: UnitId): boolean =>
    yearPlan(measurements.plan, year).byKey.get(unitKey(unit))?.hidden !== null;
  const units = all.filter((unit) => !isHidden(unit));
  if (units.length === 0) throw noUnits(year);
  return { units, leftOut: all.filter(isHidden).map((unit) => measurements.nameOf(unit)) };
}

/** What is asked of the reports of a year. */
export interface ReportsWish {
  readonly year: number;
  /** Null for the whole. */
  readonly units: readonly (UnitId | null)[];
  readonly formats: readonly ReportFormat[];
  readonly nameOf: (unit: UnitId | null) => string;
  readonly settingsOf: (unit: UnitId | null) => ReportSettings;
  readonly reportOf: (
    of: ReportOf,
    settings: ReportSettings,
  ) => ReportToWrite & { readonly groups: readonly ShownGroup[] };
  /** ISO time. */
  readonly now: string;
  readonly signal: AbortSignal;
  readonly progress: (step: Texts, share: number) => void;
}

/** Reports that are ready to be written. */
export interface ReadyReports {
  /** Each report in every format, one report after the other. No two have the same name on any system. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** Whose answers they tell of, for the release log (rule P10). */
  readonly groups: readonly ShownGroup[];
}

/**
 * Makes reports in every format that is asked for; nothing is written.
 * @throws Refusal as `reportOf`; what `signal` aborts with
 */
export async function readyReports({
  year,
  units,
  formats,
  nameOf,
  settingsOf,
  reportOf,
  now,
  signal,
  progress,
}: ReportsWish): Promise<ReadyReports> {
  const titles = distinctFileNames(units.map((unit) => `Rapport ${year} ${nameOf(unit)}`));
  const files: { name: string; bytes: Buffer }[] = [];
  const groups: ShownGroup[] = [];
  const steps = units.length * formats.length;
  for (const [at, unit] of units.entries()) {
    const settings = settingsOf(unit);
    let report: ReturnType<ReportsWish['reportOf']> | undefined;
    for (const format of formats) {
      const name = nameOf(unit);
      progress({ sv: `Skriver ${name}`, en: `Writing ${name}` }, files.length / steps);
      // Lets the word to stop come in.
      await new Promise<void>((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      report ??= reportOf({ year, unit }, settings);
      const bytes = await reportFile(report, settings, format, now);
      files.push({ name: `${titles[at] ?? name}.${format}`, bytes });
    }
    if (report !== undefined) groups.push(...report.groups);
  }
  signal.throwIfAborted();
  return { files, groups };
}

function noUnits(year: number): Refusal {
  return new Refusal({
    code: 'no-units',
    message: `${year} har inga förvaltningar som kan visas.`,
    nextStep: 'Skapa rapporten för hela kommunen i stället.',
  });
}
