import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../core/problem.ts';

/**
 * Writes a whole file or leaves what was there: to a temporary name in the same folder, down to the disk, then
 * renamed. A file that already has the name is replaced.
 * @throws Refusal `file-in-use`, `folder-missing`, `file-is-folder`, `disk-full`, `file-not-written`
 */
export async function writeFileWhole(target: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(
    path.dirname(target),
    `.${path.basename(target).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    await writeThrough(await open(temporary, 'wx'), bytes);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw refusalOf(error, target);
  }
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
