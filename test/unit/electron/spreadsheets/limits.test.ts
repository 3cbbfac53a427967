import { describe, expect, it } from 'vitest';
import type { WorkbookLimits } from '../../../../electron/spreadsheets/index.ts';
import {
  fileOf,
  problemOf,
  problemOfContent,
  readAll,
  sheetData,
  xlsxOf,
  xlsxParts,
  xlsxWithRows,
  zipOf,
} from './files.ts';

const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const oneValue = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** A bound, a file that just keeps to it and one that just does not. */
const bounds: readonly (readonly [Partial<WorkbookLimits>, within: Uint8Array, beyond: Uint8Array])[] = [
  [
    { columns: 3 },
    xlsxWithRows('<row><c r="C1"><v>1</v></c></row>'),
    xlsxWithRows('<row><c r="D1"><v>1</v></c></row>'),
  ],
  [
    { rows: 9 },
    xlsxWithRows('<row r="9"><c><v>1</v></c></row>'),
    xlsxWithRows('<row r="10"><c><v>1</v></c></row>'),
  ],
  [
    { cellTextLength: 5 },
    xlsxWithRows(`<row>${cell('12345')}</row>`),
    xlsxWithRows(`<row>${cell('123456')}</row>`),
  ],
  [
    { cellTextLength: 5 },
    xlsxWithRows('<row><c t="s"><v>0</v></c></row>', { strings: '<si><t>12345</t></si>' }),
    xlsxWithRows('<row><c t="s"><v>0</v></c></row>', { strings: '<si><t>123</t><t>456</t></si>' }),
  ],
  [
    { sharedStringCount: 2 },
    xlsxWithRows(oneValue, { strings: '<si><t>1</t></si><si/>' }),
    xlsxWithRows(oneValue, { strings: '<si><t>1</t></si><si/><si/>' }),
  ],
  [
    { sharedStringBytes: 1000 },
    xlsxWithRows(oneValue, { strings: '<si><t>1</t></si>' }),
    xlsxWithRows(oneValue, { strings: '<si><t>1</t></si>'.repeat(100) }),
  ],
  [
    { structureBytes: 1000 },
    xlsxWithRows(oneValue),
    xlsxWithRows(oneValue, { styles: `<cellXfs>${'<xf numFmtId="0"/>'.repeat(100)}</cellXfs>` }),
  ],
  [
    { mergedRanges: 1 },
    xlsxOf({ sheet: `${sheetData(oneValue)}<mergeCells><mergeCell ref="A1:A2"/></mergeCells>` }),
    xlsxOf({
      sheet: `${sheetData(oneValue)}<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells>`,
    }),
  ],
  [
    { cellStyles: 2 },
    xlsxWithRows(oneValue, { styles: '<cellXfs><xf/><xf/></cellXfs>' }),
    xlsxWithRows(oneValue, { styles: '<cellXfs><xf/><xf/><xf/></cellXfs>' }),
  ],
  [
    { paddingBytes: 2000 },
    xlsxWithRows(`${oneValue}${'<row/>'.repeat(400)}`),
    xlsxWithRows(`${oneValue}${'<row/>'.repeat(600)}`),
  ],
  [
    { paddingCells: 100 },
    xlsxWithRows('<row><c r="A1"><v>1</v></c><c r="CV1"><v>1</v></c></row>'),
    xlsxWithRows('<row><c r="A1"><v>1</v></c><c r="IV1"><v>1</v></c></row>'),
  ],
  [
    { nestingDepth: 6 },
    xlsxOf({ sheet: `${sheetData(oneValue)}<a><a><a><a></a></a></a></a>` }),
    xlsxOf({ sheet: `${sheetData(oneValue)}<a><a><a><a><a><a></a></a></a></a></a></a>` }),
  ],
  [
    { tagBytes: 500 },
    xlsxOf({ sheet: `<a b="${'x'.repeat(400)}"/>${sheetData(oneValue)}` }),
    xlsxOf({ sheet: `<a b="${'x'.repeat(600)}"/>${sheetData(oneValue)}` }),
  ],
  [
    { entryCount: 6 },
    zipOf({ ...xlsxParts({ sheet: sheetData(oneValue) }), a: '' }),
    zipOf({ ...xlsxParts({ sheet: sheetData(oneValue) }), a: '', b: '' }),
  ],
  [
    { entryNameBytes: 100 },
    zipOf({ ...xlsxParts({ sheet: sheetData(oneValue) }), ['a'.repeat(100)]: '' }),
    zipOf({ ...xlsxParts({ sheet: sheetData(oneValue) }), ['a'.repeat(101)]: '' }),
  ],
  [
    { inflatedBytes: 10_000 },
    xlsxWithRows(oneValue),
    zipOf({ ...xlsxParts({ sheet: sheetData(oneValue) }), 'a.bin': 'x'.repeat(10_000) }),
  ],
];

