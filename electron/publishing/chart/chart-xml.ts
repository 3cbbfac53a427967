import type {
  BarChart,
  ChartAxis,
  ChartNumbers,
  LineChart,
  NativeChart,
  PointChart,
} from '../../../core/figures/native-chart.ts';
import { chartTheme } from '../../../core/figures/native-chart.ts';
import { xmlText } from '../package-bytes.ts';
import { formatCode } from '../xlsx/styles.ts';
import type { ChartSheet, IntervalRange, NumberRange, TextRange } from './chart-sheet.ts';
import { inCell } from './chart-sheet.ts';
import type { ChartLook } from './chart-style.ts';
import { areaStyle, hex, lineStyle, markerXml, Pen, pointPlot, stroke } from './chart-style.ts';
import type { LabelOffset } from './point-labels.ts';
import { labelOffsets } from './point-labels.ts';

/** More or longer names than these do not stand side by side under an axis. */
const mostLevelNames = 12;
const longestLevelName = 16;

/** Whether names under an axis are turned upright. */
export function hasUprightNames(categories: readonly string[]): boolean {
  return categories.length > mostLevelNames || categories.some((name) => name.length > longestLevelName);
}

/** Axes are told apart by these. */
const axisIds = { along: 1, values: 2 } as const;
/** A part of a stacked bar that is shorter than this share of the axis has no room for its number. */
const leastLabelled = 0.045;
/** And a bar shorter than this share of it. */
const leastInside = 0.1;

/**
 * A chart as the part of a package that Word and PowerPoint draw it from, valid by the published schema. Everything
 * drawn stands in the workbook inside too, in the cells that are named.
 */
export function chartXml(chart: NativeChart, cells: ChartSheet, look: ChartLook): string {
  const pen = new Pen(look);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:date1904 val="0"/><c:lang val="${look.languageTag}"/><c:roundedCorners val="0"/>` +
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${plotLayout(chart)}${plot(chart, cells, pen)}<c:spPr><a:noFill/></c:spPr></c:plotArea>` +
    `${legend(chart, pen)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${hex(chartTheme.surface)}"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>` +
    pen.textStyle(chartTheme.text) +
    `<c:externalData r:id="${look.workbookId}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

function plotLayout({ kind }: NativeChart): string {
  if (kind !== 'points') return '<c:layout/>';
  const { x, y, width, height } = pointPlot;
  return (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
    `<c:x val="${x}"/><c:y val="${y}"/><c:w val="${width}"/><c:h val="${height}"/></c:manualLayout></c:layout>`
  );
}

function plot(chart: NativeChart, cells: ChartSheet, pen: Pen): string {
  switch (chart.kind) {
    case 'bars':
      return bars(chart, cells, pen);
    case 'lines':
      return lines(chart, cells, pen);
    case 'points':
      return points(chart, cells, pen);
  }
}

function bars({ series, isStacked, axis, numbers }: BarChart, cells: ChartSheet, pen: Pen): string {
  const own = series.map((one, at) => {
    const place = cells.series[at];
    if (place === undefined) return '';
    const hasIntervals = place.intervals.length > 0;
    const unlabelled = isStacked
      ? one.values.flatMap(({ value }, index) =>
          (value ?? 0) < leastLabelled * (axis.highest - axis.lowest) ? [index] : [],
        )
      : [];
    // Beside an interval a number would stand on it: inside its bar it is read, where there is room for it.
    const position = isStacked ? 'ctr' : hasIntervals ? 'inBase' : 'outEnd';
    const ink = position === 'outEnd' ? chartTheme.text : one.onFill;
    const outside =
      position === 'inBase'
        ? one.values.flatMap(({ value }, index) =>
            value !== null && value - axis.lowest < leastInside * (axis.highest - axis.lowest) ? [index] : [],
          )
        : [];
    return (
      `<c:ser>${head(at, one.name, place.name)}${areaStyle(one.shade, isStacked)}<c:invertIfNegative val="0"/>` +
      labels(numbers, position, ink, pen, { without: unlabelled, outside }) +
      place.intervals.map((interval) => errorBars(interval, null, 'uncertainty')).join('') +
      `<c:cat>${textReference(place.along)}</c:cat><c:val>${numberReference(place.values)}</c:val></c:ser>`
    );
  });
  const gap = isStacked ? 45 : 55;
  return (
    `<c:barChart><c:barDir val="bar"/><c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
    `${own.join('')}<c:gapWidth val="${gap}"/><c:overlap val="${isStacked ? 100 : -6}"/>${axisPair()}</c:barChart>` +
    categoryAxis('l', true, 0, pen) +
    valueAxis(axisIds.values, axisIds.along, 't', axis, numbers, pen, 'between')
  );
}

