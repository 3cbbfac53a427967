import type { Unit, UnitId, UnitTree } from '../survey/units.ts';

/**
 * Which units of another year together make up a unit: itself where it existed then; the units it took over
 * from, or those that took over from it, where all of them went to the same place; otherwise null, and the
 * two years are not comparable for it.
 */
export function counterparts(tree: UnitTree, id: UnitId, year: number): readonly UnitId[] | null {
  const unit = tree.units.find((candidate) => candidate.id === tree.resolve(id));
  if (unit === undefined) return null;
  if (existedIn(unit, year)) return [unit.id];
  const startsLater = unit.validFrom !== null && year < unit.validFrom;
  return startsLater ? predecessors(tree, unit, year) : successors(tree, unit, year);
}

/** True when the unit existed in `year`. */
export function existedIn({ validFrom, validTo }: Unit, year: number): boolean {
  return (validFrom === null || validFrom <= year) && (validTo === null || year <= validTo);
}

/** The units that became this one, if they became nothing else. */
function predecessors(tree: UnitTree, unit: Unit, year: number): readonly UnitId[] | null {
  const before = tree.units.filter((other) =>
    other.successors.some((next) => tree.resolve(next) === unit.id),
  );
  const wholly = before.every((other) => other.successors.length === 1 && existedIn(other, year));
  return before.length > 0 && wholly ? before.map(({ id }) => id) : null;
}

/** The units that this one became, if nothing else became them. */
function successors(tree: UnitTree, unit: Unit, year: number): readonly UnitId[] | null {
  const after = unit.successors.map((next) => tree.units.find(({ id }) => id === tree.resolve(next)));
  const known = after.filter((next) => next !== undefined);
  const onlyFromHere = known.every(
    (next) =>
      existedIn(next, year) &&
      tree.units.every(
        (other) => other.id === unit.id || !other.successors.some((id) => tree.resolve(id) === next.id),
      ),
  );
  return known.length > 0 && known.length === unit.successors.length && onlyFromHere
    ? known.map(({ id }) => id)
    : null;
}
