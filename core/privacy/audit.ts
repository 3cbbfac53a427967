import type { Cell } from './cells.ts';
import { addCell, cellPasses, cellSize } from './cells.ts';
import type { Group, GroupSystem } from './groups.ts';
import { cellOf } from './groups.ts';
import type { GroupState, Layer } from './layer.ts';
import { hideBelow } from './layer.ts';
import { lightSums } from './light-sums.ts';
import { InexactArithmetic, RowSpace } from './row-space.ts';
import type { Unknowns, UnknownsCache } from './unknowns.ts';
import { unknownsOf } from './unknowns.ts';

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
  cache: UnknownsCache,
): void {
  const { points } = system.instrument.scale;
  const answers = Float64Array.from(system.atoms, (atom) =>
    cellSize(cellOf(atom, layer.kind, layer.item, points)),
  );
  for (;;) {
    const shown = [...states.keys()].filter(
      (group) => states[group] === 'shown' && cellSize(cells[group] ?? []) > 0,
    );
    if (shown.length === 0) return;
    const toHide = groupsToHide(system, layer, cells, states, () =>
      unknownsOf(system, layer, shown, answers, cache),
    );
    // What cannot be worked out exactly is not shown.
    const hidden = toHide ?? [smallest(shown, cells, system)];
    if (hidden.length === 0) return;
    for (const group of hidden) {
      states[group] = 'protects';
      hideComplement(system, layer, cells, states, group);
    }
    hideBelow(system, states);
  }
}

/**
 * A group that is hidden alone among its siblings follows from their parent, and the next derivation would hide
 * something larger elsewhere: hides the smallest siblings, in place, until what is hidden may be known together.
 */
function hideComplement(
  { families, groups }: GroupSystem,
  { kind, minimum }: Layer,
  cells: readonly Cell[],
  states: GroupState[],
  group: number,
): void {
  const { cut, parent } = groups[group] ?? {};
  const family = families.find((own) => own.parent === parent && own.cut === cut);
  if (family === undefined || family.direct.length > 0 || states[family.parent] !== 'shown') return;
  const children = family.children.filter((child) => cellSize(cells[child] ?? []) > 0);
  const shown = children
    .filter((child) => states[child] === 'shown')
    .sort((a, b) => cellSize(cells[a] ?? []) - cellSize(cells[b] ?? []));
  const hidden = children.filter((child) => states[child] !== 'shown');
  const pool = new Float64Array(cells[group]?.length ?? 0);
  for (const child of hidden) addCell(pool, cells[child] ?? []);
  let count = hidden.length;
  for (const child of shown) {
    if (count >= 2 && cellPasses(pool, kind, minimum)) return;
    states[child] = 'protects';
    addCell(pool, cells[child] ?? []);
    count++;
  }
}

/** The smallest shown group of each derivation of what must not be known; null when numbers are not exact. */
function groupsToHide(
  system: GroupSystem,
  layer: Layer,
  cells: readonly Cell[],
  states: readonly GroupState[],
  prepare: () => Unknowns,
): readonly number[] | null {
  try {
    const unknowns = prepare();
    const toHide = new Set<number>();
    let traced: RowSpace | null = null;
    for (const sum of forbiddenSums(system, layer, cells, states, unknowns)) {
      traced ??= tracedSpace(unknowns);
      const support = supportOf(sum, unknowns, traced);
      if (support.some((group) => toHide.has(group))) continue;
      toHide.add(smallest(support, cells, system));
    }
    return [...toHide];
  } catch (error) {
    if (error instanceof InexactArithmetic) return null;
    throw error;
  }
}

function smallest(groups: readonly number[], cells: readonly Cell[], { groups: all }: GroupSystem): number {
  const sizeOf = (group: number): number => cellSize(cells[group] ?? []);
  const isCut = (group: number): number => (all[group]?.cut === null ? 0 : 1);
  const [first = 0] = groups.toSorted((a, b) => sizeOf(a) - sizeOf(b) || isCut(b) - isCut(a) || b - a);
  return first;
}

