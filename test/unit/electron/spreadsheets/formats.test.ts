import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { openWorkbook } from '../../../../electron/spreadsheets/index.ts';
import { DenseRows } from '../../../../electron/spreadsheets/legacy/sheet.ts';
import { SerialDates } from '../../../../electron/spreadsheets/xlsx/dates.ts';
import { date, fileOf, problemOfContent, readAll, xlsxWithRows, zipOf } from './files.ts';

function book(): XLSX.WorkBook {
  const sheet = XLSX.utils.aoa_to_sheet(
    [
      ['Kommun', 'Skapad', 'Klar'],
      ['Åre', new Date(Date.UTC(2022, 2, 1)), true],
      ['', new Date(Date.UTC(2022, 2, 1, 12, 30)), false],
      [1.5, null, { t: 'e', v: 0x2a }],
    ],
    { UTC: true },
  );
  sheet['!merges'] = [XLSX.utils.decode_range('A6:B7')];
  sheet['!cols'] = [{}, { hidden: true }];
  sheet['!rows'] = [{}, { hidden: true }];
  const result = XLSX.utils.book_new(sheet, 'Svar');
  XLSX.utils.book_append_sheet(result, XLSX.utils.aoa_to_sheet([[7]]), 'Gömd');
  result.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return result;
}

function written(bookType: XLSX.BookType): Buffer {
  return XLSX.write(book(), { type: 'buffer', bookType }) as Buffer;
}

/** A workbook as LibreOffice writes it, with these rows. */
function odsOf(rows: string): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:body><office:spreadsheet><table:table table:name="Svar">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<manifest:manifest/>',
    'styles.xml': '<office:document-styles/>',
  });
}

describe('older and other formats', () => {
  it.each<[XLSX.BookType, string]>([
    ['biff8', 'xls'],
    ['biff5', 'xls'],
    ['xlsb', 'xlsb'],
    ['ods', 'ods'],
    ['xlsx', 'xlsx'],
  ])('%s gives the same cells, found by its content', async (bookType, format) => {
    const read = await readAll(await fileOf(written(bookType), 'fel.csv'));
    expect(read.format).toBe(format);
    const [sheet, hidden] = read.sheets;
    expect(sheet?.rows.slice(1, 3).map(({ cells }) => cells.slice(1))).toEqual([
      [date('2022-03-01'), true],
      [date('2022-03-01T12:30:00'), false],
    ]);
    expect(hidden?.rows).toEqual([{ number: 1, hidden: false, cells: [7] }]);
  });

  it.each<XLSX.BookType>(['biff8', 'xlsb', 'xlsx'])(
    '%s keeps errors, merged areas and what is hidden',
    async (bookType) => {
      const { sheets } = await readAll(await fileOf(written(bookType)));
      expect(sheets[0]?.rows.at(-1)?.cells).toEqual([1.5, null, { kind: 'error', code: '#N/A' }]);
      expect(sheets[0]?.tail).toEqual({
        merged: [{ firstRow: 6, firstColumn: 1, lastRow: 7, lastColumn: 2 }],
        hiddenColumns: [2],
      });
      expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
    },
  );

  it('an .ods as LibreOffice writes it is read', async () => {
    const cell = (attributes: string, text = ''): string =>
      `<table:table-cell ${attributes}>${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`;
    const ods = odsOf(`<table:table-row>
      ${cell('office:value-type="float" office:value="2" table:formula="of:=1+1"', '2')}${cell('')}
      ${cell('office:value-type="date" office:date-value="2022-03-01"', '1 mars')}${cell('office:value-type="string"', 'åäö')}
      </table:table-row>`);
    const { sheets } = await readAll(await fileOf(ods, 'a.ods'));
    expect(sheets[0]?.rows[0]?.cells).toEqual([2, null, date('2022-03-01'), 'åäö']);
  });

  it('are not walked through where a sheet states a range of millions of cells', () => {
    const data: XLSX.CellObject[][] = [];
    data[1_048_575] = [{ t: 'n', v: 1 }];
    const rows = new DenseRows(new SerialDates(false));
    expect([...rows.of({ '!data': data })]).toEqual([{ number: 1_048_576, hidden: false, cells: [1] }]);
  });

  it('F-7: are refused when reading them takes more memory or time than it may', async () => {
    const cell =
      '<table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>';
    const row = `<table:table-row>${cell.repeat(20)}</table:table-row>`;
    const large = odsOf(row.repeat(8_000));
    const tooLarge = await problemOfContent(large, 'a.ods', { limits: { legacyHeapMegabytes: 16 } });
    expect(tooLarge.message).toContain('tar mer än 16 MB minne');
    const tooSlow = await problemOfContent(large, 'a.ods', { limits: { legacyDurationMs: 5 } });
    expect(tooSlow.message).toContain('sekunder att läsa');
  });

  it('F-10: can be cancelled while they are parsed', async () => {
    const cancel = new AbortController();
    const file = await fileOf(written('biff8'), 'a.xls');
    const opened = openWorkbook(file, {
      signal: cancel.signal,
      onProgress: () => {
        setImmediate(() => {
          cancel.abort(new Error('stopped'));
        });
      },
    });
    await expect(opened).rejects.toThrow('stopped');
  });

  it('are refused when the file or what it unpacks to is too large to hold in memory', async () => {
    expect(
      (await problemOfContent(written('biff8'), 'a.xls', { limits: { legacyFileBytes: 1000 } })).code,
    ).toBe('too-large');
    expect(
      (await problemOfContent(written('ods'), 'a.ods', { limits: { legacyInflatedBytes: 1000 } })).code,
    ).toBe('too-large');
  });

  it('are refused as damaged when cut short', async () => {
    const xls = written('biff8');
    expect((await problemOfContent(xls.subarray(0, xls.length >> 1), 'a.xls')).code).toBe('damaged-workbook');
    const xlsb = written('xlsb');
    expect((await problemOfContent(xlsb.subarray(0, xlsb.length >> 1), 'a.xlsb')).code).toBe(
      'damaged-workbook',
    );
  });
});

describe('the real format', () => {
  it('is found whatever the ending says', async () => {
    const xlsx = xlsxWithRows('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect((await readAll(await fileOf(xlsx, 'svar.xls'))).format).toBe('xlsx');
    expect((await readAll(await fileOf(xlsx, 'svar'))).format).toBe('xlsx');
    expect((await readAll(await fileOf('a;b\n1;2\n', 'svar.xls'))).format).toBe('csv');
  });
});
