import { items } from '../../fixtures/layouts/items.ts';
import type { HostileFile } from './hostile-file.ts';
import {
  answerRows,
  cell,
  letters,
  sheetData,
  surveyWithEntries,
  surveyWithSheet,
  worksheet,
} from './survey.ts';
import { repeated } from '../zip.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const [sheetStart = '', sheetEnd = ''] = worksheet('|').split('|');
const longText = 'Å'.repeat(32_767);

/** What somebody calls their unit: to be shown and written by every format, and to mean nothing in any. */
const names: readonly (readonly [what: string, name: string])[] = [
  ['a formula', '=HYPERLINK("http://example.com","Klicka")'],
  ['a formula of another program', "@A1*cmd|' /C calc'!A0"],
  ['a plus and a formula', '+1+1;-1-1\t=1+1'],
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['markup of Typst', '#import "x": * #{ while true {} } $ x $ @ref <label> `'],
  ['markup of Word', '</w:t></w:r><w:p/>&lt;w:br/&gt;'],
  ['a column of SQL', `Robert'); DROP TABLE batch; --`],
  ['a template', '${process.exit()} {{constructor}} {% raw %} %s %n'],
  ['a key of every object', '__proto__'],
  ['another key of every object', 'constructor'],
  ['letters from right to left', '\u202Egnissap\u202C \u200B\u200D\uFEFF'],
  ['many accents', `z${'\u0301'.repeat(500)}`],
  ['a path', '../../../../etc/passwd'],
  ['a name of no file in Windows', 'CON'],
  ['control signs', '\u0001\u0007\u001B[31m\u0008'],
  ['half a letter', '\uD83D'],
  ['only blanks', '\u00A0\u2003 '],
];

/** Text as it stands in XML, with Excel's own escape for what XML cannot hold. */
function inXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD83D]/g, (sign) => {
      const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}

