import { describe, expect, test } from 'vitest';
import { plain } from '../../fixtures/layouts/plain.ts';
import {
  aggregatedLines,
  aggregatedTable,
  employeeSurveyTable,
  invited,
  invitedInAll,
  responseRateList,
} from '../../fixtures/layouts/tables.ts';
import { wholeOf, yearOf } from './expectations.ts';
import { Workbench } from './workbench.ts';

const year = 2021;
const ofYear = ['--year', String(year)];

describe('an aggregated table', () => {
  test('L-2: is recognised by its items and its means', async () => {
    const seen = await new Workbench().inspect(aggregatedTable());
    expect(seen).toMatchObject({ kind: 'aggregated', platform: 'plain', sheet: 'Tabell', headerRows: [2] });
  });

  test('A-11: gives its means, numbers of answers and shares of "vet ej" as they stand', async () => {
    const bench = new Workbench();
    await bench.import(aggregatedTable(), ...ofYear);
    const { items } = wholeOf(bench.scores(), year, 'aggregated');
    const stored = items.map(({ code, mean, n, dontKnowPercent }) => ({
      item: code,
      mean,
      n,
      dontKnowPercent,
    }));
    expect(stored).toEqual(aggregatedLines);
  });

  test('A-2: turns means into percent of the scale', async () => {
    const bench = new Workbench();
    await bench.import(aggregatedTable(), ...ofYear);
    const { items } = wholeOf(bench.scores(), year, 'aggregated');
    for (const [place, { percent }] of items.entries()) {
      expect(percent).toBeCloseTo((((aggregatedLines[place]?.mean ?? NaN) - 1) / 5) * 100, 9);
    }
  });

  test('A-11: stands beside answers of the same year, under a source of its own', async () => {
    const bench = new Workbench();
    await bench.import(plain(), ...ofYear);
    await bench.import(aggregatedTable(), ...ofYear);
    const { years } = bench.scores();
    expect(years.map((own) => [own.year, own.source]).toSorted()).toEqual([
      [year, 'aggregated'],
      [year, 'answers'],
    ]);
  });
});

describe('a list of response rates', () => {
  test('L-2: is recognised by its column of invited', async () => {
    const seen = await new Workbench().inspect(responseRateList());
    expect(seen).toMatchObject({ kind: 'responseRates', sheet: 'Svarsfrekvens', headerRows: [1] });
  });

  test('A-9, L-17: gives invited and response rate per förvaltning, its totals row those of the whole', async () => {
    const bench = new Workbench();
    const { respondents: people, ...file } = plain();
    await bench.import(file, ...ofYear);
    await bench.import(responseRateList(people), ...ofYear);
    const scores = bench.scores();
    for (const [name, count] of Object.entries(invited)) {
      const answered = people.filter(({ unit }) => unit === name).length;
      const unit = yearOf(scores, year).units.find((own) => own.name === name);
      expect(unit?.invited, name).toBe(count);
      expect(unit?.responseRatePercent, name).toBeCloseTo((answered / count) * 100, 9);
    }
    const whole = wholeOf(scores, year);
    expect(whole.invited).toBe(invitedInAll);
    expect(whole.responseRatePercent).toBeCloseTo((people.length / invitedInAll) * 100, 9);
  });

  test('L-17: makes no unit of its totals row', async () => {
    const bench = new Workbench();
    await bench.import(plain(), ...ofYear);
    await bench.import(responseRateList(), ...ofYear);
    const names = yearOf(bench.scores(), year).units.map(({ name }) => name);
    expect(names).not.toContain('Totalt');
  });
});

describe('the table of the employee survey', () => {
  test('L-2: is recognised by units over years', async () => {
    const seen = await new Workbench().inspect(employeeSurveyTable());
    expect(seen).toMatchObject({
      kind: 'employeeSurvey',
      sheet: 'Medarbetarundersökning',
      headerRows: [1, 2],
    });
  });

  test('is stored and listed among the imports', async () => {
    const bench = new Workbench();
    const done = await bench.import(employeeSurveyTable());
    expect(done).toMatchObject({ kind: 'employeeSurvey', year: 2022 });
    expect(await bench.batches()).toMatchObject([{ kind: 'employeeSurvey', year: 2022 }]);
  });

  test('makes no results of the survey itself', async () => {
    const bench = new Workbench();
    await bench.import(plain(), ...ofYear);
    await bench.import(employeeSurveyTable());
    const { years } = bench.scores();
    expect(years.map((own) => own.year)).toEqual([year]);
  });
});
