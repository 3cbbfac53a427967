import { pipeline, Readable, type TransformOptions } from 'node:stream';
import { crc32, createInflateRaw, type ZlibOptions } from 'node:zlib';
import * as yauzl from 'yauzl';
import { Refusal } from '../../core/problem.ts';
import { DamagedFault, Fault, LimitFault, LockedFault, UnsafeFault } from './faults.ts';
import type { WorkbookLimits } from './limits.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The next chunks are inflated beside the scanning of this one: half a megabyte ahead kept both cores busy when
 * measured, and more was no quicker.
 */
const inflatedChunkBytes = 128 * 1024;
const chunksAhead = 4;

const stored = 0;
const deflated = 8;

/** Lets yauzl read through the file that is open already. */
class SourceReader extends yauzl.RandomAccessReader {
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    super();
    this.#file = file;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#file.read(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        callback(bytes.length < length ? new DamagedFault('ends too early') : null);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }
}

/**
 * The parts of a zip file, found by name without regard to case. Names serve only for looking up: nothing is
 * ever written to disk.
 */
export class ZipArchive {
  readonly #file: SourceFile;
  readonly #zip: yauzl.ZipFile;
  readonly #entries: ReadonlyMap<string, yauzl.Entry>;

  private constructor(file: SourceFile, zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>) {
    this.#file = file;
    this.#zip = zip;
    this.#entries = entries;
  }

  /**
   * Reads the directory of a zip file. Throws a fault when it is damaged, goes beyond a limit by what it
   * declares, or names two parts alike.
   */
  static async open(file: SourceFile, limits: WorkbookLimits): Promise<ZipArchive> {
    try {
      const zip = await yauzl.fromRandomAccessReaderPromise(new SourceReader(file), file.sizeBytes, {
        autoClose: false,
        // Names stay bytes: yauzl would refuse the whole file for one odd name that nobody asks for.
        decodeStrings: false,
      });
      if (zip.entryCount > limits.entryCount) throw new LimitFault('entryCount', limits);
      return new ZipArchive(file, zip, await readDirectory(zip, limits));
    } catch (error) {
      throw asFault(error);
    }
  }

  /** Names of all parts, in lower case. */
  get names(): ReadonlySet<string> {
    return new Set(this.#entries.keys());
  }

  has(name: string): boolean {
    return this.#entries.has(normalised(name) ?? '');
  }

  /** Bytes the part takes in the file; 0 when there is no such part. */
  compressedBytes(name: string): number {
    return this.#entry(name)?.compressedSize ?? 0;
  }

  /** Bytes the part declares it unpacks to; 0 when there is no such part. */
  declaredBytes(name: string): number {
    return this.#entry(name)?.uncompressedSize ?? 0;
  }

  /** What all parts together declare to unpack to, in bytes. */
  get totalDeclaredBytes(): number {
    return totalDeclaredBytes(this.#entries.values());
  }

  /**
   * The unpacked part, piece by piece. `onRead` hears of each piece's compressed bytes as they leave the disk.
   * Throws {@link DamagedFault} when the part is missing, broken, or not as long as declared.
   */
  async *chunks(name: string, onRead?: (compressedBytes: number) => void): AsyncGenerator<Buffer> {
    const entry = this.#entry(name);
    if (entry === undefined) throw new DamagedFault(`no part ${name}`);
    if (entry.isEncrypted()) throw new LockedFault(name);
    try {
      const { fileDataStart } = await this.#zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const packed = this.#packed(fileDataStart, fileDataStart + entry.compressedSize, onRead);
      yield* checked(unpacked(packed, entry.compressionMethod), entry);
    } catch (error) {
      throw asFault(error);
    }
  }

  async *#packed(
    start: number,
    end: number,
    onRead: ((compressedBytes: number) => void) | undefined,
  ): AsyncGenerator<Buffer> {
    for await (const chunk of this.#file.chunks(start, end)) {
      onRead?.(chunk.length);
      yield chunk;
    }
  }

  #entry(name: string): yauzl.Entry | undefined {
    const key = normalised(name);
    return key === null ? undefined : this.#entries.get(key);
  }
}

/**
 * A part's name for looking up; null for a name that leads out of the archive. Some programs write backslashes
 * or a leading slash.
 */
function normalised(name: string): string | null {
  const segments = name
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.');
  return segments.includes('..') ? null : segments.join('/').toLowerCase();
}

function totalDeclaredBytes(entries: Iterable<yauzl.Entry>): number {
  let total = 0;
  for (const entry of entries) total += entry.uncompressedSize;
  return total;
}

async function readDirectory(
  zip: yauzl.ZipFile,
  limits: WorkbookLimits,
): Promise<ReadonlyMap<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let declaredBytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileNameLength > limits.entryNameBytes) throw new LimitFault('entryNameBytes', limits);
    declaredBytes += entry.uncompressedSize;
    if (declaredBytes > limits.inflatedBytes) throw new LimitFault('inflatedBytes', limits);
    const name = normalised(entry.fileNameRaw.toString('utf8'));
    if (name === null || name === '') continue;
    // Two parts of one name are how a file shows one thing to a checker and another to a reader.
    if (entries.has(name)) throw new UnsafeFault('two parts of one name');
    entries.set(name, entry);
  }
  return entries;
}

async function* unpacked(packed: AsyncIterable<Buffer>, method: number): AsyncGenerator<Buffer> {
  if (method === stored) {
    yield* packed;
    return;
  }
  if (method !== deflated) throw new DamagedFault(`unknown compression ${method}`);
  const options: ZlibOptions & TransformOptions = {
    chunkSize: inflatedChunkBytes,
    readableHighWaterMark: inflatedChunkBytes * chunksAhead,
  };
  const inflate = createInflateRaw(options);
  // Errors of the source reach the loop below through the destroyed stream.
  pipeline(Readable.from(packed, { objectMode: false }), inflate, () => undefined);
  const chunks: AsyncIterable<Buffer> = inflate;
  yield* chunks;
}

/** Passes chunks on while their bytes stay what the directory declares: never longer, at the end just as long. */
async function* checked(chunks: AsyncIterable<Buffer>, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  let inflatedBytes = 0;
  let checksum = 0;
  for await (const chunk of chunks) {
    inflatedBytes += chunk.length;
    if (inflatedBytes > entry.uncompressedSize) throw new DamagedFault('longer than declared');
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (inflatedBytes < entry.uncompressedSize) throw new DamagedFault('shorter than declared');
  if (checksum !== entry.crc32) throw new DamagedFault('checksum differs');
}

/** zlib and yauzl throw plain errors for damaged files. */
function asFault(error: unknown): Error {
  if (error instanceof Fault || error instanceof Refusal) return error;
  return new DamagedFault(error instanceof Error ? error.message : String(error));
}
