import { hiddenSign } from '../../privacy/reasons.ts';
import type { TextWidth } from '../figure.ts';
import { emptyHeight, emptyScene } from '../marks.ts';
import type { DrawContext } from '../module.ts';
import {
  levelLine,
  linesHeight,
  pointMark,
  spreadOut,
  textAt,
  textLines,
  whisker,
  widest,
  wrapped,
} from '../pieces.ts';
import type { Mark, Point, Scene, SceneItem } from '../scene.ts';
import type { Theme, UnitShape } from '../theme.ts';
import { type, unitShapes } from '../theme.ts';
import { writtenBy } from '../written.ts';
import type { TrendLine, TrendMark, TrendPanel, TrendPoint } from './data.ts';
import type { TrendSpec } from './spec.ts';
import { words } from './words.ts';

const plotHeight = 250;
const panelPlotHeight = 150;
const axisRoom = 26;
const topRoom = 14;
const panelGap = 18;
const pointRadius = 4.5;
const labelLine = 15;
const lineShift = 9;
const gap = 8;
/** The least that the axis spans, so that small changes do not look large. */
const leastSpan = 30;
const widestLabelShare = 0.36;

interface Layout {
  readonly plot: number;
  readonly labelWidth: number;
  /** What a label takes of height: that of the tallest. */
  readonly labelHeight: number;
  readonly titles: readonly (readonly string[])[];
  readonly height: number;
}

function layOut(spec: TrendSpec, width: number, textWidth: TextWidth): Layout {
  const isAlone = spec.panels.length <= 1;
  const labels = spec.panels.map((panel) => labelsOf(panel, marksOf(panel, spec), spec));
  const texts = labels.flat().map(({ text }) => text);
  const labelWidth = Math.min(width * widestLabelShare, widest(texts, type.smallStrong, textWidth));
  const tallest = Math.max(
    1,
    ...texts.map((text) => wrapped(text, labelWidth, type.smallStrong, textWidth).length),
  );
  const labelHeight = tallest * labelLine;
  const most = Math.max(0, ...labels.map((own) => own.length));
  const plot = Math.max(isAlone ? plotHeight : panelPlotHeight, most * labelHeight);
  const titles = spec.panels.map(({ name }) =>
    isAlone ? [] : wrapped(name, width, type.labelStrong, textWidth),
  );
  const heights = titles.map(
    (lines) => linesHeight(lines.length, type.labelStrong) + topRoom + plot + axisRoom,
  );
  const all = heights.reduce((sum, own) => sum + own, 0) + Math.max(0, heights.length - 1) * panelGap;
  return { plot, labelWidth, labelHeight, titles, height: Math.max(60, all) };
}

export function naturalHeight(spec: TrendSpec, width: number, textWidth: TextWidth): number {
  return isEmpty(spec) ? emptyHeight : layOut(spec, width, textWidth).height;
}

function pointsOf({ panels }: TrendSpec): TrendPoint[] {
  return panels.flatMap(({ lines }) => lines.flatMap(({ points }) => points));
}

function isEmpty(spec: TrendSpec): boolean {
  return spec.marks.length === 0 && pointsOf(spec).every(({ percent }) => percent === null);
}

/** The range of the axis, which all panels share: whole tens around everything drawn, at least thirty of them. */
function rangeOf({ panels, marks, intervals }: TrendSpec): readonly [number, number] {
  const values = [
    ...panels.flatMap(({ lines }) =>
      lines.flatMap(({ points }) =>
        points.flatMap(({ percent, ciLow, ciHigh }) => [percent, ...(intervals ? [ciLow, ciHigh] : [])]),
      ),
    ),
    ...marks.map(({ percent }) => percent),
  ].filter((value) => value !== null);
  if (values.length === 0) return [0, 100];
  let low = Math.max(0, Math.floor((Math.min(...values) - 2) / 10) * 10);
  let high = Math.min(100, Math.ceil((Math.max(...values) + 2) / 10) * 10);
  while (high - low < leastSpan) {
    if (low > 0) low -= 10;
    if (high < 100 && high - low < leastSpan) high += 10;
  }
  return [low, high];
}

