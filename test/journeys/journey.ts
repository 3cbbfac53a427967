import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { startBuiltWorkbench } from '../../electron/browser.ts';
import { bundledBrowser, installedBrowser } from '../../electron/browser/find-browser.ts';
import type { OpenedWindow } from '../../electron/browser/open-window.ts';
import { openWindow } from '../../electron/browser/open-window.ts';
import { buildWindow, isWindowBuilt } from '../../electron/shell/build-window.ts';
import type { WorkbenchClient } from '../../electron/workbench/client.ts';

/** A person's way through the real window: the browser shell, the real workbench, a home folder of its own. */

/** Screenshots go here; the folder is not committed. */
const picturesFolder = fileURLToPath(new URL('./pictures', import.meta.url));

export const samplesFolder = fileURLToPath(new URL('../../resources/samples', import.meta.url));

/** The path of a sample workbook. */
export function sample(fileName: string): string {
  return path.join(samplesFolder, fileName);
}

/** Every screen, as the rail names them. */
export const screens = [
  'Översikt',
  'Kvadrant',
  'Kategorier',
  'Jämför',
  'Medarbetare',
  'Prioriteringar',
  'Slutsatser',
  'Rapport',
  'Data',
  'Import',
  'Inställningar',
];

/** What shows that something is being fetched. */
export const underWay = '.state-loading, [aria-busy="true"]';
/** As many frames in a row without it, and nothing more is to come. */
export const stillFrames = 5;

export interface JourneyWish {
  readonly size?: { readonly width: number; readonly height: number };
  /** A home folder of an earlier journey, for starting again where it ended; made anew where absent. */
  readonly home?: string;
}

/** An open window, and what a person does in it. */
export class Journey {
  readonly page: Page;
  readonly home: string;
  readonly workbench: WorkbenchClient;
  /** What the shell refused: requests, windows, navigation, calls. */
  readonly refused: string[];
  /** Faults that the page reported, policy violations among them. */
  readonly faults: string[] = [];
  readonly #window: OpenedWindow;

  constructor(window: OpenedWindow, workbench: WorkbenchClient, home: string, refused: string[]) {
    this.#window = window;
    this.page = window.page;
    this.workbench = workbench;
    this.home = home;
    this.refused = refused;
    this.page.on('pageerror', (error) => this.faults.push(error.message));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
  }

  /** Where the shell saves files. */
  get exportsFolder(): string {
    return path.join(this.home, 'exports');
  }

  /** Opens a screen by its name in the rail, and waits until it has its heading. */
  async open(name: string): Promise<void> {
    await this.page.locator('nav').getByText(name, { exact: true }).first().click();
    await this.heading(name).waitFor();
  }

  /** A heading of a screen, panel or section. */
  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name }).first();
  }

  /** Waits until nothing that is shown is being fetched. */
  async fetched(): Promise<void> {
    await this.page.locator(underWay).first().waitFor({ state: 'detached' });
  }

  /** Waits until it stays so: what has been fetched is measured and drawn in the frames after, and may fetch more. */
  async settled(): Promise<void> {
    await this.page.evaluate(`new Promise((resolve) => {
      let still = 0;
      const look = () => {
        still = document.querySelector(${JSON.stringify(underWay)}) === null ? still + 1 : 0;
        if (still < ${stillFrames}) requestAnimationFrame(look); else resolve();
      };
      look();
    })`);
  }

  /** Hands files to a file input, as the browser's own dialog would. */
  async chooseFiles(input: Locator, ...files: readonly string[]): Promise<void> {
    await input.setInputFiles([...files]);
  }

  /** Keeps a picture of the window, to be looked at. */
  async picture(name: string): Promise<void> {
    mkdirSync(picturesFolder, { recursive: true });
    await this.page.screenshot({ path: path.join(picturesFolder, `${name}.png`) });
  }

  /** Light or dark, as the operating system would ask for. */
  async scheme(colorScheme: 'light' | 'dark'): Promise<void> {
    await this.page.emulateMedia({ colorScheme });
  }

  /** Closes the window and the program; the home folder stays when it is to be opened again. */
  async close({ keepHome = false }: { readonly keepHome?: boolean } = {}): Promise<void> {
    await this.#window.close();
    await this.workbench.end();
    if (!keepHome) rmSync(this.home, { recursive: true, force: true });
  }
}

/** Builds the page when it is not, and opens the window. */
export async function startJourney({ size, home }: JourneyWish = {}): Promise<Journey> {
  if (!isWindowBuilt()) await buildWindow();
  const browser = (await bundledBrowser()) ?? installedBrowser();
  if (browser === null) throw new Error('No browser is to be had for the journeys.');
  const own = home ?? mkdtempSync(path.join(os.tmpdir(), 'dimios-journey-'));
  // The workbench's thread takes over the environment when it starts.
  process.env['DIMIOS_HOME'] = own;
  const workbench = await startBuiltWorkbench();
  const refused: string[] = [];
  const window = await openWindow({
    browser: { ...browser, isHeadless: true },
    workbench,
    ...(size !== undefined && { size }),
    onRefused: (what) => refused.push(what),
  });
  return new Journey(window, workbench, own, refused);
}

/** Rules of WCAG 2.0–2.2 A and AA, and best practice, that the page breaks; empty where it breaks none. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')))`,
  );
  return Array.isArray(found) ? found.map(String) : ['axe gave no answer'];
}
