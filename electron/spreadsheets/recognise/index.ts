import { DamagedFault, LockedFault } from '../faults.ts';
import type { Reading } from '../reading.ts';
import { type ForeignContent, foreignContentRefusal } from '../refusals.ts';
import type { SourceFile } from '../source-file.ts';
import { ZipArchive } from '../zip-archive.ts';
import { oleSignature, oleStreamNames } from './ole.ts';
import { decodeHead, encodingFromHead, foreignText, looksLikeText, type TextEncoding } from './text.ts';

/** What a file is by its content; its ending plays no part. */
export type Content =
  | { readonly kind: 'xlsx'; readonly zip: ZipArchive }
  | { readonly kind: 'xlsb' | 'ods'; readonly zip: ZipArchive }
  | { readonly kind: 'xls' }
  | {
      readonly kind: 'text';
      /** Null when UTF-8 and Windows-1252 look the same so far. */
      readonly encoding: TextEncoding | null;
      /** The beginning of the text. */
      readonly head: string;
      readonly isWhole: boolean;
    };

const headBytes = 64 * 1024;

const signatures: readonly (readonly [bytes: Buffer, content: ForeignContent])[] = [
  [Buffer.from('%PDF'), 'pdf'],
  [Buffer.from('\x89PNG', 'latin1'), 'picture'],
  [Buffer.from('\xff\xd8\xff', 'latin1'), 'picture'],
  [Buffer.from('GIF8'), 'picture'],
  [Buffer.from('BM'), 'picture'],
  [Buffer.from('II*\0'), 'picture'],
  [Buffer.from('MM\0*'), 'picture'],
  [Buffer.from('\x1f\x8b', 'latin1'), 'archive'],
  [Buffer.from("7z\xbc\xaf'\x1c", 'latin1'), 'archive'],
  [Buffer.from('Rar!'), 'archive'],
];

/** An .xls of before 1995 has no container: it starts with the record that opens a sheet or workbook. */
const bareXls = /^\x09[\0\x02\x04\x08][\x04-\x10]\0/s;

/**
 * Finds out what a file is. Throws a `Refusal` when it is no workbook, and a fault when it is locked or too
 * damaged to tell.
 */
export async function recognise(file: SourceFile, reading: Reading): Promise<Content> {
  const head = await file.read(0, headBytes);
  if (startsWith(head, Buffer.from('PK'))) return recogniseZip(file, reading);
  if (startsWith(head, oleSignature)) return recogniseOle(file);
  if (bareXls.test(head.toString('latin1', 0, 8))) return { kind: 'xls' };
  if (startsWith(head, Buffer.from('RIFF')) && head.toString('latin1', 8, 12) === 'WEBP') {
    throw foreignContentRefusal(file.fileName, 'picture');
  }
  const encoding = encodingFromHead(head);
  const text = decodeHead(head, encoding);
  const isText = looksLikeText(text);
  for (const [signature, content] of signatures) {
    // Two letters may begin a text as well as a picture.
    if (startsWith(head, signature) && !(isText && signature.length === 2)) {
      throw foreignContentRefusal(file.fileName, content);
    }
  }
  if (!isText) throw foreignContentRefusal(file.fileName, 'unknown');
  const foreign = foreignText(text);
  if (foreign !== null) throw foreignContentRefusal(file.fileName, foreign);
  return { kind: 'text', encoding, head: text, isWhole: head.length === file.sizeBytes };
}

function startsWith(head: Buffer, signature: Buffer): boolean {
  return head.subarray(0, signature.length).equals(signature);
}

async function recogniseZip(file: SourceFile, reading: Reading): Promise<Content> {
  const zip = await ZipArchive.open(file, reading.limits);
  if (zip.has('xl/workbook.bin')) return { kind: 'xlsb', zip };
  if (zip.has('xl/workbook.xml')) return { kind: 'xlsx', zip };
  if (zip.has('word/document.xml')) throw foreignContentRefusal(file.fileName, 'word');
  if (zip.has('ppt/presentation.xml')) throw foreignContentRefusal(file.fileName, 'powerpoint');
  if (zip.has('index/document.iwa') || zip.has('index.zip')) {
    throw foreignContentRefusal(file.fileName, 'numbers');
  }
  if (zip.has('mimetype') && zip.has('content.xml')) return recogniseOpenDocument(file, zip);
  // A workbook whose main part has an unusual name: its relations lead there.
  if (zip.has('[content_types].xml') && [...zip.names].some((name) => name.startsWith('xl/'))) {
    return { kind: 'xlsx', zip };
  }
  throw foreignContentRefusal(file.fileName, 'zip');
}

const maxManifestBytes = 1024 * 1024;

async function recogniseOpenDocument(file: SourceFile, zip: ZipArchive): Promise<Content> {
  const type = await smallText(zip, 'mimetype');
  if (!type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
    throw foreignContentRefusal(file.fileName, 'text-document');
  }
  const manifest = 'META-INF/manifest.xml';
  if (zip.has(manifest) && (await smallText(zip, manifest)).includes('encryption-data')) {
    throw new LockedFault(manifest);
  }
  return { kind: 'ods', zip };
}

async function smallText(zip: ZipArchive, part: string): Promise<string> {
  if (zip.declaredBytes(part) > maxManifestBytes) throw new DamagedFault(`overly large ${part}`);
  const chunks: Buffer[] = [];
  for await (const chunk of zip.chunks(part)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function recogniseOle(file: SourceFile): Promise<Content> {
  const names = await oleStreamNames(file);
  if (names.has('EncryptedPackage')) throw new LockedFault('EncryptedPackage');
  if (names.has('Workbook') || names.has('Book')) return { kind: 'xls' };
  if (names.has('WordDocument')) throw foreignContentRefusal(file.fileName, 'word');
  if (names.has('PowerPoint Document')) throw foreignContentRefusal(file.fileName, 'powerpoint');
  if (names.has('__properties_version1.0')) throw foreignContentRefusal(file.fileName, 'email');
  if (names.size === 0) throw new DamagedFault('container without a directory');
  throw foreignContentRefusal(file.fileName, 'unknown');
}
