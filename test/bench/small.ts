import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyseAll, nineUnits } from './analysis.ts';
import { compareYears } from '../../core/analysis/compare-years.ts';
import type { WorkspaceReader } from '../../electron/store/workspace.ts';
import { measurementsOf } from '../../electron/workbench/measurements.ts';
import { importSamples } from '../../electron/workbench/samples.ts';
import { withReader } from '../../electron/workbench/workspace.ts';

/** How long one step took, in this process; the median of several runs. */
export interface SmallStep {
  readonly step: string;
  readonly seconds: number;
}

const runs = 7;

/** An ordinary municipality: import of the samples, and all that is asked of them afterwards. */
export async function measureSmall(): Promise<SmallStep[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dimios-small-'));
  try {
    const imports: number[] = [];
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      await importSamples(path.join(folder, `${run}.dimios`), '2022-06-01T10:00:00.000Z');
      imports.push(performance.now() - start);
    }
    const workspace = path.join(folder, '0.dimios');
    return [
      { step: 'import of five files', seconds: median(imports) },
      {
        step: 'open, and score all units of all years',
        seconds: repeated(() => withReader(workspace, (reader) => allResults(reader))),
      },
      withReader(workspace, (reader) => ({
        step: 'score all units of all years, file open',
        seconds: repeated(() => allResults(reader)),
      })),
      withReader(workspace, (reader) => ({
        step: 'compare two years, file open',
        seconds: repeated(() => compareYears(measurementsOf(reader), 2021, 2022, null)),
      })),
      withReader(workspace, (reader) => ({
        step: 'full analysis of the samples, file open',
        seconds: repeated(() => {
          analyseAll(measurementsOf(reader));
        }),
      })),
      { step: 'full analysis of 300 respondents × 3 years × 9 units', seconds: repeated(analysisOfNine()) },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** From tallies in memory: what is hidden, then everything that is asked. */
function analysisOfNine(): () => void {
  const measured = nineUnits();
  return () => {
    analyseAll(measured());
  };
}

function allResults(reader: WorkspaceReader): unknown {
  const measurements = measurementsOf(reader);
  return measurements.years.map((year) => measurements.resultsOf(year));
}

function repeated(work: () => unknown): number {
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

/** In seconds, of milliseconds. */
function median(durationsMs: readonly number[]): number {
  return (durationsMs.toSorted((a, b) => a - b)[durationsMs.length >> 1] ?? 0) / 1000;
}
