import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import type { WriteStream } from 'node:fs';
import { columnLetters } from '../../core/intake/sheet.ts';
import { dimios } from '../instruments.ts';

/** How many columns every generated sheet has. */
export const generatedColumns = 34;

const questions = 26;
const usualUnits = 40;
const answerTexts = ['1 - Instämmer inte alls', '2', '3', '4', '5', '6 - Instämmer helt', 'Vet ej'];
const roles = ['Kommunledning', 'Chef', 'Verksamhetsutvecklare', 'Strateg'];
/** One row in so many has a free text of its own. */
const commentEvery = 5;

const firstDaySerial = 44_600;
const partBytes = 512 * 1024;

/** Deterministic and spread out: the same file each time, yet not compressible beyond what answers are. */
function scatter(row: number, column: number): number {
  let hash = Math.imul(row ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(column + 1, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3ce5);
  return (hash ^ (hash >>> 13)) >>> 0;
}

interface ZipPart {
  readonly name: string;
  readonly chunks: Iterable<string>;
}

interface WrittenPart {
  readonly name: Buffer;
  readonly offset: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly bytes: number;
}

/** Writes parts one after the other as a zip file below 4 GB, never holding more than a chunk in memory. */
async function writeZip(path: string, parts: readonly ZipPart[]): Promise<void> {
  const file = createWriteStream(path);
  const written: WrittenPart[] = [];
  let offset = 0;
  const write = async (bytes: Buffer): Promise<void> => {
    offset += bytes.length;
    if (!file.write(bytes)) await once(file, 'drain');
  };
  for (const part of parts) written.push(await writePart(part, () => offset, write));

  const directoryOffset = offset;
  for (const part of written) await write(directoryEntry(part));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(offset - directoryOffset, 12);
  end.writeUInt32LE(directoryOffset, 16);
  await write(end);
  await closed(file);
}

async function closed(file: WriteStream): Promise<void> {
  file.end();
  await once(file, 'close');
}

/** Sizes and checksum follow the data, as they are not known before. */
const sizesFollow = 1 << 3;

async function writePart(
  { name, chunks }: ZipPart,
  offset: () => number,
  write: (bytes: Buffer) => Promise<void>,
): Promise<WrittenPart> {
  const nameBytes = Buffer.from(name);
  const start = offset();
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(sizesFollow, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(nameBytes.length, 26);
  await write(Buffer.concat([header, nameBytes]));

  const dataStart = offset();
  let checksum = 0;
  let bytes = 0;
  // Excel packs quickly rather than tightly too.
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: partBytes });
  const packed = (async () => {
    const pieces: AsyncIterable<Buffer> = deflate;
    for await (const piece of pieces) await write(piece);
  })();
  for (const chunk of chunks) {
    const chunkBytes = Buffer.from(chunk);
    checksum = crc32(chunkBytes, checksum);
    bytes += chunkBytes.length;
    if (!deflate.write(chunkBytes)) await once(deflate, 'drain');
  }
  deflate.end();
  await packed;

  const packedBytes = offset() - dataStart;
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(checksum, 4);
  descriptor.writeUInt32LE(packedBytes, 8);
  descriptor.writeUInt32LE(bytes, 12);
  await write(descriptor);
  return { name: nameBytes, offset: start, checksum, packedBytes, bytes };
}

