import type { Unit, UnitId } from '../../core/survey/units.ts';
import type { WriteConnection } from './connection.ts';
import type { EditableUnits } from './editable-units.ts';
import { editableUnits, unitRefusal } from './editable-units.ts';
import { unitNameKey } from './unit-names.ts';

/** Merges say that two units are counted as one. They change results, never anything stored, and can be taken back. */

/**
 * Counts `from` as `into` from now on, and children of the two that have the same name as one.
 * @throws Refusal `unit-missing`, `unit-already-merged`, `unit-merge-ring`.
 */
export function mergeUnits(connection: WriteConnection, from: UnitId, into: UnitId): void {
  connection.transaction(() => {
    mergeTwo(connection, editableUnits(connection), from, into);
  });
}

function mergeTwo(connection: WriteConnection, units: EditableUnits, from: UnitId, into: UnitId): void {
  const { tree } = units;
  const source = units.get(from);
  const target = units.get(into);
  if (source.mergedInto !== null) {
    throw unitRefusal(
      'unit-already-merged',
      `${source.name} räknas redan som ${units.get(source.mergedInto).name}.`,
      'Ta tillbaka den sammanslagningen först.',
    );
  }
  if (tree.isWithin(target.id, source.id)) {
    throw unitRefusal(
      'unit-merge-ring',
      `${source.name} kan inte räknas som ${target.name}, som är samma enhet eller ligger under den.`,
      'Slå ihop åt andra hållet, eller välj en annan enhet.',
    );
  }
  const twins = tree.childrenOf(source.id).flatMap((child) => {
    const twin = tree
      .childrenOf(tree.resolve(target.id))
      .find(({ name }) => unitNameKey(name) === unitNameKey(child.name));
    return twin === undefined || twin.id === source.id ? [] : [[child.id, twin.id] as const];
  });
  setMergedInto(connection, source.id, target.id);
  for (const [child, twin] of twins) mergeTwo(connection, editableUnits(connection), child, twin);
}

/**
 * Takes the merge of a unit back, and that of its children that followed from it.
 * @throws Refusal `unit-missing`, `unit-not-merged`.
 */
export function splitUnit(connection: WriteConnection, id: UnitId): void {
  connection.transaction(() => {
    const units = editableUnits(connection);
    const unit = units.get(id);
    if (unit.mergedInto === null) {
      throw unitRefusal(
        'unit-not-merged',
        `${unit.name} är inte sammanslagen med någon annan enhet.`,
        'Inget mer behövs.',
      );
    }
    splitWithChildren(connection, units, unit);
  });
}

function splitWithChildren(connection: WriteConnection, units: EditableUnits, unit: Unit): void {
  setMergedInto(connection, unit.id, null);
  for (const child of units.all) {
    if (child.parent !== unit.id || child.mergedInto === null) continue;
    if (unitNameKey(units.get(child.mergedInto).name) === unitNameKey(child.name)) {
      splitWithChildren(connection, units, child);
    }
  }
}

function setMergedInto(connection: WriteConnection, id: UnitId, into: UnitId | null): void {
  connection.run('UPDATE unit SET merged_into = @into WHERE id = @id', { id, into });
}
