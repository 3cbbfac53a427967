import published from '../../published-figures.json' with { type: 'json' };
import { items } from './instrument.ts';

/** A year that has a sample. */
export type SampleYear = 2020 | 2021 | 2022;
/** The years that have a sample, earliest first. */
export const sampleYears: readonly SampleYear[] = [2020, 2021, 2022];

/** What has been published of one item in one year: the mean with one decimal, "vet ej" in whole percent. */
export interface PublishedItem {
  readonly mean: number;
  readonly dontKnowPercent: number;
}

/** What has been published of one year. */
export interface PublishedYear {
  readonly answered: number;
  readonly maturityPercent: number;
  readonly involvedYesPercent: number;
  /** By item code. */
  readonly items: ReadonlyMap<string, PublishedItem>;
}

/** Invited and answered of one förvaltning in 2022, with its published response rate if it has one. */
export interface ResponseCount {
  readonly unit: string;
  readonly invited: number;
  readonly answered: number;
  readonly ratePercent: number | null;
}

/** The code of the item that published figures call by this name. */
export function itemCodeOf(publishedName: string): string {
  const item = items.find(({ names }) => names.includes(publishedName));
  if (item === undefined) throw new Error(`No item is called ${publishedName}.`);
  return item.code;
}

/** The published figures of a year. */
export function publishedYear(year: SampleYear): PublishedYear {
  const measurement = published.measurements.find((candidate) => candidate.year === year);
  if (measurement === undefined) throw new Error(`Nothing is published of ${year}.`);
  const { answered, maturityPercent, involvedYesPercent } = measurement;
  const named = Object.entries(measurement.items ?? {});
  return {
    answered,
    maturityPercent,
    involvedYesPercent,
    items: new Map(named.map(([name, figures]) => [itemCodeOf(name), figures])),
  };
}

function responseOf2022(): { counts: ResponseCount[]; invited: number; ratePercent: number } {
  const measurement = published.measurements.find((candidate) => candidate.year === 2022);
  const counts = measurement?.oneSetOfCountsThatFits;
  const { invited, responseRatePercent: ratePercent } = measurement ?? {};
  if (counts === undefined || invited === undefined || ratePercent === undefined) {
    throw new Error('The response of 2022 is not among the published figures.');
  }
  const rates = new Map<string, number>(Object.entries(measurement?.responseRatePercentByUnit ?? {}));
  return {
    invited,
    ratePercent,
    counts: counts.units.map((unit, place) => ({
      unit,
      invited: counts.invited[place] ?? 0,
      answered: counts.answered[place] ?? 0,
      ratePercent: rates.get(unit) ?? null,
    })),
  };
}

/** Invited and answered in 2022: per förvaltning, and what is published of the whole. */
export const response2022: {
  readonly counts: readonly ResponseCount[];
  readonly invited: number;
  readonly ratePercent: number;
} = responseOf2022();

/** Codes of the items said to have declined from 2021 to 2022, and of those said to be low in 2022. */
export const stated: { readonly declined: readonly string[]; readonly low: readonly string[] } = {
  declined: published.directionStatedIn2022ComparedWith2021.declined.flatMap((name) => {
    const category = /^every item of (.+)$/.exec(name)?.[1];
    if (category === undefined) return [itemCodeOf(name)];
    return items.filter((item) => item.category === category).map(({ code }) => code);
  }),
  low: published.directionStatedIn2022ComparedWith2021.low.map(itemCodeOf),
};

/** The published table of the employee survey. */
export const employeeSurvey: {
  readonly units: readonly string[];
  readonly columns: readonly string[];
  readonly answered: readonly (readonly number[])[];
  readonly rows: readonly {
    readonly short: string;
    readonly values: readonly (readonly (number | null)[])[];
  }[];
} = published.employeeSurvey;
