import type { DrawContext } from '../module.ts';
import { tickText } from '../axis.ts';
import { levelLine, linesHeight, textAt, textLines, uprightLine, wrapped } from '../pieces.ts';
import type { Mark } from '../scene.ts';
import { type } from '../theme.ts';
import { writtenBy } from '../written.ts';
import type { Rect } from './placement.ts';
import { rectAround } from './placement.ts';
import type { QuadrantSpec } from './spec.ts';
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
  const drawn = spec.units.flatMap(({ places }) => (spec.trail ? places : places.slice(0, 1)));
  const values = [
    ...drawn.flatMap(({ x, y }, at) =>
      [x, y].flatMap((one) => [one.value, ...(spec.intervals && at >= 0 ? [one.ciLow, one.ciHigh] : [])]),
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

/** What stands behind the points, and where labels may not stand. */
export interface PlotGround {
  readonly marks: readonly Mark[];
  readonly taken: readonly Rect[];
}

/** Grid, axes, limits and the names of the corners. */
export function plotGround(
  spec: QuadrantSpec,
  plot: Plot,
  step: number,
  { theme, textWidth }: Pick<DrawContext, 'theme' | 'textWidth'>,
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
  if (limitPercent === null || limitPercent <= lowest || limitPercent >= highest) return { marks, taken };
  const limit = words[spec.language].limit(tickText(limitPercent, true, spec.language));
  const limitWidth = textWidth(limit, type.small.size, type.small.weight);
  const x = xIn(plot, limitPercent);
  const y = yIn(plot, limitPercent);
  marks.push(
    uprightLine(x, top, bottom, theme.controlBorder, 1.2),
    levelLine(left, right, y, theme.controlBorder, 1.2),
  );
  const named: readonly (readonly [number, number])[] = [
    [right - limitWidth / 2 - 6, y + 10],
    [x + limitWidth / 2 + 6 > right - 4 ? x - limitWidth / 2 - 6 : x + limitWidth / 2 + 6, bottom - 10],
  ];
  for (const [cx, cy] of named) {
    if (cy + 8 > bottom + 2) continue;
    const rect = rectAround(cx, cy, limitWidth, 14);
    marks.push(textAt(limit, cx, cy, type.small, theme.muted, 'center', theme.surface));
    taken.push(rect);
  }
  const corners = cornerNames(spec, plot, [x, y], { theme, textWidth }, taken);
  return { marks: [...marks, ...corners.marks], taken: [...taken, ...corners.taken] };
}

/** The corner to aim for, high on both, stands on a ground of its own. */
function aimGround({ limitPercent }: QuadrantSpec, plot: Plot, fill: string): Mark[] {
  if (limitPercent === null || limitPercent >= plot.highest) return [];
  const x = xIn(plot, Math.max(limitPercent, plot.lowest));
  const y = yIn(plot, Math.max(limitPercent, plot.lowest));
  return [{ shape: 'rect', x, y: plot.top, width: plot.left + plot.side - x, height: y - plot.top, fill }];
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
): PlotGround {
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
      textAt(code, anchor, first, type.smallStrong, theme.text2, align),
      ...textLines(name, {
        x: anchor,
        y: base + lift + linesHeight(1, type.smallStrong) + linesHeight(name.length, type.small) / 2,
        style: type.small,
        fill: theme.muted,
        align,
      }),
    );
    rects.push({ ...own, top: own.top + lift, bottom: own.bottom + lift });
  }
  return { marks, taken: rects };
}

/** A given maturity as the line of all places that give it, with its name where it covers least. */
export function maturityLines(
  spec: QuadrantSpec,
  plot: Plot,
  { theme, textWidth }: Pick<DrawContext, 'theme' | 'textWidth'>,
  taken: readonly Rect[],
): PlotGround {
  const written = writtenBy(spec);
  const marks: Mark[] = [];
  const rects: Rect[] = [];
  const { lowest, highest } = plot;
  for (const { kind, name, percent } of spec.lines) {
    const sum = 2 * percent;
    const from = Math.max(lowest, sum - highest);
    const to = Math.min(highest, sum - lowest);
    if (from >= to) continue;
    const start = [xIn(plot, from), yIn(plot, sum - from)] as const;
    const end = [xIn(plot, to), yIn(plot, sum - to)] as const;
    const isTarget = kind === 'target';
    marks.push({
      shape: 'line',
      points: [start, end],
      stroke: theme.text2,
      lineWidth: isTarget ? 1.6 : 1.2,
      dash: isTarget ? [2, 3] : [6, 4],
    });
    const own = words[spec.language];
    const text = isTarget ? own.target(written.percent(percent)) : own.line(name, written.percent(percent));
    const width = textWidth(text, type.small.size, type.small.weight);
    const places = Array.from({ length: 15 }, (_, at) => 0.95 - at * 0.06).flatMap((share) => {
      const x = start[0] + (end[0] - start[0]) * share;
      const y = start[1] + (end[1] - start[1]) * share;
      return [
        [x + width / 2 + 10, y - 3],
        [x - width / 2 - 10, y + 3],
      ] as const;
    });
    const free = places.find(([x, y]) => {
      const rect = rectAround(x, y, width, 15);
      const isInside =
        rect.left >= plot.left + 4 &&
        rect.right <= plot.left + plot.side - 4 &&
        rect.top >= plot.top + 4 &&
        rect.bottom <= plot.top + plot.side - 4;
      return (
        isInside &&
        ![...taken, ...rects].some(
          (other) =>
            rect.left < other.right + 4 &&
            other.left < rect.right + 4 &&
            rect.top < other.bottom + 2 &&
            other.top < rect.bottom + 2,
        )
      );
    });
    if (free === undefined) continue;
    marks.push(textAt(text, free[0], free[1], type.small, theme.text2, 'center', theme.surface));
    rects.push(rectAround(free[0], free[1], width, 15));
  }
  return { marks, taken: rects };
}
