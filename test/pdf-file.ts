import { inflateSync } from 'node:zlib';

/** A PDF taken apart far enough to check what it tells screen readers and what is written in it. */
export interface PdfFile {
  /** Every object, as it is written, by its number; streams are left out. */
  readonly objects: ReadonlyMap<number, string>;
  /** The document's catalog. */
  readonly catalog: string;
  /** What is written on each page, in the order that it was drawn. */
  readonly pages: readonly string[];
  /** Every alternative text. */
  readonly alternatives: readonly string[];
  /** The metadata packet. */
  readonly metadata: string;
}

interface RawObject {
  readonly text: string;
  readonly stream: Buffer | null;
}

/** Reads a PDF that the typesetter wrote: whole objects, deflated streams, no encryption. */
export function readPdf(bytes: Buffer): PdfFile {
  const raw = rawObjects(bytes);
  const objects = new Map([...raw].map(([number, { text }]) => [number, text]));
  const all = [...objects.values()];
  const catalog = all.find((text) => /\/Type\s*\/Catalog/.test(text)) ?? '';
  const pages = [...objects]
    .filter(([, text]) => /\/Type\s*\/Page\b/.test(text))
    .map(([, text]) => pageText(text, raw));
  const metadata = [...raw.values()].find(({ text }) => /\/Type\s*\/Metadata/.test(text))?.stream;
  return {
    objects,
    catalog,
    pages,
    alternatives: all.flatMap((text) => stringsAfter('Alt', text)),
    metadata: metadata?.toString('utf8') ?? '',
  };
}

function rawObjects(bytes: Buffer): Map<number, RawObject> {
  const text = bytes.toString('latin1');
  const found = new Map<number, RawObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\b/g)) {
    const start = match.index + match[0].length;
    const streamAt = text.indexOf('stream', start);
    const endAt = text.indexOf('endobj', start);
    const hasStream = streamAt !== -1 && streamAt < endAt;
    const dictionary = text.slice(start, hasStream ? streamAt : endAt);
    found.set(Number(match[1]), {
      text: dictionary,
      stream: hasStream ? streamOf(bytes, streamAt, dictionary) : null,
    });
  }
  for (const { text: dictionary, stream } of [...found.values()]) {
    if (stream === null || !/\/Type\s*\/ObjStm/.test(dictionary)) continue;
    const first = numberAfter('First', dictionary);
    const content = stream.toString('latin1');
    const index = content.slice(0, first).trim().split(/\s+/).map(Number);
    for (let at = 0; at < index.length; at += 2) {
      const [number = 0, offset = 0] = index.slice(at, at + 2);
      const next = index[at + 3];
      const own = content.slice(first + offset, next === undefined ? undefined : first + next);
      found.set(number, { text: own, stream: null });
    }
  }
  return found;
}

function streamOf(bytes: Buffer, streamAt: number, dictionary: string): Buffer {
  const start = streamAt + 'stream'.length + (bytes[streamAt + 'stream'.length] === 0x0d ? 2 : 1);
  const length = numberAfter('Length', dictionary);
  const content = bytes.subarray(start, start + length);
  return /\/Filter\s*\/FlateDecode/.test(dictionary) ? inflateSync(content) : content;
}

function numberAfter(name: string, text: string): number {
  const found = new RegExp(`/${name}\\s+(\\d+)`).exec(text)?.[1];
  if (found === undefined) throw new Error(`The PDF object has no ${name}: ${text.slice(0, 80)}`);
  return Number(found);
}

/** "(…)", with other brackets in it only as pairs or behind a backslash. */
const writtenString = /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)/;

/** Texts that stand after a name: "(latin)" or "<FEFF…>". */
function stringsAfter(name: string, text: string): string[] {
  const found = text.matchAll(new RegExp(`/${name}\\s*(${writtenString.source}|<[0-9A-Fa-f]*>)`, 'g'));
  return [...found].map(([, own = '']) => decoded(own));
}

function decoded(own: string): string {
  const bytes = own.startsWith('<')
    ? Buffer.from(own.slice(1, -1), 'hex')
    : Buffer.from(unescaped(own.slice(1, -1)), 'latin1');
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return text.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, sign = '') =>
    octal === undefined ? (signs[String(sign)] ?? String(sign)) : String.fromCharCode(parseInt(octal, 8)),
  );
}

/** A font is chosen, or letters are drawn: "/f0 10 Tf", "(…) Tj", "[(…) 20 <…>] TJ". */
const drawing =
  /\/(\w+) [\d.]+ Tf|(\[(?:\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|[^\](])*\]|\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<[0-9A-Fa-f]*>)\s*T[jJ]/g;

function pageText(page: string, raw: ReadonlyMap<number, RawObject>): string {
  const resources = inPlace(/\/Resources\s*(?:(\d+) 0 R)?/.exec(page)?.[1], raw) ?? page;
  const fontList =
    inPlace(/\/Font\s+(\d+) 0 R/.exec(resources)?.[1], raw) ??
    /\/Font\s*<<(.*?)>>/s.exec(resources)?.[1] ??
    '';
  const fonts = new Map(
    [...fontList.matchAll(/\/(\w+)\s+(\d+) 0 R/g)].map(([, name = '', number]) => [
      name,
      signsOf(raw.get(Number(number))?.text ?? '', raw),
    ]),
  );
  const content =
    raw.get(Number(/\/Contents\s*\[?\s*(\d+) 0 R/.exec(page)?.[1]))?.stream?.toString('latin1') ?? '';
  let signs: ReadonlyMap<string, string> = new Map<string, string>();
  let text = '';
  for (const [, font, shown = ''] of content.matchAll(drawing)) {
    if (font !== undefined) signs = fonts.get(font) ?? signs;
    const glyphs = [
      ...shown.matchAll(/\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<[0-9A-Fa-f]*>/g),
    ].map(([own]) =>
      own.startsWith('<')
        ? own.slice(1, -1)
        : Buffer.from(unescaped(own.slice(1, -1)), 'latin1').toString('hex'),
    );
    const codes = glyphs.flatMap((hex) => hex.toUpperCase().match(/.{4}/g) ?? []);
    text += codes.map((code) => signs.get(code) ?? '').join('');
    // A picture's letters are drawn one by one.
    if (codes.length > 1) text += '\n';
  }
  return text;
}

function inPlace(number: string | undefined, raw: ReadonlyMap<number, RawObject>): string | undefined {
  return number === undefined ? undefined : raw.get(Number(number))?.text;
}

/** What each glyph of a font stands for. */
function signsOf(font: string, raw: ReadonlyMap<number, RawObject>): Map<string, string> {
  const map = raw.get(Number(/\/ToUnicode\s+(\d+) 0 R/.exec(font)?.[1]))?.stream?.toString('latin1') ?? '';
  return new Map(
    [...map.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g)].map(([, glyph = '', text = '']) => [
      glyph.toUpperCase(),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  );
}
