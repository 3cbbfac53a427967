import type { Instrument } from '../instrument/instrument.ts';
import type { UnitResult } from '../scoring/results.ts';
import type { UnitId } from '../survey/units.ts';
import { gateUnit } from './gate.ts';
import type { GatedUnitResult } from './gated.ts';
import { unitKey } from './groups.ts';
import type { HidingPlan } from './plan.ts';
import { NotPlanned, plannedGroup } from './plan.ts';
import type { HidingReason } from './reasons.ts';

/**
 * The figures of several units taken together, such as the parts that later became one unit, with all that is
 * hidden replaced: an item is shown only where it is shown of every part, so that nothing is told that adding
 * them up would not tell (rule P8).
 * @throws NotPlanned when the plan is of other respondents, or knows nothing of the year or a unit.
 */
export function gateTogether(
  result: UnitResult,
  instrument: Instrument,
  plan: HidingPlan,
  year: number,
  units: readonly UnitId[],
): GatedUnitResult {
  const parts = units.map((unit) => plannedGroup(plan, year, unitKey(unit)));
  const respondents = parts.reduce((sum, part) => sum + part.respondents, 0);
  if (result.respondents !== respondents) throw new NotPlanned(`${units.join(' + ')} together in ${year}`);
  const firstOf = (reasons: readonly (HidingReason | null | undefined)[]): HidingReason | null =>
    reasons.find((reason) => reason !== null && reason !== undefined) ?? null;
  return gateUnit(
    result,
    {
      hidden: firstOf(parts.map(({ hidden }) => hidden)),
      gate: firstOf(parts.map(({ gate }) => gate)),
      items: instrument.items.map(({ index }) => ({
        mean: firstOf(parts.map(({ items }) => items[index]?.mean)),
        dontKnow: firstOf(parts.map(({ items }) => items[index]?.dontKnow)),
      })),
    },
    instrument,
  );
}
