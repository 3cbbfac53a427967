import type { DrawContext } from '../module.ts';
import { tickText } from '../axis.ts';
import { levelLine, linesHeight, textAt, textLines, uprightLine, wrapped } from '../pieces.ts';
import type { Mark, Point } from '../scene.ts';
import { type } from '../theme.ts';
import { writtenBy } from '../written.ts';
import type { Rect } from './placement.ts';
import { alongLine, isWithin, overlaps, rectAround } from './placement.ts';
import type { QuadrantPlace, QuadrantSpec, QuadrantUnit } from './spec.ts';
import { words } from './words.ts';

/** The square that the points stand in: the same range on both axes. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly lowest: number;
  readonly highest: number;
}

export function xIn({ left, side, lowest, highest }: Plot, value: number): number {
  return left + ((value - lowest) / (highest - lowest)) * side;
}

export function yIn({ top, side, lowest, highest }: Plot, value: number): number {
  return top + side - ((value - lowest) / (highest - lowest)) * side;
}

const steps = [2, 4, 5, 10, 20] as const;
const mostTicks = 9;
const leastSpan = 16;

/** One range for both axes: whole steps around all that is drawn, and the limit. */
export function rangeOf(spec: QuadrantSpec): {
  readonly lowest: number;
  readonly highest: number;
  readonly step: number;
} {
  const drawn = spec.units
    .filter((unit) => newestPlace(unit, spec) !== null)
    .flatMap(({ places }) => (spec.trail ? places : places.slice(0, 1)));
  const values = [
    ...drawn.flatMap(({ x, y, year }) =>
      [x, y].flatMap((one) => [
        one.value,
        ...(spec.intervals && year === spec.years[0] ? [one.ciLow, one.ciHigh] : []),
      ]),
    ),
    spec.limitPercent,
  ].filter((value) => value !== null);
  if (values.length < 2) return { lowest: 0, highest: 100, step: 20 };
  const air = 2;
  let low = Math.max(0, Math.min(...values) - air);
  let high = Math.min(100, Math.max(...values) + air);
  if (high - low < leastSpan) {
    low = Math.max(0, (low + high - leastSpan) / 2);
    high = Math.min(100, low + leastSpan);
  }
  const step = steps.find((size) => (high - low) / size <= mostTicks) ?? 20;
  return {
    lowest: Math.floor(low / step) * step,
    highest: Math.min(100, Math.ceil(high / step) * step),
    step,
  };
}

/** Where a unit stands in the newest year; null where it has no place then, and so no point. */
export function newestPlace({ places }: QuadrantUnit, { years }: QuadrantSpec): QuadrantPlace | null {
  return places.find(({ year }) => year === years[0]) ?? null;
}

/** What stands behind the points, and where labels may not stand. */
export interface PlotGround {
  readonly marks: readonly Mark[];
  /** Texts that stand over lines. */
  readonly labels: readonly Mark[];
  readonly taken: readonly Rect[];
}

