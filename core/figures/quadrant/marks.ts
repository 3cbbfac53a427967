import { whisker } from '../pieces.ts';
import type { Mark, Point, SceneItem } from '../scene.ts';
import type { Theme } from '../theme.ts';
import type { Look } from './looks.ts';
import type { Rect } from './placement.ts';
import { alongLine } from './placement.ts';
import type { Plot } from './plot.ts';
import { xIn, yIn } from './plot.ts';
import type { QuadrantPlace } from './spec.ts';

/** In px. */
export const pointRadius = 5.5;
export const trailRadius = 3;

/** Where a place stands in the plot. */
export function pointOf({ x, y }: QuadrantPlace, plot: Plot): Point {
  return [xIn(plot, x.value), yIn(plot, y.value)];
}

/** Marks, and what labels keep off for their sake. */
export interface Drawn {
  readonly marks: readonly Mark[];
  readonly along: readonly Rect[];
}

/** Through earlier years, with an arrow head at the newest. */
export function trailMarks(
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
export function crossMarks(
  { x, y }: QuadrantPlace,
  plot: Plot,
  { colour, isStrong }: Look,
  theme: Theme,
): Drawn {
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
