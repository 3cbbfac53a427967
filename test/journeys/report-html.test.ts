import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildReport } from '../../core/report/build.ts';
import { proposedReportSettings } from '../../core/report/settings.ts';
import { bundledBrowser, installedBrowser } from '../../electron/browser/find-browser.ts';
import { reportToHtml } from '../../electron/publishing/html/report-html.ts';
import { measurementsOf } from '../../electron/workbench/measurements.ts';
import { reportInputOf } from '../../electron/workbench/reports.ts';
import { importSamples, settleSamples } from '../../electron/workbench/samples.ts';
import { withReader } from '../../electron/workbench/workspace.ts';
import { axeViolations } from './journey.ts';

/** The report as a page, as somebody opens it who has been sent the file. */

const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

let folder = '';
let browser: Browser;
let page: Page;
const asked: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'dimios-report-page-'));
  const workspace = path.join(folder, 'a.dimios');
  await importSamples(workspace, '2024-01-01T00:00:00Z');
  settleSamples(workspace, '2024-01-01T00:00:00Z');
  const settings = {
    ...proposedReportSettings,
    texts: { summary: [{ kind: 'paragraph' as const, runs: [{ text: hostile }] }] },
  };
  const { report } = withReader(workspace, (reader) =>
    buildReport(
      reportInputOf(reader, measurementsOf(reader), {
        year: 2022,
        unit: null,
        settings,
        today: '2024-02-03',
      }),
    ),
  );
  const file = path.join(folder, 'rapport.html');
  writeFileSync(file, reportToHtml(report));
  const found = (await bundledBrowser()) ?? installedBrowser();
  if (found === null) throw new Error('No browser is to be had for the journeys.');
  browser = await chromium.launch({
    executablePath: found.executable,
    env: { ...process.env, ...found.environment },
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  page = await context.newPage();
  page.on('request', (request) => asked.push(request.url().slice(0, 30)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(pathToFileURL(file).href);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test.each(['light', 'dark'] as const)(
  'D-62: the page breaks no rule of accessibility in %s',
  async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    // What the drawings' tables say is checked too.
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await axeViolations(page)).toEqual([]);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.getByRole('heading', { name: '6.3 Balansering' }).scrollIntoViewIfNeeded();
  },
);

test('D-62: it is no wider than a telephone, where tables and drawings are moved by keys', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 1200, height: 900 });
});

test('D-63: it is set in its own font, asks for nothing, and runs nothing', async () => {
  await page.getByText(hostile).first().waitFor();
  expect(await page.title()).toBe('Digital mognad 2022, Exempelkommunen');
  expect(await page.evaluate(`document.fonts.check("16px 'Source Sans 3'")`)).toBe(true);
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  expect(faults).toEqual([]);
});

test('D-63: a script that had found its way in would not run', async () => {
  await page.evaluate(
    `document.body.insertAdjacentHTML('beforeend', '<img src="https://example.invalid/x" onerror="document.title=3">')`,
  );
  await expect.poll(() => faults.some((fault) => fault.includes('Content Security Policy'))).toBe(true);
  expect(await page.title()).toBe('Digital mognad 2022, Exempelkommunen');
});

test('D-62: the first step of the keyboard leads past the contents, and the contents lead to each section', async () => {
  await page.reload();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(page.url()).toContain('#report');
  await page
    .getByRole('navigation', { name: 'Innehåll' })
    .getByRole('link', { name: '6.3 Balansering' })
    .click();
  await expect.poll(() => page.getByRole('heading', { name: '6.3 Balansering' }).isVisible()).toBe(true);
  expect(page.url()).toContain('#s-category-balansering');
});
