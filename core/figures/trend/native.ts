import type { LineSeries, NativeChart } from '../native-chart.ts';
import { axisAround, chartTheme, noValue, plainValue } from '../native-chart.ts';
import { unitShapes } from '../theme.ts';
import type { TrendSpec } from './spec.ts';
import { words } from './words.ts';

/** More lines than these are no longer told apart. */
const mostLines = 6;

/** A line for each measure over the years, with targets and benchmarks as points; null for more than can be told apart. */
export function nativeChart(spec: TrendSpec): NativeChart | null {
  const { panels, years, marks, language } = spec;
  const own = words[language];
  const lines = panels.flatMap(({ name, lines: all }) =>
    all.map((line) => ({ ...line, name: panels.length === 1 ? line.name : `${name}, ${line.name}` })),
  );
  if (lines.length > mostLines) return null;
  const hidden = years.filter((year) =>
    lines.some(({ points }) => points.some((point) => point.year === year && point.hidden !== null)),
  );
  const series = lines.map(({ name, points }, at): LineSeries => ({
    name,
    values: years.map((year) => {
      const point = points.find((candidate) => candidate.year === year);
      if (point === undefined || point.percent === null) return noValue;
      // Intervals of all lines would stand on each other, and the table has them.
      return spec.intervals && at === 0
        ? { value: point.percent, low: point.ciLow, high: point.ciHigh }
        : plainValue(point.percent);
    }),
    shade: chartTheme.units[at % chartTheme.units.length] ?? { fill: chartTheme.accent, outline: null },
    marker: unitShapes[at % unitShapes.length] ?? 'circle',
    isLine: true,
    labels: at === 0 ? 'last' : 'none',
  }));
  const given = [...new Set(marks.map(({ kind, source }) => (kind === 'target' ? own.aim : source)))].map(
    (name): LineSeries => ({
      name,
      values: years.map((year) => {
        const mark = marks.find(
          (candidate) =>
            candidate.year === year && (candidate.kind === 'target' ? own.aim : candidate.source) === name,
        );
        return plainValue(mark?.percent ?? null);
      }),
      shade: { fill: chartTheme.muted, outline: null },
      marker: name === own.aim ? 'tick' : 'diamond',
      isLine: false,
      labels: 'all',
    }),
  );
  const all = [...series, ...given];
  return {
    kind: 'lines',
    intervals: 'uncertainty',
    heading: own.year,
    categories: years.map((year) => (hidden.includes(year) ? `${year} ..` : String(year))),
    axis: axisAround(
      all.flatMap(({ values }) =>
        values.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null)),
      ),
    ),
    numbers: { shownAs: 'percent', decimals: spec.format.percentDecimals },
    series: all,
  };
}
