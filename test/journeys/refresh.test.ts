import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packParts, unpackParts } from '../../electron/publishing/package-bytes.ts';
import { organisationTemplate } from '../unit/electron/publishing/word-template.ts';
import type { Journey } from './journey.ts';
import { axeViolations, startJourney } from './journey.ts';
import { ReportPage } from './report-page.ts';

const body = 'word/document.xml';
const handWritten = '<w:p><w:r><w:t>Skrivet för hand i Word.</w:t></w:r></w:p>';

let journey: Journey;
let report: ReportPage;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1440, height: 900 } });
  report = new ReportPage(journey.page);
  await journey.heading('Översikt').waitFor();
  await journey.open('Rapport');
  await report.shownPage('.*').waitFor();
});

afterAll(async () => {
  expect(journey.faults).toEqual([]);
  await journey.close();
});

function exported(name: string): Record<string, string | Uint8Array> {
  return unpackParts(readFileSync(path.join(journey.exportsFolder, name)));
}

/** The first figure with its marks, from paragraph to paragraph. */
function firstFigure(document: string): { readonly start: number; readonly end: number } {
  const mark = /w:name="dimios_model_figure_([0-9a-f]{8})"/.exec(document);
  if (mark === null) throw new Error('The report has a figure.');
  const start = document.lastIndexOf('<w:p>', mark.index);
  const end = document.indexOf('</w:p>', document.indexOf(`dimios_end_${mark[1] ?? ''}`)) + '</w:p>'.length;
  return { start, end };
}

test('the report is written in the organisation’s template, which stays chosen', async () => {
  const file = path.join(journey.home, 'Kommunmall.dotx');
  writeFileSync(file, organisationTemplate());
  await journey.chooseFiles(journey.page.getByLabel('Välj mall', { exact: true }), file);
  await journey.page.getByText('Kommunmall.dotx').waitFor();
  expect(await axeViolations(journey.page)).toEqual([]);
  await report.export('Word');
  const [name = ''] = readdirSync(journey.exportsFolder);
  const parts = exported(name);
  expect(String(parts[body])).toContain('<w:pStyle w:val="Rubrik1"/>');
  expect(String(parts['word/footer1.xml'])).toContain('0123-45 67 89');
});

test('a Word file that was edited by hand gets new figures when it is dropped, and what was taken out is told', async () => {
  const [name = ''] = readdirSync(journey.exportsFolder);
  const parts = exported(name);
  const written = String(parts[body]);
  const { start, end } = firstFigure(written);
  const hand = written.slice(0, start) + handWritten + written.slice(end);
  await report.drop('Årsrapporten.docx', packParts({ ...parts, [body]: hand }));
  const dialog = journey.page.getByRole('dialog', { name: 'Nya figurer i en redigerad Word-fil' });
  await dialog.getByText(/^Förnyas: \d+$/).waitFor({ timeout: 60_000 });
  await dialog.getByText('Sätts inte in: 1').waitFor();
  await dialog.getByText('har inga märken i filen').waitFor();
  expect(await axeViolations(journey.page)).toEqual([]);
  await journey.picture('rapport-nya-figurer');
  await dialog.getByRole('button', { name: 'Spara med nya figurer' }).click();
  await journey.page.getByText(/^Sparad: .*Årsrapporten med nya figurer\.docx$/).waitFor({ timeout: 60_000 });
  const refreshed = String(exported('Årsrapporten med nya figurer.docx')[body]);
  expect(refreshed).toContain(handWritten);
  expect(refreshed).not.toContain('dimios_model_figure_');
  expect(refreshed.match(/<wp:docPr /g)?.length).toBe(hand.match(/<wp:docPr /g)?.length);
});

test('a file that is no report from here is refused with what to do', async () => {
  await report.drop('Annat.docx', organisationTemplate());
  await journey.page
    .getByRole('dialog')
    .getByText(/inga märken/)
    .waitFor({ timeout: 60_000 });
  await journey.page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click();
});
