import { items, percentOfMean, scale } from './instrument.ts';
import { publishedYear, sampleYears } from './published.ts';
import type { SampleYear } from './published.ts';

/** What an item is to come out as in one year. */
export interface ItemTarget {
  readonly mean: number;
  readonly dontKnowPercent: number;
}

type PerYear = readonly [in2020: number, in2021: number, in2022: number];

/**
 * Wanted means and "vet ej" percents for the three years. Published ones agree with the published figure at
 * its rounding; the others are invented to be realistic and to give the directions that were stated: a few
 * clear declines, some borderline, most changes small.
 */
const wanted: Readonly<Record<string, { readonly mean: PerYear; readonly dontKnow: PerYear }>> = {
  portfoljstyrning: { mean: [2.95, 3.26, 2.95], dontKnow: [18, 16, 17] },
  forvaltningsstyrning: { mean: [3.15, 3.35, 3.34], dontKnow: [14, 13, 15] },
  projektstyrning: { mean: [3.3, 3.55, 3.48], dontKnow: [10, 9, 11] },
  forsorjningsstrategi: { mean: [2.85, 3.05, 3.07], dontKnow: [24, 23, 25] },
  'ekonomiska-ramar': { mean: [2.8, 3.0, 2.93], dontKnow: [17, 16, 18] },
  informationssakerhet: { mean: [3.5, 3.7, 3.71], dontKnow: [9, 8, 8] },
  standarder: { mean: [3.0, 3.2, 3.25], dontKnow: [20, 19, 21] },
  anvandarinvolvering: { mean: [3.0, 3.25, 3.21], dontKnow: [11, 10, 12] },
  'oppna-data': { mean: [2.75, 3.0, 3.06], dontKnow: [25, 24, 23] },
  'oppen-utveckling': { mean: [3.0, 3.2, 3.3], dontKnow: [54, 52, 48] },
  innovationskultur: { mean: [2.85, 3.06, 2.66], dontKnow: [12, 11, 10] },
  'digitalt-forst': { mean: [2.95, 3.23, 3.31], dontKnow: [8, 7, 6] },
  skalning: { mean: [2.9, 3.12, 3.02], dontKnow: [22, 21, 24] },
  prioritering: { mean: [2.8, 3.02, 2.78], dontKnow: [27, 26, 32] },
  kostnadskontroll: { mean: [2.85, 3.12, 2.97], dontKnow: [21, 20, 23] },
  nyttokontroll: { mean: [2.75, 3.01, 2.6], dontKnow: [19, 18, 22] },
  nyttorealisering: { mean: [2.7, 2.95, 2.61], dontKnow: [17, 16, 19] },
  kompetensforsorjning: { mean: [2.75, 2.88, 2.75], dontKnow: [12, 11, 13] },
  kompetensmix: { mean: [3.0, 3.25, 3.15], dontKnow: [58, 55, 60] },
  arbetsmiljo: { mean: [3.15, 3.35, 3.3], dontKnow: [74, 72, 76] },
  anvandarnojdhet: { mean: [2.9, 3.2, 3.1], dontKnow: [42, 40, 43] },
  rykte: { mean: [2.95, 3.2, 3.05], dontKnow: [44, 41, 45] },
  infrastruktur: { mean: [3.05, 3.3, 3.25], dontKnow: [52, 50, 54] },
  'skugg-it': { mean: [3.45, 3.7, 3.7], dontKnow: [70, 71, 78] },
  'teknisk-skuld': { mean: [2.85, 3.0, 2.9], dontKnow: [65, 66, 72] },
  'it-styrning': { mean: [2.95, 3.1, 3.05], dontKnow: [57, 55, 59] },
};

/**
 * The targets of a year, in the order of the items. The means that are not published are all shifted alike,
 * by the little it takes for the maturity to be the published one.
 */
export function targetsOf(year: SampleYear): readonly ItemTarget[] {
  const place = sampleYears.indexOf(year);
  const published = publishedYear(year);
  const rough = items.map((item) => {
    const own = wanted[item.code];
    const mean = own?.mean[place];
    const dontKnowPercent = own?.dontKnow[place];
    if (mean === undefined || dontKnowPercent === undefined) throw new Error(`No target for ${item.code}.`);
    return { item, mean, dontKnowPercent, free: !published.items.has(item.code) };
  });
  let maturityPercent = 0;
  let freeWeight = 0;
  for (const { item, mean, free } of rough) {
    maturityPercent += item.weight * percentOfMean(mean);
    if (free) freeWeight += item.weight;
  }
  const missingPercent = published.maturityPercent - maturityPercent;
  const shift = ((missingPercent / freeWeight) * (scale.max - scale.min)) / 100;
  return rough.map(({ mean, dontKnowPercent, free }) => ({
    mean: free ? mean + shift : mean,
    dontKnowPercent,
  }));
}
