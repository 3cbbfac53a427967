import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { emptyFileRefusal, folderRefusal, unreadableFileRefusal } from './refusals.ts';

/** Bytes asked of the disk at a time. */
const readBytes = 256 * 1024;

/** A file open for reading at any place. It must be closed. */
export class SourceFile {
  /** Without its folders. */
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly #handle: FileHandle;

  private constructor(fileName: string, sizeBytes: number, handle: FileHandle) {
    this.fileName = fileName;
    this.sizeBytes = sizeBytes;
    this.#handle = handle;
  }

  /** Opens a file. Throws a `Refusal` when it is missing, a folder, empty or may not be read. */
  static async open(path: string): Promise<SourceFile> {
    const fileName = basename(path);
    const handle = await openHandle(path, fileName);
    const { size } = await handle.stat();
    if (size > 0) return new SourceFile(fileName, size, handle);
    await handle.close();
    throw emptyFileRefusal(fileName);
  }

  /** Up to `length` bytes from `position` on; fewer at the end of the file. Throws a `Refusal` when the disk fails. */
  async read(position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.sizeBytes - position)));
    let filled = 0;
    try {
      while (filled < buffer.length) {
        const { bytesRead } = await this.#handle.read(
          buffer,
          filled,
          buffer.length - filled,
          position + filled,
        );
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
    } catch (error) {
      throw unreadableFileRefusal(this.fileName, error);
    }
    return buffer.subarray(0, filled);
  }

  /** The bytes from `start` up to, not including, `end`. */
  async *chunks(start = 0, end = this.sizeBytes): AsyncGenerator<Buffer> {
    for (let position = start; position < end;) {
      const chunk = await this.read(position, Math.min(readBytes, end - position));
      if (chunk.length === 0) return;
      position += chunk.length;
      yield chunk;
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

async function openHandle(path: string, fileName: string): Promise<FileHandle> {
  let isFolder: boolean;
  try {
    // Asked first: opening a folder fails in ways that differ between systems, and opening a pipe may never end.
    const about = await stat(path);
    if (about.isFile()) return await open(path, 'r');
    isFolder = about.isDirectory();
  } catch (error) {
    throw unreadableFileRefusal(fileName, error);
  }
  throw isFolder ? folderRefusal(fileName) : unreadableFileRefusal(fileName, null);
}
