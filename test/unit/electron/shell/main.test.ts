import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { channels } from '../../../../electron/desktop/channels.ts';
import { isLocalRequest, isOwnAddress } from '../../../../electron/security.ts';
import * as electron from './electron-stand-in.ts';

vi.mock('electron', async () => import('./electron-stand-in.ts'));

beforeAll(async () => {
  // The log of whoever runs the tests is left alone.
  vi.stubEnv('DIMIOS_HOME', path.join(os.tmpdir(), `dimios-home-${process.pid}`));
  await import('../../../../electron/main.ts');
  await vi.waitFor(() => {
    expect(electron.windows[0]?.loaded).not.toBeNull();
    expect(electron.windows).toHaveLength(1);
  });
});

function theWindow(): electron.StandInWindow {
  const [window] = electron.windows;
  if (window === undefined) throw new Error('No window was opened.');
  return window;
}

function given(name: string): unknown {
  return electron.defaultSession.given.get(name);
}

/** What a handler of the main process answers to a call from `frame`. */
function callFrom(senderFrame: { url: string } | null, ...args: unknown[]): unknown {
  const handler = electron.handlers.get(channels.call) as (event: unknown, ...rest: unknown[]) => unknown;
  return handler({ senderFrame, sender: theWindow().webContents }, ...args);
}