describe('bounds of an .xlsx', () => {
  it.each(
    bounds.map(([limits, within, beyond]) => ({ bound: Object.keys(limits)[0], limits, within, beyond })),
  )('is read within $bound and refused beyond', async ({ limits, within, beyond }) => {
    expect((await readAll(await fileOf(within), { limits })).format).toBe('xlsx');
    const problem = await problemOf(await fileOf(beyond), { limits });
    expect(problem.code).toBe('too-large');
    expect(problem.message).toContain('vilket är gränsen');
  });

  it('names sheet and cell where a bound is met', async () => {
    const problem = await problemOfContent(
      xlsxWithRows('<row r="4"><c r="B4"><v>1</v></c><c r="E4"><v>1</v></c></row>'),
      'a.xlsx',
      {
        limits: { columns: 3 },
      },
    );
    expect(problem).toMatchObject({ code: 'too-large', sheet: 'Svar', cell: 'B4' });
  });

  it('refuses an element that never ends before it fills the memory', async () => {
    const problem = await problemOfContent(
      xlsxWithRows(`<row>${cell('x'.repeat(3_000_000))}</row>`),
      'a.xlsx',
      {
        limits: { elementBytes: 1_000_000, cellTextLength: 10_000_000 },
      },
    );
    expect(problem.code).toBe('too-large');
  });
});

/** Changes what the zip directory and local headers declare as a part's unpacked size. */
function declaring(zip: Uint8Array, part: string, change: (bytes: number) => number): Buffer {
  const bytes = Buffer.from(zip);
  const name = Buffer.from(part);
  const centralName = bytes.lastIndexOf(name);
  const localName = bytes.indexOf(name);
  bytes.writeUInt32LE(change(bytes.readUInt32LE(centralName - 22)), centralName - 22);
  bytes.writeUInt32LE(change(bytes.readUInt32LE(localName - 8)), localName - 8);
  return bytes;
}

describe('a zip that lies', () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `<row r="${index + 1}"><c><v>${index}</v></c></row>`,
  );
  const zip = xlsxWithRows(rows.join(''));
  const sheet = 'xl/worksheets/sheet1.xml';

  it.each([
    ['a smaller size', (bytes: number) => bytes >> 1],
    ['no size at all', () => 0],
    ['a larger size', (bytes: number) => bytes + 1],
  ])('about %s is refused as damaged', async (_name, change) => {
    expect((await problemOfContent(declaring(zip, sheet, change))).code).toBe('damaged-workbook');
  });

  it('about a huge size is refused before anything is unpacked', async () => {
    expect((await problemOfContent(declaring(zip, sheet, () => 4_000_000_000))).code).toBe('too-large');
  });

  it('about its content is refused by its checksum', async () => {
    const bytes = Buffer.from(zip);
    const centralName = bytes.lastIndexOf(sheet);
    bytes.writeUInt32LE(bytes.readUInt32LE(centralName - 30) ^ 1, centralName - 30);
    expect((await problemOfContent(bytes)).code).toBe('damaged-workbook');
  });

  it('by two parts of one name is refused', async () => {
    const parts = {
      ...xlsxParts({ sheet: sheetData(oneValue) }),
      'XL/worksheets/SHEET1.xml': '<worksheet/>',
    };
    expect((await problemOfContent(zipOf(parts))).code).toBe('unsafe-workbook');
  });
});

describe('bounds of other formats', () => {
  it('apply to delimited text', async () => {
    const text = 'a;b;c\n1;2;3\n4;5;6\n';
    const empty = `a;b\n${';'.repeat(500)}\n`;
    expect((await problemOfContent(empty, 'a.csv', { limits: { paddingCells: 300 } })).code).toBe(
      'too-large',
    );
    for (const limits of [
      { recordLength: 4 },
      { columns: 2 },
      { rows: 2 },
      { cellTextLength: 0 },
      { inflatedBytes: 10 },
    ]) {
      expect((await problemOfContent(text, 'a.csv', { limits })).code).toBe('too-large');
    }
  });
});
