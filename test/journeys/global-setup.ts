import { bundledBrowser } from '../../electron/browser/find-browser.ts';
import {
  buildWindow,
  buildWorkbench,
  isWindowBuilt,
  isWorkbenchBuilt,
} from '../../electron/shell/build-window.ts';

/** Once before all journeys: page and workbench built and the browser unpacked, so that no two of them do it at once. */
export default async function setup(): Promise<void> {
  if (!isWindowBuilt()) await buildWindow();
  if (!isWorkbenchBuilt()) await buildWorkbench();
  await bundledBrowser();
}
