import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { startBuiltWorkbench } from '../../electron/browser.ts';
import { bundledBrowser, installedBrowser } from '../../electron/browser/find-browser.ts';
import { openWindow } from '../../electron/browser/open-window.ts';
import {
  buildWindow,
  buildWorkbench,
  isWindowBuilt,
  isWorkbenchBuilt,
} from '../../electron/shell/build-window.ts';
import { pageFolder } from '../../electron/shell/page.ts';

/** How the window starts, in this process; the median of several starts with the samples already stored. */
export interface WindowStart {
  /** From asking for the workbench and the browser until the page is loaded. */
  readonly shownSeconds: number;
  /** … until the overview's heading and first figure stand on the screen. */
  readonly dataSeconds: number;
  /** Script that was sent to the page by then, gzipped. */
  readonly scriptBytes: number;
  /** All script of the page, gzipped file by file. */
  readonly allScriptBytes: number;
}

const starts = 5;

/** Null where no browser is to be had. */
export async function measureWindow(): Promise<WindowStart | null> {
  const browser = (await bundledBrowser()) ?? installedBrowser();
  if (browser === null) return null;
  if (!isWindowBuilt()) await buildWindow();
  if (!isWorkbenchBuilt()) await buildWorkbench();
  const home = mkdtempSync(path.join(tmpdir(), 'dimios-window-bench-'));
  process.env['DIMIOS_HOME'] = home;
  // As `npm start` does.
  module.enableCompileCache();
  const shown: number[] = [];
  const data: number[] = [];
  let sent: string[] = [];
  try {
    // The first start imports the samples and is not counted.
    for (let start = 0; start <= starts; start++) {
      const begun = performance.now();
      const workbench = await startBuiltWorkbench();
      const window = await openWindow({ browser: { ...browser, isHeadless: true }, workbench });
      const shownMs = performance.now() - begun;
      await window.page.getByRole('heading', { name: 'Översikt' }).first().waitFor();
      await window.page.locator('figure svg').first().waitFor();
      if (start > 0) {
        shown.push(shownMs);
        data.push(performance.now() - begun);
      }
      sent = await window.page.evaluate<string[]>(
        `performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)`,
      );
      await window.close();
      await workbench.end();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  const all = readdirSync(pageFolder, { recursive: true, encoding: 'utf8' });
  return {
    shownSeconds: median(shown) / 1000,
    dataSeconds: median(data) / 1000,
    scriptBytes: gzipped([...new Set(sent)]),
    allScriptBytes: gzipped(all),
  };
}

function gzipped(names: readonly string[]): number {
  return names
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + gzipSync(readFileSync(path.join(pageFolder, name))).length, 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
