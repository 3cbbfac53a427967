import type { ChartPoint, NativeChart, PointSeries } from '../native-chart.ts';
import { axisAround, chartTheme, mostNamedPoints } from '../native-chart.ts';
import { looksOf } from './looks.ts';
import type { Look } from './looks.ts';
import type { QuadrantPlace, QuadrantSpec } from './spec.ts';
import { words } from './words.ts';
import { words as shared } from '../words.ts';
import { writtenBy } from '../written.ts';

/** The axes reach at least this far. */
const leastSpan = 30;

/** Units as points, earlier years as a trail, limits and given maturities as lines; null where no place is shown, or too many. */
export function nativeChart(spec: QuadrantSpec): NativeChart | null {
  const places = spec.units.flatMap((unit) => unit.places);
  if (places.length === 0 || spec.units.length > mostNamedPoints) return null;
  const units = looksOf(spec, chartTheme).flatMap((look) => unitSeries(look, spec));
  const reach = units.flatMap(({ points }) => points.flatMap(({ x, y }) => [x, y]));
  // Both axes alike, as in the drawing: a length means the same either way.
  const { lowest, highest, step } = axisAround(
    [
      ...reach.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null)),
      ...(spec.limitPercent === null ? [] : [spec.limitPercent]),
    ],
    leastSpan,
  );
  const axis = { lowest, highest, step };
  return {
    kind: 'points',
    x: { ...axis, title: spec.x.name },
    y: { ...axis, title: spec.y.name },
    numbers: { shownAs: 'percent', decimals: spec.format.percentDecimals },
    heading: shared[spec.language].unit,
    // Those with most points first: LibreOffice loses what is longer than the first.
    series: [...units, ...limitLines(spec, lowest, highest), ...givenLines(spec, lowest, highest)].toSorted(
      (a, b) => b.points.length - a.points.length,
    ),
  };
}

function unitSeries({ unit, fill, shape, isStrong }: Look, spec: QuadrantSpec): PointSeries[] {
  const shown = spec.trail ? unit.places : unit.places.slice(0, 1);
  const [newest] = spec.years;
  const point = (place: QuadrantPlace, at: number): ChartPoint => {
    const isNewest = at === 0;
    const own = (one: QuadrantPlace['x']) => ({
      value: one.value,
      low: isNewest && isStrong && spec.intervals ? one.ciLow : null,
      high: isNewest && isStrong && spec.intervals ? one.ciHigh : null,
    });
    const label = place.year === newest ? unit.name : `${unit.name} ${place.year}`;
    return {
      name: `${unit.name} ${place.year}`,
      label: isNewest ? label : null,
      x: own(place.x),
      y: own(place.y),
    };
  };
  return shown.length === 0
    ? []
    : [{ name: unit.name, points: shown.map(point), shade: fill, marker: shape, isLine: shown.length > 1 }];
}

const limitShade = { fill: chartTheme.controlBorder, outline: null };

function limitLines({ limitPercent, ...spec }: QuadrantSpec, lowest: number, highest: number): PointSeries[] {
  if (limitPercent === null || limitPercent < lowest || limitPercent > highest) return [];
  const name = words[spec.language].limit(writtenBy(spec).wholePercent(limitPercent));
  const line = (ends: readonly (readonly [number, number])[], isNamed: boolean): PointSeries =>
    lineOf(name, ends, isNamed, limitShade);
  return [
    line(
      [
        [lowest, limitPercent],
        [highest, limitPercent],
      ],
      true,
    ),
    line(
      [
        [limitPercent, lowest],
        [limitPercent, highest],
      ],
      false,
    ),
  ];
}

/** All places that give the same maturity: from where the line comes into the plot to where it leaves. */
function givenLines(
  { lines, language, ...spec }: QuadrantSpec,
  lowest: number,
  highest: number,
): PointSeries[] {
  const own = words[language];
  const written = writtenBy({ ...spec, language });
  return lines.flatMap(({ kind, name, percent }): PointSeries[] => {
    const left = Math.max(lowest, 2 * percent - highest);
    const right = Math.min(highest, 2 * percent - lowest);
    if (left >= right) return [];
    const told =
      kind === 'target'
        ? own.target(written.wholePercent(percent))
        : own.line(name, written.wholePercent(percent));
    const ends = [
      [left, 2 * percent - left],
      [right, 2 * percent - right],
    ] as const;
    return [lineOf(told, ends, true, { fill: chartTheme.muted, outline: null })];
  });
}

function lineOf(
  name: string,
  ends: readonly (readonly [number, number])[],
  isNamed: boolean,
  shade: PointSeries['shade'],
): PointSeries {
  return {
    name,
    points: ends.map(([x, y], at) => ({
      name,
      label: isNamed && at === ends.length - 1 ? name : null,
      x: { value: x, low: null, high: null },
      y: { value: y, low: null, high: null },
    })),
    shade,
    marker: null,
    isLine: true,
  };
}
