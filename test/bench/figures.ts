import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { figureKinds, usualChoice } from '../../core/figures/figure.ts';
import { buildFigure } from '../../core/figures/build.ts';
import { naturalSize } from '../../core/figures/index.ts';
import { textWidth } from '../../electron/publishing/fonts.ts';
import { figureSvg } from '../../electron/publishing/svg.ts';
import { usualUnits } from '../../electron/workbench/figure-release.ts';
import { figureSourceOf } from '../../electron/workbench/figure-source.ts';
import { measurementsOf } from '../../electron/workbench/measurements.ts';
import { importSamples, settleSamples } from '../../electron/workbench/samples.ts';
import { withReader } from '../../electron/workbench/workspace.ts';
import type { SmallStep } from './small.ts';

const runs = 9;
const now = '2022-06-01T10:00:00.000Z';

/** Each kind of figure of the samples: from its specification to an SVG with its frame, and what came before. */
export async function measureFigures(): Promise<SmallStep[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dimios-figures-'));
  try {
    const workspace = path.join(folder, 'samples.dimios');
    await importSamples(workspace, now);
    settleSamples(workspace, now);
    return withReader(workspace, (reader) => {
      const measurements = measurementsOf(reader);
      const source = figureSourceOf(reader, measurements);
      const years = measurements.years.toReversed();
      return figureKinds.flatMap((kind): SmallStep[] => {
        const choice = { ...usualChoice, years, units: usualUnits(kind, measurements) };
        const spec = buildFigure(kind, source, choice);
        const size = naturalSize(spec, { frame: true, textWidth });
        return [
          { step: `${kind}: specification`, seconds: median(() => buildFigure(kind, source, choice)) },
          {
            step: `${kind}: SVG`,
            seconds: median(() => figureSvg(spec, { ...size, theme: 'light', textWidth, frame: true })),
          },
        ];
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds of one run, the first ones left out. */
function median(work: () => unknown): number {
  const times = Array.from({ length: runs + 2 }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return times.slice(2).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
