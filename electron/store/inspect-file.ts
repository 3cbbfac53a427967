import fs from 'node:fs';
import path from 'node:path';
import type { EncryptionHeader } from './encryption/header.ts';
import { parseHeader } from './encryption/header.ts';
import { applicationId } from './migrations/001-start.ts';
import { damaged, fileRefusal } from './refusals.ts';

const headerBytes = 100;
/** Of an encrypted workspace: the page size that both formats have. */
const encryptedPageBytes = 4096;
const sqliteMagic = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Tells from the first bytes whether the file can be a workspace, before SQLite touches it: another
 * program's file must not be changed in any way. Offsets are those of SQLite's file format, §1.3.
 * Gives what stands first in an encrypted workspace, of which no more can be told without its key; else null.
 */
export function inspectFile(full: string): EncryptionHeader | null {
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
  const encryption = parseHeader(header);
  if (encryption !== null) {
    if (fileSize(full) % encryptedPageBytes !== 0) throw damaged(full, 'filen är avklippt');
    return encryption;
  }
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
  return null;
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
export function fileSize(full: string): number {
  return fs.statSync(full, { throwIfNoEntry: false })?.size ?? 0;
}

/** The code of what the file system threw, such as ENOENT. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
