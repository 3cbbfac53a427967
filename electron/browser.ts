import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { openWindow } from './browser/open-window.ts';
import type { FoundBrowser } from './browser/find-browser.ts';
import { installedBrowser } from './browser/find-browser.ts';
import { buildWorkbench, builtWorker, isWorkbenchBuilt } from './shell/build-window.ts';
import { StartMarks } from './shell/start-marks.ts';
import { startThread, WorkbenchClient } from './workbench/client.ts';

/** The same window and the same workbench as under Electron, in an installed browser of the Chromium family. */

/** Starts the workbench as it is built for this shell, and builds it first when it is not. */
export async function startBuiltWorkbench(): Promise<WorkbenchClient> {
  if (!isWorkbenchBuilt()) await buildWorkbench();
  return new WorkbenchClient(() => startThread(builtWorker));
}

/** Shows the window until the user closes it. */
export async function runInBrowser(browser: FoundBrowser): Promise<void> {
  const marks = new StartMarks();
  marks.mark('main');
  const workbench = await startBuiltWorkbench();
  try {
    const window = await openWindow({ browser, workbench, marks });
    await window.closed;
  } finally {
    await workbench.end();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const browser = installedBrowser();
  if (browser === null) {
    process.stderr.write('Ingen webbläsare hittades. Installera Chromium, Chrome eller Edge.\n');
    process.exitCode = 1;
  } else {
    await runInBrowser(browser);
  }
}
