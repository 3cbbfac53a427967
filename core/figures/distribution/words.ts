import type { Language } from '../figure.ts';

interface Words {
  readonly title: (of: string, years: string) => string;
  readonly base: (min: number, max: number, low: string | null, high: string | null) => string;
  readonly middle: (low: number, high: number) => string;
  readonly share: (value: number) => string;
  readonly altRow: (series: string, low: string, high: string, dontKnow: string) => string;
  readonly altHighest: (item: string, value: string) => string;
  readonly altLowest: (item: string, value: string) => string;
  readonly altHidden: (count: number) => string;
  readonly explanation: readonly string[];
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    title: (of, years) => `Så fördelar sig svaren: ${of} ${years}`,
    base: (min, max, low, high) => `Procent av svaren på skalan ${min}–${max}${ends(min, max, low, high)}`,
    middle: (low, high) => `strecket skiljer ${low} från ${high}`,
    share: (value) => `Svar ${value}`,
    altRow: (series, low, high, dontKnow) =>
      `${series}: ${low} svarade på skalans nedre halva, ${high} på den övre; vet ej ${dontKnow}.`,
    altHighest: (item, value) => `Störst andel på den övre halvan: ${item}, ${value}.`,
    altLowest: (item, value) => `Minst andel på den övre halvan: ${item}, ${value}.`,
    altHidden: (count) => (count === 1 ? 'En rad visas inte.' : `${count} rader visas inte.`),
    explanation: [
      'Varje stapel är alla svar på skalan, delade i andelar. Strecket i mitten skiljer skalans nedre halva från den övre: ju längre åt höger stapeln når, desto fler instämmer.',
      '”Vet ej” ingår inte i stapeln utan står bredvid, som andel av alla svar på frågan.',
    ],
  },
  en: {
    title: (of, years) => `How the answers fall: ${of} ${years}`,
    base: (min, max, low, high) =>
      `Percent of the answers on the scale ${min}–${max}${ends(min, max, low, high)}`,
    middle: (low, high) => `the line parts ${low} from ${high}`,
    share: (value) => `Answer ${value}`,
    altRow: (series, low, high, dontKnow) =>
      `${series}: ${low} answered on the lower half of the scale, ${high} on the upper; don’t know ${dontKnow}.`,
    altHighest: (item, value) => `Largest share on the upper half: ${item}, ${value}.`,
    altLowest: (item, value) => `Smallest share on the upper half: ${item}, ${value}.`,
    altHidden: (count) => (count === 1 ? 'One row is not shown.' : `${count} rows are not shown.`),
    explanation: [
      'Each bar is all answers on the scale, divided into shares. The line in the middle parts the lower half of the scale from the upper: the further right a bar reaches, the more agree.',
      '“Don’t know” is no part of the bar but stands beside it, as a share of all answers to the question.',
    ],
  },
};

/** What the ends of the scale mean; "" where that is not known. */
function ends(min: number, max: number, low: string | null, high: string | null): string {
  return low === null || high === null ? '' : ` (${min} ${lower(low)}, ${max} ${lower(high)})`;
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
