import type { Instrument } from '../instrument/instrument.ts';
import type { Tally } from './tally.ts';
import { emptyTally } from './tally.ts';

/**
 * A tally as bytes, for keeping in a workspace file. Most numbers of a small cell are zero, so: unsigned
 * LEB128 whole numbers, and a zero is followed by how many more zeros come after it.
 */
export function tallyToBytes(tally: Tally): Uint8Array {
  const writer = new ByteWriter();
  writer.number(tally.respondents);
  writer.number(tally.gateYes);
  writer.number(tally.gateNo);
  writer.numbers(tally.counts);
  writer.numbers(tally.pairs);
  return writer.bytes();
}

/**
 * The tally that {@link tallyToBytes} wrote for the same instrument.
 * @throws RangeError when the bytes are not such a tally.
 */
export function tallyFromBytes(instrument: Instrument, bytes: Uint8Array): Tally {
  const reader = new ByteReader(bytes);
  const tally = emptyTally(instrument);
  tally.respondents = reader.number();
  tally.gateYes = reader.number();
  tally.gateNo = reader.number();
  reader.numbers(tally.counts);
  reader.numbers(tally.pairs);
  if (!reader.atEnd) throw new RangeError('The tally holds more than the instrument asks.');
  return tally;
}

class ByteWriter {
  #buffer = new Uint8Array(1024);
  #length = 0;

  number(value: number): void {
    if (this.#length + 8 > this.#buffer.length) {
      const wider = new Uint8Array(this.#buffer.length * 2);
      wider.set(this.#buffer);
      this.#buffer = wider;
    }
    let rest = value;
    while (rest >= 128) {
      this.#buffer[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#buffer[this.#length++] = rest;
  }

  numbers(values: Float64Array): void {
    let at = 0;
    while (at < values.length) {
      const value = values[at++] ?? 0;
      this.number(value);
      if (value !== 0) continue;
      const from = at;
      while (at < values.length && values[at] === 0) at++;
      this.number(at - from);
    }
  }

  bytes(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }
}

class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  number(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('The tally ends too early.');
      value += (byte % 128) * unit;
      if (byte < 128) return value;
      unit *= 128;
    }
  }

  /** Fills `values`, which holds zeros. */
  numbers(values: Float64Array): void {
    let at = 0;
    while (at < values.length) {
      const value = this.number();
      if (value === 0) at += 1 + this.number();
      else values[at++] = value;
    }
    if (at > values.length) throw new RangeError('The tally holds more than the instrument asks.');
  }
}
