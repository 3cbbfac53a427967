import type { GroupComparison, ItemDifference } from '../comparison/compare-groups.ts';
import { compareGroups } from '../comparison/compare-groups.ts';
import type { ComparisonOptions } from '../comparison/compare-groups.ts';
import type { Group } from '../comparison/group.ts';
import type { FigureDifference } from '../comparison/judged-figures.ts';
import type { ShareDifference } from '../comparison/proportions.ts';
import type { AnalysisSettings } from '../comparison/settings.ts';
import type { RestComparison } from '../comparison/unit-comparison.ts';
import { compareUnitsWithRest } from '../comparison/unit-comparison.ts';
import type { Verdict } from '../comparison/verdicts.ts';
import type { UnweightableReason } from '../comparison/strata.ts';
import type { WeightedDifference } from '../comparison/weighted-whole.ts';
import { compareWholes } from '../comparison/weighted-whole.ts';
import type { Withheld } from '../comparison/withheld.ts';
import type { CategoryCode, DimensionCode, ItemCode } from '../instrument/instrument.ts';
import type { GatedGroup, GatedWeighted, GatedWhole } from './gated-estimates.ts';
import { itemsByCode } from './gated-estimates.ts';
import type { GatedItemScore, GatedUnitResult, HiddenFields } from './gated.ts';
import type { HidingReason } from './reasons.ts';
import { hidingReasonText } from './reasons.ts';

/**
 * Tests and verdicts of groups that have passed the gate (rule P11). What the gate hides of either side takes
 * part in no test, so that no other p-value rests on it, and comes out as null, named in `hidden`.
 */

/** A difference; where it is hidden the verdict is null and the sentence says why. */
export type GatedDifference<Figure extends { readonly verdict: Verdict }> = Omit<Figure, 'verdict'> & {
  readonly verdict: Verdict | null;
  readonly hidden: HiddenFields<'from' | 'to' | 'difference'>;
};

export type GatedItemDifference<Item extends ItemDifference = ItemDifference> = Omit<Item, 'verdict'> & {
  readonly verdict: Verdict | null;
  readonly hidden: HiddenFields<'difference' | 'dontKnow'>;
};

/** A `GroupComparison` that may leave the program. */
export interface GatedGroupComparison<Item extends ItemDifference = ItemDifference> extends Pick<
  GroupComparison,
  'notComparable' | 'gateYesPercent' | 'assumptions'
> {
  readonly maturity: GatedDifference<FigureDifference>;
  readonly dimensions: readonly (GatedDifference<FigureDifference> & { readonly code: DimensionCode })[];
  readonly categories: readonly (GatedDifference<FigureDifference> & { readonly code: CategoryCode })[];
  readonly items: readonly GatedItemDifference<Item>[];
}

/** Compares two groups of different people, such as a unit in two years. */
export function compareGatedGroups(
  from: GatedGroup,
  to: GatedGroup,
  settings: AnalysisSettings,
  options: Omit<ComparisonOptions, 'withheld'> = {},
): GatedGroupComparison {
  const withheld = withheldOf(from.gated, to.gated);
  return gateComparison(compareGroups(from.group, to.group, settings, { ...options, withheld }), from, to);
}

/** A part of a whole, and the rest of the whole without it. */
export interface GatedPart extends GatedGroup {
  readonly name: string;
  /** The whole without the part. */
  readonly restGroup: Group;
  /** What may be shown of the rest: see `gateRestResult`. */
  readonly rest: GatedUnitResult;
}

/** Compares each part with the rest of its whole; all parts are judged as one family. */
export function compareGatedParts(
  whole: Group,
  parts: readonly GatedPart[],
  settings: AnalysisSettings,
): (GatedGroupComparison<RestComparison['items'][number]> & { readonly name: string })[] {
  const compared = compareUnitsWithRest(
    whole,
    parts.map(({ name, group, gated, rest, restGroup }) => ({
      name,
      group,
      rest: restGroup,
      withheld: withheldOf(gated, rest),
    })),
    settings,
  );
  return compared.map((comparison, at) => {
    const { rest, gated } = parts[at] ?? {};
    if (rest === undefined || gated === undefined) throw new RangeError('A comparison has no part.');
    return { name: comparison.name, ...gateComparison(comparison, { gated: rest }, { gated }) };
  });
}

/** What may not be told of a comparison of these. */
function withheldOf(...sides: readonly GatedUnitResult[]): Withheld {
  const codes = (field: 'mean' | 'dontKnowPercent'): ReadonlySet<ItemCode> =>
    new Set(
      sides.flatMap(({ items }) =>
        items.filter(({ hidden }) => hidden[field] !== undefined).map(({ code }) => code),
      ),
    );
  return {
    items: codes('mean'),
    dontKnow: codes('dontKnowPercent'),
    gate: sides.some(({ hidden }) => hidden.gateYesPercent !== undefined),
  };
}

