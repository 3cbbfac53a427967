import type { Scale } from '../instrument/instrument.ts';

/**
 * One answer is one byte, the same in memory, in the tally's loop and (as a character) in the workspace
 * file: the base-36 digit of the scale value, or one of three signs. Plain enough to read in any SQL tool,
 * small enough for a million respondents.
 */
export const dontKnowCode = 63; // "?"
export const blankCode = 45; // "-"
export const refusedCode = 33; // "!"

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The byte for a value on the scale (0–35). */
export function valueCode(value: number): number {
  return digits.charCodeAt(value);
}

/** The value for a byte, or null for the three signs. */
export function codeValue(code: number): number | null {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 90) return code - 55;
  return null;
}

/**
 * For each possible byte its point on the scale (0 for the lowest value), or one of the three states:
 * `points` don't know, `points + 1` blank, `points + 2` refused. Any other byte counts as refused.
 */
export function scalePointByCode(scale: Scale): Uint8Array {
  const table = new Uint8Array(256).fill(scale.points + 2);
  for (let value = scale.min; value <= scale.max; value++) table[valueCode(value)] = value - scale.min;
  table[dontKnowCode] = scale.points;
  table[blankCode] = scale.points + 1;
  return table;
}

/** Answers of many respondents, row after row, one byte per item in instrument order. */
export interface AnswerRows {
  readonly itemCount: number;
  readonly respondents: number;
  /** Length is respondents × itemCount. */
  readonly codes: Uint8Array;
}
