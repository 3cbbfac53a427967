import { bundledBrowser } from '../../electron/browser/find-browser.ts';
import { buildWindow, isWindowBuilt } from '../../electron/shell/build-window.ts';

/** Once before all journeys: the page built and the browser unpacked, so that no two of them do it at once. */
export default async function setup(): Promise<void> {
  if (!isWindowBuilt()) await buildWindow();
  await bundledBrowser();
}
