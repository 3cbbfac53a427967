import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../core/problem.ts';
import { ReadConnection, WriteConnection } from './connection.ts';
import { migrate } from './migrate.ts';
import { applicationId } from './migrations/001-start.ts';
import { migrations } from './migrations/index.ts';
import { damaged, fileRefusal, sqliteRefusal, unwritable } from './refusals.ts';

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
 * @throws Refusal `workspace-exists`, `workspace-unwritable`.
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

const headerBytes = 100;
const sqliteMagic = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Tells from the first bytes whether the file can be a workspace, before SQLite touches it: another
 * program's file must not be changed in any way. Offsets are those of SQLite's file format, §1.3.
 */
function inspectFile(full: string): void {
  const name = path.basename(full);
  const header = readHeader(full);
  const notWorkspace = (what: string): Error =>
    fileRefusal(
      full,
      'not-a-workspace',
      `${name} är ingen arbetsfil: ${what}.`,
      'Välj en fil som slutar på .dimios, eller skapa en ny arbetsfil. Kalkylfiler läses in i en arbetsfil.',
    );
  if (header.length === 0) throw notWorkspace('filen är tom');
  if (!header.subarray(0, sqliteMagic.length).equals(sqliteMagic))
    throw notWorkspace('den är av ett annat slag');
  if (header.length < headerBytes) throw damaged(full, 'filen är avklippt');
  if (header.readUInt32BE(68) !== applicationId)
    throw notWorkspace('den är en databas från ett annat program');

  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pageCountIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  const expectedBytes = pageSize * header.readUInt32BE(28);
  // With a write-ahead log beside it, the rest may stand there.
  if (pageCountIsValid && fileSize(full) < expectedBytes && fileSize(`${full}-wal`) === 0) {
    throw damaged(full, 'filen är avklippt');
  }
}

/** The first bytes of the file; fewer than asked for when the file is shorter. */
function readHeader(full: string): Buffer {
  const name = path.basename(full);
  const header = Buffer.alloc(headerBytes);
  let file: number;
  try {
    file = fs.openSync(full, 'r');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw fileRefusal(
        full,
        'workspace-missing',
        `Arbetsfilen ${name} finns inte.`,
        'Kontrollera namn och mapp. En ny arbetsfil skapas när du läser in en kalkylfil.',
      );
    }
    throw fileRefusal(
      full,
      'workspace-unreadable',
      `Arbetsfilen ${name} går inte att öppna.`,
      'Kontrollera att du får läsa filen.',
    );
  }
  try {
    return header.subarray(0, fs.readSync(file, header, 0, headerBytes, 0));
  } catch (error) {
    if (errorCode(error) !== 'EISDIR') throw error;
    throw fileRefusal(
      full,
      'not-a-workspace',
      `${name} är en mapp, ingen arbetsfil.`,
      'Välj en fil som slutar på .dimios.',
    );
  } finally {
    fs.closeSync(file);
  }
}

/** Bytes, or 0 for a file that does not exist. */
function fileSize(full: string): number {
  return fs.statSync(full, { throwIfNoEntry: false })?.size ?? 0;
}

function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
