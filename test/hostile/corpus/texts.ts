import { plainAsCsv } from '../../fixtures/layouts/plain.ts';
import type { HostileFile } from './hostile-file.ts';

const csv = Buffer.from(plainAsCsv(';', 'utf-8').bytes);
const head = csv.toString('utf8').split('\r\n', 1)[0] ?? '';

/** Delimited text of mixed encodings, zeros and quotation marks. */
export const texts: readonly HostileFile[] = [
  {
    what: 'two marks of byte order',
    fileName: 'Märken.csv',
    make: () => Buffer.concat([Buffer.from('\uFEFF\uFEFF'), csv]),
    becomes: 'stored',
  },
  {
    what: 'a mark of byte order that does not fit',
    fileName: 'Märke.csv',
    make: () => Buffer.concat([Buffer.from([0xff, 0xfe]), csv]),
    becomes: 'not-a-workbook',
  },
  {
    what: 'marks of byte order in the middle',
    fileName: 'Märken.csv',
    make: () => Buffer.from(csv.toString('utf8').replaceAll('\r\n', '\r\n\uFEFF')),
    becomes: 'stored',
  },
  {
    what: 'bytes of no encoding',
    fileName: 'Bytes.csv',
    make: () => Buffer.concat([csv, Buffer.from('Sk\xff\xfe\xc0\x80la;;;;4\r\n', 'latin1')]),
    becomes: 'stored',
  },
  {
    what: 'two encodings in one file',
    fileName: 'Blandad.csv',
    make: () =>
      Buffer.concat([csv, Buffer.from(csv.toString('utf8').split('\r\n').slice(1).join('\r\n'), 'latin1')]),
    becomes: 'stored',
  },
  {
    what: 'zeros between the letters',
    fileName: 'Nollor.csv',
    make: () => Buffer.from(csv.toString('utf8').replaceAll('\r\n', '\0\r\n')),
    becomes: 'stored',
  },
  {
    what: 'nothing but zeros',
    fileName: 'Nollor.csv',
    make: () => Buffer.alloc(100_000),
    becomes: 'not-a-workbook',
  },
  {
    what: 'a quotation mark that never ends',
    fileName: 'Citat.csv',
    make: () => Buffer.concat([csv, Buffer.from(`"${'x;'.repeat(3_000_000)}`)]),
    becomes: 'too-large',
  },
  {
    what: 'a quotation mark that ends in the wrong place',
    fileName: 'Citat.csv',
    make: () => Buffer.concat([csv, Buffer.from('"a"b;1;2\r\n')]),
    becomes: 'broken-quote',
  },
  {
    what: 'one line of fifty million signs',
    fileName: 'Rad.csv',
    make: () => Buffer.from(`${head}\n${'x'.repeat(50_000_000)}`),
    becomes: 'too-large',
  },
  {
    what: 'one line of ten million separators',
    fileName: 'Kolumner.csv',
    make: () => Buffer.from(`${head}\n${';'.repeat(10_000_000)}1`),
    becomes: 'too-large',
  },
  {
    what: 'twenty million empty lines',
    fileName: 'Rader.csv',
    make: () => Buffer.from(`${csv.toString('utf8')}${'\n'.repeat(20_000_000)}`),
    becomes: 'too-large',
    isHeavy: true,
  },
  {
    what: 'lines of separators alone',
    fileName: 'Separatorer.csv',
    make: () => Buffer.from(`${csv.toString('utf8')}${`${';'.repeat(10_000)}\n`.repeat(5000)}`),
    becomes: 'too-large',
    isHeavy: true,
  },
  {
    what: 'a line that names a separator, and nothing else',
    fileName: 'Sep.csv',
    make: () => Buffer.from('sep=;'),
    becomes: 'empty-workbook',
  },
  {
    what: 'formulas in every cell',
    fileName: 'Formler.csv',
    make: () => Buffer.from(`${csv.toString('utf8')}${'=cmd|calc!A0;'.repeat(29)}=1+1\r\n`),
    becomes: 'stored',
  },
];
