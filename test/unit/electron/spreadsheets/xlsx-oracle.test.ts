import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { Cell, SheetTail } from '../../../../core/intake/sheet.ts';
import { date, fileOf, readAll } from './files.ts';

type Value = null | string | number | boolean | Date;

/** What SheetJS makes of a sheet, in the words of this project. */
interface OracleSheet {
  readonly name: string;
  readonly rows: Record<number, Cell[]>;
  readonly tail: SheetTail;
}

const errorCodes: Record<number, string> = { 0x07: '#DIV/0!', 0x2a: '#N/A', 0x17: '#REF!' };

/** The part of SheetJS that its types leave open. */
const formats = XLSX.SSF as {
  is_date(format: string): boolean;
  parse_date_code(
    serial: number,
    options: { date1904: boolean },
  ): Record<'y' | 'm' | 'd' | 'H' | 'M' | 'S', number>;
};

function oracleCell(cell: XLSX.CellObject | undefined, is1904: boolean): Cell {
  if (cell === undefined) return null;
  if (cell.t === 'e') return { kind: 'error', code: errorCodes[Number(cell.v)] ?? '?' };
  if (cell.v === undefined) return cell.f === undefined ? null : { kind: 'uncalculated' };
  if (typeof cell.v === 'number' && cell.t === 'n') {
    if (typeof cell.z !== 'string' || !formats.is_date(cell.z)) return cell.v;
    const { y, m, d, H, M, S } = formats.parse_date_code(cell.v, { date1904: is1904 });
    const two = (number: number): string => String(number).padStart(2, '0');
    const day = `${y}-${two(m)}-${two(d)}`;
    return date(H + M + S === 0 ? day : `${day}T${two(H)}:${two(M)}:${two(S)}`);
  }
  if (cell.v instanceof Date) throw new Error('Dates are asked for as numbers.');
  return cell.v === '' ? null : cell.v;
}

function oracle(bytes: Uint8Array): OracleSheet[] {
  const book = XLSX.read(bytes, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellText: false,
    cellStyles: true,
  });
  const is1904 = book.Workbook?.WBProps?.date1904 ?? false;
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name];
    const data: (XLSX.CellObject | undefined)[][] =
      (sheet as XLSX.DenseWorkSheet | undefined)?.['!data'] ?? [];
    const rows: Record<number, Cell[]> = {};
    for (const [index, row] of Object.entries(data)) {
      const cells = Array.from(row, (cell) => oracleCell(cell, is1904));
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      if (cells.length > 0) rows[Number(index) + 1] = cells;
    }
    const merged = (sheet?.['!merges'] ?? []).map(({ s, e }) => ({
      firstRow: s.r + 1,
      firstColumn: s.c + 1,
      lastRow: e.r + 1,
      lastColumn: e.c + 1,
    }));
    const hiddenColumns = Object.entries(sheet?.['!cols'] ?? [])
      .filter(([, column]) => (column as XLSX.ColInfo | undefined)?.hidden === true)
      .map(([index]) => Number(index) + 1);
    return { name, rows, tail: { merged, hiddenColumns } };
  });
}

async function ours(bytes: Uint8Array): Promise<OracleSheet[]> {
  const { sheets } = await readAll(await fileOf(bytes));
  return sheets.map(({ name, rows, tail }) => ({
    name,
    rows: Object.fromEntries(rows.map(({ number, cells }) => [number, [...cells]])),
    tail,
  }));
}

async function expectAgreement(bytes: Uint8Array): Promise<void> {
  expect(await ours(bytes)).toEqual(oracle(bytes));
}

function bySheetJs(grid: readonly (readonly Value[])[], sharedTexts = true, date1904 = false): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(
    grid.map((row) => [...row]),
    { UTC: true },
  );
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Svar');
  book.Workbook = { WBProps: { date1904 } };
  const bytes: unknown = XLSX.write(book, { type: 'buffer', bookSST: sharedTexts, compression: true });
  if (!Buffer.isBuffer(bytes)) throw new Error('SheetJS gave no buffer.');
  return bytes;
}

