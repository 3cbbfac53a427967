import type { Unit, UnitId } from '../core/survey/units.ts';

/** A unit's id, for tests that need no workspace. */
export function unitId(id: number): UnitId {
  return id as UnitId;
}

/** A unit with what a test wants other than the ordinary. */
export function unit(
  id: number,
  name: string,
  other: {
    parent?: number;
    mergedInto?: number;
    validFrom?: number;
    validTo?: number;
    successors?: number[];
  } = {},
): Unit {
  return {
    id: unitId(id),
    name,
    parent: other.parent === undefined ? null : unitId(other.parent),
    validFrom: other.validFrom ?? null,
    validTo: other.validTo ?? null,
    aliases: [],
    mergedInto: other.mergedInto === undefined ? null : unitId(other.mergedInto),
    successors: (other.successors ?? []).map(unitId),
  };
}
