import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readPdf } from '../pdf-file.ts';
import type { Journey } from './journey.ts';
import { axeViolations, startJourney } from './journey.ts';
import { ReportPage } from './report-page.ts';

const patience = { timeout: 20_000 };

let journey: Journey;
let report: ReportPage;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1600, height: 1000 } });
  report = new ReportPage(journey.page);
  await journey.heading('Översikt').waitFor();
  await journey.open('Rapport');
});

beforeEach(async () => {
  await journey.heading('Rapport').waitFor();
  await report.shownPage('.*').waitFor();
});

afterAll(async () => {
  expect(journey.faults).toEqual([]);
  await journey.close();
});

/** The text of a report that was exported, without the ends of its lines. */
function exported(fileName: string): string {
  const { pages } = readPdf(readFileSync(path.join(journey.exportsFolder, fileName)));
  return pages.join('\n').replaceAll(/\s+/g, ' ');
}

test('H-34: dates are entered as they are written in Swedish, whatever the system speaks', async () => {
  const locale = 'new Intl.DateTimeFormat().resolvedOptions().locale';
  expect(await journey.page.evaluate(locale)).toBe('sv-SE');
});

test('a section is left out, own text with a live number is written and seen on the page, and the PDF holds it', async () => {
  await report.include('Inblandade i beslut').click({ force: true });
  await journey.page.getByText('22 av 23 med').waitFor();

  await report.openSection('Balansering');
  await report.shownPage('Balansering').waitFor();
  const before = await report.shownPage('Balansering').getAttribute('src');
  await report.ownText.fill('Modellen infördes hösten 2021, och **nyttan** är nu ');
  await report.insertNumber('nyttorealisering 2022 medel');
  const read = journey.page.getByRole('group', { name: 'Din text som den läses' });
  await read.getByText('nyttan', { exact: true }).waitFor();
  expect(await read.innerText()).toBe('Modellen infördes hösten 2021, och nyttan är nu 2,6');
  await expect.poll(() => report.shownPage('Balansering').getAttribute('src'), patience).not.toBe(before);
  expect(await axeViolations(journey.page)).toEqual([]);
  await journey.picture('rapport');

  // Leaving the field keeps what was written.
  await report.openSection('Framsida');
  await report.list.getByText('egen text').waitFor();
  const caseNumber = journey.page.getByLabel('Diarienummer');
  await caseNumber.fill('KS 2022-481');
  await caseNumber.press('Enter');
  await report.export('PDF');
  const [fileName = ''] = readdirSync(journey.exportsFolder);
  expect(fileName).toBe('Rapport 2022 hela kommunen.pdf');
  const text = exported(fileName);
  expect(text).toContain('Modellen infördes hösten 2021');
  expect(text).toContain('KS 2022-481');
  expect(text).not.toContain('Inblandade i beslut');
});

test('the report is saved as a page for browsers, with what was written', async () => {
  await report.export('Webbsida (HTML)');
  const name = 'Rapport 2022 hela kommunen.html';
  await expect.poll(() => readdirSync(journey.exportsFolder), patience).toContain(name);
  const page = readFileSync(path.join(journey.exportsFolder, name), 'utf8');
  expect(page).toContain('KS 2022-481');
  expect(page).toContain('<strong>nyttan</strong>');
});

test('the report is saved as a deck with charts, with what was written', async () => {
  await report.export('PowerPoint');
  const name = 'Rapport 2022 hela kommunen.pptx';
  await expect.poll(() => readdirSync(journey.exportsFolder), patience).toContain(name);
  const parts = unzipSync(readFileSync(path.join(journey.exportsFolder, name)));
  expect(Buffer.from(parts['ppt/slides/slide1.xml'] ?? []).toString()).toContain('Digital mognad 2022');
  expect(Object.keys(parts).filter((part) => /charts\/chart\d+\.xml$/.test(part)).length).toBeGreaterThan(5);
});

test('sections are moved by keys, and what is done can be undone', async () => {
  const before = await report.headings();
  const place = before.indexOf('Svarsfrekvens');
  await report.list.getByRole('button', { name: 'Svarsfrekvens', exact: true }).focus();
  await journey.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await report.headings()).indexOf('Svarsfrekvens'), patience).toBe(place - 1);
  await journey.page.keyboard.press('Control+z');
  await expect.poll(() => report.headings(), patience).toEqual(before);
});

test('what is written stays when one goes elsewhere and comes back, for its own unit alone', async () => {
  await report.openSection('Sammanfattning');
  await report.ownText.fill('Kommunen har ett år av omställning bakom sig.');
  await journey.open('Översikt');
  await journey.open('Rapport');
  await report.openSection('Sammanfattning');
  await expect
    .poll(() => report.ownText.inputValue(), patience)
    .toBe('Kommunen har ett år av omställning bakom sig.');
  await journey.page.getByRole('combobox', { name: 'Vad rapporten handlar om' }).click();
  await journey.page.getByRole('option', { name: 'Leanlink' }).click();
  await journey.page.getByText('Årsrapport 2022, Leanlink.').waitFor();
  await report.openSection('Sammanfattning');
  await expect.poll(() => report.ownText.inputValue(), patience).toBe('');
});

test('the writing of all reports can be stopped, and leaves no file', async () => {
  const files = (): string[] =>
    existsSync(journey.exportsFolder) ? readdirSync(journey.exportsFolder).sort() : [];
  const before = files();
  await journey.page.getByRole('button', { name: 'Alla förvaltningar' }).click();
  const dialog = journey.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Skapa rapporterna' }).click();
  await dialog.getByText(/^Skriver /).waitFor();
  await dialog.getByRole('button', { name: 'Avbryt' }).click();
  await journey.page.getByText('Avbrutet. Inget har sparats.').waitFor();
  expect(files()).toEqual(before);
});

test('the reports of every förvaltning are written into one file', async () => {
  await journey.page.getByRole('button', { name: 'Alla förvaltningar' }).click();
  const dialog = journey.page.getByRole('dialog');
  expect(await axeViolations(journey.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Skapa rapporterna' }).click();
  await journey.page.getByText(/^Sparad: .*Rapporter 2022\.zip$/).waitFor();
  const files = unzipSync(readFileSync(path.join(journey.exportsFolder, 'Rapporter 2022.zip')));
  expect(Object.keys(files)).toHaveLength(8);
  const leanlink = files['Rapport 2022 Leanlink.pdf'];
  expect(leanlink === undefined ? '' : readPdf(Buffer.from(leanlink)).pages.join('')).toContain('Leanlink');
});
