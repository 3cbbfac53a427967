import type { Language } from '../figure.ts';

interface Words {
  readonly title: string;
  readonly base: string;
  readonly unit: string;
  readonly rate: (year: number) => string;
  readonly answered: (year: number) => string;
  readonly invited: (year: number) => string;
  /** "(123 av 160)". */
  readonly of: (answered: number, invited: number) => string;
  readonly answeredOnly: (answered: number) => string;
  readonly nothing: string;
  readonly altWhole: (name: string, year: number, rate: string) => string;
  readonly altHighest: (name: string, rate: string) => string;
  readonly altLowest: (name: string, rate: string) => string;
  readonly altUncounted: (count: number) => string;
  readonly explanation: readonly string[];
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    title: 'Svarsfrekvens',
    base: 'Andel av de inbjudna som svarade',
    unit: 'Enhet',
    rate: (year) => `Svarsfrekvens ${year}`,
    answered: (year) => `Svarande ${year}`,
    invited: (year) => `Inbjudna ${year}`,
    of: (answered, invited) => `(${answered} av ${invited})`,
    answeredOnly: (answered) => `${answered} svarande, inbjudna saknas`,
    nothing: 'inga svar',
    altWhole: (name, year, rate) => `${name} ${year}: ${rate}.`,
    altHighest: (name, rate) => `Högst: ${name}, ${rate}.`,
    altLowest: (name, rate) => `Lägst: ${name}, ${rate}.`,
    altUncounted: (count) =>
      count === 1 ? 'En enhet saknar antal inbjudna.' : `${count} enheter saknar antal inbjudna.`,
    explanation: [
      'Svarsfrekvensen är antalet svarande delat med antalet inbjudna. Den som har lämnat in enkäten räknas som svarande, även om enskilda frågor är obesvarade.',
      'Linjen visar hela organisationens svarsfrekvens det senaste året. Den är alla svarande delade med alla inbjudna, inte ett medelvärde av enheternas.',
      'Antal svarande och inbjudna visas även för små grupper: de säger inget om vad någon har svarat.',
    ],
  },
  en: {
    title: 'Response rate',
    base: 'Share of those invited who answered',
    unit: 'Unit',
    rate: (year) => `Response rate ${year}`,
    answered: (year) => `Respondents ${year}`,
    invited: (year) => `Invited ${year}`,
    of: (answered, invited) => `(${answered} of ${invited})`,
    answeredOnly: (answered) => `${answered} respondents, number invited unknown`,
    nothing: 'no answers',
    altWhole: (name, year, rate) => `${name} ${year}: ${rate}.`,
    altHighest: (name, rate) => `Highest: ${name}, ${rate}.`,
    altLowest: (name, rate) => `Lowest: ${name}, ${rate}.`,
    altUncounted: (count) =>
      count === 1
        ? 'For one unit the number invited is unknown.'
        : `For ${count} units the number invited is unknown.`,
    explanation: [
      'The response rate is the number of respondents divided by the number invited. Whoever handed the survey in counts as a respondent, even with single questions left blank.',
      'The line shows the response rate of the whole organisation in the latest year: all respondents divided by all invited, not a mean of the units.',
      'Numbers of respondents and invited are shown for small groups too: they say nothing of what anyone answered.',
    ],
  },
};
