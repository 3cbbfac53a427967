import fs from 'node:fs';
import path from 'node:path';

/** Looks for passphrases where others could find them. */

/** The ways in which a text may lie in bytes. */
function writings(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const plain = [bytes, Buffer.from(text, 'utf16le')];
  return [...plain, ...['base64', 'hex'].map((as) => Buffer.from(bytes.toString(as as BufferEncoding)))];
}

/** Which of the passphrases stand in the bytes, each with where it was found. */
export function passphrasesIn(where: string, bytes: Uint8Array, passphrases: readonly string[]): string[] {
  const buffer = Buffer.from(bytes);
  return passphrases
    .filter((one) => writings(one).some((writing) => buffer.includes(writing)))
    .map((one) => `${where}: ${one}`);
}

/** Arguments and environments of a process and all that it has started, as the system shows them to others. */
export function shownProcesses(root: number): { readonly pid: number; readonly bytes: Buffer }[] {
  const children = new Map<number, number[]>();
  for (const name of fs.readdirSync('/proc')) {
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${name}/stat`).toString())?.[1];
    if (parent !== undefined)
      children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(name)]);
  }
  const all = [root];
  for (const pid of all) all.push(...(children.get(pid) ?? []));
  return all.map((pid) => ({
    pid,
    bytes: Buffer.concat([read(`/proc/${pid}/cmdline`), read(`/proc/${pid}/environ`)]),
  }));
}

/** Nothing where it is gone, or is no process. */
function read(place: string): Buffer {
  try {
    return fs.readFileSync(place);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Every file in a folder and those under it. */
export function allFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
