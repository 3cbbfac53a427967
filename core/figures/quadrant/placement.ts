/** Where labels go so that none covers another, in px. */

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text that wants to stand near a point. */
export interface Wish {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How far from the point its nearest edge stands. */
  readonly clear: number;
}

/** The middle of a placed label; `isFar` where it needs a line to its point. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly isFar: boolean;
}

/** What labels keep away from: never over `solid`, and over `soft` only where nothing else is free. */
export interface Surroundings {
  readonly bounds: Rect;
  readonly solid: readonly Rect[];
  readonly soft: readonly Rect[];
  /** As soft, but dearer: intervals of what the figure is about. */
  readonly firm: readonly Rect[];
}

/** Directions from the point, the most wanted first. */
const directions: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];
const distances = [0, 6, 14, 24, 38, 56, 80, 110] as const;
const farFrom = 24;
/** Air between two labels. */
const air = 2;
const softCost = 0.3;
const firmCost = 0.9;
const directionCost = 0.35;
const distanceCost = 0.12;

/**
 * Places labels one after another, the first having the first choice. Null for one that has no free place: the
 * caller must name its point in another way.
 */
export function placeLabels(
  wishes: readonly Wish[],
  { bounds, solid, soft, firm }: Surroundings,
): (PlacedLabel | null)[] {
  const taken = [...solid];
  return wishes.map((wish) => {
    let best: { place: PlacedLabel; rect: Rect; cost: number } | null = null;
    for (const distance of distances) {
      for (const [rank, [dx, dy]] of directions.entries()) {
        const reach = wish.clear + distance;
        const x =
          wish.x + dx * (reach + wish.width / 2) - diagonal(dx, dy) * dx * Math.min(wish.width / 2, reach);
        const y = wish.y + dy * (reach + wish.height / 2) - diagonal(dx, dy) * dy * 2;
        const rect = rectAround(x, y, wish.width, wish.height);
        if (!isWithin(rect, bounds) || taken.some((other) => overlaps(rect, other, air))) continue;
        const covered = soft.filter((other) => overlaps(rect, other, 0)).length;
        const barred = firm.filter((other) => overlaps(rect, other, 0)).length;
        const cost = covered * softCost + barred * firmCost + rank * directionCost + distance * distanceCost;
        if (best === null || cost < best.cost) {
          best = { place: { x, y, isFar: distance >= farFrom }, rect, cost };
        }
      }
    }
    if (best === null) return null;
    taken.push(best.rect);
    return best.place;
  });
}

function diagonal(dx: number, dy: number): number {
  return dx !== 0 && dy !== 0 ? 1 : 0;
}

export function rectAround(x: number, y: number, width: number, height: number): Rect {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

export function overlaps(a: Rect, b: Rect, gap: number): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

export function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** Small boxes along a line, so that labels can keep off it. */
export function alongLine(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  thickness: number,
): Rect[] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const count = Math.max(1, Math.ceil(length / 8));
  return Array.from({ length: count }, (_, at) => {
    const share = (at + 0.5) / count;
    return rectAround(
      x1 + (x2 - x1) * share,
      y1 + (y2 - y1) * share,
      Math.max(thickness, 6),
      Math.max(thickness, 6),
    );
  });
}
