import { compareYears } from '../analysis/compare-years.ts';
import type { EmployeeReferenceInput } from '../analysis/employee-reference.ts';
import type { Measurements } from '../analysis/measurements.ts';
import { selectedIn } from '../analysis/selected.ts';
import type { GivenFigure } from '../conclusions/targets.ts';
import type { ItemCode } from '../instrument/instrument.ts';
import type { GatedGroupComparison } from '../privacy/gated-comparisons.ts';
import { compareGatedGroups } from '../privacy/gated-comparisons.ts';
import type { GatedEstimates, GatedGroup } from '../privacy/gated-estimates.ts';
import { estimateGated } from '../privacy/gated-estimates.ts';
import type { GatedUnitResult, HiddenFields } from '../privacy/gated.ts';
import type { HidingReason } from '../privacy/reasons.ts';
import type { UnitId } from '../survey/units.ts';
import type { SpecChange, SpecSeries, SpecValue, Who } from './figure.ts';

/** What figures are made of. */
export interface FigureSource {
  readonly measurements: Measurements;
  /** Published values, benchmarks and targets. */
  readonly given: readonly GivenFigure[];
  /** Null where there is no employee survey. */
  readonly employees: EmployeeReferenceInput | null;
  /** Item means of others in a year, such as a pool of municipalities; null where there are none. */
  readonly pool: ((year: number) => PoolFigures | null) | null;
  /** Eight hexadecimal digits for what a figure shows; null where it is to have none. */
  readonly fingerprint: ((years: readonly number[], settings: unknown) => string) | null;
}

/** Item means of others. */
export interface PoolFigures {
  readonly name: string;
  /** On the scale, turned for a reversed item. */
  readonly items: ReadonlyMap<ItemCode, number>;
}

/** Whose figures something shows: a unit's in a year, all of its respondents or a cut of them. */
export interface Subject {
  readonly gated: GatedUnitResult;
  /** Null where there are no answers behind the figures. */
  readonly estimates: GatedEstimates | null;
}

/**
 * A unit's figures in a year. Null where it has none that year, or where the cut may not be told apart.
 * @throws Refusal `year-missing`
 */
export function subjectIn(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  who: Who,
): Subject | null {
  if (who.kind !== 'all') {
    const group = cutIn(measurements, year, unit, who);
    return group === null
      ? null
      : { gated: group.gated, estimates: estimateGated(group, measurements.settings) };
  }
  const gated = resultIn(measurements, year, unit);
  if (gated === null) return null;
  const group = measurements.hasAnswers(year) ? measurements.gatedGroupIn(year, unit) : null;
  return { gated, estimates: group === null ? null : estimateGated(group, measurements.settings) };
}

/** A unit's gated result in a year; null where it has none. */
export function resultIn(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
): GatedUnitResult | null {
  const own = unit === null ? null : measurements.tree.resolve(unit);
  return measurements.bestResult(year).units.find((candidate) => candidate.unit === own) ?? null;
}

/** A cut of a unit; null where it has none that year, or where it may not be told apart from the rest. */
function cutIn(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  who: Exclude<Who, { kind: 'all' }>,
): GatedGroup | null {
  const found = selectedIn(measurements, year, unit, who);
  if (typeof found === 'string' || found.group === null) return null;
  return { group: found.group, gated: found.gated };
}

/** How a unit changed between two years; null where nothing can be tested. */
export function changesBetween(
  measurements: Measurements,
  from: number,
  to: number,
  unit: UnitId | null,
  who: Who,
): GatedGroupComparison | null {
  if (resultIn(measurements, from, unit) === null || resultIn(measurements, to, unit) === null) return null;
  if (who.kind === 'all') return compareYears(measurements, from, to, unit).uncertainty;
  const before = cutIn(measurements, from, unit, who);
  const after = cutIn(measurements, to, unit, who);
  if (before === null || after === null) return null;
  return compareGatedGroups(before, after, measurements.settings);
}

/** A value with its interval as a figure shows it. */
export function specValue(
  value: number | null,
  estimate: { readonly ciLow: number | null; readonly ciHigh: number | null } | undefined,
  hidden: HidingReason | undefined,
): SpecValue {
  return {
    value: hidden === undefined ? value : null,
    ciLow: hidden === undefined ? (estimate?.ciLow ?? null) : null,
    ciHigh: hidden === undefined ? (estimate?.ciHigh ?? null) : null,
    hidden: hidden ?? null,
  };
}

/** The ends of the answer scale. */
export interface ScaleEnds {
  readonly min: number;
  readonly max: number;
}

/** Percent of the scale as a place on it: 0 is the lowest value. */
export function scalePlace(percent: number | null, { min, max }: ScaleEnds): number | null {
  return percent === null ? null : min + (percent / 100) * (max - min);
}

/** A value in percent of the scale as a value on it. */
export function onScale(value: SpecValue, ends: ScaleEnds): SpecValue {
  return {
    ...value,
    value: scalePlace(value.value, ends),
    ciLow: scalePlace(value.ciLow, ends),
    ciHigh: scalePlace(value.ciHigh, ends),
  };
}

/** A value on the scale in percent of it. */
export function inPercent(value: SpecValue, { min, max }: ScaleEnds): SpecValue {
  const percent = (place: number | null): number | null =>
    place === null ? null : ((place - min) / (max - min)) * 100;
  return {
    ...value,
    value: percent(value.value),
    ciLow: percent(value.ciLow),
    ciHigh: percent(value.ciHigh),
  };
}

/** A judged difference as a figure shows it, `factor` times as large. */
export function specChange(
  difference:
    | {
        readonly difference: number | null;
        readonly verdict: SpecChange['verdict'];
        readonly firm: boolean;
        readonly hidden: HiddenFields<'difference'>;
      }
    | undefined,
  factor: number,
): SpecChange {
  if (difference === undefined) return { difference: null, verdict: null, isFirm: false, hidden: null };
  const { difference: value, verdict, firm, hidden } = difference;
  return {
    difference: value === null ? null : value * factor,
    verdict,
    isFirm: firm,
    hidden: hidden.difference ?? null,
  };
}

/** What stands side by side: several units of the newest year where units are chosen, else the years of one unit. */
export function seriesOf(
  measurements: Measurements,
  years: readonly number[],
  units: readonly (UnitId | null)[],
): {
  readonly by: 'year' | 'unit';
  readonly series: readonly SpecSeries[];
  /** How many that were asked for do not stand in the figure. */
  readonly left: number;
} {
  const [newest] = years;
  if (newest === undefined) throw new RangeError('A figure needs a year.');
  if (units.length > 1) {
    return {
      by: 'unit',
      series: units
        .slice(0, mostSeries)
        .map((unit) => ({ name: measurements.nameOf(unit), unit, year: newest })),
      left: Math.max(0, units.length - mostSeries),
    };
  }
  const unit = units[0] ?? null;
  return {
    by: 'year',
    series: years.slice(0, mostSeries).map((year) => ({ name: String(year), unit, year })),
    left: Math.max(0, years.length - mostSeries),
  };
}

/** Bars of more than these are no longer told apart. */
export const mostSeries = 5;
