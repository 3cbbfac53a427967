import type { NativeChart } from '../../../core/figures/native-chart.ts';
import { hasUprightNames } from './chart-xml.ts';

/** Of a name's lines: names take about this share of a chart's width, and a letter this share of its size. */
const nameShare = 0.34;
const letterShare = 0.52;
/** Legend and axis, in lines of text. */
const roomAround = 4;
/** Heights of text lines and bars, as multiples of the text's size. */
const lineHeight = 1.25;
const barHeight = 1.2;
/** Between the groups of bars of two categories. */
const categoryGap = 0.7;

/** The height that a chart wants at a width, both in points, so that all names and numbers can be read. */
export function chartHeight(chart: NativeChart, width: number, textPoints: number): number {
  switch (chart.kind) {
    case 'bars': {
      const rows = chart.categories.map((name) => categoryHeight(chart, name, width, textPoints));
      // A chart gives all its categories the same height.
      return Math.max(0, ...rows) * rows.length + roomAround * textPoints * lineHeight;
    }
    case 'lines':
      return hasUprightNames(chart.categories) ? 44 * textPoints : Math.max(width * 0.5, 24 * textPoints);
    case 'points':
      return width * 0.72;
  }
}

function categoryHeight(
  chart: Extract<NativeChart, { kind: 'bars' }>,
  name: string,
  width: number,
  textPoints: number,
): number {
  const letters = (width * nameShare) / (textPoints * letterShare);
  const nameHeight = Math.ceil(name.length / letters) * lineHeight * textPoints;
  const bars = chart.isStacked ? 1.4 : chart.series.length;
  return Math.max(nameHeight, bars * barHeight * textPoints) + categoryGap * textPoints;
}

/** A chart in pieces that each fit into a height, and keep their series and axes; one piece where it cannot be parted. */
export function chartPieces(
  chart: NativeChart,
  width: number,
  height: number,
  textPoints: number,
): NativeChart[] {
  if (chart.kind === 'points') return [chart];
  const most =
    chart.kind === 'bars'
      ? mostBars(chart, width, height, textPoints)
      : Math.floor(width / (textPoints * 1.5));
  const count = Math.ceil(chart.categories.length / Math.max(1, most));
  if (count <= 1) return [chart];
  // Even pieces: a last one with a single category would look forgotten.
  const size = Math.ceil(chart.categories.length / count);
  return Array.from({ length: count }, (_, at) => part(chart, at * size, (at + 1) * size));
}

function mostBars(
  chart: Extract<NativeChart, { kind: 'bars' }>,
  width: number,
  height: number,
  textPoints: number,
): number {
  const tallest = Math.max(...chart.categories.map((name) => categoryHeight(chart, name, width, textPoints)));
  return Math.floor((height - roomAround * textPoints * lineHeight) / tallest);
}

function part(chart: Exclude<NativeChart, { kind: 'points' }>, from: number, to: number): NativeChart {
  const cut = <Own extends { readonly values: readonly unknown[] }>(series: Own): Own => ({
    ...series,
    values: series.values.slice(from, to),
  });
  const categories = chart.categories.slice(from, to);
  return chart.kind === 'bars'
    ? { ...chart, categories, series: chart.series.map(cut) }
    : { ...chart, categories, series: chart.series.map(cut) };
}
