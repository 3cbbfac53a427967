import type { Attention } from '../../core/analysis/attention.ts';
import { attentionOf } from '../../core/analysis/attention.ts';
import type { YearComparison } from '../../core/analysis/compare-years.ts';
import { compareYears } from '../../core/analysis/compare-years.ts';
import { followUpIn } from '../../core/analysis/follow-up.ts';
import type { FigureComparison } from '../../core/analysis/indicators.ts';
import { compareWithFigures, indicatorsOf } from '../../core/analysis/indicators.ts';
import type { Measurements } from '../../core/analysis/measurements.ts';
import type { WholeChange } from '../../core/analysis/whole.ts';
import { compareWholeYears, estimateWholeIn } from '../../core/analysis/whole.ts';
import type { FollowUp } from '../../core/conclusions/follow-up.ts';
import type { IndicatorRow } from '../../core/conclusions/targets.ts';
import type { ShareDifference } from '../../core/comparison/proportions.ts';
import type { GatedGroupComparison, GatedItemDifference } from '../../core/privacy/gated-comparisons.ts';
import type { GatedWholeEstimates } from '../../core/privacy/gated-estimates.ts';
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
  /** The whole of the last year with its intervals; null where it has no answers. */
  readonly estimates: GatedWholeEstimates | null;
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
  /** How sure it is: null where that may not be told. */
  readonly sureness: Sureness | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly difference: number | null;
  /** Means on the scale, or percent. */
  readonly unit: 'mean' | 'percent';
}

/** Firm; only among those who were invited then; or within the uncertainty. */
export const surenesses = ['firm', 'among-invited', 'within-uncertainty'] as const;
export type Sureness = (typeof surenesses)[number];

/** Analyses the last year of a workspace with the samples in it. */
export function demoAnalysis(reader: WorkspaceReader, measurements: Measurements): DemoAnalysis {
  const told = toldChanges();
  const { from, to } = told;
  const compared = compareYears(measurements, from, to, null);
  return {
    years: measurements.years.map((year) => measurements.bestResult(year)),
    from,
    to,
    compared,
    whole: compareWholeYears(measurements, from, to),
    estimates: estimateWholeIn(measurements, to),
    besideFigures: compareWithFigures(measurements, to, null, reader.figures()),
    attention: attentionOf(measurements, to, null, reader.analysisChoices().insightLimits),
    indicators: indicatorsOf(measurements, reader.figures()),
    employees: employeeSurveyOf(reader, measurements),
    followUps: followUpIn(measurements, to, reader.conclusions()),
    told: compared.uncertainty === null ? [] : toldOf(told, compared.uncertainty, measurements),
  };
}

function toldOf(
  { to, changes }: ReturnType<typeof toldChanges>,
  { maturity, items, gateYesPercent }: GatedGroupComparison,
  measurements: Measurements,
): ToldChange[] {
  const names = new Map(measurements.instrumentOf(to).items.map(({ code, name }) => [code, name.sv]));
  return changes.flatMap((change): ToldChange[] => {
    const { as } = change;
    if (!('item' in change)) {
      if (change.figure === 'gate-share')
        return [{ name: 'Inblandade i beslut', as, ...shareTold(gateYesPercent) }];
      const { from, to: after, difference } = maturity;
      const sureness = surenessOf(maturity);
      return [{ name: 'Digital mognad', as, sureness, from, to: after, difference, unit: 'percent' }];
    }
    const item = items.find(({ code }) => code === change.item);
    const name = names.get(change.item);
    if (item === undefined || name === undefined) return [];
    if (change.figure === 'dont-know') return [{ name: `Vet ej: ${name}`, as, ...shareTold(item.dontKnow) }];
    const { mean } = item.from;
    return [
      {
        name,
        as,
        sureness: surenessOf(item),
        from: mean,
        to: item.to.mean,
        difference: item.difference,
        unit: 'mean',
      },
    ];
  });
}

function surenessOf({ verdict, firm }: Pick<GatedItemDifference, 'verdict' | 'firm'>): Sureness | null {
  if (verdict === 'risen' || verdict === 'fallen') return firm ? 'firm' : 'among-invited';
  return verdict === 'within-uncertainty' ? 'within-uncertainty' : null;
}

/** A share carries no correction for a known population (S2.7): where it differs, it does so firmly. */
function shareTold({
  from,
  to,
  difference,
  ciLow,
  ciHigh,
}: ShareDifference): Omit<ToldChange, 'name' | 'as'> {
  const known = ciLow !== null && ciHigh !== null;
  const sureness = !known ? null : ciLow > 0 || ciHigh < 0 ? 'firm' : 'within-uncertainty';
  return { sureness, from, to, difference, unit: 'percent' };
}
