import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runInBrowser } from './browser.ts';
import { installedBrowser } from './browser/find-browser.ts';
import { main } from './cli/main.ts';
import { buildDesktop, buildWindow, isWindowBuilt } from './shell/build-window.ts';

/**
 * `npm start`: the window in Electron if its binary is there or can be had, else in an installed browser, else
 * (or without a display) the demo on the command line. Each step down is told in one plain line.
 */

/** How long Electron's own install step may take to fetch its binary. */
const downloadMs = 60_000;

async function start(): Promise<number> {
  if (!hasDisplay()) {
    say('Ingen skärm hittades: fönstret visas inte, utan exemplen på kommandoraden.');
    return main(['demo']);
  }
  if (!isWindowBuilt()) {
    say('Fönstret byggs första gången …');
    await buildWindow();
  }
  const electron = electronBinary();
  if (electron !== null) {
    await buildDesktop();
    const { status } = spawnSync(electron, [path.join(import.meta.dirname, '..')], { stdio: 'inherit' });
    return status ?? 1;
  }
  const browser = installedBrowser();
  if (browser === null) {
    say(
      'Varken Electron eller någon webbläsare av Chromium-slag hittades: installera Chromium, Chrome eller Edge ' +
        'för att se fönstret. Här är exemplen på kommandoraden.',
    );
    return main(['demo']);
  }
  say(`Electron finns inte på datorn: fönstret visas i ${path.basename(browser.executable)}.`);
  await runInBrowser(browser);
  return 0;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Where Electron's program lies, fetched by its own install step where that can be done; null where it cannot. */
function electronBinary(): string | null {
  const folder = path.join(import.meta.dirname, '../node_modules/electron');
  const found = binaryIn(folder);
  const install = path.join(folder, 'install.js');
  if (found !== null || !existsSync(install)) return found;
  say('Electron hämtas, om det går …');
  spawnSync(process.execPath, [install], { stdio: 'ignore', timeout: downloadMs });
  return binaryIn(folder);
}

function binaryIn(folder: string): string | null {
  try {
    const name = readFileSync(path.join(folder, 'path.txt'), 'utf8').trim();
    const binary = path.join(folder, 'dist', name);
    return existsSync(binary) ? binary : null;
  } catch {
    // Without its note of where the program lies, it has not been fetched.
    return null;
  }
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

process.exitCode = await start();
