import type { AnalysisChoices } from './analysis-choices.ts';
import type { EventDetail } from './events.ts';
import type { WorkspaceSettings } from './settings.ts';

/** Limits and rules that every result rests on, in codes and numbers; null where the instrument decides. */
export function limitsOf(
  { dimensionRule, display }: WorkspaceSettings,
  { uncertainty, insightLimits, employeeBands, indexChangeLimit }: AnalysisChoices,
): EventDetail {
  return {
    dimensionRule,
    percentDecimals: display.percentDecimals ?? null,
    meanDecimals: display.meanDecimals ?? null,
    rounding: display.rounding ?? null,
    ...uncertainty,
    ...insightLimits,
    employeeBands: employeeBands.map(({ from }) => from),
    indexChangeLimit,
  };
}

/** The limits in `after` that are not as they were; empty where all are. */
export function changedLimits(before: EventDetail, after: EventDetail): EventDetail {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}
