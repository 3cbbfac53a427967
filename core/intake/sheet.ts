/** What every spreadsheet reader gives, whatever the file format, and all that `core/intake` knows of files. */

/** A date or time as written in the sheet, without time zone: "2022-03-01" or "2022-03-01T12:30:00". */
export interface DateCell {
  readonly kind: 'date';
  readonly iso: string;
}

/** An Excel error value, such as `#N/A`. */
export interface ErrorCell {
  readonly kind: 'error';
  readonly code: string;
}

/** A formula that was saved without a value: it must be calculated and saved in Excel first. */
export interface UncalculatedCell {
  readonly kind: 'uncalculated';
}

/** One cell's value; null where the cell is absent or empty. An empty text is null too. */
export type Cell = null | string | number | boolean | DateCell | ErrorCell | UncalculatedCell;

/** One row that holds at least one cell with a value. */
export interface Row {
  /** Row number as Excel shows it, from 1. */
  readonly number: number;
  readonly hidden: boolean;
  /** Index 0 is column A. Shorter than the sheet is wide where the row ends early. */
  readonly cells: readonly Cell[];
}

/** A merged area, 1-based and inclusive; the value stands in its first cell. */
export interface MergedRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** What is known of a sheet only once its whole part of the file has been passed over. */
export interface SheetTail {
  readonly merged: readonly MergedRange[];
  /** 1-based numbers of columns that are hidden in the file. */
  readonly hiddenColumns: readonly number[];
}

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The rows in order, in batches, read as they are asked for. May be called again: it starts anew. */
  rows(): AsyncIterable<readonly Row[]>;
  /** Merged areas and hidden columns; free after a full pass over `rows()`, otherwise a pass of its own. */
  tail(): Promise<SheetTail>;
}

export const workbookFormats = ['xlsx', 'xls', 'xlsb', 'ods', 'csv'] as const;
/** `.xlsm` counts as xlsx: the same reader, macros are never touched. */
export type WorkbookFormat = (typeof workbookFormats)[number];

/** An opened workbook. */
export interface Workbook {
  /** File name without its folders. */
  readonly fileName: string;
  readonly format: WorkbookFormat;
  /** Worksheets in the order of their tabs; chart sheets and macro sheets are left out. */
  readonly sheets: readonly Sheet[];
  close(): Promise<void>;
}

/** Column letters of a 1-based column number: 1 → "A", 27 → "AA". */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Cell name of a 1-based row and column: (14, 11) → "K14". */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
