import { DamagedFault, LimitFault, UnsafeFault } from '../faults.ts';
import type { WorkbookLimits } from '../limits.ts';
import {
  COLON,
  DOUBLE_QUOTE,
  EQUALS,
  EXCLAMATION,
  GREATER_THAN,
  DIGIT_ZERO,
  LESS_THAN,
  NUL,
  QUESTION,
  SINGLE_QUOTE,
  SLASH,
  SPACE,
  isSpace,
} from './bytes.ts';
import { decodeXmlText } from './text.ts';

/** What {@link XmlCursor.next} stopped at. Comments and processing instructions are passed over. */
export type TokenKind = 'open' | 'empty' | 'close' | 'text' | 'cdata';

/**
 * A name without its prefix as one number, so that names are compared without making strings. A collision
 * would only let a stranger's element pass for a known one.
 */
export type NameCode = number;

const hashSeed = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;

/** The {@link NameCode} of a name known beforehand. */
export function nameCode(name: string): NameCode {
  let hash = hashSeed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), hashPrime);
  return hash;
}

/** Zero bytes kept after the window's end: no loop of a scanner runs past them, so none checks for the end. */
const sentinelBytes = 64;

const commentStart = Buffer.from('<!--');
const commentEnd = Buffer.from('-->');
const cdataStart = Buffer.from('<![CDATA[');
const cdataEnd = Buffer.from(']]>');
const instructionEnd = Buffer.from('?>');

/**
 * Steps through the tokens of an XML document that arrives in chunks. Only a window of the document is in
 * memory: a token that is not all there yet stays until the next chunk has come.
 *
 * Not a full XML parser: it reads what spreadsheet programs write, refuses document type declarations, and
 * throws {@link DamagedFault} where tags do not fit together.
 */
export class XmlCursor {
  /** The window; valid from `position` to `end`, followed by zero bytes. */
  bytes: Buffer;
  /** Where the next token starts. A scanner with a quicker way through known tokens may move it on. */
  position = 0;
  end = 0;

  kind: TokenKind = 'text';
  /** Name of an opened, empty or closed element. */
  name: NameCode = 0;
  textStart = 0;
  textEnd = 0;

  attributeName: NameCode = 0;
  attributeHasPrefix = false;
  valueStart = 0;
  valueEnd = 0;

  readonly #limits: WorkbookLimits;
  readonly #open: Int32Array;
  #depth = 0;
  #hasRoot = false;
  #attributePosition = 0;

  constructor(limits: WorkbookLimits) {
    this.#limits = limits;
    this.#open = new Int32Array(limits.nestingDepth + 1);
    this.bytes = Buffer.alloc(sentinelBytes);
  }

  /** Elements open around the next token. */
  get depth(): number {
    return this.#depth;
  }

  /** The innermost open element; after an `open` token that element itself. */
  get innermost(): NameCode {
    return this.#depth === 0 ? 0 : (this.#open[this.#depth - 1] ?? 0);
  }

  /** The element around the innermost one. */
  get outer(): NameCode {
    return this.#depth < 2 ? 0 : (this.#open[this.#depth - 2] ?? 0);
  }

