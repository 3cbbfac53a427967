import path from 'node:path';
import type { Measurements } from '../../../core/analysis/measurements.ts';
import type { ReportFormat } from '../../../core/api.ts';
import { reportFormats } from '../../../core/api.ts';
import { languages } from '../../../core/figures/figure.ts';
import type { ReportSettings } from '../../../core/report/settings.ts';
import { parseReportSettings } from '../../../core/report/settings.ts';
import { listed } from '../../../core/text.ts';
import { openReader } from '../../store/workspace.ts';
import { measurementsOf } from '../../workbench/measurements.ts';
import { reportableUnits } from '../../workbench/report-files.ts';
import { readTextFile } from '../../workbench/resources.ts';
import { readTemplate } from '../../workbench/word-reports.ts';
import type { Command, OptionValues, Output } from '../command.ts';
import { UsageError } from '../command.ts';
import { measuredOptions, measuredUsage, storeMinimumGroup } from '../measured.ts';
import {
  choice,
  noPositionals,
  requiredText,
  requiredYear,
  text,
  userPath,
  workspacePath,
} from '../options.ts';
import { writeReports } from '../written-reports.ts';

/** `report`: the annual report as documents, of the whole, of one unit or of every förvaltning. */
export const reportCommand: Command = {
  name: 'report',
  usage:
    '--in ARBETSFIL --year Y [--unit NAMN | --every-unit] --format docx,pdf,pptx,html --out MAPP\n' +
    '                     [--settings FIL] [--template FIL] [--language sv|en] [--release-reason TEXT]\n' +
    `                     ${measuredUsage} [--json]`,
  summary: 'Skriver rapporten i Word, PDF, PowerPoint och HTML, för kommunen eller varje förvaltning.',
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
  async run(positionals, options, terminal) {
    noPositionals(positionals);
    const year = requiredYear(options, 'year');
    const formats = formatsIn(options);
    const folder = userPath(requiredText(options, 'out', 'ange mappen som rapporterna ska ligga i'));
    const given = text(options, 'template');
    const template = given === null ? null : readTemplate(userPath(given));
    const unitName = text(options, 'unit');
    const isEvery = options['every-unit'] === true;
    if (unitName !== null && isEvery) throw new UsageError('Ange --unit eller --every-unit, inte båda.');
    storeMinimumGroup(options);
    const workspace = workspacePath(options);
    const reader = openReader(workspace);
    try {
      const measurements = measurementsOf(reader);
      const { units, leftOut } = isEvery
        ? reportableUnits(measurements, year)
        : { units: [unitName === null ? null : reader.findUnit(unitName).id], leftOut: [] };
      const files = await writeReports(
        workspace,
        reader,
        measurements,
        {
          year,
          units,
          formats,
          folder,
          settingsOf: givenSettings(options),
          template,
          releaseReason: text(options, 'release-reason'),
          now: new Date().toISOString(),
        },
        terminal,
      );
      return outputOf({ year, files, leftOut, measurements });
    } finally {
      reader.close();
    }
  },
};

/** What was written, and who has no report. */
function outputOf({
  year,
  files,
  leftOut,
  measurements: { minimumGroup },
}: {
  readonly year: number;
  readonly files: readonly string[];
  readonly leftOut: readonly string[];
  readonly measurements: Measurements;
}): Output {
  const { size, reason } = minimumGroup;
  return {
    json: { year, files, leftOut, minimumGroup },
    text: [
      ...files,
      ...(leftOut.length === 0
        ? []
        : ['', `Utan egen rapport, eftersom inga av deras resultat får visas: ${listed(leftOut)}.`]),
      ...(reason === null ? [] : ['', `Minsta gruppstorlek är ${size}. Skäl: ${reason}`]),
    ].join('\n'),
  };
}

function formatsIn(options: OptionValues): ReportFormat[] {
  const asked = requiredText(options, 'format', `ange ett eller flera av ${reportFormats.join(', ')}`);
  return [...new Set(asked.split(',').map((part) => part.trim().toLowerCase()))].map((part) => {
    const format = reportFormats.find((own) => own === part);
    if (format !== undefined) return format;
    throw new UsageError(`--format ska vara ett eller flera av ${reportFormats.join(', ')}, inte "${part}".`);
  });
}

/** Makes of what the workspace keeps of a report what is asked for: by the file that is given, in its language. */
function givenSettings(options: OptionValues): (kept: ReportSettings) => ReportSettings {
  const file = text(options, 'settings');
  const own = file === null ? null : parseReportSettings(readTextFile(userPath(file)), path.basename(file));
  const language = choice(options, 'language', languages);
  return (kept) => {
    const settings = own ?? kept;
    return { ...settings, language: language ?? settings.language };
  };
}
