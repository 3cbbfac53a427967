import type { Cell, ErrorCell, UncalculatedCell } from '../../../core/intake/sheet.ts';
import { DamagedFault, LimitFault } from '../faults.ts';
import type { WorkbookLimits } from '../limits.ts';
import { type NameCode, nameCode, type XmlCursor } from '../xml/cursor.ts';
import { unescapeCellText } from '../xml/text.ts';
import { dateFromIso, type SerialDates } from './dates.ts';
import { TextCollector } from './rich-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { DateStyles } from './styles.ts';

const VALUE = nameCode('v');
const FORMULA = nameCode('f');
const INLINE_TEXT = nameCode('is');
const REFERENCE = nameCode('r');
const STYLE = nameCode('s');
const TYPE = nameCode('t');

const NUMBER = nameCode('n');
const SHARED_TEXT = nameCode('s');
const FORMULA_TEXT = nameCode('str');
const RICH_TEXT = nameCode('inlineStr');
const BOOLEAN = nameCode('b');
const ERROR = nameCode('e');
const DATE = nameCode('d');

const uncalculated: UncalculatedCell = { kind: 'uncalculated' };

/** What cells of every sheet in a workbook refer to. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly dateStyles: DateStyles;
  readonly dates: SerialDates;
  readonly limits: WorkbookLimits;
}

/** Reads one cell of any kind, token by token: the thorough way, where the scanner's quick way gave up. */
export class CellReader {
  /** 1-based column of the cell last read; 0 where the file does not say. */
  column = 0;
  value: Cell = null;

  readonly #context: CellContext;
  readonly #inlineText: TextCollector;
  readonly #errors = new Map<string, ErrorCell>();
  #style = 0;
  #type: NameCode = NUMBER;
  /** Text of `<v>`; null where the element is absent. */
  #stored: string | null = null;
  #hasFormula = false;

  constructor(context: CellContext) {
    this.#context = context;
    this.#inlineText = new TextCollector(context.limits);
  }

  /**
   * Reads the cell at whose start tag the cursor stands, up to and with its end tag. False when its end is not
   * in the window: the caller rewinds and tries again with more.
   */
  read(cursor: XmlCursor): boolean {
    this.#attributes(cursor);
    this.#stored = null;
    this.#hasFormula = false;
    this.#inlineText.take();
    if (cursor.kind === 'open' && !this.#content(cursor)) return false;
    this.value = this.#result();
    return true;
  }

  #result(): Cell {
    return this.#hasFormula && this.#stored === null ? uncalculated : this.#typedValue();
  }

  #attributes(cursor: XmlCursor): void {
    this.column = 0;
    this.#style = 0;
    this.#type = NUMBER;
    while (cursor.nextAttribute()) {
      if (cursor.attributeHasPrefix) continue;
      if (cursor.attributeName === REFERENCE) this.column = cursor.valueColumn();
      else if (cursor.attributeName === STYLE) this.#style = cursor.valueInteger();
      else if (cursor.attributeName === TYPE) this.#type = cursor.valueCode();
    }
  }

  #content(cursor: XmlCursor): boolean {
    const cellDepth = cursor.depth;
    let child = 0;
    while (cursor.next()) {
      const { kind, depth } = cursor;
      if (kind === 'text' || kind === 'cdata') {
        if (child === VALUE) this.#stored = (this.#stored ?? '') + cursor.text();
      } else if (depth < cellDepth) {
        return true;
      } else if (kind === 'open' && depth === cellDepth + 1) {
        child = cursor.name;
        this.#enterChild(child);
      } else if (kind === 'empty' && depth === cellDepth) {
        this.#enterChild(cursor.name);
      } else if (kind === 'close' && depth === cellDepth) {
        child = 0;
      }
      if (child === INLINE_TEXT) this.#inlineText.accept(cursor);
    }
    return false;
  }

  #enterChild(name: NameCode): void {
    if (name === FORMULA) this.#hasFormula = true;
    else if (name === VALUE) this.#stored = '';
  }

  #typedValue(): Cell {
    const stored = this.#stored ?? '';
    switch (this.#type) {
      case SHARED_TEXT:
        return stored === '' ? null : this.#sharedText(Number(stored));
      case FORMULA_TEXT:
        return this.#text(stored);
      case RICH_TEXT:
        return this.#inlineText.take() ?? this.#text(stored);
      case BOOLEAN:
        return stored === '' ? null : stored.trim() === '1' || stored.trim() === 'true';
      case ERROR:
        return stored === '' ? null : this.#error(stored.trim());
      case DATE:
        return dateFromIso(stored.trim());
      default:
        return this.#number(stored.trim());
    }
  }

  #text(stored: string): string | null {
    if (stored === '') return null;
    const text = unescapeCellText(stored);
    const { limits } = this.#context;
    if (text.length > limits.cellTextLength) throw new LimitFault('cellTextLength', limits);
    return text;
  }

  #sharedText(index: number): string | null {
    const text = this.#context.strings[index];
    if (text === undefined) throw new DamagedFault(`no shared text ${index}`);
    return text;
  }

  #error(code: string): ErrorCell {
    let cell = this.#errors.get(code);
    if (cell === undefined) {
      cell = { kind: 'error', code };
      // Excel knows some ten codes; a file with more must not fill the memory.
      if (this.#errors.size < 100) this.#errors.set(code, cell);
    }
    return cell;
  }

  /** A formula with an empty number is how openpyxl writes one that was never calculated. */
  #number(stored: string): Cell {
    if (stored === '') return this.#hasFormula ? uncalculated : null;
    const number = Number(stored);
    if (!Number.isFinite(number)) throw new DamagedFault(`not a number: ${stored}`);
    return this.#context.dateStyles[this.#style] === 1 ? this.#context.dates.cell(number) : number;
  }
}
