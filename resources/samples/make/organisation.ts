import { sampleYears } from './published.ts';
import type { SampleYear } from './published.ts';

/** Answers of one enhet in the three years. */
type Answered = readonly [in2020: number, in2021: number, in2022: number];

interface Unit {
  readonly name: string;
  /** How much higher than the whole its people tend to answer, in scale points. */
  readonly effect: number;
  /** The same for the heritage items alone. */
  readonly heritageEffect: number;
  readonly subunits: Readonly<Record<string, Answered>>;
}

/** The förvaltning that is the IT department. */
export const itDepartment = 'LKDATA';

/** The förvaltningar with invented enheter, some too small to be shown; "Stab" occurs in several on purpose. */
const units: readonly Unit[] = [
  {
    name: 'Kommunledningsförvaltningen',
    effect: 0.35,
    heritageEffect: 0.2,
    subunits: {
      Kansli: [4, 5, 4],
      Ekonomi: [5, 5, 6],
      HR: [5, 5, 6],
      Kommunikation: [4, 4, 4],
      'Digital utveckling': [2, 3, 3],
    },
  },
  {
    name: 'Social- och omsorgsförvaltningen',
    effect: -0.1,
    heritageEffect: -0.15,
    subunits: {
      Äldre: [22, 25, 26],
      Funktionsstöd: [15, 17, 19],
      'Individ och familj': [13, 15, 15],
      Stab: [5, 6, 7],
      'Hälsa och rehabilitering': [3, 3, 3],
    },
  },
  {
    name: 'Miljö- och samhällsbyggnadsförvaltningen',
    effect: 0.3,
    heritageEffect: 0.1,
    subunits: {
      Bygglov: [9, 8, 9],
      Planering: [11, 11, 12],
      Miljötillsyn: [12, 12, 11],
      'Kartor och geodata': [8, 8, 9],
      Stab: [4, 4, 4],
    },
  },
  {
    name: 'Verksamhetsstöd och service',
    effect: 0.1,
    heritageEffect: 0,
    subunits: {
      Kontaktcenter: [6, 6, 5],
      Upphandling: [4, 4, 4],
      Lokaler: [7, 7, 7],
      Löneservice: [4, 3, 3],
    },
  },
  {
    name: 'Kultur- och fritidsförvaltningen',
    effect: -0.05,
    heritageEffect: 0.05,
    subunits: { Bibliotek: [10, 10, 9], Kultur: [6, 7, 6], 'Fritid och idrott': [8, 8, 8], Stab: [2, 2, 1] },
  },
  {
    name: 'Leanlink',
    effect: -0.25,
    heritageEffect: -0.1,
    subunits: {
      'Vård och omsorg': [14, 13, 12],
      Måltider: [7, 7, 7],
      Fastighetsservice: [6, 5, 6],
      'Råd och stöd': [4, 4, 3],
      Transport: [2, 2, 2],
    },
  },
  {
    name: 'Utbildnings- och arbetsmarknadsförvaltningen',
    effect: -0.15,
    heritageEffect: -0.1,
    subunits: {
      Förskola: [14, 17, 18],
      Grundskola: [22, 27, 29],
      Gymnasieskola: [10, 13, 13],
      'Vuxenutbildning och arbetsmarknad': [6, 7, 8],
      Elevhälsa: [2, 2, 2],
    },
  },
  {
    name: itDepartment,
    effect: 0.35,
    heritageEffect: 0.4,
    subunits: { 'Drift och support': [4, 5, 4], Utveckling: [2, 2, 2] },
  },
];

/** Where one respondent works, and how people there tend to answer, in scale points. */
export interface Workplace {
  readonly unit: string;
  readonly subunit: string;
  readonly effect: number;
  readonly heritageEffect: number;
}

/** One workplace per respondent of the year. */
export function workplacesOf(year: SampleYear): readonly Workplace[] {
  const place = sampleYears.indexOf(year);
  return units.flatMap(({ name, effect, heritageEffect, subunits }) =>
    Object.entries(subunits).flatMap(([subunit, answered]) =>
      Array.from({ length: answered[place] ?? 0 }, () => ({ unit: name, subunit, effect, heritageEffect })),
    ),
  );
}
