import { TextDecoder } from 'node:util';
import type { ForeignContent } from '../refusals.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding that a text's first bytes give away; null when only the rest can tell UTF-8 from Windows-1252. */
export function encodingFromHead(head: Buffer): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return utf16WithoutMark(head);
}

/** In UTF-16 the other byte of nearly every Latin letter is zero: always on the same side. */
function utf16WithoutMark(head: Buffer): TextEncoding | null {
  const pairs = Math.min(head.length, 2048) >> 1;
  if (pairs < 2) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) evenZeros++;
    if (head[pair * 2 + 1] === 0) oddZeros++;
  }
  if (oddZeros > pairs * 0.7 && evenZeros < pairs * 0.1) return 'utf-16le';
  if (evenZeros > pairs * 0.7 && oddZeros < pairs * 0.1) return 'utf-16be';
  return null;
}

/** A head that is cut inside a character still counts as UTF-8. */
export function decodeHead(head: Buffer, encoding: TextEncoding | null): string {
  if (encoding !== null) return new TextDecoder(encoding).decode(head);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(head);
  }
}

/** More control characters than this never stand in a text, not even in one with stray zeros. */
const maxControlShare = 0.02;
const maxControlsInShortText = 4;

/** Whether characters are those of a text rather than of some binary format. */
export function looksLikeText(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return controls <= Math.max(text.length * maxControlShare, maxControlsInShortText);
}

/** What a text is when it is no table of values: a web page, XML or JSON. Null when it may be a table. */
export function foreignText(text: string): ForeignContent | null {
  const start = text.trimStart();
  if (start.startsWith('<')) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return 'xml-spreadsheet';
    if (/<(?:!doctype\s+html|html|table|head|body|meta|div)\b/i.test(text)) return 'html';
    if (/^<(?:\?xml|!|\w)/.test(start)) return 'xml';
  }
  if (/^\{\s*(?:"|\}|$)/.test(start) || /^\[\s*(?:\{|\[|"|-?\d|\]|$)/.test(start)) return 'json';
  if (start.startsWith('{\\rtf')) return 'word';
  return null;
}
