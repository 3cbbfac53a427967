import type { DimensionCode } from '../instrument/instrument.ts';
import type { HiddenFields } from '../privacy/gated.ts';
import type { GatedEstimates } from '../privacy/gated-estimates.ts';
import { estimateGated } from '../privacy/gated-estimates.ts';
import type { UnitId } from '../survey/units.ts';
import type { Measurements } from './measurements.ts';

/** Where a unit, or the whole, stands in the quadrant in one year. */
export interface QuadrantPoint {
  readonly year: number;
  readonly unit: UnitId | null;
  readonly name: string;
  readonly level: number;
  readonly parent: UnitId | null;
  readonly respondents: number | null;
  /** In the order of the instrument; intervals are null where there are no answers behind the value. */
  readonly dimensions: readonly QuadrantValue[];
  /** Null where a dimension is missing or hidden. */
  readonly quadrant: string | null;
  readonly hidden: HiddenFields<'quadrant'>;
}

/** One coordinate, in percent 0–100. */
export interface QuadrantValue {
  readonly code: DimensionCode;
  readonly percent: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly hidden: HiddenFields<'percent'>;
}

/** The points of all units in `years`, oldest year first, each year in tree order. */
export function quadrantPoints(measurements: Measurements, years: readonly number[]): QuadrantPoint[] {
  return years.flatMap((year) => {
    const { units, source } = measurements.bestResult(year);
    return units.map((own): QuadrantPoint => {
      const group = source === 'answers' ? measurements.gatedGroupIn(year, own.unit) : null;
      const estimates: GatedEstimates | null =
        group === null ? null : estimateGated(group, measurements.settings);
      return {
        year,
        unit: own.unit,
        name: own.name,
        level: own.level,
        parent: own.parent,
        respondents: own.respondents,
        dimensions: own.dimensions.map(({ code, percent, hidden }) => {
          const estimate = estimates?.dimensions.find((figure) => figure.code === code);
          return { code, percent, ciLow: estimate?.ciLow ?? null, ciHigh: estimate?.ciHigh ?? null, hidden };
        }),
        quadrant: own.quadrant,
        hidden: own.hidden.quadrant === undefined ? {} : { quadrant: own.hidden.quadrant },
      };
    });
  });
}
