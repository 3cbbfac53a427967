import { describe, expect, test } from 'vitest';
import { plain } from '../../fixtures/layouts/plain.ts';
import { respondents } from '../../fixtures/layouts/respondents.ts';
import type { AnswersFixture } from '../../fixtures/layouts/fixture.ts';
import { expectStored, yearOf } from './expectations.ts';
import { Workbench } from './workbench.ts';

function inUnits(fileName: string, nameOf: (unit: string) => string): AnswersFixture {
  const people = respondents(15).map((person) => ({ ...person, unit: nameOf(person.unit) }));
  return { ...plain(people), fileName };
}

describe('units', () => {
  test('U-1: that are in the workspace already ask nothing the next year', async () => {
    const bench = new Workbench();
    await bench.import(plain(), '--year', '2022');
    await bench.import(
      inUnits('2023.xlsx', (unit) => unit),
      '--year',
      '2023',
    );
    expectStored(bench, 2023, respondents(15));
  });

  test('U-2: that are new ask nothing', async () => {
    const bench = new Workbench();
    await bench.import(plain(), '--year', '2022');
    const renamed = inUnits('2023.xlsx', (unit) => (unit === 'Miljökontoret' ? 'Räddningstjänsten' : unit));
    await bench.import(renamed, '--year', '2023');
    expectStored(bench, 2023, renamed.respondents);
  });

  test.each([
    'Socialförvaltningen ',
    'socialförvaltningen',
    'SOCIALFÖRVALTNINGEN',
    'Socialförvaltning',
    'SF',
  ])('U-1: that look like one in the workspace are asked about: "%s"', async (spelling) => {
    const bench = new Workbench();
    await bench.import(plain(), '--year', '2022');
    const before = bench.scores();
    const other = inUnits('2023.xlsx', (unit) => (unit === 'Socialförvaltningen' ? spelling : unit));
    const questions = await bench.questions(other, '--year', '2023');
    expect(questions.map(({ code }) => code)).toEqual(['unit-look-alike']);
    expect(bench.scores()).toEqual(before);

    await bench.import(other, '--year', '2023', '--accept-proposed');
    expectStored(bench, 2023, respondents(15));
  });

  test('U-3: of one name under two förvaltningar are two units', async () => {
    const bench = new Workbench();
    const people = respondents(16).map((person) => ({ ...person, subunit: 'Stab' }));
    await bench.import(plain(people), '--year', '2022');
    const named = yearOf(bench.scores(), 2022).units.filter(({ name }) => name === 'Stab');
    const perUnit = Object.values(Object.groupBy(people, ({ unit }) => unit)).map((own) => own?.length);
    expect(named.map((unit) => unit.respondents).toSorted()).toEqual(perUnit.toSorted());
  });

  test('A-7: add up to the whole', async () => {
    const bench = new Workbench();
    await bench.import(plain(), '--year', '2022');
    const { units } = yearOf(bench.scores(), 2022);
    const departments = units.filter(({ name }) =>
      ['Socialförvaltningen', 'Utbildningsförvaltningen', 'Miljökontoret'].includes(name),
    );
    const sum = departments.reduce((total, unit) => total + (unit.respondents ?? 0), 0);
    expect(sum).toBe(units.find(({ whole }) => whole)?.respondents);
  });
});