/** A line for maturity and for each dimension; a panel for each unit, on the same axes. */
export function draw(spec: TrendSpec, { width, height, theme, textWidth }: DrawContext): Scene {
  if (isEmpty(spec)) {
    const isHidden = pointsOf(spec).some(({ hidden }) => hidden !== null);
    return emptyScene(spec, isHidden, { width, height, theme });
  }
  const { plot, labelWidth, labelHeight, titles, height: own } = layOut(spec, width, textWidth);
  const ground: Mark[] = [];
  const items: SceneItem[] = [];
  const top: Mark[] = [];
  let y = 0;
  spec.panels.forEach((panel, at) => {
    const lines = titles[at] ?? [];
    const titleHeight = linesHeight(lines.length, type.labelStrong);
    ground.push(
      ...textLines(lines, { x: 0, y: y + titleHeight / 2, style: type.labelStrong, fill: theme.text }),
    );
    const drawn = panelScene(
      panel,
      spec,
      { top: y + titleHeight + topRoom, plot, right: width - labelWidth - 30, labelWidth, labelHeight },
      theme,
      textWidth,
    );
    ground.push(...drawn.ground);
    items.push(...drawn.items);
    top.push(...drawn.top);
    y += titleHeight + topRoom + plot + axisRoom + panelGap;
  });
  return { width, height: Math.max(height, own), ground, items, top };
}

/** Targets and benchmarks are of the whole. */
function marksOf({ unit }: TrendPanel, { marks }: TrendSpec): readonly TrendMark[] {
  return unit === null ? marks : [];
}

interface Place {
  readonly top: number;
  readonly plot: number;
  readonly right: number;
  readonly labelWidth: number;
  readonly labelHeight: number;
}

function panelScene(
  panel: TrendPanel,
  spec: TrendSpec,
  { top, plot, right, labelWidth, labelHeight }: Place,
  theme: Theme,
  textWidth: TextWidth,
): { ground: Mark[]; items: SceneItem[]; top: Mark[] } {
  const written = writtenBy(spec);
  const [low, high] = rangeOf(spec);
  const left = textWidth('100\u00A0%', type.small.size, type.small.weight) + gap;
  const marks = marksOf(panel, spec);
  const labels = labelsOf(panel, marks, spec);
  const years = spec.years;
  const first = years[0] ?? 0;
  const span = Math.max(1, (years.at(-1) ?? first) - first);
  const inset = 14;
  const xOf = (year: number): number =>
    years.length < 2
      ? (left + right) / 2
      : left + inset + ((right - left - 2 * inset) * (year - first)) / span;
  const yOf = (percent: number): number => top + plot - (plot * (percent - low)) / (high - low);
  const step = high - low > 50 ? 20 : 10;
  const ticks = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, at) => low + at * step);
  const ground: Mark[] = [
    ...ticks.flatMap((tick) => [
      levelLine(left, right, yOf(tick), theme.hairline),
      textAt(written.wholePercent(tick), left - gap, yOf(tick), type.small, theme.muted, 'right'),
    ]),
    ...years.map((year) =>
      textAt(String(year), xOf(year), top + plot + 15, type.small, theme.text2, 'center'),
    ),
  ];
  const items: SceneItem[] = [];
  const over: Mark[] = [];
  panel.lines.forEach((line, at) => {
    const place = { xOf: (year: number): number => xOf(year) + shiftOf(at, panel), yOf };
    const drawn = lineMarks(line, styleOf(at, theme), place, spec, theme);
    ground.push(...drawn.ground);
    items.push(
      ...drawn.points.map(({ point, marks: own }) => ({
        name: `${panel.name}, ${line.name} ${point.year}: ${written.percent(point.percent, point.hidden !== null)}`,
        key: {
          unit: panel.unit,
          year: point.year,
          ...(line.dimension !== null && { dimension: line.dimension }),
        },
        marks: own,
      })),
    );
  });
  for (const year of years) {
    const isHidden = panel.lines.some(({ points }) =>
      points.some((own) => own.year === year && own.hidden !== null),
    );
    if (isHidden)
      ground.push(
        textAt(hiddenSign, xOf(year), top + plot - 8, type.label, theme.muted, 'center', theme.surface),
      );
  }
  for (const mark of marks) {
    items.push({
      name: `${nameOfMark(mark, spec)} ${mark.year}`,
      key: { year: mark.year },
      marks: givenMark(mark, xOf(mark.year), yOf(mark.percent), theme),
    });
  }
  const wanted = labels.map(({ percent }) => yOf(percent));
  const texts = labels.map(({ text, at }) =>
    wrapped(text, labelWidth, at === 0 ? type.smallStrong : type.small, textWidth),
  );
  const places = spreadOut(wanted, labelHeight, top - 4, top + plot + 4);
  labels.forEach(({ text, year, percent, at }, place) => {
    const y = places[place] ?? 0;
    const shift = at === null ? pointRadius : shiftOf(at, panel);
    const from: Point = [xOf(year) + shift + pointRadius + 3, yOf(percent)];
    over.push({
      shape: 'line',
      points: [from, [right + 4, y], [right + 13, y]],
      stroke: theme.strongHairline,
      lineWidth: 1,
    });
    if (at !== null) {
      const { colour, shape } = styleOf(at, theme);
      over.push(pointMark(shape, [right + 20, y], 3.6, { fill: colour, outline: null }, theme.surface));
    }
    over.push(
      ...textLines(texts[place] ?? [text], {
        x: right + 28,
        y,
        style: at === 0 ? type.smallStrong : type.small,
        fill: theme.text,
      }),
    );
  });
  return { ground, items, top: over };
}

