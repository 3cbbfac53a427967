import { existsSync } from 'node:fs';
import path from 'node:path';

/** The workspace files among the words that the program was started with, as full paths. */
export function workspacesAmong(args: readonly string[], folder: string): string[] {
  return args
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.dimios'))
    .map((word) => path.resolve(folder, word))
    .filter((file) => existsSync(file));
}
