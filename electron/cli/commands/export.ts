import { resultsWorkbook } from '../../publishing/results-workbook.ts';
import { writeFileWhole } from '../../publishing/write-file.ts';
import { release, unitsShown } from '../../workbench/releases.ts';
import { withWriter } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { exportAnswers } from '../export-answers.ts';
import { exportCounts } from '../export-counts.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import { choice, noPositionals, requiredText, text, userPath, workspacePath } from '../options.ts';

const formats = ['xlsx'] as const;

/** `export`: all results of all years and units as one workbook; or counts, or the answers themselves, as data for other programs. */
export const exportCommand: Command = {
  name: 'export',
  usage:
    `--in ARBETSFIL [--format xlsx] --out FIL [--release-reason TEXT] ${measuredUsage} [--json]\n` +
    '       dimios export counts --in ARBETSFIL [--year Y,Y] [--format csv|parquet] --out FIL [--items FIL] [--release-reason TEXT] [--json]\n' +
    '       dimios export counts FIL|MAPP... [--instrument FIL] [--format csv|parquet] --out FIL [--items FIL] [--json]\n' +
    '       dimios export answers --in ARBETSFIL --year Y [--format csv|parquet] --out FIL --personal-data [--json]\n' +
    '\n  counts  skriver hur många som gett varje svar, per år, kommun och mätpunkt: för den egna arbetsfilen, eller' +
    '\n          för så många utbytesfiler som du anger (av en mapp alla .json-filer)' +
    '\n  answers  skriver årets svar, en rad för varje svarande, till en fil som ska stanna i kommunen: personuppgifter' +
    '\n  --items FIL            skriver också vilken kategori och dimension varje mätpunkt hör till' +
    '\n  --release-reason TEXT  lämnar ut fast ett tidigare utlämnande står i vägen; skälet sparas',
  summary:
    'Skriver alla resultat till en Excelfil, eller antal eller enskilda svar som data för andra program.',
  options: {
    ...measuredOptions,
    format: { type: 'string' },
    out: { type: 'string' },
    year: { type: 'string' },
    items: { type: 'string' },
    instrument: { type: 'string' },
    'personal-data': { type: 'boolean' },
    'release-reason': { type: 'string' },
  },
  async run([what, ...files], options) {
    if (what === 'answers') return exportAnswers(files, options);
    if (options['personal-data'] === true) throw new UsageError('--personal-data hör till export answers.');
    if (what === 'counts') return exportCounts(files, options);
    noPositionals(what === undefined ? [] : [what, ...files]);
    for (const name of ['year', 'items', 'instrument']) {
      if (options[name] !== undefined)
        throw new UsageError(`--${name} hör inte till export av alla resultat.`);
    }
    const out = userPath(requiredText(options, 'out', 'ange filen som ska skrivas'));
    choice(options, 'format', formats);
    const now = new Date().toISOString();
    const made: { readonly bytes: Buffer; readonly shown: ReturnType<typeof unitsShown> }[] = [];
    const output = withMeasurements(options, (measurements) => {
      const units = [null, ...measurements.tree.units.map(({ id }) => id)];
      made.push({
        bytes: resultsWorkbook(measurements, now),
        shown: unitsShown(measurements.years, units),
      });
      const { years } = measurements;
      return {
        json: { file: out, years, units: units.length },
        text: `Alla resultat för ${years.join(', ')} är sparade i ${out}.`,
      };
    });
    for (const { bytes, shown } of made) {
      // What is ready to be written is said to have left before it does.
      withWriter(workspacePath(options), (writer) =>
        release(writer, shown, text(options, 'release-reason'), now),
      );
      await writeFileWhole(out, bytes);
    }
    return output;
  },
};
