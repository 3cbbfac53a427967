import type { Instrument } from '../instrument/instrument.ts';
import { blankCode, dontKnowCode, refusedCode, valueCode } from '../survey/answers.ts';
import { fold, tidy } from '../text.ts';
import type { Cell } from './sheet.ts';

/** What a text or number in an answer cell means, when the user or a codebook has said so. */
export type ValueMeaning = number | 'dontKnow' | 'blank' | 'refused';

/** Why an answer cell was not taken as it stands. */
export const valueFaults = [
  'out-of-scale',
  'decimal',
  'unknown-text',
  'contradictory',
  'date',
  'boolean',
  'error-value',
  'uncalculated-formula',
  'refused-code',
] as const;
export type ValueFault = (typeof valueFaults)[number];

/** One answer cell read. */
export interface CellReading {
  /** The byte to store. */
  readonly code: number;
  /** Null for an ordinary answer, don't know or blank. */
  readonly fault: ValueFault | null;
  /** True where only the user can say what the code means; `code` is then what is proposed. */
  readonly asks: boolean;
}

const numberPattern = /^[+-]?\d+(?:[.,]\d+)?$/;
const leadingNumber = /^(\d+(?:[.,]0+)?)(?:\s*([-–—=:.)]\s*(?=\D)|(?=\())|\s+)(.*)$/su;
const letterCode = /^A(\d{1,3})$/;

const blank: CellReading = { code: blankCode, fault: null, asks: false };
const dontKnow: CellReading = { code: dontKnowCode, fault: null, asks: false };

/** How a file writes its answers, beside what each code means. */
export interface ReadingWay {
  readonly proposesCodeAfterScale?: boolean;
  readonly isTurned?: boolean;
}

/**
 * Reads answer cells of one file by the rules of core/SPEC.md (V). Each text is worked out once and
 * remembered, so a million cells cost a million look-ups.
 */
export class ValueReader {
  readonly #instrument: Instrument;
  readonly #meanings: ReadonlyMap<string, ValueMeaning>;
  readonly #labels: ReadonlyMap<string, number>;
  readonly #dontKnowTexts: ReadonlySet<string>;
  readonly #byText = new Map<string, CellReading>();
  readonly #byNumber = new Map<number, CellReading>();
  readonly #codeAfterScale: number | null;
  readonly #isTurned: boolean;

