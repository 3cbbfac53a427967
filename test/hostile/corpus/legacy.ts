import { refusedFiles } from '../../fixtures/layouts/foreign-files.ts';
import { plain, plainAs } from '../../fixtures/layouts/plain.ts';
import type { HostileFile } from './hostile-file.ts';
import { survey } from './survey.ts';
import { repeated, zipEntries, zipFile } from '../zip.ts';

const xls = Buffer.from(plainAs('xls').bytes);

/** The .xls with a number in its container's header, or somewhere else, written over. */
function xlsWith(position: number, value: number): Buffer {
  const bytes = Buffer.from(xls);
  bytes.writeUInt32LE(value, position);
  return bytes;
}

function overwritten(bytes: Uint8Array, from: number, to: number): Buffer {
  return Buffer.from(bytes).fill(0xff, Math.floor(bytes.length * from), Math.floor(bytes.length * to));
}

const odsStart = '<office:document-content><office:body><office:spreadsheet><table:table table:name="Svar">';
const odsEnd = '</table:table></office:spreadsheet></office:body></office:document-content>';
const odsCell =
  '<table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>';

function ods(row: string, times: number): Buffer {
  return zipFile([
    ...zipEntries({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml': '<manifest:manifest/>',
      'styles.xml': '<office:document-styles/>',
    }),
    { name: 'content.xml', ...repeated(odsStart, row, times, odsEnd) },
  ]);
}

/** Old formats with broken streams, files under another name, and files that are something else. */
export const legacy: readonly HostileFile[] = [
  ...refusedFiles().map(({ what, fileName, code, bytes }): HostileFile => ({
    what,
    fileName,
    make: () => bytes,
    becomes: code,
  })),
  {
    what: 'an .xls whose directory lies beyond its end',
    fileName: 'Trasig.xls',
    make: () => xlsWith(48, 0x7fffff00),
    becomes: 'damaged-workbook',
  },
  {
    what: 'an .xls whose sectors lead in a circle',
    fileName: 'Cirkel.xls',
    make: () => xlsWith(512, 0),
    becomes: 'stored',
  },
  {
    what: 'an .xls whose sectors are of no size',
    fileName: 'Sektor.xls',
    make: () => xlsWith(30, 0),
    becomes: 'not-a-workbook',
  },
  {
    what: 'an .xls with a table of a billion sectors',
    fileName: 'Tabell.xls',
    make: () => xlsWith(44, 0x3fffffff),
    becomes: 'stored',
  },
  {
    what: 'an .xls whose short stream starts nowhere',
    fileName: 'Kort.xls',
    make: () => xlsWith(60, 0x12345678),
    becomes: 'damaged-workbook',
  },
  {
    what: 'an .xls overwritten in the middle',
    fileName: 'Trasig.xls',
    make: () => overwritten(xls, 0.4, 0.6),
    becomes: 'empty-workbook',
  },
  {
    what: 'an .xls overwritten at its end',
    fileName: 'Trasig.xls',
    make: () => overwritten(xls, 0.8, 1),
    becomes: 'empty-workbook',
  },
  {
    what: 'the header of an .xls alone',
    fileName: 'Huvud.xls',
    make: () => xls.subarray(0, 512),
    becomes: 'damaged-workbook',
  },
  {
    what: 'an .xls of before 1995 that ends at once',
    fileName: 'Gammal.xls',
    make: () => Buffer.from([9, 8, 6, 0, 0, 5, 16, 0, 0, 0]),
    becomes: 'empty-workbook',
  },
  {
    what: 'an .xls with zeros for a workbook',
    fileName: 'Nollor.xls',
    make: () => Buffer.concat([xls.subarray(0, 512), Buffer.alloc(200_000)]),
    becomes: 'damaged-workbook',
  },
  {
    what: 'an .xlsb overwritten in the middle',
    fileName: 'Trasig.xlsb',
    make: () => overwritten(plainAs('xlsb').bytes, 0.3, 0.6),
    becomes: 'damaged-workbook',
  },
  {
    what: 'an .ods overwritten in the middle',
    fileName: 'Trasig.ods',
    make: () => overwritten(plainAs('ods').bytes, 0.3, 0.6),
    becomes: 'damaged-workbook',
  },
  {
    what: 'an .ods of four hundred thousand cells',
    fileName: 'Stor.ods',
    make: () => ods(`<table:table-row>${odsCell.repeat(100)}</table:table-row>`, 4_200),
    becomes: 'too-large',
    isHeavy: true,
  },
  {
    what: 'an .ods of long texts',
    fileName: 'Stor.ods',
    make: () =>
      ods(
        `<table:table-row>${`<table:table-cell office:value-type="string"><text:p>${'åäö '.repeat(7000)}</text:p></table:table-cell>`.repeat(20)}</table:table-row>`,
        30,
      ),
    becomes: 'other',
    isHeavy: true,
  },
  { what: 'an .xlsx named .xls', fileName: 'Svar.xls', make: () => survey(), becomes: 'stored' },
  { what: 'an .xls named .xlsx', fileName: 'Svar.xlsx', make: () => xls, becomes: 'stored' },
  { what: 'an .xlsx named .csv', fileName: 'Svar.csv', make: () => plain().bytes, becomes: 'stored' },
  {
    what: 'delimited text named .xlsx',
    fileName: 'Svar.xlsx',
    make: () => Buffer.from('a;b\n1;2\n'),
    becomes: 'other',
  },
  {
    what: 'a name of signs that mean something',
    fileName: "Svar $(touch x) `id` %n 'a'.xlsx",
    make: () => survey(),
    becomes: 'stored',
  },
];
