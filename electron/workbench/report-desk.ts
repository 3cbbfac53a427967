import type { Measurements } from '../../core/analysis/measurements.ts';
import type { BuiltReport } from '../../core/report/build.ts';
import { buildReport } from '../../core/report/build.ts';
import type { ReportInput } from '../../core/report/input.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import { proposedReportSettings } from '../../core/report/settings.ts';
import { usualChoice } from '../../core/figures/figure.ts';
import type { FigureSpec } from '../../core/figures/figure.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import type { ReportOrigin } from '../publishing/word/origin.ts';
import type { OpenWorkspace } from './desk.ts';
import { groupsInFigure } from './figure-release.ts';
import type { ShownGroup } from './releases.ts';
import { reportInputOf } from './reports.ts';
import { originOf } from './word-reports.ts';

/** Names a report of a workspace. */
export interface ReportOf {
  readonly year: number;
  /** Null for the whole. */
  readonly unit: UnitId | null;
}

/** A report with the groups whose answers it tells of, for the release log (rule P10). */
export interface ReportOnDesk extends BuiltReport {
  readonly origin: ReportOrigin;
  readonly groups: readonly ShownGroup[];
}

/**
 * The report of a year and unit with these settings. What does not rest on the settings is kept, so that it is
 * quick while somebody writes.
 * @param today ISO date.
 * @throws Refusal `year-missing`, `unit-not-in-year`
 */
export function reportOnDesk(
  workspace: OpenWorkspace,
  of: ReportOf,
  settings: ReportSettings,
  today: string,
): ReportOnDesk {
  const { input, groups } = workspace.kept(
    `report ${of.year} ${of.unit ?? 'whole'} ${settings.language} ${today}`,
    () => reportGround(workspace.reader, workspace.measurements(), of, settings.language, today),
  );
  return { ...buildReport({ ...input, settings }), origin: originOf(workspace.reader, of), groups };
}

/**
 * What a report is built from but for its settings, with every figure drawn up once. The groups are those whose
 * answers the figures tell of: they are known once the report has been built.
 * @throws Refusal `year-missing`, `unit-not-in-year`
 */
export function reportGround(
  reader: WorkspaceReader,
  measurements: Measurements,
  of: ReportOf,
  language: ReportSettings['language'],
  today: string,
): { readonly input: ReportInput; readonly groups: readonly ShownGroup[] } {
  const input = reportInputOf(reader, measurements, {
    ...of,
    settings: { ...proposedReportSettings, language },
    today,
  });
  const figures = new Map<string, FigureSpec>();
  // Filled while the report is built.
  const groups: ShownGroup[] = [];
  return {
    groups,
    input: {
      ...input,
      figure: (kind, request) => {
        const key = `${kind} ${JSON.stringify(request)}`;
        const drawnUp = figures.get(key);
        if (drawnUp !== undefined) return drawnUp;
        const spec = input.figure(kind, request);
        figures.set(key, spec);
        groups.push(
          ...groupsInFigure(kind, { ...usualChoice, years: [of.year], ...request, language }, measurements),
        );
        return spec;
      },
    },
  };
}
