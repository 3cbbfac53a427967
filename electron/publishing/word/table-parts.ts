import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { TablePiece } from '../table-pieces.ts';
import { boldRun } from './figure-parts.ts';

const strongLine = { style: BorderStyle.SINGLE, size: 6, color: '77838E' };
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'C3CBD1' };
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Half points. */
const textSize = 19;
/** Rows of a table that stays on one page. */
const mostRowsTogether = 12;

/**
 * A table of `width` twentieths of a point: its row of headings is marked and repeated on each page, and no row is
 * parted between pages. A short table is not parted at all.
 */
export function wordTable({ columns, rows, shares }: TablePiece, width: number): Table {
  const columnWidths = shares.map((share) => Math.floor(width * share));
  const isShort = rows.length <= mostRowsTogether;
  const cell = (text: string, at: number, isHeading: boolean, keepNext: boolean): TableCell =>
    new TableCell({
      width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(isHeading && { borders: { bottom: strongLine } }),
      children: [
        new Paragraph({
          alignment: columns[at]?.isNumeric === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
          keepNext,
          children: [isHeading ? boldRun(text, { size: textSize }) : new TextRun({ text, size: textSize })],
        }),
      ],
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: strongLine,
      bottom: strongLine,
      left: noLine,
      right: noLine,
      insideHorizontal: hairline,
      insideVertical: noLine,
    },
    tableLook: {
      firstRow: true,
      firstColumn: false,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, at) => cell(heading, at, true, true)),
      }),
      ...rows.map(
        (row, place) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((_, at) =>
              cell(row[at] ?? '', at, false, isShort && place < rows.length - 1),
            ),
          }),
      ),
    ],
  });
}
