import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareYears } from '../../../../core/analysis/compare-years.ts';
import { compareWithFigures } from '../../../../core/analysis/indicators.ts';
import { ItemMatcher } from '../../../../core/intake/item-matching.ts';
import { roundTo } from '../../../../core/numbers.ts';
import type { UnitResult, YearResult } from '../../../../core/scoring/results.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { importSamples } from '../../../../electron/workbench/samples.ts';
import { withReader, withWriter } from '../../../../electron/workbench/workspace.ts';
import published from '../../../../resources/published-figures.json' with { type: 'json' };
import { dimios } from '../../../instruments.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dimios-published-'));
const workspace = path.join(folder, 'samples.dimios');
let results: YearResult[] = [];

beforeAll(async () => {
  await importSamples(workspace, '2022-06-01T10:00:00.000Z');
  results = withReader(workspace, (reader) => {
    const measurements = measurementsOf(reader);
    return measurements.years.map((year) => measurements.bestResult(year));
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** One published figure beside what the program computes, at the rounding printed. */
type Row = readonly [figure: string, expected: number, computed: number | null];

const rounded = (value: number | null | undefined, decimals: number): number | null =>
  value === null || value === undefined ? null : roundTo(value, decimals, 'half-up');

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

function wholeOf(year: number): UnitResult {
  const whole = results.find((result) => result.year === year)?.units[0];
  if (whole === undefined) throw new Error(`The samples have no ${year}.`);
  return whole;
}

const matcher = new ItemMatcher(dimios);

function itemRows(
  year: number,
  items: Readonly<Record<string, { mean: number; dontKnowPercent: number }>>,
): Row[] {
  return Object.entries(items).flatMap(([name, figures]): Row[] => {
    const code = matcher.exact(name)?.code;
    const item = wholeOf(year).items.find((candidate) => candidate.code === code);
    return [
      [`${year} ${name}, mean`, figures.mean, rounded(item?.mean, 1)],
      [`${year} ${name}, vet ej %`, figures.dontKnowPercent, rounded(item?.dontKnowPercent, 0)],
    ];
  });
}

/** Both sides as a table that a failing assertion prints whole. */
function expectAlike(rows: readonly Row[]): void {
  expect(rows.length).toBeGreaterThan(0);
  const table = (place: 1 | 2): string[] => rows.map((row) => `${row[0]}: ${String(row[place])}`);
  expect(table(2)).toEqual(table(1));
}

describe('the samples, imported and scored by the program', () => {
  it('A-12: give every published maturity, gate share and number of answers', () => {
    expectAlike(
      published.measurements.flatMap(({ year, answered, maturityPercent, involvedYesPercent }): Row[] => [
        [`${year} answered`, answered, wholeOf(year).respondents],
        [
          `${year} maturity %`,
          maturityPercent,
          rounded(wholeOf(year).maturityPercent, year === 2022 ? decimalsOf(maturityPercent) : 1),
        ],
        [`${year} involved, yes %`, involvedYesPercent, rounded(wholeOf(year).gateYesPercent, 0)],
      ]),
    );
  });

  it('A-12: give every published mean and share of vet ej', () => {
    expectAlike(published.measurements.flatMap(({ year, items }) => itemRows(year, items ?? {})));
  });

  it('A-12: give every published response rate', () => {
    const { units } = results.find(({ year }) => year === 2022) ?? { units: [] };
    const rates = published.measurements.flatMap(({ responseRatePercentByUnit }) =>
      Object.entries(responseRatePercentByUnit ?? {}),
    );
    expectAlike([
      ...published.measurements.flatMap(({ year, responseRatePercent }): Row[] =>
        responseRatePercent === undefined
          ? []
          : [['whole', responseRatePercent, rounded(wholeOf(year).responseRatePercent, 0)]],
      ),
      ...rates.map(([name, rate]): Row => {
        const unit = units.find((candidate) => candidate.name === name && candidate.level === 1);
        return [name, rate, rounded(unit?.responseRatePercent, 0)];
      }),
    ]);
  });

  it('A-12: go in the published directions', () => {
    const compared = withReader(workspace, (reader) =>
      compareYears(measurementsOf(reader), 2021, 2022, null),
    );
    const declined = compared.items.filter(({ difference }) => (difference ?? 0) < 0).map(({ code }) => code);
    const balancing = dimios.categories.find(({ code }) => code === 'balansering')?.items ?? [];
    expect(declined).toEqual(
      expect.arrayContaining([
        'portfoljstyrning',
        'innovationskultur',
        'nyttokontroll',
        'nyttorealisering',
        ...balancing.map(({ code }) => code),
      ]),
    );
  });

  it('C-3: stand 9 points under the published national value', () => {
    withWriter(workspace, (writer) => {
      writer.addFigure({ kind: 'benchmark', year: 2022, percent: 51, source: 'Riket' });
    });
    const figures = withReader(workspace, (reader) =>
      compareWithFigures(measurementsOf(reader), 2022, null, reader.figures()),
    );
    expect(figures.map(({ source, difference }) => [source, rounded(difference, 0)])).toEqual([
      ['Riket', -9],
    ]);
  });

  it('W-19: give the same mean by plain SQL over the answers', async () => {
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(workspace, { readonly: true });
    const rows = database
      .prepare(
        "SELECT item, avg(value) AS mean FROM answer WHERE year = 2022 AND state = 'value' GROUP BY item",
      )
      .all();
    database.close();
    const bySql = new Map(
      rows.map((row) => Object.values(row as Record<string, unknown>) as [string, number]),
    );
    for (const { code, mean } of wholeOf(2022).items)
      expect(bySql.get(code)).toBeCloseTo(mean ?? Number.NaN, 12);
  });
});
