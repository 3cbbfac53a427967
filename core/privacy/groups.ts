import type { Instrument, RoleCode } from '../instrument/instrument.ts';
import { statesOf } from '../survey/tally.ts';
import type { GateAnswer } from '../survey/tally.ts';
import type { TallyCell, UnitId, UnitTree } from '../survey/units.ts';
import type { Cell, CellKind } from './cells.ts';

declare const groupKeyBrand: unique symbol;
/** Name of a group that is the same in every year and release: "whole", "unit:3", "unit:3/role:chef". */
export type GroupKey = string & { readonly [groupKeyBrand]: true };

/** The key of a unit, or of the whole. */
export function unitKey(unit: UnitId | null): GroupKey {
  return (unit === null ? 'whole' : `unit:${unit}`) as GroupKey;
}

/** Stands in a key for the classes that were too small and were taken together, "övriga". */
const mergedClasses = '+';
/** Stands in a key for those who gave no role or gate answer. */
const noClass = '-';

/** By what a unit's respondents are divided besides the units under it. The list is fixed (rule P8). */
export const cutKinds = ['role', 'gate'] as const;
export type CutKind = (typeof cutKinds)[number];

/** A group of respondents of one year that may be published. */
export interface Group {
  /** Place in {@link GroupSystem.groups}. */
  readonly index: number;
  readonly key: GroupKey;
  /** Null for the whole and for cuts of it. */
  readonly unit: UnitId | null;
  /** Null for a unit or the whole. */
  readonly cut: CutKind | null;
  /** The roles taken together; null where all are in. */
  readonly roles: readonly (RoleCode | null)[] | null;
  /** The gate answers taken together; null where all are in. */
  readonly gates: readonly GateAnswer[] | null;
  /** False for a class that is only shown as a part of "övriga", or not at all. */
  readonly listed: boolean;
  /** The smallest unit, or whole, it is a part of; null for the whole. */
  readonly parent: number | null;
  /** Its respondents, as places in {@link GroupSystem.atoms}. */
  readonly atoms: readonly number[];
  readonly respondents: number;
  /** As in a tally: per item, answers by value, then vet ej, blank, refused. */
  readonly counts: Float64Array;
  readonly gateYes: number;
  readonly gateNo: number;
}

/** Respondents of one place in the tree with one role and gate answer: the unknowns of rule P9. */
export interface Atom {
  /** Place of its unit, or of the whole, in {@link GroupSystem.groups}. */
  readonly node: number;
  readonly role: RoleCode | null;
  readonly gate: GateAnswer;
  respondents: number;
  gateYes: number;
  gateNo: number;
  readonly counts: Float64Array;
}

/** Children that a parent is divided into, in one way. */
export interface Family {
  readonly parent: number;
  readonly cut: CutKind | null;
  readonly children: readonly number[];
  /** The parent's atoms in none of the children: those with no unit below it. */
  readonly direct: readonly number[];
}

/** All groups of a year: the whole first, then the units in tree order, then the cuts. */
export interface GroupSystem {
  readonly instrument: Instrument;
  readonly atoms: readonly Atom[];
  readonly groups: readonly Group[];
  /** Units under the whole and under each unit, parents first; then roles and gate answers of these. */
  readonly families: readonly Family[];
  /** Per atom, the groups it is in, in order. */
  readonly groupsOfAtom: readonly (readonly number[])[];
}

/**
 * The fixed list of groups of a year (rule P8): the whole; every unit; roles and gate answers of the whole and
 * of each unit directly under it. Classes of a cut with fewer than `minimum` respondents are taken together
 * until they are enough; where that leaves one class only, the cut is not listed.
 */
export function groupSystem(
  instrument: Instrument,
  tree: UnitTree,
  cells: readonly TallyCell[],
  minimum: number,
): GroupSystem {
  const nodeOf = new Map<UnitId | null, number>([[null, 0]]);
  tree.units.forEach(({ id }, at) => nodeOf.set(id, at + 1));
  const ids: readonly (UnitId | null)[] = [null, ...tree.units.map(({ id }) => id)];
  const parents = ids.map((id) => (id === null ? null : (nodeOf.get(tree.parentOf(id)) ?? 0)));
  const atoms = atomsOf(cells, tree, nodeOf);

  const within: number[][] = ids.map(() => []);
  const direct: number[][] = ids.map(() => []);
  atoms.forEach(({ node }, atom) => {
    direct[node]?.push(atom);
    for (let at: number | null = node; at !== null; at = parents[at] ?? null) within[at]?.push(atom);
  });

  const groups: Group[] = [];
  const addGroup = (group: Pick<Group, 'key' | 'unit' | 'parent' | 'atoms'> & Partial<Group>): number => {
    const { length: index } = groups;
    groups.push({
      cut: null,
      roles: null,
      gates: null,
      listed: true,
      ...group,
      index,
      ...sums(atoms, group.atoms, instrument),
    });
    return index;
  };
  ids.forEach((id, node) =>
    addGroup({ key: unitKey(id), unit: id, parent: parents[node] ?? null, atoms: within[node] ?? [] }),
  );

  const children: number[][] = ids.map(() => []);
  parents.forEach((parent, node) => {
    if (parent !== null) children[parent]?.push(node);
  });
  const families: Family[] = children.flatMap((own, node) =>
    own.length === 0 ? [] : [{ parent: node, cut: null, children: own, direct: direct[node] ?? [] }],
  );
  for (const node of [0, ...(children[0] ?? [])]) {
    for (const cut of cutKinds) {
      const classes = classesOf(cut, atoms, within[node] ?? [], minimum);
      const added = classes.map(({ name, values, atoms: own, listed }) => ({
        listed,
        index: addGroup({
          key: `${unitKey(ids[node] ?? null)}/${cut}:${name}` as GroupKey,
          unit: ids[node] ?? null,
          cut,
          ...values,
          listed,
          parent: node,
          atoms: own,
        }),
      }));
      const listed = added.filter((group) => group.listed).map(({ index }) => index);
      if (listed.length > 0) families.push({ parent: node, cut, children: listed, direct: [] });
    }
  }

  const groupsOfAtom: number[][] = atoms.map(() => []);
  for (const group of groups) for (const atom of group.atoms) groupsOfAtom[atom]?.push(group.index);
  return { instrument, atoms, groups, families, groupsOfAtom };
}

