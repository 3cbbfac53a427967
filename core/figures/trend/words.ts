import type { Language } from '../figure.ts';

interface Words {
  readonly title: string;
  readonly unit: string;
  readonly year: string;
  readonly what: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly origin: string;
  readonly respondents: string;
  readonly origins: Readonly<Record<'answers' | 'aggregated' | 'published' | 'target' | 'benchmark', string>>;
  readonly aim: string;
  readonly target: (percent: string) => string;
  readonly published: string;
  readonly none: string;
  readonly altLine: (unit: string, what: string, values: string) => string;
  readonly altMark: (what: string, year: number, percent: string) => string;
  readonly altHidden: (count: number) => string;
  readonly explanation: readonly string[];
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    title: 'Digital mognad',
    unit: 'Enhet',
    year: 'År',
    what: 'Mått',
    value: 'Värde',
    low: 'Osäkerhet från',
    high: 'Osäkerhet till',
    origin: 'Ursprung',
    respondents: 'Svarande',
    origins: {
      answers: 'svar',
      aggregated: 'sammanställning',
      published: 'publicerat',
      target: 'mål',
      benchmark: 'jämförelsevärde',
    },
    aim: 'Mål',
    target: (percent) => `Mål ${percent}`,
    published: 'publicerat',
    none: 'Inga resultat de valda åren.',
    altLine: (unit, what, values) => `${unit}, ${what}: ${values}.`,
    altMark: (what, year, percent) => `${what} ${year}: ${percent}.`,
    altHidden: (count) => (count === 1 ? 'Ett värde visas inte.' : `${count} värden visas inte.`),
    explanation: [
      'Digital mognad är medelvärdet av de två dimensionerna; en dimension är medelvärdet av sina kategorier. Allt räknas på oavrundade tal.',
      'Strecken genom punkterna visar osäkerheten: hur mycket värdet hade kunnat bli ett annat om andra av de inbjudna hade svarat.',
      'Tomma punkter är publicerade värden utan svar bakom sig här. Mål och riket är angivna för hand, med källa. Axeln börjar inte nödvändigtvis på 0.',
    ],
  },
  en: {
    title: 'Digital maturity',
    unit: 'Unit',
    year: 'Year',
    what: 'Measure',
    value: 'Value',
    low: 'Uncertainty from',
    high: 'Uncertainty to',
    origin: 'Origin',
    respondents: 'Respondents',
    origins: {
      answers: 'answers',
      aggregated: 'aggregated',
      published: 'published',
      target: 'target',
      benchmark: 'benchmark',
    },
    aim: 'Target',
    target: (percent) => `Target ${percent}`,
    published: 'published',
    none: 'No results in the chosen years.',
    altLine: (unit, what, values) => `${unit}, ${what}: ${values}.`,
    altMark: (what, year, percent) => `${what} ${year}: ${percent}.`,
    altHidden: (count) => (count === 1 ? 'One value is not shown.' : `${count} values are not shown.`),
    explanation: [
      'Digital maturity is the mean of the two dimensions; a dimension is the mean of its categories. All is computed from unrounded numbers.',
      'The lines through the points show the uncertainty: how much the value could have been another, had others of those invited answered.',
      'Hollow points are published values without answers behind them here. Targets and the nation are entered by hand, with a source. The axis does not necessarily start at 0.',
    ],
  },
};
