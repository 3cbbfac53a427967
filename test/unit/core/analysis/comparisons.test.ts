import { describe, expect, it } from 'vitest';
import { compareUnits } from '../../../../core/analysis/compare-units.ts';
import { compareYears } from '../../../../core/analysis/compare-years.ts';
import { Refusal } from '../../../../core/problem.ts';
import { unit, unitId } from '../../../units.ts';
import { measured, peopleOf } from './measured.ts';

const three = [unit(1, 'A'), unit(2, 'B'), unit(3, 'C')];

function refusalOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
  }
  return 'nothing was refused';
}

describe('a unit beside another of the same year', () => {
  const measurements = measured(three, {
    2022: {
      people: [
        ...peopleOf(1, 20, { from: 1, spread: 3 }),
        ...peopleOf(2, 30, { from: 3, spread: 4 }),
        ...peopleOf(3, 25),
      ],
    },
  });

  it('S3.1: is compared with the rest when the other holds it, never with itself inside', () => {
    const compared = compareUnits(measurements, 2022, unitId(1), null);
    expect(compared).toMatchObject({ isRest: true, toName: 'A', fromName: 'Kommunen utan A' });
    expect(compared.uncertainty?.assumptions).toMatchObject({
      from: { respondents: 55 },
      to: { respondents: 20 },
    });
    const rest = [...peopleOf(2, 30, { from: 3, spread: 4 }), ...peopleOf(3, 25)];
    const alone = measured(three, { 2022: { people: rest } }).wholeIn(2022);
    expect(compared.maturity.from).toBeCloseTo(alone.maturityPercent ?? NaN, 12);
    expect(compared.uncertainty?.maturity).toMatchObject({ verdict: 'fallen', firm: true });
  });

  it('S3.1: is the same whichever of the two is named first', () => {
    expect(compareUnits(measurements, 2022, null, unitId(1)).maturity).toEqual(
      compareUnits(measurements, 2022, unitId(1), null).maturity,
    );
  });

  it('S2: stands beside one that it has nobody in common with as it is', () => {
    const compared = compareUnits(measurements, 2022, unitId(2), unitId(1));
    expect(compared).toMatchObject({ isRest: false, fromName: 'A', toName: 'B' });
    expect(compared.uncertainty?.maturity).toMatchObject({ verdict: 'risen', firm: true });
    expect(compared.uncertainty?.maturity.sentence).toContain('B');
  });

  it('is refused beside itself', () => {
    expect(refusalOf(() => compareUnits(measurements, 2022, unitId(1), unitId(1)))).toBe('same-unit');
    expect(refusalOf(() => compareUnits(measurements, 2022, null, null))).toBe('same-unit');
  });

  it('P8: is refused beside a rest that may not be told', () => {
    const withSmall = measured(three, {
      2022: { people: [...peopleOf(1, 3), ...peopleOf(2, 30), ...peopleOf(3, 25)] },
    });
    expect(refusalOf(() => compareUnits(withSmall, 2022, unitId(1), null))).toBe('rest-hidden');
  });
});

describe('a unit in two years', () => {
  it('U-5, P8: is compared with the sum of its parts across a reorganisation', () => {
    const units = [
      unit(1, 'A', { validTo: 2021, successors: [3] }),
      unit(2, 'B', { validTo: 2021, successors: [3] }),
      unit(3, 'AB', { validFrom: 2022 }),
      unit(4, 'D'),
    ];
    const before = [...peopleOf(1, 20), ...peopleOf(2, 22), ...peopleOf(4, 30)];
    const measurements = measured(units, {
      2021: { people: before },
      2022: { people: [...peopleOf(3, 40, { from: 3, spread: 4 }), ...peopleOf(4, 30)] },
    });
    const compared = compareYears(measurements, 2021, 2022, unitId(3));
    expect(compared.notComparable).toBeNull();
    expect(compared.uncertainty?.assumptions).toMatchObject({
      from: { respondents: 42 },
      to: { respondents: 40 },
    });
    expect(compared.uncertainty?.maturity.verdict).toBe('risen');
  });

  it('U-5, S2.2: does not compare where its parts went apart', () => {
    const units = [
      unit(1, 'A', { validTo: 2021, successors: [2, 3] }),
      unit(2, 'B'),
      unit(3, 'C', { validFrom: 2022 }),
    ];
    const measurements = measured(units, {
      2021: { people: [...peopleOf(1, 20), ...peopleOf(2, 22)] },
      2022: { people: [...peopleOf(2, 40), ...peopleOf(3, 30)] },
    });
    const compared = compareYears(measurements, 2021, 2022, unitId(2));
    expect(compared).toMatchObject({ notComparable: 'reorganised', maturity: { difference: null } });
    const { maturity, items = [] } = compared.uncertainty ?? {};
    expect(maturity).toMatchObject({ verdict: 'not-comparable', difference: null, p: null });
    expect(items.map(({ verdict }) => verdict)).toEqual(items.map(() => 'not-comparable'));
  });

  it('P11: has no difference, test or verdict where one year is hidden, and says why', () => {
    const measurements = measured(three, {
      2021: { people: [...peopleOf(1, 3), ...peopleOf(2, 30), ...peopleOf(3, 25)] },
      2022: { people: [...peopleOf(1, 20), ...peopleOf(2, 30), ...peopleOf(3, 25)] },
    });
    const { uncertainty } = compareYears(measurements, 2021, 2022, unitId(1));
    for (const figure of [uncertainty?.maturity, ...(uncertainty?.items ?? [])]) {
      expect(figure).toMatchObject({ difference: null, p: null, ciLow: null, verdict: null });
      expect(figure?.sentence).toBe('Bygger på ett värde som inte visas.');
    }
  });

  it('refuses a year and a unit without results by name', () => {
    const measurements = measured(three, { 2022: { people: peopleOf(1, 20) } });
    expect(refusalOf(() => compareYears(measurements, 2021, 2022, null))).toBe('year-missing');
    expect(refusalOf(() => measurements.unitIn(2022, unitId(2)))).toBe('unit-not-in-year');
  });
});
