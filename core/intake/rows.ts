import { tidy } from '../text.ts';
import type { Cell, Row, Sheet } from './sheet.ts';

/** How much of a sheet is held in memory at most; cells count up to the last value of each row. */
export interface RowsAtMost {
  readonly rows: number;
  readonly cells: number;
}

/** The first rows of a sheet, read no further than `atMost`; the first row is always among them. */
export async function firstRows(sheet: Sheet, atMost: RowsAtMost): Promise<Row[]> {
  return (await rowsFromTop(sheet, atMost)).rows;
}

/** {@link firstRows}, and whether they are all there are. */
export async function rowsFromTop(
  sheet: Sheet,
  atMost: RowsAtMost,
): Promise<{ readonly rows: Row[]; readonly areAll: boolean }> {
  const rows: Row[] = [];
  let cells = 0;
  for await (const batch of sheet.rows()) {
    for (const row of batch) {
      cells += row.cells.length;
      if (rows.length > 0 && (rows.length >= atMost.rows || cells > atMost.cells))
        return { rows, areAll: false };
      rows.push(row);
    }
  }
  return { rows, areAll: true };
}

/** A cell as text, white space folded; "" for an empty cell, an error or a formula without a value. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return tidy(cell);
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell.kind === 'date' ? cell.iso : '';
}

/** The number a cell holds: a number cell, or text such as "3,2", "42 %" or "1 234"; else null. */
export function cellNumber(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return null;
  const plain = cell
    .replace(/[\s\u00A0]/g, '')
    .replace(/%$/, '')
    .replace('\u2212', '-');
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

/** The year of a date cell, a text that begins or ends as a date, or null. */
export function cellYear(cell: Cell | undefined): number | null {
  if (typeof cell === 'object' && cell?.kind === 'date') return plausibleYear(Number(cell.iso.slice(0, 4)));
  const text = cellText(cell);
  const twoDigits = /^\d{1,2}[-/.]\d{1,2}[-/.](\d{2})(?!\d)/.exec(text)?.[1];
  if (twoDigits !== undefined) return 2000 + Number(twoDigits);
  const found =
    /^(\d{4})[-/.]\d{1,2}/.exec(text)?.[1] ?? /^\d{1,2}[-/.]\d{1,2}[-/.](\d{4})\b/.exec(text)?.[1];
  return found === undefined ? null : plausibleYear(Number(found));
}

/** A whole number that may be the year of a measurement, else null. */
export function plausibleYear(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && value >= 1990 && value <= 2100 ? value : null;
}
