import type { ItemVerdict, ShareChange } from '../insights/figures.ts';
import { itemName, shownMean } from '../insights/figures.ts';
import { asSentence, certaintyClause, lowerFirst } from '../insights/movements.ts';
import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import { swedishPercent } from '../numbers.ts';
import type { ActivityState, Conclusion, Decision, DecisionKind } from './conclusion.ts';
import type { FigureChange, FigureDirection } from './follow-up.ts';

/** The sentences of a follow-up, in plain Swedish: what was done, what the figures did, what was decided. */

/** What a paragraph is written from. */
export interface ParagraphInput {
  readonly conclusion: Conclusion;
  readonly year: number;
  readonly changes: readonly FigureChange[];
  readonly direction: FigureDirection;
  readonly decision: Decision | null;
}

/** A draft of the follow-up of one conclusion. */
export function draftParagraph({ conclusion, year, changes, direction, decision }: ParagraphInput): string {
  const head = `Slutsats ${conclusion.number} från ${conclusion.year}, ${asSentence(conclusion.heading)}`;
  const figures =
    changes.length === 0
      ? [`Siffrorna för ${year} går inte att jämföra med tidigare.`]
      : [...changes.map(({ sentence }) => sentence), ...directionSentences[direction]];
  return [head, activitiesText(conclusion), ...figures, ...decisionSentences(decision)].join(' ');
}

const stateHeadings: Readonly<Record<ActivityState, string>> = {
  done: 'Genomfört',
  ongoing: 'Pågår',
  planned: 'Planerat',
  dropped: 'Nedlagt',
};

function activitiesText({ activities }: Conclusion): string {
  if (activities.length === 0) return 'Inga aktiviteter är noterade.';
  return (['done', 'ongoing', 'planned', 'dropped'] as const)
    .flatMap((state) => {
      const own = activities.filter((activity) => activity.state === state);
      if (own.length === 0) return [];
      const texts = own.map(({ text }) => text.replace(/\.$/, ''));
      return `${stateHeadings[state]}: ${texts.join('; ')}.`;
    })
    .join(' ');
}

const directionSentences: Readonly<Record<FigureDirection, readonly string[]>> = {
  better: ['Siffrorna talar för att läget har blivit bättre.'],
  worse: ['Siffrorna talar för att läget har blivit sämre.'],
  unchanged: ['Siffrorna visar ingen säker förändring.'],
  mixed: ['Siffrorna pekar åt olika håll.'],
  unknown: [],
};

const decisionTexts: Readonly<Record<DecisionKind, string>> = {
  remains: 'Slutsatsen kvarstår',
  closed: 'Slutsatsen avslutas',
  changed: 'Slutsatsen ändras',
};

function decisionSentences(decision: Decision | null): string[] {
  if (decision === null) return [];
  const told = decisionTexts[decision.kind];
  return [asSentence(decision.text === null ? told : `${told}: ${decision.text}`)];
}

/** How an item's mean and vet ej share changed; the mean in the comparison's own words where it has any. */
export function itemSentence(
  item: ItemCode,
  verdict: ItemVerdict | undefined,
  since: number,
  instrument: Instrument,
): string {
  const name = itemName(item, instrument);
  if (verdict === undefined || verdict.verdict === null || verdict.to.mean === null) {
    return `${name}: medelvärdet saknas eller visas inte.${dontKnowText(verdict?.dontKnow, instrument)}`;
  }
  const given = (verdict.sentence ?? '').trim();
  const mean =
    given === ''
      ? `medelvärdet har gått från ${shownMean(verdict.from.mean, instrument)} till ${shownMean(verdict.to.mean, instrument)} sedan ${since}; ${verdictClause(verdict)}`
      : lowerFirst(given);
  return `${name}: ${asSentence(mean)}${dontKnowText(verdict.dontKnow, instrument)}`;
}

function verdictClause({ verdict, firm }: ItemVerdict): string {
  switch (verdict) {
    case 'risen':
    case 'fallen':
      return certaintyClause(
        verdict === 'risen' ? 'höjningen' : 'sänkningen',
        firm === true ? 'firm' : 'among-invited',
      );
    case 'within-uncertainty':
      return certaintyClause('skillnaden', 'unsure');
    case 'too-few':
      return 'svaren är för få för att säga mer';
    case 'not-comparable':
    case null:
      return 'värdena går inte att jämföra';
  }
}

function dontKnowText(share: ShareChange | undefined, instrument: Instrument): string {
  if (share === undefined || share.from === null || share.to === null) return '';
  return ` ${asSentence(shareText('Andelen vet ej', share, share.from, share.to, instrument))}`;
}

/** How the share involved in decisions changed. */
export function gateSentence(share: ShareChange, since: number, instrument: Instrument): string {
  const label = 'Andelen inblandade i beslut';
  if (share.from === null || share.to === null) return `${label} saknas eller visas inte.`;
  return asSentence(shareText(label, share, share.from, share.to, instrument, since));
}

/** How the response rate changed: counted, so nothing of it is uncertain. */
export function rateSentence(
  { from, to }: { readonly from: number | null; readonly to: number | null },
  since: number,
  { display }: Instrument,
): string {
  const percent = (value: number): string => swedishPercent(value, display.percentDecimals, display.rounding);
  if (to === null) return 'Svarsfrekvensen är inte känd.';
  if (from === null) return `Svarsfrekvensen är ${percent(to)}; den från ${since} är inte känd.`;
  return `Svarsfrekvensen har gått från ${percent(from)} till ${percent(to)} sedan ${since}.`;
}

function shareText(
  label: string,
  { ciLow, ciHigh }: ShareChange,
  from: number,
  to: number,
  { display }: Instrument,
  since?: number,
): string {
  const percent = (value: number): string => swedishPercent(value, display.percentDecimals, display.rounding);
  const change = `${label} har gått från ${percent(from)} till ${percent(to)}${since === undefined ? '' : ` sedan ${since}`}`;
  if (ciLow === null || ciHigh === null) return change;
  const what = ciLow > 0 ? 'ökningen' : 'minskningen';
  return `${change}; ${certaintyClause(what, ciLow > 0 || ciHigh < 0 ? 'firm' : 'unsure')}`;
}
