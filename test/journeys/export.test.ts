import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { Journey } from './journey.ts';
import { startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1600, height: 1000 } });
  await journey.heading('Översikt').waitFor();
  await journey.open('Kategorier');
  await journey.settled();
});

afterAll(async () => {
  await journey.close();
});

function tool(name: string | RegExp): Locator {
  return journey.page.getByRole('button', { name }).first();
}

/** Saves the figure that is shown, and gives the file that was written. */
async function saved(format: string): Promise<Buffer> {
  await tool('Spara figuren').click();
  await journey.page.getByRole('menuitem', { name: format, exact: true }).click();
  const told = journey.page.getByText(/^Sparad: /).last();
  await told.waitFor();
  const file = (await told.innerText()).replace(/^Sparad: /, '').trim();
  expect(path.dirname(file)).toBe(journey.exportsFolder);
  await journey.page.getByRole('button', { name: /Stäng/ }).last().click();
  await told.waitFor({ state: 'detached' });
  return readFileSync(file);
}

describe('a figure', () => {
  it('holds the same numbers as its table', async () => {
    await tool('Visa som tabell').click();
    const table = journey.page.locator('figure table').first();
    await table.waitFor();
    const row = table.getByRole('row').filter({ hasText: 'Portföljstyrning' }).first();
    expect(await row.innerText()).toMatch(/39\s*%?/);
    await tool(/Visa som (tabell|figur)/).click();
  });

  it('says in plain words how it is made', async () => {
    await tool('Förklara figuren').click();
    await journey.page
      .getByText(/medelvärde/i)
      .last()
      .waitFor();
    await journey.page.keyboard.press('Escape');
  });

  it('is saved as Word, with its text alternative, in Swedish', async () => {
    const parts = unzipSync(await saved('Word'));
    const document = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
    expect(document).toContain('Portföljstyrning');
    expect(document).toContain('descr="');
    expect(Buffer.from(parts['word/styles.xml'] ?? []).toString('utf8')).toContain('sv-SE');
  });

  it('is saved as PowerPoint, as a chart that can be edited', async () => {
    const parts = unzipSync(await saved('PowerPoint'));
    const chart = Buffer.from(parts['ppt/charts/chart1.xml'] ?? []).toString('utf8');
    expect(chart).toContain('Portföljstyrning');
    expect(parts['ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx']).toBeDefined();
  });

  it('is saved as a tagged PDF', async () => {
    const pdf = (await saved('PDF')).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/\/Marked true|\/MarkInfo|\/ObjStm/);
  });

  it('is saved as pictures', async () => {
    expect((await saved('Bild, SVG')).toString('utf8')).toContain('Portföljstyrning');
    expect((await saved('Bild, PNG')).subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  it('is saved as a table that Excel and other programs read', async () => {
    const book = XLSX.read(await saved('Excel, tabellen'), { dense: false });
    const rows = Object.values(book.Sheets).flatMap((sheet) =>
      XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1 }),
    );
    expect(rows.some((row) => row.includes('Portföljstyrning'))).toBe(true);
    expect((await saved('CSV, tabellen')).toString('utf8')).toContain('Portföljstyrning');
  });

  it('leaves no fault behind, and nothing refused', () => {
    expect(journey.faults).toEqual([]);
    expect(journey.refused).toEqual([]);
  });
});
