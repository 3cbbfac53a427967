import type { CellObject, ColInfo, Range, RowInfo, WorkSheet } from 'xlsx';
import type { Cell, Row, SheetTail, UncalculatedCell } from '../../../core/intake/sheet.ts';
import type { SerialDates } from '../xlsx/dates.ts';
import { isDateFormat } from '../xlsx/number-formats.ts';

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
export interface DenseSheet {
  readonly '!data': readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly '!type'?: string;
  readonly '!rows'?: readonly (RowInfo | undefined)[];
  readonly '!cols'?: readonly (ColInfo | undefined)[];
  readonly '!merges'?: readonly Range[];
}

/** True for what holds cells: no chart, dialog or macro sheet. */
export function isCellSheet(sheet: WorkSheet | DenseSheet | undefined): sheet is DenseSheet {
  return (
    sheet !== undefined &&
    Array.isArray(sheet['!data']) &&
    (sheet['!type'] === undefined || sheet['!type'] === 'sheet')
  );
}

/** Merged areas and hidden columns of a sheet that SheetJS holds in memory. */
export function tailOf(sheet: DenseSheet): SheetTail {
  const merged = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    firstRow: s.r + 1,
    firstColumn: s.c + 1,
    lastRow: e.r + 1,
    lastColumn: e.c + 1,
  }));
  const columns = sheet['!cols'] ?? [];
  const hiddenColumns = Object.keys(columns)
    .map(Number)
    .filter((index) => columns[index]?.hidden === true)
    .map((index) => index + 1);
  return { merged, hiddenColumns };
}

/** The rows of sheets that SheetJS holds in memory. */
export class DenseRows {
  readonly #dates: SerialDates;
  /** A workbook has few number formats and many cells. */
  readonly #dateFormats = new Map<string, boolean>();

  constructor(dates: SerialDates) {
    this.#dates = dates;
  }

  *of(sheet: DenseSheet): Generator<Row> {
    // The sheet's stated range may be a million rows for one stray cell: only what exists is visited.
    for (const index of Object.keys(sheet['!data']).map(Number)) {
      const cells = this.#cells(sheet['!data'][index] ?? []);
      if (cells.length > 0)
        yield { number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells };
    }
  }

  /** The row's values up to the last that is not empty. */
  #cells(row: readonly (CellObject | undefined)[]): Cell[] {
    const cells: Cell[] = [];
    for (const index of Object.keys(row).map(Number)) {
      const cell = row[index];
      const value = cell === undefined ? null : this.#value(cell);
      if (value === null) continue;
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
