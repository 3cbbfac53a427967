import { attentionOf } from '../../core/analysis/attention.ts';
import { followUpIn } from '../../core/analysis/follow-up.ts';
import { indicatorsOf } from '../../core/analysis/indicators.ts';
import type { Measurements } from '../../core/analysis/measurements.ts';
import { usualChoice } from '../../core/figures/figure.ts';
import { buildFigure } from '../../core/figures/build.ts';
import type { ReportInput } from '../../core/report/input.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import { employeeSurveyOf } from './employees.ts';
import { figuresBeside } from './exchange.ts';
import { figureSourceOf } from './figure-source.ts';
import { wholeNameOf } from './measurements.ts';
import { reportTrail } from './report-trail.ts';

/** What a report is asked to be. */
export interface ReportWish {
  readonly year: number;
  /** Null for the whole. */
  readonly unit: UnitId | null;
  readonly settings: ReportSettings;
  /** ISO date. */
  readonly today: string;
}

/**
 * All that the report of a unit and year is built from.
 * @throws Refusal `year-missing`, `unit-not-in-year`
 */
export function reportInputOf(
  reader: WorkspaceReader,
  measurements: Measurements,
  { year, unit, settings, today }: ReportWish,
): ReportInput {
  const source = figureSourceOf(reader, measurements);
  const { administrator, itDepartment, logo } = reader.settings();
  const conclusions = reader.conclusions();
  const isHere = ({ conclusion }: { readonly conclusion: { readonly unit: UnitId | null } }): boolean =>
    conclusion.unit === unit;
  return {
    measurements,
    year,
    unit,
    organisation: wholeNameOf(reader),
    itDepartment,
    administrator,
    logo,
    today,
    settings,
    attention: attentionOf(measurements, year, unit, reader.analysisChoices().insightLimits),
    indicators: indicatorsOf(measurements, figuresBeside(reader, measurements)),
    followUps: followUpIn(measurements, year, conclusions).filter(isHere),
    conclusions: conclusions.filter((conclusion) => conclusion.year === year && conclusion.unit === unit),
    references: employeeSurveyOf(reader, measurements)?.references ?? [],
    trail: reportTrail(reader),
    figure: (kind, request) =>
      buildFigure(kind, source, {
        ...usualChoice,
        years: [year],
        ...request,
        language: settings.language,
      }),
  };
}
