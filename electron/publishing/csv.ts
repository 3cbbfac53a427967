import { neutralText } from './neutral.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** Decimals that are kept of a number: more than any figure shows, and no noise of arithmetic. */
const decimalsKept = 6;

/** A sheet as delimited text that Swedish Excel opens as it is: UTF-8 with a mark, semicolons, decimal comma. */
export function sheetToCsv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): Buffer {
  const lines = [columns, ...rows].map((row) => row.map(field).join(';'));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function field(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return numberField(cell.value);
  const text = neutralText(cell.toWellFormed());
  return /[";\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** With an ordinary hyphen for minus: a program would take a real one for text. */
function numberField(value: number): string {
  const text = value.toFixed(decimalsKept).replace(/\.?0+$/, '');
  return (text === '-0' ? '0' : text).replace('.', ',');
}