describe('the real main process, on a stand-in for Electron', () => {
  it('H-10: opens a window that is sandboxed, apart from its preload script, and without Node', () => {
    expect(theWindow().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      preload: expect.stringMatching(/preload\.cjs$/) as unknown,
    });
    expect(electron.argsOf('enableSandbox')).toHaveLength(1);
  });

  it('H-11: loads its page from a protocol of its own, with a strict policy and a new nonce each time', async () => {
    expect(theWindow().loaded).toBe('app://dimios/');
    const handle = electron.handlers.get('protocol:app') as (request: {
      url: string;
      method: string;
    }) => Response;
    const policies = [1, 2].map(() =>
      handle({ url: 'app://dimios/', method: 'GET' }).headers.get('content-security-policy'),
    );
    expect(policies[0]).toContain("default-src 'none'");
    expect(policies[0]).toContain("script-src 'self';");
    expect(policies[0]).not.toBe(policies[1]);
    const outside = handle({ url: 'app://dimios/..%2f..%2fpackage.json', method: 'GET' });
    expect(outside.status).toBe(404);
    expect(await outside.text()).not.toContain('dependencies');
    expect(handle({ url: 'app://elsewhere/index.html', method: 'GET' }).status).toBe(404);
    expect(handle({ url: 'app://dimios/index.html', method: 'POST' }).status).toBe(404);
  });

  it('H-34: speaks Swedish whatever the system speaks', () => {
    expect(electron.argsOf('appendSwitch')).toContainEqual(['lang', 'sv']);
  });

  it('H-12: cancels every request that would leave the machine', () => {
    const decide = given('onBeforeRequest') as (
      details: { url: string },
      answer: (value: { cancel: boolean }) => void,
    ) => void;
    const isCancelled = (url: string): boolean => {
      const answer = vi.fn<(value: { cancel: boolean }) => void>();
      decide({ url }, answer);
      return answer.mock.lastCall?.[0].cancel === true;
    };
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'ws://example.org',
      'file:///etc/passwd',
      'ftp://a',
      'app://elsewhere/',
      'nonsense',
    ])
      expect([url, isCancelled(url)]).toEqual([url, true]);
    expect(isCancelled('app://dimios/assets/index.js')).toBe(false);
    expect(given('setProxy')).toMatchObject({ mode: 'fixed_servers' });
    expect(electron.argsOf('appendSwitch')).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });

  it('H-13: grants no permission but to copy a picture, and no device', () => {
    const ask = given('setPermissionRequestHandler') as (
      contents: null,
      permission: string,
      answer: (granted: boolean) => void,
      details: { requestingUrl: string; isMainFrame: boolean },
    ) => void;
    const check = given('setPermissionCheckHandler') as (
      contents: null,
      permission: string,
      origin: string,
      details: { isMainFrame: boolean },
    ) => boolean;
    const granted = (permission: string, requestingUrl: string, isMainFrame: boolean): boolean[] => {
      const answer = vi.fn<(granted: boolean) => void>();
      ask(null, permission, answer, { requestingUrl, isMainFrame });
      return [answer.mock.lastCall?.[0] ?? false, check(null, permission, requestingUrl, { isMainFrame })];
    };
    const own = 'app://dimios/';
    expect(granted('clipboard-sanitized-write', own, true)).toEqual([true, true]);
    expect(granted('clipboard-sanitized-write', own, false)).toEqual([false, false]);
    expect(granted('clipboard-sanitized-write', 'https://example.org/', true)).toEqual([false, false]);
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'usb',
    ])
      expect([permission, ...granted(permission, own, true)]).toEqual([permission, false, false]);
    expect((given('setDevicePermissionHandler') as () => boolean)()).toBe(false);
    expect(given('setSpellCheckerEnabled')).toBe(false);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'H-14: stays where it is (%s)',
    (name) => {
      const stopped = (url: string): boolean => {
        const preventDefault = vi.fn();
        theWindow().webContents.emit(name, { url, preventDefault });
        return preventDefault.mock.calls.length === 1;
      };
      expect(stopped('https://example.org/')).toBe(true);
      expect(stopped('https://example.org/?app://dimios/')).toBe(true);
      expect(stopped('file:///etc/passwd')).toBe(true);
      expect(stopped('app://dimios/')).toBe(false);
    },
  );

  it('H-14: opens no other window and no web view', () => {
    expect(theWindow().webContents.windowOpenHandler?.({ url: 'app://dimios/' })).toEqual({ action: 'deny' });
    const preventDefault = vi.fn();
    theWindow().webContents.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('H-15: answers no call but those of its own main frame, in strings', async () => {
    const refused = { ok: false, problem: { code: 'sender-refused' } };
    const answers = [
      callFrom(null, 'shell.state', '{}', 'a'),
      callFrom({ url: 'app://dimios/' }, 'shell.state', '{}', 'a'),
      callFrom({ url: 'https://example.org/' }, 'shell.state', '{}', 'a'),
      callFrom(theWindow().webContents.mainFrame, 'shell.state', { toString: () => '{}' }, 'a'),
    ];
    for (const answer of answers) expect(JSON.parse(String(await answer))).toMatchObject(refused);
    const own = await callFrom(theWindow().webContents.mainFrame, 'shell.state', '{}', 'a');
    expect(JSON.parse(String(own))).toMatchObject({ ok: true, value: { shell: 'electron' } });
    const take = electron.handlers.get(channels.takeFile) as (event: unknown, file: unknown) => unknown;
    expect(
      take({ senderFrame: { url: 'https://example.org/' }, sender: theWindow().webContents }, '/etc/passwd'),
    ).toBe('');
  });

  it('H-28: lets a saved file be dragged out, and none that has not been written', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'dimios-drag-'));
    const file = path.join(folder, 'figur.svg');
    const ask = async (name: string, input: unknown): Promise<unknown> => {
      const { mainFrame } = theWindow().webContents;
      return JSON.parse(String(await callFrom(mainFrame, name, JSON.stringify(input), 'd')));
    };
    electron.dialog.saveTo = file;
    const saved = await ask('shell.saveTarget', { suggestedName: 'figur.svg', kind: 'svg' });
    electron.dialog.saveTo = '';
    const { value } = saved as { value: { targetId: string } };
    const { targetId } = value;
    expect(await ask('shell.drag', { targetId })).toMatchObject({ value: { dragged: false } });
    expect(electron.argsOf('startDrag')).toEqual([]);
    writeFileSync(file, '<svg/>');
    expect(await ask('shell.drag', { targetId })).toMatchObject({ value: { dragged: true } });
    expect(electron.argsOf('startDrag')).toEqual([[{ file, icon: 'icon' }]]);
    expect(await ask('shell.drag', { targetId: 'unknown' })).toMatchObject({ value: { dragged: false } });
    rmSync(folder, { recursive: true });
  });
  it('H-16: runs the workbench in a process of its own, and opens one window for all starts', () => {
    expect(electron.argsOf('fork')[0]?.[0]).toMatch(/worker\.js$/);
    electron.app.emit('second-instance', {}, ['dimios'], '/');
    expect(electron.windows).toHaveLength(1);
    expect(electron.argsOf('focus')).toHaveLength(1);
  });

  it('H-16: loads a window whose process is gone once, and closes one that goes again at once', () => {
    theWindow().webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect([electron.argsOf('reload').length, electron.argsOf('close').length]).toEqual([1, 0]);
    theWindow().webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect([electron.argsOf('reload').length, electron.argsOf('close').length]).toEqual([1, 1]);
  });

  it('H-17: has a menu in Swedish whose commands reach the window', () => {
    const [template] = electron.argsOf('setApplicationMenu')[0] ?? [];
    const menus = template as { label?: string; submenu?: { label?: string; click?: () => void }[] }[];
    expect(menus.map(({ label }) => label)).toEqual(['&Arkiv', '&Redigera', '&Visa', '&Hjälp']);
    menus[0]?.submenu?.find(({ label }) => label === '&Läs in filer …')?.click?.();
    expect(theWindow().webContents.sent.at(-1)).toEqual([
      channels.event,
      '{"type":"menu","command":"import"}',
    ]);
  });

  it('H-16: lets the workbench close its files before it quits', async () => {
    const preventDefault = vi.fn();
    const before = electron.argsOf('quit').length;
    electron.app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(electron.argsOf('postMessage')).toContainEqual([{ type: 'end' }]);
    await vi.waitFor(
      () => {
        expect(electron.argsOf('quit').length).toBe(before + 1);
      },
      { timeout: 5000 },
    );
    electron.app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('addresses', () => {
  it('H-18: are compared as parsed, never by what they hold', () => {
    expect(isOwnAddress('app://dimios/x')).toBe(true);
    for (const address of [
      'app://dimios.example.org/',
      'https://app://dimios/',
      'app:dimios',
      'APP://other/',
      '',
    ])
      expect([address, isOwnAddress(address)]).toEqual([address, false]);
    expect(isLocalRequest('data:text/plain,a')).toBe(true);
    expect(isLocalRequest('javascript:alert(1)')).toBe(false);
  });
});
