import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoAnalysis } from '../../workbench/demo.ts';
import { measurementsOf } from '../../workbench/measurements.ts';
import { importSamples, settleSamples } from '../../workbench/samples.ts';
import { reportableUnits } from '../../workbench/report-files.ts';
import { openReader } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import { demoText } from '../demo-text.ts';
import { usableFolder } from '../folder.ts';
import { noPositionals, text, userPath } from '../options.ts';
import { writeReports } from '../written-reports.ts';

/** `demo`: the sample workbooks in a workspace of their own, and what they say. */
export const demo: Command = {
  name: 'demo',
  usage: '[--out MAPP] [--no-reports] [--json]',
  summary: 'Läser in exempelfilerna i en ny arbetsfil, visar vad de säger och skriver rapporterna.',
  options: { out: { type: 'string' }, 'no-reports': { type: 'boolean' } },
  async run(positionals, options, terminal) {
    noPositionals(positionals);
    const out = text(options, 'out');
    const workspace = freePath(out === null ? mkdtempSync(path.join(tmpdir(), 'dimios-')) : userPath(out));
    const now = new Date().toISOString();
    await importSamples(workspace, now);
    settleSamples(workspace, now);
    const reader = openReader(workspace);
    try {
      const measurements = measurementsOf(reader);
      const analysis = demoAnalysis(reader, measurements);
      const { years, ...rest } = analysis;
      const folder = workspace.replace(/\.dimios$/, ' rapporter');
      const reports =
        options['no-reports'] === true
          ? []
          : await writeReports(
              workspace,
              reader,
              measurements,
              {
                year: analysis.to,
                units: [null, ...reportableUnits(measurements, analysis.to).units],
                formats: ['docx', 'pdf'],
                folder,
                settingsOf: (kept) => kept,
                template: null,
                releaseReason: null,
                now,
              },
              terminal,
            );
      return {
        json: {
          workspace,
          reports,
          years: years.map(({ year, units }) => ({ year, whole: units[0] })),
          ...rest,
        },
        text: [
          demoText(analysis),
          ...(reports.length === 0
            ? []
            : [
                `Rapporten för ${analysis.to}, för kommunen och varje förvaltning i Word och PDF, ligger i\n${folder}`,
              ]),
          `Arbetsfilen ligger i ${workspace}`,
        ].join('\n\n'),
      };
    } finally {
      reader.close();
    }
  },
};

/** A name in the folder that no file has: an earlier demo, which someone may have worked on, is left alone. */
function freePath(folder: string): string {
  usableFolder(folder);
  for (let number = 1; ; number++) {
    const candidate = path.join(folder, `DiMiOS exempel${number === 1 ? '' : ` ${number}`}.dimios`);
    if (!existsSync(candidate)) return candidate;
  }
}
