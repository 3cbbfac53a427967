import type { Cell } from './cells.ts';
import { addCell, cellPasses, cellSize } from './cells.ts';
import type { GroupSystem } from './groups.ts';
import { cellOf } from './groups.ts';
import type { GroupState, Layer } from './layer.ts';
import { hideBelow } from './layer.ts';
import { InexactArithmetic, RowSpace } from './row-space.ts';

/**
 * Rule P9: hides further groups, in place, until nothing that is hidden and no group of 1 to k − 1 answers
 * follows from what is shown, by any adding and subtracting. A breach hides the smallest shown group that the
 * derivation uses.
 */
export function auditLayer(
  system: GroupSystem,
  layer: Layer,
  cells: readonly Cell[],
  states: GroupState[],
  cache: AuditCache,
): void {
  for (;;) {
    const hidden = findBreaches(system, layer, cells, states, cache);
    if (hidden.length === 0) return;
    for (const group of hidden) states[group] = 'protects';
    hideBelow(system, states);
  }
}

/** Row spaces by what is shown, since many items of a year show the same groups. */
export class AuditCache {
  readonly #partitions = new Map<string, Partition>();
  readonly #spaces = new Map<string, RowSpace>();

  partition(key: string, make: () => Partition): Partition {
    return kept(this.#partitions, key, make);
  }

  space(key: string, make: () => RowSpace): RowSpace {
    return kept(this.#spaces, key, make);
  }
}

function kept<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Atoms divided into those that are in exactly the same shown groups: nothing shown tells them apart. */
interface Partition {
  readonly blockOfAtom: Int32Array;
  readonly blocks: readonly (readonly number[])[];
  /** Per shown group, its blocks. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
}

/** The unknowns of one layer: blocks that have answers, with what they answered. */
interface Unknowns {
  readonly partition: Partition;
  readonly cells: readonly Cell[];
  readonly sizes: Float64Array;
  readonly space: RowSpace;
}

/** Groups to hide, each the smallest shown one of a derivation; none when the layer is safe. */
function findBreaches(
  system: GroupSystem,
  layer: Layer,
  cells: readonly Cell[],
  states: readonly GroupState[],
  cache: AuditCache,
): readonly number[] {
  const shown = system.groups
    .map(({ index }) => index)
    .filter((group) => states[group] === 'shown' && cellSize(cells[group] ?? []) > 0);
  if (shown.length === 0) return [];
  try {
    const unknowns = unknownsOf(system, layer, shown, cache);
    const toHide = new Set<number>();
    for (const breach of derivations(system, layer, cells, states, unknowns)) {
      const support = supportOf(breach, unknowns, shown);
      if (support.some((group) => toHide.has(group))) continue;
      toHide.add(smallest(support, cells, system));
    }
    return [...toHide];
  } catch (error) {
    // What cannot be worked out exactly is not shown.
    if (error instanceof InexactArithmetic) return [smallest(shown, cells, system)];
    throw error;
  }
}

function smallest(groups: readonly number[], cells: readonly Cell[], { groups: all }: GroupSystem): number {
  const sizeOf = (group: number): number => cellSize(cells[group] ?? []);
  const isCut = (group: number): number => (all[group]?.cut === null ? 0 : 1);
  const [first = 0] = [...groups].sort((a, b) => sizeOf(a) - sizeOf(b) || isCut(b) - isCut(a) || b - a);
  return first;
}

function partitionOf(system: GroupSystem, shown: readonly number[]): Partition {
  const isShown = new Uint8Array(system.groups.length);
  for (const group of shown) isShown[group] = 1;
  const placeByMembership = new Map<string, number>();
  const blocks: number[][] = [];
  const rows = new Map<number, number[]>(shown.map((group) => [group, []]));
  const blockOfAtom = Int32Array.from(system.groupsOfAtom, (groups, atom) => {
    const members = groups.filter((group) => isShown[group] === 1);
    const membership = members.join();
    let block = placeByMembership.get(membership);
    if (block === undefined) {
      block = blocks.length;
      placeByMembership.set(membership, block);
      blocks.push([]);
      for (const group of members) rows.get(group)?.push(block);
    }
    blocks[block]?.push(atom);
    return block;
  });
  return { blockOfAtom, blocks, rows };
}

function unknownsOf(
  system: GroupSystem,
  layer: Layer,
  shown: readonly number[],
  cache: AuditCache,
): Unknowns {
  const key = shown.join();
  const partition = cache.partition(key, () => partitionOf(system, shown));
  const { points } = system.instrument.scale;
  const cells = partition.blocks.map((block) => {
    let sum: Float64Array | null = null;
    for (const place of block) {
      const atom = system.atoms[place];
      if (atom === undefined) continue;
      const cell = cellOf(atom, layer.kind, layer.item, points);
      if (sum === null) sum = Float64Array.from(cell);
      else addCell(sum, cell);
    }
    return sum ?? new Float64Array(0);
  });
  const sizes = Float64Array.from(cells, cellSize);
  const empty = [...sizes.keys()].filter((block) => sizes[block] === 0);
  const space = cache.space(`${key}|${empty.join()}`, () => {
    const weights = Float64Array.from(partition.blocks, (block) =>
      block.reduce((sum, place) => sum + (system.atoms[place]?.respondents ?? 0), 0),
    );
    const made = new RowSpace(sizes.length, weights);
    for (const row of rowsOf(partition, sizes, shown)) made.add(row);
    return made;
  });
  return { partition, cells, sizes, space };
}

/** Shown groups as rows over the blocks that have answers, the smallest first: that keeps rows short. */
function rowsOf(partition: Partition, sizes: Float64Array, shown: readonly number[]): Float64Array[] {
  const blocksOf = (group: number): readonly number[] => partition.rows.get(group) ?? [];
  return [...shown]
    .sort((a, b) => blocksOf(a).length - blocksOf(b).length || b - a)
    .map((group) => indicator(blocksOf(group), sizes));
}

function indicator(blocks: readonly number[], sizes: Float64Array): Float64Array {
  const row = new Float64Array(sizes.length);
  for (const block of blocks) if (sizes[block] !== 0) row[block] = 1;
  return row;
}

/** Sums over blocks that follow from what is shown and must not. */
function* derivations(
  system: GroupSystem,
  layer: Layer,
  cells: readonly Cell[],
  states: readonly GroupState[],
  unknowns: Unknowns,
): Generator<Float64Array> {
  const { space, sizes } = unknowns;
  for (const group of system.groups) {
    const cell = cells[group.index] ?? [];
    if (states[group.index] === 'shown' || cellSize(cell) === 0) continue;
    // The two gate answers are what the gate cell counts, not groups whose gate share is asked for.
    if (layer.kind === 'gate' && group.cut === 'gate') continue;
    const passes = cellPasses(cell, layer.kind, layer.minimum);
    // A class of a cut that is hidden only for another's sake needs no protection of its own.
    if (passes && group.cut !== null) continue;
    const hidden = asBlocks(group.atoms, cell, unknowns);
    if (hidden === null || (passes && isShownGroup(hidden, unknowns))) continue;
    if (space.reduce(hidden.slice())) yield hidden;
  }
  for (const { values } of space.rows) {
    const cell = cellOfIndicator(values, unknowns);
    if (cell !== null && !cellPasses(cell, layer.kind, layer.minimum)) yield values.slice();
  }
  yield* smallCombinations(space, sizes, layer.minimum);
}

/** A group as a row over the blocks; null when it divides a block, for then it cannot follow. */
function asBlocks(atoms: readonly number[], cell: Cell, { partition, sizes }: Unknowns): Float64Array | null {
  const row = new Float64Array(sizes.length);
  let covered = 0;
  for (const atom of atoms) {
    const block = partition.blockOfAtom[atom] ?? 0;
    if (row[block] === 1 || sizes[block] === 0) continue;
    row[block] = 1;
    covered += sizes[block] ?? 0;
  }
  return covered === cellSize(cell) ? row : null;
}

/**
 * True when a shown group has the very same answers: the rest of it gave none. Rule P3 then shows no child and
 * keeps the parent, which gives away nothing but to those who know who gave no answer.
 */
function isShownGroup(row: Float64Array, { partition, sizes }: Unknowns): boolean {
  const blocks = row.reduce((count, value) => count + value, 0);
  return [...partition.rows.values()].some((own) => {
    const answering = own.filter((block) => sizes[block] !== 0);
    return answering.length === blocks && answering.every((block) => row[block] === 1);
  });
}

/** What a row adds up to when it takes every block once or not at all; else null. */
function cellOfIndicator(values: Float64Array, { cells }: Unknowns): Cell | null {
  let sum: Float64Array | null = null;
  for (let block = 0; block < values.length; block++) {
    if (values[block] === 0) continue;
    if (values[block] !== 1) return null;
    const cell = cells[block] ?? [];
    if (sum === null) sum = Float64Array.from(cell);
    else addCell(sum, cell);
  }
  return sum;
}

/** Combinations looked at in a layer before the search gives up: it goes beyond what rule P9 asks for. */
const combinationLimit = 2000;

/**
 * Groups of 1 to k − 1 answers that no reduced row is by itself, but several together. Such a sum takes the
 * rows of its pivots once each, so only rows with small pivots come in question; where a sum of them is no
 * indicator of few answers, a row that changes the block at fault must be added.
 */
function* smallCombinations(
  { rows }: RowSpace,
  sizes: Float64Array,
  minimum: number,
): Generator<Float64Array> {
  const small = rows.filter(({ pivot, values }) => (sizes[pivot] ?? 0) < minimum && values[pivot] === 1);
  let looked = 0;
  const faultOf = (sum: Float64Array): number =>
    sum.findIndex((value, block) => value !== 0 && (value !== 1 || (sizes[block] ?? 0) >= minimum));
  const extend = function* (
    sum: Float64Array,
    used: ReadonlySet<number>,
    answers: number,
  ): Generator<Float64Array> {
    if (++looked > combinationLimit) return;
    const fault = faultOf(sum);
    if (fault < 0) {
      const total = sum.reduce((size, value, block) => size + value * (sizes[block] ?? 0), 0);
      if (total > 0 && total < minimum) yield sum;
      return;
    }
    for (const [place, { pivot, values }] of small.entries()) {
      const more = answers + (sizes[pivot] ?? 0);
      if (used.has(place) || more >= minimum || values[fault] === 0) continue;
      yield* extend(
        sum.map((value, block) => value + (values[block] ?? 0)),
        new Set([...used, place]),
        more,
      );
    }
  };
  for (const [place, { pivot, values }] of small.entries()) {
    yield* extend(values.slice(), new Set([place]), sizes[pivot] ?? 0);
  }
}

/** The shown groups that a derivation of `sum` adds and subtracts. */
function supportOf(sum: Float64Array, { partition, sizes }: Unknowns, shown: readonly number[]): number[] {
  const blocks = sizes.length;
  const widened = (row: Float64Array): Float64Array => {
    const wide = new Float64Array(blocks + shown.length);
    wide.set(row);
    return wide;
  };
  const traced = new RowSpace(blocks, sizes);
  shown.forEach((group, place) => {
    const row = widened(indicator(partition.rows.get(group) ?? [], sizes));
    row[blocks + place] = 1;
    traced.add(row);
  });
  const rest = widened(sum);
  traced.reduce(rest);
  return shown.filter((_, place) => rest[blocks + place] !== 0);
}
