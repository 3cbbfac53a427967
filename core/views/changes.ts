import type { Change, Mark, ShownValue, Texts } from '../api.ts';
import type { Verdict } from '../comparison/verdicts.ts';
import { writtenDifference } from '../figures/written.ts';
import type { HidingReason } from '../privacy/reasons.ts';
import type { Display } from './words.ts';
import { valueText } from './words.ts';

/** Differences as screens show them: numbers, the verdict's mark, and one sentence in both languages. */

/** How the two sides are spoken of. */
export type Sides =
  | { readonly kind: 'years' }
  /** As they stand after "för" and "for". */
  | { readonly kind: 'groups'; readonly from: Texts; readonly to: Texts };

/** A difference as the analysis gives it. */
export interface Found {
  readonly from: ShownValue;
  readonly to: ShownValue;
  readonly difference: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** Null where it is hidden, or nothing could be tested. */
  readonly verdict: Verdict | null;
  readonly firm: boolean;
  /** The comparison's own sentence; null where it made none. */
  readonly sentence: string | null;
}

/** What a difference is of. */
export interface Subject {
  /** At the start of a sentence: "Medelvärdet", "The mean". */
  readonly label: Texts;
  readonly unit: 'mean' | 'percent';
  readonly sides: Sides;
  readonly display: Display;
}

export function changeOf(found: Found, subject: Subject): Change {
  const { from, to, difference, ciLow, ciHigh, verdict, sentence } = found;
  const english = englishSentence(found, subject);
  return {
    from,
    to,
    difference,
    ciLow,
    ciHigh,
    verdict,
    mark: markOf(found, subject),
    sentence: { sv: sentence ?? swedishSentence(found, subject), en: english },
  };
}

/** How sure a change is: `firm` and `among-invited` where there is a verdict that something differs. */
export type Sureness = 'firm' | 'among-invited' | null;

/** Null for a difference that is within its uncertainty, hidden, or not tested. */
export function surenessOf({ verdict, mark }: Pick<Change, 'verdict' | 'mark'>): Sureness {
  if (verdict !== 'risen' && verdict !== 'fallen') return null;
  return mark.certainty === 'firm' ? 'firm' : 'among-invited';
}

/** The mark of a difference: a hollow one for a difference within the uncertainty, a circle for none to see. */
export function markOf(found: Found, subject: Pick<Subject, 'unit' | 'display'>): Mark {
  const shape = shapeOf(found, subject);
  const isSure = found.verdict === 'risen' || found.verdict === 'fallen';
  const certainty = isSure ? (found.firm ? 'firm' : 'among-invited') : 'unsure';
  return { shape, certainty, words: markWords(shape, certainty) };
}

function shapeOf(
  { from, to, difference, verdict }: Found,
  { unit, display }: Pick<Subject, 'unit' | 'display'>,
): Mark['shape'] {
  if (from.hidden !== null || to.hidden !== null) return 'hidden';
  if (verdict === 'not-comparable') return 'not-comparable';
  if (difference === null) return 'missing';
  if (verdict === 'risen') return 'up';
  if (verdict === 'fallen') return 'down';
  if (verdict === 'too-few') return 'too-few';
  const shown = writtenDifference(difference, unit, display);
  return shown === 0 ? 'none' : shown > 0 ? 'up' : 'down';
}

const certaintyWords = {
  firm: { sv: 'säkert', en: 'certainly' },
  'among-invited': { sv: 'bland dem som var inbjudna då', en: 'among those invited then' },
  unsure: { sv: 'inom osäkerheten', en: 'within the uncertainty' },
} as const;

function markWords(shape: Mark['shape'], certainty: Mark['certainty']): Texts {
  const sure = certaintyWords[certainty];
  switch (shape) {
    case 'up':
    case 'down': {
      const word = shape === 'up' ? { sv: 'högre', en: 'higher' } : { sv: 'lägre', en: 'lower' };
      return certainty === 'firm'
        ? { sv: `säkert ${word.sv}`, en: `${sure.en} ${word.en}` }
        : { sv: `${word.sv}, ${sure.sv}`, en: `${word.en}, ${sure.en}` };
    }
    case 'none':
      return { sv: 'ingen förändring som syns', en: 'no change to be seen' };
    case 'too-few':
      return { sv: 'för få svar för en slutsats', en: 'too few answers for a conclusion' };
    case 'not-comparable':
      return { sv: 'går inte att jämföra', en: 'not comparable' };
    case 'hidden':
      return { sv: 'visas inte', en: 'not shown' };
    case 'missing':
      return { sv: 'uppgift saknas', en: 'missing' };
  }
}

