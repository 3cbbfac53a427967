import type { Who } from '../api.ts';
import { attentionOf } from '../analysis/attention.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { ItemFigures } from '../insights/figures.ts';
import type { InsightLimits } from '../insights/limits.ts';
import type { ToldMovement } from '../insights/movements.ts';
import { strongestImprovements } from '../insights/movements.ts';
import type { Priorities } from '../insights/priorities.ts';
import { priorities } from '../insights/priorities.ts';
import type { UnitId } from '../survey/units.ts';
import { changesSince } from './comparisons.ts';
import type { GroupView } from './figures-of.ts';
import { groupView, whoKey } from './figures-of.ts';
import { remembered } from './remembered.ts';

/** What deserves attention in a group. */
export interface AttentionView {
  /** The year compared with; null where there is none. */
  readonly since: number | null;
  readonly priorities: Priorities;
  readonly improvements: readonly ToldMovement[];
}

/** What deserves attention among those who are looked at. @throws Refusal `year-missing`, `unit-not-in-year` */
export function attentionFor(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  who: Who,
  limits: InsightLimits,
): AttentionView {
  const key = `attention ${year} ${unit ?? ''} ${whoKey(who)} ${JSON.stringify(limits)}`;
  return remembered(measurements, key, () =>
    who.kind === 'all'
      ? attentionOf(measurements, year, unit, limits)
      : attentionOfCut(measurements, year, unit, who, limits),
  );
}

/** A class of a cut has no units of its own to be compared. */
function attentionOfCut(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  who: Who,
  limits: InsightLimits,
): AttentionView {
  const { instrument } = measurements.bestResult(year);
  const since = measurements.yearBefore(year);
  const changes = since === null ? [] : (changesSince(measurements, since, year, unit, who)?.items ?? []);
  const own = groupView(measurements, year, unit, who);
  const yearsOf = measurements.yearsWithAnswers.filter((other) => other <= year);
  return {
    since,
    priorities: priorities({
      instrument,
      limits,
      items: itemFigures(own),
      since,
      changes,
      years: yearsOf.map((other) => ({
        year: other,
        items: itemFigures(groupView(measurements, other, unit, who)),
      })),
      units: [],
      correctedIntervals: own.invited !== null,
    }),
    improvements: since === null ? [] : strongestImprovements(changes, since, limits, instrument),
  };
}

function itemFigures(group: GroupView): ItemFigures[] {
  return group.instrument.items.map(({ code }) => {
    const { mean, percent, dontKnowPercent, n } = group.item(code);
    return {
      code,
      mean: mean.value,
      n,
      percent: percent.value,
      dontKnowPercent: dontKnowPercent.value,
      ciLow: mean.ciLow,
      ciHigh: mean.ciHigh,
      dontKnowCiLow: dontKnowPercent.ciLow,
      dontKnowCiHigh: dontKnowPercent.ciHigh,
      hidden: {
        ...(mean.hidden !== null && { mean: mean.hidden, percent: mean.hidden }),
        ...(dontKnowPercent.hidden !== null && { dontKnowPercent: dontKnowPercent.hidden }),
      },
    };
  });
}
