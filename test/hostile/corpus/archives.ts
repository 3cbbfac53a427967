import type { HostileFile } from './hostile-file.ts';
import { answerRows, relationships, survey, surveyParts, surveyWithEntries, worksheet } from './survey.ts';
import { repeated, zipEntries, zipFile } from '../zip.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const [sheetStart = '', sheetEnd = ''] = worksheet('|').split('|');
const mebibyte = 1024 * 1024;
const blankMebibyte = ' '.repeat(mebibyte);
const emptyCells = '<c s="1"/>'.repeat(10_000);

/** A sheet whose bytes lie in it once and are unpacked many times. */
function bomb(head: string, block: string, times: number, tail: string): Buffer {
  return surveyWithEntries([
    { name: sheetPart, ...repeated(`${sheetStart}${head}`, block, times, `${tail}${sheetEnd}`) },
  ]);
}

function sheetsOfOnePart(count: number): Buffer {
  const ids = Array.from({ length: count }, (_, at) => `rId${at + 1}`);
  const links = Object.fromEntries(ids.map((id) => [id, ['worksheet', 'worksheets/sheet1.xml'] as const]));
  const sheets = ids.map((id, at) => `<sheet name="Blad ${at}" sheetId="${at + 1}" r:id="${id}"/>`);
  const parts = surveyParts({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(links),
  });
  const sheet = repeated(
    `${sheetStart}<sheetData>`,
    `<row>${emptyCells}</row>`,
    480,
    `</sheetData>${sheetEnd}`,
  );
  return zipFile([
    ...zipEntries(parts).filter(({ name }) => name !== sheetPart),
    { name: sheetPart, ...sheet },
  ]);
}

