import type { NativeChart } from '../native-chart.ts';
import { chartTheme, percentAxis, plainValue, seriesFill, withHidden } from '../native-chart.ts';
import { scaleFills } from './draw.ts';
import type { DistributionSpec } from './spec.ts';
import { words as shared } from '../words.ts';
import { writtenBy } from '../written.ts';
import { words } from './words.ts';

/** Bars from 0 to 100 %, a part for each answer; the share of "don't know" stands in their names. */
export function nativeChart(spec: DistributionSpec): NativeChart {
  const own = words[spec.language];
  const common = shared[spec.language];
  const written = writtenBy(spec);
  const rows = spec.groups.flatMap(({ name, rows: all }) => all.map((row) => ({ name, row })));
  const hasItems = spec.groups.length > 1;
  const hasSeries = spec.groups.some(({ rows: all }) => all.length > 1);
  const fills = scaleFills(chartTheme, spec.values.length);
  return {
    kind: 'bars',
    isStacked: true,
    heading: hasItems || !hasSeries ? common.item : spec.by === 'year' ? common.year : common.unit,
    categories: rows.map(({ name, row }) => {
      const title = [...(hasItems || !hasSeries ? [name] : []), ...(hasSeries ? [row.series.name] : [])];
      const dontKnow = written.percent(row.dontKnow.value, row.dontKnow.hidden !== null);
      const told = `${title.join(', ')} (${common.dontKnow.toLowerCase()} ${dontKnow})`;
      return withHidden(told, row.hidden === null ? [] : [row.series.name], 1);
    }),
    axis: percentAxis,
    numbers: { shownAs: 'percent', decimals: spec.format.percentDecimals },
    series: spec.values.map((value, at) => {
      const { fill, outline, onFill } = fills[at] ?? seriesFill('year', at);
      return {
        name: own.share(value),
        values: rows.map(({ row }) => plainValue(row.shares?.[at] ?? null)),
        shade: { fill, outline },
        onFill,
      };
    }),
  };
}
