import type { Estimate, Who } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { SelectedGroup, UnavailableReason } from '../analysis/selected.ts';
import { selectedIn } from '../analysis/selected.ts';
import type { CategoryCode, DimensionCode, Instrument, Item, ItemCode } from '../instrument/instrument.ts';
import type { GatedItemScore, GatedUnitResult } from '../privacy/gated.ts';
import type { GatedEstimates } from '../privacy/gated-estimates.ts';
import { estimateGated } from '../privacy/gated-estimates.ts';
import { unitKey } from '../privacy/groups.ts';
import { yearPlan } from '../privacy/plan.ts';
import type { HidingReason } from '../privacy/reasons.ts';
import { percentOfScale } from '../scoring/score.ts';
import type { UnitId } from '../survey/units.ts';
import { remembered } from './remembered.ts';

/** An item of a group as screens show it. */
export interface ItemView {
  readonly code: ItemCode;
  readonly mean: Estimate;
  readonly percent: Estimate;
  readonly dontKnowPercent: Estimate;
  readonly n: number | null;
  readonly counts: readonly number[] | null;
}

/** All figures of a group in a year, with their intervals, past the gate. */
export interface GroupView {
  readonly year: number;
  readonly unit: UnitId | null;
  readonly name: string;
  readonly instrument: Instrument;
  readonly level: number;
  readonly parent: UnitId | null;
  readonly respondents: number | null;
  readonly invited: number | null;
  readonly responseRatePercent: number | null;
  /** Why the group as such is not shown; null where it is. */
  readonly hidden: HidingReason | null;
  /** Why the group that was asked for is not there; null where it is. */
  readonly unavailable: UnavailableReason | null;
  readonly quadrant: string | null;
  readonly maturity: Estimate;
  readonly gate: Estimate;
  readonly selected: SelectedGroup | null;
  dimension(code: DimensionCode): Estimate;
  category(code: CategoryCode): Estimate;
  item(code: ItemCode): ItemView;
}

export const missing: Estimate = { value: null, hidden: null, ciLow: null, ciHigh: null };

/** A key that is the same for the same people. */
export function whoKey(who: Who): string {
  switch (who.kind) {
    case 'all':
      return 'all';
    case 'gate':
      return `gate:${who.answer}`;
    case 'role':
      return `role:${who.role}`;
    case 'without':
      return `without:${who.unit}`;
  }
}

/** A unit's figures (null for the whole) in a year; missing where there are none. @throws Refusal `year-missing` */
export function groupView(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  who: Who,
): GroupView {
  return remembered(measurements, `group ${year} ${unit ?? ''} ${whoKey(who)}`, () =>
    makeGroupView(measurements, year, unit, who),
  );
}

function makeGroupView(measurements: Measurements, year: number, unit: UnitId | null, who: Who): GroupView {
  const { instrument } = measurements.bestResult(year);
  const found = selectedIn(measurements, year, unit, who);
  const about = { year, unit, instrument, ...placeOf(measurements, unit) };
  if (typeof found === 'string') {
    const hidden = found === 'too-small' ? 'small-group' : null;
    const nothing: Estimate = { ...missing, hidden };
    return {
      ...about,
      name: measurements.nameOf(unit),
      respondents: null,
      invited: null,
      responseRatePercent: null,
      hidden,
      unavailable: found,
      quadrant: null,
      maturity: nothing,
      gate: nothing,
      selected: null,
      dimension: () => nothing,
      category: () => nothing,
      item: (code) => itemView(code, undefined, null, instrument, hidden),
    };
  }
  const { gated, group } = found;
  const estimates = group === null ? null : estimateGated({ group, gated }, measurements.settings);
  const hidden = who.kind === 'all' ? groupHiding(measurements, year, unit) : null;
  const items = new Map(gated.items.map((item) => [item.code, item]));
  return {
    ...about,
    name: measurements.nameOf(unit),
    respondents: gated.respondents,
    invited: gated.invited,
    responseRatePercent: gated.responseRatePercent,
    hidden,
    unavailable: null,
    quadrant: gated.quadrant,
    maturity: estimateOf(gated.maturityPercent, gated.hidden.maturityPercent, estimates?.maturity),
    gate: {
      ...estimateOf(gated.gateYesPercent, gated.hidden.gateYesPercent, estimates?.gateYesPercent),
    },
    selected: found,
    dimension: (code) => composite(gated.dimensions, estimates?.dimensions, code),
    category: (code) => composite(gated.categories, estimates?.categories, code),
    item: (code) => itemView(code, items.get(code), estimates, instrument, hidden),
  };
}

