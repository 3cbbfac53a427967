import type { ZipOptions } from 'fflate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of a Word or Excel file by their paths: text as text, pictures as bytes. */
export type PackageParts = Readonly<Record<string, string | Uint8Array>>;

/** The earliest time that a zip directory can hold: parts carry none of their own, so that bytes are stable. */
const noTime = new Date(1980, 0, 1);

const packedAlready = /\.(?:png|jpe?g|docx|pptx|xlsx|pdf)$/i;

/** Packs parts in the order they are given. The same parts give the same bytes on every machine, at any time. */
export function packParts(parts: PackageParts): Buffer {
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, content]): [string, [Uint8Array, ZipOptions]] => [
      name,
      [
        typeof content === 'string' ? strToU8(content) : content,
        // What is packed already grows no smaller, and takes as long again.
        { level: packedAlready.test(name) ? 0 : 6 },
      ],
    ]),
  );
  return Buffer.from(zipSync(files, { mtime: noTime, os: 0 }));
}

/** Takes a package that a library has written apart, for mending. */
export function unpackParts(bytes: Uint8Array): Record<string, string | Uint8Array> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [
      name,
      /\.(?:xml|rels|svg)$/.test(name) ? strFromU8(content) : content,
    ]),
  );
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in XML, without the characters that XML cannot hold at all. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}
