import type { RoleCode } from '../instrument/instrument.ts';
import type { GateAnswer, Tally } from './tally.ts';

declare const unitBrand: unique symbol;
/** Identity of a unit within one workspace. */
export type UnitId = number & { readonly [unitBrand]: true };

/** A förvaltning or an enhet under it, as kept in a workspace. */
export interface Unit {
  readonly id: UnitId;
  readonly name: string;
  /** Null for a unit directly under the whole. */
  readonly parent: UnitId | null;
  /** First and last year in which the unit existed; null where open. */
  readonly validFrom: number | null;
  readonly validTo: number | null;
  /** Other spellings that mean this unit. */
  readonly aliases: readonly string[];
  /** The unit that this one is counted as, after a merge of two spellings; nothing stored is changed by it. */
  readonly mergedInto: UnitId | null;
  /** The units that took over when this one ended. */
  readonly successors: readonly UnitId[];
}

/** Respondents of one unit who share role and gate answer, and what they answered. Never leaves the machine. */
export interface TallyCell {
  /** Null for respondents who gave no unit. */
  readonly unit: UnitId | null;
  readonly role: RoleCode | null;
  readonly gate: GateAnswer;
  readonly tally: Tally;
}

/** The units as a tree in which merged units have become one. */
export interface UnitTree {
  /** Units in tree order: each before its children, siblings as given. Merged units are left out. */
  readonly units: readonly Unit[];
  /** The unit that `id` is counted as. */
  resolve(id: UnitId): UnitId;
  /** The resolved parent; null directly under the whole. */
  parentOf(id: UnitId): UnitId | null;
  childrenOf(id: UnitId | null): readonly Unit[];
  /** True when `id` is `ancestor` or stands under it; everything stands under the whole (null). */
  isWithin(id: UnitId | null, ancestor: UnitId | null): boolean;
  /** 1 directly under the whole, 2 below that, and so on. */
  levelOf(id: UnitId): number;
}

/**
 * Builds the tree. A chain or ring of merges or parents that has no end is cut at its first repeat, so that
 * a damaged file cannot hang the program.
 */
export function unitTree(all: readonly Unit[]): UnitTree {
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const resolved = new Map(all.map(({ id }) => [id, lastOf(id, (at) => byId.get(at)?.mergedInto ?? null)]));
  const resolve = (id: UnitId): UnitId => resolved.get(id) ?? id;
  const parentOf = (id: UnitId): UnitId | null => {
    const parent = byId.get(resolve(id))?.parent ?? null;
    return parent === null ? null : resolve(parent);
  };
  const paths = new Map(all.map(({ id }) => [id, chainFrom(resolve(id), parentOf)]));
  const pathOf = (id: UnitId): readonly UnitId[] => paths.get(id) ?? [id];

  const kept = all.filter(({ id }) => resolve(id) === id);
  const childrenOf = (id: UnitId | null): Unit[] => kept.filter((unit) => parentOf(unit.id) === id);
  const inOrder = (parent: UnitId | null): Unit[] =>
    childrenOf(parent).flatMap((unit) => [unit, ...inOrder(unit.id)]);

  return {
    units: inOrder(null),
    resolve,
    parentOf,
    childrenOf,
    isWithin: (id, ancestor) => ancestor === null || (id !== null && pathOf(id).includes(resolve(ancestor))),
    levelOf: (id) => pathOf(id).length,
  };
}

/** `start` and all that `next` leads to, each once. */
function chainFrom<Id>(start: Id, next: (at: Id) => Id | null): Id[] {
  const chain: Id[] = [];
  for (let at: Id | null = start; at !== null && !chain.includes(at); at = next(at)) chain.push(at);
  return chain;
}

function lastOf<Id>(start: Id, next: (at: Id) => Id | null): Id {
  return chainFrom(start, next).at(-1) ?? start;
}
