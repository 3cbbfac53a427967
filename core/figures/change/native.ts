import type { ChartAxis, ChartValue, NativeChart } from '../native-chart.ts';
import { axisAround, measureNumbers, noValue, plainValue, seriesFill, withHidden } from '../native-chart.ts';
import type { Shade } from '../theme.ts';
import { words as shared } from '../words.ts';
import type { ChangeRow, ChangeSpec } from './spec.ts';

/** A dumbbell for each item, as far as charts of office programs go: upright, and without the verdicts' colours. */
export function nativeChart(spec: ChangeSpec): NativeChart {
  const { rows, years, measure, language } = spec;
  const common = shared[language];
  const hasBoth = new Set(rows.map(({ level }) => level)).size > 1;
  return {
    kind: 'lines',
    intervals: 'connection',
    heading: common.item,
    categories: rows.map(({ name, level, values }) =>
      withHidden(
        hasBoth && level === 'category' ? name.toLocaleUpperCase(language) : name,
        years.flatMap((year, at) => ((values[at]?.hidden ?? null) === null ? [] : [String(year)])),
        years.length,
      ),
    ),
    axis: axisOf(spec),
    numbers: measureNumbers(measure, spec),
    // The newest lies over the others.
    series: years
      .map((year, at) => ({
        name: String(year),
        values: rows.map((row) => (at === 0 ? newestOf(row) : plainValue(row.values[at]?.value ?? null))),
        shade: shadeOf(at),
        marker: at < 2 ? ('circle' as const) : ('tick' as const),
        isLine: false,
        labels: 'none' as const,
      }))
      .toReversed(),
  };
}

/** Around what is drawn, for points need no start as bars do: small changes are seen, and read off the axis. */
function axisOf({ rows, measure, lowest, highest }: ChangeSpec): ChartAxis {
  const values = rows.flatMap((row) => row.values.flatMap(({ value }) => value ?? []));
  if (measure === 'percent') return axisAround(values);
  return {
    title: null,
    lowest: Math.max(lowest, Math.floor(Math.min(highest, ...values))),
    highest: Math.min(highest, Math.ceil(Math.max(lowest, ...values))),
    step: 1,
  };
}

function shadeOf(at: number): Shade {
  const { fill, outline } = seriesFill('year', at === 0 ? 0 : 2);
  return { fill, outline };
}

/** The newest value, with a line to that of the year before. */
function newestOf({ values: [newest, before] }: ChangeRow): ChartValue {
  if (newest === undefined || newest.value === null) return noValue;
  const other = before?.value ?? newest.value;
  return { value: newest.value, low: Math.min(newest.value, other), high: Math.max(newest.value, other) };
}
