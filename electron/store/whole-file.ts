import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { unlock } from './encryption/keyring.ts';
import { errorCode, fileSize, inspectFile } from './inspect-file.ts';
import { busy, diskFull, sqliteRefusal } from './refusals.ts';

/** Workspace files and backups as wholes: opened as they are, copied, and put in one another's place. */

/** Runs `work` on the file as it is, of whatever schema version. @throws Refusal as `openForReading` */
export function withDatabase<Result>(full: string, work: (database: Database.Database) => Result): Result {
  const encryption = inspectFile(full);
  let database: Database.Database | null = null;
  try {
    database = new Database(full, { fileMustExist: true, timeout: 2000 });
    if (encryption !== null) unlock(full, database, encryption);
    database.pragma('temp_store = MEMORY');
    database.pragma('trusted_schema = OFF');
    return work(database);
  } catch (error) {
    throw sqliteRefusal(full, error);
  } finally {
    database?.close();
  }
}

/**
 * Writes all that the database holds to a new file, encrypted as the database is. By way of another name, so that a
 * copy cut short never passes for a whole one.
 */
export function copyWhole(database: Database.Database, target: string): void {
  const unfinished = `${target}-unfinished`;
  fs.rmSync(unfinished, { force: true });
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
    settle(unfinished);
    fs.renameSync(unfinished, target);
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    if (errorCode(error) === 'ENOSPC') throw diskFull(target);
    throw error;
  }
}

/** Where a file is made that shall take the place of `full`. */
export function underWayPath(full: string): string {
  return `${full}.${process.pid}.ny`;
}

/**
 * Puts a finished file in the place of a workspace that no connection has open: before or after, and nothing between.
 * @throws Refusal `workspace-busy`
 */
export function swapIn(full: string, replacement: string): void {
  // A log beside it belongs to the file that goes, and would be played into the one that comes.
  if (fileSize(`${full}-wal`) > 0) throw busy(full);
  for (const suffix of ['-wal', '-shm', '-journal']) fs.rmSync(full + suffix, { force: true });
  settle(replacement);
  fs.renameSync(replacement, full);
  settle(path.dirname(full));
}

/** Waits until the disk has what was written. */
function settle(place: string): void {
  let file: number;
  try {
    file = fs.openSync(place, 'r');
  } catch {
    return;
  }
  try {
    fs.fsyncSync(file);
  } catch (error) {
    // Windows waits for files only that are open for writing, and for no folder.
    if (!['EPERM', 'EISDIR', 'EINVAL', 'EBADF'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    fs.closeSync(file);
  }
}
