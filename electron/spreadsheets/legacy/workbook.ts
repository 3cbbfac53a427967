import { Worker } from 'node:worker_threads';
import type { Row, Sheet, SheetTail, Workbook } from '../../../core/intake/sheet.ts';
import { cellName } from '../../../core/intake/sheet.ts';
import { DamagedFault, LimitFault, LockedFault } from '../faults.ts';
import type { Reading } from '../reading.ts';
import { faultRefusal } from '../refusals.ts';
import type { SourceFile } from '../source-file.ts';
import type { ZipArchive } from '../zip-archive.ts';
import { refuseEndless } from './endless.ts';
import type { ParserMessage, ParserOrder } from './messages.ts';

/** A file that SheetJS reads, with its zip directory where it has one. */
export type LegacyContent =
  { readonly kind: 'xls' } | { readonly kind: 'xlsb' | 'ods'; readonly zip: ZipArchive };

/** A module beside this one: as a source, or as it is built. */
const parserFile = new URL(
  import.meta.url.endsWith('.ts') ? './parser.ts' : './legacy-parser.js',
  import.meta.url,
);

/**
 * Opens an .xls, .xlsb or .ods workbook through SheetJS, which holds the whole of it in memory: hence lower bounds
 * on size, and a thread of its own with bounds on memory and time. Throws a fault when the file cannot be read.
 */
export async function openLegacy(
  file: SourceFile,
  content: LegacyContent,
  reading: Reading,
): Promise<Workbook> {
  const { limits } = reading;
  if (file.sizeBytes > limits.legacyFileBytes) throw new LimitFault('legacyFileBytes', limits);
  if (content.kind !== 'xls' && content.zip.totalDeclaredBytes > limits.legacyInflatedBytes) {
    throw new LimitFault('legacyInflatedBytes', limits);
  }
  if (content.kind !== 'xls') await verify(content.zip, reading);
  const bytes = await readWhole(file, reading);
  const parsed = await parse({ bytes, format: content.kind }, reading);
  const sheets = parsed.map((sheet) => new LegacySheet(sheet, file, reading));
  return { fileName: file.fileName, format: content.kind, sheets, close: () => file.close() };
}

/**
 * Unpacks every part once: SheetJS takes what a zip says of itself on trust, so that a lie about a size would fill the
 * memory, and an overwritten answer would be read as another. Throws a fault where a part is not what the directory says,
 * or would be the thread's end.
 */
async function verify(zip: ZipArchive, reading: Reading): Promise<void> {
  for (const part of zip.names) {
    // A folder holds nothing.
    if (zip.compressedBytes(part) === 0) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of zip.chunks(part)) {
      reading.throwIfCancelled();
      chunks.push(chunk);
    }
    refuseEndless(part, Buffer.concat(chunks), reading.limits);
  }
}

async function readWhole(file: SourceFile, reading: Reading): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.sizeBytes);
  let bytesRead = 0;
  for await (const chunk of file.chunks()) {
    bytes.set(chunk, bytesRead);
    bytesRead += chunk.length;
    reading.advance(0, bytesRead, file.sizeBytes);
  }
  return bytes.subarray(0, bytesRead);
}

/** A sheet as the parser told of it. */
interface ParsedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly tail: SheetTail;
  readonly batches: (readonly Row[])[];
}

/** What the parser tells of the file. Throws a fault, or the reason that the reading was cancelled with. */
async function parse(
  order: ParserOrder & { readonly bytes: Uint8Array<ArrayBuffer> },
  reading: Reading,
): Promise<readonly ParsedSheet[]> {
  const { limits } = reading;
  reading.throwIfCancelled();
  const parser = new Worker(parserFile, {
    workerData: order satisfies ParserOrder,
    transferList: [order.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.legacyHeapMegabytes },
    // What the library says of a file it stumbles over is for nobody to read.
    stdout: true,
    stderr: true,
  });
  const late = AbortSignal.timeout(limits.legacyDurationMs);
  const stop = AbortSignal.any([late, ...(reading.signal === undefined ? [] : [reading.signal])]);
  stop.addEventListener('abort', () => void parser.terminate(), { once: true });
  try {
    return await toldBy(parser);
  } catch (error) {
    reading.throwIfCancelled();
    if (late.aborted) throw new LimitFault('legacyDurationMs', limits);
    if (isOutOfMemory(error)) throw new LimitFault('legacyHeapMegabytes', limits);
    throw error;
  } finally {
    await parser.terminate();
  }
}

function toldBy(parser: Worker): Promise<readonly ParsedSheet[]> {
  return new Promise((resolve, reject) => {
    const sheets: ParsedSheet[] = [];
    parser.on('message', (message: ParserMessage) => {
      switch (message.kind) {
        case 'sheet':
          sheets.push({ ...message, batches: [] });
          return;
        case 'rows':
          sheets.at(-1)?.batches.push(message.rows);
          return;
        case 'done':
          resolve(sheets);
          return;
        case 'fault':
          reject(message.isLocked ? new LockedFault(message.message) : new DamagedFault(message.message));
      }
    });
    parser.on('error', reject);
    parser.on('exit', () => {
      reject(new DamagedFault('the parser ended before the file did'));
    });
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** A sheet that is held in memory. */
class LegacySheet implements Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly #parsed: ParsedSheet;
  readonly #file: SourceFile;
  readonly #reading: Reading;

  constructor(parsed: ParsedSheet, file: SourceFile, reading: Reading) {
    this.name = parsed.name;
    this.hidden = parsed.hidden;
    this.#parsed = parsed;
    this.#file = file;
    this.#reading = reading;
  }

  async *rows(): AsyncGenerator<readonly Row[]> {
    const { sizeBytes } = this.#file;
    let rowsRead = 0;
    for (const batch of this.#parsed.batches) {
      for (const row of batch) this.#refuseLongTexts(row);
      rowsRead += batch.length;
      yield batch;
      // Gives way, so that a window or a cancelling is not kept waiting.
      await Promise.resolve();
      this.#reading.advance(rowsRead, sizeBytes, sizeBytes);
    }
  }

  tail(): Promise<SheetTail> {
    return Promise.resolve(this.#parsed.tail);
  }

  #refuseLongTexts({ number, cells }: Row): void {
    const { limits } = this.#reading;
    for (const [index, value] of cells.entries()) {
      if (typeof value !== 'string' || value.length <= limits.cellTextLength) continue;
      throw faultRefusal(new LimitFault('cellTextLength', limits), {
        file: this.#file.fileName,
        sheet: this.name,
        cell: cellName(number, index + 1),
      });
    }
  }
}
