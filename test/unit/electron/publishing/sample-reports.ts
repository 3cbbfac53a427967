import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildReport } from '../../../../core/report/build.ts';
import type { Report, Section } from '../../../../core/report/report.ts';
import { proposedReportSettings } from '../../../../core/report/settings.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { reportInputOf } from '../../../../electron/workbench/reports.ts';
import { importSamples, settleSamples } from '../../../../electron/workbench/samples.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';

/** The sections of the samples' reports that are kept: figures and tables of every sort, and not so many. */
const kept: ReadonlySet<string> = new Set(['result', 'category:balansering', 'category:effektivitet']);

/** Short reports of the samples' years, numbered anew. */
export async function sampleReports(years: readonly number[]): Promise<Report[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-short-reports-'));
  try {
    const workspace = path.join(folder, 'a.dimios');
    await importSamples(workspace, '2024-01-01T00:00:00Z');
    settleSamples(workspace, '2024-01-01T00:00:00Z');
    return withReader(workspace, (reader) =>
      years.map((year) => {
        const input = reportInputOf(reader, measurementsOf(reader), {
          year,
          unit: null,
          settings: proposedReportSettings,
          today: '2024-02-03',
        });
        return shortened(buildReport(input).report);
      }),
    );
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function shortened(report: Report): Report {
  const all = (sections: readonly Section[]): Section[] =>
    sections.flatMap((section) => [section, ...all(section.sections)]);
  const numbers = { figure: 0, table: 0 };
  const sections = all(report.sections)
    .filter(({ id }) => kept.has(id))
    .map((section): Section => ({
      ...section,
      level: 1,
      sections: [],
      blocks: section.blocks.map((block) =>
        block.kind === 'figure' || block.kind === 'table'
          ? { ...block, number: (numbers[block.kind] += 1) }
          : block,
      ),
    }));
  return { ...report, sections };
}
