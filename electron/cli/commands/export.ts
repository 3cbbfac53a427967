import { resultsWorkbook } from '../../publishing/results-workbook.ts';
import { writeFileWhole } from '../../publishing/write-file.ts';
import { release, unitsShown } from '../../workbench/releases.ts';
import { withWriter } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import { choice, requiredText, text, userPath, workspacePath } from '../options.ts';

const formats = ['xlsx'] as const;

/** `export`: all results of all years and units as one workbook. */
export const exportCommand: Command = {
  name: 'export',
  usage: `--in ARBETSFIL [--format xlsx] --out FIL [--release-reason TEXT] ${measuredUsage} [--json]`,
  summary: 'Skriver alla resultat till en Excelfil.',
  options: {
    ...measuredOptions,
    format: { type: 'string' },
    out: { type: 'string' },
    'release-reason': { type: 'string' },
  },
  async run(_positionals, options) {
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
