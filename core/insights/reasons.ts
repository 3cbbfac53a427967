import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { Certainty, ItemFigures, ItemVerdict } from './figures.ts';
import { certainties, compareCertainty } from './figures.ts';
import { percentOfScale } from '../scoring/score.ts';
import type { InsightLimits } from './limits.ts';
import { movementOf } from './movements.ts';

/** The three reasons for which analysts pick an item. */
export const reasonKinds = ['low', 'fallen', 'dont-know'] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** The part of a reason's rule that held; several may. */
export const reasonGrounds = [
  'under-limit',
  'among-lowest',
  'verdict',
  'beyond-limit',
  'over-limit',
  'risen',
] as const;
export type ReasonGround = (typeof reasonGrounds)[number];

/** One reason that holds for an item, and how sure it is. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly grounds: readonly ReasonGround[];
  /** Of several grounds the surest counts. */
  readonly certainty: Certainty;
}

/** What the reasons of a group's items are judged by. */
export interface ReasonInput {
  readonly instrument: Instrument;
  readonly limits: InsightLimits;
  readonly items: readonly ItemFigures[];
  /** Each item since the year before; empty where there is none. */
  readonly changes: readonly ItemVerdict[];
  /** True when the items' intervals carry the finite population correction, and so speak of the invited only. */
  readonly correctedIntervals: boolean;
}

type Ground = readonly [ground: ReasonGround, certainty: Certainty];

/** Gives the reasons that hold for an item, in the order of {@link reasonKinds}. */
export function reasonsOf(input: ReasonInput): (item: ItemFigures) => Reason[] {
  const lowest = lowestItems(input.items, input.limits.lowestCount);
  const changes = new Map(input.changes.map((change) => [change.code, change]));
  return (item) => {
    const change = changes.get(item.code);
    const grounds = {
      low: lowGrounds(item, lowest, input),
      fallen: fallenGrounds(change, input),
      'dont-know': dontKnowGrounds(item, change, input),
    } as const satisfies Record<ReasonKind, readonly Ground[]>;
    return reasonKinds.flatMap((kind) => {
      const held = grounds[kind];
      if (held.length === 0) return [];
      const surest = held.map(([, certainty]) => certainty).sort(compareCertainty)[0];
      return [{ kind, grounds: held.map(([ground]) => ground), certainty: surest ?? 'unsure' }];
    });
  };
}

/** The `count` items with the lowest percents; all that tie at the last place. */
function lowestItems(items: readonly ItemFigures[], count: number): ReadonlySet<ItemCode> {
  const known = items.flatMap(({ code, percent }) => (percent === null ? [] : [{ code, percent }]));
  const last = known.map(({ percent }) => percent).sort((a, b) => a - b)[Math.min(count, known.length) - 1];
  if (last === undefined) return new Set();
  return new Set(known.filter(({ percent }) => percent <= last).map(({ code }) => code));
}

/**
 * Under the limit is sure when the whole interval is under it. To be among the lowest is a place in a list
 * and not tested: it is never sure by itself.
 */
function lowGrounds(
  item: ItemFigures,
  lowest: ReadonlySet<ItemCode>,
  { limits, instrument, correctedIntervals }: ReasonInput,
): Ground[] {
  const { percent, ciHigh = null } = item;
  if (percent === null) return [];
  const sure = ciHigh !== null && percentOfScale(ciHigh, instrument) < limits.lowPercent;
  const whenSure = correctedIntervals ? 'among-invited' : 'firm';
  return [
    ...(percent < limits.lowPercent ? [['under-limit', sure ? whenSure : 'unsure'] as const] : []),
    ...(lowest.has(item.code) ? [['among-lowest', 'unsure'] as const] : []),
  ];
}

function fallenGrounds(change: ItemVerdict | undefined, { limits, instrument }: ReasonInput): Ground[] {
  const movement = change === undefined ? null : movementOf(change, limits, instrument);
  if (movement?.direction !== 'fallen') return [];
  const { certainty } = movement;
  return [[certainty === 'unsure' ? 'beyond-limit' : 'verdict', certainty]];
}

/** Intervals of shares carry no finite population correction: what they leave out is left out firmly. */
function dontKnowGrounds(
  { dontKnowPercent, dontKnowCiLow = null }: ItemFigures,
  change: ItemVerdict | undefined,
  { limits }: ReasonInput,
): Ground[] {
  if (dontKnowPercent === null) return [];
  const grounds: Ground[] = [];
  if (dontKnowPercent > limits.dontKnowPercent) {
    const isOver = dontKnowCiLow !== null && dontKnowCiLow > limits.dontKnowPercent;
    grounds.push(['over-limit', isOver ? 'firm' : 'unsure']);
  }
  const rise = change?.dontKnow.difference ?? null;
  const riseAtLeast = change?.dontKnow.ciLow ?? null;
  if (rise !== null && riseAtLeast !== null && riseAtLeast > 0) grounds.push(['risen', 'firm']);
  else if (rise !== null && rise > limits.dontKnowRisePoints) grounds.push(['risen', 'unsure']);
  return grounds;
}

/** The surest of several reasons; `unsure` where there is none. */
export function surestOf(reasons: readonly Reason[]): Certainty {
  return (
    certainties.find((certainty) => reasons.some((reason) => reason.certainty === certainty)) ?? 'unsure'
  );
}
