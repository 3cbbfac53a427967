import type { Verdict } from '../comparison/verdicts.ts';
import type { HiddenFields, ItemVerdict, ShareChange } from '../insights/figures.ts';
import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { UnitId } from '../survey/units.ts';
import type { Conclusion, Decision } from './conclusion.ts';
import { conclusionsToFollowUp, textBefore } from './conclusion.ts';
import { draftParagraph, gateSentence, itemSentence, rateSentence } from './paragraph.ts';

/** What changed for a group (the whole or a unit) since the year compared with, past the small-group gate. */
export interface GroupChanges {
  readonly since: number;
  readonly items: readonly (ItemVerdict & { readonly hidden?: HiddenFields })[];
  /** Percent yes to the gate question. */
  readonly gate: ShareChange & { readonly hidden?: HiddenFields };
  /** Percent; counted and not sampled, so without an interval. */
  readonly responseRate: { readonly from: number | null; readonly to: number | null };
}

/** How one of the figures that a conclusion rests on has changed; `hidden` names what may not be shown, and why. */
export type FigureChange =
  | {
      readonly kind: 'item';
      readonly item: ItemCode;
      readonly name: string;
      readonly mean: {
        readonly from: number | null;
        readonly to: number | null;
        readonly difference: number | null;
      };
      readonly dontKnow: ShareChange;
      readonly verdict: Verdict | null;
      readonly firm: boolean | null;
      readonly sentence: string;
      readonly hidden: { readonly mean?: string; readonly dontKnow?: string };
    }
  | {
      readonly kind: 'gate-share';
      readonly share: ShareChange;
      readonly sentence: string;
      readonly hidden: { readonly share?: string };
    }
  | {
      readonly kind: 'response-rate';
      readonly from: number | null;
      readonly to: number | null;
      readonly difference: number | null;
      readonly sentence: string;
    };

/** What the verdicts of a conclusion's items and shares say together. */
export const figureDirections = ['better', 'worse', 'unchanged', 'mixed', 'unknown'] as const;
export type FigureDirection = (typeof figureDirections)[number];

/** A conclusion of an earlier year, beside what its figures did. */
export interface FollowUp {
  readonly conclusion: Conclusion;
  /** The conclusion as it read before this follow-up. */
  readonly standingText: string;
  readonly since: number | null;
  readonly changes: readonly FigureChange[];
  readonly direction: FigureDirection;
  /** The analyst's decision in this year's follow-up; null until it is made. */
  readonly decision: Decision | null;
  /** Made anew from the figures each time. */
  readonly draft: string;
  /** The analyst's own paragraph where there is one, else the draft. */
  readonly text: string;
  readonly isOwnText: boolean;
  /** True when the draft reads otherwise than when the analyst wrote their own text. */
  readonly draftHasChanged: boolean;
}

/** What a year's follow-up is made from. */
export interface FollowUpInput {
  readonly instrument: Instrument;
  readonly year: number;
  /** Every conclusion of the workspace. */
  readonly conclusions: readonly Conclusion[];
  /** The changes of the whole (null) or of a unit; null where the years do not compare or have no result. */
  readonly changesOf: (unit: UnitId | null) => GroupChanges | null;
}

/** Follows up every conclusion that stands when `year` comes, each with a draft; own texts stay as they are. */
export function followUp(input: FollowUpInput): FollowUp[] {
  return conclusionsToFollowUp(input.conclusions, input.year).map((conclusion) => {
    const group = input.changesOf(conclusion.unit);
    const changes = group === null ? [] : changesOf(conclusion, group, input.instrument);
    const decision = conclusion.decisions.find(({ year }) => year === input.year) ?? null;
    const direction = directionOf(changes);
    const draft = draftParagraph({ conclusion, year: input.year, changes, direction, decision });
    const own = conclusion.paragraphs.find(({ year }) => year === input.year);
    return {
      conclusion,
      standingText: textBefore(conclusion, input.year),
      since: group?.since ?? null,
      changes,
      direction,
      decision,
      draft,
      text: own?.text ?? draft,
      isOwnText: own !== undefined,
      draftHasChanged: own !== undefined && own.draft !== draft,
    };
  });
}

function changesOf(
  { basis }: Conclusion,
  { since, items, gate, responseRate }: GroupChanges,
  instrument: Instrument,
): FigureChange[] {
  return basis.map((figure): FigureChange => {
    switch (figure.kind) {
      case 'item':
        return itemChange(
          figure.item,
          items.find(({ code }) => code === figure.item),
          since,
          instrument,
        );
      case 'gate-share':
        return gateChange(gate, since, instrument);
      case 'response-rate': {
        const { from, to } = responseRate;
        return {
          kind: 'response-rate',
          from,
          to,
          difference: from === null || to === null ? null : to - from,
          sentence: rateSentence(responseRate, since, instrument),
        };
      }
    }
  });
}

const unknownShare: ShareChange = { from: null, to: null, difference: null, ciLow: null, ciHigh: null };

function gateChange(
  { hidden, ...share }: GroupChanges['gate'],
  since: number,
  instrument: Instrument,
): FigureChange {
  const [reason] = Object.values(hidden ?? {});
  return {
    kind: 'gate-share',
    share,
    sentence: gateSentence(share, since, instrument),
    hidden: reason === undefined ? {} : { share: reason },
  };
}

function itemChange(
  item: ItemCode,
  verdict: GroupChanges['items'][number] | undefined,
  since: number,
  instrument: Instrument,
): FigureChange {
  const { difference, dontKnow } = verdict?.hidden ?? {};
  return {
    kind: 'item',
    item,
    name: instrument.items.find(({ code }) => code === item)?.name.sv ?? item,
    mean: {
      from: verdict?.from.mean ?? null,
      to: verdict?.to.mean ?? null,
      difference: verdict?.difference ?? null,
    },
    dontKnow: verdict?.dontKnow ?? unknownShare,
    verdict: verdict?.verdict ?? null,
    firm: verdict?.firm ?? null,
    sentence: itemSentence(item, verdict, since, instrument),
    hidden: {
      ...(difference !== undefined && { mean: difference }),
      ...(dontKnow !== undefined && { dontKnow }),
    },
  };
}

/**
 * The response rate says how well the figures are founded and not how mature anyone is, and a share of vet ej
 * may rise for good or ill: neither takes part.
 */
function directionOf(changes: readonly FigureChange[]): FigureDirection {
  const signs = changes.flatMap((change): number[] => {
    if (change.kind === 'response-rate') return [];
    if (change.kind === 'gate-share') {
      const { ciLow, ciHigh } = change.share;
      return ciLow === null || ciHigh === null ? [] : [ciLow > 0 ? 1 : ciHigh < 0 ? -1 : 0];
    }
    if (change.verdict === 'risen') return [1];
    if (change.verdict === 'fallen') return [-1];
    return change.verdict === 'within-uncertainty' ? [0] : [];
  });
  if (signs.length === 0) return 'unknown';
  const rises = signs.includes(1);
  const falls = signs.includes(-1);
  if (rises && falls) return 'mixed';
  return rises ? 'better' : falls ? 'worse' : 'unchanged';
}
