import { alignUnit } from '../comparison/reorganisation.ts';
import type { GatedComparison } from '../privacy/derived.ts';
import { compareGated } from '../privacy/derived.ts';
import type { GatedGroupComparison } from '../privacy/gated-comparisons.ts';
import { compareGatedGroups } from '../privacy/gated-comparisons.ts';
import type { GatedUnitResult } from '../privacy/gated.ts';
import type { UnitId } from '../survey/units.ts';
import type { Measurements } from './measurements.ts';

/** A comparison of one unit, or the whole, between two years. */
export interface YearComparison extends GatedComparison {
  readonly unitName: string;
  /** How sure each difference is; null where a side is not computed from respondents. */
  readonly uncertainty: GatedGroupComparison | null;
}

/**
 * Compares a unit (null for the whole) between two years, each by its best source: answers before aggregated
 * before published. A unit that was reorganised between them is compared with the sum of its parts.
 * @throws Refusal `year-missing` when a year has no result, `unit-not-in-year` when the unit has none in it
 */
export function compareYears(
  measurements: Measurements,
  from: number,
  to: number,
  unit: UnitId | null,
): YearComparison {
  const { tree } = measurements;
  const fromYear = measurements.bestResult(from);
  const toYear = measurements.bestResult(to);
  const aligned = unit === null ? null : alignUnit(tree, unit, from, to);
  const isReorganised = unit !== null && aligned === null;
  const own = unit === null ? null : [unit];
  const sides = { from: aligned?.from ?? own, to: aligned?.to ?? own };
  const unitName = measurements.nameOf(unit);
  const resultOf = (year: number, units: readonly UnitId[] | null): GatedUnitResult =>
    units === null ? measurements.wholeIn(year) : measurements.togetherIn(year, units, unitName);
  const before = resultOf(from, sides.from);
  const after = resultOf(to, sides.to);
  const compared = compareGated({ year: fromYear, unit: before }, { year: toYear, unit: after });
  const beforeGroup = measurements.groupIn(from, sides.from);
  const afterGroup = measurements.groupIn(to, sides.to);
  return {
    unitName,
    ...(isReorganised ? withoutDifferences(compared) : compared),
    uncertainty:
      beforeGroup === null || afterGroup === null
        ? null
        : compareGatedGroups(
            { group: beforeGroup, gated: before },
            { group: afterGroup, gated: after },
            measurements.settings,
            isReorganised ? { notComparable: 'reorganised' } : {},
          ),
  };
}

/** The same figures on both sides, with nothing said of what parts them. */
function withoutDifferences(comparison: GatedComparison): GatedComparison {
  const without = <Entry extends { readonly difference: number | null }>(entry: Entry): Entry => ({
    ...entry,
    difference: null,
  });
  return {
    notComparable: 'reorganised',
    maturity: without(comparison.maturity),
    dimensions: comparison.dimensions.map(without),
    categories: comparison.categories.map(without),
    items: comparison.items.map((item) => ({
      ...without(item),
      percentDifference: null,
      dontKnowDifference: null,
    })),
    gateYesPercent: without(comparison.gateYesPercent),
    responseRatePercent: without(comparison.responseRatePercent),
  };
}
