import type { GroupComparison, GroupPair, ItemDifference } from './compare-groups.ts';
import { comparisonOf, pairOf } from './compare-groups.ts';
import type { Group } from './group.ts';
import { restOf } from './group.ts';
import { draftFigures, judgeTogether } from './judged-figures.ts';
import { measureGroup } from './measure.ts';
import type { AnalysisSettings } from './settings.ts';
import { defaultAnalysisSettings } from './settings.ts';
import type { Withheld } from './withheld.ts';

/** A group with what it is called. */
export interface NamedGroup {
  readonly name: string;
  readonly group: Group;
}

/** A part of a whole, with what may not be told of it or of the rest. */
export interface PartOfWhole extends NamedGroup {
  /** The whole without the part, where it has been made already. */
  readonly rest?: Group;
  readonly withheld?: Withheld;
}

/** An item of a unit against the rest of its whole, and how far the unit lies from the whole itself. */
export interface RestItemDifference extends ItemDifference {
  /** m_unit − m_whole = (1 − n_unit/n_whole) (m_unit − m_rest); the same t and p belong to it. */
  readonly differenceFromWhole: number | null;
}

/** A unit (`to`) against those of its whole who are not in it (`from`). */
export interface RestComparison extends GroupComparison {
  readonly items: readonly RestItemDifference[];
}

/** What the rest is called in sentences. */
export const restName = 'övriga';

/**
 * Compares a unit with the rest of its whole (S3): other people, so the two are independent. Never with the
 * whole itself, in which the unit's own answers stand on both sides.
 * @throws RangeError when the unit is no part of the whole.
 */
export function compareWithRest(
  whole: Group,
  unit: PartOfWhole,
  settings: AnalysisSettings = defaultAnalysisSettings,
): RestComparison {
  const pair = pairWithRest(whole, unit, settings);
  const drafted = draftFigures(pair, settings);
  return withWhole(pair, comparisonOf(pair, judgeTogether([drafted], settings)(drafted), settings));
}

/**
 * Compares each of several units with the rest of their whole, for a ranking: the p-values of all units × items
 * are adjusted as one family, and those of composites and of maturity over the units likewise (S2, S3).
 * @throws RangeError when a unit is no part of the whole.
 */
export function compareUnitsWithRest(
  whole: Group,
  units: readonly PartOfWhole[],
  settings: AnalysisSettings = defaultAnalysisSettings,
): (RestComparison & { readonly name: string })[] {
  const drafts = units.map((unit) => {
    const pair = pairWithRest(whole, unit, settings);
    return { name: unit.name, pair, drafted: draftFigures(pair, settings) };
  });
  const judged = judgeTogether(
    drafts.map(({ drafted }) => drafted),
    settings,
  );
  return drafts.map(({ name, pair, drafted }) => ({
    name,
    ...withWhole(pair, comparisonOf(pair, judged(drafted), settings)),
  }));
}

function pairWithRest(
  whole: Group,
  { name, group, rest = restOf(whole, group), withheld }: PartOfWhole,
  settings: AnalysisSettings,
): GroupPair {
  return pairOf(measureGroup(rest, settings), measureGroup(group, settings), {
    wording: { sides: 'groups', from: restName, to: name },
    ...(withheld !== undefined && { withheld }),
  });
}

function withWhole({ from, to }: GroupPair, comparison: GroupComparison): RestComparison {
  const outside = new Map(from.items.map(({ code, answers }) => [code, answers]));
  const inside = new Map(to.items.map(({ code, answers }) => [code, answers]));
  return {
    ...comparison,
    items: comparison.items.map((item) => {
      const others = outside.get(item.code) ?? 0;
      const all = others + (inside.get(item.code) ?? 0);
      return {
        ...item,
        differenceFromWhole: item.difference === null ? null : (item.difference * others) / all,
      };
    }),
  };
}
