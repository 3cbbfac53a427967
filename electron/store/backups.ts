import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../core/problem.ts';
import { takeChange, takeChanges } from './changed-files.ts';
import { readEncryptionHeader } from './encryption/header.ts';
import { recordIn } from './events.ts';
import { inspectFile } from './inspect-file.ts';
import { holdForWriting } from './lock.ts';
import { migrations } from './migrations/index.ts';
import { removeFile } from './open-file.ts';
import { fileRefusal } from './refusals.ts';
import { copyWhole, swapIn, underWayPath, withDatabase } from './whole-file.ts';

/** Copies of a workspace that lie beside it, whole and encrypted as it is: `Enkät.20240301T100000Z.dimios-backup`. */
export interface Backup {
  readonly path: string;
  readonly fileName: string;
  /** ISO time. */
  readonly madeAt: string;
  readonly sizeBytes: number;
  readonly isEncrypted: boolean;
}

const ending = '.dimios-backup';
/** So many are kept, and beside them the newest of each of so many months. */
const newestKept = 10;
const monthsKept = 6;

/** The backups of a workspace, the newest first. */
export function listBackups(full: string): Backup[] {
  const { dir, name } = path.parse(full);
  let names: string[];
  try {
    names = fs.readdirSync(dir);
  } catch {
    return [];
  }
  return names
    .filter((candidate) => candidate.startsWith(`${name}.`) && candidate.endsWith(ending))
    .flatMap((fileName): Backup[] => {
      const place = path.join(dir, fileName);
      const stats = fs.statSync(place, { throwIfNoEntry: false });
      if (stats === undefined) return [];
      return [
        {
          path: place,
          fileName,
          madeAt: stampedTime(fileName) ?? stats.mtime.toISOString(),
          sizeBytes: stats.size,
          isEncrypted: readEncryptionHeader(place) !== null,
        },
      ];
    })
    .sort((a, b) =>
      a.madeAt === b.madeAt
        ? placeInSecond(b.fileName) - placeInSecond(a.fileName)
        : a.madeAt < b.madeAt
          ? 1
          : -1,
    );
}

/**
 * Makes a backup of the workspace, and lets old ones go. `now` is an ISO time.
 * @throws Refusal when the file cannot be read whole, or nothing can be written beside it
 */
export function makeBackup(full: string, now: string): Backup {
  const target = freeBackupPath(full, now);
  withDatabase(full, (database) => {
    copyWhole(database, target);
  });
  rotate(full);
  const made = listBackups(full).find((backup) => backup.path === target);
  if (made === undefined) throw new Error('The backup is not where it was put.');
  return made;
}

/**
 * Makes a backup of every workspace that this process has changed and closed. What cannot be copied now, as on a full
 * disk, does not undo what was done: the change itself is safe in the file.
 */
export function backUpChanges(now: string): void {
  for (const full of takeChanges()) backUpQuietly(full, now);
}

/** {@link backUpChanges} of one workspace. */
export function backUpIfChanged(full: string, now: string): void {
  if (takeChange(full)) backUpQuietly(full, now);
}

function backUpQuietly(full: string, now: string): void {
  // A new workspace that was made under another name until it was whole.
  if (!fs.existsSync(full)) return;
  try {
    makeBackup(full, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** What a restored workspace took the place of, if anything. */
export interface Restored {
  readonly kept: string | null;
}

/**
 * Puts a backup in the place of the workspace; what stood there is kept as a backup of its own, damaged or not.
 * @throws Refusal `backup-missing`, `backup-damaged`, `workspace-newer`, `workspace-held`, `passphrase-needed`; the
 * workspace is then as it was
 */
export function restoreBackup(full: string, backup: string, now: string): Restored {
  if (!fs.existsSync(backup)) throw backupMissing(backup);
  const release = holdForWriting(full);
  const underWay = underWayPath(full);
  try {
    fs.copyFileSync(backup, underWay);
    refuseDamaged(backup, underWay);
    const kept = fs.existsSync(full) ? keepReplaced(full, now) : null;
    swapIn(full, underWay);
    recordIn(full, 'restored', { now });
    return { kept };
  } finally {
    removeFile(underWay);
    release();
  }
}

/** True when the file can be opened and every page of it read. */
export function isSoundFile(file: string): boolean {
  try {
    return withDatabase(file, (database) => database.pragma('quick_check', { simple: true }) === 'ok');
  } catch (error) {
    if (error instanceof Refusal && error.problem.code.startsWith('passphrase')) throw error;
    return false;
  }
}

function refuseDamaged(backup: string, copy: string): void {
  const name = path.basename(backup);
  inspectFile(copy);
  if (!isSoundFile(copy)) {
    throw fileRefusal(
      backup,
      'backup-damaged',
      `Säkerhetskopian ${name} är skadad. Inget har ändrats.`,
      'Välj en annan säkerhetskopia, eller ta vara på det som går att läsa med "dimios repair".',
    );
  }
  const version = withDatabase(copy, (database) => Number(database.pragma('user_version', { simple: true })));
  if (version > migrations.length) {
    throw fileRefusal(
      backup,
      'workspace-newer',
      `Säkerhetskopian ${name} är gjord av en nyare version av programmet. Inget har ändrats.`,
      'Återställ den med den nyare versionen av programmet.',
    );
  }
}

/** By its rows where they can be read, else byte by byte. */
function keepReplaced(full: string, now: string): string {
  const target = freeBackupPath(full, now);
  try {
    withDatabase(full, (database) => {
      copyWhole(database, target);
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.code === 'disk-full') throw error;
    fs.copyFileSync(full, target);
    if (fs.existsSync(`${full}-wal`)) fs.copyFileSync(`${full}-wal`, `${target}-wal`);
    fs.rmSync(`${full}-wal`, { force: true });
  }
  return target;
}

/** A name that no backup has, after all that were made in the same second: one that sorted before them would be let go first. */
function freeBackupPath(full: string, now: string): string {
  const { dir, name } = path.parse(full);
  const stamped = `${name}.${now.replace(/\.\d+/, '').replace(/[-:]/g, '')}`;
  const places = fs
    .readdirSync(dir)
    .filter((fileName) => fileName.startsWith(stamped) && fileName.endsWith(ending))
    .map(placeInSecond);
  const number = Math.max(0, ...places) + 1;
  return path.join(dir, `${stamped}${number === 1 ? '' : `-${number}`}${ending}`);
}

/** The time in a backup's name; null for one from before an update, which carries a version. */
function stampedTime(fileName: string): string | null {
  const found = /\.(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-\d+)?\.dimios-backup$/.exec(fileName);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second] = found;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

/** Which of several of the same second it is. */
function placeInSecond(fileName: string): number {
  return Number(/Z-(\d+)\.dimios-backup$/.exec(fileName)?.[1] ?? 1);
}

function rotate(full: string): void {
  const stamped = listBackups(full).filter(({ fileName }) => stampedTime(fileName) !== null);
  const newestOfMonth = [...Map.groupBy(stamped, ({ madeAt }) => madeAt.slice(0, 7)).values()]
    .flatMap((ofMonth) => ofMonth.slice(0, 1))
    .slice(0, monthsKept);
  const kept = new Set([...stamped.slice(0, newestKept), ...newestOfMonth]);
  for (const old of stamped) if (!kept.has(old)) removeFile(old.path);
}

export function backupMissing(backup: string): Refusal {
  return fileRefusal(
    backup,
    'backup-missing',
    `Säkerhetskopian ${path.basename(backup)} finns inte. Inget har ändrats.`,
    'Se vilka som finns med "dimios backups --in ARBETSFIL".',
  );
}
