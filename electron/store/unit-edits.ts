import * as z from 'zod';
import type { Unit, UnitId } from '../../core/survey/units.ts';
import type { WriteConnection } from './connection.ts';
import type { EditableUnits } from './editable-units.ts';
import { editableUnits, unitRefusal } from './editable-units.ts';
import { tidyUnitName, unitNameKey } from './unit-names.ts';

/** Changes to single units. None of them touches anything that was imported. */

/**
 * Adds another spelling that means the unit.
 * @throws Refusal `unit-missing`, `unit-name-empty`, `unit-name-taken`.
 */
export function addAlias(connection: WriteConnection, id: UnitId, alias: string): void {
  connection.transaction(() => {
    const units = editableUnits(connection);
    const unit = units.get(id);
    const tidy = nonEmptyName(alias);
    refuseIfNameIsTaken(units, unit, unit.parent, tidy);
    keepAlias(connection, id, tidy);
  });
}

/**
 * Renames a unit. The old name goes on meaning it, so that files with that name still find it.
 * @throws Refusal `unit-missing`, `unit-name-empty`, `unit-name-taken`.
 */
export function renameUnit(connection: WriteConnection, id: UnitId, name: string): void {
  connection.transaction(() => {
    const units = editableUnits(connection);
    const unit = units.get(id);
    const tidy = nonEmptyName(name);
    refuseIfNameIsTaken(units, unit, unit.parent, tidy);
    connection.run('UPDATE unit SET name = @tidy WHERE id = @id', { id, tidy });
    if (unitNameKey(unit.name) !== unitNameKey(tidy)) keepAlias(connection, id, unit.name);
  });
}

/**
 * Puts a unit, with all under it, under another; null puts it directly under the whole.
 * @throws Refusal `unit-missing`, `unit-move-ring`, `unit-name-taken`.
 */
export function moveUnit(connection: WriteConnection, id: UnitId, parent: UnitId | null): void {
  connection.transaction(() => {
    const units = editableUnits(connection);
    const unit = units.get(id);
    if (parent !== null && units.tree.isWithin(units.get(parent).id, id)) {
      throw unitRefusal(
        'unit-move-ring',
        `${unit.name} kan inte ligga under sig själv eller under en av sina egna enheter.`,
        'Välj en annan överordnad enhet.',
      );
    }
    refuseIfNameIsTaken(units, unit, parent, unit.name);
    connection.run('UPDATE unit SET parent = @parent WHERE id = @id', { id, parent });
  });
}

/**
 * Sets the first and last year in which the unit existed; null leaves an end open.
 * @throws Refusal `unit-missing`, `validity-reversed`.
 */
export function setValidity(
  connection: WriteConnection,
  id: UnitId,
  from: number | null,
  to: number | null,
): void {
  connection.transaction(() => {
    const unit = editableUnits(connection).get(id);
    if (from !== null && to !== null && from > to) {
      throw unitRefusal(
        'validity-reversed',
        `${unit.name} kan inte sluta ${to}, före sitt första år ${from}.`,
        'Ange det första året först.',
      );
    }
    connection.run('UPDATE unit SET valid_from = @from, valid_to = @to WHERE id = @id', { id, from, to });
  });
}

/**
 * Sets which units took over when this one ended, in place of those set before.
 * @throws Refusal `unit-missing`, `unit-successor-itself`.
 */
export function setSuccessors(connection: WriteConnection, id: UnitId, successors: readonly UnitId[]): void {
  connection.transaction(() => {
    const units = editableUnits(connection);
    const unit = units.get(id);
    if (successors.includes(id)) {
      throw unitRefusal(
        'unit-successor-itself',
        `${unit.name} kan inte ta över efter sig själv.`,
        'Välj de enheter som tog över.',
      );
    }
    connection.run('DELETE FROM unit_successor WHERE unit = @id', { id });
    for (const successor of new Set(successors)) {
      connection.run('INSERT INTO unit_successor (unit, successor) VALUES (@id, @successor)', {
        id,
        successor: units.get(successor).id,
      });
    }
  });
}

/**
 * Records a reorganisation: `id` ended the year before `firstYear`, and `successors` took over. A successor
 * that had no answers before begins in that year; one that had goes on.
 * @throws Refusal `unit-missing`, `unit-successor-itself`, `validity-reversed`.
 */
export function recordSuccession(
  connection: WriteConnection,
  id: UnitId,
  successors: readonly UnitId[],
  firstYear: number,
): void {
  connection.transaction(() => {
    const units = editableUnits(connection);
    setSuccessors(connection, id, successors);
    setValidity(connection, id, units.get(id).validFrom, firstYear - 1);
    for (const successor of successors) {
      if (!answeredBefore(connection, successor, firstYear)) {
        setValidity(connection, successor, firstYear, units.get(successor).validTo);
      }
    }
  });
}

function answeredBefore(connection: WriteConnection, unit: UnitId, year: number): boolean {
  const first = connection.get(
    z.object({ year: z.int().nullable() }),
    `WITH RECURSIVE within (id) AS (
       SELECT @unit UNION SELECT unit.id FROM unit JOIN within ON within.id IN (unit.parent, unit.merged_into)
     )
     SELECT min(active_batch.year) AS year FROM cell
     JOIN active_batch ON active_batch.id = cell.batch
     WHERE cell.unit IN (SELECT id FROM within)`,
    { unit },
  );
  return first?.year !== null && first?.year !== undefined && first.year < year;
}

function refuseIfNameIsTaken(units: EditableUnits, unit: Unit, parent: UnitId | null, name: string): void {
  const key = unitNameKey(name);
  const holder = units.all.find(
    (other) =>
      other.id !== unit.id &&
      other.parent === parent &&
      [other.name, ...other.aliases].some((taken) => unitNameKey(taken) === key),
  );
  if (holder === undefined) return;
  throw unitRefusal(
    'unit-name-taken',
    `Namnet ${name} betyder redan enheten ${holder.name}.`,
    `Välj ett annat namn, eller slå ihop ${unit.name} med ${holder.name}.`,
  );
}

function nonEmptyName(name: string): string {
  const tidy = tidyUnitName(name);
  if (tidy !== '') return tidy;
  throw unitRefusal('unit-name-empty', 'Enhetens namn är tomt.', 'Ange ett namn.');
}

function keepAlias(connection: WriteConnection, id: UnitId, alias: string): void {
  connection.run('INSERT INTO unit_alias (unit, alias) VALUES (@id, @alias) ON CONFLICT DO NOTHING', {
    id,
    alias,
  });
}
