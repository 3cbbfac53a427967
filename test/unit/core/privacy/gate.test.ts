import { describe, expect, it } from 'vitest';
import { compareGated, gateRestResult } from '../../../../core/privacy/derived.ts';
import { gateGroupResult, gateYearResult } from '../../../../core/privacy/gate.ts';
import type { GatedUnitResult } from '../../../../core/privacy/gated.ts';
import { dontKnowFields, meanFields } from '../../../../core/privacy/gated.ts';
import { unitKey } from '../../../../core/privacy/groups.ts';
import { minimumGroup, usualMinimumGroup } from '../../../../core/privacy/minimum-group.ts';
import type { HidingPlan } from '../../../../core/privacy/plan.ts';
import { NotPlanned, planHiding, yearPlan } from '../../../../core/privacy/plan.ts';
import { shownGroups } from '../../../../core/privacy/shown.ts';
import type { ItemCode, RoleCode } from '../../../../core/instrument/instrument.ts';
import type { AnswersInput, UnitResult, YearResult } from '../../../../core/scoring/results.ts';
import {
  resultFromAggregates,
  resultFromAnswers,
  resultFromPublished,
} from '../../../../core/scoring/results.ts';
import type { Unit } from '../../../../core/survey/units.ts';
import { unitTree } from '../../../../core/survey/units.ts';
import type { Answer } from '../../../answer-rows.ts';
import { dimios, smallInstrument } from '../../../instruments.ts';
import { unit, unitId } from '../../../units.ts';
import type { Person } from './municipality.ts';
import { answersInput, randomFrom, randomMunicipality } from './municipality.ts';
import { resultOf } from './published.ts';

const instrument = smallInstrument();
const codeOfOne = itemCodeAt(0);

function itemCodeAt(place: number): ItemCode {
  const item = instrument.items[place];
  if (item === undefined) throw new Error('The instrument has too few items.');
  return item.code;
}

/** So many people of a unit with different answers, or with the ones given. */
function people(
  unitNumber: number | null,
  count: number,
  other: Partial<Person> = {},
  answers?: Answer[],
): Person[] {
  return Array.from({ length: count }, (_, at) => ({
    unit: unitNumber === null ? null : unitId(unitNumber),
    role: null,
    gate: at % 2 === 0 ? 'yes' : 'no',
    answers: answers ?? instrument.items.map((_item, item) => 1 + ((at + item) % 6)),
    ...other,
  }));
}

function measured(
  units: readonly Unit[],
  everybody: readonly Person[],
  k = 5,
): { input: AnswersInput; plan: HidingPlan; year: YearResult } {
  const input = answersInput({ instrument, tree: unitTree(units), people: everybody });
  const plan = planHiding({
    minimumGroup: minimumGroup(k, 'prov'),
    tree: input.tree,
    years: [{ year: input.year, instrument, cells: input.cells }],
  });
  return { input, plan, year: resultFromAnswers(input) };
}

