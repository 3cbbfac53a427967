import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ReportFormat } from '../../../core/api.ts';
import { reportFormats } from '../../../core/api.ts';
import { languages } from '../../../core/figures/figure.ts';
import { unitKey } from '../../../core/privacy/groups.ts';
import { yearPlan } from '../../../core/privacy/plan.ts';
import { buildReport } from '../../../core/report/build.ts';
import type { ReportSettings } from '../../../core/report/settings.ts';
import { parseReportSettings } from '../../../core/report/settings.ts';
import type { UnitId } from '../../../core/survey/units.ts';
import { writeFileWhole } from '../../publishing/write-file.ts';
import { safeFileName } from '../../shell/names.ts';
import { reportGround } from '../../workbench/report-desk.ts';
import type { ReportToWrite } from '../../workbench/report-files.ts';
import { reportFile } from '../../workbench/report-files.ts';
import { readTextFile } from '../../workbench/resources.ts';
import type { ShownGroup } from '../../workbench/releases.ts';
import { release } from '../../workbench/releases.ts';
import { originOf, readTemplate } from '../../workbench/word-reports.ts';
import { withWriter } from '../../workbench/workspace.ts';
import type { Command, OptionValues } from '../command.ts';
import { UsageError } from '../command.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import {
  choice,
  noPositionals,
  requiredText,
  requiredYear,
  text,
  userPath,
  workspacePath,
} from '../options.ts';

/** `report`: the annual report as documents, of the whole, of one unit or of every förvaltning. */
export const reportCommand: Command = {
  name: 'report',
  usage:
    '--in ARBETSFIL --year Y [--unit NAMN | --every-unit] --format docx,pdf --out MAPP\n' +
    '                     [--settings FIL] [--template FIL] [--language sv|en] [--release-reason TEXT]\n' +
    `                     ${measuredUsage} [--json]`,
  summary: 'Skriver rapporten i Word och PDF, för kommunen eller varje förvaltning.',
  options: {
    ...measuredOptions,
    year: { type: 'string' },
    unit: { type: 'string' },
    'every-unit': { type: 'boolean' },
    format: { type: 'string' },
    out: { type: 'string' },
    settings: { type: 'string' },
    template: { type: 'string' },
    language: { type: 'string' },
    'release-reason': { type: 'string' },
  },
  async run(positionals, options) {
    noPositionals(positionals);
    const year = requiredYear(options, 'year');
    const formats = formatsIn(options);
    const folder = userPath(requiredText(options, 'out', 'ange mappen som rapporterna ska ligga i'));
    const now = new Date().toISOString();
    const given = text(options, 'template');
    const ownTemplate = given === null ? null : readTemplate(userPath(given));
    const made: Made[] = [];
    const groups: ShownGroup[] = [];
    const output = withMeasurements(options, (measurements, reader) => {
      const name = text(options, 'unit');
      const isEvery = options['every-unit'] === true;
      if (name !== null && isEvery) throw new UsageError('Ange --unit eller --every-unit, inte båda.');
      const units: (UnitId | null)[] = isEvery
        ? measurements
            .bestResult(year)
            .units.flatMap(({ unit, parent }) => (unit !== null && parent === null ? [unit] : []))
            // A report of a unit of which nothing may be shown says nothing.
            .filter((unit) => yearPlan(measurements.plan, year).byKey.get(unitKey(unit))?.hidden === null)
        : [name === null ? null : reader.findUnit(name).id];
      for (const unit of units) {
        const settings = settingsIn(options, reader.reportSettings(year, unit));
        const ground = reportGround(
          reader,
          measurements,
          { year, unit },
          settings.language,
          now.slice(0, 10),
        );
        const built = buildReport({ ...ground.input, settings }).report;
        groups.push(...ground.groups);
        const title = safeFileName(`Rapport ${year} ${measurements.nameOf(unit)}.x`).slice(0, -2);
        made.push({
          report: built,
          origin: originOf(reader, { year, unit }),
          template: ownTemplate ?? reader.reportTemplate(),
          settings,
          files: formats.map((format) => ({ format, file: path.join(folder, `${title}.${format}`) })),
        });
      }
      const files = made.flatMap((own) => own.files.map(({ file }) => file));
      return { json: { year, files }, text: files.join('\n') };
    });
    const written: { file: string; bytes: Buffer }[] = [];
    for (const own of made) {
      for (const { format, file } of own.files) {
        written.push({ file, bytes: await reportFile(own, own.settings, format, now) });
      }
    }
    // All is ready to be written before it is said to have left.
    withWriter(workspacePath(options), (writer) =>
      release(writer, groups, text(options, 'release-reason'), now),
    );
    mkdirSync(folder, { recursive: true });
    for (const { file, bytes } of written) await writeFileWhole(file, bytes);
    return output;
  },
};

interface Made extends ReportToWrite {
  readonly settings: ReportSettings;
  readonly files: readonly { readonly format: ReportFormat; readonly file: string }[];
}

function formatsIn(options: OptionValues): ReportFormat[] {
  const asked = requiredText(options, 'format', `ange ett eller flera av ${reportFormats.join(', ')}`);
  return [...new Set(asked.split(',').map((part) => part.trim().toLowerCase()))].map((part) => {
    const format = reportFormats.find((own) => own === part);
    if (format !== undefined) return format;
    throw new UsageError(`--format ska vara ett eller flera av ${reportFormats.join(', ')}, inte "${part}".`);
  });
}

/** What the workspace keeps of the report, or the file that is given, in the language that is asked for. */
function settingsIn(options: OptionValues, kept: ReportSettings): ReportSettings {
  const file = text(options, 'settings');
  const settings =
    file === null ? kept : parseReportSettings(readTextFile(userPath(file)), path.basename(file));
  return { ...settings, language: choice(options, 'language', languages) ?? settings.language };
}
