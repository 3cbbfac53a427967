import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll } from 'vitest';
import type { Cell, Row, SheetTail, WorkbookFormat } from '../../../../core/intake/sheet.ts';
import { type Problem, Refusal } from '../../../../core/problem.ts';
import { type OpenOptions, openWorkbook } from '../../../../electron/spreadsheets/index.ts';

let folder: Promise<string> | undefined;
let files = 0;

function temporaryFolder(): Promise<string> {
  return (folder ??= mkdtemp(join(tmpdir(), 'spreadsheets-')));
}

afterAll(async () => {
  if (folder !== undefined) await rm(await folder, { recursive: true });
  folder = undefined;
});

/** Writes a file into a temporary folder that goes away after the tests; its path. */
export async function fileOf(content: Uint8Array | string, name = 'enkät.xlsx'): Promise<string> {
  const path = join(await temporaryFolder(), `${++files} ${name}`);
  await writeFile(path, content);
  return path;
}

/** A path where nothing is, or a folder itself. */
export async function temporaryPath(name: string): Promise<string> {
  return join(await temporaryFolder(), name);
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
  readonly tail: SheetTail;
}

export interface ReadWorkbook {
  readonly format: WorkbookFormat;
  readonly sheets: readonly ReadSheet[];
}

/** Everything in a workbook. */
export async function readAll(path: string, options: OpenOptions = {}): Promise<ReadWorkbook> {
  const workbook = await openWorkbook(path, options);
  try {
    const sheets: ReadSheet[] = [];
    for (const sheet of workbook.sheets) {
      const rows: Row[] = [];
      for await (const batch of sheet.rows()) rows.push(...batch);
      sheets.push({ name: sheet.name, hidden: sheet.hidden, rows, tail: await sheet.tail() });
    }
    return { format: workbook.format, sheets };
  } finally {
    await workbook.close();
  }
}

/** The cells of the first sheet by row number. */
export async function readCells(
  content: Uint8Array | string,
  name?: string,
  options: OpenOptions = {},
): Promise<Record<number, readonly Cell[]>> {
  const { sheets } = await readAll(await fileOf(content, name), options);
  return Object.fromEntries((sheets[0]?.rows ?? []).map(({ number, cells }) => [number, cells]));
}

/** The problem with which reading a file to its end is refused; fails when it is not. */
export async function problemOf(path: string, options: OpenOptions = {}): Promise<Problem> {
  try {
    await readAll(path, options);
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  throw new Error('The file was not refused.');
}

export async function problemOfContent(
  content: Uint8Array | string,
  name?: string,
  options: OpenOptions = {},
): Promise<Problem> {
  return problemOf(await fileOf(content, name), options);
}

export function date(iso: string): Cell {
  return { kind: 'date', iso };
}

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The pieces of a hand-made .xlsx; what is left out is as Excel would write it. */
export interface XlsxPieces {
  /** Inside `<worksheet>`. */
  readonly sheet?: string;
  /** Inside `<sst>`. */
  readonly strings?: string;
  /** Inside `<styleSheet>`. */
  readonly styles?: string;
  /** Inside `<workbook>`, before the list of sheets. */
  readonly workbook?: string;
  /** Parts added, or put in place of the usual ones. */
  readonly parts?: Record<string, Uint8Array | string>;
}

export function worksheet(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${mainNamespace}">${content}</worksheet>`;
}

export function sheetData(rows: string): string {
  return `<sheetData>${rows}</sheetData>`;
}

export function relationships(links: Record<string, readonly [kind: string, target: string]>): string {
  const elements = Object.entries(links).map(
    ([id, [kind, target]]) =>
      `<Relationship Id="${id}" Type="${officeRelations}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${elements.join('')}</Relationships>`;
}

export function xlsxParts(pieces: XlsxPieces): Record<string, string | Uint8Array> {
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelations}">${pieces.workbook ?? ''}<sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['styles', 'styles.xml'],
      rId3: ['sharedStrings', 'sharedStrings.xml'],
    }),
    'xl/worksheets/sheet1.xml': worksheet(pieces.sheet ?? ''),
    ...(pieces.strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `<sst xmlns="${mainNamespace}">${pieces.strings}</sst>` }),
    ...(pieces.styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${mainNamespace}">${pieces.styles}</styleSheet>` }),
    ...pieces.parts,
  };
}

export function zipOf(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

export function xlsxOf(pieces: XlsxPieces): Uint8Array {
  return zipOf(xlsxParts(pieces));
}

/** A workbook of one sheet with these rows as XML. */
export function xlsxWithRows(rows: string, pieces: XlsxPieces = {}): Uint8Array {
  return xlsxOf({ sheet: sheetData(rows), ...pieces });
}
