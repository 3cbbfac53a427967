import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** A browser that can show the window. */
export interface FoundBrowser {
  readonly executable: string;
  /** True for the one that comes with the development tools: it has no window, and shows pages to tests only. */
  readonly isHeadless: boolean;
  /** What it needs in its environment beside the system's own: where its libraries and fonts lie. */
  readonly environment: Readonly<Record<string, string>>;
}

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const inFolders: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
  ],
};

/**
 * An installed browser of the Chromium family; DIMIOS_BROWSER or CHROME_PATH names one of one's own. Null where
 * there is none.
 */
export function installedBrowser(): FoundBrowser | null {
  const own = [process.env['DIMIOS_BROWSER'], process.env['CHROME_PATH']].find(
    (named) => (named ?? '') !== '',
  );
  const candidates = own === undefined ? usualPlaces() : [own];
  const executable = candidates.find((candidate) => existsSync(candidate));
  return executable === undefined ? null : { executable, isHeadless: false, environment: {} };
}

function usualPlaces(): string[] {
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return roots.flatMap((root) => (inFolders.win32 ?? []).map((place) => path.win32.join(root, place)));
  }
  if (process.platform === 'darwin') return [...(inFolders.darwin ?? [])];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return onPath.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/**
 * The headless Chromium that the development tools bring (x86-64 Linux), unpacked beside the libraries the first
 * time; null where it is not installed.
 */
export async function bundledBrowser(): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packedBrowser)) return null;
  if (!existsSync(unpackedBrowser)) await unpackBrowser();
  const hasFonts = existsSync('/etc/fonts/fonts.conf');
  return {
    executable: path.join(unpackedBrowser, 'chromium'),
    isHeadless: true,
    environment: {
      LD_LIBRARY_PATH: path.join(unpackedBrowser, 'al2023/lib'),
      ...(!hasFonts && { FONTCONFIG_PATH: path.join(unpackedBrowser, 'fonts') }),
    },
  };
}

const libraries = path.join(import.meta.dirname, '../../node_modules');
const packedBrowser = path.join(libraries, '@sparticuz/chromium/bin');
/** A clean install takes it away, and with it a browser of an earlier version. */
const unpackedBrowser = path.join(libraries, '.cache/dimios-chromium');

/** Unpacks into a folder of its own and moves that in place: a half unpacked browser is never found. */
async function unpackBrowser(): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  mkdirSync(path.dirname(unpackedBrowser), { recursive: true });
  const folder = mkdtempSync(`${unpackedBrowser}-`);
  const usual = process.env['TMPDIR'];
  // The package unpacks to the folder for temporary files, which it asks for when called.
  process.env['TMPDIR'] = folder;
  const unpacking = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) =>
    inflate(path.join(packedBrowser, name)),
  );
  if (usual === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usual;
  await Promise.all(unpacking);
  try {
    renameSync(folder, unpackedBrowser);
  } catch {
    // Another run was first: its browser is the same.
    rmSync(folder, { recursive: true, force: true });
  }
}
