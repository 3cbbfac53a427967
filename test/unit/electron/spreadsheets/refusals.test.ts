import { mkdir, truncate } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { openWorkbook, refusalCodes } from '../../../../electron/spreadsheets/index.ts';
import {
  fileOf,
  problemOf,
  problemOfContent,
  relationships,
  sheetData,
  temporaryPath,
  worksheet,
  xlsxOf,
  xlsxParts,
  xlsxWithRows,
  zipOf,
} from './files.ts';

const someBytes = Buffer.alloc(5000, 1);

/** An OLE container with these streams. */
function oleWith(streams: Record<string, Buffer>): Buffer {
  const container = XLSX.CFB as {
    utils: { cfb_new(): unknown; cfb_add(container: unknown, name: string, content: Buffer): void };
    write(container: unknown, options: { type: 'buffer' }): Buffer;
  };
  const file = container.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) container.utils.cfb_add(file, `/${name}`, content);
  return container.write(file, { type: 'buffer' });
}

describe('a file is refused by its real reason', () => {
  it('when it is not there', async () => {
    const problem = await problemOf(await temporaryPath('borta.xlsx'));
    expect(problem).toMatchObject({ code: 'file-not-found', file: 'borta.xlsx' });
    expect(problem.message).toBe('Filen ”borta.xlsx” finns inte.');
  });

  it('when it is a folder', async () => {
    const path = await temporaryPath('mapp.xlsx');
    await fileOf('');
    await mkdir(path);
    expect((await problemOf(path)).code).toBe('is-folder');
  });

  it('when it is empty', async () => {
    expect((await problemOfContent('')).code).toBe('empty-file');
  });

  it.each<[string, Uint8Array | string, string]>([
    ['Word', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }), 'Word'],
    [
      'PowerPoint',
      zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<x/>' }),
      'PowerPoint',
    ],
    ['old Word', oleWith({ WordDocument: someBytes }), 'Word'],
    ['old PowerPoint', oleWith({ 'PowerPoint Document': someBytes }), 'PowerPoint'],
    ['an e-mail', oleWith({ '__properties_version1.0': someBytes }), 'e-post'],
    ['another zip', zipOf({ 'svar.csv': 'a;b' }), 'zip'],
    [
      'a text document',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      'textdokument',
    ],
    ['Numbers', zipOf({ 'Index/Document.iwa': 'x' }), 'Numbers'],
    ['a PDF', '%PDF-1.7\n%\u00e2\n1 0 obj', 'PDF'],
    ['a web page', '\n <html><body><table><tr><td>1</td></tr></table>', 'webbsida'],
    ['a bare HTML table', '<table border=1><tr><td>a;b</td></tr></table>', 'webbsida'],
    [
      'an Excel 2003 XML file',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      'XML-format',
    ],
    ['other XML', '<?xml version="1.0"?><svar><rad a="1"/></svar>', 'XML'],
    ['JSON', '[{"kommun": "Åre", "svar": 1}]', 'JSON'],
    ['a JSON object', '{\n "svar": [1, 2]}', 'JSON'],
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'bild'],
    ['a JPEG', Buffer.from('ffd8ffe000104a4649460001', 'hex'), 'bild'],
    ['a gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'komprimerad'],
    ['plain text', 'Hej!\n\nHär kommer svaren.\nMvh\n', 'utan kolumner'],
    [
      'bytes of no known kind',
      Buffer.from('000102030405060708090a0b0c0d0e0f'.repeat(9), 'hex'),
      'känns inte igen',
    ],
  ])('when it is %s', async (_name, content, word) => {
    const problem = await problemOfContent(content, 'svar.xls');
    expect(problem.code).toBe('not-a-workbook');
    expect(problem.message).toContain(word);
    expect(problem.nextStep).not.toBe('');
  });

  it('when it is locked with a password', async () => {
    expect(
      (await problemOfContent(oleWith({ EncryptedPackage: someBytes, EncryptionInfo: someBytes }))).code,
    ).toBe('password-protected');
    const manifest = '<manifest><file-entry><encryption-data/></file-entry></manifest>';
    const ods = zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': 'x',
      'META-INF/manifest.xml': manifest,
    });
    expect((await problemOfContent(ods)).code).toBe('password-protected');
  });

  it('when an .xls is locked with a password', async () => {
    const record = (type: number, content: Buffer): Buffer => {
      const header = Buffer.alloc(4);
      header.writeUInt16LE(type, 0);
      header.writeUInt16LE(content.length, 2);
      return Buffer.concat([header, content]);
    };
    const start = record(0x0809, Buffer.from('00060500dbbacc07c1c0010006030000', 'hex'));
    const filePass = record(0x2f, Buffer.concat([Buffer.from('010001000100', 'hex'), Buffer.alloc(48, 7)]));
    const stream = Buffer.concat([start, filePass, Buffer.alloc(5000)]);
    expect((await problemOfContent(oleWith({ Workbook: stream }), 'a.xls')).code).toBe('password-protected');
  });

  it('when no sheet holds a value', async () => {
    const rows = '<row r="1"><c r="A1" s="1"/><c r="B1" t="s"><v>0</v></c></row>';
    expect((await problemOfContent(xlsxWithRows(rows, { strings: '<si><t/></si>' }))).code).toBe(
      'empty-workbook',
    );
    expect((await problemOfContent(';;\n;;\n', 'a.csv')).code).toBe('empty-workbook');
  });

  it('when the zip is cut short', async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `<row r="${row + 1}"><c><v>${row}</v></c></row>`);
    const path = await fileOf(xlsxWithRows(rows.join('')));
    await truncate(path, 5000);
    expect((await problemOf(path)).code).toBe('damaged-workbook');
  });

  it('when packed data are overwritten, naming sheet and last cell', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${(row * 7919) % 10_007}</v></c></row>`,
    );
    const bytes = Buffer.from(xlsxWithRows(rows.join('')));
    const start = bytes.indexOf('xl/worksheets/sheet1.xml');
    bytes.fill(0xff, start + 100_000, start + 100_400);
    const path = await fileOf(bytes);
    const workbook = await openWorkbook(path);
    await workbook.close();
    const problem = await problemOf(path);
    expect(problem).toMatchObject({ code: 'damaged-workbook', sheet: 'Svar' });
    expect(problem.cell).toMatch(/^A\d+$/);
    expect(problem.message).toContain(`fram till cell ${problem.cell ?? ''}`);
  });

  it.each([
    ['a tag that is not closed', '<row r="1"><c r="A1"><v>1</v></row>'],
    ['an attribute without quotes', '<row r=1><c r="A1"><v>1</v></c></row>'],
    ['a tag inside a tag', '<row r="1"><c r="A1" <v>1</v></c></row>'],
    ['an unknown entity', '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>'],
    ['a number that is none', '<row r="1"><c r="A1"><v>x</v></c></row>'],
    ['a shared text that is missing', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['a zero byte', '<row r="1"><c r="A1"\0><v>7</v></c></row>'],
  ])('when its XML has %s', async (_name, rows) => {
    const problem = await problemOfContent(xlsxWithRows(rows));
    expect(problem).toMatchObject({ code: 'damaged-workbook', sheet: 'Svar' });
  });

  it('when a sheet that it lists is missing', async () => {
    const parts = Object.entries(xlsxParts({})).filter(([name]) => name !== 'xl/worksheets/sheet1.xml');
    expect(await problemOfContent(zipOf(Object.fromEntries(parts)))).toMatchObject({
      code: 'damaged-workbook',
      sheet: 'Svar',
    });
  });

  it.each([
    ['xl/worksheets/sheet1.xml', `<!DOCTYPE x [<!ENTITY a "b">]>${worksheet(sheetData('<row/>'))}`],
    ['xl/sharedStrings.xml', '<!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst/>'],
    ['xl/styles.xml', '<styleSheet><!ENTITY a "b"></styleSheet>'],
    ['xl/workbook.xml', '<!DOCTYPE workbook><workbook/>'],
    [
      'xl/_rels/workbook.xml.rels',
      `<!DOCTYPE x>${relationships({ rId1: ['worksheet', 'worksheets/sheet1.xml'] })}`,
    ],
  ])('when %s declares entities', async (part, xml) => {
    const bytes = xlsxOf({
      sheet: sheetData('<row><c><v>1</v></c></row>'),
      strings: '',
      styles: '',
      parts: { [part]: xml },
    });
    expect((await problemOfContent(bytes)).code).toBe('unsafe-workbook');
  });

  it('with a code of its own each', () => {
    expect(new Set(refusalCodes).size).toBe(refusalCodes.length);
    for (const code of refusalCodes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
