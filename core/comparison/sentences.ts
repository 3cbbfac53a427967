import type { Instrument } from '../instrument/instrument.ts';
import { roundTo, swedishNumber, swedishPercent } from '../numbers.ts';
import { listed } from '../text.ts';
import type { TestedDifference } from './difference.ts';
import type { Judgement, NotComparable, Verdict } from './verdicts.ts';

/** How the two sides of a comparison are spoken of: two years, or two named groups. */
export type Wording =
  | { readonly sides: 'years' }
  | {
      readonly sides: 'groups' | 'benchmark';
      /** As it stands after "för": "övriga", "riket". */
      readonly from: string;
      readonly to: string;
    };

/** What maturity, and the mean of an item, are called at the start of a sentence. */
export const maturityLabel = 'Den digitala mognaden';
export const meanLabel = 'Medelvärdet';

/** What a figure is called at the start of a sentence, and how its values are written. */
export interface Figure {
  readonly label: string;
  readonly unit: 'mean' | 'percent';
}

/** All that a sentence about a difference is made of. */
export interface SentenceParts {
  readonly figure: Figure;
  readonly wording: Wording;
  readonly from: number | null;
  readonly to: number | null;
  readonly answersFrom: number;
  readonly answersTo: number;
  readonly minimumAnswers: number;
  readonly notComparable: NotComparable | null;
  readonly tested: TestedDifference;
  readonly judgement: Judgement;
  /** Gives names and the number of decimals. */
  readonly instrument: Instrument;
}

/** One plain Swedish sentence that says what can be said of a difference, and no more. */
export function differenceSentence(parts: SentenceParts): string {
  const { judgement, notComparable, from, to } = parts;
  if (notComparable !== null) return `Går inte att jämföra: ${incomparableText(notComparable, parts)}.`;
  if (from === null || to === null) return 'Går inte att jämföra: det finns inga svar på den ena sidan.';
  switch (judgement.verdict) {
    case 'risen':
    case 'fallen':
      return changeSentence(parts, from, to, judgement.verdict);
    case 'within-uncertainty':
      return `${movement(parts, from, to)}; ${withinText(parts)}.`;
    case 'too-few':
      return fewSentence(parts, from, to);
    case 'not-comparable':
      throw new RangeError('A verdict of not-comparable has a reason.');
  }
}

function changeSentence(parts: SentenceParts, from: number, to: number, verdict: Verdict): string {
  const moved = movement(parts, from, to, verdict);
  const isYears = parts.wording.sides === 'years';
  const change = isYears ? (verdict === 'risen' ? 'höjningen' : 'sänkningen') : 'skillnaden';
  if (parts.judgement.firm) return `${moved}; ${change} är större än osäkerheten.`;
  const invited = isYears ? 'dem som var inbjudna då' : 'dem som var inbjudna';
  return `${moved} bland ${invited}; ${change} är för liten för att säga något säkert utöver dem.`;
}

/** "Medelvärdet har gått från 3,0 till 2,8", or "Medelvärdet är 2,8 för Nämnden mot 3,0 för övriga". */
function movement(parts: SentenceParts, from: number, to: number, verdict: Verdict | null = null): string {
  const { figure, wording } = parts;
  const decimals = decimalsToTell(parts, from, to, verdict !== null);
  const a = valueText(parts, from, decimals);
  const b = valueText(parts, to, decimals);
  if (wording.sides !== 'years') {
    return a === b
      ? `${figure.label} är ${b} för både ${wording.to} och ${wording.from}`
      : `${figure.label} är ${b} för ${wording.to} mot ${a} för ${wording.from}`;
  }
  if (a === b) return `${figure.label} är ${b} båda åren`;
  const verb = verdict === null ? 'gått' : verdict === 'risen' ? 'stigit' : 'fallit';
  return `${figure.label} har ${verb} från ${a} till ${b}`;
}

