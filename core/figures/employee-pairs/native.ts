import type { NativeChart } from '../native-chart.ts';
import { chartTheme, percentAxis, plainValue, withHidden } from '../native-chart.ts';
import type { EmployeePairsSpec } from './spec.ts';
import { words } from './words.ts';

/** Both results of each unit as bars beside each other; null where no links are confirmed. */
export function nativeChart({ groups, language }: EmployeePairsSpec): NativeChart | null {
  const own = words[language];
  const pairs = groups.flatMap(({ itemName, pairs: all }) => all.map((pair) => ({ itemName, pair })));
  if (pairs.length === 0) return null;
  const [, second] = chartTheme.units;
  return {
    kind: 'bars',
    isStacked: false,
    heading: groups.length === 1 ? own.unit : own.item,
    categories: pairs.map(({ itemName, pair }) =>
      withHidden(
        groups.length === 1 ? pair.unitName : `${itemName}, ${pair.unitName}`,
        [...(pair.surveyIsHidden ? [own.survey] : []), ...(pair.employeeIsHidden ? [own.employees] : [])],
        2,
      ),
    ),
    axis: percentAxis,
    numbers: { shownAs: 'number', decimals: 0 },
    series: [
      {
        name: own.survey,
        values: pairs.map(({ pair }) => plainValue(pair.surveyPercent)),
        shade: { fill: chartTheme.accent, outline: null },
        onFill: chartTheme.onButton,
      },
      {
        name: own.employees,
        values: pairs.map(({ pair }) => plainValue(pair.employeeIndex)),
        shade: second ?? { fill: chartTheme.text2, outline: null },
        onFill: chartTheme.onButton,
      },
    ],
  };
}
