import type { Contrasts } from '../insights/contrasts.ts';
import { contrasts } from '../insights/contrasts.ts';
import type { ItemFigures, ItemVerdict, UnitFigures, YearFigures } from '../insights/figures.ts';
import { withIntervals } from '../insights/figures.ts';
import type { InsightLimits } from '../insights/limits.ts';
import type { ToldMovement } from '../insights/movements.ts';
import { strongestImprovements } from '../insights/movements.ts';
import type { Priorities } from '../insights/priorities.ts';
import { priorities } from '../insights/priorities.ts';
import type { ItemSpread } from '../insights/units-apart.ts';
import { largestDifferences, leastAgreement } from '../insights/units-apart.ts';
import type { GatedUnitResult, GatedYearResult } from '../privacy/gated.ts';
import { compareGatedParts } from '../privacy/gated-comparisons.ts';
import { estimateGated } from '../privacy/gated-estimates.ts';
import type { UnitId } from '../survey/units.ts';
import { compareYears } from './compare-years.ts';
import type { Measurements } from './measurements.ts';
import type { Part } from './parts.ts';
import { partsOf } from './parts.ts';

/** What deserves attention in one unit (null: the whole) in one year. */
export interface Attention {
  readonly unitName: string;
  /** The year compared with; null where there is none. */
  readonly since: number | null;
  readonly priorities: Priorities;
  readonly improvements: readonly ToldMovement[];
  /** Items where the units directly under this one stand furthest apart. */
  readonly largestDifferences: readonly ItemSpread[];
  readonly leastAgreement: readonly ItemSpread[];
  /** Those who take part in decisions, beside the others; null where it may not be told. */
  readonly gate: Contrasts | null;
  /** Each role beside the others. */
  readonly roles: readonly Contrasts[];
}

/**
 * What deserves attention, from what may be shown of a year.
 * @throws Refusal `year-missing`, `unit-not-in-year`
 */
export function attentionOf(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  limits: InsightLimits,
): Attention {
  const result = measurements.bestResult(year);
  const { instrument } = result;
  const own = measurements.unitIn(year, unit);
  const since = measurements.hasAnswers(year) ? sinceOf(measurements, year, unit) : null;
  const changes = since === null ? [] : changesSince(measurements, since, year, unit);
  const units = unitFigures(measurements, result, unit);
  const group = measurements.gatedGroupIn(year, unit);
  const estimates = group === null ? null : estimateGated(group, measurements.settings);
  return {
    unitName: own.name,
    since,
    priorities: priorities({
      instrument,
      limits,
      items: figuresOf(own, estimates?.items ?? []),
      since,
      changes,
      years: yearFigures(measurements, unit),
      units,
      correctedIntervals: estimates?.assumptions.finitePopulation ?? false,
    }),
    improvements: since === null ? [] : strongestImprovements(changes, since, limits, instrument),
    largestDifferences: largestDifferences(units, instrument),
    leastAgreement: leastAgreement(units, instrument),
    gate:
      contrastsOf(measurements, year, unit, 'gate').find(({ key }) => key.endsWith('yes'))?.contrasts ?? null,
    roles: contrastsOf(measurements, year, unit, 'role').map((entry) => entry.contrasts),
  };
}

/** The nearest earlier year that the unit has answers in. */
function sinceOf(measurements: Measurements, year: number, unit: UnitId | null): number | null {
  const before = measurements.yearBefore(year);
  if (before === null || unit === null) return before;
  const resolved = measurements.tree.resolve(unit);
  const isThere = measurements.bestResult(before).units.some((own) => own.unit === resolved);
  return isThere ? before : null;
}

function changesSince(
  measurements: Measurements,
  since: number,
  year: number,
  unit: UnitId | null,
): readonly ItemVerdict[] {
  return compareYears(measurements, since, year, unit).uncertainty?.items ?? [];
}

function figuresOf(
  unit: GatedUnitResult,
  intervals: Parameters<typeof withIntervals>[1],
): readonly ItemFigures[] {
  return withIntervals(unit.items, intervals);
}

function yearFigures(measurements: Measurements, unit: UnitId | null): YearFigures[] {
  const resolved = unit === null ? null : measurements.tree.resolve(unit);
  return measurements.years.flatMap((year) => {
    const own = measurements.bestResult(year).units.find((candidate) => candidate.unit === resolved);
    return own === undefined || own.items.length === 0 ? [] : [{ year, items: own.items }];
  });
}

/** The units directly under a unit, each against the rest of it where that may be told. */
function unitFigures(
  measurements: Measurements,
  { year, units }: GatedYearResult,
  within: UnitId | null,
): UnitFigures[] {
  const parent = within === null ? null : measurements.tree.resolve(within);
  const parts = partsOf(measurements, year, 'unit', parent);
  const whole = measurements.groupIn(year, parent === null ? null : [parent]);
  const compared = whole === null ? [] : compareGatedParts(whole, parts, measurements.settings);
  return units.flatMap((own) => {
    if (own.unit === null || own.parent !== parent) return [];
    const at = parts.findIndex((part) => part.unit === own.unit);
    return [{ unit: own.unit, name: own.name, items: own.items, againstRest: compared[at]?.items ?? [] }];
  });
}

/** Each class of a cut beside the others; all classes are judged as one family. */
function contrastsOf(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  kind: 'role' | 'gate',
): (Pick<Part, 'key'> & { readonly contrasts: Contrasts })[] {
  const parts = partsOf(measurements, year, kind, unit);
  const whole = measurements.groupIn(year, unit === null ? null : [unit]);
  if (whole === null) return [];
  return compareGatedParts(whole, parts, measurements.settings).map((comparison, at) => ({
    key: keyOf(parts, at),
    contrasts: contrasts({
      instrument: whole.instrument,
      group: comparison.name,
      others: 'övriga',
      verdicts: comparison.items,
    }),
  }));
}

function keyOf(parts: readonly Part[], at: number): Part['key'] {
  const part = parts[at];
  if (part === undefined) throw new RangeError('A comparison has no part.');
  return part.key;
}
