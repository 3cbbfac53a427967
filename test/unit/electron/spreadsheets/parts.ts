import { strToU8, zipSync } from 'fflate';

/** Workbooks written by hand, part by part. */

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The pieces of a hand-made .xlsx; what is left out is as Excel would write it. */
export interface XlsxPieces {
  /** Inside `<worksheet>`. */
  readonly sheet?: string;
  /** Inside `<sst>`. */
  readonly strings?: string;
  /** Inside `<styleSheet>`. */
  readonly styles?: string;
  /** Inside `<workbook>`, before the list of sheets. */
  readonly workbook?: string;
  /** Parts added, or put in place of the usual ones. */
  readonly parts?: Record<string, Uint8Array | string>;
}

export function worksheet(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${mainNamespace}">${content}</worksheet>`;
}

export function sheetData(rows: string): string {
  return `<sheetData>${rows}</sheetData>`;
}

export function relationships(links: Record<string, readonly [kind: string, target: string]>): string {
  const elements = Object.entries(links).map(
    ([id, [kind, target]]) =>
      `<Relationship Id="${id}" Type="${officeRelations}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${elements.join('')}</Relationships>`;
}

export function xlsxParts(pieces: XlsxPieces): Record<string, string | Uint8Array> {
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelations}">${pieces.workbook ?? ''}<sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['styles', 'styles.xml'],
      rId3: ['sharedStrings', 'sharedStrings.xml'],
    }),
    'xl/worksheets/sheet1.xml': worksheet(pieces.sheet ?? ''),
    ...(pieces.strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `<sst xmlns="${mainNamespace}">${pieces.strings}</sst>` }),
    ...(pieces.styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${mainNamespace}">${pieces.styles}</styleSheet>` }),
    ...pieces.parts,
  };
}

export function zipOf(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

export function xlsxOf(pieces: XlsxPieces): Uint8Array {
  return zipOf(xlsxParts(pieces));
}

/** A workbook of one sheet with these rows as XML. */
export function xlsxWithRows(rows: string, pieces: XlsxPieces = {}): Uint8Array {
  return xlsxOf({ sheet: sheetData(rows), ...pieces });
}
