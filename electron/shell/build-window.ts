import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pageFolder } from './page.ts';

const root = path.join(import.meta.dirname, '../..');

/** True when the built page is there and no older than what it is built from. */
export function isWindowBuilt(): boolean {
  return isBuilt(path.join(pageFolder, 'index.html'), ['renderer', 'core', 'vite.config.ts']);
}

/** Builds the page into the ignored folder that the shells answer from. */
export async function buildWindow(): Promise<void> {
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'error' });
}

/** Where Electron's own programs are built to: `main.js` and `worker.js` as modules, `preload.cjs`. */
export const desktopFolder = path.join(root, 'out/electron');

/** True when all that Electron runs is there and no older than what it is built from. */
export function isDesktopBuilt(): boolean {
  return isBuilt(path.join(desktopFolder, 'preload.cjs'), ['electron', 'core']);
}

/**
 * Builds what Electron runs. Everything of the project's own is bundled, so that the packaged program holds no
 * sources; libraries stay outside.
 */
export async function buildDesktop(): Promise<void> {
  await bundle({
    input: { main: 'electron/main.ts', ...workbenchPrograms },
    folder: desktopFolder,
    format: 'es',
    external: isLibrary,
  });
  await bundle({
    input: { preload: 'electron/preload.ts' },
    folder: desktopFolder,
    format: 'cjs',
    external: isLibrary,
  });
}

/** The workbench, and the thread in which it reads old formats. */
const workbenchPrograms = {
  worker: 'electron/workbench/worker.ts',
  'legacy-parser': 'electron/spreadsheets/legacy/parser.ts',
};

const workbenchFolder = path.join(root, 'out/workbench');

/** The workbench that the browser shell's thread runs, once it has been built. */
export const builtWorker = path.join(workbenchFolder, 'worker.js');

/** True when the built workbench is there and no older than what it is built from. */
export function isWorkbenchBuilt(): boolean {
  return isBuilt(builtWorker, ['electron', 'core']);
}

/**
 * Builds the workbench for the browser shell. It runs from its sources as well, but reads a thousand files then,
 * its libraries' among them, and takes ten times as long to start: only native modules stay outside.
 */
export async function buildWorkbench(): Promise<void> {
  await bundle({
    input: workbenchPrograms,
    folder: workbenchFolder,
    format: 'es',
    external: nativeModules,
  });
}

const commandLineFolder = path.join(root, 'out/command-line');

/** The command line, once it has been built. */
export const builtCommandLine = path.join(commandLineFolder, 'main.js');

/** True when the built command line is there and no older than what it is built from. */
export function isCommandLineBuilt(): boolean {
  return isBuilt(builtCommandLine, ['electron', 'core']);
}

/** Builds the command line, for the same reason as the workbench, into a folder two steps below the root. */
export async function buildCommandLine(folder = commandLineFolder): Promise<void> {
  await bundle({
    input: {
      main: 'electron/cli/main.ts',
      'legacy-parser': workbenchPrograms['legacy-parser'],
    },
    folder,
    format: 'es',
    external: nativeModules,
  });
}

const nativeModules = ['better-sqlite3', '@resvg/resvg-js', '@myriaddreamin/typst-ts-node-compiler'];

function isLibrary(id: string): boolean {
  return !id.startsWith('.') && !path.isAbsolute(id);
}

interface Bundle {
  /** Entry files below the root, by the names of what is built of them. */
  readonly input: Readonly<Record<string, string>>;
  /** Two steps below the root, as `electron/*` rooms lie: paths to `resources/` and `out/renderer` hold in both. */
  readonly folder: string;
  /** A module, several of which may share parts, or one file that an old loader can take. */
  readonly format: 'es' | 'cjs';
  readonly external: readonly string[] | ((id: string) => boolean);
}

async function bundle({ input, folder, format, external }: Bundle): Promise<void> {
  const { build } = await import('vite');
  const ending = format === 'es' ? 'js' : 'cjs';
  const isOutside = typeof external === 'function' ? external : [...external];
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: Array.isArray(isOutside) ? { noExternal: true, external: isOutside } : {},
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: format === 'es',
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, path.join(root, file)])),
        external: isOutside,
        output: {
          format,
          entryFileNames: `[name].${ending}`,
          chunkFileNames: `[name].${ending}`,
          ...(format === 'cjs' && { codeSplitting: false }),
        },
      },
    },
  });
}

function isBuilt(result: string, sources: readonly string[]): boolean {
  if (!existsSync(result)) return false;
  const built = statSync(result).mtimeMs;
  return [...sources, 'package-lock.json'].every((source) => newest(path.join(root, source)) <= built);
}

function newest(place: string): number {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}
