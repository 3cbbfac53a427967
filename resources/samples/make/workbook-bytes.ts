import { unzipSync, zipSync } from 'fflate';
import * as XLSX from 'xlsx';

/** A cell: text, a number, a moment in milliseconds since 1970, or nothing. */
export type Cell = string | number | { readonly momentMs: number } | null;

/** One sheet to write. */
export interface SheetContents {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Ranges such as `B1:C1`. */
  readonly mergedRanges?: readonly string[];
}

const msPerDay = 86_400_000;
/** The day number that spreadsheets give to 1970-01-01. */
const dayNumberOf1970 = 25_569;
const momentFormat = 'yyyy-mm-dd hh:mm:ss';
/** Stamped on every part of the file; local time, as the zip format has it, so that every time zone gives the same bytes. */
const fileStamp = new Date(2022, 5, 1, 12, 0, 0);

/** An .xlsx file with one sheet: the same contents always give the same bytes. */
export function workbookBytes(contents: SheetContents): Uint8Array {
  const sheet: XLSX.WorkSheet = {};
  for (const [row, cells] of contents.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const written = cellObject(cell);
      if (written !== null) sheet[XLSX.utils.encode_cell({ r: row, c: column })] = written;
    }
  }
  const width = Math.max(...contents.rows.map((cells) => cells.length));
  sheet['!ref'] = XLSX.utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: contents.rows.length - 1, c: width - 1 },
  });
  sheet['!merges'] = (contents.mergedRanges ?? []).map((range) => XLSX.utils.decode_range(range));
  // `width` is written as it is; `wch` goes through a font measure that reading another workbook changes.
  sheet['!cols'] = Array.from({ length: width }, () => ({ width: 20 }));

  // Its own table of number formats: the library's common one grows with every workbook read or written.
  const book = Object.assign(XLSX.utils.book_new(), { SSF: { 0: 'General', 164: momentFormat } });
  XLSX.utils.book_append_sheet(book, sheet, contents.name);
  const written: unknown = XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST: true });
  if (!(written instanceof ArrayBuffer)) throw new Error('The workbook was not written as bytes.');
  return zipSync(unzipSync(new Uint8Array(written)), { mtime: fileStamp, level: 9 });
}

function cellObject(cell: Cell): XLSX.CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { t: 's', v: cell };
  if (typeof cell === 'number') return { t: 'n', v: cell };
  return { t: 'n', v: cell.momentMs / msPerDay + dayNumberOf1970, z: momentFormat };
}
