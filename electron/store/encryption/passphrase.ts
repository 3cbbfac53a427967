import { scryptSync } from 'node:crypto';
import { Refusal } from '../../../core/problem.ts';
import type { EncryptionHeader } from './header.ts';

/** Fewer characters than this can be tried through, however slow each trial is. */
export const shortestPassphrase = 8;

const keyBytes = 32;

/** A file's own key, in hexadecimal. It stays in memory, on paper, or with the operating system's key store. */
export type FileKey = string & { readonly __brand: 'FileKey' };

/** True for 32 bytes in hexadecimal. */
export function isFileKey(text: string): text is FileKey {
  return /^[0-9a-f]{64}$/.test(text);
}

/** The key that a passphrase gives with a file's header; slow on purpose. */
export function keyFromPassphrase(passphrase: string, { hex, cost }: EncryptionHeader): FileKey {
  const N = 2 ** cost.log2N;
  const key = scryptSync(composed(passphrase), Buffer.from(hex, 'hex'), keyBytes, {
    N,
    r: cost.r,
    p: cost.p,
    maxmem: 256 * N * cost.r,
  });
  return key.toString('hex') as FileKey;
}

/** @throws Refusal `passphrase-too-short` */
export function refuseWeak(passphrase: string): void {
  if (Array.from(composed(passphrase)).length >= shortestPassphrase) return;
  throw new Refusal({
    code: 'passphrase-too-short',
    message: `Lösenfrasen måste ha minst ${shortestPassphrase} tecken. Inget har ändrats.`,
    nextStep: 'Välj en längre, till exempel fyra ord som inte hör ihop.',
  });
}

/** "å" is one character or two, as the keyboard has it: the passphrase must be the same from either. */
function composed(passphrase: string): string {
  return passphrase.normalize('NFKC');
}
