import { createHash } from 'node:crypto';
import type { FileKey } from './passphrase.ts';

/**
 * The recovery key: the file's own key in letters for paper. It opens the file where the passphrase is forgotten, and
 * a new passphrase makes it worthless. Crockford's alphabet (no I, L, O, U), with four characters that tell a slip of
 * the pen.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsPerCharacter = 5;
const keyCharacters = 52;
const groupLength = 4;

/** Fourteen groups of four characters. */
export function recoveryKeyOf(key: FileKey): string {
  const characters = encoded(Buffer.from(key, 'hex')) + checkOf(key);
  return (characters.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}

/** The key that a text on paper stands for; null when it is no recovery key, or is miswritten. */
export function keyFromRecovery(text: string): FileKey | null {
  const characters = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (characters.length !== keyCharacters + groupLength) return null;
  if (Array.from(characters).some((character) => !alphabet.includes(character))) return null;
  const key = decoded(characters.slice(0, keyCharacters));
  return checkOf(key) === characters.slice(keyCharacters) ? key : null;
}

function encoded(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(new RegExp(`.{1,${bitsPerCharacter}}`, 'g')) ?? [];
  return groups.map((group) => alphabet[parseInt(group.padEnd(bitsPerCharacter, '0'), 2)] ?? '').join('');
}

function decoded(characters: string): FileKey {
  const bits = Array.from(characters, (character) =>
    alphabet.indexOf(character).toString(2).padStart(bitsPerCharacter, '0'),
  ).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2));
  return Buffer.from(bytes).toString('hex') as FileKey;
}

/** Of a hash, of which the paper gives away twenty bits: nothing beside a key of 256. */
function checkOf(key: FileKey): string {
  return encoded(createHash('sha256').update(key).digest()).slice(0, groupLength);
}
