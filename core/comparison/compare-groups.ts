import type { ItemCode } from '../instrument/instrument.ts';
import type { ComparisonAssumptions } from './assumptions.ts';
import { comparisonAssumptions } from './assumptions.ts';
import { incomparableComposites, incomparableItem } from './comparability.ts';
import type { IncomparableReason } from './compare.ts';
import { cohensD } from './difference.ts';
import type { Group } from './group.ts';
import type { FigureDifference, FigurePair, JudgedFigures } from './judged-figures.ts';
import { draftFigures, judgeTogether } from './judged-figures.ts';
import type { MeasuredGroup, MeasuredItem } from './measure.ts';
import { measureGroup, nothingMeasured } from './measure.ts';
import type { Share, ShareDifference } from './proportions.ts';
import { newcombe } from './proportions.ts';
import type { Wording } from './sentences.ts';
import { shareSentence } from './sentences.ts';
import type { AnalysisSettings } from './settings.ts';
import { defaultAnalysisSettings } from './settings.ts';
import type { NotComparable } from './verdicts.ts';
import type { Withheld } from './withheld.ts';
import { withoutWithheld } from './withheld.ts';

/** An item of one side; turned for a reversed item. `n` is null for a figure without answers behind it. */
export interface ItemSide {
  readonly mean: number | null;
  readonly n: number | null;
  /** Sample standard deviation (n − 1). */
  readonly sd: number | null;
}

/** An item on both sides: its means on the scale, their difference, and what became of "vet ej". */
export interface ItemDifference extends Omit<FigureDifference, 'from' | 'to'> {
  readonly code: ItemCode;
  readonly from: ItemSide;
  readonly to: ItemSide;
  /** The difference in standard deviations. */
  readonly cohensD: number | null;
  /** In percent and percentage points. */
  readonly dontKnow: ShareDifference;
}

/** A share on both sides in words too. */
export interface GateDifference extends ShareDifference {
  readonly sentence: string;
}

/** Everything that differs between two groups, and how sure that is. */
export interface GroupComparison extends Omit<JudgedFigures, 'items'> {
  /** Why categories, dimensions and maturity do not compare; null when they do. */
  readonly notComparable: NotComparable | null;
  readonly items: readonly ItemDifference[];
  readonly gateYesPercent: GateDifference;
  readonly assumptions: ComparisonAssumptions;
}

/** What a comparison is told beside the two groups. */
export interface ComparisonOptions {
  /** Two years unless told otherwise. */
  readonly wording?: Wording;
  /** A reason from outside why nothing of the two compares, such as `reorganised`. */
  readonly notComparable?: IncomparableReason;
  /** What may not be told of either side. */
  readonly withheld?: Withheld;
}

/**
 * Compares two groups of different people: a unit in two years, two units, two roles (S1, S2). A unit is never
 * compared so with a whole that holds it: see `compareWithRest`.
 */
export function compareGroups(
  from: Group,
  to: Group,
  settings: AnalysisSettings = defaultAnalysisSettings,
  options: ComparisonOptions = {},
): GroupComparison {
  const pair = pairOf(measureGroup(from, settings), measureGroup(to, settings), options);
  const drafted = draftFigures(pair, settings);
  return comparisonOf(pair, judgeTogether([drafted], settings)(drafted), settings);
}

/** Two measured groups to be compared. */
export interface GroupPair extends FigurePair<MeasuredItem> {
  readonly from: MeasuredGroup;
  readonly to: MeasuredGroup;
  /** Also shares of an item do not compare. */
  readonly isApart: boolean;
}

/** What `compareGroups` tests of two measured groups. */
export function pairOf(
  allOfFrom: MeasuredGroup,
  allOfTo: MeasuredGroup,
  options: ComparisonOptions,
): GroupPair {
  const { withheld } = options;
  const from = withheld === undefined ? allOfFrom : withoutWithheld(allOfFrom, withheld);
  const to = withheld === undefined ? allOfTo : withoutWithheld(allOfTo, withheld);
  const given: NotComparable | null =
    options.notComparable === undefined ? null : { reason: options.notComparable, items: [] };
  const before = from.group.instrument;
  const after = to.group.instrument;
  return {
    from,
    to,
    instrument: after,
    wording: options.wording ?? { sides: 'years' },
    isApart: given !== null,
    incomparableComposites: given ?? incomparableComposites(from, to),
    incomparableItem: (code) => given ?? incomparableItem(code, before, after),
  };
}

/** Puts together what was judged of two groups with what is not tested. */
export function comparisonOf(
  pair: GroupPair,
  judged: JudgedFigures,
  settings: AnalysisSettings,
): GroupComparison {
  const { from, to, wording, instrument } = pair;
  const share = (a: Share, b: Share): ShareDifference => {
    const difference = newcombe(a, b, settings.level);
    return pair.isApart ? { ...difference, difference: null, ciLow: null, ciHigh: null } : difference;
  };
  const before = new Map(from.items.map((item) => [item.code, item]));
  const after = new Map(to.items.map((item) => [item.code, item]));
  const gate = share(from.gateYes, to.gateYes);
  return {
    ...judged,
    notComparable: pair.incomparableComposites,
    items: judged.items.map((item) => {
      const a = before.get(item.code) ?? notAsked;
      const b = after.get(item.code) ?? notAsked;
      return {
        ...item,
        from: itemSide(a),
        to: itemSide(b),
        cohensD: cohensD(item.difference, { n: a.answers, sd: a.sd }, { n: b.answers, sd: b.sd }),
        dontKnow: share(a.dontKnow, b.dontKnow),
      };
    }),
    gateYesPercent: { ...gate, sentence: shareSentence(gateLabel, gate, wording, instrument) },
    assumptions: comparisonAssumptions(wording.sides, from.sampling, to.sampling, settings),
  };
}

const gateLabel = 'Andelen som är delaktiga i beslut';

const notAsked = { ...nothingMeasured, sd: null, dontKnow: { count: 0, of: 0 } };

function itemSide({ value, answers, sd }: Pick<MeasuredItem, 'value' | 'answers' | 'sd'>): ItemSide {
  return { mean: value, n: answers, sd };
}
