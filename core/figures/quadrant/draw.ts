import type { TextWidth } from '../figure.ts';
import { emptyHeight, emptyScene } from '../marks.ts';
import type { DrawContext } from '../module.ts';
import { linesHeight, pointMark, textAt, textLines, whisker, wrapped } from '../pieces.ts';
import type { Mark, Point, Scene, SceneItem } from '../scene.ts';
import type { Fill, Theme, TypeStyle, UnitShape } from '../theme.ts';
import { type, unitShapes } from '../theme.ts';
import { writtenBy } from '../written.ts';
import type { Rect, Wish } from './placement.ts';
import { alongLine, placeLabels, rectAround } from './placement.ts';
import type { Plot } from './plot.ts';
import { maturityLines, newestPlace, plotGround, rangeOf, xIn, yIn } from './plot.ts';
import type { QuadrantPlace, QuadrantSpec, QuadrantUnit } from './spec.ts';

const leftRoom = 52;
const topRoom = 10;
const bottomRoom = 46;
const rightRoom = 12;
const largestSide = 640;
const pointRadius = 5.5;
const trailRadius = 3;
/** With more units than these, colours and shapes do not suffice: all are grey but those chosen. */
const mostColours = 5;
/** With more units than these, points carry numbers that are explained under the plot. */
const mostNames = 14;
const labelHeight = 15;
const keyGap = 18;

/** How a unit is drawn. */
interface Look {
  readonly unit: QuadrantUnit;
  readonly colour: string;
  /** Of its name: not all colours of units can be read as text. */
  readonly ink: string;
  readonly fill: Pick<Fill, 'fill' | 'outline'>;
  readonly shape: UnitShape;
  readonly isStrong: boolean;
  readonly style: TypeStyle;
  readonly line: number;
}

function looksOf({ units, highlight }: QuadrantSpec, theme: Theme): Look[] {
  const others = units.filter(({ unit }) => unit !== null);
  const hasColours = others.length <= mostColours && highlight.length === 0;
  return units.map((own): Look => {
    const isChosen = highlight.includes(own.unit);
    if (own.unit === null) {
      const fill = { fill: theme.text, outline: null };
      return {
        unit: own,
        colour: theme.text,
        ink: theme.text,
        fill,
        shape: 'diamond',
        isStrong: true,
        style: type.smallStrong,
        line: 1.6,
      };
    }
    if (isChosen) {
      const fill = { fill: theme.accent, outline: null };
      return {
        unit: own,
        colour: theme.accent,
        ink: theme.accent,
        fill,
        shape: 'circle',
        isStrong: true,
        style: type.smallStrong,
        line: 2,
      };
    }
    if (!hasColours) {
      const fill = { fill: theme.surface, outline: theme.text2 };
      return {
        unit: own,
        colour: theme.muted,
        ink: theme.text,
        fill,
        shape: 'circle',
        isStrong: false,
        style: type.small,
        line: 1,
      };
    }
    const at = others.indexOf(own);
    const colour = theme.units[at] ?? { fill: theme.text2, outline: null };
    // The whole is a diamond, so that the fourth unit is drawn as the fifth shape and the fifth as a turned square.
    const shape = (['circle', 'square', 'triangle', 'cross', 'circle'] as const)[at] ?? unitShapes[0];
    return {
      unit: own,
      colour: colour.outline ?? colour.fill,
      ink: theme.text,
      fill: at === 4 ? { fill: theme.surface, outline: colour.outline ?? colour.fill } : colour,
      shape,
      isStrong: others.length <= 3,
      style: type.small,
      line: 1.4,
    };
  });
}

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

/** Units that have a place to be drawn in, with their numbers for a key. */
function numbered(spec: QuadrantSpec): boolean {
  return spec.units.filter((own) => own.unit !== null && newestPlace(own, spec) !== null).length > mostNames;
}

