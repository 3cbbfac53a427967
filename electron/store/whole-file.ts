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
 * With `wiping` the one that goes is written over, as far as the disk lets a program do that.
 * @throws Refusal `workspace-busy`
 */
export function swapIn(
  full: string,
  replacement: string,
  { wiping = false }: { readonly wiping?: boolean } = {},
): void {
  // A log beside it belongs to the file that goes, and would be played into the one that comes.
  if (fileSize(`${full}-wal`) > 0) throw busy(full);
  for (const suffix of ['-wal', '-shm', '-journal']) fs.rmSync(full + suffix, { force: true });
  settle(replacement);
  // A file that is open outlives its name.
  const old = wiping ? fs.openSync(full, 'r+') : null;
  try {
    fs.renameSync(replacement, full);
    settle(path.dirname(full));
    if (old !== null) writeOver(old);
  } finally {
    if (old !== null) fs.closeSync(old);
  }
}

/** Writes over what a file holds, before it is removed. */
export function wipe(full: string): void {
  const file = fs.openSync(full, 'r+');
  try {
    writeOver(file);
  } finally {
    fs.closeSync(file);
  }
}

function writeOver(file: number): void {
  const { size } = fs.fstatSync(file);
  const zeros = Buffer.alloc(1024 * 1024);
  for (let at = 0; at < size; at += zeros.length) {
    fs.writeSync(file, zeros, 0, Math.min(zeros.length, size - at), at);
  }
  fs.fsyncSync(file);
}

/** Removes what a program that was stopped left half made beside a workspace; only for whom holds its lock. */
export function sweepUnderWay(full: string): void {
  const { dir, base, name: stem } = path.parse(full);
  const leftover = /\.(\d+)\.ny(?:-unfinished)?(?:-journal|-wal|-shm)?$/;
  for (const name of fs.readdirSync(dir)) {
    const isOwn =
      name.startsWith(`${base}.`) || (name.startsWith(`${stem}.`) && name.includes('.dimios-backup.'));
    const pid = isOwn ? leftover.exec(name)?.[1] : undefined;
    const isOthers = pid !== undefined && Number(pid) !== process.pid;
    const isHalfBackup = name.startsWith(`${stem}.`) && /\.dimios-backup-unfinished(?:-journal)?$/.test(name);
    if (isOthers || isHalfBackup) fs.rmSync(path.join(dir, name), { force: true });
  }
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
