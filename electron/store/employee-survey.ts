import * as z from 'zod';
import type { EmployeeSurveyDraft } from '../../core/intake/draft.ts';
import type { ReadConnection } from './connection.ts';

/** The employee survey's figures, by the unit and item names of that survey. Indices run 0–100. */
export type EmployeeSurveyTable = Pick<EmployeeSurveyDraft, 'answered' | 'indices'>;

const answeredRow = z.object({ unit: z.string(), year: z.int(), answered: z.int().nullable() });
const indexRow = z
  .object({
    unit: z.string(),
    year: z.int(),
    item: z.string(),
    index: z.number().nullable(),
    answers: z.int().nullable(),
  })
  .transform(({ answers, ...line }) => (answers === null ? line : { ...line, answers }));

/** The newest standing table of each unit and year. */
export function employeeSurvey(connection: ReadConnection): EmployeeSurveyTable {
  return {
    answered: connection.all(
      answeredRow,
      `SELECT unit, year, answered FROM employee_answered AS line
       WHERE batch = (${newest('employee_answered')}) ORDER BY id`,
    ),
    indices: connection.all(
      indexRow,
      `SELECT unit, year, item, index_value AS "index", answers FROM employee_index AS line
       WHERE batch = (${newest('employee_index')}) ORDER BY id`,
    ),
  };
}

function newest(table: 'employee_answered' | 'employee_index'): string {
  return `
    SELECT max(other.batch) FROM ${table} AS other JOIN active_batch ON active_batch.id = other.batch
    WHERE other.unit = line.unit AND other.year = line.year`;
}