/** Cells that are too many, too long, too far away, or called something clever. */
export const cells: readonly HostileFile[] = [
  ...names.map(([what, name]): HostileFile => ({
    what: `a unit whose name is ${what}`,
    fileName: 'Namn.xlsx',
    make: () => surveyWithSheet(sheetData(answerRows(inXml(name)))),
    becomes: 'stored',
  })),
  {
    what: 'a stray cell in the last corner',
    fileName: 'Hörn.xlsx',
    make: () =>
      surveyWithSheet(sheetData(`${answerRows()}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)),
    becomes: 'stored',
  },
  {
    what: 'a million stray cells in the last column',
    fileName: 'Kant.xlsx',
    make: () =>
      surveyWithEntries([
        {
          name: sheetPart,
          ...repeated(
            `${sheetStart}<sheetData>${answerRows()}`,
            '<row><c r="XFD1"><v>1</v></c></row>'.repeat(1000),
            1000,
            `</sheetData>${sheetEnd}`,
          ),
        },
      ]),
    becomes: 'too-large',
    isHeavy: true,
  },
  {
    what: 'headings in 16,384 columns',
    fileName: 'Bred.xlsx',
    make: () => {
      const heading = (at: number): string => cell(`${letters(at)}1`, items[at]?.name ?? `Fråga ${at}`);
      const answer = (row: number, at: number): string =>
        `<c r="${letters(at)}${row}"><v>${1 + (at % 6)}</v></c>`;
      const columns = Array.from({ length: 16_384 }, (_, at) => at);
      const rows = [2, 3, 4, 5].map(
        (row) => `<row r="${row}">${columns.map((at) => answer(row, at)).join('')}</row>`,
      );
      return surveyWithSheet(sheetData(`<row r="1">${columns.map(heading).join('')}</row>${rows.join('')}`));
    },
    becomes: 'too-large',
  },
  {
    what: 'the same item in 16,384 columns',
    fileName: 'Bred.xlsx',
    make: () => {
      const columns = Array.from({ length: 16_384 }, (_, at) => at);
      const rows = columns.map((at) => cell(`${letters(at)}1`, items[at % 26]?.name ?? ''));
      const answers = columns.map((at) => `<c r="${letters(at)}2"><v>${1 + (at % 6)}</v></c>`);
      return surveyWithSheet(
        sheetData(`<row r="1">${rows.join('')}</row><row r="2">${answers.join('')}</row>`),
      );
    },
    becomes: 'too-large',
  },
  {
    what: 'long headings in two hundred columns',
    fileName: 'Långa rubriker.xlsx',
    make: () => {
      const columns = Array.from({ length: 200 }, (_, at) => at);
      const rows = columns.map((at) =>
        cell(`${letters(at)}1`, `${items[at % 26]?.name ?? ''} ${longText}`.slice(0, 32_767)),
      );
      const answers = columns.map((at) => `<c r="${letters(at)}2"><v>${1 + (at % 6)}</v></c>`);
      return surveyWithSheet(
        sheetData(`<row r="1">${rows.join('')}</row><row r="2">${answers.join('')}</row>`),
      );
    },
    becomes: 'stored',
    isHeavy: true,
  },
  {
    what: 'cells of 32,767 characters',
    fileName: 'Långa.xlsx',
    make: () =>
      surveyWithSheet(
        sheetData(
          `${answerRows()}${Array.from(
            { length: 300 },
            (_, at) =>
              `<row r="${at + 8}">${cell(`A${at + 8}`, `${at}${longText}`.slice(0, 32_767))}${cell(`B${at + 8}`, longText)}</row>`,
          ).join('')}`,
        ),
      ),
    becomes: 'stored',
    isHeavy: true,
  },
  {
    what: 'a cell of one character too many',
    fileName: 'Lång.xlsx',
    make: () => surveyWithSheet(sheetData(answerRows(`${longText}x`))),
    becomes: 'too-large',
  },
  {
    what: 'another unit in each of fifty thousand rows',
    fileName: 'Enheter.xlsx',
    make: () => {
      const rows = Array.from(
        { length: 50_000 },
        (_, at) =>
          `<row r="${at + 8}">${cell(`A${at + 8}`, `Enhet ${(at * 7919) % 50_021}`)}<c r="B${at + 8}"><v>3</v></c></row>`,
      );
      return surveyWithSheet(sheetData(`${answerRows()}${rows.join('')}`));
    },
    becomes: 'too-many-units',
    isHeavy: true,
  },
  {
    what: 'another answer in each of fifty thousand rows',
    fileName: 'Svar.xlsx',
    make: () => {
      const rows = Array.from(
        { length: 50_000 },
        (_, at) =>
          `<row r="${at + 8}">${cell(`A${at + 8}`, 'Skola')}${cell(`B${at + 8}`, `Svar ${at}`)}</row>`,
      );
      return surveyWithSheet(sheetData(`${answerRows()}${rows.join('')}`));
    },
    becomes: 'stored',
    isHeavy: true,
  },
  {
    what: 'numbers beyond all measure',
    fileName: 'Tal.xlsx',
    make: () =>
      surveyWithSheet(
        sheetData(
          `${answerRows()}<row r="8">${cell('A8', 'Skola')}${[
            '1e308',
            '-0',
            '1E-320',
            '9007199254740993',
            '00000000000000000000004',
          ]
            .map((number, at) => `<c r="${letters(at + 1)}8"><v>${number}</v></c>`)
            .join('')}</row>`,
        ),
      ),
    becomes: 'stored',
  },
  {
    what: 'a number that is none',
    fileName: 'Tal.xlsx',
    make: () => surveyWithSheet(sheetData('<row r="1"><c r="A1"><v>Infinity</v></c></row>')),
    becomes: 'damaged-workbook',
  },
  {
    what: 'shared texts that are not there',
    fileName: 'Delade.xlsx',
    make: () => surveyWithSheet(sheetData('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>')),
    becomes: 'damaged-workbook',
  },
  {
    what: 'rows numbered backwards and twice',
    fileName: 'Rader.xlsx',
    make: () =>
      surveyWithSheet(sheetData(`${answerRows()}${answerRows()}<row r="3"><c r="B1"><v>2</v></c></row>`)),
    becomes: 'stored',
  },
  {
    what: 'a row beyond the last',
    fileName: 'Rader.xlsx',
    make: () => surveyWithSheet(sheetData('<row r="1048577"><c r="A1"><v>1</v></c></row>')),
    becomes: 'too-large',
  },
  {
    what: 'a column beyond the last',
    fileName: 'Kolumner.xlsx',
    make: () => surveyWithSheet(sheetData('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>')),
    becomes: 'too-large',
  },
];
