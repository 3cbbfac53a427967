import type { ReportFormat, Texts } from '../../core/api.ts';
import { unitKey } from '../../core/privacy/groups.ts';
import { yearPlan } from '../../core/privacy/plan.ts';
import { Refusal } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { DocumentAbout } from '../publishing/core-properties.ts';
import { packParts } from '../publishing/package-bytes.ts';
import { reportToPdf } from '../publishing/pdf/report-pages.ts';
import type { ReportOrigin } from '../publishing/word/origin.ts';
import type { Refreshed } from '../publishing/word/refresh.ts';
import { refreshReport, refuseUnmarked } from '../publishing/word/refresh.ts';
import { reportToDocx } from '../publishing/word/report-docx.ts';
import { openWordFile } from '../publishing/word/word-file.ts';
import { safeFileName } from '../shell/names.ts';
import type { ReportTemplate } from '../store/report-template.ts';
import type { OpenWorkspace } from './desk.ts';
import type { ReportOf } from './report-desk.ts';
import { reportOnDesk } from './report-desk.ts';
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
};

function aboutReport(report: Report, now: string): DocumentAbout {
  return {
    title: [report.front.title, report.front.subtitle].filter((part) => part !== null).join(', '),
    languageTag: languageTags[report.language],
    creator: report.front.organisation,
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

/** A report as the bytes of a file. `now` is an ISO time, for the properties of a Word file. */
export async function reportFile(
  made: ReportToWrite,
  settings: ReportSettings,
  format: ReportFormat,
  now: string,
): Promise<Buffer> {
  return writers[format](made, settings, now);
}

/** What is asked of the reports of all units. */
export interface EveryUnitWish {
  readonly year: number;
  readonly formats: readonly ReportFormat[];
  /** ISO time. */
  readonly now: string;
  readonly signal: AbortSignal;
  readonly progress: (step: Texts, share: number | null) => void;
}

/** Reports of units in one packed file. */
export interface PackedReports {
  readonly bytes: Buffer;
  readonly reports: number;
  /** Names of units of whose answers nothing may be shown. */
  readonly leftOut: readonly string[];
  readonly groups: readonly ShownGroup[];
}

/**
 * The reports of the units directly under the whole, each as its own settings say.
 * @throws Refusal `year-missing`, `no-units`; what `signal` aborts with
 */
export async function everyUnitsReports(
  workspace: OpenWorkspace,
  { year, formats, now, signal, progress }: EveryUnitWish,
): Promise<PackedReports> {
  const measurements = workspace.measurements();
  const units = measurements
    .bestResult(year)
    .units.flatMap(({ unit, parent }) => (unit !== null && parent === null ? [unit] : []));
  const isHidden = (unit: UnitId): boolean =>
    yearPlan(measurements.plan, year).byKey.get(unitKey(unit))?.hidden !== null;
  const shown = units.filter((unit) => !isHidden(unit));
  if (shown.length === 0) throw noUnits(year);
  const template = workspace.reader.reportTemplate();
  const parts: Record<string, Uint8Array> = {};
  const groups: ShownGroup[] = [];
  for (const [at, unit] of shown.entries()) {
    const name = measurements.nameOf(unit);
    progress({ sv: `Skriver ${name}`, en: `Writing ${name}` }, at / shown.length);
    // Lets the word to stop come in.
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    const of: ReportOf = { year, unit };
    const settings = workspace.reader.reportSettings(year, unit);
    const report = reportOnDesk(workspace, of, settings, now.slice(0, 10));
    groups.push(...report.groups);
    for (const format of formats) {
      const fileName = safeFileName(`Rapport ${year} ${name}.${format}`);
      parts[fileName in parts ? safeFileName(`Rapport ${year} ${name} ${unit}.${format}`) : fileName] =
        await reportFile({ ...report, template }, settings, format, now);
    }
  }
  return {
    bytes: packParts(parts),
    reports: shown.length,
    leftOut: units.filter(isHidden).map((unit) => measurements.nameOf(unit)),
    groups,
  };
}

function noUnits(year: number): Refusal {
  return new Refusal({
    code: 'no-units',
    message: `${year} har inga förvaltningar som kan visas.`,
    nextStep: 'Skapa rapporten för hela kommunen i stället.',
  });
}