/** Sums over blocks, as lists of them, that follow from what is shown and must not. */
function* forbiddenSums(
  system: GroupSystem,
  layer: Layer,
  cells: readonly Cell[],
  states: readonly GroupState[],
  unknowns: Unknowns,
): Generator<readonly number[]> {
  const { space, sizes } = unknowns;
  for (const group of system.groups) {
    const cell = cells[group.index] ?? [];
    if (states[group.index] === 'shown' || cellSize(cell) === 0) continue;
    const passes = cellPasses(cell, layer.kind, layer.minimum);
    if (!isProtected(group, layer, passes)) continue;
    const blocks = asBlocks(group, cell, unknowns);
    if (blocks === null || (passes && isShownGroup(system, group, blocks, unknowns))) continue;
    if (space.contains(blocks)) yield blocks;
  }
  yield* lightSums(space, sizes, layer.minimum);
  for (const { weights, limit } of onesided(layer, unknowns)) yield* lightSums(space, weights, limit);
}

/**
 * Rule P5 for groups that nobody lists but anybody can work out: per value, who did not give it. In the vet ej
 * part only vet ej is such a value, and only when everybody gave it.
 */
function onesided({ kind }: Layer, { blockCells, sizes }: Unknowns) {
  const others = (value: number): Float64Array =>
    sizes.map((size, block) => size - (blockCells[block]?.[value] ?? 0));
  switch (kind) {
    case 'respondents':
      return [];
    case 'dont-know':
      return [{ weights: others(1), limit: 1 }];
    case 'answers':
    case 'gate':
      return Array.from({ length: blockCells[0]?.length ?? 0 }, (_, value) => ({
        weights: others(value),
        limit: 2,
      }));
  }
}

function isProtected({ cut }: Group, { kind }: Layer, passes: boolean): boolean {
  // The two gate answers are what the gate cell counts, not groups whose gate share is asked for.
  if (kind === 'gate' && cut === 'gate') return false;
  // A class of a cut that is hidden only for another's sake needs no protection of its own.
  return cut === null || !passes;
}

/** A group as blocks; null when it divides a block, for then it cannot follow. */
function asBlocks(
  { atoms }: Group,
  cell: Cell,
  { blockOfAtom, answers, sizes }: Unknowns,
): readonly number[] | null {
  const blocks = new Set<number>();
  for (const atom of atoms) {
    if (answers[atom] !== 0) blocks.add(blockOfAtom[atom] ?? 0);
  }
  let covered = 0;
  for (const block of blocks) covered += sizes[block] ?? 0;
  return covered === cellSize(cell) ? [...blocks] : null;
}

/**
 * True when a larger shown group has the very same answers: the rest of it gave none. Rule P3 then shows no
 * child and keeps the parent, which gives away nothing but to those who know who gave no answer.
 */
function isShownGroup(
  { groups }: GroupSystem,
  hidden: Group,
  blocks: readonly number[],
  { shown, blocksOf }: Unknowns,
): boolean {
  return shown.some((group) => {
    const own = blocksOf(group);
    return (
      groups[group]?.respondents !== hidden.respondents &&
      own.length === blocks.length &&
      own.every((block) => blocks.includes(block))
    );
  });
}

/** The shown groups as rows that each carry a column of their own, to tell which of them a sum uses. */
function tracedSpace({ shown, blocksOf, sizes }: Unknowns): RowSpace {
  const blocks = sizes.length;
  const rows = shown.map((group, place) => [...blocksOf(group), blocks + place]);
  return new RowSpace(rows.toReversed(), sizes, blocks + shown.length);
}

function supportOf(sum: readonly number[], { shown, sizes }: Unknowns, traced: RowSpace): readonly number[] {
  return traced.carried(sum).flatMap((column) => shown[column - sizes.length] ?? []);
}
