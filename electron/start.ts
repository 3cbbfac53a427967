import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { installedBrowser } from './browser/find-browser.ts';
import { buildDesktop, buildWindow, isDesktopBuilt, isWindowBuilt } from './shell/build-window.ts';
import { findElectron } from './shell/find-electron.ts';

/**
 * `npm start`: the window in Electron if its binary is there or can be had, else in an installed browser, else
 * (or without a display) the demo on the command line. Each step down is told in one plain line.
 */

async function start(): Promise<number> {
  if (!hasDisplay()) {
    say('Ingen skärm hittades: fönstret visas inte, utan exemplen på kommandoraden.');
    return demo();
  }
  if (!isWindowBuilt()) {
    say('Fönstret byggs första gången …');
    await buildWindow();
  }
  const electron = findElectron({ say });
  if (electron !== null) {
    if (!isDesktopBuilt()) await buildDesktop();
    const { status } = spawnSync(electron, [path.join(import.meta.dirname, '..')], { stdio: 'inherit' });
    return status ?? 1;
  }
  const browser = installedBrowser();
  if (browser === null) {
    say(
      'Varken Electron eller någon webbläsare av Chromium-slag hittades: installera Chromium, Chrome eller Edge ' +
        'för att se fönstret. Här är exemplen på kommandoraden.',
    );
    return demo();
  }
  say(`Electron finns inte på datorn: fönstret visas i ${path.basename(browser.executable)}.`);
  const { runInBrowser } = await import('./browser.ts');
  await runInBrowser(browser);
  return 0;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

async function demo(): Promise<number> {
  const { main } = await import('./cli/main.ts');
  return main(['demo']);
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

process.exitCode = await start();
