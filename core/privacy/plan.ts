import type { Instrument, RoleCode } from '../instrument/instrument.ts';
import type { GateAnswer } from '../survey/tally.ts';
import type { TallyCell, UnitId, UnitTree } from '../survey/units.ts';
import { auditLayer } from './audit.ts';
import type { CutKind, GroupKey, GroupSystem } from './groups.ts';
import { groupSystem } from './groups.ts';
import type { GroupState, Layer } from './layer.ts';
import { hideBelow, hideFamilies, layerCells } from './layer.ts';
import type { MinimumGroup } from './minimum-group.ts';
import type { HidingReason } from './reasons.ts';
import { UnknownsCache } from './unknowns.ts';

/** All that a plan is made of. Every leaf cell must be there, or what is left out is not protected. */
export interface PlanInput {
  readonly minimumGroup: MinimumGroup;
  readonly tree: UnitTree;
  readonly years: readonly (PlanYearInput & {
    /** The plan of the very same input if it was made before and kept; null where it must be made. */
    readonly kept?: (() => YearPlan | null) | undefined;
  })[];
}

/** What a year's plan is made of, besides the tree and the minimum group. */
export interface PlanYearInput {
  readonly year: number;
  readonly instrument: Instrument;
  readonly cells: readonly TallyCell[];
}

/**
 * Stands for the rules that plans are made by: a plan that was kept under another number is made anew. To be raised
 * with every change of what is hidden.
 */
export const planRevision = 1;

/** What is shown of every group in every year. Made by {@link planHiding}. */
export interface HidingPlan {
  readonly minimumGroup: MinimumGroup;
  /** Undefined for a year that the plan was not made for. */
  readonly ofYear: (year: number) => YearPlan | undefined;
}

export interface YearPlan {
  readonly year: number;
  readonly tree: UnitTree;
  /** The whole first, then the units in tree order, then the listed classes of roles and gate answers. */
  readonly groups: readonly PlannedGroup[];
  readonly byKey: ReadonlyMap<GroupKey, PlannedGroup>;
}

/** What is shown of one group in one year; null where it is shown, otherwise why not. */
export interface PlannedGroup {
  readonly key: GroupKey;
  /** Null for the whole and cuts of it. */
  readonly unit: UnitId | null;
  /** Null for a unit or the whole. */
  readonly cut: CutKind | null;
  /** The roles that are taken together; null where all are in. */
  readonly roles: readonly (RoleCode | null)[] | null;
  /** The gate answers that are taken together; null where all are in. */
  readonly gates: readonly GateAnswer[] | null;
  readonly respondents: number;
  /** The group as such: when hidden, so is everything below. */
  readonly hidden: HidingReason | null;
  readonly gate: HidingReason | null;
  /** By the item's place in the instrument. */
  readonly items: readonly ItemHiding[];
}

/** The two parts of an item's cell. Where the vet ej part is hidden, so is the mean part. */
export interface ItemHiding {
  /** n, counts, mean, standard deviation, percent. */
  readonly mean: HidingReason | null;
  /** Vet ej, blank, refused, and the share of vet ej. */
  readonly dontKnow: HidingReason | null;
}

/**
 * Decides what is shown, by rules P1–P9. Years are independent of each other, so each is decided when it is
 * first asked about.
 */
export function planHiding({ minimumGroup, tree, years }: PlanInput): HidingPlan {
  const inputs = new Map(years.map((input) => [input.year, input]));
  const decided = new Map<number, YearPlan>();
  return {
    minimumGroup,
    ofYear: (year) => {
      const input = inputs.get(year);
      const known = decided.get(year);
      if (known !== undefined || input === undefined) return known;
      const plan = input.kept?.() ?? planYear(input, tree, minimumGroup);
      decided.set(year, plan);
      return plan;
    },
  };
}

/** Thrown when a plan is asked about a year or group that it was not made for: a fault of the program. */
export class NotPlanned extends RangeError {
  constructor(what: string) {
    super(`The hiding plan knows nothing of ${what}.`);
    this.name = 'NotPlanned';
  }
}

/**
 * The plan of one year.
 * @throws NotPlanned
 */
export function yearPlan(plan: HidingPlan, year: number): YearPlan {
  const planned = plan.ofYear(year);
  if (planned === undefined) throw new NotPlanned(`the year ${year}`);
  return planned;
}

/**
 * What is shown of a group. A class that is not on the year's list is not planned, and so not shown.
 * @throws NotPlanned
 */
