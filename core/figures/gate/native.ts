import type { ChartValue, NativeChart } from '../native-chart.ts';
import { noValue, percentAxis, seriesFill, withHidden } from '../native-chart.ts';
import type { GateShare } from './data.ts';
import type { GateSpec } from './spec.ts';
import { words } from './words.ts';

/** A bar for each year, with its interval; of several units a group of them for each. */
export function nativeChart(spec: GateSpec): NativeChart {
  const own = words[spec.language];
  const common = {
    kind: 'bars',
    isStacked: false,
    axis: percentAxis,
    numbers: { shownAs: 'percent', decimals: 0 },
  } as const;
  const [only, ...others] = spec.units;
  if (only !== undefined && others.length === 0) {
    const { fill, outline, onFill } = seriesFill('year', 0);
    return {
      ...common,
      heading: own.year,
      categories: only.shares.map(({ year, hidden }) =>
        withHidden(String(year), hidden === null ? [] : [own.yes], 1),
      ),
      series: [{ name: own.yes, values: only.shares.map(valueOf), shade: { fill, outline }, onFill }],
    };
  }
  return {
    ...common,
    heading: own.unit,
    categories: spec.units.map(({ name, shares }) =>
      withHidden(
        name,
        shares.flatMap(({ year, hidden }) => (hidden === null ? [] : [String(year)])),
        spec.years.length,
      ),
    ),
    series: spec.years.toReversed().map((year, at) => {
      const { fill, outline, onFill } = seriesFill('year', at);
      return {
        name: String(year),
        values: spec.units.map(({ shares }) => valueOf(shares.find((share) => share.year === year))),
        shade: { fill, outline },
        onFill,
      };
    }),
  };
}

function valueOf(share: GateShare | undefined): ChartValue {
  return share === undefined || share.percent === null
    ? noValue
    : { value: share.percent, low: share.ciLow, high: share.ciHigh };
}
