import type { TextWidth } from '../figure.ts';
import { emptyHeight, emptyScene } from '../marks.ts';
import type { DrawContext } from '../module.ts';
import { pointMark, textAt } from '../pieces.ts';
import type { Mark, Point, Scene, SceneItem } from '../scene.ts';
import type { Theme, TypeStyle } from '../theme.ts';
import { writtenBy } from '../written.ts';
import { isNumbered, keyOf } from './key.ts';
import type { Look } from './looks.ts';
import { looksOf } from './looks.ts';
import { crossMarks, pointOf, pointRadius, trailMarks, trailRadius } from './marks.ts';
import type { Rect, Wish } from './placement.ts';
import { placeLabels, rectAround } from './placement.ts';
import type { Plot } from './plot.ts';
import { maturityLines, newestPlace, plotGround, rangeOf } from './plot.ts';
import type { QuadrantPlace, QuadrantSpec, QuadrantUnit } from './spec.ts';

const leftRoom = 52;
const topRoom = 10;
const bottomRoom = 46;
const rightRoom = 12;
const largestSide = 640;
const labelHeight = 15;
const keyGap = 18;

interface Layout {
  readonly plot: Plot;
  readonly step: number;
  readonly bounds: Rect;
}

function layOut(spec: QuadrantSpec, width: number, height: number): Layout {
  const { lowest, highest, step } = rangeOf(spec);
  const side = Math.max(
    160,
    Math.min(width - leftRoom - rightRoom, height - topRoom - bottomRoom, largestSide),
  );
  const plot = { left: leftRoom, top: topRoom, side, lowest, highest };
  return {
    plot,
    step,
    bounds: {
      left: leftRoom + 2,
      top: topRoom,
      right: Math.max(leftRoom + side, width - 2),
      bottom: topRoom + side - 2,
    },
  };
}

function isEmpty(spec: QuadrantSpec): boolean {
  return spec.units.every((unit) => newestPlace(unit, spec) === null);
}

export function naturalHeight(spec: QuadrantSpec, width: number, textWidth: TextWidth): number {
  if (isEmpty(spec)) return emptyHeight;
  const side = Math.min(width - leftRoom - rightRoom, largestSide);
  const key = isNumbered(spec, width) ? keyOf(spec, width, textWidth).height + keyGap : 0;
  return topRoom + side + bottomRoom + key;
}

/** Points on two dimensions, with trails, intervals, limits and given values. */
export function draw(spec: QuadrantSpec, context: DrawContext): Scene {
  const { width, height, theme, textWidth } = context;
  if (isEmpty(spec)) {
    return emptyScene(
      spec,
      spec.unplaced.some(({ reason }) => reason !== null),
      context,
    );
  }
  const hasNumbers = isNumbered(spec, width);
  const key = hasNumbers ? keyOf(spec, width, textWidth) : null;
  const { plot, step, bounds } = layOut(spec, width, height - (key === null ? 0 : key.height + keyGap));
  const looks = looksOf(spec, theme);
  const placed = looks.flatMap((look, at) => {
    const newest = newestPlace(look.unit, spec);
    return newest === null ? [] : [{ look, newest, at, point: pointOf(newest, plot) }];
  });
  const dots = placed.map(({ point: [x, y] }) => rectAround(x, y, 2 * pointRadius + 2, 2 * pointRadius + 2));
  const stations = looks.flatMap(({ unit }) =>
    (spec.trail ? unit.places : unit.places.slice(0, 1)).map((place) => {
      const [x, y] = pointOf(place, plot);
      return rectAround(x, y, 2 * pointRadius, 2 * pointRadius);
    }),
  );
  const ground = plotGround(spec, plot, step, context, stations);
  const lines = maturityLines(spec, plot, context, [...ground.taken, ...dots]);
  const items: SceneItem[] = [];
  const marks: Mark[] = [];
  const soft: Rect[] = [];
  const firm: Rect[] = [];
  // What is strong is drawn over what is not.
  const order = placed.toSorted((a, b) => Number(a.look.isStrong) - Number(b.look.isStrong));
  for (const { look, newest, point } of order) {
    if (spec.trail) {
      const trail = trailMarks(look, plot, theme);
      marks.push(...trail.marks);
      soft.push(...trail.along);
      items.push(...trail.items);
    }
    if (spec.intervals) {
      const cross = crossMarks(newest, plot, look, theme);
      marks.push(...cross.marks);
      (look.isStrong ? firm : soft).push(...cross.along);
    }
    items.push({
      name: nameOf(look.unit, newest, spec),
      key: { unit: look.unit.unit, year: newest.year },
      marks: [pointMark(look.shape, point, pointRadius, look.fill, theme.surface)],
    });
  }
  const byWeight = placed.toSorted((a, b) => Number(b.look.isStrong) - Number(a.look.isStrong));
  const texts = byWeight.map(({ look, at }) =>
    hasNumbers && look.unit.unit !== null ? String(at) : look.unit.name,
  );
  const wishes = byWeight.map(({ look, point: [x, y] }, at): Wish => {
    const text = texts[at] ?? '';
    return {
      x,
      y,
      width: Math.min(textWidth(text, look.style.size, look.style.weight), bounds.right - bounds.left - 8),
      height: labelHeight,
      clear: pointRadius + 3,
    };
  });
  const solid = [...ground.taken, ...lines.taken, ...dots];
  const labels = placeLabels(wishes, { bounds, solid, soft, firm });
  const top: Mark[] = [];
  const labelRects: Rect[] = [];
  byWeight.forEach(({ look, point }, at) => {
    const label = labels[at];
    const wish = wishes[at];
    if (label === null || label === undefined || wish === undefined) return;
    const { width: wide } = wish;
    labelRects.push(rectAround(label.x, label.y, wide, labelHeight));
    if (label.isFar) top.push(leader(label, wide, point, theme));
    const text = fitting(texts[at] ?? '', wide, look.style, textWidth);
    top.push(textAt(text, label.x, label.y, look.style, look.ink, 'center', theme.surface));
  });
  if (spec.trail) {
    top.push(
      ...yearLabels(
        placed.map(({ look }) => look).filter(({ isStrong }) => isStrong),
        plot,
        bounds,
        [...solid, ...labelRects],
        [...soft, ...firm],
        context,
      ),
    );
  }
  return {
    width,
    height: Math.max(height, plot.top + plot.side + bottomRoom + (key === null ? 0 : key.height + keyGap)),
    ground: [
      ...ground.marks,
      ...lines.marks,
      ...marks,
      ...ground.labels,
      ...lines.labels,
      ...(key?.marksAt(plot.top + plot.side + bottomRoom + keyGap, theme) ?? []),
    ],
    items,
    top,
  };
}