/** Grid, axes, limits and the names of the corners. */
export function plotGround(
  spec: QuadrantSpec,
  plot: Plot,
  step: number,
  { theme, textWidth }: Pick<DrawContext, 'theme' | 'textWidth'>,
  /** Where points stand, older ones too. */
  points: readonly Rect[],
): PlotGround {
  const { left, top, side, lowest, highest } = plot;
  const right = left + side;
  const bottom = top + side;
  const count = Math.round((highest - lowest) / step) + 1;
  const ticks = Array.from({ length: count }, (_, at) => lowest + at * step).filter(
    (tick) => tick <= highest,
  );
  const marks: Mark[] = [
    ...aimGround(spec, plot, theme.band),
    ...ticks.flatMap((tick) => [
      uprightLine(xIn(plot, tick), top, bottom, theme.hairline),
      levelLine(left, right, yIn(plot, tick), theme.hairline),
      textAt(String(tick), xIn(plot, tick), bottom + 13, type.small, theme.muted, 'center'),
      textAt(String(tick), left - 8, yIn(plot, tick), type.small, theme.muted, 'right'),
    ]),
    textAt(`${spec.x.name}, %`, left + side / 2, bottom + 34, type.smallStrong, theme.text, 'center'),
    {
      shape: 'text',
      text: `${spec.y.name}, %`,
      x: left - 40,
      y: top + side / 2,
      style: type.smallStrong,
      fill: theme.text,
      align: 'center',
      upwards: true,
    },
  ];
  const taken: Rect[] = [];
  const { limitPercent } = spec;
  if (limitPercent === null || limitPercent <= lowest || limitPercent >= highest)
    return { marks, labels: [], taken };
  const limit = words[spec.language].limit(tickText(limitPercent, true, spec.language));
  const limitWidth = textWidth(limit, type.small.size, type.small.weight);
  const x = xIn(plot, limitPercent);
  const y = yIn(plot, limitPercent);
  marks.push(
    uprightLine(x, top, bottom, theme.controlBorder, 1.2),
    levelLine(left, right, y, theme.controlBorder, 1.2),
  );
  const labels: Mark[] = [];
  const below = y + 10;
  const besideLine = limitWidth / 2 + 7;
  // Each line's name at one of its ends, where no point stands.
  const wanted: readonly (readonly Point[])[] = [
    [
      [right - besideLine, below],
      [right - besideLine, y - 10],
      [left + besideLine, below],
      [left + besideLine, y - 10],
    ],
    [
      [x + besideLine, bottom - 10],
      [x - besideLine, bottom - 10],
      [x + besideLine, top + 10],
      [x - besideLine, top + 10],
    ],
  ];
  for (const places of wanted) {
    const place = places.find(([cx, cy]) => {
      const rect = rectAround(cx, cy, limitWidth, labelHeight);
      return (
        isWithin(rect, insideOf(plot)) && ![...points, ...taken].some((other) => overlaps(rect, other, 2))
      );
    });
    if (place === undefined) continue;
    labels.push(textAt(limit, place[0], place[1], type.small, theme.muted, 'center', theme.surface));
    taken.push(rectAround(place[0], place[1], limitWidth, labelHeight));
  }
  const corners = cornerNames(spec, plot, [x, y], { theme, textWidth }, taken);
  return { marks, labels: [...labels, ...corners.marks], taken: [...taken, ...corners.taken] };
}

/** The corner to aim for, high on both, stands on a ground of its own. */
function aimGround({ limitPercent }: QuadrantSpec, plot: Plot, fill: string): Mark[] {
  if (limitPercent === null || limitPercent >= plot.highest) return [];
  const x = xIn(plot, Math.max(limitPercent, plot.lowest));
  const y = yIn(plot, Math.max(limitPercent, plot.lowest));
  return [{ shape: 'rect', x, y: plot.top, width: plot.left + plot.side - x, height: y - plot.top, fill }];
}

/** The corner with the ground of its own. */
function isAim({ x, y }: QuadrantSpec['corners'][number]): boolean {
  return x === 'high' && y === 'high';
}

const cornerPadding = 10;
const leastCorner = 84;

/** Each corner's name, where its part of the plot has room for it. */
function cornerNames(
  spec: QuadrantSpec,
  { left, top, side }: Plot,
  [x, y]: readonly [number, number],
  { theme, textWidth }: Pick<DrawContext, 'theme' | 'textWidth'>,
  taken: readonly Rect[],
): Omit<PlotGround, 'labels'> {
  const marks: Mark[] = [];
  const rects: Rect[] = [];
  for (const corner of spec.corners) {
    const isLeft = corner.x === 'low';
    const isLow = corner.y === 'low';
    const width = (isLeft ? x - left : left + side - x) - 2 * cornerPadding;
    const room = (isLow ? top + side - y : y - top) - 2 * cornerPadding;
    const name = wrapped(corner.name, Math.min(width, 190), type.small, textWidth);
    const code = words[spec.language].corner(corner.code);
    const height = linesHeight(1, type.smallStrong) + linesHeight(name.length, type.small);
    if (width < leastCorner || height > room || room < height + 20) continue;
    const anchor = isLeft ? left + cornerPadding : left + side - cornerPadding;
    const align = isLeft ? 'left' : 'right';
    const widest = Math.max(
      textWidth(code, type.smallStrong.size, type.smallStrong.weight),
      ...name.map((line) => textWidth(line, type.small.size, type.small.weight)),
    );
    const base = isLow ? top + side - cornerPadding - height : top + cornerPadding;
    const own: Rect = {
      left: isLeft ? anchor : anchor - widest,
      right: isLeft ? anchor + widest : anchor,
      top: base,
      bottom: base + height,
    };
    // The name of the limit stands at the bottom of the right half.
    const lift = taken.some(
      (rect) =>
        rect.left < own.right && own.left < rect.right && rect.top < own.bottom && own.top < rect.bottom,
    )
      ? -18
      : 0;
    const first = base + lift + linesHeight(1, type.smallStrong) / 2;
    marks.push(
      textAt(
        code,
        anchor,
        first,
        type.smallStrong,
        theme.text2,
        align,
        isAim(corner) ? theme.band : theme.surface,
      ),
      ...textLines(name, {
        x: anchor,
        y: base + lift + linesHeight(1, type.smallStrong) + linesHeight(name.length, type.small) / 2,
        style: type.small,
        fill: theme.muted,
        align,
        halo: isAim(corner) ? theme.band : theme.surface,
      }),
    );
    rects.push({ ...own, top: own.top + lift, bottom: own.bottom + lift });
  }
  return { marks, taken: rects };
}

