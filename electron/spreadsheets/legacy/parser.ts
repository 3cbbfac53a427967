import { parentPort, workerData } from 'node:worker_threads';
import * as XLSX from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel.full.mjs';
import type { Row } from '../../../core/intake/sheet.ts';
import { SerialDates } from '../xlsx/dates.ts';
import type { ParserMessage, ParserOrder } from './messages.ts';
import { DenseRows, isCellSheet, tailOf } from './sheet.ts';

/**
 * The thread in which SheetJS reads a file: whatever a file makes of it, it has bounds of its own and takes nothing
 * else with it. It cannot be a process of its own, since the packaged program may not run as Node.
 */

const batchRows = 4096;

function tell(message: ParserMessage): void {
  parentPort?.postMessage(message);
}

function parse({ bytes, format }: ParserOrder): void {
  XLSX.set_cptable(codepages);
  const book = XLSX.read(bytes, {
    type: 'array',
    dense: true,
    // Dates come as numbers with their format, so that they become dates in the one way of this room.
    cellDates: false,
    cellNF: true,
    cellHTML: false,
    cellText: false,
    // Formulas tell uncalculated cells from empty ones; .xls and .xlsb always store values.
    cellFormula: format === 'ods',
    // Without styles SheetJS passes over hidden columns.
    cellStyles: true,
  });
  const rows = new DenseRows(new SerialDates(book.Workbook?.WBProps?.date1904 ?? false));
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    if (!isCellSheet(sheet)) return;
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    tell({ kind: 'sheet', name, hidden, tail: tailOf(sheet) });
    let batch: Row[] = [];
    for (const row of rows.of(sheet)) {
      batch.push(row);
      if (batch.length < batchRows) continue;
      tell({ kind: 'rows', rows: batch });
      batch = [];
    }
    if (batch.length > 0) tell({ kind: 'rows', rows: batch });
  });
  tell({ kind: 'done' });
}

try {
  // What a thread is started with has no type of its own: `ParserOrder` is what `workbook.ts` starts it with.
  parse(workerData as ParserOrder);
} catch (error) {
  // SheetJS throws plain errors, and now and then bare strings, at files it cannot read.
  const message = error instanceof Error ? error.message : String(error);
  tell({ kind: 'fault', isLocked: /password|encrypt/i.test(message), message });
}
