import type { Language } from '../figure.ts';

interface Words {
  readonly title: (category: string, isMean: boolean, years: string) => string;
  readonly markOf: (from: string, to: string) => string;
  readonly whole: (category: string, values: string) => string;
  readonly change: (from: string, to: string) => string;
  readonly verdict: string;
  readonly benchmark: (name: string) => string;
  readonly altHighest: (item: string, series: string, value: string) => string;
  readonly altLowest: (item: string, series: string, value: string) => string;
  readonly altChanged: (item: string, difference: string, verdict: string) => string;
  readonly altNoChange: string;
  readonly altDontKnow: (item: string, value: string) => string;
  readonly altHidden: (names: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    title: (category, isMean, years) =>
      `${category}: ${isMean ? 'medelvärde' : 'procent'} per mätpunkt ${years}`,
    markOf: (from, to) => `märket gäller ${from} → ${to}`,
    whole: (category, values) => `kategorin ${category}: ${values}`,
    change: (from, to) => `Förändring ${from}–${to}`,
    verdict: 'Bedömning av förändringen',
    benchmark: (name) => name,
    altHighest: (item, series, value) => `Högst ${series}: ${item}, ${value}.`,
    altLowest: (item, series, value) => `Lägst ${series}: ${item}, ${value}.`,
    altChanged: (item, difference, verdict) => `${item} ${difference}, ${verdict}.`,
    altNoChange: 'Ingen säker förändring.',
    altDontKnow: (item, value) => `Störst andel vet ej: ${item}, ${value}.`,
    altHidden: (names) => `Visas inte: ${names}.`,
  },
  en: {
    title: (category, isMean, years) => `${category}: ${isMean ? 'mean' : 'percent'} by item ${years}`,
    markOf: (from, to) => `the mark is of ${from} → ${to}`,
    whole: (category, values) => `category ${category}: ${values}`,
    change: (from, to) => `Change ${from}–${to}`,
    verdict: 'Verdict of the change',
    benchmark: (name) => name,
    altHighest: (item, series, value) => `Highest ${series}: ${item}, ${value}.`,
    altLowest: (item, series, value) => `Lowest ${series}: ${item}, ${value}.`,
    altChanged: (item, difference, verdict) => `${item} ${difference}, ${verdict}.`,
    altNoChange: 'No sure change.',
    altDontKnow: (item, value) => `Largest share of don’t know: ${item}, ${value}.`,
    altHidden: (names) => `Not shown: ${names}.`,
  },
};
