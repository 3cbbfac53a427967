import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { copyFile, open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../core/problem.ts';

/**
 * Writes a whole file or leaves what was there: to a temporary name in the same folder, down to the disk, then
 * renamed. A file that already has the name is replaced.
 * @throws Refusal `file-in-use`, `folder-missing`, `file-is-folder`, `disk-full`, `file-not-written`
 */
export async function writeFileWhole(target: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryFor(target);
  try {
    await writeThrough(await open(temporary, 'wx'), bytes);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw refusalOf(error, target);
  }
}

/** A file to be written. */
export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes several files or none: where one cannot be written those that had been are taken away again, and what they
 * replaced stands as it was.
 * @throws Refusal as {@link writeFileWhole}
 */
export async function writeFilesWhole(files: readonly FileToWrite[]): Promise<void> {
  const staged = files.map(({ path: target, bytes }) => ({
    target,
    bytes,
    temporary: temporaryFor(target),
    replaced: temporaryFor(target),
  }));
  const done: (() => Promise<void>)[] = [];
  let at = '';
  try {
    for (const { target, bytes, temporary } of staged) {
      at = target;
      done.push(() => unlink(temporary));
      await writeThrough(await open(temporary, 'wx'), bytes);
    }
    for (const { target, temporary, replaced } of staged) {
      at = target;
      const isThere = existsSync(target);
      if (isThere) {
        done.push(() => unlink(replaced));
        await copyFile(target, replaced);
      }
      await rename(temporary, target);
      done.push(() => (isThere ? rename(replaced, target) : unlink(target)));
    }
  } catch (error) {
    // The last step is taken back first; what one step has moved, another does not find.
    for (const undo of done.toReversed()) await undo().catch(() => undefined);
    throw refusalOf(error, at);
  }
  for (const { replaced } of staged) await unlink(replaced).catch(() => undefined);
}

function temporaryFor(target: string): string {
  return path.join(
    path.dirname(target),
    `.${path.basename(target).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`,
  );
}

async function writeThrough(file: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function refusalOf(error: unknown, target: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const file = path.basename(target);
  switch (error.code) {
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
    case 'ETXTBSY':
      return new Refusal({
        code: 'file-in-use',
        message: `${file} gick inte att spara: den är öppen i ett annat program, eller så är mappen skrivskyddad.`,
        file,
        nextStep: 'Stäng filen i Word eller Excel och försök igen, eller spara under ett annat namn.',
      });
    case 'ENOENT':
    case 'ENOTDIR':
      return new Refusal({
        code: 'folder-missing',
        message: `${file} gick inte att spara: mappen ${path.dirname(target)} finns inte.`,
        file,
        nextStep: 'Skapa mappen, eller välj en annan.',
      });
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return new Refusal({
        code: 'file-is-folder',
        message: `${file} gick inte att spara: en mapp har redan det namnet.`,
        file,
        nextStep: 'Välj ett annat namn.',
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal({
        code: 'disk-full',
        message: `${file} gick inte att spara: disken är full.`,
        file,
        nextStep: 'Frigör plats, eller spara på en annan disk.',
      });
    default:
      return new Refusal({
        code: 'file-not-written',
        message: `${file} gick inte att spara (${error.code}).`,
        file,
        nextStep: 'Försök igen, eller spara i en annan mapp.',
      });
  }
}
