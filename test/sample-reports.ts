import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildReport } from '../core/report/build.ts';
import type { ReportInput } from '../core/report/input.ts';
import type { Report } from '../core/report/report.ts';
import type { ReportSettings } from '../core/report/settings.ts';
import { proposedReportSettings } from '../core/report/settings.ts';
import { measurementsOf } from '../electron/workbench/measurements.ts';
import { reportInputOf } from '../electron/workbench/reports.ts';
import { importSamples, settleSamples } from '../electron/workbench/samples.ts';
import { withReader } from '../electron/workbench/workspace.ts';

/** Reports of the samples' last year. */
export interface SampleReports {
  readonly workspace: string;
  /** Of a unit by its name, or of the whole; `input` changes what it is built from. */
  of(
    unit: string | null,
    settings?: Partial<ReportSettings>,
    input?: (own: ReportInput) => Partial<ReportInput>,
  ): Report;
}

const made = '2024-01-01T00:00:00Z';

/** To be called once, at the top of a test file. */
export function sampleReports(): SampleReports {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-reports-'));
  const workspace = path.join(folder, 'a.dimios');
  beforeAll(async () => {
    await importSamples(workspace, made);
    settleSamples(workspace, made);
  });
  afterAll(() => {
    fs.rmSync(folder, { recursive: true });
  });
  return {
    workspace,
    of: (unitName, settings = {}, changed = () => ({})) =>
      withReader(workspace, (reader) => {
        const input = reportInputOf(reader, measurementsOf(reader), {
          year: 2022,
          unit: unitName === null ? null : reader.findUnit(unitName).id,
          settings: { ...proposedReportSettings, ...settings },
          today: '2024-02-03',
        });
        return buildReport({ ...input, ...changed(input) }).report;
      }),
  };
}