/** Words for what the comparison had none for, or had in another measure: it words everything else. */
function swedishSentence(found: Found, { label, unit, sides, display }: Subject): string {
  const { from, to, difference, verdict, firm } = found;
  if (from.hidden !== null || to.hidden !== null) return 'Visas inte, för att skydda små grupper.';
  if (verdict === 'not-comparable') return 'Går inte att jämföra.';
  if (difference === null) return 'Går inte att jämföra: det ena värdet saknas.';
  const a = valueText(from.value, unit, display).sv;
  const b = valueText(to.value, unit, display).sv;
  const isYears = sides.kind === 'years';
  const verb = verdict === 'risen' ? 'stigit' : verdict === 'fallen' ? 'fallit' : 'gått';
  const moved = isYears
    ? a === b
      ? `${label.sv} är ${b} båda åren`
      : `${label.sv} har ${verb} från ${a} till ${b}`
    : `${label.sv} är ${b} för ${sides.to.sv} mot ${a} för ${sides.from.sv}`;
  switch (verdict) {
    case 'risen':
    case 'fallen':
      return firm
        ? `${moved}; skillnaden är större än osäkerheten.`
        : `${moved} bland dem som var inbjudna${isYears ? ' då' : ''}; skillnaden är för liten för att säga något säkert utöver dem.`;
    case 'within-uncertainty':
      return `${moved}; skillnaden är mindre än osäkerheten.`;
    case 'too-few':
      return `${moved}, men svaren är för få, eller för lika, för en slutsats.`;
    case null:
      return `${moved}; hur säker skillnaden är går inte att säga.`;
  }
}

function englishSentence(found: Found, { label, unit, sides, display }: Subject): string {
  const { from, to, difference, verdict, firm } = found;
  if (from.hidden !== null || to.hidden !== null) return 'Not shown, to protect small groups.';
  if (verdict === 'not-comparable') return 'The two cannot be compared.';
  if (difference === null) return 'Cannot be compared: one of the values is missing.';
  const a = valueText(from.value, unit, display).en;
  const b = valueText(to.value, unit, display).en;
  const isYears = sides.kind === 'years';
  const verb = verdict === 'risen' ? 'risen' : verdict === 'fallen' ? 'fallen' : 'gone';
  const moved = isYears
    ? a === b
      ? `${label.en} is ${b} in both years`
      : `${label.en} has ${verb} from ${a} to ${b}`
    : `${label.en} is ${b} for ${sides.to.en} against ${a} for ${sides.from.en}`;
  switch (verdict) {
    case 'risen':
    case 'fallen':
      return firm
        ? `${moved}; the difference is larger than its uncertainty.`
        : `${moved} among those who were invited; too small to say anything certain beyond them.`;
    case 'within-uncertainty':
      return `${moved}; the difference is smaller than its uncertainty.`;
    case 'too-few':
      return `${moved}, but the answers are too few, or too alike, for a conclusion.`;
    case null:
      return `${moved}; how sure the difference is cannot be told.`;
  }
}

const hidingTexts: Readonly<Record<HidingReason, Texts>> = {
  'small-group': {
    sv: 'Visas inte: färre svarande än den minsta gruppstorleken.',
    en: 'Not shown: fewer respondents than the smallest group.',
  },
  'protects-other': {
    sv: 'Visas inte: annars skulle en mindre grupp gå att räkna ut.',
    en: 'Not shown: otherwise a smaller group could be worked out.',
  },
  'protects-answers': {
    sv: 'Visas inte, för att skydda enskilda personers svar.',
    en: 'Not shown, to protect the answers of individuals.',
  },
  'under-hidden': {
    sv: 'Visas inte: hör till en grupp som inte visas.',
    en: 'Not shown: part of a group that is not shown.',
  },
  'rests-on-hidden': {
    sv: 'Visas inte: bygger på ett värde som inte visas.',
    en: 'Not shown: rests on a value that is not shown.',
  },
};

/** Why a value is not shown. */
export function hidingText(reason: HidingReason): Texts {
  return hidingTexts[reason];
}

/** Nothing to compare with. */
export const nothingShown: ShownValue = { value: null, hidden: null };
