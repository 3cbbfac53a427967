import type { MergedRange } from '../../../core/intake/sheet.ts';

/** 1-based column of its letters. */
function columnOf(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + (letters.charCodeAt(i) | 0x20) - 0x60;
  return column;
}

const rangeShape = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** The area that "A1:C2" names; null for a single cell or anything else. */
export function mergedRangeOf(reference: string): MergedRange | null {
  const [, firstLetters, firstRow, lastLetters, lastRow] = rangeShape.exec(reference) ?? [];
  if (firstLetters === undefined || lastLetters === undefined) return null;
  return {
    firstRow: Number(firstRow),
    firstColumn: columnOf(firstLetters),
    lastRow: Number(lastRow),
    lastColumn: columnOf(lastLetters),
  };
}
