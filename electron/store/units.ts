import * as z from 'zod';
import type { Unit, UnitId } from '../../core/survey/units.ts';
import type { ReadConnection } from './connection.ts';
import { unitIdColumn } from './row-shapes.ts';

const unitRow = z.object({
  id: unitIdColumn,
  name: z.string(),
  parent: unitIdColumn.nullable(),
  validFrom: z.int().nullable(),
  validTo: z.int().nullable(),
  mergedInto: unitIdColumn.nullable(),
});
const aliasRow = z.object({ unit: unitIdColumn, alias: z.string() });
const successorRow = z.object({ unit: unitIdColumn, successor: unitIdColumn });
const idRow = z.object({ unit: unitIdColumn });

const inSwedishOrder = new Intl.Collator('sv', { numeric: true });

/** Every unit in the file, also those that only undone batches know; siblings in Swedish alphabetical order. */
export function allUnits(connection: ReadConnection): Unit[] {
  const aliases = Map.groupBy(
    connection.all(aliasRow, 'SELECT unit, alias FROM unit_alias'),
    ({ unit }) => unit,
  );
  const successors = Map.groupBy(
    connection.all(successorRow, 'SELECT unit, successor FROM unit_successor'),
    ({ unit }) => unit,
  );
  const rows = connection.all(
    unitRow,
    `SELECT id, name, parent, valid_from AS validFrom, valid_to AS validTo, merged_into AS mergedInto FROM unit`,
  );
  return rows
    .map((row) => ({
      ...row,
      aliases: (aliases.get(row.id) ?? []).map(({ alias }) => alias),
      successors: (successors.get(row.id) ?? []).map(({ successor }) => successor),
    }))
    .sort((one, other) => inSwedishOrder.compare(one.name, other.name) || one.id - other.id);
}

/**
 * The units that something standing uses: answers, aggregated figures or response rates that are not undone,
 * numbers of invited entered by hand; and the parents and merge targets of those.
 */
export function visibleUnits(connection: ReadConnection): Unit[] {
  const units = allUnits(connection);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const visible = new Set<UnitId>();
  const show = (id: UnitId | null): void => {
    const unit = id === null ? undefined : byId.get(id);
    if (unit === undefined || visible.has(unit.id)) return;
    visible.add(unit.id);
    show(unit.parent);
    show(unit.mergedInto);
  };
  for (const { unit } of connection.all(idRow, usedUnits)) show(unit);
  return units.filter(({ id }) => visible.has(id));
}

const usedUnits = `
  SELECT unit FROM cell JOIN active_batch ON active_batch.id = cell.batch WHERE unit IS NOT NULL
  UNION
  SELECT unit FROM aggregated_item AS line JOIN active_batch ON active_batch.id = line.batch
  WHERE unit IS NOT NULL
  UNION
  SELECT unit FROM invited LEFT JOIN active_batch ON active_batch.id = invited.batch
  WHERE unit IS NOT NULL AND (invited.batch IS NULL OR active_batch.id IS NOT NULL)`;
