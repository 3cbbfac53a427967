import { readFileSync } from 'node:fs';
import module from 'node:module';

/**
 * Reads one workbook with one reader and prints how many rows it found and the peak memory, as JSON. Run as a
 * process of its own by `reading.ts`, so that no reader inherits the memory of another.
 */
const readers: Record<string, (path: string) => Promise<number>> = {
  async own(path) {
    const { openWorkbook } = await import('../../electron/spreadsheets/index.ts');
    const workbook = await openWorkbook(path);
    let rows = 0;
    for (const sheet of workbook.sheets) for await (const batch of sheet.rows()) rows += batch.length;
    await workbook.close();
    return rows;
  },

  async sheetjs(path) {
    const XLSX = await import('xlsx');
    const book = XLSX.read(readFileSync(path), {
      type: 'buffer',
      dense: true,
      cellText: false,
      cellHTML: false,
    });
    const data: unknown = book.Sheets[book.SheetNames[0] ?? '']?.['!data'];
    return Array.isArray(data) ? data.length : 0;
  },

  async exceljs(path) {
    const { default: ExcelJS } = await import('exceljs');
    const workbook = new ExcelJS.stream.xlsx.WorkbookReader(path, {
      sharedStrings: 'cache',
      styles: 'cache',
      worksheets: 'emit',
    });
    let rows = 0;
    for await (const sheet of workbook) for await (const row of sheet) if (row.hasValues) rows++;
    return rows;
  },
};

module.enableCompileCache();
const [reader = '', path = ''] = process.argv.slice(2);
const read = readers[reader];
if (read === undefined) throw new Error(`No reader ${reader}.`);
const rows = await read(path);
console.log(JSON.stringify({ rows, peakBytes: process.resourceUsage().maxRSS * 1024 }));
