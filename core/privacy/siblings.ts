import type { Cell } from './cells.ts';
import { addCell, cellSize } from './cells.ts';

/** One of several groups that make up a shown parent. */
export interface Sibling {
  readonly cell: Cell;
  /** Hidden for its own sake, or already hidden. */
  readonly mustHide: boolean;
  /** What hiding it costs beyond what showing it costs: groups first, then answers. */
  readonly cost: HidingCost;
}

/** Groups that are not shown, and the answers in them; the first counts before the second. */
export interface HidingCost {
  readonly groups: number;
  readonly answers: number;
}

/** Below zero when `a` costs less than `b`. */
export function compareCosts(a: HidingCost, b: HidingCost): number {
  return a.groups - b.groups || a.answers - b.answers;
}

/** Up to so many siblings that might be hidden every choice is weighed. */
export const exactSearchLimit = 12;
/** Up to so many, every pair is tried before the smallest are taken one after the other. */
const pairSearchLimit = 64;

/**
 * Rule P3: which children of a shown parent are hidden, besides those that must be, so that what the parent
 * less its shown children leaves is nothing, or at least two groups that together pass as a cell of their own.
 * `direct` are the parent's respondents in none of the children; they are never listed, and so count as
 * hidden, but alone they are also enough if they pass.
 *
 * Gives places in `siblings`, those that must be hidden included: the fewest groups, then the fewest answers,
 * exactly so up to {@link exactSearchLimit} candidates. Where nothing suffices, all.
 */
export function chooseHidden(
  siblings: readonly Sibling[],
  direct: Cell,
  passes: (cell: Cell) => boolean,
): ReadonlySet<number> {
  const forced = siblings.flatMap(({ mustHide }, place) => (mustHide ? [place] : []));
  const start = new Remainder(siblings, direct, passes);
  for (const place of forced) start.hide(place);
  if (start.isSafe()) return new Set(forced);

  const free = siblings
    .map((sibling, place) => ({ ...sibling, place }))
    .filter(({ mustHide, cell }) => !mustHide && cellSize(cell) > 0)
    .sort((a, b) => compareCosts(a.cost, b.cost))
    .map(({ place }) => place);
  const more =
    free.length <= exactSearchLimit ? cheapest(siblings, start, free) : nearlyCheapest(siblings, start, free);
  return new Set([...forced, ...(more ?? siblings.keys())]);
}

/** What a parent less its shown children leaves. */
class Remainder {
  readonly #siblings: readonly Sibling[];
  readonly #passes: (cell: Cell) => boolean;
  readonly #pool: Float64Array;
  /** Groups with answers in the pool: hidden children, and the direct respondents as one. */
  #groups = 0;
  #onlyDirect = true;

  constructor(siblings: readonly Sibling[], direct: Cell, passes: (cell: Cell) => boolean) {
    this.#siblings = siblings;
    this.#passes = passes;
    this.#pool = Float64Array.from(direct);
    if (cellSize(direct) > 0) this.#groups = 1;
  }

  hide(place: number): void {
    const cell = this.#siblings[place]?.cell ?? [];
    if (cellSize(cell) === 0) return;
    addCell(this.#pool, cell);
    this.#groups++;
    this.#onlyDirect = false;
  }

  isSafe(): boolean {
    if (this.#groups === 0) return true;
    return (this.#groups >= 2 || this.#onlyDirect) && this.#passes(this.#pool);
  }

  /** The same with these children hidden too. */
  with(places: readonly number[]): Remainder {
    const copy = new Remainder(this.#siblings, this.#pool, this.#passes);
    copy.#groups = this.#groups;
    copy.#onlyDirect = this.#onlyDirect;
    for (const place of places) copy.hide(place);
    return copy;
  }
}

/** The cheapest of all choices among `free` (cheapest first), by branch and bound; null when none is safe. */
function cheapest(
  siblings: readonly Sibling[],
  start: Remainder,
  free: readonly number[],
): readonly number[] | null {
  let best: { chosen: readonly number[]; cost: HidingCost } | null = null;
  const visit = (from: number, chosen: readonly number[], remainder: Remainder, cost: HidingCost): void => {
    for (let at = from; at < free.length; at++) {
      const place = free[at] as number;
      const total = addCosts(cost, costOf(siblings, place));
      // Cheapest first: what follows on this level costs no less.
      if (best !== null && compareCosts(total, best.cost) >= 0) return;
      const next = remainder.with([place]);
      const extended = [...chosen, place];
      if (next.isSafe()) best = { chosen: extended, cost: total };
      else visit(at + 1, extended, next, total);
    }
  };
  visit(0, [], start, { groups: 0, answers: 0 });
  return chosenOf(best);
}

function chosenOf(best: { readonly chosen: readonly number[] } | null): readonly number[] | null {
  return best?.chosen ?? null;
}

/** For many siblings: the cheapest one, else the cheapest two, else the smallest until it is safe. */
function nearlyCheapest(
  siblings: readonly Sibling[],
  start: Remainder,
  free: readonly number[],
): readonly number[] | null {
  const one = free.find((place) => start.with([place]).isSafe());
  if (one !== undefined) return [one];
  if (free.length <= pairSearchLimit) {
    const pairs = free.flatMap((a, at) => free.slice(at + 1).map((b): [number, number] => [a, b]));
    const pairCost = ([a, b]: readonly [number, number]): HidingCost =>
      addCosts(costOf(siblings, a), costOf(siblings, b));
    const safe = pairs.filter((pair) => start.with(pair).isSafe());
    const [two] = safe.sort((a, b) => compareCosts(pairCost(a), pairCost(b)));
    if (two !== undefined) return two;
  }
  const until = free.findIndex((_, at) => start.with(free.slice(0, at + 1)).isSafe());
  return until < 0 ? null : free.slice(0, until + 1);
}

function costOf(siblings: readonly Sibling[], place: number): HidingCost {
  return siblings[place]?.cost ?? { groups: 0, answers: 0 };
}

function addCosts(a: HidingCost, b: HidingCost): HidingCost {
  return { groups: a.groups + b.groups, answers: a.answers + b.answers };
}
