import type { DocumentAbout } from '../core-properties.ts';
import { coreProperties } from '../core-properties.ts';
import { packParts, xmlText } from '../package-bytes.ts';
import type { Sheet } from '../sheet.ts';
import { CellStyles } from './styles.ts';
import { sheetXml, tableXml } from './sheet-xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Sheets as an .xlsx file. The same sheets at the same `now` give the same bytes. */
export function writeWorkbook(sheets: readonly Sheet[], about: DocumentAbout): Buffer {
  const styles = new CellStyles();
  const names = sheetNames(sheets);
  const worksheets = sheets.map((sheet, at) => sheetXml(sheet, styles, at === 0));
  const numbered = sheets.map((sheet, at) => ({ sheet, number: at + 1 }));
  return packParts({
    '[Content_Types].xml':
      `${head}<Types xmlns="${packaging}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>` +
      numbered
        .map(
          ({ number }) =>
            `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>` +
            `<Override PartName="/xl/tables/table${number}.xml" ContentType="${spreadsheet}.table+xml"/>`,
        )
        .join('') +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    '_rels/.rels':
      `${head}<Relationships xmlns="${packaging}/relationships">` +
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>` +
      `<Relationship Id="rId2" Type="${packaging}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': coreProperties(about),
    'xl/workbook.xml':
      `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>` +
      names
        .map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${head}<Relationships xmlns="${packaging}/relationships">` +
      numbered
        .map(
          ({ number }) =>
            `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
        )
        .join('') +
      `<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles.xml(),
    ...Object.fromEntries(
      numbered.flatMap(({ sheet, number }, at) => [
        [`xl/worksheets/sheet${number}.xml`, worksheets[at] ?? ''],
        [
          `xl/worksheets/_rels/sheet${number}.xml.rels`,
          `${head}<Relationships xmlns="${packaging}/relationships">` +
            `<Relationship Id="rId1" Type="${office}/table" Target="../tables/table${number}.xml"/></Relationships>`,
        ],
        [`xl/tables/table${number}.xml`, tableXml(sheet, number)],
      ]),
    ),
  });
}

const longestName = 31;

/** Names as Excel allows them: without some signs, at most 31 long, and all different. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Blad';
    let own = plain.slice(0, longestName);
    for (let copy = 2; taken.has(own.toLowerCase()); copy += 1) {
      const ending = ` ${copy}`;
      own = plain.slice(0, longestName - ending.length) + ending;
    }
    taken.add(own.toLowerCase());
    return own;
  });
}
