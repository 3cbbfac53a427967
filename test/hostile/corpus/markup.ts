import type { HostileFile } from './hostile-file.ts';
import {
  answerRows,
  cell,
  relationships,
  sheetData,
  survey,
  surveyWithEntries,
  surveyWithSheet,
  worksheet,
} from './survey.ts';
import { repeated, zipEntries, zipFile } from '../zip.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const [sheetStart = '', sheetEnd = ''] = worksheet('|').split('|');
const own = sheetData(answerRows());

const laughs = `<!DOCTYPE worksheet [<!ENTITY a "ha">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY ${'abcdefghij'.charAt(at + 1)} "${`&${'abcdefghij'.charAt(at)};`.repeat(10)}">`,
).join('')}]>`;

/** XML that never ends, leads elsewhere or is none. */
export const markup: readonly HostileFile[] = [
  {
    what: 'entities that grow a billion times',
    fileName: 'Skratt.xlsx',
    make: () => survey({ [sheetPart]: `${laughs}${worksheet(sheetData(answerRows('&j;')))}` }),
    becomes: 'unsafe-workbook',
  },
  {
    what: 'an entity that reads a file of the computer',
    fileName: 'Ut.xlsx',
    make: () =>
      survey({
        'xl/sharedStrings.xml':
          '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>',
      }),
    becomes: 'unsafe-workbook',
  },
  {
    what: 'a document type in the part that nobody reads',
    fileName: 'Tema.xlsx',
    make: () => survey({ 'xl/theme/theme1.xml': laughs }),
    becomes: 'stored',
  },
  {
    what: 'entities in an .ods',
    fileName: 'Skratt.ods',
    make: () =>
      zipFile(
        zipEntries({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'content.xml': `${laughs}<office:document-content><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell office:value-type="string"><text:p>&j;</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
          'META-INF/manifest.xml': '<manifest:manifest/>',
        }),
      ),
    becomes: 'damaged-workbook',
  },
  {
    what: 'elements a million levels deep',
    fileName: 'Djup.xlsx',
    make: () => surveyWithSheet(`${own}${'<a>'.repeat(1_000_000)}`),
    becomes: 'too-large',
  },
  {
    what: 'elements a million levels deep in an .ods',
    fileName: 'Djup.ods',
    make: () =>
      zipFile(
        zipEntries({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'content.xml': '<table:table>'.repeat(1_000_000),
          'META-INF/manifest.xml': '<manifest:manifest/>',
        }),
      ),
    becomes: 'damaged-workbook',
  },
  {
    what: 'an attribute that never ends',
    fileName: 'Attribut.xlsx',
    make: () => surveyWithSheet(`<a b="${'x'.repeat(5_000_000)}"/>${own}`),
    becomes: 'too-large',
  },
  {
    what: 'a tag of a million attributes',
    fileName: 'Attribut.xlsx',
    make: () => surveyWithSheet(`<row ${'a="" '.repeat(1_000_000)}/>${own}`),
    becomes: 'too-large',
  },
  {
    what: 'a comment that never ends',
    fileName: 'Kommentar.xlsx',
    make: () => surveyWithSheet(`<!--${'x'.repeat(20_000_000)}`),
    becomes: 'too-large',
  },
  {
    what: 'a million comments',
    fileName: 'Kommentarer.xlsx',
    make: () =>
      surveyWithEntries([
        { name: sheetPart, ...repeated(sheetStart, '<!--x-->'.repeat(10_000), 17_000, `${own}${sheetEnd}`) },
      ]),
    becomes: 'too-large',
  },
  {
    what: 'text that never ends behind the answers',
    fileName: 'Text.xlsx',
    make: () => surveyWithSheet(`${own}${'x'.repeat(20_000_000)}`),
    becomes: 'too-large',
  },
  {
    what: 'columns named as hidden again and again',
    fileName: 'Dolda.xlsx',
    make: () =>
      surveyWithEntries([
        {
          name: sheetPart,
          ...repeated(
            `${sheetStart}<cols>`,
            '<col min="1" max="16384" hidden="1"/>'.repeat(1000),
            2000,
            `</cols>${own}${sheetEnd}`,
          ),
        },
      ]),
    becomes: 'damaged-workbook',
  },
  {
    what: 'every cell of the sheet merged half a million times',
    fileName: 'Sammanfogade.xlsx',
    make: () =>
      surveyWithEntries([
        {
          name: sheetPart,
          ...repeated(
            `${sheetStart}${own}<mergeCells>`,
            '<mergeCell ref="A1:XFD1048576"/>'.repeat(1000),
            499,
            `</mergeCells>${sheetEnd}`,
          ),
        },
      ]),
    becomes: 'stored',
    isHeavy: true,
  },
  {
    what: 'six hundred thousand relations',
    fileName: 'Relationer.xlsx',
    make: () =>
      surveyWithEntries([
        {
          name: 'xl/_rels/workbook.xml.rels',
          ...repeated(
            '<Relationships>',
            '<Relationship Id="a" Type="x/image" Target="b.png"/>'.repeat(1000),
            600,
            `${relationships({ rId1: ['worksheet', 'worksheets/sheet1.xml'] }).replace(/<.?Relationships[^>]*>/g, '')}</Relationships>`,
          ),
        },
      ]),
    becomes: 'stored',
    isHeavy: true,
  },
  {
    what: 'seven hundred thousand sheets',
    fileName: 'Blad.xlsx',
    make: () =>
      surveyWithEntries([
        {
          name: 'xl/workbook.xml',
          ...repeated(
            '<workbook xmlns:r="r"><sheets>',
            '<sheet name="A" sheetId="1" r:id="rId1"/>'.repeat(1000),
            700,
            '</sheets></workbook>',
          ),
        },
      ]),
    becomes: 'unsafe-workbook',
  },
  {
    what: 'number formats that are hard to search',
    fileName: 'Format.xlsx',
    make: () =>
      survey({
        'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(60_000)}"/><numFmt numFmtId="165" formatCode="${'\\&quot;'.repeat(8000)}"/></numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
      }),
    becomes: 'stored',
  },
  {
    what: 'tags that do not fit together',
    fileName: 'Fel.xlsx',
    make: () => surveyWithSheet('<sheetData><row r="1"><c r="A1"><v>1</c></v></row></sheetData>'),
    becomes: 'damaged-workbook',
  },
  {
    what: 'XML that says it is in an encoding that is not known',
    fileName: 'Kodning.xlsx',
    make: () => survey({ [sheetPart]: `<?xml version="1.0" encoding="klingon"?>${worksheet(own)}` }),
    becomes: 'damaged-workbook',
  },
  {
    what: 'bytes of no encoding in the XML',
    fileName: 'Bytes.xlsx',
    make: () =>
      surveyWithEntries([
        {
          name: sheetPart,
          content: Buffer.from(worksheet(sheetData(answerRows('Sk\xff\xfe\xc0\x80la'))), 'latin1'),
        },
      ]),
    becomes: 'stored',
  },
  {
    what: 'a zero byte in the XML',
    fileName: 'Noll.xlsx',
    make: () => surveyWithSheet(`<sheetData><row\0 r="1">${cell('A1', 'x')}</row></sheetData>`),
    becomes: 'damaged-workbook',
  },
  {
    what: 'characters that XML does not know',
    fileName: 'Tecken.xlsx',
    make: () => surveyWithSheet(sheetData(answerRows('A&#0;&#xD800;&#xFFFF;&#x1F600;_x0000__x001F__xD800_'))),
    becomes: 'stored',
  },
  {
    what: 'a character beyond all',
    fileName: 'Tecken.xlsx',
    make: () => surveyWithSheet(sheetData(answerRows('&#x110000;'))),
    becomes: 'damaged-workbook',
  },
  {
    what: 'the same XML in UTF-16 with a mark of the other kind',
    fileName: 'Utf16.xlsx',
    make: () =>
      surveyWithEntries([
        {
          name: sheetPart,
          content: Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(worksheet(own), 'utf16le')]),
        },
      ]),
    becomes: 'damaged-workbook',
  },
];
