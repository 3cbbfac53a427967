import { expect, test } from 'vitest';
import { buildGate } from '../../../../core/figures/gate/build.ts';
import { gate } from '../../../../core/figures/gate/index.ts';
import { buildResponseRates } from '../../../../core/figures/response-rates/build.ts';
import { responseRates } from '../../../../core/figures/response-rates/index.ts';
import { buildTrend } from '../../../../core/figures/trend/build.ts';
import { trend } from '../../../../core/figures/trend/index.ts';
import { choose, sampleSource, smallUnit } from './samples.ts';

test('G-4: a trend marks published years apart, and holds targets of years to come', () => {
  const source = sampleSource();
  const spec = buildTrend(source, choose(source, { years: [2022, 2021, 2019], units: [null] }));
  expect(spec.years).toEqual([2019, 2021, 2022, 2023]);
  const [maturity] = spec.panels[0]?.lines ?? [];
  expect(maturity?.points.map(({ source: from }) => from)).toEqual(['published', 'answers', 'answers']);
  expect(maturity?.points[0]).toMatchObject({ percent: 39.5, ciLow: null, ciHigh: null });
  expect(trend.altText(spec)).toContain('2019 40\u00A0% (publicerat)');
  expect(trend.altText(spec)).toContain('Mål 2023: 60\u00A0%.');
  const rows = trend.table(spec).rows.map((row) => row.map(({ shown }) => shown));
  expect(rows.at(-1)).toEqual(['Budget 2023', 'mål', '2023', '60\u00A0%', '-', '-', '-', 'mål']);
});

test('G-4: targets and benchmarks are left out when they are not asked for', () => {
  const source = sampleSource();
  const spec = buildTrend(source, choose(source, { targets: false, benchmarks: false }));
  expect(spec.marks).toEqual([]);
  expect(spec.years).toEqual([2021, 2022]);
});

test('G-2: a unit that is too small has no value in any year of a trend or of the gate question', () => {
  const source = sampleSource();
  const spec = buildTrend(source, choose(source));
  const small = spec.panels.find(({ name }) => name === smallUnit);
  const points = small?.lines.flatMap((line) => line.points) ?? [];
  expect(points.length).toBeGreaterThan(0);
  for (const { percent, ciLow, ciHigh, hidden } of points) {
    expect([percent, ciLow, ciHigh]).toEqual([null, null, null]);
    expect(hidden).not.toBeNull();
  }
  const asked = buildGate(source, choose(source)).units.find(({ name }) => name === smallUnit);
  expect(asked?.shares.map(({ percent, answered }) => [percent, answered])).toEqual([
    [null, null],
    [null, null],
  ]);
});

test('G-5: the gate question is a share of those who answered it, with a Wilson interval', () => {
  const source = sampleSource();
  const spec = buildGate(source, choose(source));
  const school = spec.units.find(({ name }) => name === 'Skola')?.shares.at(-1);
  // 10 of 16: Wilson's interval at 95 % is 38.6–81.5 %.
  expect(school).toMatchObject({ year: 2022, percent: 62.5, answered: 16 });
  expect(school?.ciLow).toBeCloseTo(38.64, 1);
  expect(school?.ciHigh).toBeCloseTo(81.52, 1);
  expect(gate.table(spec).columns.map(({ heading }) => heading)).toEqual([
    'Enhet',
    'År',
    'Andel ja',
    'Osäkerhet från',
    'Osäkerhet till',
    'Svarade på frågan',
  ]);
});

test('G-6: response rates are shown for small units too, beside the whole, with how many of how many', () => {
  const source = sampleSource();
  const spec = buildResponseRates(source, choose(source, { years: [2022], units: [null] }));
  expect(spec.whole.rates[0]).toMatchObject({ answered: 31, invited: 60 });
  expect(spec.units.map(({ name, rates }) => [name, rates[0]?.answered, rates[0]?.invited])).toEqual([
    [smallUnit, 3, 10],
    ['Skola', 16, 20],
    ['Vård', 12, 30],
  ]);
  expect(responseRates.altText(spec)).toContain('Högst: Skola, 80\u00A0%.');
  expect(responseRates.altText(spec)).toContain('Lägst: Lillenheten, 30\u00A0%.');
});

test('G-6: a year in which nobody counted the invited has no rate, and says so', () => {
  const source = sampleSource();
  const spec = buildResponseRates(source, choose(source, { years: [2021], units: [null], sort: 'value' }));
  expect(spec.whole.rates[0]).toMatchObject({ answered: 31, invited: null, percent: null });
  expect(responseRates.altText(spec)).toContain('3 enheter saknar antal inbjudna.');
});
