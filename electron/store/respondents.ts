import * as z from 'zod';
import type { StoredRespondent } from '../../core/analysis/answers-table.ts';
import type { ReadConnection } from './connection.ts';
import { gateColumn, roleColumn, unitIdColumn } from './row-shapes.ts';

const respondentRow = z.object({
  unit: unitIdColumn.nullable(),
  role: roleColumn.nullable(),
  gate: gateColumn,
  answers: z.string(),
});

/** The respondents of a year's standing batches, one by one: personal data, for an export of them and nothing else. */
export function respondentsIn(connection: ReadConnection, year: number): StoredRespondent[] {
  return connection.all(
    respondentRow,
    `SELECT cell.unit, cell.role, cell.gate, respondent.answers
     FROM respondent
     JOIN cell ON cell.id = respondent.cell
     JOIN active_batch ON active_batch.id = cell.batch
     WHERE active_batch.year = @year`,
    { year },
  );
}
