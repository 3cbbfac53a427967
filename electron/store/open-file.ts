import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../core/problem.ts';
import { ReadConnection, WriteConnection } from './connection.ts';
import { errorCode, fileSize, inspectFile } from './inspect-file.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { fileRefusal, sqliteRefusal, unwritable } from './refusals.ts';

/** How long a statement waits for another program to be done with the file. */
const busyTimeoutMs = 2000;
/** The write-ahead log is cut back to this after a large import, while the file stays open. */
const journalSizeLimitBytes = 4 * 1024 * 1024;

/**
 * Opens the workspace at `filePath` for reading; a file of an older version is brought up to date first.
 * The connection cannot change anything. It is not opened read-only in SQLite's sense, because such a
 * connection leaves its `-wal` and `-shm` files behind; only where nothing may be written is it one, of a
 * copy in memory.
 * @throws Refusal, see {@link openForWriting}.
 */
export function openForReading(filePath: string): ReadConnection {
  const full = path.resolve(filePath);
  inspectFile(full);
  try {
    return readConnection(full, openDatabase(full));
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.code !== 'workspace-unwritable') throw error;
    return readConnection(full, openCopyInMemory(full));
  }
}

function readConnection(full: string, database: Database.Database): ReadConnection {
  return prepare(full, database, () => {
    migrate(full, database, migrations);
    database.pragma('query_only = ON');
    return new ReadConnection(full, database);
  });
}

/**
 * Opens the workspace at `filePath` for reading and writing; a file of an older version is brought up to date.
 * @throws Refusal `workspace-missing`, `not-a-workspace`, `workspace-newer`, `workspace-damaged`,
 * `workspace-busy`, `workspace-unwritable`, `workspace-migration-failed`; the file is then as it was.
 */
export function openForWriting(filePath: string): WriteConnection {
  const full = path.resolve(filePath);
  inspectFile(full);
  const database = openDatabase(full);
  return prepare(full, database, () => {
    if (database.readonly) throw unwritable(full);
    migrate(full, database, migrations);
    useWriteAheadLog(database);
    return new WriteConnection(full, database);
  });
}

/**
 * Makes a new workspace file with an empty schema and hands it to `fill`; if that fails no file is left.
 * @throws Refusal `workspace-exists`, `folder-missing`, `workspace-unwritable`.
 */
export function createFile<Result>(filePath: string, fill: (connection: WriteConnection) => Result): Result {
  const full = path.resolve(filePath);
  reserve(full);
  try {
    const database = openDatabase(full);
    return prepare(full, database, () => {
      migrate(full, database, migrations);
      useWriteAheadLog(database);
      return fill(new WriteConnection(full, database));
    });
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) fs.rmSync(full + suffix, { force: true });
    throw error;
  }
}

/** Takes the name, so that no other program's file can be written over. */
function reserve(full: string): void {
  const name = path.basename(full);
  try {
    fs.closeSync(fs.openSync(full, 'wx'));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') {
      throw fileRefusal(
        full,
        'workspace-exists',
        `Det finns redan en fil som heter ${name}. Den har inte ändrats.`,
        'Välj ett annat namn, eller öppna filen som finns.',
      );
    }
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw fileRefusal(
        full,
        'folder-missing',
        `Mappen där ${name} skulle skapas finns inte.`,
        'Skapa mappen först, eller välj en annan.',
      );
    }
    throw unwritable(full);
  }
}

/** Runs `work` on a newly opened database, which is closed again if it fails. */
function prepare<Result>(full: string, database: Database.Database, work: () => Result): Result {
  try {
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    return work();
  } catch (error) {
    database.close();
    throw sqliteRefusal(full, error);
  }
}

function useWriteAheadLog(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma(`journal_size_limit = ${journalSizeLimitBytes}`);
}

function openDatabase(full: string): Database.Database {
  try {
    return new Database(full, { fileMustExist: true, timeout: busyTimeoutMs });
  } catch (error) {
    throw sqliteRefusal(full, error);
  }
}

/** For a file that lies where nothing may be written, such as a read-only share: SQLite would need to. */
function openCopyInMemory(full: string): Database.Database {
  if (fileSize(`${full}-wal`) > 0) throw unwritable(full);
  const bytes = fs.readFileSync(full);
  // The two bytes that say "write-ahead log", which a copy in memory cannot have.
  bytes.fill(1, 18, 20);
  return new Database(bytes);
}