function lines(chart: LineChart, cells: ChartSheet, pen: Pen): string {
  const { series, axis, numbers, categories, intervals } = chart;
  const own = series.map((one, at) => {
    const place = cells.series[at];
    if (place === undefined) return '';
    return (
      `<c:ser>${head(at, one.name, place.name)}${lineStyle(one.isLine ? one.shade : null)}${markerXml(one.marker, one.shade, pen)}` +
      (one.labels === 'none'
        ? ''
        : labels(numbers, 'r', chartTheme.text, pen, { without: unlabelledOf(one) })) +
      place.intervals.map((interval) => errorBars(interval, 'y', intervals)).join('') +
      `<c:cat>${textReference(place.along)}</c:cat><c:val>${numberReference(place.values)}</c:val><c:smooth val="0"/></c:ser>`
    );
  });
  return (
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${own.join('')}<c:marker val="1"/>${axisPair()}</c:lineChart>` +
    categoryAxis('b', false, hasUprightNames(categories) ? -90 : 0, pen) +
    valueAxis(axisIds.values, axisIds.along, 'l', axis, numbers, pen, 'between')
  );
}

/** Points that go without their number: all before the last, where only that has one. */
function unlabelledOf({ labels: which, values }: LineChart['series'][number]): number[] {
  const last = values.findLastIndex(({ value }) => value !== null);
  return which === 'last' ? values.flatMap((_, at) => (at === last ? [] : [at])) : [];
}

function points(chart: PointChart, cells: ChartSheet, pen: Pen): string {
  const { series, x, y, numbers } = chart;
  const offsets = labelOffsets(chart, pen.room);
  const own = series.map((one, at) => {
    const place = cells.series[at];
    if (place === undefined) return '';
    return (
      `<c:ser>${head(at, one.name, place.name)}${lineStyle(one.isLine ? one.shade : null, one.marker === null ? 1 : 1.25)}` +
      `${markerXml(one.marker, one.shade, pen)}${earlierPoints(one, pen)}${pointLabels(one.points, offsets[at] ?? [], pen)}` +
      place.intervals.map((interval) => errorBars(interval, interval.along, 'uncertainty')).join('') +
      `<c:xVal>${numberReference(place.along)}</c:xVal><c:yVal>${numberReference(place.values)}</c:yVal><c:smooth val="0"/></c:ser>`
    );
  });
  return (
    `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${own.join('')}${axisPair()}</c:scatterChart>` +
    valueAxis(axisIds.along, axisIds.values, 'b', x, numbers, pen, 'midCat') +
    valueAxis(axisIds.values, axisIds.along, 'l', y, numbers, pen, 'midCat')
  );
}

/** Points have their names beside them; a single series of bars says in the title what it is. */
function legend(chart: NativeChart, pen: Pen): string {
  if (chart.kind === 'points' || chart.series.length === 1) return '';
  return `<c:legend><c:legendPos val="${chart.kind === 'bars' ? 't' : 'b'}"/><c:overlay val="0"/>${pen.textStyle(chartTheme.text)}</c:legend>`;
}

function head(at: number, name: string, cell: TextRange | null): string {
  const told = cell === null ? `<c:v>${xmlText(name)}</c:v>` : textReference(cell);
  return `<c:idx val="${at}"/><c:order val="${at}"/><c:tx>${told}</c:tx>`;
}

function textReference(range: TextRange | NumberRange): string {
  if (!('texts' in range)) return numberReference(range);
  const all = range.texts.map((text, at) => `<c:pt idx="${at}"><c:v>${xmlText(text)}</c:v></c:pt>`).join('');
  return `<c:strRef><c:f>${range.cells}</c:f><c:strCache><c:ptCount val="${range.texts.length}"/>${all}</c:strCache></c:strRef>`;
}

/** An empty cell has no point: nothing is drawn, and never a 0. */
function numberReference(range: TextRange | NumberRange): string {
  if ('texts' in range) return textReference(range);
  const all = range.values
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    .join('');
  return (
    `<c:numRef><c:f>${range.cells}</c:f><c:numCache><c:formatCode>${xmlText(range.formatCode)}</c:formatCode>` +
    `<c:ptCount val="${range.values.length}"/>${all}</c:numCache></c:numRef>`
  );
}

/** An interval has ends; a line to another year of a dumbbell has none. */
function errorBars(
  { plus, minus }: IntervalRange,
  direction: 'x' | 'y' | null,
  kind: LineChart['intervals'],
): string {
  const isConnection = kind === 'connection';
  return (
    `<c:errBars>${direction === null ? '' : `<c:errDir val="${direction}"/>`}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="${isConnection ? 1 : 0}"/>` +
    `<c:plus>${numberReference(plus)}</c:plus><c:minus>${numberReference(minus)}</c:minus>` +
    `<c:spPr>${isConnection ? stroke(chartTheme.controlBorder, 2) : stroke(chartTheme.text, 0.9)}</c:spPr></c:errBars>`
  );
}

const shownParts = (value: boolean): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

function labels(
  numbers: ChartNumbers,
  position: string,
  ink: string,
  pen: Pen,
  {
    without = [],
    outside = [],
  }: { readonly without?: readonly number[]; readonly outside?: readonly number[] } = {},
): string {
  const format = `<c:numFmt formatCode="${xmlText(formatCode(numbers))}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`;
  const own = [
    ...without.map((at) => `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`),
    ...outside.map(
      (at) =>
        `<c:dLbl><c:idx val="${at}"/>${format}${pen.textStyle(chartTheme.text)}<c:dLblPos val="outEnd"/>${shownParts(true)}</c:dLbl>`,
    ),
  ].join('');
  return `<c:dLbls>${own}${format}${pen.textStyle(ink)}<c:dLblPos val="${position}"/>${shownParts(true)}</c:dLbls>`;
}

/** Earlier places of a trail are small. */
function earlierPoints({ points: own, marker, shade }: PointChart['series'][number], pen: Pen): string {
  if (marker === null) return '';
  return own
    .map(({ label }, at) =>
      label === null
        ? `<c:dPt><c:idx val="${at}"/>${markerXml(marker, shade, pen, 0.6)}<c:bubble3D val="0"/></c:dPt>`
        : '',
    )
    .join('');
}

/** Names beside points, each in its own words and where it found room. */
function pointLabels(
  own: PointChart['series'][number]['points'],
  offsets: readonly (LabelOffset | null)[],
  pen: Pen,
): string {
  const named = own
    .map(({ label }, at) => {
      const offset = offsets[at] ?? null;
      return label === null || offset === null
        ? `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`
        : `<c:dLbl><c:idx val="${at}"/>${pen.moved(offset)}<c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:r>${pen.run(chartTheme.text)}<a:t>${xmlText(label)}</a:t></a:r></a:p></c:rich></c:tx>` +
            `<c:dLblPos val="r"/>${shownParts(true)}</c:dLbl>`;
    })
    .join('');
  return `<c:dLbls>${named}${pen.textStyle(chartTheme.text)}<c:dLblPos val="r"/>${shownParts(false)}</c:dLbls>`;
}

function axisPair(): string {
  return `<c:axId val="${axisIds.along}"/><c:axId val="${axisIds.values}"/>`;
}

function categoryAxis(position: 'l' | 'b', isFromTop: boolean, degrees: number, pen: Pen): string {
  return (
    `<c:catAx><c:axId val="${axisIds.along}"/><c:scaling><c:orientation val="${isFromTop ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${position}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${stroke(chartTheme.controlBorder, 0.75)}</c:spPr>` +
    `${pen.textStyle(chartTheme.text, degrees)}<c:crossAx val="${axisIds.values}"/><c:crosses val="min"/>` +
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
  );
}

function valueAxis(
  id: number,
  crossed: number,
  position: 'l' | 'b' | 't',
  { title, lowest, highest, step }: ChartAxis,
  { shownAs }: ChartNumbers,
  pen: Pen,
  between: 'between' | 'midCat',
): string {
  const at = (value: number): number => inCell(value, shownAs) ?? 0;
  const isUpright = position === 'l';
  const named =
    title === null
      ? ''
      : `<c:title><c:tx><c:rich><a:bodyPr rot="${isUpright ? -5_400_000 : 0}" vert="horz"/><a:p><a:r>${pen.run(chartTheme.text2)}<a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  return (
    `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/><c:max val="${at(highest)}"/><c:min val="${at(lowest)}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${position}"/><c:majorGridlines><c:spPr>${stroke(chartTheme.hairline, 0.75)}</c:spPr></c:majorGridlines>${named}` +
    `<c:numFmt formatCode="${xmlText(formatCode({ shownAs, decimals: 0 }))}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${pen.textStyle(chartTheme.muted, 0)}` +
    `<c:crossAx val="${crossed}"/><c:crosses val="min"/><c:crossBetween val="${between}"/><c:majorUnit val="${at(step)}"/></c:valAx>`
  );
}
