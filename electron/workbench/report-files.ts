import type { ReportFormat, Texts } from '../../core/api.ts';
import { unitKey } from '../../core/privacy/groups.ts';
import { yearPlan } from '../../core/privacy/plan.ts';
import { Refusal } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { reportToHtml } from '../publishing/html/report-html.ts';
import { packParts } from '../publishing/package-bytes.ts';
import { reportToPdf } from '../publishing/pdf/report-pages.ts';
import { reportToDocx } from '../publishing/word/report-docx.ts';
import { safeFileName } from '../shell/names.ts';
import type { OpenWorkspace } from './desk.ts';
import type { ReportOf, ReportOnDesk } from './report-desk.ts';
import { reportOnDesk } from './report-desk.ts';
import type { ShownGroup } from './releases.ts';

type Write = (report: Report, settings: ReportSettings, now: string) => Buffer | Promise<Buffer>;

const languageTags = { sv: 'sv-SE', en: 'en-GB' } as const;

const writers: Readonly<Record<ReportFormat, Write>> = {
  docx: (report, _settings, now) =>
    reportToDocx(report, {
      title: [report.front.title, report.front.subtitle].filter((part) => part !== null).join(', '),
      languageTag: languageTags[report.language],
      creator: report.front.organisation,
      now,
    }),
  pdf: (report, { pdfStandard }) => reportToPdf(report, pdfStandard),
  html: reportToHtml,
};

/** A report as the bytes of a file. `now` is an ISO time, for the properties of a Word file. */
export async function reportFile(
  { report }: Pick<ReportOnDesk, 'report'>,
  settings: ReportSettings,
  format: ReportFormat,
  now: string,
): Promise<Buffer> {
  return writers[format](report, settings, now);
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
        await reportFile(report, settings, format, now);
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
