import type { Migration } from './migration.ts';

/**
 * The audit trail: who did what and when, of all that changes or shows results. It only grows, and it holds neither
 * names of units and files nor anything that anyone answered, so that it may outlive what it tells of.
 */
export const events: Migration = {
  version: 5,
  name: 'events',
  up(database) {
    database.exec(`
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  -- As the operating system names them.
  person TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  -- The number of a batch, which may have been erased since.
  batch INTEGER,
  -- Numbers and codes.
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
CREATE TRIGGER event_stays_as_it_is BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'the audit trail only grows'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'the audit trail only grows'); END;
`);
  },
};