function placeOf({ tree }: Measurements, unit: UnitId | null): { level: number; parent: UnitId | null } {
  return unit === null
    ? { level: 0, parent: null }
    : { level: tree.levelOf(unit), parent: tree.parentOf(unit) };
}

/** Why a unit as such is not shown in a year; null where it is, or where the year has no answers. */
export function groupHiding(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
): HidingReason | null {
  if (!measurements.hasAnswers(year)) return null;
  const key = unitKey(unit === null ? null : measurements.tree.resolve(unit));
  const planned = yearPlan(measurements.plan, year).byKey.get(key);
  return planned === undefined || planned.respondents === 0 ? null : planned.hidden;
}

interface Interval {
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

function estimateOf(
  value: number | null,
  hidden: HidingReason | undefined,
  interval: Interval | undefined,
): Estimate {
  const isShown = value !== null && hidden === undefined;
  return {
    value,
    hidden: hidden ?? null,
    ciLow: isShown ? (interval?.ciLow ?? null) : null,
    ciHigh: isShown ? (interval?.ciHigh ?? null) : null,
  };
}

type Composite = GatedUnitResult['dimensions'][number] | GatedUnitResult['categories'][number];

function composite(
  scores: readonly Composite[],
  estimates: GatedEstimates['dimensions'] | GatedEstimates['categories'] | undefined,
  code: string,
): Estimate {
  const score = scores.find((candidate) => candidate.code === code);
  if (score === undefined) return missing;
  const estimate = [...(estimates ?? [])].find((candidate) => candidate.code === code);
  return estimateOf(score.percent, score.hidden.percent, estimate);
}

function itemView(
  code: ItemCode,
  score: GatedItemScore | undefined,
  estimates: GatedEstimates | null,
  instrument: Instrument,
  groupHidden: HidingReason | null,
): ItemView {
  if (score === undefined) {
    const nothing: Estimate = { ...missing, hidden: groupHidden };
    return { code, mean: nothing, percent: nothing, dontKnowPercent: nothing, n: null, counts: null };
  }
  const estimate = estimates?.items.find((candidate) => candidate.code === code);
  const mean = estimateOf(score.mean, score.hidden.mean, estimate);
  const onPercent = (value: number | null): number | null =>
    value === null ? null : percentOfScale(value, instrument);
  return {
    code,
    mean,
    percent: {
      value: score.percent,
      hidden: score.hidden.percent ?? null,
      ciLow: onPercent(mean.ciLow),
      ciHigh: onPercent(mean.ciHigh),
    },
    dontKnowPercent: estimateOf(score.dontKnowPercent, score.hidden.dontKnowPercent, estimate?.dontKnow),
    n: score.n,
    counts: score.counts,
  };
}

/** A percent as a value on the instrument's scale. */
export function onScale(percent: number, { scale: { min, max } }: Instrument): number {
  return min + ((max - min) * percent) / 100;
}

/** An estimate in percent as one on the scale. */
export function estimateOnScale(estimate: Estimate, instrument: Instrument): Estimate {
  const turned = (value: number | null): number | null =>
    value === null ? null : onScale(value, instrument);
  return {
    value: turned(estimate.value),
    hidden: estimate.hidden,
    ciLow: turned(estimate.ciLow),
    ciHigh: turned(estimate.ciHigh),
  };
}

/** The item of that code. */
export function itemOf(instrument: Instrument, code: ItemCode): Item | undefined {
  return instrument.items.find((item) => item.code === code);
}
