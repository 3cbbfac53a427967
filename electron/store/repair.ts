import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod';
import { tallyToBytes } from '../../core/survey/tally-bytes.ts';
import type { WriteConnection } from './connection.ts';
import type { EncryptionHeader } from './encryption/header.ts';
import { readEncryptionHeader } from './encryption/header.ts';
import { unlock } from './encryption/keyring.ts';
import { recordEvent } from './events.ts';
import { InstrumentShelf } from './instruments.ts';
import { createFile, removeFile } from './open-file.ts';
import { recount } from './recount.ts';
import { fileRefusal } from './refusals.ts';
import { gateColumn } from './row-shapes.ts';

/**
 * Salvaging a damaged workspace: what can be read goes row by row into a new file, which is then made to agree with
 * itself. The damaged file is only ever read, as a copy.
 */

/** What became of a table's rows. */
export interface SalvagedTable {
  readonly table: string;
  readonly rows: number;
  /** True when reading broke off somewhere: rows are missing, and nobody can tell how many. */
  readonly isIncomplete: boolean;
}

/** What could be salvaged, and what could not. */
export interface Salvage {
  readonly tables: readonly SalvagedTable[];
  /** Rows that were read and belong to something that was not. */
  readonly orphans: number;
  /** Groups of respondents that were counted anew because some of them are missing. */
  readonly recountedCells: number;
}

/**
 * Salvages what can be read of `damagedPath` into a new file at `targetPath`, encrypted with the same key.
 * @throws Refusal `workspace-exists`, `nothing-to-salvage`, `passphrase-needed`, `passphrase-wrong`
 */
export function repairWorkspace(damagedPath: string, targetPath: string, now: string): Salvage {
  const damaged = path.resolve(damagedPath);
  const copy = `${path.resolve(targetPath)}.${process.pid}.ny`;
  const header = readEncryptionHeader(damaged);
  if (!fs.existsSync(damaged)) throw nothingToSalvage(damaged);
  removeFile(copy);
  try {
    for (const suffix of ['', '-wal']) {
      if (fs.existsSync(damaged + suffix)) fs.copyFileSync(damaged + suffix, copy + suffix);
    }
    return withDamaged(damaged, copy, header, (source) =>
      createFile(targetPath, header, (connection) => {
        try {
          const salvage = connection.transaction(() => salvageInto(connection, source));
          if (!hasInstrument(connection)) throw nothingToSalvage(damaged);
          connection.transaction(() => {
            recordEvent(connection, 'repaired', { detail: { orphans: salvage.orphans }, now });
          });
          return salvage;
        } finally {
          connection.close();
        }
      }),
    );
  } finally {
    removeFile(copy);
  }
}

function withDamaged<Result>(
  damaged: string,
  copy: string,
  header: EncryptionHeader | null,
  work: (source: Database.Database) => Result,
): Result {
  const source = new Database(copy, { fileMustExist: true });
  try {
    if (header !== null) unlock(damaged, source, header);
    source.unsafeMode(true);
    // Lets a file be read whose end is missing.
    source.pragma('writable_schema = ON');
    try {
      source.prepare('SELECT count(*) FROM sqlite_schema').get();
    } catch {
      throw nothingToSalvage(damaged);
    }
    return work(source);
  } finally {
    source.close();
  }
}

const tableRow = z.object({ name: z.string(), wr: z.int() });
const columnRow = z.object({ name: z.string(), pk: z.int() });

