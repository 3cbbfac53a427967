import type { Sheet, Workbook, WorkbookFormat } from '../../../core/intake/sheet.ts';
import { DamagedFault, LimitFault, LockedFault } from '../faults.ts';
import type { Reading } from '../reading.ts';
import type { SourceFile } from '../source-file.ts';
import { SerialDates } from '../xlsx/dates.ts';
import type { ZipArchive } from '../zip-archive.ts';
import { LegacySheet } from './sheet.ts';

/** A file that SheetJS reads, with its zip directory where it has one. */
export type LegacyContent =
  { readonly kind: 'xls' } | { readonly kind: 'xlsb' | 'ods'; readonly zip: ZipArchive };

/**
 * Opens an .xls, .xlsb or .ods workbook through SheetJS, which holds the whole of it in memory and cannot be
 * stopped halfway: hence its own, lower bounds on size. Throws a fault when the file cannot be read.
 */
export async function openLegacy(
  file: SourceFile,
  content: LegacyContent,
  reading: Reading,
): Promise<Workbook> {
  const { limits } = reading;
  if (file.sizeBytes > limits.legacyFileBytes) throw new LimitFault('legacyFileBytes', limits);
  if (content.kind !== 'xls' && content.zip.totalDeclaredBytes > limits.legacyInflatedBytes) {
    throw new LimitFault('legacyInflatedBytes', limits);
  }
  const bytes = await readWhole(file, reading);
  // Loaded only now: whoever reads .xlsx or text never waits for it.
  const XLSX = await import('xlsx');
  const codepages = await import('xlsx/dist/cpexcel.full.mjs');
  XLSX.set_cptable(codepages);
  reading.throwIfCancelled();
  const book = parsed(() =>
    XLSX.read(bytes, {
      type: 'buffer',
      dense: true,
      // Dates come as numbers with their format, so that they become dates in the one way of this room.
      cellDates: false,
      cellNF: true,
      cellHTML: false,
      cellText: false,
      // Formulas tell uncalculated cells from empty ones; .xls and .xlsb always store values.
      cellFormula: content.kind === 'ods',
      // Without styles SheetJS passes over hidden columns.
      cellStyles: true,
    }),
  );
  reading.throwIfCancelled();
  const dates = new SerialDates(book.Workbook?.WBProps?.date1904 ?? false);
  const sheets = book.SheetNames.flatMap((name, index): Sheet[] => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet === undefined ? [] : LegacySheet.of(name, hidden, sheet, dates, file, reading);
  });
  const format: WorkbookFormat = content.kind;
  return { fileName: file.fileName, format, sheets, close: () => file.close() };
}

async function readWhole(file: SourceFile, reading: Reading): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytesRead = 0;
  for await (const chunk of file.chunks()) {
    chunks.push(chunk);
    bytesRead += chunk.length;
    reading.advance(0, bytesRead, file.sizeBytes);
  }
  return Buffer.concat(chunks);
}

/** SheetJS throws plain errors, and now and then bare strings, at files it cannot read. */
function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw /password|encrypt/i.test(message) ? new LockedFault(message) : new DamagedFault(message);
  }
}
