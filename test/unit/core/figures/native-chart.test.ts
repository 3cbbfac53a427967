import { describe, expect, test } from 'vitest';
import type { FigureKind, FigureSpec } from '../../../../core/figures/figure.ts';
import { figureKinds } from '../../../../core/figures/figure.ts';
import { figureChart, figureTable } from '../../../../core/figures/index.ts';
import { buildFigure } from '../../../../core/figures/build.ts';
import type { NativeChart } from '../../../../core/figures/native-chart.ts';
import { mostNamedPoints } from '../../../../core/figures/native-chart.ts';
import { galleryFigures } from '../../../gallery/figures.ts';
import { choose, sampleSource, smallUnit } from './samples.ts';

const gallery = (await galleryFigures()).filter(({ theme }) => theme === 'light');
const charted = gallery.flatMap(({ name, spec }) => {
  const chart = figureChart(spec);
  return chart === null ? [] : [{ name, spec, chart }];
});

/** Numbers that a chart draws of what was measured: not those of its limits and other given lines. */
function drawn(chart: NativeChart): number[] {
  return chart.kind === 'points'
    ? chart.series.flatMap(({ marker, points }) =>
        marker === null ? [] : points.flatMap(({ x, y }) => [x.value, y.value]),
      )
    : chart.series.flatMap(({ values }) => values.flatMap(({ value }) => (value === null ? [] : [value])));
}

function inTable(spec: FigureSpec): Set<number> {
  return new Set(figureTable(spec).rows.flatMap((row) => row.flatMap(({ value }) => value ?? [])));
}

/** The numbers under a heading of the figure's table, row by row. */
function column(spec: FigureSpec, heading: string): (number | null)[] {
  const { columns, rows } = figureTable(spec);
  const at = columns.findIndex((own) => own.heading === heading);
  return rows.map((row) => row[at]?.value ?? null);
}

describe('a figure as a chart of office programs', () => {
  test('D-12: bars, lines and points are charts; what is a table or a drawing by its nature is a picture', () => {
    const kinds = new Set<FigureKind>(charted.map(({ spec }) => spec.kind));
    expect(figureKinds.filter((kind) => !kinds.has(kind))).toEqual(['model', 'matrix']);
  });

  test('D-13: draws no number that does not stand in the figure’s table', () => {
    for (const { name, spec, chart } of charted) {
      const known = inTable(spec);
      const values = drawn(chart);
      expect([name, values.length > 0]).toEqual([name, true]);
      expect([name, values.filter((value) => !known.has(value))]).toEqual([name, []]);
    }
  });

  test('D-13: has in each series what stands in that column of the table', () => {
    for (const { name, spec, chart } of charted) {
      if (chart.kind === 'points') continue;
      for (const series of chart.series) {
        const heading = spec.kind === 'response-rates' ? `Svarsfrekvens ${series.name}` : series.name;
        const isColumn = figureTable(spec).columns.some((own) => own.heading === heading);
        const byRow = ['category-bars', 'distribution', 'change', 'response-rates', 'employee-pairs'];
        expect([name, heading, isColumn]).toEqual([name, heading, byRow.includes(spec.kind) || isColumn]);
        if (!isColumn) continue;
        expect([name, heading, series.values.map(({ value }) => value)]).toEqual([
          name,
          heading,
          column(spec, heading),
        ]);
      }
    }
  });

  test('D-14: leaves what is hidden empty, says ".." where it is, and tells it from what is missing', () => {
    const source = sampleSource();
    const chart = figureChart(buildFigure('category-bars', source, choose(source, { years: [2022] })));
    if (chart?.kind !== 'bars') throw new Error('No bars.');
    const small = chart.series.find(({ name }) => name === smallUnit);
    expect(
      small?.values.every(({ value, low, high }) => value === null && low === null && high === null),
    ).toBe(true);
    for (const name of chart.categories) expect(name).toMatch(new RegExp(`\\(.*${smallUnit}.* \\.\\.\\)$`));
    const asked = figureChart(buildFigure('gate', source, choose(source)));
    if (asked?.kind !== 'bars') throw new Error('No bars.');
    expect(asked.categories.find((name) => name.startsWith(smallUnit))).toBe(`${smallUnit} (2021, 2022 ..)`);
  });

  test('D-14: has no interval where it has no value', () => {
    for (const { name, chart } of charted) {
      if (chart.kind === 'points') continue;
      const loose = chart.series.flatMap(({ values }) =>
        values.filter(({ value, low, high }) => value === null && (low !== null || high !== null)),
      );
      expect([name, loose]).toEqual([name, []]);
    }
  });

  test('D-12: is a picture where its points are more than find room for their names', () => {
    const many = gallery.find(({ name }) => name === 'forty-units-quadrant')?.spec;
    if (many?.kind !== 'quadrant') throw new Error('No quadrant.');
    expect(many.units.length).toBeGreaterThan(mostNamedPoints);
    expect(figureChart(many)).toBeNull();
  });

  test('D-12: is a picture where there is nothing to draw', () => {
    const nothing = gallery.filter(({ name }) => name.startsWith('all-hidden'));
    expect(nothing.length).toBeGreaterThan(3);
    for (const { name, spec } of nothing) {
      // Response rates are never hidden.
      if (spec.kind !== 'response-rates') expect([name, figureChart(spec)]).toEqual([name, null]);
    }
  });

  test('D-12: joins the two newest years of a dumbbell and claims no interval there', () => {
    const spec = gallery.find(({ name }) => name === 'change')?.spec;
    const chart = spec === undefined ? null : figureChart(spec);
    if (chart?.kind !== 'lines') throw new Error('No lines.');
    const [newest, before] = [chart.series.at(-1), chart.series.at(-2)];
    newest?.values.forEach(({ value, low, high }, at) => {
      const other = before?.values[at]?.value ?? value;
      if (value !== null && other !== null) {
        expect([low, high]).toEqual([Math.min(value, other), Math.max(value, other)]);
      }
    });
    expect(chart.intervals).toBe('connection');
  });
});