function gateComparison<Item extends ItemDifference>(
  comparison: Omit<GroupComparison, 'items'> & { readonly items: readonly Item[] },
  { gated: from }: Pick<GatedGroup, 'gated'>,
  { gated: to }: Pick<GatedGroup, 'gated'>,
): GatedGroupComparison<Item> {
  const { maturity, dimensions, categories, items, gateYesPercent, notComparable, assumptions } = comparison;
  const side = ({ maturityPercent, hidden }: GatedUnitResult): ShownValue => ({
    value: maturityPercent,
    reason: hidden.maturityPercent,
  });
  const before = sidesByCode(from);
  const after = sidesByCode(to);
  const coded = <Figure extends FigureDifference & { readonly code: string }>(figure: Figure) =>
    gateDifference(figure, before.get(figure.code), after.get(figure.code));
  const fromItems = itemsByCode(from);
  const toItems = itemsByCode(to);
  return {
    maturity: gateDifference(maturity, side(from), side(to)),
    dimensions: dimensions.map(coded),
    categories: categories.map(coded),
    items: items.map((item) => gateItem(item, fromItems.get(item.code), toItems.get(item.code))),
    gateYesPercent: gateShare(
      gateYesPercent,
      { value: from.gateYesPercent, reason: from.hidden.gateYesPercent },
      { value: to.gateYesPercent, reason: to.hidden.gateYesPercent },
    ),
    notComparable,
    assumptions,
  };
}

interface ShownValue {
  readonly value: number | null;
  readonly reason: HidingReason | undefined;
}

function sidesByCode({ dimensions, categories }: GatedUnitResult): ReadonlyMap<string, ShownValue> {
  return new Map(
    [...dimensions, ...categories].map(({ code, percent, hidden }) => [
      code,
      { value: percent, reason: hidden.percent },
    ]),
  );
}

const hiddenDifference = {
  difference: null,
  standardError: null,
  df: null,
  t: null,
  p: null,
  pAdjusted: null,
  ciLow: null,
  ciHigh: null,
  pUncorrected: null,
  firm: false,
  verdict: null,
  sentence: hidingReasonText('rests-on-hidden'),
} as const;

function gateDifference<Figure extends FigureDifference>(
  figure: Figure,
  from: ShownValue | undefined,
  to: ShownValue | undefined,
): GatedDifference<Figure> {
  const fromReason = from?.reason;
  const toReason = to?.reason;
  if (fromReason === undefined && toReason === undefined) return { ...figure, hidden: {} };
  return {
    ...figure,
    ...hiddenDifference,
    from: from?.value ?? null,
    to: to?.value ?? null,
    hidden: {
      ...(fromReason !== undefined && { from: fromReason }),
      ...(toReason !== undefined && { to: toReason }),
      difference: 'rests-on-hidden',
    },
  };
}

function gateItem<Item extends ItemDifference>(
  item: Item,
  from: GatedItemScore | undefined,
  to: GatedItemScore | undefined,
): GatedItemDifference<Item> {
  const isHidden = (field: 'mean' | 'dontKnowPercent'): boolean =>
    from?.hidden[field] !== undefined || to?.hidden[field] !== undefined;
  const hidesMean = isHidden('mean');
  const hidesDontKnow = isHidden('dontKnowPercent');
  const dontKnow = hidesDontKnow ? hiddenShare(from?.dontKnowPercent, to?.dontKnowPercent) : item.dontKnow;
  const sideOf = (side: GatedItemScore | undefined) => ({
    mean: side?.mean ?? null,
    n: side?.n ?? null,
    sd: side?.sd ?? null,
  });
  return {
    ...item,
    ...(hidesMean && { ...hiddenDifference, cohensD: null, from: sideOf(from), to: sideOf(to) }),
    ...(hidesMean && 'differenceFromWhole' in item && { differenceFromWhole: null }),
    dontKnow,
    hidden: {
      ...(hidesMean && { difference: 'rests-on-hidden' as const }),
      ...(hidesDontKnow && { dontKnow: 'rests-on-hidden' as const }),
    },
  };
}

function gateShare(
  share: GroupComparison['gateYesPercent'],
  from: ShownValue,
  to: ShownValue,
): GroupComparison['gateYesPercent'] {
  if (from.reason === undefined && to.reason === undefined) return share;
  return { ...hiddenShare(from.value, to.value), sentence: hidingReasonText('rests-on-hidden') };
}

function hiddenShare(from: number | null | undefined, to: number | null | undefined): ShareDifference {
  return { from: from ?? null, to: to ?? null, difference: null, ciLow: null, ciHigh: null };
}

/** Two years of a whole compared both ways; `weighted` is null with the reason. */
export interface GatedWholeComparison {
  readonly unweighted: GatedGroupComparison;
  readonly weighted: Omit<GatedWeighted<WeightedDifference>, 'strata'> | null;
  readonly unweightable: UnweightableReason | null;
}

/** Compares two years of a whole, as the respondents give them and weighted. */
export function compareGatedWholes(
  from: GatedWhole,
  to: GatedWhole,
  settings: AnalysisSettings,
  options: Omit<ComparisonOptions, 'withheld'> = {},
): GatedWholeComparison {
  const withheld = withheldOf(from.gated, to.gated);
  const { unweighted, weighted, unweightable } = compareWholes(from, to, settings, { ...options, withheld });
  return { unweighted: gateComparison(unweighted, from, to), weighted, unweightable };
}
