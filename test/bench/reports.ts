import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildReport } from '../../core/report/build.ts';
import type { Section } from '../../core/report/report.ts';
import { proposedReportSettings } from '../../core/report/settings.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { originOf } from '../../electron/workbench/word-reports.ts';
import { measurementsOf } from '../../electron/workbench/measurements.ts';
import { readyReports, reportableUnits } from '../../electron/workbench/report-files.ts';
import { reportInputOf } from '../../electron/workbench/reports.ts';
import { importSamples, settleSamples } from '../../electron/workbench/samples.ts';
import { openReader } from '../../electron/store/workspace.ts';
import type { SmallStep } from './small.ts';

const now = '2022-06-01T10:00:00.000Z';
const year = 2022;

/** Reports of the samples from their measurements to the bytes of their files, once each as a person waits for them. */
export async function measureReports(): Promise<SmallStep[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dimios-reports-'));
  const workspace = path.join(folder, 'samples.dimios');
  await importSamples(workspace, now);
  settleSamples(workspace, now);
  const reader = openReader(workspace);
  try {
    const measurements = measurementsOf(reader);
    const reportOf = (unit: UnitId | null, settings: ReportSettings) =>
      buildReport(reportInputOf(reader, measurements, { year, unit, settings, today: now.slice(0, 10) }));
    // With each figure that there is to choose.
    const blocks = reportOf(null, proposedReportSettings).outline.flatMap(({ figures }) =>
      figures.map(({ id }) => [id, { included: true }] as const),
    );
    const full = { ...proposedReportSettings, blocks: Object.fromEntries(blocks) };
    const seconds = async (units: readonly (UnitId | null)[], settings: ReportSettings): Promise<number> => {
      const start = performance.now();
      await readyReports({
        year,
        units,
        formats: ['docx', 'pdf'],
        nameOf: (unit) => measurements.nameOf(unit),
        settingsOf: () => settings,
        reportOf: (of, own) => ({
          report: reportOf(of.unit, own).report,
          groups: [],
          origin: originOf(reader, of),
          template: null,
        }),
        now,
        signal: new AbortController().signal,
        progress: () => undefined,
      });
      return (performance.now() - start) / 1000;
    };
    const figures = figureCount(reportOf(null, full).report.sections);
    const every = [null, ...reportableUnits(measurements, year).units];
    return [
      {
        step: `the whole with ${figures} figures, in Word and PDF`,
        seconds: await seconds([null], full),
      },
      {
        step: `${every.length} reports as proposed, in Word and PDF`,
        seconds: await seconds(every, proposedReportSettings),
      },
    ];
  } finally {
    reader.close();
    rmSync(folder, { recursive: true });
  }
}

function figureCount(sections: readonly Section[]): number {
  return sections.reduce(
    (sum, { blocks, sections: own }) =>
      sum + blocks.filter(({ kind }) => kind === 'figure').length + figureCount(own),
    0,
  );
}