export function plannedGroup(plan: HidingPlan, year: number, key: GroupKey): PlannedGroup {
  const planned = yearPlan(plan, year).byKey.get(key);
  if (planned === undefined) throw new NotPlanned(`the group ${key} in ${year}`);
  return planned;
}

/** The leaf cells that make up a group. */
export function cellsOfGroup(
  { unit, roles, gates }: PlannedGroup,
  tree: UnitTree,
  cells: readonly TallyCell[],
): TallyCell[] {
  return cells.filter(
    (cell) =>
      tree.isWithin(cell.unit, unit) &&
      (roles === null || roles.includes(cell.role)) &&
      (gates === null || gates.includes(cell.gate)),
  );
}

/** Decides what is shown of one year, by rules P1–P9. */
export function planYear(
  { year, instrument, cells: leaves }: PlanYearInput,
  tree: UnitTree,
  { size: minimum }: MinimumGroup,
): YearPlan {
  const system = groupSystem(instrument, tree, leaves, minimum);
  const cache = new UnknownsCache();
  const decide = (kind: Layer['kind'], item: number, before: readonly GroupState[]): GroupState[] => {
    const layer: Layer = { kind, item, minimum, before };
    const cells = layerCells(system, layer);
    const states = hideFamilies(system, layer, cells);
    auditLayer(system, layer, cells, states, cache);
    return states;
  };

  const { whole, gate } = planGroups(system, decide);
  const items = system.instrument.items.map(({ index }) => {
    // The respondents of a unit are public: beside an open mean and its n, vet ej could be told from the rest.
    const dontKnow = decide('dont-know', index, whole);
    return { dontKnow, mean: decide('answers', index, dontKnow) };
  });

  const groups = system.groups
    // How many said yes is an answer: of a class that is not shown not even its size is told.
    .filter(({ listed, cut, index }) => listed && (cut === null || whole[index] === 'shown'))
    .map(({ index, key, unit, cut, roles, gates, respondents }): PlannedGroup => {
      const ofGroup = wholeGroupReason(whole[index] ?? 'shown');
      const partReason = (states: readonly GroupState[]): HidingReason | null =>
        ofGroup ?? partReasons[states[index] ?? 'shown'];
      return {
        key,
        unit,
        cut,
        roles,
        gates,
        respondents,
        hidden: ofGroup,
        gate: partReason(gate),
        items: items.map((states) => ({
          mean: partReason(states.mean),
          dontKnow: partReason(states.dontKnow),
        })),
      };
    });
  return { year, tree, groups, byKey: new Map(groups.map((group) => [group.key, group])) };
}

/**
 * Which groups are hidden whatever they answered, and which gate shares. The size of a class of gate answers is
 * itself an answer, so such classes are listed only where the gate share is shown; hiding them may change what
 * else must be hidden, until nothing changes.
 */
function planGroups(
  system: GroupSystem,
  decide: (kind: Layer['kind'], item: number, before: readonly GroupState[]) => GroupState[],
): { readonly whole: readonly GroupState[]; readonly gate: readonly GroupState[] } {
  const withoutGateClasses = (states: readonly GroupState[]): GroupState[] =>
    system.groups.map(({ index, cut }) => (cut === 'gate' ? 'under' : (states[index] ?? 'shown')));
  let whole: readonly GroupState[] = decide(
    'respondents',
    0,
    withoutGateClasses(system.groups.map((): GroupState => 'shown')),
  );
  let before = system.groups.map((): GroupState => 'shown');
  for (;;) {
    const gate = decide('gate', 0, withoutGateClasses(whole));
    before = system.groups.map(({ index, cut, parent }): GroupState => {
      const isOpen = cut !== 'gate' || (parent !== null && gate[parent] === 'shown');
      return isOpen ? (before[index] ?? 'shown') : 'under';
    });
    hideBelow(system, before);
    const next = decide('respondents', 0, before);
    const same = next.every((state, index) => state === whole[index]);
    if (same) return { whole, gate };
    before = next;
    whole = next;
  }
}

const partReasons: Readonly<Record<GroupState, HidingReason | null>> = {
  shown: null,
  failed: 'protects-answers',
  protects: 'protects-answers',
  under: 'under-hidden',
};

function wholeGroupReason(state: GroupState): HidingReason | null {
  switch (state) {
    case 'shown':
      return null;
    case 'failed':
      return 'small-group';
    case 'protects':
      return 'protects-other';
    case 'under':
      return 'under-hidden';
  }
}
