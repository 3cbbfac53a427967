import type { Language } from '../figure.ts';

interface Words {
  readonly title: string;
  readonly base: string;
  readonly unit: string;
  readonly year: string;
  readonly yes: string;
  readonly low: string;
  readonly high: string;
  readonly answered: string;
  readonly nothing: string;
  readonly altShare: (name: string, year: number, share: string) => string;
  readonly altChange: (name: string, from: string, to: string) => string;
  readonly altHidden: (count: number) => string;
  readonly explanation: readonly string[];
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    title: 'Delaktiga i beslut om digitalisering',
    base: 'Andel ja av dem som svarade på frågan',
    unit: 'Enhet',
    year: 'År',
    yes: 'Andel ja',
    low: 'Osäkerhet från',
    high: 'Osäkerhet till',
    answered: 'Svarade på frågan',
    nothing: 'Frågan har inga svar de valda åren.',
    altShare: (name, year, share) => `${name} ${year}: ${share}.`,
    altChange: (name, from, to) => `${name} gick från ${from} till ${to}.`,
    altHidden: (count) => (count === 1 ? 'En andel visas inte.' : `${count} andelar visas inte.`),
    explanation: [
      'Andelen är de som svarat ja delat med alla som svarat ja eller nej på frågan om de är delaktiga i beslut om digitalisering. De som inte svarat på frågan räknas inte med.',
      'Strecket visar osäkerheten som ett Wilsonintervall. Det håller sig mellan 0 och 100 % och gäller även när få har svarat.',
      'Skiljer sig åren mindre än vad intervallen överlappar kan skillnaden bero på vilka som råkade svara.',
    ],
  },
  en: {
    title: 'Involved in decisions on digitalisation',
    base: 'Share yes of those who answered the question',
    unit: 'Unit',
    year: 'Year',
    yes: 'Share yes',
    low: 'Uncertainty from',
    high: 'Uncertainty to',
    answered: 'Answered the question',
    nothing: 'The question has no answers in the chosen years.',
    altShare: (name, year, share) => `${name} ${year}: ${share}.`,
    altChange: (name, from, to) => `${name} went from ${from} to ${to}.`,
    altHidden: (count) => (count === 1 ? 'One share is not shown.' : `${count} shares are not shown.`),
    explanation: [
      'The share is those who said yes divided by all who said yes or no when asked whether they take part in decisions on digitalisation. Those who did not answer the question are left out.',
      'The line shows the uncertainty as a Wilson interval. It stays between 0 and 100 % and holds with few answers too.',
      'Where years differ by less than their intervals overlap, the difference may come from who happened to answer.',
    ],
  },
};
