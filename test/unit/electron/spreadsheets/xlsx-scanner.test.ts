import { describe, expect, it } from 'vitest';
import type { Row, SheetTail } from '../../../../core/intake/sheet.ts';
import { defaultLimits } from '../../../../electron/spreadsheets/index.ts';
import { SerialDates } from '../../../../electron/spreadsheets/xlsx/dates.ts';
import { SheetScanner } from '../../../../electron/spreadsheets/xlsx/sheet-scanner.ts';
import { readSharedStrings } from '../../../../electron/spreadsheets/xlsx/shared-strings.ts';
import { asUtf8 } from '../../../../electron/spreadsheets/xml/encoding.ts';
import { sheetData, worksheet } from './files.ts';

const context = {
  strings: ['ett', 'två', null],
  dateStyles: Uint8Array.of(0, 1),
  dates: new SerialDates(false),
  limits: defaultLimits,
};

const sheet = worksheet(
  `<cols><col min="2" max="2" hidden="true"/></cols>${sheetData(`
    <row r="1" spans="1:4" hidden="1"><c r="A1" s="1"><v>44621</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="0"/><c r="D1"><v>-12.5</v></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><r><t>å &amp;</t></r><r><t xml:space="preserve"> ö</t></r></is></c><c r="B2"><f>SUM(A1:A9)</f><v>3</v></c></row>
    <!-- a comment with <c> in it --><row r="3"><c r="A3" t="str"><v><![CDATA[<x>]]>y</v></c><c r='B3'><v>1E2</v></c></row>
    <row><c t="s"><v>2</v></c><c t="s"><v>0</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>`)}
  <mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:C9"/></mergeCells>`,
);

function scan(xml: string, chunkBytes: number): { rows: Row[]; tail: SheetTail } {
  const scanner = new SheetScanner(context);
  const bytes = Buffer.from(xml);
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    scanner.feed(bytes.subarray(start, start + chunkBytes));
  }
  scanner.finish();
  return { rows: scanner.takeRows(), tail: scanner.tail };
}

describe('the scanner of sheets', () => {
  it('reads a sheet whole', () => {
    const { rows, tail } = scan(sheet, Infinity);
    expect(rows.map(({ cells }) => cells)).toEqual([
      [{ kind: 'date', iso: '2022-03-01' }, 'två', null, -12.5],
      ['å & ö', 3],
      ['<x>y', 100],
      [null, 'ett', true, { kind: 'error', code: '#REF!' }],
    ]);
    expect(tail.hiddenColumns).toEqual([2]);
    expect(tail.merged).toHaveLength(2);
  });

  it.each([1, 2, 3, 7, 64, 1000])('gives the same from chunks of %i bytes', (chunkBytes) => {
    expect(scan(sheet, chunkBytes)).toEqual(scan(sheet, Infinity));
  });

  it('gives the same however the sheet is cut in two', () => {
    const whole = scan(sheet, Infinity);
    for (let cut = 1; cut < Buffer.byteLength(sheet); cut++) {
      const scanner = new SheetScanner(context);
      const bytes = Buffer.from(sheet);
      scanner.feed(bytes.subarray(0, cut));
      scanner.feed(bytes.subarray(cut));
      scanner.finish();
      expect(scanner.takeRows()).toEqual(whole.rows);
    }
  });

  it('notices wherever the sheet ends too early', () => {
    for (let cut = 0; cut < Buffer.byteLength(sheet.trimEnd()) - 1; cut++) {
      const scanner = new SheetScanner(context);
      expect(() => {
        scanner.feed(Buffer.from(sheet).subarray(0, cut));
        scanner.finish();
      }).toThrow();
    }
  });

  it('passes the row on as soon as its end has come', () => {
    const scanner = new SheetScanner(context);
    scanner.feed(Buffer.from('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>'));
    expect(scanner.readyRows).toBe(0);
    scanner.feed(Buffer.from('</row>'));
    expect(scanner.readyRows).toBe(1);
  });
});

describe('the reader of shared texts', () => {
  it.each([1, 7, 1000])('gives the same from chunks of %i bytes', async (chunkBytes) => {
    const xml = Buffer.from(
      '\ufeff<sst><si><t>å</t></si><si><r><t>ett </t></r><r><t>två</t></r></si><si/><si><t></t></si></sst>',
    );
    async function* chunks(): AsyncGenerator<Buffer> {
      for (let start = 0; start < xml.length; start += chunkBytes) {
        yield await Promise.resolve(xml.subarray(start, start + chunkBytes));
      }
    }
    expect(await readSharedStrings(asUtf8(chunks()), defaultLimits)).toEqual(['å', 'ett två', null, null]);
  });
});