/** A line of places that give a maturity, from end to end within the plot. */
interface MaturityLine {
  readonly line: QuadrantSpec['lines'][number];
  readonly start: Point;
  readonly end: Point;
}

/** Given maturities as lines of all places that give them, each with its name where it covers nothing. */
export function maturityLines(
  spec: QuadrantSpec,
  plot: Plot,
  { theme, textWidth }: Pick<DrawContext, 'theme' | 'textWidth'>,
  taken: readonly Rect[],
): PlotGround {
  const drawn = spec.lines.flatMap((line) => lineIn(line, plot));
  const along = drawn.map(({ start, end }) => alongLine(start, end, 6));
  const labels: Mark[] = [];
  const rects: Rect[] = [];
  drawn.forEach(({ line, start, end }, at) => {
    const text = lineName(line, spec);
    const width = textWidth(text, type.small.size, type.small.weight);
    const others = along.filter((_, other) => other !== at).flat();
    const place = placesAlong(start, end, width).find(([x, y]) => {
      const rect = rectAround(x, y, width, labelHeight);
      return (
        isWithin(rect, insideOf(plot)) &&
        ![...taken, ...rects, ...others].some((other) => overlaps(rect, other, 3))
      );
    });
    if (place === undefined) return;
    const [x, y] = place;
    labels.push(textAt(text, x, y, type.small, theme.text2, 'center', theme.surface));
    rects.push(rectAround(x, y, width, labelHeight));
  });
  return {
    marks: drawn.map(({ line: { kind }, start, end }): Mark => ({
      shape: 'line',
      points: [start, end],
      stroke: theme.text2,
      lineWidth: kind === 'target' ? 1.6 : 1.2,
      dash: kind === 'target' ? [2, 3] : [6, 4],
    })),
    labels,
    taken: rects,
  };
}

const labelHeight = 15;

function lineName({ kind, name, percent }: QuadrantSpec['lines'][number], spec: QuadrantSpec): string {
  const own = words[spec.language];
  const written = writtenBy(spec).percent(percent);
  return kind === 'target' ? own.target(written) : own.line(name, written);
}

function lineIn(line: QuadrantSpec['lines'][number], plot: Plot): MaturityLine[] {
  const { lowest, highest } = plot;
  const sum = 2 * line.percent;
  const from = Math.max(lowest, sum - highest);
  const to = Math.min(highest, sum - lowest);
  if (from >= to) return [];
  return [
    { line, start: [xIn(plot, from), yIn(plot, sum - from)], end: [xIn(plot, to), yIn(plot, sum - to)] },
  ];
}

/** Middles of a text beside a line, from its lower end upwards, at the right of it and at the left. */
function placesAlong(start: Point, end: Point, width: number): Point[] {
  return Array.from({ length: 24 }, (_, at) => 0.97 - at * 0.04).flatMap((share): Point[] => {
    const x = start[0] + (end[0] - start[0]) * share;
    const y = start[1] + (end[1] - start[1]) * share;
    return [
      [x + width / 2 + 12, y - 2],
      [x - width / 2 - 12, y + 2],
    ];
  });
}

function insideOf({ left, top, side }: Plot): Rect {
  return { left: left + 4, top: top + 4, right: left + side - 4, bottom: top + side - 4 };
}
