import type { Unit, UnitId } from '../../core/survey/units.ts';
import type { WriteConnection } from './connection.ts';
import { editableUnits, unitRefusal } from './editable-units.ts';
import { tidyUnitName, unitNameKey } from './unit-names.ts';

/** A unit as it was before a change: what taking the change back needs. */
export type UnitState = Pick<
  Unit,
  'id' | 'name' | 'parent' | 'aliases' | 'mergedInto' | 'validFrom' | 'validTo' | 'successors'
>;

/**
 * Sets units as they were. All of it or none.
 * @throws Refusal `unit-missing`, `unit-name-taken`, `unit-move-ring` when what has happened since stands in the way;
 * `unit-name-empty`, `unit-successor-itself`, `validity-reversed` for a state that no unit can have.
 */
export function restoreUnitStates(connection: WriteConnection, states: readonly UnitState[]): void {
  connection.transaction(() => {
    const before = editableUnits(connection);
    for (const state of states) {
      before.get(state.id);
      for (const other of othersOf(state)) before.get(other);
      write(connection, state);
    }
    const after = editableUnits(connection);
    for (const { id } of states) {
      refuseIfInRing(after.get, id);
      refuseIfNameIsTaken(after.all, after.get(id));
    }
  });
}

function othersOf({ parent, mergedInto, successors }: UnitState): UnitId[] {
  return [parent, mergedInto, ...successors].filter((other) => other !== null);
}

function write(connection: WriteConnection, state: UnitState): void {
  const { id, parent, mergedInto, validFrom, validTo } = state;
  const name = tidyUnitName(state.name);
  const aliases = state.aliases.map(tidyUnitName).filter((alias) => alias !== '');
  if (name === '') throw unitRefusal('unit-name-empty', 'Enhetens namn är tomt.', 'Ange ett namn.');
  if (state.successors.includes(id)) {
    throw unitRefusal(
      'unit-successor-itself',
      `${name} kan inte ta över efter sig själv.`,
      'Välj de enheter som tog över.',
    );
  }
  if (validFrom !== null && validTo !== null && validFrom > validTo) {
    throw unitRefusal(
      'validity-reversed',
      `${name} kan inte sluta ${validTo}, före sitt första år ${validFrom}.`,
      'Ange det första året först.',
    );
  }
  connection.run(
    `UPDATE unit SET name = @name, parent = @parent, merged_into = @mergedInto, valid_from = @validFrom,
       valid_to = @validTo WHERE id = @id`,
    { id, name, parent, mergedInto, validFrom, validTo },
  );
  connection.run('DELETE FROM unit_alias WHERE unit = @id', { id });
  for (const alias of new Set(aliases)) {
    connection.run('INSERT INTO unit_alias (unit, alias) VALUES (@id, @alias)', { id, alias });
  }
  connection.run('DELETE FROM unit_successor WHERE unit = @id', { id });
  for (const successor of new Set(state.successors)) {
    connection.run('INSERT INTO unit_successor (unit, successor) VALUES (@id, @successor)', {
      id,
      successor,
    });
  }
}

/** That neither parents nor merges lead back to where they began. */
function refuseIfInRing(get: (id: UnitId) => Unit, start: UnitId): void {
  for (const next of ['parent', 'mergedInto'] as const) {
    const seen = new Set<UnitId>();
    for (let at: UnitId | null = start; at !== null; at = get(at)[next]) {
      if (!seen.has(at)) {
        seen.add(at);
        continue;
      }
      throw unitRefusal(
        'unit-move-ring',
        `${get(start).name} kan inte ligga under sig själv eller räknas som sig själv.`,
        'Ordna enheterna på ett annat sätt.',
      );
    }
  }
}

function refuseIfNameIsTaken(all: readonly Unit[], unit: Unit): void {
  const own = new Set([unit.name, ...unit.aliases].map(unitNameKey));
  const holder = all.find(
    (other) =>
      other.id !== unit.id &&
      other.parent === unit.parent &&
      [other.name, ...other.aliases].some((name) => own.has(unitNameKey(name))),
  );
  if (holder === undefined) return;
  throw unitRefusal(
    'unit-name-taken',
    `${unit.name} kan inte återställas: ett av dess namn betyder nu ${holder.name}.`,
    `Byt namn på ${holder.name} först.`,
  );
}
