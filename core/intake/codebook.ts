import { fold, tidy } from '../text.ts';
import { cellText } from './rows.ts';
import type { Row } from './sheet.ts';

/** What a codebook sheet (Survey&Report's VariableView, possibly translated) says of one variable. */
export interface CodebookEntry {
  readonly name: string;
  readonly label: string;
  /** Meaning of each code: "1" → "Instämmer inte alls". */
  readonly valueTexts: ReadonlyMap<string, string>;
  /** Codes that stand for no answer. */
  readonly missing: readonly string[];
}

/** Entries by folded variable name. */
export type Codebook = ReadonlyMap<string, CodebookEntry>;

const valueLine = /^\s*(-?\d+)\s*[=:]\s*(.+?)\s*$/;

/**
 * Reads `rows` as a codebook for a sheet whose headings are `headings`; null when they are none. Known by its
 * form, not by its words: one column holds the headings of the other sheet, another lines such as "1 = text".
 */
export function readCodebook(rows: readonly Row[], headings: readonly string[]): Codebook | null {
  const wanted = new Set(headings.map(fold).filter((heading) => heading !== ''));
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const columns = Array.from({ length: Math.min(width, 60) }, (_, column) => column);
  const count = (test: (text: string) => boolean) => (column: number) =>
    rows.filter((row) => test(rawText(row, column))).length;

  const nameColumn = best(
    columns,
    count((text) => wanted.has(fold(text))),
  );
  if (nameColumn === null || count((text) => wanted.has(fold(text)))(nameColumn) < wanted.size * 0.6)
    return null;
  const valuesColumn = best(
    columns,
    count((text) => text.split(/\r?\n|;/).some((line) => valueLine.test(line))),
  );
  if (valuesColumn === null) return null;

  const others = columns.filter((column) => column !== nameColumn && column !== valuesColumn);
  const labelColumn = best(others, (column) =>
    rows.reduce((letters, row) => letters + rawText(row, column).replace(/[^\p{L} ]/gu, '').length, 0),
  );
  const entries = rows.filter((row) => wanted.has(fold(rawText(row, nameColumn))));
  const missingColumn = best(
    others.filter((column) => column !== labelColumn && headingIsMissing(rows, column)),
    count((text) => text !== ''),
  );
  return new Map(
    entries.map((row) => {
      const name = tidy(rawText(row, nameColumn));
      return [
        fold(name),
        {
          name,
          label: labelColumn === null ? '' : tidy(rawText(row, labelColumn)),
          valueTexts: valueTexts(rawText(row, valuesColumn)),
          missing: missingColumn === null ? [] : codesIn(rawText(row, missingColumn)),
        },
      ];
    }),
  );
}

function rawText(row: Row, column: number): string {
  const cell = row.cells[column];
  return typeof cell === 'string' ? cell : cellText(cell);
}

function headingIsMissing(rows: readonly Row[], column: number): boolean {
  return rows.some((row) =>
    /missing|saknad|saknat|saknas|bortfall|uteblivet/.test(fold(rawText(row, column))),
  );
}

function valueTexts(cell: string): Map<string, string> {
  return new Map(
    cell.split(/\r?\n|;/).flatMap((line): [string, string][] => {
      const [, code, text] = valueLine.exec(line) ?? [];
      return code === undefined || text === undefined ? [] : [[code, text]];
    }),
  );
}

function codesIn(cell: string): string[] {
  return cell.match(/-?\d+/g) ?? [];
}

/** The column with the highest count over zero. */
function best(columns: readonly number[], count: (column: number) => number): number | null {
  const ranked = columns
    .map((column) => ({ column, count: count(column) }))
    .sort((a, b) => b.count - a.count);
  const [first] = ranked;
  return first === undefined || first.count === 0 ? null : first.column;
}
