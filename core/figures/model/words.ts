import type { Language } from '../figure.ts';

interface Words {
  readonly title: (years: string) => string;
  readonly compositesInPercent: string;
  readonly maturity: string;
  readonly since: (year: number) => string;
  readonly level: string;
  readonly dimension: string;
  readonly name: string;
  readonly change: (from: number, to: number) => string;
  readonly verdict: string;
  readonly altMaturity: (value: string) => string;
  readonly altDimension: (name: string, value: string) => string;
  readonly altHighest: (category: string, value: string) => string;
  readonly altLowest: (category: string, value: string) => string;
  readonly altItems: (high: string, highValue: string, low: string, lowValue: string) => string;
  readonly altHidden: (count: number) => string;
  readonly explanation: string;
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    title: (years) => `Modellen från dimension till mätpunkt ${years}`,
    compositesInPercent: 'kategorier och dimensioner i procent',
    maturity: 'Digital mognad',
    since: (year) => `${year}`,
    level: 'Nivå',
    dimension: 'Dimension',
    name: 'Namn',
    change: (from, to) => `Förändring ${from}–${to}`,
    verdict: 'Bedömning av förändringen',
    altMaturity: (value) => `Digital mognad ${value}.`,
    altDimension: (name, value) => `${name} ${value}.`,
    altHighest: (category, value) => `Högsta kategori: ${category}, ${value}.`,
    altLowest: (category, value) => `Lägsta kategori: ${category}, ${value}.`,
    altItems: (high, highValue, low, lowValue) =>
      `Högsta mätpunkt: ${high}, ${highValue}; lägsta: ${low}, ${lowValue}.`,
    altHidden: (count) => (count === 1 ? 'Ett värde visas inte.' : `${count} värden visas inte.`),
    explanation: 'Färgen följer värdet, starkare ju högre, och säger inget mer än siffran.',
  },
  en: {
    title: (years) => `The model from dimension to item ${years}`,
    compositesInPercent: 'categories and dimensions in percent',
    maturity: 'Digital maturity',
    since: (year) => `${year}`,
    level: 'Level',
    dimension: 'Dimension',
    name: 'Name',
    change: (from, to) => `Change ${from}–${to}`,
    verdict: 'Verdict of the change',
    altMaturity: (value) => `Digital maturity ${value}.`,
    altDimension: (name, value) => `${name} ${value}.`,
    altHighest: (category, value) => `Highest category: ${category}, ${value}.`,
    altLowest: (category, value) => `Lowest category: ${category}, ${value}.`,
    altItems: (high, highValue, low, lowValue) =>
      `Highest item: ${high}, ${highValue}; lowest: ${low}, ${lowValue}.`,
    altHidden: (count) => (count === 1 ? 'One value is not shown.' : `${count} values are not shown.`),
    explanation: 'The colour follows the value, stronger the higher, and says no more than the number.',
  },
};
