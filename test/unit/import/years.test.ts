import { describe, expect, test } from 'vitest';
import { answersFixture, column } from '../../fixtures/layouts/fixture.ts';
import type { AnswersFixture } from '../../fixtures/layouts/fixture.ts';
import { plain, plainColumns } from '../../fixtures/layouts/plain.ts';
import { respondents } from '../../fixtures/layouts/respondents.ts';
import { microsoftFormsInSwedish } from '../../fixtures/layouts/survey-tools.ts';
import { expectStored } from './expectations.ts';
import { Workbench } from './workbench.ts';

const people = respondents(20);
const ofNewYear = people.slice(0, 12);

/** A plain file with a column of years: twelve respondents of 2022, then eight of 2021. */
function withYears(): AnswersFixture {
  return answersFixture({
    fileName: 'Flera år.xlsx',
    platform: 'plain',
    columns: [
      column('År', 'time', (_, place) => (place < ofNewYear.length ? 2022 : 2021)),
      ...plainColumns(),
    ],
    respondents: people,
  });
}

describe('L-11: the year of a file', () => {
  test('is taken from its column of years', async () => {
    const bench = new Workbench();
    const columns = [column('År', 'time', () => 2020), ...plainColumns()];
    const fixture = answersFixture({
      fileName: 'Svar.xlsx',
      platform: 'plain',
      columns,
      respondents: people,
    });
    expect(await bench.import(fixture)).toMatchObject({ year: 2020, respondents: 20 });
  });

  test('is taken from the dates of the answers', async () => {
    expect(await new Workbench().import(microsoftFormsInSwedish())).toMatchObject({ year: 2021 });
  });

  test('is what the user says, even against the dates, and that is told', async () => {
    const { year, findings } = await new Workbench().import(microsoftFormsInSwedish(), '--year', '2020');
    expect(year).toBe(2020);
    expect(findings.map(({ code }) => code)).toContain('other-year');
  });

  test('is asked for when the file name alone tells it', async () => {
    const bench = new Workbench();
    const questions = await bench.questions({ ...plain(), fileName: 'Svar 2019.xlsx' });
    expect(questions.map(({ code }) => code)).toEqual(['year-missing']);
    expect(bench.hasWorkspace).toBe(false);
  });

  test('is asked for when a column tells several', async () => {
    const bench = new Workbench();
    const questions = await bench.questions(withYears());
    expect(questions.map(({ code }) => code)).toEqual(['year-conflict']);
    expect(bench.hasWorkspace).toBe(false);
  });

  test('is that of most respondents when proposals are accepted; the others are left out and counted', async () => {
    const bench = new Workbench();
    const done = await bench.import(withYears(), '--accept-proposed');
    expect(done).toMatchObject({ year: 2022, respondents: 12, leftOut: 8 });
    expectStored(bench, 2022, ofNewYear);
  });

  test.each([
    [2021, people.slice(12)],
    [2022, ofNewYear],
  ])('that the user picks among several, %i, leaves the respondents of the other out', async (year, own) => {
    const bench = new Workbench();
    await bench.import(withYears(), '--year', String(year));
    expectStored(bench, year, own);
  });

  test('brings the units of its own respondents only', async () => {
    const { fileName, platform, columns } = withYears();
    const moved = people.map((person, place) =>
      place < ofNewYear.length ? person : { ...person, unit: 'Byggnadsnämnden', subunit: 'Bygglov' },
    );
    const { units } = await new Workbench().import(
      answersFixture({ fileName, platform, columns, respondents: moved }),
      '--year',
      '2022',
    );
    expect(units.map(({ name }) => name)).not.toContain('Byggnadsnämnden');
    expect(units.every(({ respondents: count }) => count > 0)).toBe(true);
  });
});
