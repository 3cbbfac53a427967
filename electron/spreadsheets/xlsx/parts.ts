import { LimitFault } from '../faults.ts';
import { Padding } from '../padding.ts';
import type { Reading } from '../reading.ts';
import { asUtf8 } from '../xml/encoding.ts';
import type { ZipArchive } from '../zip-archive.ts';

/** The XML parts of a workbook as UTF-8, within their bounds, with progress told and cancelling heeded. */
export class WorkbookParts {
  /** What of the sheets holds nothing. */
  readonly padding: Padding;
  readonly #zip: ZipArchive;
  readonly #reading: Reading;
  /** Compressed bytes of the large parts before each, in the order they are usually read. */
  readonly #startBytes = new Map<string, number>();
  #totalBytes = 0;

  constructor(zip: ZipArchive, reading: Reading) {
    this.#zip = zip;
    this.padding = new Padding(reading.limits);
    this.#reading = reading;
  }

  has(part: string): boolean {
    return this.#zip.has(part);
  }

  /** Counts in a part that will be read with progress; all must be counted in before the first is read. */
  expectLarge(part: string): void {
    if (this.#startBytes.has(part)) return;
    this.#startBytes.set(part, this.#totalBytes);
    this.#totalBytes += this.#zip.compressedBytes(part);
  }

  /** A part that describes the workbook. Throws {@link LimitFault} when it declares to be overly large. */
  small(part: string): AsyncIterable<Buffer> {
    this.#reading.throwIfCancelled();
    const { limits } = this.#reading;
    if (this.#zip.declaredBytes(part) > limits.structureBytes) throw new LimitFault('structureBytes', limits);
    return asUtf8(this.#zip.chunks(part));
  }

  /**
   * A part that holds the data. `rowsRead` says how many rows have been handed over, for the progress. A chunk
   * is only valid until the next one is asked for.
   */
  async *large(part: string, rowsRead: () => number): AsyncGenerator<Buffer> {
    let bytesRead = this.#startBytes.get(part) ?? 0;
    const chunks = this.#zip.chunks(part, (compressedBytes) => {
      bytesRead += compressedBytes;
    });
    this.#reading.advance(rowsRead(), bytesRead, this.#totalBytes);
    for await (const chunk of asUtf8(chunks)) {
      this.#reading.throwIfCancelled();
      yield chunk;
      release(chunk);
      this.#reading.advance(rowsRead(), bytesRead, this.#totalBytes);
    }
  }
}

/**
 * Gives a chunk's memory back at once. A million rows pass through so little garbage-collected memory that the
 * collector would otherwise leave tens of megabytes of spent chunks lying about.
 */
function release(chunk: Buffer): void {
  const { buffer } = chunk;
  const hasItsOwn = buffer instanceof ArrayBuffer && buffer.byteLength === chunk.byteLength;
  if (hasItsOwn) buffer.transfer(0);
}
