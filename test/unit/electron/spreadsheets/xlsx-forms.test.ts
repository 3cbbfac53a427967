import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../../electron/spreadsheets/index.ts';
import {
  date,
  fileOf,
  readAll,
  readCells,
  relationships,
  sheetData,
  worksheet,
  xlsxOf,
  xlsxParts,
  xlsxWithRows,
  zipOf,
} from './files.ts';

describe('cells of an .xlsx', () => {
  it('reads every type of cell', async () => {
    const rows = `<row r="2">
      <c r="A2"><v>7</v></c><c r="B2" t="n"><v>-1.25</v></c><c r="C2"><v>1.5E3</v></c>
      <c r="D2" t="s"><v>0</v></c><c r="E2" t="str"><f>A1</f><v>text</v></c><c r="F2" t="b"><v>1</v></c>
      <c r="G2" t="b"><v>0</v></c><c r="H2" t="e"><v>#N/A</v></c><c r="I2" t="d"><v>2022-03-01T12:30:00</v></c>
      <c r="J2" t="inlineStr"><is><t>in line</t></is></c><c r="K2"><v>0.1</v></c>
      <c r="L2"><v>123456789012345678</v></c><c r="M2"><v>0.30000000000000004</v></c></row>`;
    expect(await readCells(xlsxWithRows(rows, { strings: '<si><t>shared</t></si>' }))).toEqual({
      2: [
        7,
        -1.25,
        1500,
        'shared',
        'text',
        true,
        false,
        { kind: 'error', code: '#N/A' },
        date('2022-03-01T12:30:00'),
        'in line',
        0.1,
        123456789012345680,
        0.30000000000000004,
      ],
    });
  });

  it('takes the stored value of a formula, and says when there is none', async () => {
    const rows = `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>
      <c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f t="shared" si="0"/><v>5</v></c><c r="F1" t="str"><f>A1</f></c></row>`;
    const uncalculated = { kind: 'uncalculated' };
    expect(await readCells(xlsxWithRows(rows))).toEqual({
      1: [2, uncalculated, uncalculated, null, 5, uncalculated],
    });
  });

  it('joins rich text and leaves out how it is pronounced', async () => {
    const strings = `<si><r><rPr><b/></rPr><t xml:space="preserve">Helt </t></r><r><t>rätt</t></r>
      <rPh sb="0" eb="1"><t>uttal</t></rPh><phoneticPr fontId="1"/></si>`;
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c>
      <c r="B1" t="inlineStr"><is><r><t>in </t></r><r><t>line</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c></row>`;
    expect(await readCells(xlsxWithRows(rows, { strings }))).toEqual({ 1: ['Helt rätt', 'in line'] });
  });

  it('resolves entities, line breaks, CDATA and the escapes that Excel writes', async () => {
    const strings = `<si><t>A &amp; B&#10;&#xE5;&lt;&gt;&quot;&apos;</t></si><si><t>x_x000D_y_x005F_z</t></si>
      <si><t><![CDATA[<a> & b]]></t></si><si><t>a\r\nb</t></si><si><t>åäö <!-- not this -->€</t></si>`;
    const rows = `<row r="1">${[0, 1, 2, 3, 4].map((n) => `<c t="s"><v>${n}</v></c>`).join('')}</row>`;
    expect(await readCells(xlsxWithRows(rows, { strings }))).toEqual({
      1: ['A & B\nå<>"\'', 'x\ry_z', '<a> & b', 'a\nb', 'åäö €'],
    });
  });

  it('takes an empty text as no value and delivers only rows that hold one', async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/></row>
      <row r="3"><c r="A3" t="inlineStr"><is><t></t></is></c></row><row r="5"/><row r="6"><c r="B6"><v>1</v></c><c r="D6"/></row>`;
    expect(await readCells(xlsxWithRows(rows, { strings: '<si><t/></si>' }))).toEqual({ 6: [null, 1] });
  });

  it('finds dates by number format, built in or written in the file', async () => {
    const styles = `<numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>
      <numFmt numFmtId="165" formatCode="0.0&quot; dagar&quot;"/><numFmt numFmtId="166" formatCode="[Red]#,##0"/>
      <numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs>${[0, 14, 164, 165, 166, 167].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    const rows = `<row r="1">${[0, 1, 2, 3, 4, 5].map((s) => `<c s="${s}"><v>44621.5</v></c>`).join('')}</row>`;
    const noon = date('2022-03-01T12:00:00');
    expect(await readCells(xlsxWithRows(rows, { styles }))).toEqual({
      1: [44621.5, noon, noon, 44621.5, 44621.5, noon],
    });
  });

  it('counts days from 1904 where the workbook does', async () => {
    const pieces = {
      workbook: '<workbookPr date1904="1"/>',
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    };
    const rows = '<row r="1"><c r="A1" s="1"><v>43159</v></c></row>';
    expect(await readCells(xlsxWithRows(rows, pieces))).toEqual({ 1: [date('2022-03-01')] });
  });
});

describe('sheets of an .xlsx', () => {
  it('knows merged areas, hidden columns and hidden rows', async () => {
    const sheet = `<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5"/></cols>${sheetData(
      '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    )}<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>`;
    const { sheets } = await readAll(await fileOf(xlsxOf({ sheet })));
    expect(sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([true, false]);
    expect(sheets[0]?.tail).toEqual({
      merged: [{ firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 3 }],
      hiddenColumns: [2, 3],
    });
  });

  it('does not take rows and columns of form controls for those of the sheet', async () => {
    const sheet = `${sheetData('<row r="1"><c r="A1"><v>1</v></c></row>')}
      <controls><from><xdr:col>9</xdr:col><xdr:row>7</xdr:row></from><row r="9"><c r="A9"><v>9</v></c></row></controls>`;
    expect(await readCells(xlsxOf({ sheet }))).toEqual({ 1: [1] });
  });

  it('lists worksheets in the order of their tabs, hidden ones marked, chart sheets left out', async () => {
    const one = worksheet(sheetData('<row r="1"><c r="A1"><v>1</v></c></row>'));
    const parts = {
      ...xlsxParts({}),
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Dold &amp; &#xE5;" sheetId="4" state="veryHidden" r:id="b"/>
        <sheet name="Diagram" sheetId="2" r:id="d"/><sheet name="Svar" sheetId="1" r:id="a"/><sheet name="Gömd" state="hidden" sheetId="3" r:id="c"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships({
        a: ['worksheet', '/xl/worksheets/Sheet9.XML'],
        b: ['worksheet', './worksheets/../worksheets/sheet2.xml'],
        c: ['worksheet', '../xl/worksheets/sheet3.xml'],
        d: ['chartsheet', 'chartsheets/sheet1.xml'],
      }),
      'xl/worksheets/sheet9.xml': one,
      'xl/worksheets/sheet2.xml': one,
      'xl/worksheets/sheet3.xml': one,
    };
    const { sheets } = await readAll(await fileOf(zipOf(parts)));
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['Dold & å', true, 1],
      ['Svar', false, 1],
      ['Gömd', true, 1],
    ]);
  });

  it('may hold empty sheets beside one with values', async () => {
    const parts = {
      ...xlsxParts({}),
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="Tom" r:id="a"/><sheet name="Svar" r:id="b"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relationships({
        a: ['worksheet', 'worksheets/sheet1.xml'],
        b: ['worksheet', 'worksheets/sheet2.xml'],
      }),
      'xl/worksheets/sheet2.xml': worksheet(sheetData('<row><c><v>1</v></c></row>')),
    };
    const { sheets } = await readAll(await fileOf(zipOf(parts)));
    expect(sheets.map(({ rows }) => rows.length)).toEqual([0, 1]);
  });

  it('can be read several times, and its tail without its rows', async () => {
    const sheet = `${sheetData('<row r="1"><c r="A1"><v>1</v></c></row>')}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
    const workbook = await openWorkbook(await fileOf(xlsxOf({ sheet })));
    expect((await workbook.sheets[0]?.tail())?.merged).toHaveLength(1);
    for (let pass = 0; pass < 2; pass++) {
      for await (const batch of workbook.sheets[0]?.rows() ?? []) expect(batch).toHaveLength(1);
    }
    await workbook.close();
  });

  it('reads one stray cell in the last corner without walking there', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const cells = await readCells(xlsxWithRows(rows));
    expect(Object.keys(cells)).toEqual(['1', '1048576']);
    expect(cells[1048576]).toHaveLength(16_384);
  });
});

describe('unusual ways to write an .xlsx', () => {
  it('counts rows and cells without a place, and puts cells out of order in theirs', async () => {
    const rows = `<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>
      <row><c r="B6"><v>5</v></c><c r="A6"><v>6</v></c></row><row r="3"><c r="A3"><v>7</v></c></row>`;
    const { sheets } = await readAll(await fileOf(xlsxWithRows(rows)));
    expect(sheets[0]?.rows.map(({ number, cells }) => [number, cells])).toEqual([
      [1, [1, 2]],
      [5, [null, null, 3, 4]],
      [6, [6, 5]],
      [3, [7]],
    ]);
  });

  it('reads prefixed names, single quotes, comments, instructions and self-closed elements', async () => {
    const sheet = `﻿<?xml version='1.0'?><!-- > first --><x:worksheet xmlns:x='urn:x'><x:sheetPr/><x:sheetData >
      <?excel go?><x:row r = '4' ><x:c r='B4' t='s' ><x:v>0</x:v></x:c><!-- <x:c> --><x:c r='C4'/><x:c r='D4'><x:v>2</x:v></x:c></x:row >
      </x:sheetData></x:worksheet>\n`;
    const strings = `<y:sst xmlns:y='urn:x'><y:si><y:t>svar</y:t></y:si></y:sst>`;
    const parts = { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': strings };
    expect(await readCells(xlsxOf({ parts }))).toEqual({ 4: [null, 'svar', null, 2] });
  });

  it('reads strict files, whose addresses of namespaces and relations differ', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const link = (id: string, kind: string, target: string): string =>
      `<Relationship Id="${id}" Type="${strict}/officeDocument/relationships/${kind}" Target="${target}"/>`;
    const parts = {
      '_rels/.rels': `<Relationships>${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      'xl/workbook.xml': `<workbook xmlns="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships" conformance="strict"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${link('rId1', 'worksheet', 'worksheets/sheet1.xml')}${link('rId3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${strict}/spreadsheetml/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="d"><v>2022-03-01</v></c></row></sheetData></worksheet>`,
    };
    expect(await readCells(xlsxOf({ strings: '<si><t>a</t></si>', parts }))).toEqual({
      1: ['a', date('2022-03-01')],
    });
  });

  it('reads a workbook part of another name and parts of another case', async () => {
    const {
      'xl/workbook.xml': workbook = '',
      'xl/_rels/workbook.xml.rels': links = '',
      ...rest
    } = xlsxParts({
      sheet: sheetData('<row><c><v>1</v></c></row>'),
    });
    const parts = {
      ...rest,
      '_rels/.rels': relationships({ rId1: ['officeDocument', '/xl/Book.xml'] }),
      'XL/book.xml': workbook,
      'xl/_RELS/Book.xml.rels': links,
    };
    expect(await readCells(zipOf(parts))).toEqual({ 1: [1] });
  });

  it.each([
    ['UTF-16 little-endian', 'utf-16le', Buffer.from([0xff, 0xfe])],
    ['UTF-16 big-endian', 'utf-16be', Buffer.from([0xfe, 0xff])],
  ])('reads a sheet in %s', async (_name, encoding, mark) => {
    const xml = worksheet(sheetData('<row><c t="str"><v>åäö</v></c></row>'));
    const body = Buffer.from(xml, 'utf16le');
    if (encoding === 'utf-16be') body.swap16();
    const parts = { 'xl/worksheets/sheet1.xml': Buffer.concat([mark, body]) };
    expect(await readCells(xlsxOf({ parts }))).toEqual({ 1: ['åäö'] });
  });

  it('reads a sheet in the encoding it declares', async () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?><worksheet>${sheetData('<row><c t="str"><v>åäö</v></c></row>')}</worksheet>`;
    const parts = { 'xl/worksheets/sheet1.xml': Buffer.from(xml, 'latin1') };
    expect(await readCells(xlsxOf({ parts }))).toEqual({ 1: ['åäö'] });
  });

  it('is not led astray by odd names of parts', async () => {
    const parts = {
      ...xlsxParts({ sheet: sheetData('<row><c><v>1</v></c></row>') }),
      constructor: 'x',
      '../../outside.xml': 'x',
      '/absolute.xml': 'x',
      'xl\\media\\picture.png': 'x',
      __PROTO__: 'x',
    };
    // The zip writer of the tests trips over this name itself.
    const zip = Buffer.from(
      Buffer.from(zipOf(parts)).toString('latin1').replaceAll('__PROTO__', '__proto__'),
      'latin1',
    );
    expect(await readCells(zip)).toEqual({ 1: [1] });
  });
});
