import type { Cell } from './cells.ts';
import { addCell } from './cells.ts';
import type { GroupSystem } from './groups.ts';
import { cellOf } from './groups.ts';
import type { Layer } from './layer.ts';
import { RowSpace } from './row-space.ts';

/**
 * What an attacker does not know of one layer: the answers of each block, that is of atoms that are in exactly
 * the same shown groups and that nothing shown can tell apart. Blocks without answers are no unknowns.
 */
export interface Unknowns {
  readonly blockOfAtom: Int32Array;
  /** Per atom, its answers. */
  readonly answers: Float64Array;
  /** Per block, its answers. */
  readonly sizes: Float64Array;
  /** Groups that are shown and have answers. */
  readonly shown: readonly number[];
  /** The blocks with answers of a shown group. */
  readonly blocksOf: (group: number) => readonly number[];
  /** What follows from the shown groups. */
  readonly space: RowSpace;
  /** Per block, what it answered. */
  readonly blockCells: readonly Cell[];
}

/** The last row spaces of a year, by what is shown: items of a year often show the same. */
export class UnknownsCache {
  readonly #partitions = new Map<string, Partition>();
  readonly #spaces = new Map<string, RowSpace>();

  partition(key: string, make: () => Partition): Partition {
    return remembered(this.#partitions, key, make);
  }

  space(key: string, make: () => RowSpace): RowSpace {
    return remembered(this.#spaces, key, make);
  }
}

/** So many are kept, so that a large tree cannot fill the memory. */
const remembers = 16;

function remembered<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  const [oldest] = map.keys();
  if (map.size >= remembers && oldest !== undefined) map.delete(oldest);
  map.set(key, made);
  return made;
}

/** Atoms divided by the shown groups they are in. */
interface Partition {
  readonly blockOfAtom: Int32Array;
  readonly blocks: readonly (readonly number[])[];
  readonly blocksOfGroup: ReadonlyMap<number, readonly number[]>;
  /** Respondents per block. */
  readonly weights: Float64Array;
}

/** @param shown groups that are shown and have answers in this layer; @param answers per atom, in this layer. */
export function unknownsOf(
  system: GroupSystem,
  layer: Layer,
  shown: readonly number[],
  answers: Float64Array,
  cache: UnknownsCache,
): Unknowns {
  const key = shown.join();
  const { blockOfAtom, blocks, blocksOfGroup, weights } = cache.partition(key, () =>
    partitionOf(system, shown),
  );
  const sizes = new Float64Array(blocks.length);
  answers.forEach((size, atom) => {
    const block = blockOfAtom[atom] ?? 0;
    sizes[block] = (sizes[block] ?? 0) + size;
  });
  const empty = [...sizes.keys()].filter((block) => sizes[block] === 0);
  const blocksOf = (group: number): readonly number[] => {
    const own = blocksOfGroup.get(group) ?? [];
    return empty.length === 0 ? own : own.filter((block) => sizes[block] !== 0);
  };
  const space = cache.space(
    `${key}|${empty.join()}`,
    () => new RowSpace(fewestBlocksFirst(shown, blocksOfGroup).map(blocksOf), weights),
  );

  const { points } = system.instrument.scale;
  const blockCells = blocks.map((places) => {
    const [first = 0, ...others] = places;
    const cellAt = (place: number): Cell => {
      const atom = system.atoms[place];
      return atom === undefined ? [] : cellOf(atom, layer.kind, layer.item, points);
    };
    const sum = Float64Array.from(cellAt(first));
    for (const place of others) addCell(sum, cellAt(place));
    return sum;
  });
  return { blockOfAtom, answers, sizes, shown, blocksOf, space, blockCells };
}

/** The order that keeps rows short while they are reduced: parts before what they are parts of. */
function fewestBlocksFirst(
  shown: readonly number[],
  blocksOfGroup: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const count = (group: number): number => blocksOfGroup.get(group)?.length ?? 0;
  return shown.toSorted((a, b) => count(a) - count(b) || b - a);
}

/** Divides the atoms by one group after the other. */
function partitionOf({ atoms, groups }: GroupSystem, shown: readonly number[]): Partition {
  const blockOfAtom = new Int32Array(atoms.length);
  const members = (group: number): readonly number[] => groups[group]?.atoms ?? [];
  let count = 1;
  for (const group of shown) {
    const split = new Map<number, number>();
    for (const atom of members(group)) {
      const block = blockOfAtom[atom] ?? 0;
      let inside = split.get(block);
      if (inside === undefined) split.set(block, (inside = count++));
      blockOfAtom[atom] = inside;
    }
  }

  const numberOf = new Int32Array(count).fill(-1);
  const blocks: number[][] = [];
  const weights: number[] = [];
  blockOfAtom.forEach((found, atom) => {
    let block = numberOf[found] ?? -1;
    if (block < 0) {
      block = numberOf[found] = blocks.length;
      blocks.push([]);
      weights.push(0);
    }
    blocks[block]?.push(atom);
    weights[block] = (weights[block] ?? 0) + (atoms[atom]?.respondents ?? 0);
    blockOfAtom[atom] = block;
  });
  const blocksOfGroup = new Map(
    shown.map((group) => [group, distinct(members(group), blockOfAtom, blocks.length)]),
  );
  return { blockOfAtom, blocks, blocksOfGroup, weights: Float64Array.from(weights) };
}

function distinct(atoms: readonly number[], blockOfAtom: Int32Array, count: number): number[] {
  const isSeen = new Uint8Array(count);
  const blocks: number[] = [];
  for (const atom of atoms) {
    const block = blockOfAtom[atom] ?? 0;
    if (isSeen[block] === 1) continue;
    isSeen[block] = 1;
    blocks.push(block);
  }
  return blocks;
}
