import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { BrowserWindow, FileFilter } from 'electron';
import { app, dialog, shell } from 'electron';
import type { exportFormats, InputOf } from '../../core/api.ts';
import { canKeepKeys, forgetKey, keepKey, keptKey } from './kept-keys.ts';
import { safeFileName } from '../shell/names.ts';
import type { StartMarks } from '../shell/start-marks.ts';
import type { ShellHandlers } from '../shell/shell-calls.ts';
import type { WorkbenchClient } from '../workbench/client.ts';

/** Dialogs and the operating system, for the window. Paths stay here: the window gets ids. */
export function desktopHandlers(
  window: BrowserWindow,
  workbench: WorkbenchClient,
  marks: StartMarks,
): ShellHandlers {
  const save = async (suggestedName: string, ending: string, title: string): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: path.join(app.getPath('documents'), safeFileName(suggestedName)),
      filters: [{ name: formatNames[ending] ?? ending, extensions: [ending] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    return filePath.toLowerCase().endsWith(`.${ending}`) ? filePath : `${filePath}.${ending}`;
  };
  return {
    'shell.state': async () => ({
      shell: 'electron',
      version: app.getVersion(),
      platform: process.platform,
      downloads: null,
      remembersKeys: await canKeepKeys(),
    }),
    'shell.rememberKey': async ({ workspaceId, remember }) => {
      const key = remember ? await workbench.keyOf(workspaceId) : null;
      return { remembered: key === null ? forgetKey(workspaceId) : await keepKey(workspaceId, key) };
    },
    'shell.recallKey': async ({ workspaceId }) => {
      const key = await keptKey(workspaceId);
      return { unlocked: key !== null && (await workbench.unlock(workspaceId, key)) };
    },
    'shell.saveTarget': async ({ suggestedName, kind }) => {
      const target = await save(suggestedName, kind, 'Spara');
      return target === null ? null : { targetId: workbench.grantTarget(target), shownPath: target };
    },
    'shell.openWorkspaceDialog': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Öppna arbetsfil',
        filters: [workspaceFilter],
        properties: ['openFile'],
      });
      const [chosen] = filePaths;
      if (canceled || chosen === undefined) return null;
      app.addRecentDocument(chosen);
      return { workspaceId: workbench.grantWorkspace(chosen), shownPath: chosen };
    },
    'shell.newWorkspaceTarget': async ({ suggestedName }) => {
      const target = await save(suggestedName, 'dimios', 'Ny arbetsfil');
      return target === null ? null : { targetId: workbench.grantTarget(target), shownPath: target };
    },
    'shell.chooseFiles': async ({ kind }) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Välj filer',
        filters: [...filters[kind]],
        properties: kind === 'logo' ? ['openFile'] : ['openFile', 'multiSelections'],
      });
      return {
        files: filePaths.map((filePath) => ({
          fileId: workbench.grantFile(filePath),
          fileName: path.basename(filePath),
        })),
      };
    },
    'shell.reveal': ({ targetId }) => {
      const target = workbench.targetPath(targetId);
      if (target !== null) shell.showItemInFolder(target);
      return { revealed: target !== null };
    },
    'shell.drag': async ({ targetId }) => {
      const file = workbench.targetPath(targetId);
      // What has not been written has not passed the release log either.
      if (file === null || !existsSync(file)) return { dragged: false };
      window.webContents.startDrag({ file, icon: await app.getFileIcon(file) });
      return { dragged: true };
    },
    'shell.started': (at) => {
      marks.finish(at);
      return {};
    },
    'shell.setTitle': ({ title }) => {
      window.setTitle(title);
      return {};
    },
  };
}

const workspaceFilter = { name: 'DiMiOS arbetsfil', extensions: ['dimios'] };

const filters = {
  survey: [
    { name: 'Kalkylblad', extensions: ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'csv'] },
    { name: 'Alla filer', extensions: ['*'] },
  ],
  exchange: [{ name: 'Utbytesfil', extensions: ['json'] }],
  logo: [{ name: 'Bild', extensions: ['png', 'jpg', 'jpeg', 'svg'] }],
} satisfies Record<InputOf<'shell.chooseFiles'>['kind'], FileFilter[]>;

const formatNames: Readonly<Partial<Record<string, string>>> = {
  svg: 'Bild (SVG)',
  png: 'Bild (PNG)',
  pdf: 'PDF',
  docx: 'Word',
  pptx: 'PowerPoint',
  xlsx: 'Excel',
  csv: 'CSV',
  parquet: 'Parquet',
  html: 'Webbsida',
  json: 'Utbytesfil',
  dimios: 'DiMiOS arbetsfil',
  zip: 'Packade filer',
} satisfies Record<(typeof exportFormats)[number], string>;
