import type { Overview } from '../../core/api.ts';
import type { FigureSource } from '../../core/figures/source.ts';
import { gapsOf } from '../../core/views/gaps.ts';
import { givenFigures } from '../../core/views/given.ts';
import type { Given, OverviewContext } from '../../core/views/overview.ts';
import { alikeReason } from '../../core/intake/unit-names.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { OpenWorkspace } from './desk.ts';
import type { EmployeeSurvey } from './employees.ts';
import { employeeSurveyOf } from './employees.ts';
import { othersIn } from './exchange.ts';
import { figureSourceOf } from './figure-source.ts';

/** What screens need beside the measurements, kept until the workspace changes. */

/** Targets, the nation and the others taking part, in percent. */
export function givenOf(workspace: OpenWorkspace): Given[] {
  return workspace.kept('given', () => {
    const { reader } = workspace;
    const measurements = workspace.measurements();
    const pooled = reader.exchangeYears().flatMap((year): Given[] => {
      const percent = othersIn(reader, measurements, year)?.estimates.maturity.value ?? null;
      return percent === null ? [] : [{ kind: 'pool', year, percent, source: 'Deltande kommuner' }];
    });
    return [...givenFigures(reader.figures()), ...pooled];
  });
}

/** The employee survey beside the measurement; null where there is none. */
export function employeesOf(workspace: OpenWorkspace): EmployeeSurvey | null {
  return workspace.kept('employees', () => employeeSurveyOf(workspace.reader, workspace.measurements()));
}

/** Two units whose names may be one. */
export interface LookAlike {
  readonly a: UnitId;
  readonly b: UnitId;
  readonly reason: string;
}

/** Units under the same parent that may be one, for the user to merge. */
export function lookAlikesOf(workspace: OpenWorkspace): LookAlike[] {
  return workspace.kept('look-alikes', () => {
    const { tree } = workspace.measurements();
    const pairs: LookAlike[] = [];
    for (const [at, first] of tree.units.entries()) {
      for (const second of tree.units.slice(at + 1)) {
        if (tree.parentOf(first.id) !== tree.parentOf(second.id)) continue;
        const reason = alikeReason(first.name, second.name);
        if (reason !== null) pairs.push({ a: first.id, b: second.id, reason });
      }
    }
    return pairs;
  });
}

export function openLinksOf(workspace: OpenWorkspace): number {
  const survey = employeesOf(workspace);
  return survey === null ? 0 : survey.proposed.items.length + survey.proposed.units.length;
}

export function gapsIn(workspace: OpenWorkspace): Overview['gaps'] {
  return workspace.kept('gaps', () =>
    gapsOf({
      measurements: workspace.measurements(),
      given: givenOf(workspace),
      openLinks: openLinksOf(workspace),
      lookAlikes: lookAlikesOf(workspace).length,
      organisation: workspace.reader.settings().organisation,
    }),
  );
}

/** What its figures are made of. */
export function figureSourceIn(workspace: OpenWorkspace): FigureSource {
  return workspace.kept('figure-source', () => figureSourceOf(workspace.reader, workspace.measurements()));
}

export function overviewContext(workspace: OpenWorkspace): OverviewContext {
  return {
    given: givenOf(workspace),
    limits: workspace.reader.analysisChoices().insightLimits,
    gaps: gapsIn(workspace),
  };
}
