import { describe, expect, it } from 'vitest';
import { defaultBands } from '../../../../core/employees/bands.ts';
import type { CrossReferenceInput, SurveyUnit } from '../../../../core/employees/cross-reference.ts';
import { crossReference } from '../../../../core/employees/cross-reference.ts';
import { parseItemLinks, proposeItemLinks } from '../../../../core/employees/item-links.ts';
import { proposeUnitLinks } from '../../../../core/employees/unit-links.ts';
import { alikeReason } from '../../../../core/intake/unit-names.ts';
import { Refusal } from '../../../../core/problem.ts';
import published from '../../../../resources/published-figures.json' with { type: 'json' };
import { employeeSurvey, response2022 } from '../../../../resources/samples/make/published.ts';
import { dimios, smallInstrument } from '../../../instruments.ts';
import { unitId } from '../../../units.ts';
import { code } from '../insights/figures.ts';
import { publishedItems, publishedTable, startingSet } from './survey.ts';

const known = published.employeeSurvey.knownLink;

describe('links between items', () => {
  it('E-6: start from a set that ships, where the published link is known and the others are proposals', () => {
    expect(startingSet.filter((link) => link.known)).toMatchObject([
      { employeeItem: known.employeeItem, item: 'innovationskultur' },
    ]);
    const proposed = proposeItemLinks(publishedItems, dimios, startingSet, []);
    expect(proposed[0]).toMatchObject({ employeeItem: known.employeeItem, known: true });
    expect(new Set(proposed.map((link) => JSON.stringify([link.employeeItem, link.item]))).size).toBe(
      proposed.length,
    );
    for (const link of startingSet) expect(proposed).toContainEqual(link);
  });

  it('E-6: are proposed from words, in both directions many', () => {
    const proposed = proposeItemLinks(
      ['Vi provar nya idéer digitalt först', 'Man får misslyckas här', 'Lunchen är god'],
      dimios,
      [],
      [],
    );
    expect(proposed.map(({ employeeItem, item }) => [employeeItem, item])).toEqual([
      ['Vi provar nya idéer digitalt först', 'innovationskultur'],
      ['Vi provar nya idéer digitalt först', 'digitalt-forst'],
      ['Man får misslyckas här', 'innovationskultur'],
    ]);
    expect(proposed[2]?.reason).toBe('orden "misslyck" pekar på Innovationskultur');
  });

  it('E-6: are not proposed again once the user has decided on them, however they are spelt', () => {
    const employeeItem = known.employeeItem.toUpperCase();
    const open = proposeItemLinks(publishedItems, dimios, startingSet, [
      { employeeItem, item: code('innovationskultur') },
    ]);
    expect(
      open.some((link) => link.employeeItem === known.employeeItem && link.item === 'innovationskultur'),
    ).toBe(false);
  });

  it('E-6: are refused with the path of every fault, and given to no other instrument', () => {
    const file = (changes: object) =>
      JSON.stringify({ format: 1, instrument: 'dimios', links: [], ...changes });
    const link = { employeeItem: 'A', item: 'finns-inte', status: 'known', reason: 'x' };
    const refused = (text: string) => {
      expect(() => parseItemLinks(text, 'a.json', dimios)).toThrow(Refusal);
      expect(() => parseItemLinks(text, 'a.json', dimios)).toThrow(/links\[0\]\.(item|status)/);
    };
    refused(file({ links: [link] }));
    refused(file({ links: [{ ...link, item: 'rykte', status: 'maybe' }] }));
    expect(parseItemLinks(file({ links: [link] }), 'a.json', smallInstrument())).toEqual([]);
  });
});

const units = response2022.counts.map(({ unit }, at) => ({ id: unitId(at + 1), name: unit, aliases: [] }));

