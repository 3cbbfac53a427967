import * as z from 'zod';
import { Refusal } from '../../core/problem.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { editableUnits } from './editable-units.ts';

/**
 * Sets the number of invited of a unit, or of the whole (null), in a year. It stands until a newer table is
 * imported or another number is set; null takes it away, and an imported number counts again.
 * @throws Refusal `invited-out-of-range`, `unit-missing`.
 */
export function setInvited(
  connection: WriteConnection,
  year: number,
  unit: UnitId | null,
  invited: number | null,
): void {
  if (invited !== null && (!Number.isInteger(invited) || invited < 0)) {
    throw new Refusal({
      code: 'invited-out-of-range',
      message: `${String(invited).replace('.', ',')} är inget antal inbjudna.`,
      nextStep: 'Ange ett heltal, 0 eller större.',
    });
  }
  if (unit !== null) editableUnits(connection).get(unit);
  connection.transaction(() => {
    connection.run('DELETE FROM invited WHERE batch IS NULL AND year = @year AND unit IS @unit', {
      year,
      unit,
    });
    if (invited === null) return;
    connection.run('INSERT INTO invited (year, unit, invited) VALUES (@year, @unit, @invited)', {
      year,
      unit,
      invited,
    });
  });
}

/**
 * The number of invited of a unit, or of the whole (null), in a year that was set by hand and counts; null where
 * none was, or a newer table has taken its place.
 */
export function invitedByHand(connection: ReadConnection, year: number, unit: UnitId | null): number | null {
  const newest = connection.get(
    z.object({ batch: z.int().nullable(), invited: z.int() }),
    `SELECT line.batch, line.invited FROM invited AS line LEFT JOIN active_batch ON active_batch.id = line.batch
     WHERE line.year = @year AND line.unit IS @unit AND (line.batch IS NULL OR active_batch.id IS NOT NULL)
     ORDER BY line.id DESC LIMIT 1`,
    { year, unit },
  );
  return newest === null || newest.batch !== null ? null : newest.invited;
}
