import type { Instrument } from '../instrument/instrument.ts';
import type { UnitResult, YearResult } from '../scoring/results.ts';
import type { CategoryScore, DimensionScore, ItemScore } from '../scoring/score.ts';
import { hidingOfAggregates } from './aggregates.ts';
import type {
  GatedCategoryScore,
  GatedDimensionScore,
  GatedItemScore,
  GatedUnitResult,
  GatedYearResult,
  HiddenFields,
  UnitField,
} from './gated.ts';
import { dontKnowFields, markUnit, markYear, meanFields } from './gated.ts';
import type { GroupKey } from './groups.ts';
import { unitKey } from './groups.ts';
import type { HidingPlan, ItemHiding, PlannedGroup } from './plan.ts';
import { NotPlanned, plannedGroup, yearPlan } from './plan.ts';
import type { HidingReason } from './reasons.ts';

/** As much of a planned group as the gate needs. */
export type GroupHiding = Pick<PlannedGroup, 'hidden' | 'gate' | 'items'>;

/**
 * A year's figures with all that the plan hides replaced (rules P1–P9). Aggregated tables are gated by the
 * numbers of answers they give; published values pass.
 * @throws NotPlanned when the plan is of other answers: another year, other units or other respondents.
 */
export function gateYearResult(result: YearResult, plan: HidingPlan): GatedYearResult {
  const { instrument, units } = result;
  const hidingOf = hidingOfSource(result, plan);
  return markYear({
    ...result,
    minimumGroup: plan.minimumGroup,
    units: units.map((unit) => gateUnit(unit, hidingOf(unit), instrument)),
  });
}

/**
 * The figures of a group of the plan's list, such as a role or those who take part in decisions, with all
 * that is hidden replaced; null when the group is not on the list and so not shown at all (rule P8).
 * @throws NotPlanned when the plan is of other respondents, or knows nothing of the year.
 */
export function gateGroupResult(
  result: UnitResult,
  instrument: Instrument,
  plan: HidingPlan,
  year: number,
  key: GroupKey,
): GatedUnitResult | null {
  const group = yearPlan(plan, year).byKey.get(key);
  if (group === undefined) return null;
  checkRespondents(result, group, year);
  return gateUnit(result, group, instrument);
}

/** Replaces what `hiding` names. For the gate's own use: nothing else may decide what is hidden. */
export function gateUnit(unit: UnitResult, hiding: GroupHiding, instrument: Instrument): GatedUnitResult {
  const items = unit.items.map((item, place) => gateItem(item, hiding.items[place]));
  const isHidden = (place: number): boolean =>
    hiding.items[place] !== undefined && hiding.items[place].mean !== null;
  const reasonOver = (places: readonly number[]): HidingReason | null =>
    hiding.hidden ?? (places.some(isHidden) ? 'rests-on-hidden' : null);

  const categoryReasons = new Map(
    instrument.categories.map(({ code, items: own }) => [code, reasonOver(own.map(({ index }) => index))]),
  );
  const dimensionReasons = new Map(
    instrument.dimensions.map(({ code, categories }) => [
      code,
      reasonOver(categories.flatMap((category) => category.items.map(({ index }) => index))),
    ]),
  );
  const composed = reasonOver(instrument.items.map(({ index }) => index));
  const quadrant = instrument.quadrants === null ? null : composed;
  return markUnit({
    ...unit,
    maturityPercent: composed === null ? unit.maturityPercent : null,
    quadrant: quadrant === null ? unit.quadrant : null,
    gateYesPercent: hiding.gate === null ? unit.gateYesPercent : null,
    hidden: fieldsHidden<UnitField>([
      ['maturityPercent', composed],
      ['quadrant', quadrant],
      ['gateYesPercent', hiding.gate],
    ]),
    dimensions: unit.dimensions.map((dimension) =>
      gateDimension(dimension, dimensionReasons.get(dimension.code) ?? null),
    ),
    categories: unit.categories.map((category) =>
      gateCategory(category, categoryReasons.get(category.code) ?? null),
    ),
    items,
  });
}

function hidingOfSource(result: YearResult, plan: HidingPlan): (unit: UnitResult) => GroupHiding {
  switch (result.source) {
    case 'answers':
      return (unit) => {
        const group = plannedGroup(plan, result.year, unitKey(unit.unit));
        checkRespondents(unit, group, result.year);
        return group;
      };
    case 'aggregated':
      return hidingOfAggregates(result, plan.minimumGroup);
    case 'published':
      return () => ({ hidden: null, gate: null, items: [] });
  }
}

/** A plan of other answers than the result would hide the wrong things. */
function checkRespondents(unit: UnitResult, group: PlannedGroup, year: number): void {
  if (unit.respondents !== group.respondents) {
    throw new NotPlanned(`${unit.respondents ?? 'unknown'} respondents of ${group.key} in ${year}`);
  }
}

function gateItem(item: ItemScore, hiding: ItemHiding | undefined): GatedItemScore {
  const mean = hiding?.mean ?? null;
  const dontKnow = hiding?.dontKnow ?? null;
  return {
    ...item,
    ...(mean === null ? {} : { counts: null, n: null, mean: null, sd: null, percent: null }),
    ...(dontKnow === null ? {} : { dontKnow: null, blank: null, refused: null, dontKnowPercent: null }),
    hidden: fieldsHidden([
      ...meanFields.map((field) => [field, mean] as const),
      ...dontKnowFields.map((field) => [field, dontKnow] as const),
    ]),
  };
}

function gateCategory(category: CategoryScore, reason: HidingReason | null): GatedCategoryScore {
  return reason === null
    ? { ...category, hidden: {} }
    : { ...category, percent: null, itemsUsed: 0, hidden: { percent: reason } };
}

function gateDimension(dimension: DimensionScore, reason: HidingReason | null): GatedDimensionScore {
  return reason === null
    ? { ...dimension, hidden: {} }
    : { ...dimension, percent: null, hidden: { percent: reason } };
}

function fieldsHidden<Field extends string>(
  fields: readonly (readonly [Field, HidingReason | null])[],
): HiddenFields<Field> {
  const hidden: { [F in Field]?: HidingReason } = {};
  for (const [field, reason] of fields) if (reason !== null) hidden[field] = reason;
  return hidden;
}
