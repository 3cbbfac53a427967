import type { FigureKind, Measure, SpecFrame, SpecValue } from './figure.ts';
import type { Fill, Shade, UnitShape } from './theme.ts';
import { themes } from './theme.ts';

/**
 * A figure as the charts of office programs can hold it: data and how it is drawn, without a word of any file
 * format. Hidden and missing values are null and never 0.
 */
export type NativeChart = BarChart | LineChart | PointChart;

/** How numbers of a chart are written. Percents run 0–100. */
export interface ChartNumbers {
  readonly shownAs: 'number' | 'percent';
  readonly decimals: number;
}

/** An axis of values. */
export interface ChartAxis {
  /** Null where the chart says elsewhere what it measures. */
  readonly title: string | null;
  readonly lowest: number;
  readonly highest: number;
  /** Between its numbers, which have no decimals. */
  readonly step: number;
}

/** A value, and its interval where there is one. */
export interface ChartValue {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface CategoryChart {
  /** Over the names of the categories in the chart's workbook. */
  readonly heading: string;
  /** Names, with ".." where one of their values is hidden. */
  readonly categories: readonly string[];
  readonly axis: ChartAxis;
  /** Of values and their labels. */
  readonly numbers: ChartNumbers;
}

/** Level bars under each other, the first at the top: beside each other in their category, or in line. */
export interface BarChart extends CategoryChart {
  readonly kind: 'bars';
  readonly isStacked: boolean;
  readonly series: readonly BarSeries[];
}

export interface BarSeries {
  readonly name: string;
  /** One for each category. */
  readonly values: readonly ChartValue[];
  readonly shade: Shade;
  /** Of labels that stand on the bars. */
  readonly onFill: string;
}

/** Values over steps from left to right: years, or items side by side. */
export interface LineChart extends CategoryChart {
  readonly kind: 'lines';
  /** What the intervals of its values are: their uncertainty, or a line to another year as of a dumbbell. */
  readonly intervals: 'uncertainty' | 'connection';
  readonly series: readonly LineSeries[];
}

/** How a point is drawn; a tick is a short level line. */
export type ChartMarker = UnitShape | 'tick';

export interface LineSeries {
  readonly name: string;
  readonly values: readonly ChartValue[];
  readonly shade: Shade;
  readonly marker: ChartMarker;
  /** True: its points are joined. */
  readonly isLine: boolean;
  /** Which of its values have their numbers beside them. */
  readonly labels: 'all' | 'last' | 'none';
}

/** Points on two axes. */
export interface PointChart {
  readonly kind: 'points';
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly numbers: ChartNumbers;
  /** Over the names of the points in the chart's workbook. */
  readonly heading: string;
  readonly series: readonly PointSeries[];
}

export interface PointSeries {
  readonly name: string;
  readonly points: readonly ChartPoint[];
  readonly shade: Shade;
  /** Null for a line without points. */
  readonly marker: ChartMarker | null;
  readonly isLine: boolean;
}

export interface ChartPoint {
  /** What it is in the workbook: the unit and the year. */
  readonly name: string;
  /** What stands beside it; null for nothing. */
  readonly label: string | null;
  readonly x: ChartValue & { readonly value: number };
  readonly y: ChartValue & { readonly value: number };
}

/** Colours of charts: those of figures on paper. */
export const chartTheme = themes.light;

/** The colours of the series at a place: of years, newest first, or of units. */
export function seriesFill(by: 'year' | 'unit', at: number): Fill {
  const fills = by === 'year' ? chartTheme.years : chartTheme.units;
  const found = fills[Math.min(at, fills.length - 1)];
  // Pale colours have an outline, and letters on them are dark.
  const onFill = (found?.outline ?? null) === null ? chartTheme.onButton : chartTheme.text;
  return { fill: chartTheme.accent, outline: null, onFill, ...found };
}

/** A value of a spec, with its interval where the figure shows intervals. */
export function chartValue(own: SpecValue | undefined, hasInterval: boolean): ChartValue {
  if (own === undefined || own.value === null) return noValue;
  return hasInterval
    ? { value: own.value, low: own.ciLow, high: own.ciHigh }
    : { value: own.value, low: null, high: null };
}

/** Where nothing is drawn. */
export const noValue: ChartValue = { value: null, low: null, high: null };

/** A value that nobody computed an interval for. */
export function plainValue(value: number | null): ChartValue {
  return { value, low: null, high: null };
}

/** How a measure's numbers are written. */
export function measureNumbers(
  measure: Measure,
  { format }: Pick<SpecFrame<FigureKind>, 'format'>,
): ChartNumbers {
  return measure === 'mean'
    ? { shownAs: 'number', decimals: format.meanDecimals }
    : { shownAs: 'percent', decimals: format.percentDecimals };
}

/** From 0 to 100 %. */
export const percentAxis: ChartAxis = { title: null, lowest: 0, highest: 100, step: 20 };

/** The axis of a measure: the scale by whole steps, or 0–100 %. */
export function measureAxis(measure: Measure, lowest: number, highest: number): ChartAxis {
  return measure === 'mean' ? { title: null, lowest, highest, step: 1 } : percentAxis;
}

/** Whole tens around some values, so that small changes do not look large. */
export function axisAround(values: readonly number[], leastSpan = 30): ChartAxis {
  if (values.length === 0) return percentAxis;
  let lowest = Math.max(0, Math.floor((Math.min(...values) - 3) / 10) * 10);
  let highest = Math.min(100, Math.ceil((Math.max(...values) + 3) / 10) * 10);
  while (highest - lowest < leastSpan) {
    if (lowest > 0) lowest -= 10;
    if (highest < 100 && highest - lowest < leastSpan) highest += 10;
  }
  return { title: null, lowest, highest, step: 10 };
}

/**
 * A category's name with what is hidden of it: "Öppna data (2021 ..)". A chart draws nothing where a value is hidden,
 * and nothing is what a missing one looks like too.
 */
export function withHidden(name: string, hiddenSeries: readonly string[], ofSeries: number): string {
  if (hiddenSeries.length === 0) return name;
  return ofSeries === 1 ? `${name} ..` : `${name} (${hiddenSeries.join(', ')} ..)`;
}

/** Points of more units than these find no room for their names in a chart: the drawing numbers them instead. */
export const mostNamedPoints = 12;

/** Whether a chart has anything to draw. */
export function hasValues(chart: NativeChart): boolean {
  return chart.kind === 'points'
    ? chart.series.some(({ points }) => points.length > 0)
    : chart.series.some(({ values }) => values.some(({ value }) => value !== null));
}
