import type { NativeChart } from '../native-chart.ts';
import { axisAround, chartTheme, mostNamedPoints } from '../native-chart.ts';
import type { EmployeeScatterSpec } from './spec.ts';
import { words } from './words.ts';

/** The axes reach at least this far, so that small differences do not look large. */
const leastSpan = 20;

/** A named point for each unit with both results; null where there is none, or too many. */
export function nativeChart({
  points,
  itemName,
  question,
  language,
}: EmployeeScatterSpec): NativeChart | null {
  if (points.length === 0 || points.length > mostNamedPoints) return null;
  const own = words[language];
  const place = (value: number) => ({ value, low: null, high: null });
  const axis = (values: readonly number[], title: string) => ({ ...axisAround(values, leastSpan), title });
  return {
    kind: 'points',
    x: axis(
      points.map(({ x }) => x),
      own.surveyAxis(itemName),
    ),
    y: axis(
      points.map(({ y }) => y),
      own.employeesAxis(question),
    ),
    numbers: { shownAs: 'number', decimals: 0 },
    heading: own.unit,
    series: [
      {
        name: own.unit,
        points: points.map(({ unitName, x, y }) => ({
          name: unitName,
          label: unitName,
          x: place(x),
          y: place(y),
        })),
        shade: { fill: chartTheme.accent, outline: null },
        marker: 'circle',
        isLine: false,
      },
    ],
  };
}
