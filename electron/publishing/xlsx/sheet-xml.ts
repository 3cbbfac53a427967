import { neutralText } from '../neutral.ts';
import { xmlText } from '../package-bytes.ts';
import type { NumberCell, Sheet, SheetCell } from '../sheet.ts';
import type { CellStyles } from './styles.ts';

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const widest = 60;
const narrowest = 9;

/** One worksheet: headings in a frozen first row, texts as text, numbers as numbers. */
export function sheetXml({ columns, rows }: Sheet, styles: CellStyles, isShownFirst: boolean): string {
  // Signs that stand for a number stand where numbers do.
  const isNumeric = columns.map((_, at) => rows.some((row) => isNumber(row[at] ?? null)));
  const lines = [
    rowXml(columns, 1, (text, name, at) =>
      textCell(text, name, isNumeric[at] === true ? styles.numberHeading : styles.heading),
    ),
    ...rows.map((row, line) =>
      rowXml(row, line + 2, (cell, name, at) => cellXml(cell, name, styles, isNumeric[at] === true)),
    ),
  ];
  const widths = columns.map((column, at) => {
    const length = Math.max(column.length, ...rows.map((row) => shownLength(row[at] ?? null)));
    const width = Math.min(widest, Math.max(narrowest, length + 2));
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  return (
    `${xmlHead}<worksheet xmlns="${mainSpace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<dimension ref="${rangeOf(columns.length, rows.length + 1)}"/>` +
    `<sheetViews><sheetView workbookViewId="0"${isShownFirst ? ' tabSelected="1"' : ''}>` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>` +
    `<sheetData>${lines.join('')}</sheetData>` +
    '<pageSetup paperSize="9" orientation="landscape"/>' +
    '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>'
  );
}

/** The sheet's table, by which its first row is known as headings, to screen readers too. */
export function tableXml({ columns, rows }: Sheet, id: number): string {
  // A table without rows is not allowed: it gets an empty one.
  const range = rangeOf(columns.length, Math.max(rows.length, 1) + 1);
  const own = columns.map(
    (column, at) => `<tableColumn id="${at + 1}" name="${xmlText(neutralText(column))}"/>`,
  );
  return (
    `${xmlHead}<table xmlns="${mainSpace}" id="${id}" name="Tabell${id}" displayName="Tabell${id}" ref="${range}" totalsRowShown="0">` +
    `<autoFilter ref="${range}"/><tableColumns count="${columns.length}">${own.join('')}</tableColumns></table>`
  );
}

function rowXml<Cell>(
  cells: readonly Cell[],
  row: number,
  write: (cell: Cell, name: string, at: number) => string,
): string {
  return `<row r="${row}">${cells.map((cell, at) => write(cell, `${columnName(at)}${row}`, at)).join('')}</row>`;
}

function cellXml(cell: SheetCell, name: string, styles: CellStyles, isNumeric: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textCell(cell, name, isNumeric ? styles.sign : styles.text);
  // Excel keeps a percent as the part of one that it is.
  const value = cell.shownAs === 'percent' ? cell.value / 100 : cell.value;
  return `<c r="${name}" s="${styles.number(cell)}"><v>${value}</v></c>`;
}

function textCell(text: string, name: string, style: number): string {
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t>${xmlText(neutralText(text))}</t></is></c>`;
}

function shownLength(cell: SheetCell): number {
  return cell === null ? 0 : typeof cell === 'string' ? cell.length : cell.decimals + 6;
}

function rangeOf(columns: number, rows: number): string {
  return `A1:${columnName(Math.max(columns, 1) - 1)}${rows}`;
}

/** "A" for 0, "AA" for 26. */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

function isNumber(cell: SheetCell): cell is NumberCell {
  return cell !== null && typeof cell !== 'string';
}
