import { existsSync } from 'node:fs';
import path from 'node:path';

/** Names that Windows keeps for devices, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longestName = 120;

/** A file name that every system takes, made of what a person may have written. */
export function safeFileName(suggested: string, fallback = 'dimios'): string {
  const plain = suggested
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = path.extname(plain);
  const name = plain.slice(0, plain.length - ending.length).slice(0, longestName - ending.length) + ending;
  return name === '' || reserved.test(name) ? `${fallback}${ending}` : name;
}

/**
 * File names without an ending, each safe and no two the same, not even where large and small letters are one:
 * "namn", "namn 2", …
 */
export function distinctFileNames(suggested: readonly string[]): string[] {
  const taken = new Set<string>();
  return suggested.map((wish) => {
    // With an ending of its own, a name that holds a full stop keeps what follows it.
    const base = safeFileName(`${wish}.x`).slice(0, -'.x'.length);
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base} ${number}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** A path in `folder` that no file has: "namn.pdf", "namn 2.pdf", … */
export function freePath(folder: string, fileName: string): string {
  const ending = path.extname(fileName);
  const base = fileName.slice(0, fileName.length - ending.length);
  for (let number = 1; ; number++) {
    const candidate = path.join(folder, `${base}${number === 1 ? '' : ` ${number}`}${ending}`);
    if (!existsSync(candidate)) return candidate;
  }
}
