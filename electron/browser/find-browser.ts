import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** A browser that can show the window. */
export interface FoundBrowser {
  readonly executable: string;
  /** True for the one that comes with the development tools: it has no window, and shows pages to tests only. */
  readonly isHeadless: boolean;
  /** Folder of libraries that it needs beside the system's own; null for an installed one. */
  readonly libraries: string | null;
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
 * An installed browser of the Chromium family; DIMIOS_BROWSER names one of one's own. Null where there is none.
 */
export function installedBrowser(): FoundBrowser | null {
  const own = process.env['DIMIOS_BROWSER'];
  const candidates = own !== undefined && own !== '' ? [own] : usualPlaces();
  const executable = candidates.find((candidate) => existsSync(candidate));
  return executable === undefined ? null : { executable, isHeadless: false, libraries: null };
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
 * The headless Chromium that the development tools bring (x86-64 Linux), unpacked to the folder for temporary
 * files the first time; null where it is not installed.
 */
export async function bundledBrowser(): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const bin = path.join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin');
    const executable = await chromium.executablePath(bin);
    await inflate(path.join(bin, 'al2023.tar.br'));
    return { executable, isHeadless: true, libraries: path.join(os.tmpdir(), 'al2023', 'lib') };
  } catch {
    // It is a development tool: where it is missing an installed browser is looked for instead.
    return null;
  }
}
