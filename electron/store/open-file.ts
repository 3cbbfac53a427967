import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../core/problem.ts';
import { ReadConnection, WriteConnection } from './connection.ts';
import type { Cipher, EncryptionHeader } from './encryption/header.ts';
import { newHeader } from './encryption/header.ts';
import { holdKey, unlock } from './encryption/keyring.ts';
import { keyFromPassphrase, refuseWeak } from './encryption/passphrase.ts';
import { errorCode, fileSize, inspectFile } from './inspect-file.ts';
import { holdForWriting, otherHolder } from './lock.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { liesOnNetwork } from './network-folder.ts';
import { fileRefusal, sqliteRefusal, unwritable } from './refusals.ts';
import { sweepUnderWay } from './whole-file.ts';

/** How long a statement waits for another program to be done with the file. */
const busyTimeoutMs = 2000;
/** The write-ahead log is cut back to this after a large import, while the file stays open. */
const journalSizeLimitBytes = 4 * 1024 * 1024;

/**
 * Opens the workspace at `filePath` for reading; a file of an older version is brought up to date first.
 * The connection cannot change anything. It is not opened read-only in SQLite's sense, because such a
 * connection leaves its `-wal` and `-shm` files behind; only where nothing may be written is it one, of a
 * copy.
 * @throws Refusal, see {@link openForWriting}.
 */
export function openForReading(filePath: string): ReadConnection {
  const full = path.resolve(filePath);
  const encryption = inspectFile(full);
  try {
    return readConnection(full, encryption, openDatabase(full));
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.code !== 'workspace-unwritable') throw error;
    return readConnection(full, encryption, openCopy(full, encryption));
  }
}

function readConnection(
  full: string,
  encryption: EncryptionHeader | null,
  database: Database.Database,
): ReadConnection {
  return prepare(full, encryption, database, () => {
    migrate(full, database, migrations);
    if (liesOnNetwork(full) && otherHolder(full) === null) database.pragma('journal_mode = DELETE');
    database.pragma('query_only = ON');
    return new ReadConnection(full, database);
  });
}

/**
 * Opens the workspace at `filePath` for reading and writing; a file of an older version is brought up to date.
 * @throws Refusal `workspace-missing`, `not-a-workspace`, `workspace-newer`, `workspace-damaged`,
 * `workspace-busy`, `workspace-held`, `workspace-unwritable`, `workspace-migration-failed`, `passphrase-needed`,
 * `passphrase-wrong`; the file is then as it was.
 */
export function openForWriting(filePath: string): WriteConnection {
  const full = path.resolve(filePath);
  const encryption = inspectFile(full);
  const release = holdForWriting(full);
  try {
    const database = openDatabase(full);
    return prepare(full, encryption, database, () => {
      if (database.readonly) throw unwritable(full);
      sweepUnderWay(full);
      migrate(full, database, migrations);
      settleForWriting(full, database);
      return new WriteConnection(full, database, release);
    });
  } catch (error) {
    release();
    throw error;
  }
}

/** How a new file is encrypted. */
export interface NewProtection {
  readonly passphrase: string;
  readonly cipher: Cipher;
}

/**
 * Makes a new workspace file with an empty schema and hands it to `fill`; if that fails no file is left. It
 * is encrypted as a new protection says, or as a file with a header whose key is held.
 * @throws Refusal `workspace-exists`, `folder-missing`, `workspace-unwritable`, `passphrase-too-short`.
 */
export function createFile<Result>(
  filePath: string,
  protection: NewProtection | EncryptionHeader | null,
  fill: (connection: WriteConnection) => Result,
): Result {
  const full = path.resolve(filePath);
  const isNew = protection !== null && 'passphrase' in protection;
  if (isNew) refuseWeak(protection.passphrase);
  reserve(full);
  let release: (() => void) | null = null;
  try {
    const held = holdForWriting(full);
    release = held;
    const encryption = isNew ? startProtection(protection) : protection;
    const database = openDatabase(full);
    return prepare(full, encryption, database, () => {
      migrate(full, database, migrations);
      settleForWriting(full, database);
      return fill(new WriteConnection(full, database, held));
    });
  } catch (error) {
    release?.();
    removeFile(full);
    throw error;
  }
}

/** A new header, whose key is held from now on. */
function startProtection({ passphrase, cipher }: NewProtection): EncryptionHeader {
  const header = newHeader(cipher);
  holdKey(header, keyFromPassphrase(passphrase, header));
  return header;
}

/** A workspace file and what SQLite leaves beside one that was not closed. */
export function removeFile(full: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) fs.rmSync(full + suffix, { force: true });
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
function prepare<Result>(
  full: string,
  encryption: EncryptionHeader | null,
  database: Database.Database,
  work: () => Result,
): Result {
  try {
    if (encryption !== null) unlock(full, database, encryption);
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    return work();
  } catch (error) {
    database.close();
    throw sqliteRefusal(full, error);
  }
}

/** What is deleted is written over; the log is off where machines cannot share it. */
function settleForWriting(full: string, database: Database.Database): void {
  database.pragma(`journal_mode = ${liesOnNetwork(full) ? 'DELETE' : 'WAL'}`);
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
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
function openCopy(full: string, encryption: EncryptionHeader | null): Database.Database {
  if (fileSize(`${full}-wal`) > 0) throw unwritable(full);
  if (encryption !== null) return openCopyInFolder(full);
  const bytes = fs.readFileSync(full);
  // The two bytes that say "write-ahead log", which a copy in memory cannot have.
  bytes.fill(1, 18, 20);
  return new Database(bytes);
}

/** An encrypted file cannot be opened from memory: its copy, as encrypted, lies in a folder of its own meanwhile. */
function openCopyInFolder(full: string): Database.Database {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-'));
  const copy = path.join(folder, path.basename(full));
  const removeFolder = (): void => {
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    fs.copyFileSync(full, copy);
    fs.chmodSync(copy, 0o600);
    const database = openDatabase(copy);
    const close = database.close.bind(database);
    database.close = () => {
      const closed = close();
      removeFolder();
      return closed;
    };
    return database;
  } catch (error) {
    removeFolder();
    throw error;
  }
}
