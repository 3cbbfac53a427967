import type { MergedRange, Row, SheetTail } from '../../../core/intake/sheet.ts';
import { DamagedFault, LimitFault } from '../faults.ts';
import type { Passed } from '../padding.ts';
import { nameCode, XmlCursor } from '../xml/cursor.ts';
import { type CellContext, CellReader } from './cell-reader.ts';
import { PlainCells } from './plain-cells.ts';
import { mergedRangeOf } from './ranges.ts';

const SHEET_DATA = nameCode('sheetData');
const ROW = nameCode('row');
const CELL = nameCode('c');
const COLUMNS = nameCode('cols');
const COLUMN = nameCode('col');
const MERGE_CELLS = nameCode('mergeCells');
const MERGE_CELL = nameCode('mergeCell');

const ROW_NUMBER = nameCode('r');
const HIDDEN = nameCode('hidden');
const MIN = nameCode('min');
const MAX = nameCode('max');
const REFERENCE = nameCode('ref');

/**
 * Reads a sheet's XML from chunks of bytes. Rows are ready as soon as their end has come; merged areas and
 * hidden columns are complete after `finish`.
 *
 * Rows without a number follow the row before; cells without a name follow the cell before. Rows come in the
 * order of the file with the numbers they bear; a cell that names an earlier column is put there.
 */
export class SheetScanner {
  /** 1-based place last read, for messages; 0 before the first. */
  rowNumber = 0;

  readonly #context: CellContext;
  readonly #cursor: XmlCursor;
  readonly #reader: CellReader;
  readonly #plain: PlainCells;
  readonly #merged: MergedRange[] = [];
  /** By column, from 1; 1 where it is hidden. */
  readonly #hiddenColumns: Uint8Array;
  #columnRanges = 0;
  #passedBytes = 0;
  #rows: Row[] = [];
  #inRow = false;
  #rowHidden = false;

  constructor(context: CellContext) {
    this.#context = context;
    this.#hiddenColumns = new Uint8Array(context.limits.columns + 1);
    this.#cursor = new XmlCursor(context.limits);
    this.#reader = new CellReader(context);
    this.#plain = new PlainCells(context);
  }

  /** 1-based column last read in the row, for messages. */
  get column(): number {
    return this.#plain.column;
  }

  get tail(): SheetTail {
    const hiddenColumns: number[] = [];
    this.#hiddenColumns.forEach((hidden, column) => {
      if (hidden === 1) hiddenColumns.push(column);
    });
    return { merged: this.#merged, hiddenColumns };
  }

  /** How much has been passed over, and what of it holds something. */
  get passed(): Passed {
    return { bytes: this.#passedBytes, cells: this.#plain.slots, values: this.#plain.values };
  }

  /** How many rows are ready. */
  get readyRows(): number {
    return this.#rows.length;
  }

  /** Hands over the rows that are ready. */
  takeRows(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  feed(chunk: Uint8Array): void {
    const cursor = this.#cursor;
    cursor.append(chunk);
    this.#passedBytes += chunk.length;
    while (true) {
      if (this.#inRow) this.#plain.read(cursor);
      const { position, depth } = cursor;
      if (!cursor.next()) return;
      if (cursor.kind === 'close') {
        if (cursor.name === ROW && this.#inRow && cursor.innermost === SHEET_DATA) this.#endRow();
      } else if (cursor.kind === 'open' || cursor.kind === 'empty') {
        if (cursor.name === CELL && this.#inRow) {
          if (!this.#cell(cursor)) {
            cursor.rewind(position, depth);
            return;
          }
        } else {
          this.#element(cursor);
        }
      }
    }
  }

  /** Throws `DamagedFault` unless the sheet is complete. */
  finish(): void {
    this.#cursor.finish();
  }

  #element(cursor: XmlCursor): void {
    const parent = cursor.kind === 'open' ? cursor.outer : cursor.innermost;
    if (cursor.name === ROW && parent === SHEET_DATA) this.#startRow(cursor);
    else if (cursor.name === COLUMN && parent === COLUMNS) this.#columnRange(cursor);
    else if (cursor.name === MERGE_CELL && parent === MERGE_CELLS) this.#mergedRange(cursor);
  }

  #startRow(cursor: XmlCursor): void {
    this.#rowHidden = false;
    let number = 0;
    while (cursor.nextAttribute()) {
      if (cursor.attributeHasPrefix) continue;
      if (cursor.attributeName === ROW_NUMBER) number = cursor.valueInteger();
      else if (cursor.attributeName === HIDDEN) this.#rowHidden = cursor.valueBoolean();
    }
    this.rowNumber = number > 0 ? number : this.rowNumber + 1;
    if (this.rowNumber > this.#context.limits.rows) throw new LimitFault('rows', this.#context.limits);
    this.#plain.startRow();
    this.#inRow = cursor.kind === 'open';
  }

  #endRow(): void {
    this.#inRow = false;
    const cells = this.#plain.takeCells();
    if (cells.length > 0) this.#rows.push({ number: this.rowNumber, hidden: this.#rowHidden, cells });
  }

  #cell(cursor: XmlCursor): boolean {
    const reader = this.#reader;
    if (!reader.read(cursor)) return false;
    this.#plain.put(reader.column > 0 ? reader.column : this.#plain.column + 1, reader.value);
    return true;
  }

  #columnRange(cursor: XmlCursor): void {
    let first = 0;
    let last = 0;
    let hidden = false;
    while (cursor.nextAttribute()) {
      if (cursor.attributeName === MIN) first = cursor.valueInteger();
      else if (cursor.attributeName === MAX) last = cursor.valueInteger();
      else if (cursor.attributeName === HIDDEN) hidden = cursor.valueBoolean();
    }
    // No range may cover what another covers, so that there are never more of them than columns.
    if (++this.#columnRanges > this.#context.limits.columns) throw new DamagedFault('too many column ranges');
    if (!hidden) return;
    last = Math.min(last, this.#context.limits.columns);
    if (last >= Math.max(first, 1)) this.#hiddenColumns.fill(1, Math.max(first, 1), last + 1);
  }

  #mergedRange(cursor: XmlCursor): void {
    while (cursor.nextAttribute()) {
      if (cursor.attributeName !== REFERENCE) continue;
      const range = mergedRangeOf(cursor.valueText());
      if (range !== null) this.#merged.push(range);
    }
    if (this.#merged.length > this.#context.limits.mergedRanges) {
      throw new LimitFault('mergedRanges', this.#context.limits);
    }
  }
}