/** Zip files that lie, explode or lead astray. */
export const archives: readonly HostileFile[] = [
  {
    what: 'a bomb of 1.4 GB of blanks that tells its true size',
    fileName: 'Bomb.xlsx',
    make: () => bomb('<sheetData>', blankMebibyte, 1400, '</sheetData>'),
    becomes: 'too-large',
  },
  {
    what: 'a bomb of blanks before the answers',
    fileName: 'Bomb.xlsx',
    make: () => bomb('<sheetData>', blankMebibyte, 1400, `${answerRows()}</sheetData>`),
    becomes: 'too-large',
  },
  {
    what: 'a bomb of blanks behind the answers',
    fileName: 'Bomb.xlsx',
    make: () => bomb(`<sheetData>${answerRows()}</sheetData>`, blankMebibyte, 1400, ''),
    becomes: 'too-large',
  },
  {
    what: 'a bomb of empty cells',
    fileName: 'Bomb.xlsx',
    make: () => bomb('<sheetData>', `<row>${emptyCells}</row>`, 14_000, `${answerRows()}</sheetData>`),
    becomes: 'too-large',
  },
  {
    what: 'a bomb of one text that never ends',
    fileName: 'Bomb.xlsx',
    make: () =>
      bomb(
        '<sheetData><row><c t="inlineStr"><is><t>',
        'x'.repeat(mebibyte),
        1400,
        '</t></is></c></row></sheetData>',
      ),
    becomes: 'too-large',
  },
  {
    what: 'a bomb among the shared texts',
    fileName: 'Bomb.xlsx',
    make: () =>
      surveyWithEntries([
        {
          name: 'xl/sharedStrings.xml',
          ...repeated('<sst>', `<si><t>${'å'.repeat(500)}</t></si>`.repeat(1000), 500, '</sst>'),
        },
      ]),
    becomes: 'too-large',
    isHeavy: true,
  },
  {
    what: 'five million shared texts',
    isLong: true,
    fileName: 'Bomb.xlsx',
    make: () =>
      surveyWithEntries([
        {
          name: 'xl/sharedStrings.xml',
          ...repeated('<sst>', '<si><t>a</t></si>'.repeat(1000), 5001, '</sst>'),
        },
      ]),
    becomes: 'too-large',
    isHeavy: true,
  },
  {
    what: 'a bomb among the styles',
    fileName: 'Bomb.xlsx',
    make: () =>
      surveyWithEntries([
        {
          name: 'xl/styles.xml',
          ...repeated('<styleSheet><cellXfs>', '<xf/>'.repeat(100_000), 60, '</cellXfs></styleSheet>'),
        },
      ]),
    becomes: 'too-large',
  },
  {
    what: 'a bomb that tells a smaller size',
    fileName: 'Bomb.xlsx',
    make: () => {
      const own = repeated(`${sheetStart}<sheetData>`, blankMebibyte, 1400, `</sheetData>${sheetEnd}`);
      return surveyWithEntries([{ name: sheetPart, ...own, declaredBytes: 5000 }]);
    },
    becomes: 'damaged-workbook',
  },
  {
    what: 'a bomb that tells a size of 4 GB',
    fileName: 'Bomb.xlsx',
    make: () =>
      surveyWithEntries([{ name: sheetPart, content: Buffer.from(sheetStart), declaredBytes: 0xfffffff0 }]),
    becomes: 'too-large',
  },
  {
    what: 'a bomb beside the workbook, in a part that nobody reads',
    fileName: 'Bomb.xlsx',
    make: () => surveyWithEntries([{ name: 'xl/media/bild.png', ...repeated('', blankMebibyte, 1600, '') }]),
    becomes: 'too-large',
  },
  {
    what: 'a bomb as an .xlsb',
    fileName: 'Bomb.xlsb',
    make: () => zipFile([{ name: 'xl/workbook.bin', ...repeated('', '\0'.repeat(mebibyte), 30, '') }]),
    becomes: 'damaged-workbook',
    isHeavy: true,
  },
  {
    what: 'a bomb as an .ods',
    fileName: 'Bomb.ods',
    make: () =>
      zipFile([
        ...zipEntries({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
        {
          name: 'content.xml',
          ...repeated('<office:document-content>', '<table:table-row/>'.repeat(50_000), 34, ''),
        },
      ]),
    becomes: 'damaged-workbook',
    isHeavy: true,
  },
  {
    what: 'a bomb as an .ods that tells a smaller size',
    fileName: 'Bomb.ods',
    make: () =>
      zipFile([
        ...zipEntries({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'META-INF/manifest.xml': '<manifest:manifest/>',
        }),
        { name: 'content.xml', ...repeated('<a>', blankMebibyte, 3000, '</a>'), declaredBytes: 10_000 },
      ]),
    becomes: 'damaged-workbook',
  },
  ...(
    [
      [
        'one cell is repeated a billion times',
        'table:number-columns-repeated="1000000000"',
        '',
        'damaged-workbook',
      ],
      ['one row is repeated a billion times', '', 'table:number-rows-repeated="1e9"', 'damaged-workbook'],
      [
        'one row fills the sheet',
        'table:number-columns-repeated="16384"',
        'table:number-rows-repeated="1048576"',
        'too-large',
      ],
    ] as const
  ).map(([what, cells, rows, becomes]): HostileFile => ({
    what: `an .ods whose ${what}`,
    fileName: 'Upprepad.ods',
    make: () =>
      zipFile(
        zipEntries({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'content.xml': `<office:document-content><office:body><office:spreadsheet><table:table table:name="A"><table:table-row ${rows}><table:table-cell ${cells} office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
          'styles.xml': '<office:document-styles/>',
          'META-INF/manifest.xml': '<manifest:manifest/>',
        }),
      ),
    becomes,
    isHeavy: true,
    isLong: what === 'one row fills the sheet',
  })),
  {
    what: 'sixty sheets that share one large part',
    fileName: 'Delad.xlsx',
    make: () => sheetsOfOnePart(60),
    becomes: 'unsafe-workbook',
  },
  {
    what: 'ten thousand sheets of one part',
    fileName: 'Delad.xlsx',
    make: () => sheetsOfOnePart(10_000),
    becomes: 'unsafe-workbook',
  },
  {
    what: 'entries that lie on top of each other',
    fileName: 'Överlapp.xlsx',
    make: () =>
      zipFile([
        ...zipEntries(surveyParts()),
        ...Array.from({ length: 2000 }, (_, at) => ({
          name: `xl/media/${at}`,
          content: Buffer.alloc(0),
          offset: 0,
        })),
      ]),
    becomes: 'stored',
  },
  {
    what: 'names that lead out of the archive',
    fileName: 'Ut.xlsx',
    make: () =>
      surveyWithEntries(
        [
          '../../utanför.xml',
          '/etc/passwd',
          'C:\\Windows\\system.ini',
          '..\\..\\a',
          'xl/../../b',
          '\0',
          '',
        ].map((name) => ({ name, content: Buffer.from('x') })),
      ),
    becomes: 'stored',
  },
  {
    what: 'relations that lead out of the archive',
    fileName: 'Ut.xlsx',
    make: () =>
      survey({
        'xl/_rels/workbook.xml.rels': relationships({ rId1: ['worksheet', '../../../../../../etc/passwd'] }),
      }),
    becomes: 'damaged-workbook',
  },
  {
    what: 'relations that lead to the net',
    fileName: 'Ut.xlsx',
    make: () =>
      survey({
        'xl/_rels/workbook.xml.rels': relationships({ rId1: ['worksheet', 'https://example.com/sheet.xml'] }),
      }),
    becomes: 'damaged-workbook',
  },
  {
    what: 'parts with the names of what every object has',
    fileName: 'Prototyp.xlsx',
    make: () =>
      surveyWithEntries(
        ['__proto__', 'constructor', 'xl/__proto__', 'toString', 'hasOwnProperty'].map((name) => ({
          name,
          content: Buffer.from('{"polluted":true}'),
        })),
      ),
    becomes: 'stored',
  },
  {
    what: 'two sheets of one name in another case',
    fileName: 'Dubbel.xlsx',
    make: () =>
      zipFile([...zipEntries(surveyParts()), ...zipEntries({ 'XL/Worksheets/Sheet1.XML': '<worksheet/>' })]),
    becomes: 'unsafe-workbook',
  },
  {
    what: 'more parts than a workbook has',
    fileName: 'Delar.xlsx',
    make: () =>
      surveyWithEntries(
        Array.from({ length: 10_001 }, (_, at) => ({ name: `x/${at}`, content: Buffer.alloc(0) })),
      ),
    becomes: 'too-large',
  },
  {
    what: 'an entry packed in a way that is not known',
    fileName: 'Packad.xlsx',
    make: () => surveyWithEntries([{ name: sheetPart, content: Buffer.from('x'), method: 99 }]),
    becomes: 'damaged-workbook',
  },
  {
    what: 'an encrypted entry',
    fileName: 'Låst.xlsx',
    make: () => surveyWithEntries([{ name: sheetPart, content: Buffer.from('x'), flags: 1 }]),
    becomes: 'password-protected',
  },
  {
    what: 'a zip inside a zip, without end',
    fileName: 'Zip.xlsx',
    make: () => {
      let inner = zipFile([{ name: 'a', content: Buffer.from('x') }]);
      for (let depth = 0; depth < 200; depth++) inner = zipFile([{ name: 'a.zip', content: inner }]);
      return inner;
    },
    becomes: 'not-a-workbook',
  },
  {
    what: 'the end of a zip and nothing before it',
    fileName: 'Slut.xlsx',
    make: () => zipFile([]),
    becomes: 'not-a-workbook',
  },
  {
    what: 'a directory that tells of more parts than there are',
    fileName: 'Lång.xlsx',
    make: () => {
      const bytes = Buffer.from(survey());
      bytes.writeUInt16LE(0xfffe, bytes.length - 12);
      bytes.writeUInt32LE(0x7fffffff, bytes.length - 10);
      return bytes;
    },
    becomes: 'too-large',
  },
];
