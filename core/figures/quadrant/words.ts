import type { Language } from '../figure.ts';

interface Words {
  readonly title: (x: string, y: string, years: string) => string;
  readonly base: (year: number) => string;
  readonly withInterval: (level: string) => string;
  readonly trail: (years: string) => string;
  readonly limit: (percent: string) => string;
  readonly corner: (code: string) => string;
  readonly line: (name: string, percent: string) => string;
  readonly target: (percent: string) => string;
  readonly lineNote: (name: string, percent: string) => string;
  readonly quadrant: string;
  readonly reason: string;
  readonly altPlace: (name: string, year: number, x: string, y: string) => string;
  readonly altCorner: (corner: string, names: string) => string;
  readonly altHighest: (dimension: string, name: string, value: string) => string;
  readonly altLowest: (dimension: string, name: string, value: string) => string;
  readonly altMoved: (name: string, from: number, to: number, x: string, y: string) => string;
  readonly altHidden: (names: string, year: number) => string;
  readonly explanation: readonly string[];
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    title: (x, y, years) => `${x} och ${lower(y)} ${years}`,
    base: (year) => `Procent av skalan, punkt = ${year}`,
    withInterval: (level) => `${level} åt båda hållen`,
    trail: (years) => `spår = ${years}`,
    limit: (percent) => `gräns ${percent}`,
    corner: (code) => `Typ ${code}`,
    line: (name, percent) => `${name}: mognad ${percent}`,
    target: (percent) => `Mål: mognad ${percent}`,
    lineNote: (name, percent) =>
      `linjen för ${name} visar alla lägen som ger mognaden ${percent}: fördelningen på dimensioner är inte känd`,
    quadrant: 'Kvadrant',
    reason: 'Visas inte eftersom',
    altPlace: (name, year, x, y) => `${name} ${year}: ${x} och ${y}.`,
    altCorner: (corner, names) => `${corner}: ${names}.`,
    altHighest: (dimension, name, value) => `Högst ${lower(dimension)}: ${name}, ${value}.`,
    altLowest: (dimension, name, value) => `Lägst ${lower(dimension)}: ${name}, ${value}.`,
    altMoved: (name, from, to, x, y) => `${name} har från ${from} till ${to} ändrats med ${x} och ${y}.`,
    altHidden: (names, year) => `Visas inte ${year}: ${names}.`,
    explanation: [
      'Varje punkt är en enhet: vågrätt den ena dimensionen, lodrätt den andra, båda i procent av skalan och ritade i samma skala. Raka linjer delar ytan i fyra typer; ett värde på gränsen räknas som högt.',
      'Spåret går genom tidigare år och pilen står vid det senaste. Korset genom en punkt är osäkerheten i vardera dimensionen för sig; det säger inget om båda tillsammans.',
    ],
  },
  en: {
    title: (x, y, years) => `${x} and ${lower(y)} ${years}`,
    base: (year) => `Percent of the scale, point = ${year}`,
    withInterval: (level) => `${level} each way`,
    trail: (years) => `trail = ${years}`,
    limit: (percent) => `limit ${percent}`,
    corner: (code) => `Type ${code}`,
    line: (name, percent) => `${name}: maturity ${percent}`,
    target: (percent) => `Target: maturity ${percent}`,
    lineNote: (name, percent) =>
      `the line for ${name} shows all places that give a maturity of ${percent}: how it falls on the dimensions is not known`,
    quadrant: 'Quadrant',
    reason: 'Not shown because',
    altPlace: (name, year, x, y) => `${name} ${year}: ${x} and ${y}.`,
    altCorner: (corner, names) => `${corner}: ${names}.`,
    altHighest: (dimension, name, value) => `Highest ${lower(dimension)}: ${name}, ${value}.`,
    altLowest: (dimension, name, value) => `Lowest ${lower(dimension)}: ${name}, ${value}.`,
    altMoved: (name, from, to, x, y) => `${name} changed from ${from} to ${to} by ${x} and ${y}.`,
    altHidden: (names, year) => `Not shown ${year}: ${names}.`,
    explanation: [
      'Each point is a unit: across one dimension, upwards the other, both in percent of the scale and drawn to the same scale. Straight lines divide the area into four types; a value on the limit counts as high.',
      'The trail goes through earlier years and the arrow stands at the newest. The cross through a point is the uncertainty of each dimension by itself; it says nothing of both together.',
    ],
  },
};

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
