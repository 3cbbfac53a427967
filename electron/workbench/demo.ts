import type { Attention } from '../../core/analysis/attention.ts';
import { attentionOf } from '../../core/analysis/attention.ts';
import type { YearComparison } from '../../core/analysis/compare-years.ts';
import { compareYears } from '../../core/analysis/compare-years.ts';
import { followUpIn } from '../../core/analysis/follow-up.ts';
import type { FigureComparison } from '../../core/analysis/indicators.ts';
import { compareWithFigures, indicatorsOf } from '../../core/analysis/indicators.ts';
import type { Measurements } from '../../core/analysis/measurements.ts';
import type { WholeChange } from '../../core/analysis/whole.ts';
import { compareWholeYears } from '../../core/analysis/whole.ts';
import type { FollowUp } from '../../core/conclusions/follow-up.ts';
import type { IndicatorRow } from '../../core/conclusions/targets.ts';
import type { GatedItemDifference } from '../../core/privacy/gated-comparisons.ts';
import type { GatedYearResult } from '../../core/privacy/gated.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import type { EmployeeSurvey } from './employees.ts';
import { employeeSurveyOf } from './employees.ts';
import { toldChanges } from './samples.ts';

/** The analysis of the samples' last year, all of it past the small-group gate. */
export interface DemoAnalysis {
  readonly years: readonly GatedYearResult[];
  readonly from: number;
  readonly to: number;
  readonly compared: YearComparison;
  /** Null where a year has no answers. */
  readonly whole: WholeChange | null;
  readonly besideFigures: readonly FigureComparison[];
  readonly attention: Attention;
  readonly indicators: readonly IndicatorRow[];
  readonly employees: EmployeeSurvey | null;
  readonly followUps: readonly FollowUp[];
  /** What the published report tells of as changes, beside what can be said of each. */
  readonly told: readonly ToldChange[];
}

/** A change that a report tells of, and how sure it is. */
export interface ToldChange {
  readonly name: string;
  readonly as: 'risen' | 'fallen';
  readonly difference: GatedItemDifference;
}

/** Analyses the last year of a workspace with the samples in it. */
export function demoAnalysis(reader: WorkspaceReader, measurements: Measurements): DemoAnalysis {
  const { from, to, changes } = toldChanges();
  const compared = compareYears(measurements, from, to, null);
  const { items } = measurements.instrumentOf(to);
  return {
    years: measurements.years.map((year) => measurements.bestResult(year)),
    from,
    to,
    compared,
    whole: compareWholeYears(measurements, from, to),
    besideFigures: compareWithFigures(measurements, to, null, reader.figures()),
    attention: attentionOf(measurements, to, null, reader.analysisChoices().insightLimits),
    indicators: indicatorsOf(measurements, reader.figures()),
    employees: employeeSurveyOf(reader, measurements),
    followUps: followUpIn(measurements, to, reader.conclusions()),
    told: changes.flatMap(({ item, as }) => {
      const difference = compared.uncertainty?.items.find(({ code }) => code === item);
      const name = items.find(({ code }) => code === item)?.name.sv;
      return difference === undefined || name === undefined ? [] : [{ name, as, difference }];
    }),
  };
}
