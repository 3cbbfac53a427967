import type { NativeChart } from '../native-chart.ts';
import { percentAxis, plainValue, seriesFill } from '../native-chart.ts';
import type { ResponseRatesSpec } from './spec.ts';
import { words } from './words.ts';

/** The whole and its units, a bar for each year. */
export function nativeChart({ whole, units, years, language }: ResponseRatesSpec): NativeChart {
  const own = words[language];
  const all = [whole, ...units];
  return {
    kind: 'bars',
    isStacked: false,
    heading: own.unit,
    categories: all.map(({ name }) => name),
    axis: percentAxis,
    numbers: { shownAs: 'percent', decimals: 0 },
    series: years.map((year, at) => {
      const { fill, outline, onFill } = seriesFill('year', at);
      return {
        name: String(year),
        values: all.map(({ rates }) => plainValue(rates[at]?.percent ?? null)),
        shade: { fill, outline },
        onFill,
      };
    }),
  };
}