  /**
   * `meanings` are keyed by {@link meaningKey}. With `proposesCodeAfterScale` (LimeSurvey) the code after the
   * scale's last one is read as don't know, and asked about. With `isTurned` the file's numbers run the other
   * way: its lowest is the instrument's highest.
   */
  constructor(
    instrument: Instrument,
    meanings: ReadonlyMap<string, ValueMeaning> = new Map(),
    { proposesCodeAfterScale = false, isTurned = false }: ReadingWay = {},
  ) {
    this.#isTurned = isTurned;
    this.#instrument = instrument;
    this.#codeAfterScale = proposesCodeAfterScale ? instrument.scale.max + 1 : null;
    this.#meanings = meanings;
    const { min, max, minLabels, maxLabels } = instrument.scale;
    this.#labels = new Map([
      ...minLabels.map((label): [string, number] => [fold(label), min]),
      ...maxLabels.map((label): [string, number] => [fold(label), max]),
    ]);
    this.#dontKnowTexts = new Set(instrument.dontKnow.map(fold));
  }

  read(cell: Cell): CellReading {
    if (cell === null) return blank;
    if (typeof cell === 'number') return remembered(this.#byNumber, cell, () => this.#readNumber(cell));
    if (typeof cell === 'string') return remembered(this.#byText, cell, () => this.#readText(cell));
    if (typeof cell === 'boolean') return refused('boolean');
    switch (cell.kind) {
      case 'date':
        return refused('date');
      case 'error':
        return refused('error-value');
      case 'uncalculated':
        return refused('uncalculated-formula');
    }
  }

  #readNumber(value: number): CellReading {
    const meant = this.#meanings.get(meaningKey(String(value)));
    if (meant !== undefined) return this.#meaning(meant);
    if (!Number.isInteger(value)) return refused('decimal');
    if (value === this.#codeAfterScale) return { code: dontKnowCode, fault: null, asks: true };
    return this.#onScale(value)
      ? { code: valueCode(this.#straight(value)), fault: null, asks: false }
      : refused('out-of-scale');
  }

  #readText(text: string): CellReading {
    const tidied = tidy(text);
    if (tidied === '' || tidied === "'") return blank;
    const meant = this.#meanings.get(meaningKey(tidied));
    if (meant !== undefined) return this.#meaning(meant);

    const plain = tidied.replace(/^'/, '');
    if (numberPattern.test(plain)) return this.#readNumber(Number(plain.replace(',', '.')));
    if (this.#isDontKnow(plain)) return dontKnow;
    const label = this.#labels.get(fold(plain));
    if (label !== undefined) return { code: valueCode(label), fault: null, asks: false };

    const code = letterCode.exec(plain)?.[1];
    if (code !== undefined) {
      const read = this.#readNumber(Number(code));
      return read.fault === null ? read : refused('refused-code');
    }
    return this.#readNumberWithText(plain);
  }

  /** "4 - Instämmer", "6 (Instämmer helt)"; "4 eller 5", "3-4" and "4 av 6" are no answers. */
  #readNumberWithText(plain: string): CellReading {
    const parts = leadingNumber.exec(plain);
    const [, digits, separator, rest] = parts ?? [];
    if (digits === undefined || rest === undefined) return refused('unknown-text');
    const text = rest.replace(/^\(|\)$/g, '');
    if (this.#isDontKnow(text)) return dontKnow;
    const value = Number(digits.replace(',', '.'));
    const label = this.#labels.get(fold(text));
    if (label !== undefined && label !== this.#straight(value)) return refused('contradictory');
    if (label === undefined && (separator === undefined || /\d/.test(text))) return refused('unknown-text');
    return this.#readNumber(value);
  }

  /** What a label alone means (an end of the scale, or don't know), or null. For codebooks. */
  meaningOfText(text: string): ValueMeaning | null {
    if (this.#isDontKnow(text)) return 'dontKnow';
    return this.#labels.get(fold(text)) ?? null;
  }

  #isDontKnow(text: string): boolean {
    return this.#dontKnowTexts.has(fold(text));
  }

  #meaning(meant: ValueMeaning): CellReading {
    if (meant === 'dontKnow') return dontKnow;
    if (meant === 'blank') return blank;
    if (meant === 'refused' || !this.#onScale(meant))
      return { code: refusedCode, fault: 'refused-code', asks: false };
    return { code: valueCode(meant), fault: null, asks: false };
  }

  /** A number of the file as a value of the instrument's scale. */
  #straight(value: number): number {
    const { min, max } = this.#instrument.scale;
    return this.#isTurned ? min + max - value : value;
  }

  #onScale(value: number): boolean {
    const { min, max } = this.#instrument.scale;
    return Number.isInteger(value) && value >= min && value <= max;
  }
}

/** The form under which a value's meaning is kept: folded, so that "99", " 99 " and "99.0" are one. */
export function meaningKey(text: string): string {
  const tidied = tidy(text);
  return numberPattern.test(tidied) ? String(Number(tidied.replace(',', '.'))) : fold(tidied);
}

/** The code of LimeSurvey (A7) or a plain whole number that a cell holds, for asking what it means; else null. */
export function codeInCell(cell: Cell): string | null {
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : null;
  if (typeof cell !== 'string') return null;
  const tidied = tidy(cell);
  return /^(?:A?\d{1,4})$/.test(tidied) ? tidied : null;
}

/**
 * The cell's value as it may be kept in a finding: at most 20 characters without "@" and with fewer than six
 * digits, numbers too (a personal number is one). Anything else could tell who answered, and gives null.
 */
export function storableValue(cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return cell ? 'SANT' : 'FALSKT';
  if (typeof cell === 'object') return cell.kind === 'error' ? cell.code : null;
  const tidied = tidy(String(cell));
  const digits = tidied.replace(/\D/g, '').length;
  return tidied.length <= 20 && !tidied.includes('@') && digits < 6 ? tidied : null;
}

function refused(fault: ValueFault): CellReading {
  return { code: refusedCode, fault, asks: false };
}

/** Most distinct texts remembered per file: a free-text column must not fill the memory. */
const rememberedAtMost = 20_000;

function remembered<Key>(readings: Map<Key, CellReading>, key: Key, work: () => CellReading): CellReading {
  const known = readings.get(key);
  if (known !== undefined) return known;
  const reading = work();
  if (readings.size < rememberedAtMost) readings.set(key, reading);
  return reading;
}
