import type { Migration } from './migration.ts';

/**
 * What the small-group gate decided of each year, so that it is worked out once and not at every opening. Any change
 * of what it rests on takes it away.
 */
export const hidingPlan: Migration = {
  version: 6,
  name: 'hiding-plan',
  up(database) {
    database.exec(`
CREATE TABLE hiding_plan (
  year INTEGER PRIMARY KEY,
  -- Stands for all that the plan was made of.
  made_of TEXT NOT NULL CHECK (made_of <> ''),
  plan TEXT NOT NULL CHECK (json_valid(plan))
) STRICT;
`);
    for (const table of ['batch', 'cell', 'unit', 'minimum_group', 'measurement', 'instrument']) {
      for (const change of ['INSERT', 'UPDATE', 'DELETE']) {
        database.exec(`
CREATE TRIGGER hiding_plan_after_${table}_${change.toLowerCase()} AFTER ${change} ON ${table}
BEGIN DELETE FROM hiding_plan; END;
`);
      }
    }
  },
};