export function naturalHeight(spec: QuadrantSpec, width: number, textWidth: TextWidth): number {
  if (isEmpty(spec)) return emptyHeight;
  const side = Math.min(width - leftRoom - rightRoom, largestSide);
  const key = numbered(spec) ? keyOf(spec, width, textWidth).height + keyGap : 0;
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
  const isNumbered = numbered(spec);
  const key = isNumbered ? keyOf(spec, width, textWidth) : null;
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
    isNumbered && look.unit.unit !== null ? String(at) : look.unit.name,
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

function pointOf({ x, y }: QuadrantPlace, plot: Plot): Point {
  return [xIn(plot, x.value), yIn(plot, y.value)];
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

interface Drawn {
  readonly marks: readonly Mark[];
  readonly along: readonly Rect[];
}

/** Through earlier years, with an arrow head at the newest. */
function trailMarks(
  { unit, colour, isStrong, line }: Look,
  plot: Plot,
  theme: Theme,
): Drawn & { readonly items: readonly SceneItem[] } {
  const points = unit.places.map((place) => pointOf(place, plot));
  const ink = isStrong ? colour : theme.strongHairline;
  const marks: Mark[] = [];
  const along: Rect[] = [];
  points.slice(1).forEach((from, at) => {
    const to = points[at];
    if (to === undefined) return;
    marks.push({ shape: 'line', points: [from, to], stroke: ink, lineWidth: line });
    along.push(...alongLine(from, to, 4));
    if (at === 0) marks.push(...arrowHead(from, to, ink));
  });
  const items = unit.places.slice(1).flatMap((place, at): SceneItem[] => {
    const point = points[at + 1];
    if (point === undefined) return [];
    const [x, y] = point;
    return [
      {
        name: `${unit.name} ${place.year}`,
        key: { unit: unit.unit, year: place.year },
        marks: [{ shape: 'circle', x, y, r: trailRadius, fill: theme.surface, stroke: ink, lineWidth: 1.3 }],
      },
    ];
  });
  return { marks, along, items };
}

/** The head of an arrow that ends at the edge of a point; none where the two are too near. */
function arrowHead([x1, y1]: Point, [x2, y2]: Point, fill: string): Mark[] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < pointRadius + 12) return [];
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const tip: Point = [x2 - ux * (pointRadius + 1.5), y2 - uy * (pointRadius + 1.5)];
  const base: Point = [tip[0] - ux * 8, tip[1] - uy * 8];
  return [
    {
      shape: 'area',
      points: [tip, [base[0] - uy * 3.6, base[1] + ux * 3.6], [base[0] + uy * 3.6, base[1] - ux * 3.6]],
      fill,
    },
  ];
}

/** Each axis' own interval: a cross, for nobody computed a joint region. */
function crossMarks({ x, y }: QuadrantPlace, plot: Plot, { colour, isStrong }: Look, theme: Theme): Drawn {
  const [px, py] = [xIn(plot, x.value), yIn(plot, y.value)];
  const clip = (value: number): number => Math.min(plot.highest, Math.max(plot.lowest, value));
  const bars: (readonly [Point, Point])[] = [];
  if (x.ciLow !== null && x.ciHigh !== null) {
    bars.push([
      [xIn(plot, clip(x.ciLow)), py],
      [xIn(plot, clip(x.ciHigh)), py],
    ]);
  }
  if (y.ciLow !== null && y.ciHigh !== null) {
    bars.push([
      [px, yIn(plot, clip(y.ciLow))],
      [px, yIn(plot, clip(y.ciHigh))],
    ]);
  }
  return {
    marks: bars.flatMap(([from, to]): Mark[] =>
      isStrong
        ? whisker(from, to, colour, theme.surface)
        : [{ shape: 'line', points: [from, to], stroke: theme.strongHairline, lineWidth: 1.2 }],
    ),
    along: bars.flatMap(([from, to]) => alongLine(from, to, 4)),
  };
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

interface Key {
  readonly height: number;
  readonly marksAt: (top: number, theme: Theme) => Mark[];
}

/** The numbers of the points with their names, in columns. */
function keyOf(spec: QuadrantSpec, width: number, textWidth: TextWidth): Key {
  const entries = spec.units.flatMap((own, at) => {
    const { unit, name } = own;
    return unit === null || newestPlace(own, spec) === null ? [] : [{ number: String(at), name }];
  });
  const numberWidth = textWidth('00', type.smallStrong.size, type.smallStrong.weight) + 8;
  const longest = Math.max(...entries.map(({ name }) => textWidth(name, type.small.size, type.small.weight)));
  const gap = 20;
  const columns = Math.max(
    1,
    Math.min(4, Math.floor((width + gap) / (Math.min(longest, 260) + numberWidth + gap))),
  );
  const columnWidth = (width - (columns - 1) * gap) / columns;
  const each = Math.ceil(entries.length / columns);
  const lines = entries.map(({ name }) => wrapped(name, columnWidth - numberWidth, type.small, textWidth));
  const heights = lines.map((own) => linesHeight(own.length, type.small) + 4);
  const columnHeights = Array.from({ length: columns }, (_, column) =>
    heights.slice(column * each, (column + 1) * each).reduce((sum, height) => sum + height, 0),
  );
  return {
    height: Math.max(...columnHeights),
    marksAt: (top, theme) => {
      const marks: Mark[] = [];
      let y = top;
      entries.forEach(({ number }, at) => {
        const column = Math.floor(at / each);
        if (at % each === 0) y = top;
        const x = column * (columnWidth + gap);
        const height = heights[at] ?? 0;
        const own = lines[at] ?? [];
        marks.push(
          textAt(
            number,
            x + numberWidth - 8,
            y + linesHeight(1, type.small) / 2,
            type.smallStrong,
            theme.text,
            'right',
          ),
          ...textLines(own, {
            x: x + numberWidth,
            y: y + linesHeight(own.length, type.small) / 2,
            style: type.small,
            fill: theme.text2,
          }),
        );
        y += height;
      });
      return marks;
    },
  };
}
