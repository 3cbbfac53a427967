import { cellName, type Row, type Sheet, type SheetTail } from '../../../core/intake/sheet.ts';
import { Fault } from '../faults.ts';
import { faultRefusal } from '../refusals.ts';
import type { CellContext } from './cell-reader.ts';
import type { WorkbookParts } from './parts.ts';
import { SheetScanner } from './sheet-scanner.ts';
import type { SheetEntry } from './workbook-part.ts';

/** So many rows that awaiting each batch costs nothing, so few that memory stays flat. */
const batchRows = 512;
const maxBatchRows = 1024;
/** So little at a time that wide, empty rows are noticed before they fill the memory. */
const fedBytes = 32 * 1024;

/** A sheet of an .xlsx workbook, read anew from the file each time its rows are asked for. */
export class XlsxSheet implements Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly #fileName: string;
  readonly #part: string;
  readonly #parts: WorkbookParts;
  readonly #context: CellContext;
  #tail: SheetTail | null = null;

  constructor(entry: SheetEntry, part: string, fileName: string, parts: WorkbookParts, context: CellContext) {
    this.name = entry.name;
    this.hidden = entry.hidden;
    this.#fileName = fileName;
    this.#part = part;
    this.#parts = parts;
    this.#context = context;
  }

  async *rows(): AsyncGenerator<readonly Row[]> {
    const scanner = new SheetScanner(this.#context);
    let rowsRead = 0;
    try {
      for await (const chunk of this.#parts.large(this.#part, () => rowsRead)) {
        for (let start = 0; start < chunk.length; start += fedBytes) {
          scanner.feed(chunk.subarray(start, start + fedBytes));
          this.#parts.padding.note(this.#part, scanner.passed);
        }
        if (scanner.readyRows < batchRows) continue;
        for (const batch of batches(scanner.takeRows())) {
          rowsRead += batch.length;
          yield batch;
        }
      }
      scanner.finish();
      this.#tail = scanner.tail;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      throw faultRefusal(error, { file: this.#fileName, sheet: this.name, ...lastCell(scanner) });
    }
    for (const batch of batches(scanner.takeRows())) yield batch;
  }

  async tail(): Promise<SheetTail> {
    if (this.#tail !== null) return this.#tail;
    const scanner = this.rows();
    while (!(await scanner.next()).done);
    return this.tail();
  }
}

function* batches(rows: Row[]): Generator<readonly Row[]> {
  if (rows.length <= maxBatchRows) {
    if (rows.length > 0) yield rows;
    return;
  }
  for (let start = 0; start < rows.length; start += maxBatchRows)
    yield rows.slice(start, start + maxBatchRows);
}

function lastCell(scanner: SheetScanner): { readonly cell?: string } {
  if (scanner.rowNumber === 0) return {};
  return { cell: cellName(scanner.rowNumber, Math.max(scanner.column, 1)) };
}
