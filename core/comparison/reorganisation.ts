import type { Unit, UnitId, UnitTree } from '../survey/units.ts';

/** The units whose respondents make up one and the same part of the organisation in two years. */
export interface AlignedUnits {
  readonly from: readonly UnitId[];
  readonly to: readonly UnitId[];
}

/**
 * Aligns a unit between two years across reorganisations: as it is in the later year with the units that it
 * took over, or, where it has ended by then, with the units that took over from it. Null where a part came
 * from elsewhere or went elsewhere: then the years do not compare for it.
 */
export function alignUnit(tree: UnitTree, id: UnitId, from: number, to: number): AlignedUnits | null {
  const earlier = Math.min(from, to);
  const later = Math.max(from, to);
  const unit = unitOf(tree, id);
  if (unit === null) return null;
  const aligned = existedIn(unit, later)
    ? { earlier: partsBefore(tree, unit, earlier, later), later: [unit.id] }
    : { earlier: existedIn(unit, earlier) ? [unit.id] : null, later: partsAfter(tree, unit, later) };
  if (aligned.earlier === null || aligned.later === null) return null;
  return from <= to
    ? { from: aligned.earlier, to: aligned.later }
    : { from: aligned.later, to: aligned.earlier };
}

/** True when the unit existed in `year`. */
export function existedIn({ validFrom, validTo }: Unit, year: number): boolean {
  return (validFrom === null || validFrom <= year) && (validTo === null || year <= validTo);
}

/** What the unit as it was in `asOf` consisted of in the earlier `year`, if nothing of it went anywhere else. */
function partsBefore(tree: UnitTree, unit: Unit, year: number, asOf: number): UnitId[] | null {
  const own = existedIn(unit, year) ? [unit.id] : [];
  const before = predecessorsOf(tree, unit).flatMap((part) =>
    part.validTo !== null && part.validTo < asOf ? [{ part, lastYear: part.validTo }] : [],
  );
  const takenOver = before.filter(({ lastYear }) => lastYear >= year);
  if (takenOver.some(({ part }) => part.successors.length > 1)) return null;
  const parts = takenOver.map(({ part, lastYear }) => partsBefore(tree, part, year, lastYear));
  if (parts.includes(null)) return null;
  const ids = [...new Set([...own, ...parts.flatMap((part) => part ?? [])])];
  return ids.length === 0 ? null : ids;
}

/** What a unit that has ended became, if nothing else became the same. */
function partsAfter(tree: UnitTree, unit: Unit, year: number): UnitId[] | null {
  const next = unit.successors.map((successor) => unitOf(tree, successor));
  if (next.length === 0) return null;
  const parts = next.map((successor) => {
    const isShared =
      successor === null || predecessorsOf(tree, successor).length > 1 || existedWith(successor, unit);
    if (isShared) return null;
    return existedIn(successor, year) ? [successor.id] : partsAfter(tree, successor, year);
  });
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

/** True when the successor stood beside the unit before it took over, and so has people of its own. */
function existedWith(successor: Unit, unit: Unit): boolean {
  return unit.validTo === null || existedIn(successor, unit.validTo);
}

function predecessorsOf(tree: UnitTree, unit: Unit): Unit[] {
  return tree.units.filter(
    (other) => other.id !== unit.id && other.successors.some((next) => tree.resolve(next) === unit.id),
  );
}

function unitOf(tree: UnitTree, id: UnitId): Unit | null {
  return tree.units.find((candidate) => candidate.id === tree.resolve(id)) ?? null;
}
