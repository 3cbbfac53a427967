import type { Change, Comparison, ItemChange } from '../comparison/compare.ts';
import { compare } from '../comparison/compare.ts';
import type { CategoryCode, DimensionCode, Instrument } from '../instrument/instrument.ts';
import type { UnitResult } from '../scoring/results.ts';
import { cellPasses } from './cells.ts';
import type { GatedItemScore, GatedUnitResult, GatedYearResult, HiddenFields } from './gated.ts';
import { gateUnit } from './gate.ts';
import type { GroupKey } from './groups.ts';
import type { HidingPlan, ItemHiding, PlannedGroup } from './plan.ts';
import { NotPlanned, plannedGroup, yearPlan } from './plan.ts';
import type { HidingReason } from './reasons.ts';

/** One side of a comparison of what may be shown. */
export interface GatedSide {
  readonly year: GatedYearResult;
  readonly unit: GatedUnitResult;
}

/** A change whose difference is hidden where either side is. */
export interface GatedChange extends Change {
  readonly hidden: HiddenFields<'from' | 'to' | 'difference'>;
}

export interface GatedItemChange extends ItemChange {
  readonly hidden: HiddenFields<'difference' | 'percentDifference' | 'dontKnowDifference'>;
}

/** Differences between two results that have passed the gate (rule P11). */
export interface GatedComparison extends Comparison {
  readonly maturity: GatedChange;
  readonly dimensions: readonly ({ readonly code: DimensionCode } & GatedChange)[];
  readonly categories: readonly ({ readonly code: CategoryCode } & GatedChange)[];
  readonly items: readonly GatedItemChange[];
  readonly gateYesPercent: GatedChange;
}

/**
 * The change from one gated result to another. Items that are hidden on one side do not make composites
 * incomparable: which items both sides rest on is judged by those that are open on both.
 */
export function compareGated(from: GatedSide, to: GatedSide): GatedComparison {
  const { notComparable } = compare(withoutHiddenOf(from, to), withoutHiddenOf(to, from));
  const plain = compare(from, to);
  const fromItems = byCode(from.unit.items);
  const toItems = byCode(to.unit.items);
  const composites = <Code extends string>(
    changes: readonly ({ readonly code: Code } & Change)[],
    a: readonly Composite<Code>[],
    b: readonly Composite<Code>[],
  ): ({ readonly code: Code } & GatedChange)[] => {
    const [before, after] = [byCode(a), byCode(b)];
    return changes.map((change) => ({
      code: change.code,
      ...gatedChange(
        change,
        before.get(change.code)?.hidden.percent,
        after.get(change.code)?.hidden.percent,
        notComparable === null,
      ),
    }));
  };
  return {
    ...plain,
    notComparable,
    maturity: gatedChange(
      plain.maturity,
      from.unit.hidden.maturityPercent,
      to.unit.hidden.maturityPercent,
      notComparable === null,
    ),
    dimensions: composites(plain.dimensions, from.unit.dimensions, to.unit.dimensions),
    categories: composites(plain.categories, from.unit.categories, to.unit.categories),
    items: plain.items.map((item) => ({
      ...item,
      hidden: itemHidden(fromItems.get(item.code), toItems.get(item.code)),
    })),
    gateYesPercent: gatedChange(
      plain.gateYesPercent,
      from.unit.hidden.gateYesPercent,
      to.unit.hidden.gateYesPercent,
      true,
    ),
  };
}

interface Composite<Code extends string> {
  readonly code: Code;
  readonly hidden: HiddenFields<'percent'>;
}

function gatedChange(
  { from, to }: Change,
  fromReason: HidingReason | undefined,
  toReason: HidingReason | undefined,
  comparable: boolean,
): GatedChange {
  const isHidden = fromReason !== undefined || toReason !== undefined;
  return {
    from,
    to,
    difference: comparable && from !== null && to !== null ? to - from : null,
    hidden: {
      ...(fromReason === undefined ? {} : { from: fromReason }),
      ...(toReason === undefined ? {} : { to: toReason }),
      ...(isHidden ? { difference: 'rests-on-hidden' as const } : {}),
    },
  };
}

function itemHidden(
  from: GatedItemScore | undefined,
  to: GatedItemScore | undefined,
): GatedItemChange['hidden'] {
  const isHidden = (field: 'mean' | 'dontKnowPercent'): boolean =>
    from?.hidden[field] !== undefined || to?.hidden[field] !== undefined;
  const reason = 'rests-on-hidden' as const;
  return {
    ...(isHidden('mean') ? { difference: reason, percentDifference: reason } : {}),
    ...(isHidden('dontKnowPercent') ? { dontKnowDifference: reason } : {}),
  };
}

/** A side with the items left out that the other side hides. */
function withoutHiddenOf(side: GatedSide, other: GatedSide): GatedSide {
  const hidden = new Set(
    [...side.unit.items, ...other.unit.items].flatMap((item) =>
      item.hidden.mean === undefined ? [] : [item.code],
    ),
  );
  const items = side.unit.items.filter(({ code }) => !hidden.has(code));
  return { year: side.year, unit: { ...side.unit, items } };
}

function byCode<Entry extends { readonly code: string }>(
  entries: readonly Entry[],
): ReadonlyMap<Entry['code'], Entry> {
  return new Map(entries.map((entry) => [entry.code, entry]));
}

/**
 * The figures of `whole` without `part` ("the rest", "without unit X", "without role Y"), with all that is
 * hidden replaced (rules P3, P8): an item is shown only where it is shown of both. Null where either is not
 * shown at all or the rest has fewer than k respondents.
 * @param result what the rest answered.
 * @throws NotPlanned when `part` is no part of `whole`, or the plan is of other respondents.
 */
export function gateRestResult(
  result: UnitResult,
  instrument: Instrument,
  plan: HidingPlan,
  year: number,
  { part, whole }: { readonly part: GroupKey; readonly whole: GroupKey },
): GatedUnitResult | null {
  const outer = plannedGroup(plan, year, whole);
  const inner = yearPlan(plan, year).byKey.get(part);
  if (inner === undefined || inner.hidden !== null || outer.hidden !== null) return null;
  if (!isPart(inner, outer, plan, year)) throw new NotPlanned(`${part} as a part of ${whole}`);
  const respondents = outer.respondents - inner.respondents;
  if (result.respondents !== respondents) throw new NotPlanned(`the rest of ${whole} without ${part}`);
  const { size } = plan.minimumGroup;
  if (respondents < size) return null;

  const items = result.items.map(({ n, counts, dontKnow }, place): ItemHiding => {
    const reasonOf = (field: keyof ItemHiding, passes: boolean): HidingReason | null =>
      inner.items[place]?.[field] === null && outer.items[place]?.[field] === null && passes
        ? null
        : 'protects-answers';
    const dontKnowReason = reasonOf('dontKnow', cellPasses([n ?? 0, dontKnow ?? 0], 'dont-know', size));
    return {
      dontKnow: dontKnowReason,
      mean: dontKnowReason ?? reasonOf('mean', cellPasses(counts ?? [], 'answers', size)),
    };
  });
  const gate = inner.cut === 'gate' ? 'protects-answers' : (inner.gate ?? outer.gate);
  return gateUnit(result, { hidden: null, gate, items }, instrument);
}

/** True when `outer` is a unit or the whole, and `inner` lies in it without being it. */
function isPart(inner: PlannedGroup, outer: PlannedGroup, plan: HidingPlan, year: number): boolean {
  return (
    outer.cut === null &&
    inner.key !== outer.key &&
    yearPlan(plan, year).tree.isWithin(inner.unit, outer.unit)
  );
}