  /** Adds a chunk behind what is still unread. Throws {@link LimitFault} when one element outgrows the bound. */
  append(chunk: Uint8Array): void {
    const unreadBytes = this.end - this.position;
    if (unreadBytes > this.#limits.elementBytes) throw new LimitFault('elementBytes', this.#limits);
    const neededBytes = unreadBytes + chunk.length + sentinelBytes;
    if (neededBytes > this.bytes.length) {
      const larger = Buffer.alloc(neededBytes + (neededBytes >> 2));
      this.bytes.copy(larger, 0, this.position, this.end);
      this.bytes = larger;
    } else {
      this.bytes.copyWithin(0, this.position, this.end);
    }
    this.bytes.set(chunk, unreadBytes);
    this.position = 0;
    this.end = unreadBytes + chunk.length;
    this.bytes.fill(NUL, this.end, this.end + sentinelBytes);
  }

  /** Goes back to a place where the window still reaches, with the nesting it had there. */
  rewind(position: number, depth: number): void {
    this.position = position;
    this.#depth = depth;
  }

  /** Throws {@link DamagedFault} unless the document is complete. */
  finish(): void {
    for (let i = this.position; i < this.end; i++) {
      if (!isSpace(this.bytes[i] ?? 0)) throw new DamagedFault('document ends inside a tag');
    }
    if (this.#depth > 0 || !this.#hasRoot) throw new DamagedFault('document ends too early');
  }

  /** Steps to the next token; false when it is not all there yet, and nothing has moved then. */
  next(): boolean {
    while (this.position < this.end) {
      const start = this.position;
      if (this.bytes[start] !== LESS_THAN) return this.#text(start);
      const marker = this.bytes[start + 1];
      if (marker === SLASH) return this.#closeTag(start);
      if (marker === QUESTION) {
        if (!this.#passOver(instructionEnd, start + 2)) return false;
      } else if (marker !== EXCLAMATION) {
        return this.#openTag(start);
      } else if (this.#startsWith(start, commentStart)) {
        if (!this.#passOver(commentEnd, start + commentStart.length)) return false;
      } else if (this.#startsWith(start, cdataStart)) {
        return this.#cdata(start);
      } else {
        throw new UnsafeFault('document type declaration');
      }
    }
    return false;
  }

  /** The text of a `text` or `cdata` token, entities resolved. */
  text(): string {
    return this.kind === 'cdata'
      ? this.bytes.toString('utf8', this.textStart, this.textEnd)
      : decodeXmlText(this.bytes, this.textStart, this.textEnd);
  }

  /** Steps to the next attribute of the element that `next` has just stopped at; false after the last. */
  nextAttribute(): boolean {
    const bytes = this.bytes;
    let i = this.#attributePosition;
    while (isSpace(bytes[i] ?? 0)) i++;
    if (bytes[i] === GREATER_THAN || bytes[i] === SLASH) return false;

    let hash = hashSeed;
    this.attributeHasPrefix = false;
    for (; ; i++) {
      const byte = bytes[i] ?? 0;
      if (byte === EQUALS || byte <= SPACE || byte === GREATER_THAN) break;
      if (byte === COLON) {
        hash = hashSeed;
        this.attributeHasPrefix = true;
      } else {
        hash = Math.imul(hash ^ byte, hashPrime);
      }
    }
    while (isSpace(bytes[i] ?? 0)) i++;
    if (bytes[i] !== EQUALS) throw new DamagedFault('attribute without a value');
    i++;
    while (isSpace(bytes[i] ?? 0)) i++;
    const quote = bytes[i];
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw new DamagedFault('attribute without quotes');

    this.attributeName = hash;
    this.valueStart = i + 1;
    // The tag's end was found outside quotes, so the closing quote is in the window.
    for (i++; bytes[i] !== quote; i++);
    this.valueEnd = i;
    this.#attributePosition = i + 1;
    return true;
  }

  /** The attribute's value, entities resolved. */
  valueText(): string {
    return decodeXmlText(this.bytes, this.valueStart, this.valueEnd);
  }

  /** The attribute's value as a code to compare with those of known words. */
  valueCode(): NameCode {
    let hash = hashSeed;
    for (let i = this.valueStart; i < this.valueEnd; i++)
      hash = Math.imul(hash ^ (this.bytes[i] ?? 0), hashPrime);
    return hash;
  }

  /** The 1-based column that a value such as "K14" begins with; 0 when it begins with none. */
  valueColumn(): number {
    let column = 0;
    for (let i = this.valueStart; i < this.valueEnd; i++) {
      const letter = ((this.bytes[i] ?? 0) | 0x20) - 0x60;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    return column;
  }

  /** The attribute's value as a whole number from 0 to 999,999,999; −1 when it is anything else. */
  valueInteger(): number {
    if (this.valueEnd === this.valueStart || this.valueEnd - this.valueStart > 9) return -1;
    let number = 0;
    for (let i = this.valueStart; i < this.valueEnd; i++) {
      const digit = (this.bytes[i] ?? 0) - DIGIT_ZERO;
      if (digit < 0 || digit > 9) return -1;
      number = number * 10 + digit;
    }
    return number;
  }

  /** The attribute's value as XML Schema writes a boolean; anything else is false. */
  valueBoolean(): boolean {
    const text = this.valueText();
    return text === '1' || text === 'true' || text === 'on';
  }

  #text(start: number): boolean {
    const next = this.bytes.indexOf(LESS_THAN, start);
    if (next < 0 || next >= this.end) return false;
    if (this.#depth === 0) {
      for (let i = start; i < next; i++) {
        if (!isSpace(this.bytes[i] ?? 0)) throw new DamagedFault('text outside the document');
      }
    }
    this.kind = 'text';
    this.textStart = start;
    this.textEnd = next;
    this.position = next;
    return true;
  }

  #cdata(start: number): boolean {
    this.textStart = start + cdataStart.length;
    if (!this.#passOver(cdataEnd, this.textStart)) return false;
    this.kind = 'cdata';
    this.textEnd = this.position - cdataEnd.length;
    return true;
  }

  #openTag(start: number): boolean {
    const bytes = this.bytes;
    let i = start + 1;
    let hash = hashSeed;
    for (; ; i++) {
      const byte = bytes[i] ?? 0;
      if (byte <= SPACE || byte === GREATER_THAN || byte === SLASH) break;
      hash = byte === COLON ? hashSeed : Math.imul(hash ^ byte, hashPrime);
    }
    const nameEnd = i;
    let quote = 0;
    for (; ; i++) {
      const byte = bytes[i] ?? 0;
      if (byte === NUL) return this.#incompleteTag(start, i);
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
        quote = byte;
      } else if (byte === GREATER_THAN) {
        break;
      } else if (byte === LESS_THAN) {
        throw new DamagedFault('a tag inside a tag');
      }
    }
    if (i - start > this.#limits.tagBytes) throw new LimitFault('tagBytes', this.#limits);
    if (nameEnd === start + 1) throw new DamagedFault('a tag without a name');

    this.name = hash;
    this.#attributePosition = nameEnd;
    this.#hasRoot = true;
    this.position = i + 1;
    if (bytes[i - 1] === SLASH) {
      this.kind = 'empty';
      return true;
    }
    this.kind = 'open';
    if (this.#depth === this.#limits.nestingDepth) throw new LimitFault('nestingDepth', this.#limits);
    this.#open[this.#depth++] = hash;
    return true;
  }

  #closeTag(start: number): boolean {
    const bytes = this.bytes;
    let i = start + 2;
    let hash = hashSeed;
    for (; ; i++) {
      const byte = bytes[i] ?? 0;
      if (byte <= SPACE || byte === GREATER_THAN) break;
      hash = byte === COLON ? hashSeed : Math.imul(hash ^ byte, hashPrime);
    }
    while (isSpace(bytes[i] ?? 0)) i++;
    if (bytes[i] === NUL) return this.#incompleteTag(start, i);
    if (bytes[i] !== GREATER_THAN || this.innermost !== hash) {
      throw new DamagedFault('an element is closed that is not open');
    }
    this.#depth--;
    this.kind = 'close';
    this.name = hash;
    this.position = i + 1;
    return true;
  }

  /** A zero byte is either the sentinel, so that more must come, or has no place in XML. */
  #incompleteTag(start: number, at: number): false {
    if (at < this.end) throw new DamagedFault('a zero byte');
    if (at - start > this.#limits.tagBytes) throw new LimitFault('tagBytes', this.#limits);
    return false;
  }

  /** Moves past the next `mark`; false when it is not in the window. */
  #passOver(mark: Buffer, from: number): boolean {
    const found = this.bytes.indexOf(mark, from);
    // Behind the sentinel lie leftovers of earlier chunks.
    if (found < 0 || found + mark.length > this.end) return false;
    this.position = found + mark.length;
    return true;
  }

  /** Whether the window goes on with `mark`, as far as it reaches. */
  #startsWith(at: number, mark: Buffer): boolean {
    const knownBytes = Math.min(mark.length, this.end - at);
    return this.bytes.compare(mark, 0, knownBytes, at, at + knownBytes) === 0;
  }
}