/** Lines stand a little apart, so that their intervals do not lie on each other. */
function shiftOf(at: number, { lines }: TrendPanel): number {
  const order = at === 0 ? (lines.length - 1) / 2 : at - (at > (lines.length - 1) / 2 ? 0 : 1);
  return (order - (lines.length - 1) / 2) * lineShift;
}

interface LineStyle {
  readonly colour: string;
  readonly width: number;
  readonly shape: UnitShape;
}

/** Maturity is strong; dimensions are told apart by shape and colour. */
function styleOf(at: number, theme: Theme): LineStyle {
  const shape = unitShapes[at % unitShapes.length] ?? 'circle';
  if (at === 0) return { colour: theme.accent, width: 2.4, shape };
  return { colour: theme.units[at % theme.units.length]?.fill ?? theme.text2, width: 1.4, shape };
}

function lineMarks(
  { points }: TrendLine,
  { colour, width, shape }: LineStyle,
  { xOf, yOf }: { readonly xOf: (year: number) => number; readonly yOf: (percent: number) => number },
  { intervals }: TrendSpec,
  theme: Theme,
): { ground: Mark[]; points: { point: TrendPoint; marks: Mark[] }[] } {
  const shown = points.flatMap((point) =>
    point.percent === null ? [] : [{ point, percent: point.percent }],
  );
  const ground = shown.slice(1).flatMap(({ point, percent }, at): Mark[] => {
    const before = shown[at];
    if (before === undefined) return [];
    const isPublished = point.source === 'published' || before.point.source === 'published';
    return [
      {
        shape: 'line',
        points: [
          [xOf(before.point.year), yOf(before.percent)],
          [xOf(point.year), yOf(percent)],
        ],
        stroke: colour,
        lineWidth: width,
        ...(isPublished && { dash: [4, 3] }),
      },
    ];
  });
  return {
    ground,
    points: shown.map(({ point, percent }) => {
      const at: Point = [xOf(point.year), yOf(percent)];
      const { ciLow, ciHigh } = point;
      const interval =
        intervals && ciLow !== null && ciHigh !== null
          ? whisker([at[0], yOf(ciLow)], [at[0], yOf(ciHigh)], colour, theme.surface)
          : [];
      const dot = { fill: point.source === 'published' ? theme.surface : colour, outline: colour };
      return { point, marks: [...interval, pointMark(shape, at, pointRadius, dot, theme.surface)] };
    }),
  };
}

/** A target is a bar to reach, a benchmark a ring beside. */
function givenMark({ kind }: TrendMark, x: number, y: number, theme: Theme): Mark[] {
  return kind === 'target'
    ? [levelLine(x - 9, x + 9, y, theme.surface, 6), levelLine(x - 9, x + 9, y, theme.text, 2.4)]
    : [
        {
          shape: 'circle',
          x,
          y,
          r: pointRadius,
          fill: theme.surface,
          stroke: theme.text2,
          lineWidth: 1.6,
          dash: [2, 2],
        },
      ];
}

function nameOfMark({ kind, percent, source }: TrendMark, spec: TrendSpec): string {
  const written = writtenBy(spec).percent(percent);
  return kind === 'target' ? words[spec.language].target(written) : `${source} ${written}`;
}

interface Label {
  readonly text: string;
  readonly year: number;
  readonly percent: number;
  /** Which line; null for a given value. */
  readonly at: number | null;
}

/** What is written at the right: each line's last value, and given values. */
function labelsOf({ lines }: TrendPanel, marks: readonly TrendMark[], spec: TrendSpec): Label[] {
  const written = writtenBy(spec);
  const own = words[spec.language];
  return [
    ...lines.flatMap(({ name, points }, at): Label[] => {
      const last = points.findLast(({ percent }) => percent !== null);
      if (last === undefined || last.percent === null) return [];
      const note = last.source === 'published' ? `, ${own.published}` : '';
      return [
        {
          text: `${name} ${written.percent(last.percent)}${note}`,
          year: last.year,
          percent: last.percent,
          at,
        },
      ];
    }),
    ...marks.map((mark) => ({
      text: `${nameOfMark(mark, spec)} (${mark.year})`,
      year: mark.year,
      percent: mark.percent,
      at: null,
    })),
  ];
}