async function byExcelJs(grid: readonly (readonly Value[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Svar');
  for (const row of grid) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function byExcelJsStream(
  grid: readonly (readonly Value[])[],
  useSharedStrings: boolean,
): Promise<Uint8Array> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings, useStyles: true });
  const sheet = book.addWorksheet('Svar');
  for (const row of grid) sheet.addRow([...row]).commit();
  await book.commit();
  return Buffer.concat(chunks);
}

const answers: Value[][] = [
  ['Kommun', 'Skapad', 'Fråga 1', 'Öppen', 'Klar'],
  ['Åre', new Date(Date.UTC(2022, 2, 1)), 4, ' två  blanksteg & <tecken> "€" \n ny rad', true],
  [null, new Date(Date.UTC(1999, 11, 31, 23, 59, 59)), -0.1, '', false],
  [],
  ['Örebro', new Date(Date.UTC(2024, 1, 29, 12)), 1e21, '😀', null],
];

describe('the reader of .xlsx agrees with SheetJS', () => {
  it.each([true, false])('on what SheetJS writes (shared texts: %s)', async (sharedTexts) => {
    await expectAgreement(bySheetJs(answers, sharedTexts));
  });

  it('on what SheetJS writes with days counted from 1904', async () => {
    await expectAgreement(bySheetJs(answers, true, true));
  });

  it('on what exceljs writes', async () => {
    await expectAgreement(await byExcelJs(answers));
  });

  it.each([true, false])('on what exceljs streams (shared texts: %s)', async (sharedTexts) => {
    await expectAgreement(await byExcelJsStream(answers, sharedTexts));
  });

  it('on rich text, formulas, errors, formats, merged and hidden things by exceljs', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Svar');
    sheet.getCell('A1').value = { richText: [{ text: 'fet ', font: { bold: true } }, { text: 'stil' }] };
    sheet.getCell('B1').value = { formula: 'C1*2', result: 8 };
    sheet.getCell('C1').value = { formula: 'C2&""', result: 'text' };
    sheet.getCell('A2').value = { error: '#N/A' };
    sheet.getCell('B2').value = 44_621.75;
    sheet.getCell('B2').numFmt = '[$-41D]d mmmm yyyy hh:mm;@';
    sheet.getCell('C2').value = 12.5;
    sheet.getCell('C2').numFmt = '0.0" h"';
    sheet.getCell('D2').value = 0.5;
    sheet.getCell('D2').numFmt = '0%';
    sheet.getCell('E2').value = { text: 'länk', hyperlink: 'https://example.invalid' };
    sheet.mergeCells('A4:C5');
    sheet.getCell('A4').value = 'sammanfogad';
    sheet.getColumn(2).hidden = true;
    sheet.getRow(2).hidden = true;
    book.addWorksheet('Gömd', { state: 'veryHidden' }).getCell('A1').value = 1;
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());

    await expectAgreement(bytes);
    const { sheets } = await readAll(await fileOf(bytes));
    expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, true, false]);
  });

  const value: fc.Arbitrary<Value> = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.integer({ min: -10, max: 100_000 }) },
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('Ja', 'Nej', ' & ', '<b>', '"x"', "'=1", 'å\nä', '\t', '_x0041_', '1', 'TRUE'),
    fc.boolean(),
    fc
      .date({ min: new Date('1901-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((moment) => new Date(Math.floor(moment.getTime() / 1000) * 1000)),
  );
  const grid = fc
    .array(fc.array(value, { maxLength: 8 }), { minLength: 1, maxLength: 12 })
    .map((rows) => [['rubrik'], ...rows]);

  it('on any grid of values, whoever wrote it', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.boolean(), async (rows, sharedTexts) => {
        await expectAgreement(bySheetJs(rows, sharedTexts));
        await expectAgreement(await byExcelJs(rows));
      }),
      { numRuns: 60 },
    );
  });
});
