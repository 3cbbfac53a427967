import type { MergedRange } from '../../../core/intake/sheet.ts';

/** 1-based column of a cell name such as "K14"; 0 when it does not begin with a column. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = (reference.charCodeAt(i) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
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
