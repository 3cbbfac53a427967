import type { Conclusion } from '../conclusions/conclusion.ts';
import type { FollowUp, GroupChanges } from '../conclusions/follow-up.ts';
import { followUp } from '../conclusions/follow-up.ts';
import { Refusal } from '../problem.ts';
import type { UnitId } from '../survey/units.ts';
import { compareYears } from './compare-years.ts';
import type { Measurements } from './measurements.ts';

/**
 * Last years' conclusions beside what their figures did, each with a draft.
 * @throws Refusal `year-missing`
 */
export function followUpIn(
  measurements: Measurements,
  year: number,
  conclusions: readonly Conclusion[],
): FollowUp[] {
  const { instrument } = measurements.bestResult(year);
  const since = measurements.yearBefore(year);
  return followUp({
    instrument,
    year,
    conclusions,
    changesOf: (unit) => (since === null ? null : changesOf(measurements, since, year, unit)),
  });
}

/** Null where the unit has no result in one of the years. */
function changesOf(
  measurements: Measurements,
  since: number,
  year: number,
  unit: UnitId | null,
): GroupChanges | null {
  try {
    const { uncertainty, responseRatePercent, gateYesPercent } = compareYears(
      measurements,
      since,
      year,
      unit,
    );
    if (uncertainty === null) return null;
    return {
      since,
      items: uncertainty.items,
      gate: { ...uncertainty.gateYesPercent, hidden: gateYesPercent.hidden },
      responseRate: responseRatePercent,
    };
  } catch (error) {
    // A unit that the conclusion was drawn about may be gone: its conclusion is still to be followed up.
    if (error instanceof Refusal) return null;
    throw error;
  }
}
