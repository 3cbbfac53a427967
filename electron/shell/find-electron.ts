import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Electron's program: found where it lies, or fetched by its own install step. */

/** How long the install step may take. */
const fetchMs = 60_000;
/** After an attempt that failed, this long passes before the next: without a network each takes a minute. */
const restMs = 24 * 60 * 60 * 1000;

const electronFolder = path.join(import.meta.dirname, '../../node_modules/electron');

/** What finding Electron rests on; each is the machine's own unless given. */
export interface ElectronSearch {
  /** Electron's package. */
  readonly folder?: string;
  /** Remembers that it could not be fetched, by its time of change. */
  readonly note?: string;
  /** Runs the install step. */
  readonly fetch?: (installStep: string) => void;
  /** Ms since 1970. */
  readonly nowMs?: number;
  /** Tells the user, in one line. */
  readonly say: (words: string) => void;
}

/** Where Electron's program lies, fetched where that can be done; null where it cannot. */
export function findElectron({
  folder = electronFolder,
  note = path.join(cacheFolder(), 'electron-not-fetched'),
  fetch = runInstallStep,
  nowMs = Date.now(),
  say,
}: ElectronSearch): string | null {
  const found = programIn(folder);
  const installStep = path.join(folder, 'install.js');
  if (found !== null || !existsSync(installStep)) return found;
  const failed = statSync(note, { throwIfNoEntry: false });
  if (failed !== undefined && nowMs - failed.mtimeMs < restMs) {
    say(`Electron gick inte att hämta senast; det prövas igen om ett dygn, eller när ${note} tagits bort.`);
    return null;
  }
  say('Electron hämtas, om det går …');
  fetch(installStep);
  const fetched = programIn(folder);
  if (fetched === null) remember(note);
  else if (failed !== undefined) rmSync(note, { force: true });
  return fetched;
}

function runInstallStep(installStep: string): void {
  spawnSync(process.execPath, [installStep], { stdio: 'ignore', timeout: fetchMs });
}

function programIn(folder: string): string | null {
  try {
    const name = readFileSync(path.join(folder, 'path.txt'), 'utf8').trim();
    const program = path.join(folder, 'dist', name);
    return existsSync(program) ? program : null;
  } catch {
    // Without its note of where the program lies, it has not been fetched.
    return null;
  }
}

function remember(note: string): void {
  try {
    mkdirSync(path.dirname(note), { recursive: true });
    writeFileSync(note, '');
  } catch {
    // It is then tried at the next start too.
  }
}

/** Where the system lets a program keep what it can do without. */
function cacheFolder(): string {
  const { env, platform } = process;
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? os.tmpdir(), 'dimios', 'cache');
  if (platform === 'darwin') return path.join(os.homedir(), 'Library/Caches/dimios');
  return path.join(env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'dimios');
}
