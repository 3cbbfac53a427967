import type { Estimate, GroupEstimates, ItemEstimate } from '../comparison/estimates.ts';
import { estimateGroup } from '../comparison/estimates.ts';
import type { Group } from '../comparison/group.ts';
import type { ShareEstimate } from '../comparison/proportions.ts';
import type { AnalysisSettings } from '../comparison/settings.ts';
import type { Stratum, UnweightableReason } from '../comparison/strata.ts';
import type { StratumCount, WeightedEstimate, WholeEstimates } from '../comparison/weighted-whole.ts';
import { estimateWhole } from '../comparison/weighted-whole.ts';
import type { CategoryCode, DimensionCode, ItemCode } from '../instrument/instrument.ts';
import type { GatedItemScore, GatedUnitResult, HiddenFields } from './gated.ts';
import type { HidingReason } from './reasons.ts';

/** Intervals of groups that have passed the gate: what it hides comes out as null, named in `hidden` (rule P11). */

/** A group's tally, which stays here, beside what may be shown of it. */
export interface GatedGroup {
  readonly group: Group;
  readonly gated: GatedUnitResult;
}

/** An estimate whose value may be hidden, and all that goes with it. */
type GatedEstimate<Figure extends Estimate> = Figure & { readonly hidden: HiddenFields<'value'> };

/** A `GroupEstimates` that may leave the program. */
export interface GatedEstimates extends Pick<GroupEstimates, 'assumptions'> {
  readonly maturity: GatedEstimate<Estimate>;
  readonly dimensions: readonly GatedEstimate<Estimate & { readonly code: DimensionCode }>[];
  readonly categories: readonly GatedEstimate<Estimate & { readonly code: CategoryCode }>[];
  readonly items: readonly (Omit<GatedEstimate<ItemEstimate>, 'n'> & { readonly n: number | null })[];
  readonly gateYesPercent: ShareEstimate;
}

/** Every figure of a group with its interval. */
export function estimateGated({ group, gated }: GatedGroup, settings: AnalysisSettings): GatedEstimates {
  return gateEstimates(estimateGroup(group, settings), gated);
}

function gateEstimates(estimates: GroupEstimates, gated: GatedUnitResult): GatedEstimates {
  const reasons = reasonsByCode(gated);
  const items = itemsByCode(gated);
  return {
    maturity: gateEstimate(estimates.maturity, gated.hidden.maturityPercent),
    dimensions: estimates.dimensions.map((figure) => gateEstimate(figure, reasons.get(figure.code))),
    categories: estimates.categories.map((figure) => gateEstimate(figure, reasons.get(figure.code))),
    items: estimates.items.map((item) => {
      const { hidden } = items.get(item.code) ?? {};
      return {
        ...gateEstimate(item, hidden?.mean),
        ...(hidden?.mean !== undefined && { n: null, sd: null }),
        dontKnow: hidden?.dontKnowPercent === undefined ? item.dontKnow : hiddenEstimateOfShare,
      };
    }),
    gateYesPercent:
      gated.hidden.gateYesPercent === undefined ? estimates.gateYesPercent : hiddenEstimateOfShare,
    assumptions: estimates.assumptions,
  };
}

const hiddenEstimateOfShare: ShareEstimate = { percent: null, ciLow: null, ciHigh: null };

function reasonsByCode({ dimensions, categories }: GatedUnitResult): ReadonlyMap<string, HidingReason> {
  return new Map(
    [...dimensions, ...categories].flatMap(({ code, hidden }) =>
      hidden.percent === undefined ? [] : [[code, hidden.percent] as const],
    ),
  );
}

function gateEstimate<Figure extends Estimate>(
  figure: Figure,
  reason: HidingReason | undefined,
): GatedEstimate<Figure> {
  if (reason === undefined) return { ...figure, hidden: {} };
  return {
    ...figure,
    value: null,
    standardError: null,
    df: null,
    ciLow: null,
    ciHigh: null,
    hidden: { value: reason },
  };
}

/** A whole with the strata it is weighted by, which are groups that may be told apart (rule P7). */
export interface GatedWhole extends GatedGroup {
  readonly strata: readonly Stratum[];
}

/** A whole both ways; `weighted` is null with the reason. Figures that are hidden have null values. */
export interface GatedWholeEstimates {
  readonly unweighted: GatedEstimates;
  readonly weighted: GatedWeighted<WeightedEstimate> | null;
  readonly unweightable: UnweightableReason | null;
}

/** The weighted composites and items, in the order of the instrument, with the strata and what is to be said. */
export interface GatedWeighted<Figure> {
  readonly maturity: Figure;
  readonly dimensions: readonly (Figure & { readonly code: DimensionCode })[];
  readonly categories: readonly (Figure & { readonly code: CategoryCode })[];
  readonly items: readonly (Figure & { readonly code: ItemCode })[];
  readonly strata: readonly StratumCount[];
  readonly notes: readonly string[];
}

/** The figures of a whole as its respondents give them, and weighted to the invited of each stratum. */
export function estimateGatedWhole(
  { group, gated, strata }: GatedWhole,
  settings: AnalysisSettings,
): GatedWholeEstimates {
  const { unweighted, weighted, unweightable } = estimateWhole({ group, strata }, settings);
  return {
    unweighted: gateEstimates(unweighted, gated),
    weighted: weighted === null ? null : gateWeighted(weighted, gated),
    unweightable,
  };
}

function gateWeighted(
  weighted: NonNullable<WholeEstimates['weighted']>,
  gated: GatedUnitResult,
): GatedWeighted<WeightedEstimate> {
  const reasons = reasonsByCode(gated);
  const items = itemsByCode(gated);
  const masked = <Figure extends WeightedEstimate>(
    figure: Figure,
    reason: HidingReason | undefined,
  ): Figure =>
    reason === undefined ? figure : { ...gateEstimate(figure, reason), unweighted: null, remark: null };
  return {
    ...weighted,
    maturity: masked(weighted.maturity, gated.hidden.maturityPercent),
    dimensions: weighted.dimensions.map((figure) => masked(figure, reasons.get(figure.code))),
    categories: weighted.categories.map((figure) => masked(figure, reasons.get(figure.code))),
    items: weighted.items.map((figure) => masked(figure, items.get(figure.code)?.hidden.mean)),
  };
}

/** A unit's items by their codes. */
export function itemsByCode({ items }: GatedUnitResult): ReadonlyMap<ItemCode, GatedItemScore> {
  return new Map(items.map((item) => [item.code, item]));
}
