import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileId } from '../../core/api.ts';
import { Refusal } from '../../core/problem.ts';
import { counted } from '../../core/text.ts';

/** How much of a file is sent at a time; base64 makes a third more of it. So little that the window answers in between. */
export const chunkBytes = 256 * 1024;
/** More than this no reader takes. */
const largestBytes = 2 * 1024 ** 3;

interface HandedFile {
  readonly path: string;
  readonly name: string;
  /** Null for a file that lies where the user has it. */
  readonly upload: { readonly folder: string; readonly sizeBytes: number; receivedBytes: number } | null;
}

/** Files that the user handed in: by path from the shell, or piece by piece from a browser. */
export class HandedFiles {
  readonly #files = new Map<FileId, HandedFile>();
  #folder: string | null = null;

  /** Lets a file be used under an id. Only the shell grants. */
  grant(id: string, filePath: string): void {
    this.#files.set(id as FileId, { path: filePath, name: path.basename(filePath), upload: null });
  }

  /** Begins a file that comes piece by piece. @throws Refusal `file-too-large` */
  begin(fileName: string, sizeBytes: number): FileId {
    if (sizeBytes > largestBytes) {
      throw new Refusal({
        code: 'file-too-large',
        message: 'Filen är större än 2 GB och går inte att läsa in.',
        nextStep: 'Dela upp filen i flera.',
      });
    }
    const id = randomUUID() as FileId;
    const folder = path.join(this.#uploads(), id);
    const name = safeName(fileName);
    mkdirSync(folder);
    const filePath = path.join(folder, name);
    writeFileSync(filePath, '', { mode: 0o600 });
    this.#files.set(id, { path: filePath, name, upload: { folder, sizeBytes, receivedBytes: 0 } });
    return id;
  }

  /** Takes the next piece, and gives how much has come. @throws Refusal `file-unknown`, `file-incomplete` */
  add(id: FileId, bytes: Buffer): number {
    const { path: filePath, upload } = this.#get(id);
    if (upload === null || upload.receivedBytes + bytes.length > upload.sizeBytes) throw incomplete();
    appendFileSync(filePath, bytes);
    upload.receivedBytes += bytes.length;
    return upload.receivedBytes;
  }

  /** Says that a file is whole. @throws Refusal `file-unknown`, `file-incomplete` */
  end(id: FileId): string {
    const { name, upload } = this.#get(id);
    if (upload !== null && upload.receivedBytes !== upload.sizeBytes) {
      const missing = upload.sizeBytes - upload.receivedBytes;
      throw incomplete(`${counted(missing, 'byte', 'byte')} saknas. `);
    }
    return name;
  }

  /** Where a whole file lies. @throws Refusal `file-unknown`, `file-incomplete` */
  path(id: FileId): string {
    this.end(id);
    return this.#get(id).path;
  }

  forget(id: FileId): void {
    const file = this.#files.get(id);
    this.#files.delete(id);
    if (file !== undefined && file.upload !== null)
      rmSync(file.upload.folder, { recursive: true, force: true });
  }

  clear(): void {
    this.#files.clear();
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  #get(id: FileId): HandedFile {
    const file = this.#files.get(id);
    if (file !== undefined) return file;
    throw new Refusal({
      code: 'file-unknown',
      message: 'Filen är inte längre tillgänglig.',
      nextStep: 'Släpp eller välj filen igen.',
    });
  }

  #uploads(): string {
    this.#folder ??= mkdtempSync(path.join(tmpdir(), 'dimios-'));
    return this.#folder;
  }
}

function incomplete(what = ''): Refusal {
  return new Refusal({
    code: 'file-incomplete',
    message: `Filen kom inte fram i sin helhet. ${what}`.trim(),
    nextStep: 'Släpp eller välj filen igen.',
  });
}

/** The name alone, without folders or signs that mean something to a file system. */
function safeName(fileName: string): string {
  const name = path
    .basename(fileName.replaceAll('\\', '/'))
    .replace(/[\u0000-\u001F<>:"|?*]/g, '_')
    .slice(-120);
  return name === '' || name === '.' || name === '..' ? 'fil' : name;
}
