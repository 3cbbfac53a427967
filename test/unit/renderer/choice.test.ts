import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../core/api.ts';
import type { RoleCode } from '../../../core/instrument/instrument.ts';
import type { UnitId } from '../../../core/survey/units.ts';
import { firstChoice, mostYears, reduceChoice, settleChoice } from '../../../renderer/app/choice.ts';

const unit = (id: number) => id as UnitId;
const has = {
  years: [2022, 2021, 2020, 2019],
  units: [unit(1), unit(2), unit(3)],
  topUnits: [unit(1), unit(2)],
  roles: ['chef' as RoleCode],
};
const choice: Choice = firstChoice(has);

describe('the choice of what is looked at', () => {
  it('begins with the three newest years, the whole and the units directly under it', () => {
    expect(choice.years).toEqual([2022, 2021, 2020]);
    expect(choice.units).toEqual([null, 1, 2]);
  });

  it('keeps years newest first wherever one is added', () => {
    const added = reduceChoice({ ...choice, years: [2022, 2020] }, { kind: 'add-year', year: 2021 });
    expect(added.years).toEqual([2022, 2021, 2020]);
  });

  it('takes no more years than have a colour', () => {
    let full = choice;
    for (const year of [2010, 2011, 2012, 2013, 2014]) full = reduceChoice(full, { kind: 'add-year', year });
    expect(full.years).toHaveLength(mostYears);
  });

  it('is never without a year', () => {
    const one = { ...choice, years: [2022] };
    expect(reduceChoice(one, { kind: 'remove-year', year: 2022 })).toBe(one);
  });

  it('is of the whole when the last unit is taken away', () => {
    expect(reduceChoice(choice, { kind: 'units', units: [] }).units).toEqual([null]);
  });

  it('is the same object when nothing changes, so that no step is made', () => {
    expect(reduceChoice(choice, { kind: 'measure', measure: choice.measure })).toBe(choice);
    expect(reduceChoice(choice, { kind: 'add-year', year: 2022 })).toBe(choice);
    expect(reduceChoice(choice, { kind: 'remove-year', year: 1999 })).toBe(choice);
  });
});

describe('a kept choice', () => {
  it('holds where the workspace has all that it names', () => {
    const kept: Choice = {
      ...choice,
      years: [2020],
      units: [unit(3)],
      who: { kind: 'role', role: 'chef' as RoleCode },
    };
    expect(settleChoice(kept, has)).toEqual(kept);
  });

  it('loses what is gone, and falls back on the usual where nothing is left', () => {
    const kept: Choice = {
      ...choice,
      years: [2015],
      units: [unit(9), unit(2)],
      who: { kind: 'without', unit: unit(9) },
    };
    const settled = settleChoice(kept, has);
    expect(settled.years).toEqual([2022, 2021, 2020]);
    expect(settled.units).toEqual([2]);
    expect(settled.who).toEqual({ kind: 'all' });
  });

  it('is the usual one once the first answers have come into an empty workspace', () => {
    const empty = firstChoice({ years: [], units: [], topUnits: [], roles: [] });
    expect(settleChoice(empty, has)).toEqual(choice);
  });
});
