import type { Unit, UnitId } from '../../core/survey/units.ts';
import type { EventDetail, EventKind } from './events.ts';

/** What the audit trail tells of one unit. */
export interface UnitChange {
  readonly kind: EventKind;
  readonly detail: EventDetail;
}

/** What has been done to units, of which no name is told, from how they were and are. New units are none. */
export function unitChanges(before: readonly Unit[], after: readonly Unit[]): UnitChange[] {
  const earlier = new Map(before.map((unit) => [unit.id, unit]));
  return after.flatMap((unit) => {
    const was = earlier.get(unit.id);
    return was === undefined ? [] : changesOf(was, unit);
  });
}

function changesOf(was: Unit, is: Unit): UnitChange[] {
  const { id: unit } = is;
  const changes: UnitChange[] = [];
  if (is.mergedInto !== was.mergedInto) changes.push(mergeChange(unit, is.mergedInto));
  if (is.name !== was.name) changes.push({ kind: 'unit-renamed', detail: { unit } });
  // A name that is given up for another stays as a spelling.
  else if (!isSame(is.aliases, was.aliases)) changes.push({ kind: 'unit-spellings-set', detail: { unit } });
  if (is.parent !== was.parent) changes.push({ kind: 'unit-moved', detail: { unit, to: is.parent } });
  if (is.validFrom !== was.validFrom || is.validTo !== was.validTo) {
    changes.push({ kind: 'unit-years-set', detail: { unit, from: is.validFrom, until: is.validTo } });
  }
  if (!isSame(is.successors, was.successors)) {
    changes.push({ kind: 'unit-successors-set', detail: { unit, successors: [...is.successors] } });
  }
  return changes;
}

function mergeChange(unit: UnitId, into: UnitId | null): UnitChange {
  return into === null
    ? { kind: 'units-split', detail: { unit } }
    : { kind: 'units-merged', detail: { unit, into } };
}

function isSame<Value extends string | number>(some: readonly Value[], others: readonly Value[]): boolean {
  return some.length === others.length && [...some].sort().join('\n') === [...others].sort().join('\n');
}
