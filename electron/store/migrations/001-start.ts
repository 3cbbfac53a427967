import type { Migration } from './migration.ts';

/** Marks the file as a workspace of this program ("DiMi"), for `file` and for other SQLite tools. */
export const applicationId = 0x44694d69;

/**
 * The first schema. A few things hold throughout:
 *
 * - Nothing may tell who answered or when: no ids or times from an export, and respondents lie in random
 *   order within their cell, so that a row's number says nothing about the order of arrival.
 * - A batch is never deleted by undoing it; whatever counts joins `active_batch`.
 * - Respondents of a cell have consecutive ids, so that a scan by id meets each cell once.
 */
export const start: Migration = {
  version: 1,
  name: 'start',
  up(database) {
    database.pragma(`application_id = ${applicationId}`);
    database.exec(tables);
    database.exec(views);
  },
};

const tables = `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  version TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  UNIQUE (code, version)
) STRICT;

-- Which character of respondent.answers belongs to which item.
CREATE TABLE instrument_item (
  instrument INTEGER NOT NULL REFERENCES instrument (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  code TEXT NOT NULL,
  PRIMARY KEY (instrument, position),
  UNIQUE (instrument, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  parent INTEGER REFERENCES unit (id) CHECK (parent <> id),
  name TEXT NOT NULL CHECK (name <> '' AND name = trim(name)),
  valid_from INTEGER,
  valid_to INTEGER,
  merged_into INTEGER REFERENCES unit (id) CHECK (merged_into <> id),
  CHECK (valid_from <= valid_to)
) STRICT;
CREATE UNIQUE INDEX unit_name ON unit (coalesce(parent, 0), name);

CREATE TABLE unit_alias (
  unit INTEGER NOT NULL REFERENCES unit (id),
  alias TEXT NOT NULL CHECK (alias <> '' AND alias = trim(alias)),
  PRIMARY KEY (unit, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_successor (
  unit INTEGER NOT NULL REFERENCES unit (id),
  successor INTEGER NOT NULL REFERENCES unit (id) CHECK (successor <> unit),
  PRIMARY KEY (unit, successor)
) STRICT, WITHOUT ROWID;

CREATE TABLE measurement (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 1900 AND 2999),
  instrument INTEGER NOT NULL REFERENCES instrument (id)
) STRICT;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  -- The first batch of the same import: what was imported together was meant to stand together.
  imported_with INTEGER NOT NULL REFERENCES batch (id),
  kind TEXT NOT NULL CHECK (kind IN ('answers', 'aggregated', 'responseRates', 'employeeSurvey')),
  mode TEXT NOT NULL CHECK (mode IN ('new', 'add', 'replace-year')),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  sheet TEXT NOT NULL,
  platform TEXT NOT NULL,
  profile TEXT NOT NULL CHECK (json_valid(profile)),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  findings TEXT NOT NULL CHECK (json_valid(findings)),
  -- Codes of the items that were asked negatively; null for kinds without items.
  reversed TEXT CHECK (json_valid(reversed)),
  imported_at TEXT NOT NULL,
  program_version TEXT NOT NULL,
  undone_at TEXT,
  replaced_by INTEGER REFERENCES batch (id) CHECK (replaced_by <> id),
  CHECK ((reversed IS NOT NULL) = (kind IN ('answers', 'aggregated'))),
  CHECK (replaced_by IS NULL OR undone_at IS NOT NULL)
) STRICT;

CREATE TABLE cell (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batch (id),
  -- Null for respondents who gave no unit.
  unit INTEGER REFERENCES unit (id),
  role TEXT,
  gate TEXT CHECK (gate IN ('yes', 'no')),
  respondents INTEGER NOT NULL CHECK (respondents > 0),
  tally BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX cell_group ON cell (batch, coalesce(unit, 0), coalesce(role, ''), coalesce(gate, ''));

-- answers: one character per item: the digit of the scale value (A = 10, B = 11, and so on),
-- "?" don't know, "-" blank, "!" refused.
CREATE TABLE respondent (
  id INTEGER PRIMARY KEY,
  cell INTEGER NOT NULL REFERENCES cell (id),
  answers TEXT NOT NULL CHECK (answers <> '')
) STRICT;

CREATE TABLE aggregated_item (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batch (id),
  -- Null for the whole.
  unit INTEGER REFERENCES unit (id),
  item TEXT NOT NULL,
  mean REAL,
  n INTEGER CHECK (n >= 0),
  dont_know_percent REAL CHECK (dont_know_percent BETWEEN 0 AND 100)
) STRICT;

CREATE TABLE invited (
  id INTEGER PRIMARY KEY,
  -- Null for a number that was entered by hand.
  batch INTEGER REFERENCES batch (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  -- Null for the whole.
  unit INTEGER REFERENCES unit (id),
  invited INTEGER NOT NULL CHECK (invited >= 0),
  answered INTEGER CHECK (answered >= 0)
) STRICT;

-- The employee survey is another survey: its units and items are kept by name.
CREATE TABLE employee_answered (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batch (id),
  unit TEXT NOT NULL,
  year INTEGER NOT NULL,
  answered INTEGER CHECK (answered >= 0)
) STRICT;

CREATE TABLE employee_index (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batch (id),
  unit TEXT NOT NULL,
  year INTEGER NOT NULL,
  item TEXT NOT NULL,
  index_value REAL CHECK (index_value BETWEEN 0 AND 100)
) STRICT;

CREATE TABLE figure (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('published', 'benchmark', 'target')),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  percent REAL NOT NULL CHECK (percent BETWEEN 0 AND 100),
  source TEXT NOT NULL CHECK (trim(source) <> '')
) STRICT;
-- Sources disagree about national values, so benchmarks may be several; the organisation's own are one.
CREATE UNIQUE INDEX figure_own ON figure (kind, year) WHERE kind <> 'benchmark';
CREATE UNIQUE INDEX figure_benchmark ON figure (year, source) WHERE kind = 'benchmark';
`;

const views = `
CREATE VIEW active_batch AS SELECT * FROM batch WHERE undone_at IS NULL;

CREATE VIEW answer AS
SELECT
  batch.year,
  batch.id AS batch,
  respondent.id AS respondent,
  unit.id AS unit,
  unit.name AS unit_name,
  cell.role,
  cell.gate,
  item.code AS item,
  CASE substr(respondent.answers, item.position, 1)
    WHEN '?' THEN 'dontKnow' WHEN '-' THEN 'blank' WHEN '!' THEN 'refused' ELSE 'value'
  END AS state,
  nullif(
    instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(respondent.answers, item.position, 1)), 0
  ) - 1 AS value
FROM respondent
JOIN cell ON cell.id = respondent.cell
JOIN active_batch AS batch ON batch.id = cell.batch
JOIN measurement ON measurement.year = batch.year
JOIN instrument_item AS item ON item.instrument = measurement.instrument
LEFT JOIN unit ON unit.id = cell.unit;
`;
