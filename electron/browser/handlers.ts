import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { WorkbenchClient } from '../workbench/client.ts';
import { userFolder } from '../workbench/profiles.ts';
import { programVersion } from '../workbench/resources.ts';
import { workspacesFolder } from '../workbench/user-files.ts';
import { freePath, safeFileName } from '../shell/names.ts';
import type { StartMarks } from '../shell/start-marks.ts';
import type { ShellHandlers } from '../shell/shell-calls.ts';

/**
 * What the browser shell does where Electron would ask in a dialog: files are saved under a free name among the
 * downloads, and new workspaces in the user's own folder.
 */
export function browserHandlers(workbench: WorkbenchClient, marks: StartMarks): ShellHandlers {
  const saved = downloadsFolder();
  return {
    'shell.state': () => ({
      shell: 'browser',
      version: programVersion(),
      platform: process.platform,
      downloads: saved,
      remembersKeys: false,
    }),
    // A browser has no key store that another program of this user could not read too.
    'shell.rememberKey': () => ({ remembered: false }),
    'shell.recallKey': () => ({ unlocked: false }),
    'shell.saveTarget': ({ suggestedName }) => {
      mkdirSync(saved, { recursive: true });
      const target = freePath(saved, safeFileName(suggestedName));
      return { targetId: workbench.grantTarget(target), shownPath: target };
    },
    // A browser has no dialog that gives a path: workspaces are chosen from the list that the workbench serves.
    'shell.openWorkspaceDialog': () => null,
    'shell.newWorkspaceTarget': ({ suggestedName }) => {
      const folder = workspacesFolder();
      mkdirSync(folder, { recursive: true });
      const name = safeFileName(suggestedName);
      const target = freePath(folder, name.toLowerCase().endsWith('.dimios') ? name : `${name}.dimios`);
      return { targetId: workbench.grantTarget(target), shownPath: target };
    },
    'shell.chooseFiles': () => ({ files: [] }),
    'shell.reveal': () => ({ revealed: false }),
    // A browser takes what is dragged from the page itself, past the release log.
    'shell.drag': () => ({ dragged: false }),
    'shell.started': (at) => {
      marks.finish(at);
      return {};
    },
    // The browser shows the page's own title.
    'shell.setTitle': () => ({}),
  };
}

/** Tests and trials that set a home of their own save there and nowhere else. */
function downloadsFolder(): string {
  return process.env['DIMIOS_HOME'] === undefined
    ? path.join(os.homedir(), 'Downloads')
    : path.join(userFolder(), 'exports');
}
