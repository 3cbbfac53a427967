import path from 'node:path';
import { Refusal } from '../../core/problem.ts';
import { listBackups } from './backups.ts';
import type { EncryptionHeader } from './encryption/header.ts';
import { newHeader, readEncryptionHeader } from './encryption/header.ts';
import {
  giveKey,
  heldKey,
  holdKey,
  keyFromSecret,
  opensWithKey,
  passphraseWrong,
  rewriteWithKey,
} from './encryption/keyring.ts';
import type { FileKey } from './encryption/passphrase.ts';
import { isFileKey, keyFromPassphrase, refuseWeak } from './encryption/passphrase.ts';
import { recoveryKeyOf } from './encryption/recovery-key.ts';
import { recordIn } from './events.ts';
import { inspectFile } from './inspect-file.ts';
import { holdForWriting } from './lock.ts';
import type { NewProtection } from './open-file.ts';
import { removeFile } from './open-file.ts';
import { fileRefusal, sqliteRefusal } from './refusals.ts';
import { copyWhole, swapIn, underWayPath, withDatabase } from './whole-file.ts';
import Database from 'better-sqlite3';

/**
 * The passphrase of a workspace: set, changed, taken away. The file is written anew under another name and put in the
 * old one's place when it is whole, so that a program that is stopped leaves the one or the other.
 */

/** What became of the backups when a workspace's passphrase changed. */
export interface ProtectionChange {
  /** Written anew like the workspace. */
  readonly rewritten: readonly string[];
  /** Could not be opened, and are as they were: they need the passphrase that they were made with. */
  readonly left: readonly string[];
}

/**
 * Encrypts a workspace with a new passphrase, or (null) takes its encryption away; its backups follow.
 * @throws Refusal `passphrase-too-short`, and as `openForWriting`; the file is then as it was
 */
export function changeProtection(filePath: string, protection: NewProtection | null): ProtectionChange {
  const full = path.resolve(filePath);
  const wasPlain = protectionOf(full) === null;
  if (protection !== null) refuseWeak(protection.passphrase);
  const release = holdForWriting(full);
  try {
    const next = protection === null ? null : started(protection);
    rewrite(full, next);
    recordIn(full, next === null ? 'passphrase-removed' : wasPlain ? 'passphrase-set' : 'passphrase-changed');
    const rewritten: string[] = [];
    const left: string[] = [];
    for (const backup of listBackups(full)) {
      try {
        rewrite(backup.path, next);
        rewritten.push(backup.fileName);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        left.push(backup.fileName);
      }
    }
    return { rewritten, left };
  } finally {
    release();
  }
}

/** How a file is encrypted; null where it is not. */
export function protectionOf(filePath: string): EncryptionHeader | null {
  return readEncryptionHeader(path.resolve(filePath));
}

/** The key of an encrypted file that has been unlocked, to be kept with the operating system; else null. */
export function unlockedKey(filePath: string): string | null {
  const header = protectionOf(filePath);
  return header === null ? null : heldKey(header);
}

/** Unlocks a file with a key that was kept; false when it is no key of it, as after the passphrase was changed. */
export function unlockWithKept(filePath: string, key: string): boolean {
  const full = path.resolve(filePath);
  const header = protectionOf(full);
  if (header === null || !isFileKey(key)) return false;
  try {
    unlockWithKey(full, header, key);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * Tries a passphrase, or a recovery key, and holds the key of the file from then on.
 * @throws Refusal `passphrase-wrong`, `workspace-missing`, `not-a-workspace`, `workspace-damaged`
 */
export function unlockWith(filePath: string, secret: string): void {
  const full = path.resolve(filePath);
  const header = inspectFile(full);
  if (header === null || heldKey(header) !== null) return;
  unlockWithKey(full, header, keyFromSecret(secret, header));
}

/** Holds a key, when it opens the file. @throws Refusal `passphrase-wrong` */
function unlockWithKey(full: string, header: EncryptionHeader, key: FileKey): void {
  const database = new Database(full, { fileMustExist: true });
  try {
    giveKey(database, header, key);
    if (!opensWithKey(database)) throw passphraseWrong(full);
    holdKey(header, key);
  } catch (error) {
    throw sqliteRefusal(full, error);
  } finally {
    database.close();
  }
}

/** The recovery key of an unlocked workspace. @throws Refusal `workspace-not-encrypted` */
export function recoveryKey(filePath: string): string {
  const full = path.resolve(filePath);
  const header = inspectFile(full);
  if (header === null) throw notEncrypted(full);
  withDatabase(full, (database) => database.pragma('user_version'));
  const key = heldKey(header);
  if (key === null) throw new Error('The file was opened without a key.');
  return recoveryKeyOf(key);
}

export function notEncrypted(full: string): Refusal {
  return fileRefusal(
    full,
    'workspace-not-encrypted',
    `${path.basename(full)} är inte krypterad och har ingen lösenfras. Inget har ändrats.`,
    'Kör utan lösenfras, eller kryptera filen med "dimios passphrase set".',
  );
}

/** A header and its key; a workspace and its backups share them. */
interface Protection {
  readonly header: EncryptionHeader;
  readonly key: FileKey;
}

function rewrite(full: string, next: Protection | null): void {
  const wasPlain = inspectFile(full) === null;
  const underWay = underWayPath(full);
  removeFile(underWay);
  try {
    withDatabase(full, (database) => {
      database.pragma('wal_checkpoint(TRUNCATE)');
      copyWhole(database, underWay);
    });
    withDatabase(underWay, (database) => {
      rewriteWithKey(database, next);
    });
    if (next !== null) holdKey(next.header, next.key);
    withDatabase(underWay, (database) => {
      const found = database.pragma('quick_check', { simple: true });
      if (found !== 'ok') throw new Error('The file written anew is not whole.');
    });
    swapIn(full, underWay, { wiping: wasPlain });
  } finally {
    removeFile(underWay);
  }
}

function started({ passphrase, cipher }: NewProtection): Protection {
  const header = newHeader(cipher);
  return { header, key: keyFromPassphrase(passphrase, header) };
}
