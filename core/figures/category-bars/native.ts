import type { BarSeries, NativeChart } from '../native-chart.ts';
import {
  chartTheme,
  chartValue,
  measureAxis,
  measureNumbers,
  plainValue,
  seriesFill,
  withHidden,
} from '../native-chart.ts';
import { words as shared } from '../words.ts';
import type { CategoryBarsSpec } from './spec.ts';

/** The items' bars with their intervals. The share of "don't know" and the verdicts have no place in a chart. */
export function nativeChart(spec: CategoryBarsSpec): NativeChart {
  const { items, series, measure, by, benchmarkName } = spec;
  const own = series.map(({ name }, at): BarSeries => {
    const { fill, outline, onFill } = seriesFill(by, at);
    return {
      name,
      values: items.map(({ bars }) => chartValue(bars[at], spec.intervals)),
      shade: { fill, outline },
      onFill,
    };
  });
  const benchmark: BarSeries[] =
    benchmarkName === null
      ? []
      : [
          {
            name: benchmarkName,
            values: items.map((item) => plainValue(item.benchmark)),
            shade: chartTheme.dontKnow.earlier,
            onFill: chartTheme.text,
          },
        ];
  return {
    kind: 'bars',
    isStacked: false,
    heading: shared[spec.language].item,
    categories: items.map(({ name, bars }) =>
      withHidden(
        name,
        series.flatMap((one, at) => ((bars[at]?.hidden ?? null) === null ? [] : [one.name])),
        series.length,
      ),
    ),
    axis: measureAxis(measure, spec.lowest, spec.highest),
    numbers: measureNumbers(measure, spec),
    series: [...own, ...benchmark],
  };
}
