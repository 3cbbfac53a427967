import type { Measurements } from '../../analysis/measurements.ts';
import { estimateGated } from '../../privacy/gated-estimates.ts';
import type { HidingReason } from '../../privacy/reasons.ts';
import type { UnitId } from '../../survey/units.ts';

/** The share who say yes to the gate question, in one year. */
export interface GateShare {
  readonly year: number;
  /** 0–100 of those who answered the question; null where it is missing or hidden. */
  readonly percent: number | null;
  /** Wilson interval (rule S1); null where the share is. */
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** How many answered the question; null where the share is hidden or missing. */
  readonly answered: number | null;
  readonly hidden: HidingReason | null;
}

/** A unit's shares, oldest first. */
export interface UnitGateShares {
  /** Null for the whole. */
  readonly unit: UnitId | null;
  readonly name: string;
  readonly shares: readonly GateShare[];
}

export interface GateData {
  /** Oldest first. */
  readonly years: readonly number[];
  readonly units: readonly UnitGateShares[];
}

/** What is asked of the gate question. */
export interface GateChoice {
  /** In any order; those without answers are left out, because only answers tell. */
  readonly years: readonly number[];
  /** Null for the whole. */
  readonly units: readonly (UnitId | null)[];
}

/** How many take part in decisions, as they say themselves, over the years. */
export function gateData(measurements: Measurements, { years, units }: GateChoice): GateData {
  const answered = measurements.yearsWithAnswers.filter((year) => years.includes(year));
  return {
    years: answered,
    units: units.map((unit) => ({
      unit,
      name: measurements.nameOf(unit),
      shares: answered.flatMap((year) => shareIn(measurements, year, unit)),
    })),
  };
}

function shareIn(measurements: Measurements, year: number, unit: UnitId | null): GateShare[] {
  const resolved = unit === null ? null : measurements.tree.resolve(unit);
  if (!measurements.bestResult(year).units.some((own) => own.unit === resolved)) return [];
  const own = measurements.gatedGroupIn(year, unit);
  if (own === null) return [];
  const { percent, ciLow, ciHigh } = estimateGated(own, measurements.settings).gateYesPercent;
  const { gateYes, gateNo } = own.group.tally;
  const hidden = own.gated.hidden.gateYesPercent ?? null;
  return [{ year, percent, ciLow, ciHigh, answered: percent === null ? null : gateYes + gateNo, hidden }];
}
