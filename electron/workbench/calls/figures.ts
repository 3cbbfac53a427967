import path from 'node:path';
import type { Choice, FigureOptions, TargetId } from '../../../core/api.ts';
import type { FigureChoice, FigureKind, FigureSpec } from '../../../core/figures/figure.ts';
import { usualChoice } from '../../../core/figures/figure.ts';
import { buildFigure } from '../../../core/figures/build.ts';
import { writeFileWhole } from '../../publishing/write-file.ts';
import { figureSourceIn } from '../context.ts';
import type { Desk, OpenWorkspace } from '../desk.ts';
import { groupsInFigure } from '../figure-release.ts';
import type { HandlersOf } from '../registry.ts';
import { release, unitsShown } from '../releases.ts';

/** Figures on screen and as files: the shown and the exported figure are made of the same specification. */
export const figureHandlers: HandlersOf<'figure.get' | 'figure.export' | 'results.export'> = {
  'figure.get': ({ workspaceId, kind, choice, options }, { desk }) =>
    figureIn(desk.workspace(workspaceId), kind, choice, options),

  'figure.export': async (
    { workspaceId, kind, choice, options, targetId, ...wish },
    { desk, now, signal, progress },
  ) => {
    const workspace = desk.workspace(workspaceId);
    const target = desk.target(targetId);
    const measurements = workspace.measurements();
    const { format, scale, theme, width, releaseReason } = wish;
    progress({ sv: 'Skriver figuren', en: 'Writing the figure' }, null);
    const spec = figureIn(workspace, kind, choice, options);
    // What writes files is large, and loaded when the first is written: the window starts without it.
    const { exportFigure } = await import('../../publishing/export-figure.ts');
    const bytes = await exportFigure(spec, {
      format,
      scale,
      width,
      theme,
      form: 'native',
      organisation: measurements.wholeName,
      now,
    });
    signal.throwIfAborted();
    const asked = figureChoice(workspace, choice, options);
    const groups = groupsInFigure(kind, asked, measurements);
    // All is ready to be written before it is said to have left.
    workspace.record((writer) => release(writer, groups, releaseReason, now, { kind, choice: asked }));
    await writeFileWhole(target, bytes);
    return saved(desk, targetId, bytes);
  },

  'results.export': async ({ workspaceId, targetId, releaseReason }, { desk, now, signal, progress }) => {
    const workspace = desk.workspace(workspaceId);
    const target = desk.target(targetId);
    const measurements = workspace.measurements();
    progress({ sv: 'Skriver resultaten', en: 'Writing the results' }, null);
    const { resultsWorkbook } = await import('../../publishing/results-workbook.ts');
    const bytes = resultsWorkbook(measurements, now);
    signal.throwIfAborted();
    const units = [null, ...measurements.tree.units.map(({ id }) => id)];
    workspace.record((writer) => release(writer, unitsShown(measurements.years, units), releaseReason, now));
    await writeFileWhole(target, bytes);
    return saved(desk, targetId, bytes);
  },
};

function saved(desk: Desk, targetId: TargetId, bytes: Buffer) {
  return { targetId, shownPath: path.normalize(desk.target(targetId)), sizeBytes: bytes.length };
}

function figureIn(
  workspace: OpenWorkspace,
  kind: FigureKind,
  choice: Choice,
  options: FigureOptions,
): FigureSpec {
  const asked = figureChoice(workspace, choice, options);
  return workspace.kept(`figure ${kind} ${JSON.stringify(asked)}`, () =>
    buildFigure(kind, figureSourceIn(workspace), asked),
  );
}

/** What the top bar holds, and what the figure is asked for beside it. Years without a result are left out. */
function figureChoice(workspace: OpenWorkspace, choice: Choice, options: FigureOptions): FigureChoice {
  const { years, units, measure, against, who } = choice;
  const { years: measured } = workspace.measurements();
  const shown = [...new Set(years)].filter((year) => measured.includes(year)).sort((a, b) => b - a);
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return {
    ...usualChoice,
    years: shown.length === 0 ? years : shown,
    units,
    measure,
    who,
    benchmarks: against.nation || against.pool,
    targets: against.target,
    ...given,
  };
}
