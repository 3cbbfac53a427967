import type { Migration } from './migration.ts';

/**
 * What analysts decide and write: links to the employee survey, conclusions and their follow-up, the smallest
 * group that is shown, what has been released, and what other municipalities have shared.
 */
export const analysis: Migration = {
  version: 2,
  name: 'analysis',
  up(database) {
    database.exec(tables);
  },
};

const tables = `
-- The employee survey's items and units are kept by name, as in its tables. A rejected link is not proposed again.
CREATE TABLE employee_item_link (
  employee_item TEXT NOT NULL CHECK (trim(employee_item) <> ''),
  item TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'rejected')),
  decided_at TEXT NOT NULL,
  PRIMARY KEY (employee_item, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE employee_unit_link (
  id INTEGER PRIMARY KEY,
  employee_unit TEXT NOT NULL CHECK (trim(employee_unit) <> ''),
  -- Null for the whole.
  unit INTEGER REFERENCES unit (id),
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'rejected')),
  decided_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX employee_unit_link_pair ON employee_unit_link (employee_unit, coalesce(unit, 0));
CREATE UNIQUE INDEX employee_unit_link_confirmed ON employee_unit_link (employee_unit) WHERE state = 'confirmed';

CREATE TABLE conclusion (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  -- Null for the whole.
  unit INTEGER REFERENCES unit (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  heading TEXT NOT NULL CHECK (heading <> ''),
  text TEXT NOT NULL,
  -- The figures that it rests on: [{"kind":"item","item":"rykte"},{"kind":"gate-share"}].
  basis TEXT NOT NULL CHECK (json_valid(basis)),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX conclusion_number ON conclusion (year, coalesce(unit, 0), number) WHERE removed_at IS NULL;

CREATE TABLE activity (
  conclusion INTEGER NOT NULL REFERENCES conclusion (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  text TEXT NOT NULL CHECK (text <> ''),
  responsible TEXT,
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state TEXT NOT NULL CHECK (state IN ('planned', 'ongoing', 'done', 'dropped')),
  PRIMARY KEY (conclusion, position)
) STRICT, WITHOUT ROWID;

-- What was decided about a conclusion when a later year was followed up.
CREATE TABLE conclusion_decision (
  conclusion INTEGER NOT NULL REFERENCES conclusion (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  kind TEXT NOT NULL CHECK (kind IN ('remains', 'closed', 'changed')),
  text TEXT,
  PRIMARY KEY (conclusion, year),
  CHECK (kind <> 'changed' OR text IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- The analyst's own follow-up text, and the draft that stood beside it.
CREATE TABLE conclusion_paragraph (
  conclusion INTEGER NOT NULL REFERENCES conclusion (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  text TEXT NOT NULL,
  draft TEXT NOT NULL,
  PRIMARY KEY (conclusion, year)
) STRICT, WITHOUT ROWID;

-- A conclusion as it was after each change, whole.
CREATE TABLE conclusion_history (
  id INTEGER PRIMARY KEY,
  conclusion INTEGER NOT NULL REFERENCES conclusion (id),
  at TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('added', 'edited', 'decided', 'followed-up', 'removed', 'restored')),
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot))
) STRICT;
CREATE INDEX conclusion_history_of ON conclusion_history (conclusion, id);

-- The last row counts.
CREATE TABLE minimum_group (
  id INTEGER PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size BETWEEN 3 AND 20),
  reason TEXT CHECK (trim(reason) <> ''),
  set_at TEXT NOT NULL,
  CHECK (size >= 5 OR reason IS NOT NULL)
) STRICT;

-- Which groups have been shown outside, how large they were, and under which rules. Nothing that anyone answered.
CREATE TABLE release (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  group_key TEXT NOT NULL CHECK (group_key <> ''),
  -- As it was shown.
  name TEXT NOT NULL,
  respondents INTEGER NOT NULL CHECK (respondents >= 0),
  minimum_group INTEGER NOT NULL CHECK (minimum_group BETWEEN 3 AND 20),
  tree_key TEXT NOT NULL,
  -- Stands for the batches that counted; null where that is not known.
  answers_key TEXT,
  -- Why it was released although an earlier release stood in the way.
  reason TEXT CHECK (trim(reason) <> ''),
  released_at TEXT NOT NULL
) STRICT;
CREATE INDEX release_group ON release (year, group_key);

CREATE TABLE exchange_file (
  id INTEGER PRIMARY KEY,
  municipality TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  file_name TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  taken_in_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX exchange_file_standing ON exchange_file (municipality, year) WHERE removed_at IS NULL;
`;
