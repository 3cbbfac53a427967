import type { Workbook } from '../../core/intake/sheet.ts';
import { openCsv } from './csv/workbook.ts';
import { Fault } from './faults.ts';
import { openLegacy } from './legacy/workbook.ts';
import { type OpenOptions, Reading } from './reading.ts';
import { recognise } from './recognise/index.ts';
import { emptyWorkbookRefusal, faultRefusal } from './refusals.ts';
import { SourceFile } from './source-file.ts';
import { openXlsx } from './xlsx/workbook.ts';

export { defaultLimits, type WorkbookLimits } from './limits.ts';
export type { OpenOptions, ReadingProgress } from './reading.ts';
export { refusalCodes, type RefusalCode } from './refusals.ts';

/**
 * Opens a spreadsheet file, whatever its ending says: .xlsx, .xlsm, .xls, .xlsb, .ods or delimited text. The
 * workbook must be closed after use. It may have empty sheets, but not only such: that is found out here, by
 * reading each sheet up to its first value.
 *
 * Throws a `Refusal` for a file that cannot or may not be read, here or later from `rows()` and `tail()`, and
 * the reason of `options.signal` when that has been aborted.
 */
export async function openWorkbook(path: string, options: OpenOptions = {}): Promise<Workbook> {
  options.signal?.throwIfAborted();
  const file = await SourceFile.open(path);
  try {
    const workbook = await openByContent(file, new Reading(file.fileName, options));
    if (!(await hasValue(workbook))) throw emptyWorkbookRefusal(file.fileName);
    return workbook;
  } catch (error) {
    await file.close();
    if (error instanceof Fault) throw faultRefusal(error, { file: file.fileName });
    throw error;
  }
}

async function openByContent(file: SourceFile, reading: Reading): Promise<Workbook> {
  const content = await recognise(file, reading);
  switch (content.kind) {
    case 'xlsx':
      return openXlsx(file, content.zip, reading);
    case 'xls':
    case 'xlsb':
    case 'ods':
      return openLegacy(file, content, reading);
    case 'text':
      return openCsv(file, content, reading);
  }
}

async function hasValue(workbook: Workbook): Promise<boolean> {
  for (const sheet of workbook.sheets) {
    for await (const batch of sheet.rows()) {
      if (batch.length > 0) return true;
    }
  }
  return false;
}