function nameOf({ name }: QuadrantUnit, { year, x, y, corner }: QuadrantPlace, spec: QuadrantSpec): string {
  const written = writtenBy(spec);
  const where = corner === null ? '' : ` (${corner})`;
  return `${name} ${year}: ${spec.x.name} ${written.percent(x.value)}, ${spec.y.name} ${written.percent(y.value)}${where}`;
}

/** A text that is wider than the whole plot is cut with an ellipsis; the table and the tooltip have all of it. */
function fitting(text: string, width: number, style: TypeStyle, textWidth: TextWidth): string {
  if (textWidth(text, style.size, style.weight) <= width + 0.5) return text;
  let kept = text.length - 1;
  while (kept > 1 && textWidth(`${text.slice(0, kept)}…`, style.size, style.weight) > width) kept -= 1;
  return `${text.slice(0, kept)}…`;
}

/** From a label that stands apart to its point. */
function leader(
  label: { readonly x: number; readonly y: number },
  width: number,
  [x, y]: Point,
  theme: Theme,
): Mark {
  const edge = Math.min(Math.max(x, label.x - width / 2), label.x + width / 2);
  const side = label.y > y ? label.y - labelHeight / 2 : label.y < y ? label.y + labelHeight / 2 : label.y;
  return {
    shape: 'line',
    points: [
      [edge, side],
      [x, y],
    ],
    stroke: theme.muted,
    lineWidth: 0.8,
  };
}

/** The years of a strong unit's trail, where there is room for them. */
function yearLabels(
  looks: readonly Look[],
  plot: Plot,
  bounds: Rect,
  solid: readonly Rect[],
  soft: readonly Rect[],
  { theme, textWidth }: DrawContext,
): Mark[] {
  const wanted = looks.flatMap(({ unit, ink, style }) =>
    unit.places.slice(1).map((place) => ({ place, ink, style })),
  );
  const wishes = wanted.map(({ place, style }): Wish => {
    const [x, y] = pointOf(place, plot);
    return {
      x,
      y,
      width: textWidth(String(place.year), style.size, style.weight),
      height: labelHeight,
      clear: trailRadius + 3,
    };
  });
  return placeLabels(wishes, { bounds, solid, soft, firm: [] }).flatMap((label, at) => {
    const own = wanted[at];
    if (label === null || own === undefined || label.isFar) return [];
    return [textAt(String(own.place.year), label.x, label.y, own.style, own.ink, 'center', theme.surface)];
  });
}
