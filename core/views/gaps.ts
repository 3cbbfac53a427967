import type { Overview } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import { minimumGroupRange } from '../privacy/minimum-group.ts';
import { countWord, listedTexts, same } from './words.ts';
import { groupHiding } from './figures-of.ts';
import type { Given } from './overview.ts';

type Gap = Overview['gaps'][number];

/** What gaps are found in. */
export interface GapsInput {
  readonly measurements: Measurements;
  readonly given: readonly Given[];
  /** Proposed links between the surveys that wait for a decision. */
  readonly openLinks: number;
  /** Pairs of units whose names look like one. */
  readonly lookAlikes: number;
  readonly organisation: string | null;
}

/** What is missing in the data, the most telling first, each with where it is filled in. */
export function gapsOf(input: GapsInput): Gap[] {
  const { measurements } = input;
  if (measurements.years.length === 0) {
    return [
      {
        code: 'no-answers',
        text: { sv: 'Inga svar är inlästa', en: 'No answers have been imported' },
        consequence: { sv: 'det finns inget att visa', en: 'there is nothing to show' },
        action: { sv: 'Läs in', en: 'Import' },
        screen: 'import',
        section: null,
      },
    ];
  }
  return [
    ...invitedGap(measurements),
    ...hiddenGap(measurements),
    ...givenGaps(input),
    ...oneYearGap(measurements),
    ...lookAlikesGap(input),
    ...linksGap(input),
    ...minimumGroupGap(measurements),
    ...organisationGap(input),
  ];
}

function invitedGap(measurements: Measurements): Gap[] {
  const years = measurements.yearsWithAnswers.filter((year) => {
    const { units } = measurements.bestResult(year);
    return units.some(
      ({ level, respondents, invited }) => level <= 1 && (respondents ?? 0) > 0 && invited === null,
    );
  });
  if (years.length === 0) return [];
  const listed = listedTexts(years.map((year) => same(String(year))));
  return [
    {
      code: 'invited-missing',
      text: {
        sv: `Antal inbjudna saknas för ${listed.sv}`,
        en: `Numbers of invited are missing for ${listed.en}`,
      },
      consequence: {
        sv: 'svarsfrekvens går inte att räkna ut, och intervallen blir bredare än nödvändigt',
        en: 'response rates cannot be worked out, and intervals are wider than they need be',
      },
      action: { sv: 'Fyll i', en: 'Fill in' },
      screen: 'data',
      section: 'invited',
    },
  ];
}

function hiddenGap(measurements: Measurements): Gap[] {
  const year = measurements.yearsWithAnswers.at(-1);
  if (year === undefined) return [];
  const hidden = measurements.tree.units.filter(({ id }) => groupHiding(measurements, year, id) !== null);
  if (hidden.length === 0) return [];
  const shown = hidden.slice(0, 3).map(({ name }) => same(name));
  const more = hidden.length - shown.length;
  const listed = listedTexts(more === 0 ? shown : [...shown, { sv: `${more} till`, en: `${more} more` }]);
  return [
    {
      code: 'hidden-units',
      text: { sv: `${listed.sv} visas inte ${year}`, en: `${listed.en} not shown in ${year}` },
      consequence: { sv: 'små grupper skyddas', en: 'small groups are protected' },
      action: { sv: 'Förklara', en: 'Explain' },
      screen: 'data',
      section: 'units',
    },
  ];
}

function givenGaps({ measurements, given }: GapsInput): Gap[] {
  const missing = (kind: Given['kind']): readonly number[] =>
    measurements.yearsWithAnswers.filter(
      (year) => !given.some((own) => own.kind === kind && own.year === year),
    );
  const isNewest = (year: number): boolean => year === measurements.yearsWithAnswers.at(-1);
  const gapOf = (code: Gap['code'], years: readonly number[], sv: string, en: string): Gap[] => {
    if (years.length === 0) return [];
    const listed = listedTexts(years.map((year) => same(String(year))));
    return [
      {
        code,
        text: { sv: `${sv} saknas för ${listed.sv}`, en: `${en} missing for ${listed.en}` },
        consequence: { sv: 'ingen jämförelse de åren', en: 'no comparison in those years' },
        action: { sv: 'Lägg till', en: 'Add' },
        screen: 'data',
        section: 'figures',
      },
    ];
  };
  return [
    ...gapOf('benchmark-missing', missing('benchmark'), 'Riket', 'The nation is'),
    // Targets of years that have passed are nobody's any more.
    ...gapOf('target-missing', missing('target').filter(isNewest), 'Mål', 'A target is'),
  ];
}

function oneYearGap({ years }: Measurements): Gap[] {
  const [only] = years;
  if (years.length !== 1 || only === undefined) return [];
  return [
    {
      code: 'one-year',
      text: { sv: `Bara ${only} är inläst`, en: `Only ${only} has been imported` },
      consequence: { sv: 'inga förändringar går att visa', en: 'no changes can be shown' },
      action: { sv: 'Läs in fler år', en: 'Import more years' },
      screen: 'import',
      section: null,
    },
  ];
}

function lookAlikesGap({ lookAlikes }: GapsInput): Gap[] {
  if (lookAlikes === 0) return [];
  const count = countWord(lookAlikes);
  return [
    {
      code: 'look-alike-units',
      text: {
        sv: `Enheter med liknande namn: ${count.sv} par`,
        en: `Units with similar names: ${count.en} ${lookAlikes === 1 ? 'pair' : 'pairs'}`,
      },
      consequence: { sv: 'de kan vara samma enhet', en: 'they may be the same unit' },
      action: { sv: 'Se över', en: 'Look over' },
      screen: 'data',
      section: 'units',
    },
  ];
}

function linksGap({ openLinks }: GapsInput): Gap[] {
  if (openLinks === 0) return [];
  const count = countWord(openLinks);
  return [
    {
      code: 'links-to-decide',
      text: {
        sv: `Föreslagna kopplingar till medarbetarundersökningen: ${count.sv}`,
        en: `Proposed links to the employee survey: ${count.en}`,
      },
      consequence: { sv: 'de används först när de är bekräftade', en: 'they are used once confirmed' },
      action: { sv: 'Bekräfta', en: 'Confirm' },
      screen: 'employees',
      section: 'links',
    },
  ];
}

function minimumGroupGap({ minimumGroup }: Measurements): Gap[] {
  if (minimumGroup.size >= minimumGroupRange.usual) return [];
  return [
    {
      code: 'minimum-group-low',
      text: {
        sv: `Minsta gruppstorlek är ${minimumGroup.size}`,
        en: `The smallest group is ${minimumGroup.size}`,
      },
      consequence: {
        sv: 'skälet visas i varje export',
        en: 'the reason is shown in every export',
      },
      action: { sv: 'Ändra', en: 'Change' },
      screen: 'settings',
      section: 'privacy',
    },
  ];
}

function organisationGap({ organisation }: GapsInput): Gap[] {
  if (organisation !== null) return [];
  return [
    {
      code: 'organisation-missing',
      text: { sv: 'Organisationens namn saknas', en: 'The name of the organisation is missing' },
      consequence: { sv: 'det står i figurer och rapporter', en: 'it stands in figures and reports' },
      action: { sv: 'Ange', en: 'Enter' },
      screen: 'settings',
      section: 'organisation',
    },
  ];
}
