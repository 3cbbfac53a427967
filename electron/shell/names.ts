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

/** A path in `folder` that no file has: "namn.pdf", "namn 2.pdf", … */
export function freePath(folder: string, fileName: string): string {
  const ending = path.extname(fileName);
  const base = fileName.slice(0, fileName.length - ending.length);
  for (let number = 1; ; number++) {
    const candidate = path.join(folder, `${base}${number === 1 ? '' : ` ${number}`}${ending}`);
    if (!existsSync(candidate)) return candidate;
  }
}