function directoryEntry({ name, offset, checksum, packedBytes, bytes }: WrittenPart): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(sizesFollow, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(checksum, 16);
  entry.writeUInt32LE(packedBytes, 20);
  entry.writeUInt32LE(bytes, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

/** Texts are numbered as they are first used; Excel does the same. */
class SharedTexts {
  readonly #numbers = new Map<string, number>();

  number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number;
  }

  *chunks(): Generator<string> {
    yield `${xmlHead}<sst xmlns="${mainNamespace}" uniqueCount="${this.#numbers.size}">`;
    for (const text of this.#numbers.keys()) yield `<si><t>${text}</t></si>`;
    yield '</sst>';
  }
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const spreadsheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const letters = Array.from({ length: generatedColumns }, (_, index) => columnLetters(index + 1));

function* sheetChunks(rows: number, units: number, texts: SharedTexts): Generator<string> {
  let chunk = `${xmlHead}<worksheet xmlns="${mainNamespace}"><sheetData>`;
  chunk += `<row r="1">${letters
    .map((letter, index) => textCell(letter, 1, texts.number(heading(index + 1))))
    .join('')}</row>`;
  for (let row = 2; row <= rows; row++) {
    chunk += rowXml(row, units, texts);
    if (chunk.length < partBytes) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}</sheetData></worksheet>`;
}

function heading(column: number): string {
  const before = ['Id', 'Starttid', 'Slutförandetid', 'Förvaltning', 'Roll'];
  const after = ['Kommentar', 'Enhet', 'Inblandad i beslut'];
  const item = dimios.items[column - 1 - before.length];
  return before[column - 1] ?? item?.name.sv ?? after[column - 1 - before.length - questions] ?? '';
}

function textCell(letter: string, row: number, number: number): string {
  return `<c r="${letter}${row}" t="s"><v>${number}</v></c>`;
}

function rowXml(row: number, units: number, texts: SharedTexts): string {
  const day = firstDaySerial + (scatter(row, 0) % 120);
  let column = 0;
  const next = (): string => letters[column++] ?? '';
  let xml = `<row r="${row}" spans="1:${generatedColumns}">`;
  xml += `<c r="${next()}${row}"><v>${100_000 + row}</v></c>`;
  xml += `<c r="${next()}${row}" s="1"><v>${day}</v></c>`;
  xml += `<c r="${next()}${row}" s="2"><v>${(day + (scatter(row, 1) % 86_400) / 86_400).toFixed(10)}</v></c>`;
  xml += textCell(next(), row, texts.number(`Förvaltning ${scatter(row, 2) % units}`));
  xml += textCell(next(), row, texts.number(roles[scatter(row, 3) % roles.length] ?? ''));
  for (let question = 0; question < questions; question++) {
    const answer = scatter(row, 10 + question) % answerTexts.length;
    // Half of the questions hold numbers, half texts; one answer in fifty is missing.
    if (scatter(row, 50 + question) % 50 === 0) next();
    else if (question % 2 === 0 && answer < 6) xml += `<c r="${next()}${row}"><v>${answer + 1}</v></c>`;
    else xml += textCell(next(), row, texts.number(answerTexts[answer] ?? ''));
  }
  const comment = row % commentEvery === 0 ? `Fri text nummer ${row} om digital mognad` : 'Ingen kommentar';
  xml += textCell(next(), row, texts.number(comment));
  xml += textCell(next(), row, texts.number(`Enhet ${scatter(row, 4) % 3}`));
  xml += textCell(next(), row, texts.number(scatter(row, 5) % 2 === 0 ? 'Ja' : 'Nej'));
  return `${xml}</row>`;
}

/**
 * Writes an .xlsx survey export of so many rows and {@link generatedColumns} columns: an id, two dates, texts
 * and 26 answers, of people in so many units with three parts each. The same numbers always give the same bytes.
 */
export async function generateWorkbook(path: string, rows: number, units = usualUnits): Promise<void> {
  const texts = new SharedTexts();
  await writeZip(path, [
    {
      name: '[Content_Types].xml',
      chunks: [
        `${xmlHead}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheetTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheetTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheetTypes}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheetTypes}.sharedStrings+xml"/></Types>`,
      ],
    },
    {
      name: '_rels/.rels',
      chunks: [
        `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    {
      name: 'xl/workbook.xml',
      chunks: [
        `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelations}"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      chunks: [
        `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${officeRelations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${officeRelations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ],
    },
    {
      name: 'xl/styles.xml',
      chunks: [
        `${xmlHead}<styleSheet xmlns="${mainNamespace}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      ],
    },
    { name: 'xl/worksheets/sheet1.xml', chunks: sheetChunks(rows, units, texts) },
    { name: 'xl/sharedStrings.xml', chunks: texts.chunks() },
  ]);
}
