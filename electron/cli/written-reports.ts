import path from 'node:path';
import type { Measurements } from '../../core/analysis/measurements.ts';
import type { ReportFormat } from '../../core/api.ts';
import { buildReport } from '../../core/report/build.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { writeFilesWhole } from '../publishing/write-file.ts';
import type { ReportTemplate } from '../store/report-template.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import { release } from '../workbench/releases.ts';
import { reportGround } from '../workbench/report-desk.ts';
import { readyReports } from '../workbench/report-files.ts';
import { originOf } from '../workbench/word-reports.ts';
import { withWriter } from '../workbench/workspace.ts';
import type { Terminal } from './command.ts';
import { usableFolder } from './folder.ts';
import { withInterrupt } from './interrupt.ts';
import { progressBar } from './progress.ts';

/** Which reports a command writes, of what and where. */
export interface ReportsToWrite {
  readonly year: number;
  /** Null for the whole. */
  readonly units: readonly (UnitId | null)[];
  readonly formats: readonly ReportFormat[];
  readonly folder: string;
  /** Makes of what the workspace keeps of a report what it is to be. */
  readonly settingsOf: (kept: ReportSettings) => ReportSettings;
  /** The organisation's own for Word; null for the one that the workspace keeps, if any. */
  readonly template: ReportTemplate | null;
  readonly releaseReason: string | null;
  /** ISO time. */
  readonly now: string;
}

/**
 * Writes reports of a workspace, all of them or none, with a bar on a terminal; Ctrl+C ends it with nothing written.
 * Gives the paths of the files.
 * @throws Refusal as `readyReports`, `release`, `usableFolder` and `writeFilesWhole`; AbortError
 */
export async function writeReports(
  workspace: string,
  reader: WorkspaceReader,
  measurements: Measurements,
  { year, units, formats, folder, settingsOf, template, releaseReason, now }: ReportsToWrite,
  terminal: Terminal,
): Promise<string[]> {
  const bar = progressBar(terminal);
  const { files, groups } = await withInterrupt((signal) =>
    readyReports({
      year,
      units,
      formats,
      nameOf: (unit) => measurements.nameOf(unit),
      settingsOf: (unit) => settingsOf(reader.reportSettings(year, unit)),
      reportOf: (of, settings) => {
        const ground = reportGround(reader, measurements, of, settings.language, now.slice(0, 10));
        const { report } = buildReport({ ...ground.input, settings });
        const origin = originOf(reader, of);
        return { report, groups: ground.groups, origin, template: template ?? reader.reportTemplate() };
      },
      now,
      signal,
      progress: ({ sv }, share) => {
        bar.show(share, sv);
      },
    }),
  ).finally(() => {
    bar.clear();
  });
  usableFolder(folder);
  // All is ready to be written before it is said to have left.
  withWriter(workspace, (writer) => release(writer, groups, releaseReason, now));
  const written = files.map(({ name, bytes }) => ({ path: path.join(folder, name), bytes }));
  await writeFilesWhole(written);
  return written.map(({ path: file }) => file);
}
