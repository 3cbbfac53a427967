import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { SqliteError } from 'better-sqlite3';
import { fileRefusal } from '../refusals.ts';
import type { EncryptionHeader } from './header.ts';
import { keyFromPassphrase } from './passphrase.ts';
import type { FileKey } from './passphrase.ts';
import { keyFromRecovery } from './recovery-key.ts';

/**
 * The keys that this process holds, in memory alone. A key belongs to the header of a file and not to its place: a
 * backup or a moved file opens with it too, and a file whose passphrase was changed elsewhere does not.
 */
const held = new Map<string, FileKey>();

/** What was handed in for whichever file needs it; the command line has one. */
let offered: string | null = null;

/** Lets `secret` (a passphrase or a recovery key) be tried on any encrypted file that is opened; null takes it back. */
export function offerSecret(secret: string | null): void {
  offered = secret;
}

/** Keeps a key that is known to be right. */
export function holdKey(header: EncryptionHeader, key: FileKey): void {
  held.set(header.hex, key);
}

/** Forgets every key. */
export function dropKeys(): void {
  held.clear();
}

/** The key of a file with this header, where it is held. */
export function heldKey(header: EncryptionHeader): FileKey | null {
  return held.get(header.hex) ?? null;
}

/** The key that a passphrase, or a recovery key, gives for a file with this header. */
export function keyFromSecret(secret: string, header: EncryptionHeader): FileKey {
  return keyFromRecovery(secret) ?? keyFromPassphrase(secret, header);
}

/**
 * Gives a newly opened connection the key of its file, held or offered.
 * @throws Refusal `passphrase-needed`, `passphrase-wrong`
 */
export function unlock(filePath: string, database: Database, header: EncryptionHeader): void {
  const known = heldKey(header);
  if (known !== null) {
    giveKey(database, header, known);
    return;
  }
  if (offered === null) throw passphraseNeeded(filePath);
  const key = keyFromSecret(offered, header);
  giveKey(database, header, key);
  if (!opensWithKey(database)) throw passphraseWrong(filePath);
  holdKey(header, key);
}

/** Tells SQLite in which format and with which key the file is written. Hexadecimal alone goes into the statement. */
export function giveKey(database: Database, header: EncryptionHeader, key: FileKey): void {
  chooseCipher(database, header);
  database.pragma(`key = ${keyText(header, key)}`);
  // What SQLite would put in a temporary file is not encrypted: it stays in memory.
  database.pragma('temp_store = MEMORY');
}

/** Writes the whole file anew with another key, or (null) without any. Only for a copy that nobody else knows. */
export function rewriteWithKey(
  database: Database,
  protection: { readonly header: EncryptionHeader; readonly key: FileKey } | null,
): void {
  database.pragma('journal_mode = DELETE');
  if (protection === null) {
    database.pragma("rekey = ''");
    return;
  }
  chooseCipher(database, protection.header);
  database.pragma(`rekey = ${keyText(protection.header, protection.key)}`);
}

/** True when the first page can be read: a wrong key shows there and nowhere else. */
export function opensWithKey(database: Database): boolean {
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return true;
  } catch (error) {
    if (error instanceof SqliteError && error.code === 'SQLITE_NOTADB') return false;
    throw error;
  }
}

export function passphraseWrong(filePath: string): Error {
  const name = path.basename(filePath);
  return fileRefusal(
    filePath,
    'passphrase-wrong',
    `Lösenfrasen stämmer inte för ${name}. Filen har inte ändrats.`,
    'Kontrollera stora och små bokstäver och försök igen, eller använd återställningsnyckeln. Stämmer den säkert kan filens början vara skadad: ta då fram en säkerhetskopia.',
  );
}

function passphraseNeeded(filePath: string): Error {
  const name = path.basename(filePath);
  return fileRefusal(
    filePath,
    'passphrase-needed',
    `${name} är krypterad och öppnas med en lösenfras.`,
    'Ange lösenfrasen. På kommandoraden: lägg den i en fil och peka ut den med --passphrase-file.',
  );
}

function chooseCipher(database: Database, { cipher }: EncryptionHeader): void {
  database.pragma(`cipher = '${cipher}'`);
  if (cipher === 'sqlcipher') database.pragma('legacy = 4');
}

/** Each format has its own way to write a key that is given with its salt. */
function keyText({ cipher, hex }: EncryptionHeader, key: FileKey): string {
  return cipher === 'sqlcipher' ? `"x'${key}${hex}'"` : `'raw:${key}${hex}'`;
}
