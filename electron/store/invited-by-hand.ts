import { Refusal } from '../../core/problem.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { WriteConnection } from './connection.ts';

/**
 * Sets the number of invited of a unit, or of the whole (null), in a year. It stands until a newer table is
 * imported or another number is set; null takes it away, and an imported number counts again.
 * @throws Refusal `invited-out-of-range`.
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
