import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inDuckDb } from '../duckdb.ts';
import { DataPage } from './data-page.ts';
import type { Journey } from './journey.ts';
import { axeViolations, startJourney } from './journey.ts';

let journey: Journey;
let screen: DataPage;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1600, height: 1000 } });
  screen = new DataPage(journey.page);
  await journey.heading('Översikt').waitFor();
});

beforeEach(async () => {
  await journey.open('Data');
});

afterAll(async () => {
  expect(journey.faults).toEqual([]);
  await journey.close();
});

const parts = [
  'Inläsningar',
  'Enheter',
  'Inbjudna',
  'Riket, mål och publicerat',
  'Andra kommuner',
  'Instrument',
  'Kontroll',
];

test('Every part can be read by all, light and dark, wide and narrow', async () => {
  for (const part of parts) {
    await screen.part(part);
    await journey.settled();
    for (const scheme of ['light', 'dark'] as const) {
      await journey.scheme(scheme);
      expect(await axeViolations(journey.page), `${part}, ${scheme}`).toEqual([]);
    }
  }
  await journey.scheme('light');
  await screen.part('Enheter');
  await journey.page.setViewportSize({ width: 1024, height: 640 });
  await journey.picture('data-enheter-1024');
  expect(await axeViolations(journey.page)).toEqual([]);
  await journey.page.setViewportSize({ width: 1600, height: 1000 });
});

test('Two units become one, and two again when it is undone', async () => {
  await screen.part('Enheter');
  await screen.unit('Ekonomi').click();
  await screen.mergeInto('Digital utveckling');
  await screen.unit('Ekonomi').waitFor({ state: 'detached' });
  await journey.page.getByText('1 namn till').waitFor();
  await screen.undo();
  await screen.unit('Ekonomi').waitFor();
});

test('A unit gets another name by keyboard, and its old one back', async () => {
  await screen.part('Enheter');
  await screen.unit('Bibliotek').click();
  const name = journey.page.getByRole('textbox', { name: 'Namn', exact: true });
  await name.fill('Biblioteken');
  await name.press('Enter');
  await screen.unit('Biblioteken 1 namn till').waitFor();
  await screen.undo();
  await screen.unit('Bibliotek').waitFor();
});

test('The number of invited is corrected, and the response rate follows', async () => {
  await screen.part('Inbjudna');
  const row = journey.page.getByRole('row', { name: /^Bibliotek/ });
  const field = row.getByRole('textbox');
  await field.fill('20');
  await field.press('Enter');
  await row.getByText('satt här').waitFor();
  await row.getByText('45\u00A0%').waitFor();
});

test('A target is added with its source, and stands beside the outcome', async () => {
  await screen.part('Riket, mål och publicerat');
  await journey.page.getByRole('textbox', { name: 'År' }).fill('2024');
  await journey.page.getByRole('textbox', { name: 'Mognad, procent' }).fill('58,5');
  await journey.page.getByRole('textbox', { name: 'Källa' }).fill('Kommunfullmäktige');
  await journey.page.getByRole('button', { name: 'Lägg till' }).click();
  await journey.page.getByRole('cell', { name: 'Kommunfullmäktige', exact: true }).waitFor();
  await journey.page.getByRole('button', { name: 'Ta bort Kommunfullmäktige 2024' }).click();
  await journey.page
    .getByRole('cell', { name: 'Kommunfullmäktige', exact: true })
    .waitFor({ state: 'detached' });
});

test('All results are saved as one workbook', async () => {
  await journey.page.getByRole('button', { name: 'Spara alla resultat i Excel' }).click();
  await journey.page.getByText(/^Sparad: .*Resultat Exempelkommunen.*\.xlsx/).waitFor();
  expect(readdirSync(journey.exportsFolder).some((name) => name.startsWith('Resultat'))).toBe(true);
  await screen.part('Kontroll');
  await journey.page.getByText('Arbetsfilen är hel.').waitFor();
});

test('Own counts are saved as a table for other programs', async () => {
  await screen.part('Andra kommuner');
  await screen.countsAs('Tabell (Parquet)');
  await journey.picture('data-antal-parquet');
  await screen.saveCounts();
  await journey.page.getByText(/^Sparad: .*\.parquet/).waitFor();
  const file = readdirSync(journey.exportsFolder).find((name) => name.endsWith('.parquet'));
  const rows = await inDuckDb(
    `SELECT DISTINCT municipality, item FROM read_parquet('${join(journey.exportsFolder, file ?? '')}')`,
  );
  expect(rows).toHaveLength(26);
});
