import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

/**
 * A recording stand-in for the `electron` module, for machines without its binary: what the real main process asks
 * of Electron is kept, and the handlers that it leaves can be called. Typed by Electron's own types where they are used.
 */

type Handler = (...args: never[]) => unknown;

/** Everything that was asked, by name, in order. */
export const asked: { readonly name: string; readonly args: readonly unknown[] }[] = [];

function record(name: string): (...args: unknown[]) => void {
  return (...args) => {
    asked.push({ name, args });
  };
}

export function argsOf(name: string): readonly (readonly unknown[])[] {
  return asked.filter((entry) => entry.name === name).map(({ args }) => args);
}

export const handlers = new Map<string, Handler>();

export class StandInSession extends EventEmitter {
  readonly given = new Map<string, unknown>();
  readonly webRequest = {
    onBeforeRequest: (listener: unknown): void => {
      this.given.set('onBeforeRequest', listener);
    },
  };
  setPermissionRequestHandler = this.#keep('setPermissionRequestHandler');
  setPermissionCheckHandler = this.#keep('setPermissionCheckHandler');
  setDevicePermissionHandler = this.#keep('setDevicePermissionHandler');
  setDisplayMediaRequestHandler = this.#keep('setDisplayMediaRequestHandler');
  setCertificateVerifyProc = this.#keep('setCertificateVerifyProc');
  setSpellCheckerEnabled = this.#keep('setSpellCheckerEnabled');
  setSpellCheckerLanguages = this.#keep('setSpellCheckerLanguages');
  setSpellCheckerDictionaryDownloadURL = this.#keep('setSpellCheckerDictionaryDownloadURL');
  enableNetworkEmulation = this.#keep('enableNetworkEmulation');
  setProxy = (config: unknown): Promise<void> => {
    this.given.set('setProxy', config);
    return Promise.resolve();
  };

  #keep(name: string): (value: unknown) => void {
    return (value) => {
      this.given.set(name, value);
    };
  }
}

export class StandInContents extends EventEmitter {
  readonly mainFrame = { url: 'app://dimios/' };
  readonly sent: unknown[][] = [];
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    asked.push({ name: 'setWebRTCIPHandlingPolicy', args: [policy] });
  }
  startDrag = record('startDrag');
  send(...args: unknown[]): void {
    this.sent.push(args);
  }
  isLoading(): boolean {
    return false;
  }
}

export const windows: StandInWindow[] = [];

export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  loaded: string | null = null;
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.loaded = url;
    return Promise.resolve();
  }
  show = record('show');
  focus = record('focus');
  reload = record('reload');
  close = record('close');
  restore = record('restore');
  maximize = record('maximize');
  setTitle = record('setTitle');
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => false;
  isDestroyed = (): boolean => false;
  getNormalBounds = (): Electron.Rectangle => ({ x: 0, y: 0, width: 900, height: 700 });
}

class StandInApp extends EventEmitter {
  readonly commandLine = { appendSwitch: record('appendSwitch') };
  enableSandbox = record('enableSandbox');
  quit = record('quit');
  addRecentDocument = record('addRecentDocument');
  requestSingleInstanceLock = (): boolean => true;
  isReady = (): boolean => true;
  whenReady = (): Promise<void> => Promise.resolve();
  getVersion = (): string => '0.0.0';
  getPath = (): string => '/nowhere';
  getFileIcon = (): Promise<string> => Promise.resolve('icon');
}

export const app = new StandInApp();
export const defaultSession = new StandInSession();
export const session = { defaultSession };
export const protocol = {
  registerSchemesAsPrivileged: record('registerSchemesAsPrivileged'),
  handle: (scheme: string, handler: Handler): void => {
    handlers.set(`protocol:${scheme}`, handler);
  },
};
export const ipcMain = {
  handle: (channel: string, handler: Handler): void => {
    handlers.set(channel, handler);
  },
  on: (channel: string, handler: Handler): void => {
    handlers.set(channel, handler);
  },
};
export const Menu = {
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu: record('setApplicationMenu'),
};
export const BrowserWindow = StandInWindow;
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
export const dialog = {
  /** What the user answers; empty: the dialog is closed. */
  saveTo: '',
  showSaveDialog: () => Promise.resolve({ canceled: dialog.saveTo === '', filePath: dialog.saveTo }),
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
};
/** A key store that turns what it keeps around. */
export const safeStorage = {
  backend: 'gnome_libsecret',
  getSelectedStorageBackend: (): string => safeStorage.backend,
  isAsyncEncryptionAvailable: (): Promise<boolean> => Promise.resolve(true),
  encryptStringAsync: (text: string): Promise<Buffer> => Promise.resolve(Buffer.from(text).reverse()),
  decryptStringAsync: (bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> =>
    Promise.resolve({ result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: false }),
};
export const shell = { showItemInFolder: record('showItemInFolder') };

class StandInChild extends EventEmitter {
  postMessage = record('postMessage');
  kill = record('kill');
}
export const utilityProcess = {
  fork: (...args: unknown[]): StandInChild => {
    asked.push({ name: 'fork', args });
    return new StandInChild();
  },
};
