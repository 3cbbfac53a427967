import type { BenchmarkComparison } from '../comparison/benchmark.ts';
import { compareWithBenchmark } from '../comparison/benchmark.ts';
import type { GivenFigure, IndicatorRow, Outcome } from '../conclusions/targets.ts';
import { indicatorTable } from '../conclusions/targets.ts';
import { estimateGated } from '../privacy/gated-estimates.ts';
import type { UnitId } from '../survey/units.ts';
import type { Measurements } from './measurements.ts';
import { wholeOf } from './measurements.ts';

/** Outcomes, targets and benchmarks, year by year. */
export function indicatorsOf(measurements: Measurements, figures: readonly GivenFigure[]): IndicatorRow[] {
  const { years } = measurements;
  const last = years.at(-1);
  if (last === undefined) return [];
  const outcomes = years.flatMap((year) =>
    measurements.resultsOf(year).map((result): Outcome => {
      const whole = wholeOf(result);
      const group = result.source === 'answers' ? measurements.gatedGroupIn(year, null) : null;
      const estimate = group === null ? null : estimateGated(group, measurements.settings).maturity;
      return {
        year,
        source: result.source,
        percent: whole.maturityPercent,
        ciLow: estimate?.ciLow ?? null,
        ciHigh: estimate?.ciHigh ?? null,
        hidden: whole.hidden.maturityPercent !== undefined,
      };
    }),
  );
  return indicatorTable(outcomes, figures, measurements.instrumentOf(last));
}

/** A figure of others, or a target, beside the maturity of a unit. */
export interface FigureComparison {
  readonly kind: 'benchmark' | 'target';
  readonly source: string;
  /** The given value, in percent. */
  readonly from: number;
  /** The maturity; null where it is missing or hidden. */
  readonly to: number | null;
  readonly difference: number | null;
  /** One-sample test, the given value taken as exact; null without answers, and where maturity is hidden. */
  readonly uncertainty: BenchmarkComparison | null;
}

/**
 * The maturity of a unit (null for the whole) beside the benchmarks and targets of its year.
 * @throws Refusal `year-missing`, `unit-not-in-year`
 */
export function compareWithFigures(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  figures: readonly GivenFigure[],
): FigureComparison[] {
  const own = measurements.unitIn(year, unit);
  const group = measurements.groupIn(year, unit === null ? null : [unit]);
  const to = own.maturityPercent;
  return figures.flatMap(({ kind, year: of, source, percent }): FigureComparison[] => {
    if (kind === 'published' || of !== year) return [];
    const name = kind === 'target' ? 'målet' : source;
    const uncertainty =
      group === null || to === null
        ? null
        : compareWithBenchmark({ name, maturity: percent }, { name: own.name, group }, measurements.settings);
    return [{ kind, source, from: percent, to, difference: to === null ? null : to - percent, uncertainty }];
  });
}
