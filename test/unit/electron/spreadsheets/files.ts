import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Cell, Row, SheetTail, WorkbookFormat } from '../../../../core/intake/sheet.ts';
import { type Problem, Refusal } from '../../../../core/problem.ts';
import { type OpenOptions, openWorkbook } from '../../../../electron/spreadsheets/index.ts';

export {
  relationships,
  sheetData,
  worksheet,
  type XlsxPieces,
  xlsxOf,
  xlsxParts,
  xlsxWithRows,
  zipOf,
} from './parts.ts';

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
