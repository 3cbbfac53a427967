import { describe, expect, test } from 'vitest';
import { tableRows } from '../../fixtures/layouts/fixture.ts';
import type { AnswersFixture } from '../../fixtures/layouts/fixture.ts';
import {
  plain,
  plainColumns,
  plainWithHiddenRows,
  plainWithMergedUnits,
  plainWithOtherRows,
} from '../../fixtures/layouts/plain.ts';
import { respondents } from '../../fixtures/layouts/respondents.ts';
import { limeSurveyIncomplete } from '../../fixtures/layouts/limesurvey.ts';
import { workbookBytes } from '../../fixtures/layouts/workbook.ts';
import { expectStored, givenYear, optionsFor } from './expectations.ts';
import { Workbench } from './workbench.ts';

const ofYear = ['--year', String(givenYear)];

async function imported(fixture: AnswersFixture): Promise<{ bench: Workbench; codes: string[] }> {
  const bench = new Workbench();
  const { findings, respondents: count } = await bench.import(fixture, ...optionsFor(fixture));
  expect(count).toBe(fixture.respondents.length);
  return { bench, codes: findings.map(({ code }) => code) };
}

describe('a row', () => {
  test('L-12: of titles, totals or repeated headings is no respondent', async () => {
    const fixture = plainWithOtherRows();
    const { bench, codes } = await imported(fixture);
    expectStored(bench, givenYear, fixture.respondents);
    expect(codes.filter((code) => code === 'totals-row')).toHaveLength(3);
    expect(codes.filter((code) => code === 'repeated-header')).toHaveLength(1);
  });

  test.each([
    'Medelvärde',
    'Medel:',
    'Medelvärde per fråga',
    'Totalt',
    'Summa',
    'Antal svar',
    'Antal svar (n)',
    'n',
    'Standardavvikelse',
  ])('L-12: of figures under the answers is no respondent: "%s"', async (words) => {
    const { columns, respondents: people } = plain();
    const figures = columns.map(({ role }, place) => (role === 'item' ? 2 + place / 10 : null));
    const rows = [...tableRows(columns, people), [words, ...figures.slice(1)]];
    const file = { fileName: 'Summerad.xlsx', bytes: workbookBytes([{ name: 'Svar', rows }]) };
    const bench = new Workbench();
    await bench.import(file, ...ofYear);
    expectStored(bench, givenYear, people);
  });

  test('L-12: of a legend under the answers is no respondent, not even one left out', async () => {
    const bench = new Workbench();
    const fixture = plainWithOtherRows();
    const { findings, leftOut } = await bench.import(fixture, ...ofYear);
    expect(leftOut).toBe(0);
    expect((await bench.inspect(fixture)).respondents).toBe(fixture.respondents.length);
    expect(findings.filter(({ code }) => code === 'legend-row')).toHaveLength(3);
  });

  test('that is hidden is read as any other, and said to be', async () => {
    const fixture = plainWithHiddenRows([4, 5, 9]);
    const { bench, codes } = await imported(fixture);
    expectStored(bench, givenYear, fixture.respondents);
    expect(codes).toContain('hidden-rows');
  });

  test('L-15: under a merged cell has the unit of that cell', async () => {
    const fixture = plainWithMergedUnits();
    const { bench } = await imported(fixture);
    expectStored(bench, givenYear, fixture.respondents, { units: true, subunits: false });
  });

  test('L-13: of LimeSurvey that was never sent in is left out and counted', async () => {
    const fixture = limeSurveyIncomplete();
    const done = await new Workbench().import(fixture);
    expect(done.leftOut).toBe(fixture.leftOut);
    expect(done.findings.map(({ code }) => code)).toContain('incomplete-response');
  });

  test('L-12: without a single answer is left out and named', async () => {
    const columns = plainColumns();
    const people = respondents(14);
    const [first, second, ...others] = tableRows(columns, people);
    const silent = (second ?? []).map((cell, place) => (place < 4 ? cell : null));
    const rows = [first ?? [], silent, ...others];
    const bench = new Workbench();
    const file = { fileName: 'Tyst.xlsx', bytes: workbookBytes([{ name: 'Svar', rows }]) };
    const { findings } = await bench.import(file, ...ofYear);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'empty-response', row: 2 }));
    expectStored(bench, givenYear, people.slice(1));
  });

  test('of a file without background whose respondent mostly answers 99 is a respondent', async () => {
    const columns = plainColumns().filter(({ role }) => role === 'item');
    const people = respondents(12);
    const [header = [], ...rows] = tableRows(columns, people);
    const unsure = columns.map((_, place) => (place < 20 ? 99 : 4));
    const bytes = workbookBytes([{ name: 'Svar', rows: [header, ...rows, unsure] }]);
    const bench = new Workbench();
    const mapping = bench.putJson('99.json', { format: 1, values: [{ text: '99', meaning: 'dontKnow' }] });
    const { respondents: stored } = await bench.import(
      { fileName: 'Bara svar.xlsx', bytes },
      ...ofYear,
      '--mapping',
      mapping,
    );
    expect(stored).toBe(13);
  });

  test('counts under its unit and under the whole alike', async () => {
    const { respondents: people, ...file } = plain();
    const { units } = await new Workbench().import(file, ...ofYear);
    const departments = Object.groupBy(people, ({ unit }) => unit);
    for (const [name, members = []] of Object.entries(departments)) {
      expect(units.find((unit) => unit.name === name)?.respondents, name).toBe(members.length);
    }
  });
});
