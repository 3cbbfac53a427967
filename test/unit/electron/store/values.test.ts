import { expect, test } from 'vitest';
import type { ItemCode } from '../../../../core/instrument/instrument.ts';
import type { AggregatedDraft, EmployeeSurveyDraft } from '../../../../core/intake/draft.ts';
import { openReader } from '../../../../electron/store/workspace.ts';
import {
  answersDraft,
  circumstances,
  instrument,
  newWorkspace,
  ratesDraft,
  refusalOf,
  request,
} from './samples.ts';

const later = '2024-04-01T09:00:00Z';

test('W-22: the newest standing number of invited counts, imported or set by hand', () => {
  const writer = newWorkspace();
  const rates = (file: string, kultur: number) =>
    request(
      ratesDraft(2022, [
        [['Kultur'], kultur],
        [[], 500],
      ]),
      { file },
    );
  writer.importBatches([rates('a.xlsx', 100)], circumstances);
  const { id } = writer.findUnit('Kultur');
  const kultur = () => writer.invited(2022).byUnit.get(id);
  expect(writer.invited(2022).whole).toBe(500);
  expect(kultur()).toBe(100);
  writer.importBatches([rates('b.xlsx', 110)], circumstances);
  expect(kultur()).toBe(110);
  writer.setInvited(2022, id, 120);
  expect(kultur()).toBe(120);
  writer.importBatches([rates('c.xlsx', 130)], circumstances);
  expect(kultur()).toBe(130);
  writer.undoBatch(3, later);
  expect(kultur()).toBe(120);
  writer.setInvited(2022, id, null);
  expect(kultur()).toBe(110);
  writer.undoBatch(2, later);
  expect(kultur()).toBe(100);
  expect(writer.years()).toEqual([{ year: 2022, sources: [], responseRates: true, employeeSurvey: false }]);
});

test('W-22: a number of invited is a whole number', () => {
  const writer = newWorkspace();
  for (const wrong of [-1, 2.5]) {
    const problem = refusalOf(() => {
      writer.setInvited(2022, null, wrong);
    });
    expect(problem.code).toBe('invited-out-of-range');
  }
});

test('W-22: the newest standing aggregated line of each unit and item counts', () => {
  const writer = newWorkspace();
  const aggregated = (mean: number): AggregatedDraft => ({
    kind: 'aggregated',
    year: 2021,
    lines: [{ unit: [], item: 'rykte' as ItemCode, mean, n: 40, dontKnowPercent: 12.5 }],
    reversed: [],
  });
  writer.importBatches([request(aggregated(2.5))], circumstances);
  writer.importBatches([request(aggregated(3.5), { mode: 'add', file: 'b.xlsx' })], circumstances);
  expect(writer.aggregated(2021)).toEqual([
    { unit: null, item: 'rykte', mean: 3.5, n: 40, dontKnowPercent: 12.5 },
  ]);
  writer.undoBatch(2, later);
  expect(writer.aggregated(2021)[0]?.mean).toBe(2.5);
  expect(writer.years()[0]?.sources).toEqual(['aggregated']);
});

test('W-22: the newest standing employee table of each unit and year counts', () => {
  const writer = newWorkspace();
  const table = (index: number, years: readonly number[]): EmployeeSurveyDraft => ({
    kind: 'employeeSurvey',
    year: Math.max(...years),
    answered: years.map((year) => ({ unit: 'Kultur', year, answered: 12 })),
    indices: years.map((year) => ({ unit: 'Kultur', year, item: 'Verktyg', index })),
  });
  writer.importBatches([request(table(60, [2021, 2022]))], circumstances);
  writer.importBatches([request(table(70, [2022]), { file: 'b.xlsx' })], circumstances);
  const indices = () => writer.employeeSurvey().indices.map(({ year, index }) => [year, index]);
  expect(indices()).toEqual([
    [2021, 60],
    [2022, 70],
  ]);
  expect(writer.employeeSurvey().answered).toHaveLength(2);
  writer.undoBatch(2, later);
  expect(indices()).toEqual([
    [2021, 60],
    [2022, 60],
  ]);
  expect(writer.years().map(({ year, employeeSurvey }) => [year, employeeSurvey])).toEqual([
    [2021, true],
    [2022, true],
  ]);
});

test('W-23: published values and targets are one a year, benchmarks one a year and source', () => {
  const writer = newWorkspace();
  writer.addFigure({ kind: 'published', year: 2020, percent: 39.5, source: 'Årsrapport' });
  writer.addFigure({ kind: 'published', year: 2020, percent: 40, source: 'Rättad årsrapport' });
  writer.addFigure({ kind: 'benchmark', year: 2022, percent: 51, source: 'En källa' });
  const other = writer.addFigure({ kind: 'benchmark', year: 2022, percent: 49, source: 'En annan' });
  expect(writer.figures().map(({ year, percent }) => [year, percent])).toEqual([
    [2020, 40],
    [2022, 51],
    [2022, 49],
  ]);
  writer.removeFigure(other.id);
  expect(writer.figures()).toHaveLength(2);
  expect(writer.years()).toEqual([
    { year: 2020, sources: ['published'], responseRates: false, employeeSurvey: false },
  ]);
  const missing = refusalOf(() => {
    writer.removeFigure(99);
  });
  expect(missing.code).toBe('figure-missing');
});

test.each([
  ['percent-out-of-range', { percent: 100.1 }],
  ['percent-out-of-range', { percent: -1 }],
  ['percent-out-of-range', { percent: Number.NaN }],
  ['year-out-of-range', { year: 22 }],
  ['source-missing', { source: '  ' }],
])('W-23: a figure is refused as %s: %o', (code, wrong) => {
  const writer = newWorkspace();
  const figure = { kind: 'target' as const, year: 2022, percent: 60, source: 'Budget', ...wrong };
  expect(refusalOf(() => writer.addFigure(figure)).code).toBe(code);
  expect(writer.figures()).toEqual([]);
});

test('W-24: settings stay in the file and override the instrument', () => {
  const writer = newWorkspace();
  expect(writer.settings()).toEqual({
    organisation: 'Exempelstad',
    itDepartment: null,
    administrator: null,
    isSample: false,
    logo: null,
    dimensionRule: null,
    display: {},
  });
  writer.changeSettings({
    itDepartment: 'IT-centrum',
    dimensionRule: 'items',
    display: { rounding: 'half-down' },
  });
  writer.changeSettings({ itDepartment: 'Digitalisering' });
  writer.close();
  const reader = openReader(writer.path);
  expect(reader.settings()).toMatchObject({ organisation: 'Exempelstad', itDepartment: 'Digitalisering' });
  const own = reader.instrument(2022);
  expect(own.dimensionRule).toBe('items');
  expect(own.display).toEqual({ ...instrument.display, rounding: 'half-down' });
  expect(reader.currentInstrument().dimensionRule).toBe('items');
  reader.close();
});

test('W-25: the instrument travels inside the workspace', () => {
  const writer = newWorkspace();
  writer.importBatches([request(answersDraft(2022, [{ answers: '1' }]))], circumstances);
  writer.close();
  const reader = openReader(writer.path);
  expect(reader.currentInstrument()).toEqual(instrument);
  expect(reader.instrument(1999)).toEqual(instrument);
  reader.close();
});