function gated({ plan, year }: { plan: HidingPlan; year: YearResult }, name: string): GatedUnitResult {
  const found = gateYearResult(year, plan).units.find((result) => result.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

const four_ = [unit(1, 'A'), unit(2, 'B'), unit(3, 'C'), unit(4, 'D')];

describe('the gate', () => {
  it('P2, P3: hides a small unit and the smallest of the others, and says why', () => {
    const survey = measured(four_, [...people(1, 3), ...people(2, 8), ...people(3, 9), ...people(4, 20)]);
    expect(gated(survey, 'A').hidden.maturityPercent).toBe('small-group');
    expect(gated(survey, 'B').hidden.maturityPercent).toBe('protects-other');
    for (const name of ['Kommunen', 'C', 'D']) expect(gated(survey, name).hidden).toEqual({});
    expect(shownGroups(survey.plan, [2022])).toEqual({
      units: [unitId(3), unitId(4)],
      pooled: { units: [unitId(1), unitId(2)], withDirect: false },
    });
  });

  it('P2: never hides respondents, invited and response rate', () => {
    const { plan, input } = measured(four_, [...people(1, 3), ...people(2, 8), ...people(3, 9)]);
    const year = resultFromAnswers({ ...input, invited: { whole: 40, byUnit: new Map([[unitId(1), 6]]) } });
    expect(gated({ plan, year }, 'A')).toMatchObject({ respondents: 3, invited: 6, responseRatePercent: 50 });
  });

  it('P1: hides every figure of a hidden item and names it', () => {
    const few: Answer[] = ['dontKnow', 3, 4, 5];
    const survey = measured(four_, [
      ...people(1, 6, {}, few),
      ...people(1, 4),
      ...people(2, 12),
      ...people(3, 14),
    ]);
    const [item, other] = gated(survey, 'A').items;
    expect(item).toMatchObject({ n: null, mean: null, sd: null, percent: null, counts: null });
    expect(item).toMatchObject({ dontKnow: 6, dontKnowPercent: 60 });
    expect(item?.hidden).toEqual(Object.fromEntries(meanFields.map((field) => [field, 'protects-answers'])));
    expect(other?.mean).not.toBeNull();
    // P3: one more unit hides the item, the smaller of the two.
    expect(gated(survey, 'B').items[0]?.mean).toBeNull();
    expect(gated(survey, 'C').items[0]?.mean).not.toBeNull();
  });

  it('P4: hides everything under a hidden unit', () => {
    const survey = measured(
      [unit(1, 'A'), unit(2, 'A1', { parent: 1 }), unit(3, 'B'), unit(4, 'C'), unit(5, 'C1', { parent: 4 })],
      [...people(2, 7), ...people(3, 2), ...people(5, 20)],
    );
    expect(gated(survey, 'A').hidden.maturityPercent).toBe('protects-other');
    expect(gated(survey, 'A1').hidden.maturityPercent).toBe('under-hidden');
  });

  it.each([
    ['all', 9, []],
    ['all but one', 8, [[2, 3, 4, 1]]],
  ] as const)(
    'P5: hides an item that %s answered alike, with the reason of any other',
    (_, alike, others) => {
      const survey = measured(four_, [
        ...people(1, alike, {}, [6, 3, 4, 5]),
        ...others.flatMap((answers) => people(1, 1, {}, [...answers])),
        ...people(2, 12),
        ...people(3, 14),
      ]);
      const a = gated(survey, 'A').items[0];
      const b = gated(survey, 'B').items[0];
      expect(a?.mean).toBeNull();
      expect(a?.hidden).toEqual(b?.hidden);
    },
  );

  it('P5: hides both parts where all said vet ej', () => {
    const survey = measured(four_, [
      ...people(1, 9, {}, ['dontKnow', 3, 4, 5]),
      ...people(2, 12),
      ...people(3, 14),
    ]);
    const item = gated(survey, 'A').items[0];
    expect(Object.keys(item?.hidden ?? {}).sort()).toEqual([...meanFields, ...dontKnowFields].sort());
    expect(gated(survey, 'B').items[0]?.dontKnowPercent).toBeNull();
  });

  it('P6: hides the composites that use a hidden item, and no others', () => {
    const answers = (at: number): Answer[] => [6, 1 + (at % 6), 1 + ((at + 2) % 6), 1 + ((at + 3) % 6)];
    const survey = measured(four_, [
      ...Array.from({ length: 9 }, (_, at) =>
        people(1, 1, { gate: at % 2 === 0 ? 'yes' : 'no' }, answers(at)),
      ).flat(),
      ...people(2, 12),
      ...people(3, 14),
    ]);
    const a = gated(survey, 'A');
    expect(a.hidden).toEqual({ maturityPercent: 'rests-on-hidden' });
    expect(
      a.categories.map(({ percent, itemsUsed, hidden }) => [percent === null, itemsUsed, hidden]),
    ).toEqual([
      [true, 0, { percent: 'rests-on-hidden' }],
      [false, 1, {}],
      [false, 1, {}],
    ]);
    expect(a.dimensions.map(({ percent }) => percent === null)).toEqual([true, false]);
  });

  it('P1, P5: holds the gate share to the same rules', () => {
    const survey = measured(four_, [
      ...people(1, 9, { gate: 'yes' }),
      ...people(2, 12),
      ...people(3, 14),
      ...people(4, 16),
    ]);
    expect(gated(survey, 'A').gateYesPercent).toBeNull();
    expect(gated(survey, 'A').hidden.gateYesPercent).toBe('protects-answers');
    expect(gated(survey, 'B').gateYesPercent).toBeNull();
    expect(gated(survey, 'C').gateYesPercent).toBe(50);
    // Nor is it told by a class of gate answers.
    const keys = yearPlan(survey.plan, 2022).groups.map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('unit:1/gate') || key.startsWith('unit:2/gate'))).toEqual([]);
    expect(keys).toContain('unit:4/gate:yes');
  });

  it('P8: takes small classes together, and does not list what is left too small', () => {
    const role = (code: string) => ({ role: code as RoleCode });
    const survey = measured(four_, [
      ...people(1, 20, role('staff')),
      ...people(1, 3, role('chef')),
      ...people(1, 2, role('other')),
      ...people(2, 10, role('staff')),
      ...people(2, 1, role('chef')),
      ...people(3, 30, role('staff')),
    ]);
    const groups = yearPlan(survey.plan, 2022).groups.filter(({ cut }) => cut === 'role');
    expect(groups.map(({ key, respondents }) => [key, respondents])).toEqual([
      ['whole/role:staff', 60],
      ['whole/role:+', 6],
    ]);
    // With those of unit 1 beside them, the one manager of unit 2 would stand alone.
    const [, merged] = groups;
    expect(merged?.roles).toEqual(['other', 'chef']);
    const result = resultOf(survey.input, []);
    const chef = unitKey(unitId(9));
    expect(gateGroupResult(result, instrument, survey.plan, 2022, chef)).toBeNull();
  });

  it('P8: shows the rest of a whole only where both are shown', () => {
    const survey = measured(four_, [...people(1, 3), ...people(2, 8), ...people(3, 9), ...people(4, 20)]);
    const { input, plan } = survey;
    const without = (id: number): UnitResult =>
      resultOf(
        input,
        input.cells.filter((cell) => cell.unit !== unitId(id)),
      );
    const rest = (id: number) =>
      gateRestResult(without(id), instrument, plan, 2022, {
        part: unitKey(unitId(id)),
        whole: unitKey(null),
      });
    expect(rest(1)).toBeNull();
    expect(rest(2)).toBeNull();
    expect(rest(4)).toMatchObject({ respondents: 20, hidden: {} });
    expect(() =>
      gateRestResult(without(3), instrument, plan, 2022, {
        part: unitKey(unitId(4)),
        whole: unitKey(unitId(3)),
      }),
    ).toThrow(NotPlanned);
  });

  it('P11: gives no difference where either side is hidden, and does not call it incomparable', () => {
    const survey = measured(four_, [
      ...people(1, 9, {}, [6, 3, 4, 5]),
      ...people(2, 12),
      ...people(3, 14),
      ...people(4, 16),
    ]);
    const year = gateYearResult(survey.year, survey.plan);
    const side = (name: string) => ({ year, unit: gated(survey, name) });
    const comparison = compareGated(side('A'), side('D'));
    expect(comparison.notComparable).toBe('no-result');
    const other = compareGated(side('Kommunen'), side('B'));
    expect(other.notComparable).toBe('no-result');
    expect(other.items[0]).toMatchObject({
      difference: null,
      hidden: { difference: 'rests-on-hidden', percentDifference: 'rests-on-hidden' },
    });
    expect(compareGated(side('C'), side('D'))).toMatchObject({
      notComparable: null,
      maturity: { hidden: {} },
    });
  });

  it('P1, P3: gates an aggregated table by its numbers of answers', () => {
    const line = (id: number | null, n: number | null, mean: number) => ({
      unit: id === null ? null : unitId(id),
      item: codeOfOne,
      mean,
      n,
      dontKnowPercent: 10,
    });
    const year = resultFromAggregates({
      year: 2021,
      instrument,
      wholeName: 'Kommunen',
      tree: unitTree(four_),
      items: [line(null, 60, 3), line(1, 4, 2.5), line(2, 16, 3), line(3, 40, 3.1)],
      responseRates: [],
    });
    const plan = planHiding({ minimumGroup: usualMinimumGroup, tree: unitTree(four_), years: [] });
    const means = gateYearResult(year, plan).units.map(({ name, items }) => [name, items[0]?.mean ?? null]);
    expect(means).toEqual([
      ['Kommunen', 3],
      ['A', null],
      ['B', null],
      ['C', 3.1],
    ]);
  });

  it('lets published values pass', () => {
    const year = resultFromPublished({ year: 2020, instrument, wholeName: 'Kommunen', percent: 39.5 });
    const plan = planHiding({ minimumGroup: usualMinimumGroup, tree: unitTree([]), years: [] });
    expect(gateYearResult(year, plan).units[0]).toMatchObject({ maturityPercent: 39.5, hidden: {} });
  });

  it('refuses a plan of other answers', () => {
    const survey = measured(four_, people(1, 9));
    const other = measured(four_, people(1, 10));
    expect(() => gateYearResult(survey.year, other.plan)).toThrow(NotPlanned);
    expect(() => gateYearResult({ ...survey.year, year: 1999 }, survey.plan)).toThrow(NotPlanned);
  });

  it('leaves no hidden number in what it gives', () => {
    const shape = {
      firstLevel: 4,
      secondLevel: 3,
      respondents: 20,
      roles: 1,
      alike: 0.05,
      dontKnow: 0.3,
      direct: 0.3,
    };
    let hiddenNumbers = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const input = answersInput(randomMunicipality(dimios, shape, randomFrom(seed)));
      const year = resultFromAnswers(input);
      const plan = planHiding({
        minimumGroup: usualMinimumGroup,
        tree: input.tree,
        years: [{ year: 2022, instrument: dimios, cells: input.cells }],
      });
      gateYearResult(year, plan).units.forEach((result, at) => {
        const told = new Set(JSON.stringify(result).match(/-?\d+(\.\d+)?/g));
        const figures = figuresOf(year.units[at]);
        figuresOf(result).forEach((figure, place) => {
          const before = figures[place] ?? null;
          // Short numbers occur by chance, and so do those of another item that is shown.
          if (figure !== null || before === null || String(before).length < 10) return;
          if (figuresOf(result).includes(before)) return;
          hiddenNumbers++;
          expect(told).not.toContain(String(before));
        });
      });
    }
    expect(hiddenNumbers).toBeGreaterThan(1000);
  });
});

/** Every figure that rests on answers, in a fixed order. */
function figuresOf(result: UnitResult | undefined): (number | null)[] {
  if (result === undefined) return [];
  return [
    result.maturityPercent,
    result.gateYesPercent,
    ...result.dimensions.map(({ percent }) => percent),
    ...result.categories.map(({ percent }) => percent),
    ...result.items.flatMap(({ mean, sd, percent, dontKnowPercent }) => [mean, sd, percent, dontKnowPercent]),
  ];
}
