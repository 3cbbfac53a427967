import type { Instrument } from '../instrument/instrument.ts';
import { swedishPercent } from '../numbers.ts';
import { listed } from '../text.ts';
import type { ItemFigures, ItemVerdict } from './figures.ts';
import { itemName, shownMean, shownPercent } from './figures.ts';
import type { InsightLimits } from './limits.ts';
import { certaintyClause, movementOf, movementSentence } from './movements.ts';
import type { UnitStanding, YearStanding } from './priorities.ts';
import type { Reason, ReasonKind } from './reasons.ts';

/** What a draft is written from. */
export interface DraftInput {
  readonly instrument: Instrument;
  readonly limits: InsightLimits;
  readonly figures: ItemFigures;
  readonly reasons: readonly Reason[];
  readonly since: number | null;
  readonly change: ItemVerdict | null;
  readonly units: readonly UnitStanding[];
  readonly years: readonly YearStanding[];
}

/** One or more plain Swedish sentences about an item that deserves attention: where it stands, then why. */
export function draftSentences(input: DraftInput): string {
  const sentences = [
    levelSentence(input),
    fallenSentence(input),
    dontKnowSentence(input),
    yearsSentence(input),
    unitsSentence(input),
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

function levelSentence({ instrument, limits, figures, reasons }: DraftInput): string {
  const name = itemName(figures.code, instrument);
  if (figures.percent === null) {
    return figures.hidden?.['percent'] === undefined
      ? `Medelvärde för ${name} saknas.`
      : `Medelvärdet för ${name} visas inte.`;
  }
  const { grounds } = reasonOf(reasons, 'low');
  const because = [
    ...(grounds.includes('under-limit') ? [`under gränsen ${limitText(limits.lowPercent)}`] : []),
    ...(grounds.includes('among-lowest') ? [lowestText(limits.lowestCount)] : []),
  ];
  const tail = because.length === 0 ? '' : `, ${listed(because)}`;
  return `${name} ligger på ${shownPercent(figures, 'percent', instrument)} (medelvärde ${shownMean(figures.mean, instrument)})${tail}.`;
}

function fallenSentence({ instrument, limits, reasons, change, since }: DraftInput): string | null {
  if (change === null || since === null || reasonOf(reasons, 'fallen').grounds.length === 0) return null;
  const movement = movementOf(change, limits, instrument);
  return movement === null ? null : movementSentence(movement, since, instrument);
}

function dontKnowSentence(input: DraftInput): string | null {
  const { instrument, limits, figures, reasons, change, since } = input;
  const { grounds, certainty } = reasonOf(reasons, 'dont-know');
  if (grounds.length === 0) return null;
  const over = grounds.includes('over-limit') ? `, över gränsen ${limitText(limits.dontKnowPercent)}` : '';
  const share = `Andelen vet ej är ${shownPercent(figures, 'dontKnowPercent', instrument)}${over}`;
  const before = change?.dontKnow.from ?? null;
  if (!grounds.includes('risen') || before === null || since === null) return `${share}.`;
  const isSureRise = (change?.dontKnow.ciLow ?? 0) > 0 && certainty !== 'unsure';
  const { percentDecimals, rounding } = instrument.display;
  const rise = certaintyClause('ökningen', isSureRise ? 'firm' : 'unsure');
  return `${share}, mot ${swedishPercent(before, percentDecimals, rounding)} ${since}; ${rise}.`;
}

/** Told only from three years on: two years are told by their difference. */
function yearsSentence({ instrument, years }: DraftInput): string | null {
  const known = years.filter(({ percent }) => percent !== null);
  if (known.length < 3) return null;
  const { percentDecimals, rounding } = instrument.display;
  const values = known.map(({ year, percent }) => {
    return `${swedishPercent(percent, percentDecimals, rounding)} ${year}`;
  });
  return `Över åren: ${listed(values)}.`;
}

function unitsSentence({ instrument, units }: DraftInput): string | null {
  const known = units.flatMap(({ name, percent }) => (percent === null ? [] : [{ name, percent }]));
  known.sort((a, b) => a.percent - b.percent);
  const lowest = known[0];
  const highest = known.at(-1);
  if (lowest === undefined || highest === undefined || lowest.percent === highest.percent) return null;
  const { percentDecimals, rounding } = instrument.display;
  const text = ({ name, percent }: typeof lowest): string =>
    `${name} (${swedishPercent(percent, percentDecimals, rounding)})`;
  return `Lägst ligger ${text(lowest)} och högst ${text(highest)}.`;
}

function reasonOf(reasons: readonly Reason[], kind: ReasonKind): Reason {
  return reasons.find((reason) => reason.kind === kind) ?? { kind, grounds: [], certainty: 'unsure' };
}

/** A limit as it was set: whole where it is whole. */
function limitText(percent: number): string {
  return swedishPercent(percent, Number.isInteger(percent) ? 0 : 1);
}

function lowestText(count: number): string {
  return count === 1 ? 'lägst av alla' : `bland de ${count} lägsta`;
}
