import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../core/problem.ts';

/** Makes a folder that files are to lie in, where it is not there. @throws Refusal `folder-unusable` */
export function usableFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new Refusal({
      code: 'folder-unusable',
      message: `${folder} går inte att använda som mapp.`,
      file: path.basename(folder),
      nextStep: 'Välj en annan mapp med --out.',
    });
  }
}