describe('links between units', () => {
  const propose = (other: Partial<Parameters<typeof proposeUnitLinks>[0]> = {}) =>
    proposeUnitLinks({
      employeeUnits: employeeSurvey.units,
      units,
      wholeName: 'Exempelkommunen',
      alike: alikeReason,
      decided: [],
      ...other,
    });

  it('E-7: are proposed for every unit of the published table, by name, likeness, or shared operation', () => {
    expect(propose().map(({ employeeUnit, unitName }) => [employeeUnit, unitName])).toEqual([
      ['Linköpings kommun', 'Exempelkommunen'],
      ['Kommunledningsförvaltning', 'Kommunledningsförvaltningen'],
      ['Utbildningsförvaltningen', 'Utbildnings- och arbetsmarknadsförvaltningen'],
      ['Miljö- och samhällsbyggnadsförvaltningen', 'Miljö- och samhällsbyggnadsförvaltningen'],
      ['Social- och omsorgsförvaltningen', 'Social- och omsorgsförvaltningen'],
    ]);
  });

  it('E-7: are not proposed where several units fit, or where the user has decided', () => {
    const kultur = ['Kultur- och fritidsförvaltningen', 'Kultur- och näringslivskontoret'];
    const several = kultur.map((name, at) => ({ id: unitId(at + 1), name, aliases: [] }));
    expect(propose({ employeeUnits: ['Kulturförvaltningen'], units: several })).toEqual([]);
    const [first, second] = several;
    if (first === undefined || second === undefined) throw new Error('two units');
    const one = propose({
      employeeUnits: ['Kulturförvaltningen'],
      units: several,
      decided: [{ employeeUnit: 'Kulturförvaltningen', unit: first.id, state: 'rejected' }],
    });
    expect(one.map(({ unit }) => unit)).toEqual([second.id]);
    expect(
      propose({
        decided: employeeSurvey.units.map((employeeUnit) => ({
          employeeUnit,
          unit: null,
          state: 'confirmed' as const,
        })),
      }),
    ).toEqual([]);
  });
});

