import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pageFolder } from './page.ts';

const root = path.join(import.meta.dirname, '../..');

/** What the page is built from. */
const sources = ['renderer', 'core', 'vite.config.ts', 'package-lock.json'];

/** True when the built page is there and no older than what it is built from. */
export function isWindowBuilt(): boolean {
  const page = path.join(pageFolder, 'index.html');
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  return sources.every((source) => newest(path.join(root, source)) <= built);
}

/** Builds the page into the ignored folder that the shells answer from. */
export async function buildWindow(): Promise<void> {
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'error' });
}

function newest(place: string): number {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}
