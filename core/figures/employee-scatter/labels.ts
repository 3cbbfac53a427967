import type { Point } from '../scene.ts';

/** A box by its middle. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The area that labels must stay within. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;
/** How far out from a point a place is tried, in px. */
const reaches = [8, 14, 22, 32];

/**
 * A place for each label beside its point where it lies over no other label and no point; null when not all find
 * one. Places are middles of labels.
 */
export function placeLabels(
  points: readonly Point[],
  sizes: readonly { readonly width: number; readonly height: number }[],
  { left, top, right, bottom }: Frame,
): Point[] | null {
  const dots = points.map(([x, y]): Box => ({ x, y, width: 11, height: 11 }));
  const taken: Box[] = [];
  const places: Point[] = [];
  for (const [at, [px, py]] of points.entries()) {
    const { width, height } = sizes[at] ?? { width: 0, height: 0 };
    const tried = reaches.flatMap((reach) =>
      directions.map(([dx, dy]): Box => ({
        x: px + dx * (width / 2 + reach),
        y: py + dy * (dx === 0 ? height / 2 + reach : reach * 0.8),
        width,
        height,
      })),
    );
    const free = tried.find(
      (box) =>
        box.x - width / 2 >= left &&
        box.x + width / 2 <= right &&
        box.y - height / 2 >= top &&
        box.y + height / 2 <= bottom &&
        !taken.some((other) => overlap(box, other)) &&
        !dots.some((dot) => overlap(box, dot)),
    );
    if (free === undefined) return null;
    taken.push(free);
    places.push([free.x, free.y]);
  }
  return places;
}

function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width + 2 && Math.abs(a.y - b.y) * 2 < a.height + b.height + 1;
}