/** The counts of a group or an atom that a cell of this kind is made of; `item` does not matter for two kinds. */
export function cellOf(
  from: Pick<Group, 'respondents' | 'gateYes' | 'gateNo' | 'counts'>,
  kind: CellKind,
  item: number,
  points: number,
): Cell {
  const start = item * statesOf(points);
  switch (kind) {
    case 'respondents':
      return [from.respondents];
    case 'gate':
      return [from.gateYes, from.gateNo];
    case 'answers':
      return from.counts.subarray(start, start + points);
    case 'dont-know': {
      let answers = 0;
      for (let at = start; at < start + points; at++) answers += from.counts[at] ?? 0;
      return [answers, from.counts[start + points] ?? 0];
    }
  }
}

function atomsOf(
  cells: readonly TallyCell[],
  tree: UnitTree,
  nodeOf: ReadonlyMap<UnitId | null, number>,
): Atom[] {
  const byPlace = new Map<string, Atom>();
  for (const { unit, role, gate, tally } of cells) {
    if (tally.respondents === 0) continue;
    // A unit that the tree does not know is counted in the whole only, as its results are.
    const node = nodeOf.get(unit === null ? null : tree.resolve(unit)) ?? 0;
    const place = `${node}|${gate ?? noClass}|${role ?? ''}`;
    const atom = byPlace.get(place) ?? {
      node,
      role,
      gate,
      respondents: 0,
      gateYes: 0,
      gateNo: 0,
      counts: new Float64Array(tally.counts.length),
    };
    byPlace.set(place, atom);
    addInto(atom, tally);
  }
  return [...byPlace.values()];
}

type Counted = Pick<Atom, 'respondents' | 'gateYes' | 'gateNo' | 'counts'>;

function addInto(sum: Counted, more: Readonly<Counted>): void {
  sum.respondents += more.respondents;
  sum.gateYes += more.gateYes;
  sum.gateNo += more.gateNo;
  for (let at = 0; at < sum.counts.length; at++) {
    sum.counts[at] = (sum.counts[at] ?? 0) + (more.counts[at] ?? 0);
  }
}

function sums(atoms: readonly Atom[], places: readonly number[], instrument: Instrument): Counted {
  const sum: Counted = {
    respondents: 0,
    gateYes: 0,
    gateNo: 0,
    counts: new Float64Array(instrument.items.length * statesOf(instrument.scale.points)),
  };
  for (const place of places) {
    const atom = atoms[place];
    if (atom !== undefined) addInto(sum, atom);
  }
  return sum;
}

interface Class {
  readonly name: string;
  readonly values: Pick<Group, 'roles' | 'gates'>;
  readonly atoms: readonly number[];
  readonly listed: boolean;
}

function classesOf(
  cut: CutKind,
  atoms: readonly Atom[],
  places: readonly number[],
  minimum: number,
): readonly Class[] {
  switch (cut) {
    case 'role':
      return classesBy(atoms, places, minimum, {
        of: ({ role }) => role,
        values: (roles) => ({ roles, gates: null }),
      });
    case 'gate':
      return classesBy(atoms, places, minimum, {
        of: ({ gate }) => gate,
        values: (gates) => ({ roles: null, gates }),
      });
  }
}

/**
 * The classes of a cut among `places`: listed are those that are enough by themselves and "övriga", in which
 * the small ones are taken together, with the smallest of the others until they are enough.
 */
function classesBy<Value extends string | null>(
  atoms: readonly Atom[],
  places: readonly number[],
  minimum: number,
  cut: {
    readonly of: (atom: Atom) => Value;
    readonly values: (values: readonly Value[]) => Class['values'];
  },
): readonly Class[] {
  const byValue = new Map<Value, { value: Value; atoms: number[]; size: number }>();
  for (const place of places) {
    const atom = atoms[place];
    if (atom === undefined) continue;
    const value = cut.of(atom);
    const part = byValue.get(value) ?? { value, atoms: [], size: 0 };
    part.atoms.push(place);
    part.size += atom.respondents;
    byValue.set(value, part);
  }
  const ordered = [...byValue.values()].sort(
    (a, b) => a.size - b.size || ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
  );

  let merged = 0;
  let mergedSize = 0;
  for (const { size } of ordered) {
    if (size >= minimum && (merged === 0 || mergedSize >= minimum)) break;
    merged++;
    mergedSize += size;
  }
  // One class alone would be its parent over again.
  if (ordered.length === 1) return [];
  const isListed = merged < ordered.length;
  const classOf = (name: string, parts: typeof ordered, listed: boolean): Class => ({
    name,
    values: cut.values(parts.map(({ value }) => value)),
    atoms: parts.flatMap((part) => part.atoms),
    listed,
  });
  const single = ordered.map((part, at) => classOf(part.value ?? noClass, [part], isListed && at >= merged));
  return isListed && merged > 0
    ? [...single, classOf(mergedClasses, ordered.slice(0, merged), true)]
    : single;
}
