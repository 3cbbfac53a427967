import type { PointChart } from '../../../core/figures/native-chart.ts';
import { textWidth } from '../fonts.ts';

/** Where a name stands by its point, as charts call it: right, left, over, under. */
export const labelSidesInOrder = ['r', 'l', 't', 'b'] as const;
export type LabelSide = (typeof labelSidesInOrder)[number];

/** The plot that names stand in, in points. */
export interface PlotRoom {
  readonly width: number;
  readonly height: number;
  /** At the right of the plot, where names may reach. */
  readonly after: number;
  readonly textPoints: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Between a point's middle and its name, as a multiple of the text's size. */
const clearance = 0.65;
/** The bundled font is narrower than those that office programs have. */
const widening = 1.08;

/**
 * A side for each point's name, series by series, where it covers no other name and no point; null where there is
 * none: charts know no other places, and the workbook and the table have the name.
 */
export function labelSides({ x, y, series }: PointChart, room: PlotRoom): (LabelSide | null)[][] {
  const placeOf = (value: number, { lowest, highest }: PointChart['x'], length: number): number =>
    ((value - lowest) / (highest - lowest)) * length;
  const size = room.textPoints;
  const middles = series.map(({ points }) =>
    points.map((point) => ({
      x: placeOf(point.x.value, x, room.width),
      y: room.height - placeOf(point.y.value, y, room.height),
    })),
  );
  const dots = series.flatMap(({ marker }, at) =>
    marker === null ? [] : (middles[at] ?? []).map((middle) => around(middle, size * 0.7, size * 0.7)),
  );
  const taken: Box[] = [];
  return series.map(({ points, marker }, at) =>
    points.map(({ label }, index): LabelSide | null => {
      const middle = middles[at]?.[index];
      if (label === null || middle === undefined) return null;
      // The name of a line stands after its end.
      const sides = marker === null ? (['r', 't'] as const) : labelSidesInOrder;
      const width = textWidth(label, size) * widening;
      const found = sides
        .map((side) => ({ side, box: beside(middle, side, width, size) }))
        .find(
          ({ box }) =>
            box.left >= 0 &&
            box.right <= room.width + room.after &&
            box.top >= -size &&
            box.bottom <= room.height &&
            ![...taken, ...dots].some((other) => overlap(box, other)),
        );
      if (found === undefined) return null;
      taken.push(found.box);
      return found.side;
    }),
  );
}

/** Whether all names of a chart find a place. */
export function hasRoomForNames(chart: PointChart, room: PlotRoom): boolean {
  const sides = labelSides(chart, room);
  return chart.series.every(({ points }, at) =>
    points.every(({ label }, index) => label === null || (sides[at]?.[index] ?? null) !== null),
  );
}

function around({ x, y }: { readonly x: number; readonly y: number }, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function beside(
  { x, y }: { readonly x: number; readonly y: number },
  side: LabelSide,
  width: number,
  size: number,
): Box {
  const gap = size * clearance;
  switch (side) {
    case 'r':
      return around({ x: x + gap + width / 2, y }, width, size);
    case 'l':
      return around({ x: x - gap - width / 2, y }, width, size);
    case 't':
      return around({ x, y: y - gap - size / 2 }, width, size);
    case 'b':
      return around({ x, y: y + gap + size / 2 }, width, size);
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
