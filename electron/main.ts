import path from 'node:path';
import process from 'node:process';
import { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron';
import type { MachineEvent } from '../core/api.ts';
import { channels } from './desktop/channels.ts';
import { desktopHandlers } from './desktop/handlers.ts';
import { menuTemplate } from './desktop/menu.ts';
import { workspacesAmong } from './desktop/opened-files.ts';
import { startUtility } from './desktop/utility.ts';
import { readWindowState, rememberWindowState } from './desktop/window-state.ts';
import {
  isOwnSender,
  pageOrigin,
  pageScheme,
  schemePrivileges,
  secureContents,
  secureSession,
  webPreferences,
} from './security.ts';
import { pageAnswer } from './shell/page.ts';
import { answerShellCall, isShellCall } from './shell/shell-calls.ts';
import { StartMarks } from './shell/start-marks.ts';
import { WorkbenchClient } from './workbench/client.ts';
import { logNotice } from './workbench/fault-log.ts';

/** The Electron shell: the main process that holds the window, the page's protocol and the workbench's process. */

const here = import.meta.dirname;

/** A window whose process goes twice within this time is closed. */
const soonMs = 10_000;

const marks = new StartMarks();
marks.mark('main');

let window: BrowserWindow | null = null;
let workbench: WorkbenchClient | null = null;
/** Workspaces that were opened from outside before the window could hear of them. */
const waiting = workspacesAmong(process.argv.slice(1), process.cwd());

// Before anything else of Chromium's runs: no services of its own that ask the network.
// Dates are entered as they are written here, 2024-03-09, whatever the operating system speaks.
app.commandLine.appendSwitch('lang', 'sv');
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');
app.commandLine.appendSwitch('disable-domain-reliability');
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.enableSandbox();
protocol.registerSchemesAsPrivileged([schemePrivileges]);

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  app.on('second-instance', (_event, args, folder) => {
    for (const file of workspacesAmong(args.slice(1), folder)) openFromOutside(file);
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    openFromOutside(file);
  });
  app.on('web-contents-created', (_event, contents) => {
    secureContents(contents);
  });
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') logNotice('electron', `${type}: ${reason}`, now());
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (workbench === null) return;
    // The workbench closes its files first; it takes two seconds at the most.
    event.preventDefault();
    const ending = workbench;
    workbench = null;
    void ending.end().finally(() => {
      app.quit();
    });
  });
  app.on('activate', () => {
    if (app.isReady() && window === null) void openWindow();
  });
  void app.whenReady().then(start);
}

async function start(): Promise<void> {
  await secureSession(session.defaultSession);
  protocol.handle(pageScheme, ({ url, method }) => {
    const { pathname, protocol: scheme, host } = new URL(url);
    const isOwn = `${scheme}//${host}` === pageOrigin && method === 'GET';
    const { status, headers, body } = pageAnswer(isOwn ? pathname : '/\0');
    return new Response(new Uint8Array(body), { status, headers });
  });
  workbench = new WorkbenchClient(() => startUtility(path.join(here, 'worker.js')));
  workbench.whenReady(() => {
    marks.mark('workbench ready');
  });
  workbench.listen((eventJson) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(channels.event, eventJson);
  });
  answerWindow(workbench);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate((command) => {
        tell({ type: 'menu', command });
      }),
    ),
  );
  await openWindow();
}

/** Calls from the page: only from its own main frame, only as strings. */
function answerWindow(machine: WorkbenchClient): void {
  const refused = JSON.stringify({
    ok: false,
    problem: {
      code: 'sender-refused',
      message: 'Anropet kom inte från programmets eget fönster.',
      nextStep: 'Stäng fönstret och starta programmet igen.',
    },
  });
  ipcMain.handle(channels.call, (event, name: unknown, inputJson: unknown, callId: unknown) => {
    const isString = typeof name === 'string' && typeof inputJson === 'string' && typeof callId === 'string';
    if (!isOwnSender(event) || !isString || window === null) return refused;
    return isShellCall(name)
      ? answerShellCall(desktopHandlers(window, machine, marks), name, inputJson)
      : machine.call(name, inputJson, callId);
  });
  ipcMain.on(channels.cancel, (event, callId: unknown) => {
    if (isOwnSender(event) && typeof callId === 'string') machine.cancel(callId);
  });
  ipcMain.handle(channels.takeFile, (event, filePath: unknown) => {
    if (!isOwnSender(event) || typeof filePath !== 'string' || filePath === '') return '';
    return machine.grantFile(filePath);
  });
}

async function openWindow(): Promise<void> {
  const { isMaximized = false, ...place } = readWindowState();
  const opened = new BrowserWindow({
    ...place,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Digital mognad',
    backgroundColor: '#FFFFFF',
    webPreferences: webPreferences(path.join(here, 'preload.cjs')),
  });
  window = opened;
  rememberWindowState(opened);
  opened.once('ready-to-show', () => {
    if (isMaximized) opened.maximize();
    opened.show();
    marks.mark('window shown');
  });
  opened.on('closed', () => {
    window = null;
  });
  opened.on('unresponsive', () => {
    logNotice('window', 'does not answer', now());
  });
  let goneAt = -Infinity;
  opened.webContents.on('render-process-gone', (_event, { reason }) => {
    logNotice('window', `its process is gone: ${reason}`, now());
    if (reason === 'clean-exit') return;
    // A page that falls as soon as it is loaded is not loaded for ever.
    const isAgain = performance.now() - goneAt < soonMs;
    goneAt = performance.now();
    if (isAgain) opened.close();
    else opened.reload();
  });
  opened.webContents.on('did-finish-load', () => {
    for (const file of waiting.splice(0)) openFromOutside(file);
  });
  await opened.loadURL(`${pageOrigin}/`);
}

/** A workspace file that was opened in the file manager, or dropped on the program. */
function openFromOutside(file: string): void {
  if (workbench === null || window === null || window.webContents.isLoading()) {
    waiting.push(file);
    return;
  }
  app.addRecentDocument(file);
  tell({ type: 'opened', workspaceId: workbench.grantWorkspace(file) });
}

function tell(event: MachineEvent): void {
  window?.webContents.send(channels.event, JSON.stringify(event));
}

function now(): string {
  return new Date().toISOString();
}