describe('a cross-reference', () => {
  const item = code('innovationskultur');
  const surveyUnit = (at: number, percent: number | null, other: Partial<SurveyUnit> = {}): SurveyUnit => ({
    unit: unitId(at + 1),
    name: units[at]?.name ?? '',
    parent: null,
    respondents: 20,
    items: [{ code: item, percent, ...(percent === null ? { hidden: { percent: 'small-group' } } : {}) }],
    ...other,
  });
  const whole = (percent: number): SurveyUnit =>
    surveyUnit(-1, percent, { unit: null, name: 'Exempelkommunen', respondents: 100 });
  const links = proposeUnitLinks({
    employeeUnits: employeeSurvey.units,
    units,
    wholeName: 'Exempelkommunen',
    alike: alikeReason,
    decided: [],
  });
  const input: CrossReferenceInput<number> = {
    instrument: dimios,
    bands: defaultBands,
    indexChangeLimit: 1,
    itemLinks: [{ employeeItem: known.employeeItem, item }],
    unitLinks: links,
    employees: { table: publishedTable, whole: 'Linköpings kommun' },
    // Kommunledning 0, Social 1, Miljö 2, Utbildning 6 are linked; Leanlink 5 is not.
    survey: [
      { year: 2021, units: [whole(41), ...[0, 1, 2, 5, 6].map((at) => surveyUnit(at, 40))] },
      {
        year: 2022,
        units: [
          whole(33),
          surveyUnit(0, 50),
          surveyUnit(1, 30),
          surveyUnit(2, 45),
          surveyUnit(5, 31),
          surveyUnit(6, 30),
        ],
      },
    ],
    verdicts: [
      { unit: unitId(3), item, from: 2021, to: 2022, verdict: 'risen' },
      { unit: null, item, from: 2021, to: 2022, verdict: 'fallen' },
    ],
    rankCorrelation: (points) => points.length,
  };
  const [link] = crossReference(input);
  const cellOf = (unit: number, year = 2022) =>
    link?.cells.find((cell) => cell.unit === unitId(unit) && cell.year === year);

  it('E-8: sets both results side by side with bands, rank and distance to the whole', () => {
    expect(cellOf(1)).toMatchObject({
      employeeUnit: 'Kommunledningsförvaltning',
      survey: { percent: 50, band: { code: 'from-50' }, rank: 1, aboveWholePoints: 17 },
      employees: { percent: 37, band: { code: 'under-50' }, rank: 3, aboveWholePoints: 37 - 56 },
      difference: -13,
      rankDifference: 2,
    });
    // Two units tie at the last places: both share the middle of 3 and 4.
    expect([2, 7].map((unit) => cellOf(unit)?.survey.rank)).toEqual([3.5, 3.5]);
    expect(cellOf(6)).toBeUndefined();
  });

  it('E-9: says which units keep the totals of the two surveys from being compared', () => {
    const total = link?.cells.find((cell) => cell.unit === null && cell.year === 2022);
    expect(total).toMatchObject({
      survey: { percent: 33, rank: null },
      employees: { percent: 56, rank: null },
      difference: null,
      notComparable: { reason: 'different-units', units: ['Leanlink'] },
    });
    expect(total?.notComparable?.sentence).toContain('Leanlink ingår bara i den ena');
  });

  it("E-9: says which units keep the employee survey's own totals from being compared over years", () => {
    const total = link?.changes.find(({ unit }) => unit === null);
    expect(total).toMatchObject({
      survey: { direction: 'down', tested: true },
      employees: { direction: null, difference: null },
      agreement: null,
      notComparable: {
        units: ['Kommunledningsförvaltning', 'Social- och omsorgsförvaltningen', 'Utbildningsförvaltningen'],
      },
    });
  });

  it('E-10: gives the direction of change on both sides, and whether they agree', () => {
    expect(link?.changes.find(({ unit }) => unit === unitId(3))).toMatchObject({
      survey: { direction: 'up', tested: true },
      employees: { direction: 'down', difference: -4 },
      agreement: 'opposite',
      notComparable: null,
    });
    const withVerdict = (verdict: 'fallen' | 'within-uncertainty' | 'too-few') =>
      crossReference({
        ...input,
        verdicts: [{ unit: unitId(3), item, from: 2021, to: 2022, verdict }],
      })[0]?.changes.find(({ unit }) => unit === unitId(3))?.agreement;
    expect([withVerdict('fallen'), withVerdict('within-uncertainty'), withVerdict('too-few')]).toEqual([
      'agree',
      'one-sided',
      null,
    ]);
  });

  it('E-10: counts index changes that rounding can make as none', () => {
    const [own] = crossReference({ ...input, indexChangeLimit: 4 });
    expect(own?.changes.find(({ unit }) => unit === unitId(3))?.employees.direction).toBe('unchanged');
  });

  it('E-11: correlates the units with both results shown, and none twice', () => {
    expect(link?.correlations).toMatchObject([
      { year: 2021, result: 1 },
      { year: 2022, result: 4 },
    ]);
    const child = surveyUnit(0, 20, { unit: unitId(6), name: 'Leanlink', parent: unitId(1) });
    const [own] = crossReference({
      ...input,
      unitLinks: [...links, { employeeUnit: 'Social- och omsorgsförvaltningen', unit: unitId(6) }],
      survey: [
        { year: 2022, units: [whole(33), surveyUnit(0, 50), child, surveyUnit(1, null), surveyUnit(6, 30)] },
      ],
    });
    expect(own?.correlations[0]?.units).toEqual(['Leanlink', 'Utbildnings- och arbetsmarknadsförvaltningen']);
    expect(own?.cells.find((cell) => cell.unit === unitId(2))).toMatchObject({
      survey: { percent: null, hidden: true, band: null, rank: null, aboveWholePoints: null },
      difference: null,
    });
  });
});
