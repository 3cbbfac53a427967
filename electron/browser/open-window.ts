import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { BrowserContext, Frame, Page, Route } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { WorkbenchClient } from '../workbench/client.ts';
import { logNotice } from '../workbench/fault-log.ts';
import { pageAnswer, pageFolder } from '../shell/page.ts';
import { StartMarks } from '../shell/start-marks.ts';
import { answerShellCall, isShellCall } from '../shell/shell-calls.ts';
import { bridgeScript } from './bridge-script.ts';
import type { FoundBrowser } from './find-browser.ts';
import { browserHandlers } from './handlers.ts';

/** The page's origin. It is answered from disk: no such host is ever looked up. */
export const origin = 'https://dimios.invalid';

export interface OpenedWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Settled when the window has been closed, by the user or by `close`. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export interface WindowWish {
  readonly browser: FoundBrowser;
  readonly workbench: WorkbenchClient;
  /** Takes the marks of the start. */
  readonly marks?: StartMarks;
  readonly size?: { readonly width: number; readonly height: number };
  /** Heard each time the page could not be let do something. */
  readonly onRefused?: (what: string) => void;
}

/** Dates are entered as they are written here, 2024-03-09. On Linux a browser takes its language from these. */
const swedish = { LANGUAGE: 'sv', LC_ALL: 'sv_SE.UTF-8' } as const;

const usualSize = { width: 1440, height: 900 } as const;

/** Opens the window in a browser that is driven through a pipe: nothing listens on a port. */
export async function openWindow({
  browser,
  workbench,
  marks = new StartMarks(),
  size = usualSize,
  onRefused = () => undefined,
}: WindowWish): Promise<OpenedWindow> {
  workbench.whenReady(() => {
    marks.mark('workbench ready');
  });
  const profile = mkdtempSync(path.join(os.tmpdir(), 'dimios-window-'));
  writePreferences(profile);
  const isRoot = process.getuid?.() === 0;
  // Chromium refuses to start its sandbox for root.
  if (isRoot) logNotice('browser', 'started as root, so without the sandbox', new Date().toISOString());
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.executable,
    headless: browser.isHeadless,
    chromiumSandbox: !isRoot,
    viewport: browser.isHeadless ? size : null,
    acceptDownloads: false,
    args: [
      ...(browser.isHeadless ? [] : ['--app=data:text/html,<title>Digital%20mognad</title>']),
      `--window-size=${size.width},${size.height}`,
      '--lang=sv',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-pings',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--disable-quic',
      '--disable-gpu',
      '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    ],
    // Whatever passes the routes meets a proxy that is not there.
    proxy: { server: 'http://127.0.0.1:9', bypass: '<-loopback>' },
    env: { ...definedEnvironment(), ...swedish, ...browser.environment },
  });
  const closed = new Promise<void>((resolve) => {
    context.once('close', () => {
      rmSync(profile, { recursive: true, force: true });
      resolve();
    });
  });
  // To put a picture that the page drew itself on the clipboard; nothing else is granted.
  await context.grantPermissions(['clipboard-write'], { origin });
  await context.route('**/*', (route) => answer(route, onRefused));
  const page = context.pages()[0] ?? (await context.newPage());
  await connect(page, { workbench, marks, onRefused });
  keepToOneWindow(context, page, onRefused);
  await page.goto(`${origin}/`);
  marks.mark('window shown');
  return {
    context,
    page,
    closed,
    close: async () => {
      await context.close();
      await closed;
    },
  };
}

/** Answers the page's own files, and nothing else. */
async function answer(route: Route, onRefused: (what: string) => void): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  if (url.origin !== origin || request.method() !== 'GET') {
    onRefused(`request ${request.method()} ${url.protocol}//${url.host}`);
    await route.abort('blockedbyclient');
    return;
  }
  const { status, headers, body } = pageAnswer(url.pathname, pageFolder);
  await route.fulfill({ status, headers, body });
}

/** Puts the bridge on the window. Only the page's own main frame, at the app's origin, is listened to. */
async function connect(
  page: Page,
  { workbench, marks, onRefused }: Required<Pick<WindowWish, 'workbench' | 'marks' | 'onRefused'>>,
): Promise<void> {
  const handlers = browserHandlers(workbench, marks);
  const isOwn = (frame: Frame): boolean =>
    frame.page() === page && frame === page.mainFrame() && urlOrigin(frame.url()) === origin;
  const refused = JSON.stringify({
    ok: false,
    problem: {
      code: 'sender-refused',
      message: 'Anropet kom inte från programmets eget fönster.',
      nextStep: 'Stäng fönstret och starta programmet igen.',
    },
  });
  await page.exposeBinding(
    'dimiosCall',
    ({ frame }, name: unknown, inputJson: unknown, callId: unknown): Promise<string> | string => {
      if (
        !isOwn(frame) ||
        typeof name !== 'string' ||
        typeof inputJson !== 'string' ||
        typeof callId !== 'string'
      ) {
        onRefused('call');
        return refused;
      }
      return isShellCall(name)
        ? answerShellCall(handlers, name, inputJson)
        : workbench.call(name, inputJson, callId);
    },
  );
  await page.exposeBinding('dimiosCancel', ({ frame }, callId: unknown) => {
    if (isOwn(frame) && typeof callId === 'string') workbench.cancel(callId);
  });
  await page.addInitScript(bridgeScript);
  const stop = workbench.listen((eventJson) => {
    const tell = `dispatchEvent(new CustomEvent('dimios-event', { detail: ${JSON.stringify(eventJson)} }))`;
    // A page that is being closed hears nothing more.
    void page.evaluate(tell).catch(() => undefined);
  });
  page.once('close', stop);
}

function urlOrigin(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return '';
  }
}

/** No second window, and no way for this one to go elsewhere. */
function keepToOneWindow(context: BrowserContext, page: Page, onRefused: (what: string) => void): void {
  context.on('page', (other) => {
    if (other === page) return;
    onRefused('window');
    void other.close();
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || urlOrigin(frame.url()) === origin) return;
    onRefused('navigation');
    void page.goto(`${origin}/`).catch(() => undefined);
  });
}

/** Before the first start of a profile: no offer to translate, to save passwords or to be asked anything. */
function writePreferences(profile: string): void {
  const folder = path.join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'Preferences'),
    JSON.stringify({
      translate: { enabled: false },
      credentials_enable_service: false,
      spellcheck: { use_spelling_service: false },
      browser: { has_seen_welcome_page: true },
    }),
  );
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
