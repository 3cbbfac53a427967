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

/** Where Electron's own programs are built to: `main.js` and `worker.js` as modules, `preload.cjs`. */
export const desktopFolder = path.join(root, 'out/electron');

/**
 * Builds what Electron runs. Everything of the project's own is bundled, so that the packaged program holds no
 * sources; libraries stay outside. All lies in one folder two steps below the root, as `electron/*` rooms do:
 * paths to `resources/` and `out/renderer` hold in both.
 */
export async function buildDesktop(): Promise<void> {
  const { build } = await import('vite');
  const common = { configFile: false, root, logLevel: 'error', publicDir: false } as const;
  const isLibrary = (id: string): boolean => !id.startsWith('.') && !path.isAbsolute(id);
  await build({
    ...common,
    build: {
      ssr: true,
      outDir: desktopFolder,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: {
          main: path.join(root, 'electron/main.ts'),
          worker: path.join(root, 'electron/workbench/worker.ts'),
        },
        external: isLibrary,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  await build({
    ...common,
    build: {
      ssr: true,
      outDir: desktopFolder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { preload: path.join(root, 'electron/preload.ts') },
        external: isLibrary,
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
}

function newest(place: string): number {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}
