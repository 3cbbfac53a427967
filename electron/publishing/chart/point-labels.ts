import type { PointChart } from '../../../core/figures/native-chart.ts';
import { alongLine, placeLabels, rectAround } from '../../../core/figures/quadrant/placement.ts';
import { textWidth } from '../fonts.ts';

/** The plot that names stand in, in points. */
export interface PlotRoom {
  readonly width: number;
  readonly height: number;
  /** At the right of the plot, where names may reach. */
  readonly after: number;
  readonly textPoints: number;
}

/** How far a name stands from where a chart would put it, to the right of its point; in points. */
export interface LabelOffset {
  readonly x: number;
  readonly y: number;
}

/** Between a point's middle and its name, as a multiple of the text's size. */
const clearance = 0.65;
/** The fonts of office programs are wider than the bundled one, and their lines have air. */
const widening = 1.12;
const lineHeight = 1.15;
/** Thicknesses that names keep off, as multiples of the text's size. */
const dotSize = 0.8;
const lineSize = 0.3;

/**
 * Where each point's name stands so that it covers no other name and no point, series by series. Null where there is
 * no such place near its point: the workbook and the table have the name.
 */
export function labelOffsets({ x, y, series }: PointChart, room: PlotRoom): (LabelOffset | null)[][] {
  const size = room.textPoints;
  const placeOf = (value: number, { lowest, highest }: PointChart['x'], length: number): number =>
    ((value - lowest) / (highest - lowest)) * length;
  const placed = series.map(({ points, ...own }) => ({
    ...own,
    points: points.map((point) => ({
      label: point.label,
      x: placeOf(point.x.value, x, room.width),
      y: room.height - placeOf(point.y.value, y, room.height),
    })),
  }));
  const dots = placed.flatMap(({ marker, points }) =>
    marker === null
      ? []
      : points.map((point) => ({
          isNamed: point.label !== null,
          box: rectAround(point.x, point.y, size * dotSize, size * dotSize),
        })),
  );
  const lines = placed.flatMap(({ isLine, points }) =>
    isLine
      ? points.slice(1).flatMap((to, at) => {
          const from = points[at] ?? to;
          return alongLine([from.x, from.y], [to.x, to.y], size * lineSize);
        })
      : [],
  );
  const named = placed.flatMap(({ points }) => points.filter(({ label }) => label !== null));
  const gap = size * clearance;
  const wishes = named.map((point) => ({
    x: point.x,
    y: point.y,
    width: textWidth(point.label ?? '', size) * widening,
    height: size * lineHeight,
    clear: gap,
  }));
  const found = placeLabels(wishes, {
    bounds: { left: 0, top: -size, right: room.width + room.after, bottom: room.height },
    solid: dots.filter(({ isNamed }) => isNamed).map(({ box }) => box),
    soft: [...lines, ...dots.filter(({ isNamed }) => !isNamed).map(({ box }) => box)],
    firm: [],
  });
  return placed.map(({ points }) =>
    points.map((point): LabelOffset | null => {
      const at = named.indexOf(point);
      const [place, wish] = [found[at] ?? null, wishes[at]];
      if (place === null || place.isFar || wish === undefined) return null;
      return { x: place.x - (wish.x + gap + wish.width / 2), y: place.y - wish.y };
    }),
  );
}