function withinText({ tested, judgement }: SentenceParts): string {
  if (judgement.onlyAlone)
    return (
      'sedd för sig är skillnaden större än osäkerheten, men inte när den prövas tillsammans med de andra ' +
      'skillnaderna'
    );
  if (tested.standardError === 0 && tested.difference !== 0)
    return 'alla inbjudna svarade, men så liten skillnad kan bero på att människor svarar olika från gång till gång';
  if (tested.standardError === null) return 'det finns ingen skillnad att pröva';
  return 'skillnaden är mindre än osäkerheten';
}

function fewSentence(parts: SentenceParts, from: number, to: number): string {
  const { answersFrom, answersTo, minimumAnswers, figure } = parts;
  if (Math.min(answersFrom, answersTo) >= minimumAnswers)
    return `${movement(parts, from, to)}, men svaren skiljer sig för lite åt inom grupperna för att osäkerheten ska gå att räkna ut.`;
  const counts = [answersFrom, answersTo].filter(Number.isFinite).join(' respektive ');
  return figure.unit === 'mean'
    ? `För få svar för en slutsats: ${counts}, och minst ${minimumAnswers} behövs.`
    : `För få svar för en slutsats: ${counts} på den fråga som har minst, och minst ${minimumAnswers} behövs.`;
}

function incomparableText({ reason, items }: NotComparable, { instrument }: SentenceParts): string {
  const names = listed(
    items.map((code) => instrument.items.find((item) => item.code === code)?.name.sv ?? code),
  );
  switch (reason) {
    case 'different-items':
      return `bara den ena sidan har svar på ${names}`;
    case 'reversed-differs':
      return `skalan är vänd på den ena sidan för ${names}`;
    case 'reorganised':
      return 'enheterna är omorganiserade mellan åren och motsvarar inte varandra';
    case 'no-result':
      return 'den ena sidan har inget resultat';
    case 'different-scale':
      return 'svarsskalorna är olika';
    case 'different-composition':
      return 'frågorna räknas samman på olika sätt';
  }
}

/** Where a change would not show at the usual number of decimals, up to this many more are written. */
const extraDecimals = 2;

function decimalsToTell(parts: SentenceParts, from: number, to: number, isChange: boolean): number {
  const { display } = parts.instrument;
  const usual = parts.figure.unit === 'mean' ? display.meanDecimals : display.percentDecimals;
  if (!isChange) return usual;
  const telling = Array.from({ length: extraDecimals + 1 }, (_, more) => usual + more).find(
    (decimals) => roundTo(from, decimals, display.rounding) !== roundTo(to, decimals, display.rounding),
  );
  return telling ?? usual + extraDecimals;
}

function valueText({ figure, instrument }: SentenceParts, value: number, decimals: number): string {
  const { rounding } = instrument.display;
  return figure.unit === 'mean'
    ? swedishNumber(value, decimals, rounding)
    : swedishPercent(value, decimals, rounding);
}

/** What is said of a difference between two shares, from its interval alone. */
export function shareSentence(
  label: string,
  share: {
    readonly from: number | null;
    readonly to: number | null;
    readonly ciLow: number | null;
    readonly ciHigh: number | null;
  },
  wording: Wording,
  instrument: Instrument,
): string {
  const { from, to, ciLow, ciHigh } = share;
  if (from === null || to === null || ciLow === null || ciHigh === null)
    return `${label} går inte att jämföra: det finns inga svar på den ena sidan.`;
  const { percentDecimals, rounding } = instrument.display;
  const a = swedishPercent(from, percentDecimals, rounding);
  const b = swedishPercent(to, percentDecimals, rounding);
  const moved =
    wording.sides === 'years'
      ? `${label} har gått från ${a} till ${b}`
      : `${label} är ${b} för ${wording.to} mot ${a} för ${wording.from}`;
  const outside = ciLow > 0 || ciHigh < 0;
  return `${moved}; skillnaden är ${outside ? 'större' : 'mindre'} än osäkerheten.`;
}
