import fs from 'node:fs';
import { randomBytes } from 'node:crypto';

/**
 * The first sixteen bytes of an encrypted workspace. Both formats keep the salt of their key there, unencrypted, and
 * never change it; as the key is given ready made, the bytes are free to say what is needed to make it again:
 *
 *     "DiM", the format's letter, log2 of scrypt's N, r and p in half a byte each, ten random bytes
 *
 * So one file still holds everything, a copy of it too, and the cost can be raised in later versions.
 */

/** Formats that a workspace can be encrypted in. */
export const ciphers = ['chacha20', 'sqlcipher'] as const;
export type Cipher = (typeof ciphers)[number];

/** How much work it is to make a key from a passphrase: scrypt's N, r and p (RFC 7914). */
export interface KeyCost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MiB and about 0.4 s on the slowest machine that the program is tried on. */
export const usualCost: KeyCost = { log2N: 17, r: 8, p: 1 };

/** What stands in an encrypted workspace's first bytes. */
export interface EncryptionHeader {
  readonly cipher: Cipher;
  readonly cost: KeyCost;
  /** All sixteen bytes in hexadecimal: they are the salt of the passphrase, and no two files' are the same. */
  readonly hex: string;
}

const headerBytes = 16;
const magic = Buffer.from('DiM', 'latin1');
const letters: Readonly<Record<Cipher, string>> = { chacha20: 'C', sqlcipher: 'S' };

/** A header with a salt of its own. */
export function newHeader(cipher: Cipher, cost: KeyCost = usualCost): EncryptionHeader {
  const bytes = Buffer.concat([
    magic,
    Buffer.from(letters[cipher], 'latin1'),
    Buffer.from([cost.log2N, cost.r * 16 + cost.p]),
    randomBytes(headerBytes - 6),
  ]);
  return { cipher, cost, hex: bytes.toString('hex') };
}

/** The header that `bytes` start with; null when they are no encrypted workspace's. */
export function parseHeader(bytes: Uint8Array): EncryptionHeader | null {
  const start = Buffer.from(bytes.subarray(0, headerBytes));
  if (start.length < headerBytes || !start.subarray(0, magic.length).equals(magic)) return null;
  const letter = start.toString('latin1', 3, 4);
  const cipher = ciphers.find((candidate) => letters[candidate] === letter);
  if (cipher === undefined) return null;
  const cost = { log2N: start.readUInt8(4), r: start.readUInt8(5) >> 4, p: start.readUInt8(5) & 15 };
  // A cost that nobody chose, of a file that is damaged, must not take all memory.
  const isSensible = cost.log2N >= 14 && cost.log2N <= 20 && cost.r >= 1 && cost.r <= 8 && cost.p >= 1;
  return isSensible ? { cipher, cost, hex: start.toString('hex') } : null;
}

/** The header of the file; null when it is not encrypted or cannot be read. */
export function readEncryptionHeader(file: string): EncryptionHeader | null {
  const bytes = Buffer.alloc(headerBytes);
  let open: number;
  try {
    open = fs.openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    return parseHeader(bytes.subarray(0, fs.readSync(open, bytes, 0, headerBytes, 0)));
  } catch {
    return null;
  } finally {
    fs.closeSync(open);
  }
}