function salvageInto(connection: WriteConnection, source: Database.Database): Salvage {
  // Rows point at one another in both directions; what points at nothing is found afterwards.
  connection.run('PRAGMA defer_foreign_keys = ON');
  connection.run('DELETE FROM setting');
  const tables = connection
    .all(
      tableRow,
      "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .map(({ name, wr }) => salvageTable(connection, source, name, wr === 1));
  const orphans = removeOrphans(connection);
  return { tables, orphans, recountedCells: recountCells(connection) };
}

/** From the beginning until reading breaks, and then from the end: what is damaged lies between. */
function salvageTable(
  connection: WriteConnection,
  source: Database.Database,
  table: string,
  isWithoutRowid: boolean,
): SalvagedTable {
  const columns = commonColumns(connection, source, table);
  if (columns.length === 0) return { table, rows: 0, isIncomplete: false };
  const keys = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  const order = (direction: string): string =>
    isWithoutRowid ? keys.map(({ name }) => `"${name}" ${direction}`).join(', ') : `rowid ${direction}`;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const places = columns.map((_, at) => `@c${at}`).join(', ');
  const insert = `INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${places})`;
  let rows = 0;
  const readWhole = (direction: string): boolean => {
    try {
      const found = source.prepare(`SELECT ${names} FROM "${table}" ORDER BY ${order(direction)}`).raw();
      for (const values of found.iterate()) {
        const bindings = bindingsOf(values);
        if (bindings !== null) rows += insertedRows(connection, insert, bindings);
      }
      return true;
    } catch {
      return false;
    }
  };
  const isComplete = readWhole('ASC');
  if (!isComplete) readWhole('DESC');
  return { table, rows, isIncomplete: !isComplete };
}

type Values = Record<string, number | string | Uint8Array | null>;

function bindingsOf(row: unknown): Values | null {
  const shaped = z
    .array(z.union([z.number(), z.string(), z.instanceof(Uint8Array), z.null()]))
    .safeParse(row);
  return shaped.success ? Object.fromEntries(shaped.data.map((value, at) => [`c${at}`, value])) : null;
}

/** A row that the program never writes is damage too. */
function insertedRows(connection: WriteConnection, insert: string, bindings: Values): number {
  try {
    return connection.changeCount(insert, bindings);
  } catch {
    return 0;
  }
}

function commonColumns(connection: WriteConnection, source: Database.Database, table: string) {
  const query = 'SELECT name, pk FROM pragma_table_info(@table)';
  const own = connection.all(columnRow, query, { table });
  let there: Set<string>;
  try {
    there = new Set(
      z
        .array(columnRow)
        .parse(source.prepare(query).all({ table }))
        .map(({ name }) => name),
    );
  } catch {
    return [];
  }
  return own.filter(({ name }) => there.has(name));
}

const orphanRow = z.object({ table: z.string(), rowid: z.int().nullable() });

function removeOrphans(connection: WriteConnection): number {
  let removed = 0;
  for (;;) {
    const orphans = connection.all(orphanRow, 'SELECT DISTINCT "table", rowid FROM pragma_foreign_key_check');
    const before = removed;
    for (const { table, rowid } of orphans) {
      if (rowid !== null)
        removed += connection.changeCount(`DELETE FROM "${table}" WHERE rowid = @rowid`, { rowid });
      // A table without row numbers holds small things: links, activities, spellings. They go together.
      else removed += connection.changeCount(`DELETE FROM "${table}"`);
    }
    if (removed === before) return removed;
  }
}

const cellRow = z.object({ id: z.int(), year: z.int(), gate: gateColumn, respondents: z.int() });

/** Tallies are made of the answers that are there. */
function recountCells(connection: WriteConnection): number {
  const instruments = new InstrumentShelf(connection);
  const cells = connection.all(
    cellRow,
    `SELECT cell.id, batch.year, cell.gate, cell.respondents FROM cell
     JOIN batch ON batch.id = cell.batch JOIN measurement ON measurement.year = batch.year`,
  );
  const known = new Map(cells.map((cell) => [cell.id, cell]));
  const tallies = new Map(
    [
      ...recount(connection, (id) => {
        const cell = known.get(id);
        return cell === undefined
          ? undefined
          : { instrument: instruments.ofYear(cell.year).instrument, gate: cell.gate };
      }),
    ].flatMap(({ cell, tally }) => (tally === null ? [] : [[cell, tally] as const])),
  );
  let changed = 0;
  for (const { id, respondents } of connection.all(
    z.object({ id: z.int(), respondents: z.int() }),
    'SELECT id, respondents FROM cell',
  )) {
    const tally = tallies.get(id);
    if (tally === undefined) {
      connection.run('DELETE FROM respondent WHERE cell = @id', { id });
      connection.run('DELETE FROM cell WHERE id = @id', { id });
    } else {
      connection.run('UPDATE cell SET respondents = @respondents, tally = @tally WHERE id = @id', {
        id,
        respondents: tally.respondents,
        tally: tallyToBytes(tally),
      });
    }
    if (tally?.respondents !== respondents) changed += 1;
  }
  return changed;
}

function hasInstrument(connection: WriteConnection): boolean {
  return connection.get(z.object({ id: z.int() }), 'SELECT id FROM instrument LIMIT 1') !== null;
}

function nothingToSalvage(damaged: string): Error {
  return fileRefusal(
    damaged,
    'nothing-to-salvage',
    `Det finns inget som går att läsa i ${path.basename(damaged)}. Filen har inte ändrats.`,
    'Återställ en säkerhetskopia med "dimios restore". Finns ingen kan du läsa in kalkylfilerna igen i en ny arbetsfil.',
  );
}
