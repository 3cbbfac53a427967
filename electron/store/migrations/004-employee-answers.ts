import type { Migration } from './migration.ts';

/**
 * How many answers an index of the employee survey rests on, where the file told: an index of few answers is hidden
 * also in a unit where many answered something.
 */
export const employeeAnswers: Migration = {
  version: 4,
  name: 'employee-answers',
  up(database) {
    database.exec('ALTER TABLE employee_index ADD COLUMN answers INTEGER CHECK (answers >= 0)');
  },
};
