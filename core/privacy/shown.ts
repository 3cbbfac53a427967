import type { UnitId } from '../survey/units.ts';
import { unitKey } from './groups.ts';
import type { HidingPlan, PlannedGroup } from './plan.ts';
import { plannedGroup, yearPlan } from './plan.ts';

/** A parent divided into units that may be told apart, and the rest of it taken together. */
export interface ShownGroups {
  /** Units that are shown, in tree order. */
  readonly units: readonly UnitId[];
  /** All other respondents of the parent as one group (rule P7); null where there are none, or too few. */
  readonly pooled: PooledGroup | null;
}

export interface PooledGroup {
  /** The units in it, in tree order. */
  readonly units: readonly UnitId[];
  /** True when respondents are in it who are in none of the parent's units. */
  readonly withDirect: boolean;
}

/** What the groups are for; without it, the whole and all items. */
export interface ShownScope {
  /** The units directly under it are divided. Null for the whole. */
  readonly parent?: UnitId | null;
  /** Places of the items that must be shown in each unit; all of the instrument when left out. */
  readonly items?: readonly number[];
}

/**
 * The groups that ranks, lists, strata and decompositions may use (rules P7, P11): units whose items in
 * question are shown in all of `years`, and the others as one. Whatever is computed from these groups follows
 * from what is shown. Nothing where the parent itself is not shown.
 *
 * For strata and for a change that is split into parts, ask for the very items of the figure: one more item
 * can only make fewer units.
 * @throws NotPlanned for a year or parent that the plan was not made for.
 */
export function shownGroups(
  plan: HidingPlan,
  years: readonly number[],
  { parent = null, items }: ShownScope = {},
): ShownGroups {
  const isOpen = (group: PlannedGroup): boolean =>
    group.hidden === null &&
    (items ?? [...group.items.keys()]).every((place) => group.items[place]?.mean === null);
  const groupsOf = (unit: UnitId | null): PlannedGroup[] =>
    years.map((year) => plannedGroup(plan, year, unitKey(unit)));

  if (!groupsOf(parent).every(isOpen)) return { units: [], pooled: null };
  const [firstYear] = years;
  const children =
    firstYear === undefined
      ? []
      : yearPlan(plan, firstYear)
          .tree.childrenOf(parent)
          .map(({ id }) => id);
  const units = children.filter((child) => groupsOf(child).every(isOpen));
  const others = children.filter((child) => !units.includes(child));

  const respondents = (year: number, ids: readonly (UnitId | null)[]): number =>
    ids.reduce<number>((sum, id) => sum + plannedGroup(plan, year, unitKey(id)).respondents, 0);
  const direct = years.map((year) => respondents(year, [parent]) - respondents(year, children));
  const pooled = years.map((year, at) => respondents(year, others) + (direct[at] ?? 0));
  const isEnough = pooled.every((count) => count === 0 || count >= plan.minimumGroup.size);
  if (!isEnough || pooled.every((count) => count === 0)) return { units, pooled: null };
  return { units, pooled: { units: others, withDirect: direct.some((count) => count > 0) } };
}
