import type { Cell } from '../../../core/intake/sheet.ts';
import { LimitFault } from '../faults.ts';
import {
  DIGIT_ZERO,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER_THAN,
  HYPHEN,
  LESS_THAN,
  LETTER_C,
  LETTER_N,
  LETTER_R,
  LETTER_S,
  LETTER_T,
  LETTER_V,
  POINT,
  SLASH,
  SPACE,
} from '../xml/bytes.ts';
import type { XmlCursor } from '../xml/cursor.ts';
import type { CellContext } from './cell-reader.ts';

/** A whole number of so many digits is exact, and so is its quotient with a power of ten. */
const exactDigits = 15;
const powersOfTen = Float64Array.from({ length: exactDigits + 1 }, (_, exponent) => 10 ** exponent);

/**
 * The cells of the row being read, and the quick way through plain ones: numbers and shared texts as Excel
 * writes them, `<c r="K14" s="3" t="s"><v>7</v></c>`. Nine cells in ten of a survey are such, and reading them
 * straight from the bytes, without a string or a call each, is what makes the whole reader quick. Whatever looks
 * different is left to the token by token reader, so nothing here needs to be complete, only right.
 */
export class PlainCells {
  /** 1-based column last read. */
  column = 0;

  readonly #context: CellContext;
  /** Used again for every row, so that each row's own array is made once and at its full length. */
  readonly #scratch: Cell[] = [null];
  #width = 0;
  #slots = 0;
  #values = 0;
  #rowValues = 0;

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** Cells of all rows taken so far, up to the last value of each. */
  get slots(): number {
    return this.#slots;
  }

  /** Values in all rows taken so far. */
  get values(): number {
    return this.#values;
  }

  startRow(): void {
    this.column = 0;
    this.#width = 0;
    this.#rowValues = 0;
  }

  /** The row's cells up to the last that holds a value. */
  takeCells(): Cell[] {
    const cells = this.#scratch.slice(0, this.#width);
    this.#slots += this.#width;
    // A cell that is told many times over is one.
    this.#values += Math.min(this.#rowValues, this.#width);
    this.#width = 0;
    return cells;
  }

  /** Puts a value at a 1-based column, with nulls before it where cells are missing. */
  put(column: number, value: Cell): void {
    const { limits } = this.#context;
    if (column > limits.columns) throw new LimitFault('columns', limits);
    this.column = column;
    if (value === null) return;
    this.#rowValues++;
    const scratch = this.#scratch;
    if (column > this.#width) {
      for (let gap = this.#width; gap < column - 1; gap++) scratch[gap] = null;
      this.#width = column;
    }
    scratch[column - 1] = value;
  }

  /** Moves the cursor past as many plain cells as follow each other, all within its window. */
  read(cursor: XmlCursor): void {
    const { strings, dateStyles, dates } = this.#context;
    const bytes = cursor.bytes;
    let i = cursor.position;

    // Each cell either goes through to the end and moves the cursor on, or the loop returns and leaves it.
    while (bytes[i] === LESS_THAN && bytes[i + 1] === LETTER_C) {
      i += 2;
      let column = this.column + 1;
      let style = 0;
      let isShared = false;

      while (bytes[i] === SPACE) {
        const name = bytes[i + 1];
        if (bytes[i + 2] !== EQUALS || bytes[i + 3] !== DOUBLE_QUOTE) return;
        i += 4;
        if (name === LETTER_R) {
          column = 0;
          let letter = ((bytes[i] ?? 0) | 0x20) - 0x60;
          while (letter >= 1 && letter <= 26) {
            column = column * 26 + letter;
            letter = ((bytes[++i] ?? 0) | 0x20) - 0x60;
          }
          if (column === 0) return;
          while ((bytes[i] ?? 0) >= DIGIT_ZERO) i++;
        } else if (name === LETTER_S) {
          for (let digit = (bytes[i] ?? 0) - DIGIT_ZERO; digit >= 0 && digit <= 9;) {
            style = style * 10 + digit;
            digit = (bytes[++i] ?? 0) - DIGIT_ZERO;
          }
        } else if (name === LETTER_T && (bytes[i] === LETTER_S || bytes[i] === LETTER_N)) {
          isShared = bytes[i] === LETTER_S;
          i++;
        } else {
          return;
        }
        if (bytes[i] !== DOUBLE_QUOTE) return;
        i++;
      }

      if (bytes[i] === SLASH && bytes[i + 1] === GREATER_THAN) {
        i += 2;
        this.put(column, null);
        cursor.position = i;
        continue;
      }
      if (
        bytes[i] !== GREATER_THAN ||
        bytes[i + 1] !== LESS_THAN ||
        bytes[i + 2] !== LETTER_V ||
        bytes[i + 3] !== GREATER_THAN
      ) {
        return;
      }
      i += 4;

      const isNegative = bytes[i] === HYPHEN;
      if (isNegative) i++;
      let number = 0;
      const digitsStart = i;
      let digit = (bytes[i] ?? 0) - DIGIT_ZERO;
      while (digit >= 0 && digit <= 9) {
        number = number * 10 + digit;
        digit = (bytes[++i] ?? 0) - DIGIT_ZERO;
      }
      let digits = i - digitsStart;
      if (bytes[i] === POINT) {
        const fractionStart = ++i;
        digit = (bytes[i] ?? 0) - DIGIT_ZERO;
        while (digit >= 0 && digit <= 9) {
          number = number * 10 + digit;
          digit = (bytes[++i] ?? 0) - DIGIT_ZERO;
        }
        const fractionDigits = i - fractionStart;
        digits += fractionDigits;
        if (digits > exactDigits) return;
        number /= powersOfTen[fractionDigits] ?? 1;
      }
      if (digits === 0 || digits > exactDigits) return;
      if (isNegative) number = -number;

      if (
        bytes[i] !== LESS_THAN ||
        bytes[i + 1] !== SLASH ||
        bytes[i + 2] !== LETTER_V ||
        bytes[i + 3] !== GREATER_THAN ||
        bytes[i + 4] !== LESS_THAN ||
        bytes[i + 5] !== SLASH ||
        bytes[i + 6] !== LETTER_C ||
        bytes[i + 7] !== GREATER_THAN
      ) {
        return;
      }
      i += 8;

      let value: Cell = number;
      if (isShared) {
        const text = strings[number];
        if (text === undefined) return;
        value = text;
      } else if (dateStyles[style] === 1) {
        value = dates.cell(number);
      }
      this.put(column, value);
      cursor.position = i;
    }
  }
}
