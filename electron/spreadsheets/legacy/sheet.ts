import type { CellObject, ColInfo, Range, RowInfo, WorkSheet } from 'xlsx';
import {
  type Cell,
  cellName,
  type Row,
  type Sheet,
  type SheetTail,
  type UncalculatedCell,
} from '../../../core/intake/sheet.ts';
import { LimitFault } from '../faults.ts';
import type { Reading } from '../reading.ts';
import { faultRefusal } from '../refusals.ts';
import type { SourceFile } from '../source-file.ts';
import type { SerialDates } from '../xlsx/dates.ts';
import { isDateFormat } from '../xlsx/number-formats.ts';

const batchRows = 512;

/** Error values by the number that the older formats store. */
const errorCodes: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

const uncalculated: UncalculatedCell = { kind: 'uncalculated' };

/** What SheetJS gives with `dense`; its own type of the same leaves most of this open. */
interface DenseSheet {
  readonly '!data': readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly '!type'?: string;
  readonly '!rows'?: readonly (RowInfo | undefined)[];
  readonly '!cols'?: readonly (ColInfo | undefined)[];
  readonly '!merges'?: readonly Range[];
}

function isDense(sheet: WorkSheet | DenseSheet): sheet is DenseSheet {
  return Array.isArray(sheet['!data']);
}

/** A sheet that SheetJS holds in memory. */
export class LegacySheet implements Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly #sheet: DenseSheet;
  readonly #dates: SerialDates;
  readonly #file: SourceFile;
  readonly #reading: Reading;
  /** A workbook has few number formats and many cells. */
  readonly #dateFormats = new Map<string, boolean>();

  private constructor(
    name: string,
    hidden: boolean,
    sheet: DenseSheet,
    dates: SerialDates,
    file: SourceFile,
    reading: Reading,
  ) {
    this.name = name;
    this.hidden = hidden;
    this.#sheet = sheet;
    this.#dates = dates;
    this.#file = file;
    this.#reading = reading;
  }

  /** The sheet in a list; an empty list for chart, dialog and macro sheets. */
  static of(
    name: string,
    hidden: boolean,
    sheet: WorkSheet,
    dates: SerialDates,
    file: SourceFile,
    reading: Reading,
  ): LegacySheet[] {
    if (!isDense(sheet) || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return [];
    return [new LegacySheet(name, hidden, sheet, dates, file, reading)];
  }

  async *rows(): AsyncGenerator<readonly Row[]> {
    const { sizeBytes } = this.#file;
    let rowsRead = 0;
    let batch: Row[] = [];
    // The sheet's stated range may be a million rows for one stray cell: only what exists is visited.
    for (const index of Object.keys(this.#sheet['!data']).map(Number)) {
      const cells = this.#cells(index);
      if (cells.length === 0) continue;
      batch.push({ number: index + 1, hidden: this.#sheet['!rows']?.[index]?.hidden === true, cells });
      if (batch.length < batchRows) continue;
      rowsRead += batch.length;
      yield batch;
      batch = [];
      // Gives way, so that a window or a cancelling is not kept waiting.
      await Promise.resolve();
      this.#reading.advance(rowsRead, sizeBytes, sizeBytes);
    }
    if (batch.length > 0) yield batch;
    this.#reading.advance(rowsRead + batch.length, sizeBytes, sizeBytes);
  }

  tail(): Promise<SheetTail> {
    const merged = (this.#sheet['!merges'] ?? []).map(({ s, e }) => ({
      firstRow: s.r + 1,
      firstColumn: s.c + 1,
      lastRow: e.r + 1,
      lastColumn: e.c + 1,
    }));
    const columns = this.#sheet['!cols'] ?? [];
    const hiddenColumns = Object.keys(columns)
      .map(Number)
      .filter((index) => columns[index]?.hidden === true)
      .map((index) => index + 1);
    return Promise.resolve({ merged, hiddenColumns });
  }

  /** The row's values up to the last that is not empty. */
  #cells(rowIndex: number): Cell[] {
    const { limits } = this.#reading;
    const row = this.#sheet['!data'][rowIndex] ?? [];
    const cells: Cell[] = [];
    for (const index of Object.keys(row).map(Number)) {
      const cell = row[index];
      const value = cell === undefined ? null : this.#value(cell);
      if (value === null) continue;
      if (typeof value === 'string' && value.length > limits.cellTextLength) {
        throw faultRefusal(new LimitFault('cellTextLength', limits), {
          file: this.#file.fileName,
          sheet: this.name,
          cell: cellName(rowIndex + 1, index + 1),
        });
      }
      while (cells.length < index) cells.push(null);
      cells.push(value);
    }
    return cells;
  }

  #value(cell: CellObject): Cell {
    switch (cell.t) {
      case 'e':
        return { kind: 'error', code: errorCodes.get(cell.v) ?? cell.w ?? '#N/A' };
      case 'n':
        return typeof cell.v === 'number' ? this.#number(cell.v, cell.z) : emptyValue(cell);
      case 'b':
        return cell.v === true;
      case 's':
        return typeof cell.v === 'string' && cell.v !== '' ? cell.v : null;
      case 'd':
      case 'z':
        return emptyValue(cell);
    }
  }

  #number(value: number, format: string | number | undefined): Cell {
    if (typeof format !== 'string') return value;
    let isDate = this.#dateFormats.get(format);
    if (isDate === undefined) {
      isDate = isDateFormat(format);
      this.#dateFormats.set(format, isDate);
    }
    return isDate ? this.#dates.cell(value) : value;
  }
}

function emptyValue(cell: CellObject): Cell {
  return cell.f === undefined ? null : uncalculated;
}
