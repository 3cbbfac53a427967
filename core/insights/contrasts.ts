import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import { swedishPercent } from '../numbers.ts';
import type { Certainty, ItemVerdict, ShareChange } from './figures.ts';
import { compareCertainty, itemName, itemPlace, pointsOf, shownMean } from './figures.ts';
import { certaintyClause } from './movements.ts';

/** Two groups that share no respondent: those involved in decisions and those not, a role and the rest. */
export interface ContrastInput {
  readonly instrument: Instrument;
  /** As it begins a sentence: "De som är inblandade i beslut". */
  readonly group: string;
  /** As it stands within one: "övriga". */
  readonly others: string;
  /** The others (`from`) against the group (`to`), having passed the small-group gate. */
  readonly verdicts: readonly ItemVerdict[];
}

/** How the group answers one item beside the others. */
export interface Contrast {
  readonly code: ItemCode;
  readonly groupMean: number;
  readonly othersMean: number;
  /** Percentage points that the group stands above the others; negative below. */
  readonly abovePoints: number;
  readonly certainty: Certainty;
  readonly dontKnow: ShareChange;
  readonly sentence: string;
}

/** Where two groups part, and where one of them knows more. */
export interface Contrasts {
  readonly group: string;
  readonly others: string;
  /** Surest first, then the widest difference, then the instrument's order. */
  readonly items: readonly Contrast[];
  /** Items whose vet ej shares part for sure (the interval leaves 0 out), the widest first. */
  readonly dontKnow: readonly {
    readonly code: ItemCode;
    readonly share: ShareChange;
    readonly sentence: string;
  }[];
  /** Items that cannot be shown for one of the groups. */
  readonly notShown: readonly ItemCode[];
}

/** Sets a group beside the others, item by item. */
export function contrasts(input: ContrastInput): Contrasts {
  const { instrument, group, others, verdicts } = input;
  const items = verdicts.flatMap((verdict) => contrastOf(verdict, input) ?? []);
  items.sort(
    (a, b) =>
      compareCertainty(a.certainty, b.certainty) ||
      Math.abs(b.abovePoints) - Math.abs(a.abovePoints) ||
      itemPlace(a.code, instrument) - itemPlace(b.code, instrument),
  );
  const told = new Set(items.map(({ code }) => code));
  return {
    group,
    others,
    items,
    dontKnow: dontKnowContrasts(input),
    notShown: verdicts.filter(({ code }) => !told.has(code)).map(({ code }) => code),
  };
}

function contrastOf(verdict: ItemVerdict, { instrument, group, others }: ContrastInput): Contrast | null {
  const { code, from, to, difference } = verdict;
  if (from.mean === null || to.mean === null || difference === null) return null;
  const parts = verdict.verdict === 'risen' || verdict.verdict === 'fallen';
  const certainty = !parts ? 'unsure' : verdict.firm === true ? 'firm' : 'among-invited';
  const groupMean = shownMean(to.mean, instrument);
  const othersMean = shownMean(from.mean, instrument);
  return {
    code,
    groupMean: to.mean,
    othersMean: from.mean,
    abovePoints: pointsOf(difference, instrument),
    certainty,
    dontKnow: verdict.dontKnow,
    sentence: `${group} svarar i medeltal ${groupMean} på ${itemName(code, instrument)} och ${others} ${othersMean}; ${certaintyClause('skillnaden', certainty)}.`,
  };
}

function dontKnowContrasts({ instrument, group, others, verdicts }: ContrastInput): Contrasts['dontKnow'] {
  const { percentDecimals, rounding } = instrument.display;
  const text = (value: number | null): string => swedishPercent(value, percentDecimals, rounding);
  return verdicts
    .filter(({ dontKnow: { ciLow, ciHigh } }) => (ciLow ?? 0) > 0 || (ciHigh ?? 0) < 0)
    .map(({ code, dontKnow }) => ({
      code,
      share: dontKnow,
      sentence: `${group} svarar vet ej i ${text(dontKnow.to)} av fallen på ${itemName(code, instrument)}, ${others} i ${text(dontKnow.from)}.`,
    }))
    .sort(
      (a, b) =>
        Math.abs(b.share.difference ?? 0) - Math.abs(a.share.difference ?? 0) ||
        itemPlace(a.code, instrument) - itemPlace(b.code, instrument),
    );
}
