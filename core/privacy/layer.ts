import type { Cell, CellKind } from './cells.ts';
import { addCell, cellPasses, cellSize } from './cells.ts';
import type { Family, Group, GroupSystem } from './groups.ts';
import { cellOf } from './groups.ts';
import type { HidingCost, Sibling } from './siblings.ts';
import { chooseHidden } from './siblings.ts';

/**
 * How a group stands in a layer: shown; hidden for its own sake; hidden for another's; or part of a hidden
 * one.
 */
export const groupStates = ['shown', 'failed', 'protects', 'under'] as const;
export type GroupState = (typeof groupStates)[number];

/** One kind of cell of one item (or none) over all groups of a year: what rules P3–P5 and P9 work on. */
export interface Layer {
  readonly kind: CellKind;
  /** Place of the item; 0 for the kinds that are of no item. */
  readonly item: number;
  readonly minimum: number;
  /** Per group, how it stands already: a group that is hidden there stays hidden. */
  readonly before: readonly GroupState[];
}

/** The cells of a layer, per group. */
export function layerCells({ groups, instrument }: GroupSystem, layer: Layer): readonly Cell[] {
  return groups.map((group) => cellOf(group, layer.kind, layer.item, instrument.scale.points));
}

/**
 * What each parent and each cut hides by rules P1–P5, units first: over the tree of units the fewest groups,
 * then the fewest answers; a unit that is hidden hides what is under it and of it.
 */
export function hideFamilies(system: GroupSystem, layer: Layer, cells: readonly Cell[]): GroupState[] {
  const states = system.groups.map((group): GroupState => {
    const before = layer.before[group.index] ?? 'shown';
    if (before !== 'shown') return before;
    if (!group.listed) return 'failed';
    return cellPasses(cells[group.index] ?? [], layer.kind, layer.minimum) ? 'shown' : 'failed';
  });
  if (
    states.every((state) => state === 'shown') &&
    system.families.every(({ direct }) => direct.length === 0)
  )
    return states;

  const plan = new FamilyPlan(system, layer, cells, states);
  for (const family of system.families) {
    if (states[family.parent] !== 'shown') continue;
    for (const child of plan.hiddenChildren(family)) {
      if (states[child] === 'shown') states[child] = 'protects';
    }
    hideBelow(system, states);
  }
  hideBelow(system, states);
  return states;
}

/** Rule P4: whatever is part of a hidden group is hidden, in place. */
export function hideBelow({ groups }: GroupSystem, states: GroupState[]): void {
  for (const { index, parent } of groups) {
    if (parent !== null && states[parent] !== 'shown' && states[index] === 'shown') states[index] = 'under';
  }
}

/** The cheapest hiding below each unit if that unit is shown, each worked out once. */
class FamilyPlan {
  readonly #system: GroupSystem;
  readonly #layer: Layer;
  readonly #cells: readonly Cell[];
  readonly #states: readonly GroupState[];
  readonly #unitFamilies: ReadonlyMap<number, Family>;
  readonly #choices = new Map<Family, { hidden: readonly number[]; cost: HidingCost }>();
  readonly #shownBelow: readonly number[];

  constructor(system: GroupSystem, layer: Layer, cells: readonly Cell[], states: readonly GroupState[]) {
    this.#system = system;
    this.#layer = layer;
    this.#cells = cells;
    this.#states = [...states];
    this.#unitFamilies = new Map(
      system.families.filter(({ cut }) => cut === null).map((family) => [family.parent, family]),
    );
    this.#shownBelow = this.#countUnits();
  }

  hiddenChildren(family: Family): readonly number[] {
    return this.#choice(family).hidden;
  }

  #choice(family: Family): { hidden: readonly number[]; cost: HidingCost } {
    const known = this.#choices.get(family);
    if (known !== undefined) return known;
    const { children } = family;
    const siblings = children.map((child) => this.#sibling(child, family));
    const places = chooseHidden(siblings, this.#directCell(family), (cell) =>
      cellPasses(cell, this.#layer.kind, this.#layer.minimum),
    );
    let groups = 0;
    let answers = 0;
    children.forEach((child, place) => {
      const cost = places.has(place) ? this.#hideCost(child) : this.#showCost(child, family);
      groups += cost.groups;
      answers += cost.answers;
    });
    const choice = {
      hidden: children.filter((_, place) => places.has(place)),
      cost: { groups, answers },
    };
    this.#choices.set(family, choice);
    return choice;
  }

  #sibling(child: number, family: Family): Sibling {
    const mustHide = this.#states[child] !== 'shown';
    if (mustHide) return { cell: this.#cell(child), mustHide, cost: { groups: 0, answers: 0 } };
    const hide = this.#hideCost(child);
    const show = this.#showCost(child, family);
    const cost = { groups: hide.groups - show.groups, answers: hide.answers - show.answers };
    return { cell: this.#cell(child), mustHide, cost };
  }

  #hideCost(child: number): HidingCost {
    return { groups: this.#shownBelow[child] ?? 1, answers: cellSize(this.#cell(child)) };
  }

  #showCost(child: number, family: Family): HidingCost {
    const below = family.cut === null ? this.#unitFamilies.get(child) : undefined;
    return below === undefined ? { groups: 0, answers: 0 } : this.#choice(below).cost;
  }

  #cell(group: number): Cell {
    return this.#cells[group] ?? [];
  }

  #directCell({ direct, parent }: Family): Cell {
    const sum = new Float64Array(this.#cell(parent).length);
    const { atoms, instrument } = this.#system;
    for (const place of direct) {
      const atom = atoms[place];
      if (atom !== undefined)
        addCell(sum, cellOf(atom, this.#layer.kind, this.#layer.item, instrument.scale.points));
    }
    return sum;
  }

  /** Per group, units with answers from it downwards, itself included; 1 for a class of a cut. */
  #countUnits(): readonly number[] {
    const counts = this.#system.groups.map((group): number => (hasAnswers(group, this.#cells) ? 1 : 0));
    for (const { index, parent, cut } of this.#system.groups.toReversed()) {
      if (parent !== null && cut === null) counts[parent] = (counts[parent] ?? 0) + (counts[index] ?? 0);
    }
    return counts;
  }
}

function hasAnswers({ index }: Group, cells: readonly Cell[]): boolean {
  return cellSize(cells[index] ?? []) > 0;
}
