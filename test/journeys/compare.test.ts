import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ComparePage } from './compare-page.ts';
import type { Journey } from './journey.ts';
import { axeViolations, startJourney } from './journey.ts';

let journey: Journey;
let screen: ComparePage;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1600, height: 1000 } });
  screen = new ComparePage(journey.page);
  await journey.heading('Översikt').waitFor();
});

beforeEach(async () => {
  await journey.open('Översikt');
  await journey.open('Jämför');
  await screen.sentence.waitFor();
});

afterAll(async () => {
  expect(journey.faults).toEqual([]);
  await journey.close();
});

test('The row pointed at is put into words, and the chosen one comes back when the pointer leaves', async () => {
  await screen.row('Nyttorealisering').click();
  await screen.row('Nyttokontroll').hover();
  await expect
    .poll(() => screen.sentence.textContent())
    .toMatch(/^Nyttokontroll har fallit från 40\s% till 32\s%/);
  await journey.heading('Jämför').hover();
  await expect.poll(() => screen.sentence.textContent()).toMatch(/^Nyttorealisering har fallit/);
});

test('The arrow keys move between rows, and between the years that are compared', async () => {
  const { keyboard } = journey.page;
  await screen.row('Nyttokontroll').focus();
  await screen.row('Nyttokontroll').press('Enter');
  await keyboard.press('ArrowDown');
  await expect.poll(() => screen.sentence.textContent()).toMatch(/^Nyttorealisering har fallit/);
  await keyboard.press('ArrowLeft');
  await expect.poll(() => screen.sentence.textContent()).toContain('2020→21');
});

test('Only sure changes are left when they are asked for', async () => {
  await screen.filter('Bara säkra förändringar');
  expect(await screen.rowsInOrder()).toEqual([
    'Effektivitet',
    'Portföljstyrning',
    'Innovation',
    'Innovationskultur',
    'Balansering',
    'Nyttokontroll',
    'Nyttorealisering',
  ]);
  await screen.filter(/^Alla/);
  expect((await screen.rowsInOrder()).length).toBe(35);
});

test('A head sorts the items: up, down, and back to the order of the model', async () => {
  await screen.sortBy('2021→22');
  expect((await screen.rowsInOrder())[0]).toBe('Nyttokontroll');
  await screen.sortBy('2021→22');
  expect((await screen.rowsInOrder()).at(-1)).toBe('Nyttokontroll');
  await screen.sortBy('2021→22');
  expect((await screen.rowsInOrder())[0]).toBe('Digital mognad');
});

test('The table has the tools of a figure, and gives its place to the figure’s table', async () => {
  const tools = journey.page.getByRole('group', { name: /^Verktyg för figuren: Mätpunkterna/ });
  const toggle = tools.getByRole('button', { name: 'Visa som tabell' });
  await toggle.click();
  const table = journey.page.getByRole('table', { name: /^Mätpunkterna/ });
  await table.waitFor();
  const row = table.getByRole('row').filter({ hasText: 'Nyttokontroll' });
  expect(await row.innerText()).toMatch(/35\s%\s+40\s%\s+32\s%/);
  await tools.getByRole('button', { name: 'Förklara figuren' }).click();
  await journey.page.getByText(/Mätpunktens medel är medelvärdet/).waitFor();
  await journey.page.keyboard.press('Escape');
  await toggle.click();
  await screen.row('Nyttokontroll').waitFor();
});

test('A conclusion is made of the row, undone, and the item opened', async () => {
  await screen.row('Innovationskultur').click();
  await journey.page.getByRole('button', { name: 'Gör slutsats', exact: true }).click();
  await journey.page.getByRole('button', { name: /^Öppna slutsats/ }).waitFor();
  await journey.page.getByRole('button', { name: 'Ångra', exact: true }).click();
  await journey.page.getByRole('button', { name: 'Gör slutsats', exact: true }).waitFor();
  await journey.page.getByRole('button', { name: 'Öppna mätpunkten' }).click();
  await journey.page.getByRole('complementary', { name: 'Innovationskultur' }).waitFor();
});

test('The screen can be read by all in all its forms, light and dark, wide and narrow', async () => {
  for (const width of [1600, 1024]) {
    await journey.page.setViewportSize({ width, height: width === 1600 ? 1000 : 640 });
    for (const over of ['År', 'Enheter'] as const) {
      await screen.over(over);
      for (const form of ['Tabell', 'Sida vid sida'] as const) {
        await screen.showAs(form);
        await journey.settled();
        const scheme = form === 'Tabell' ? 'light' : 'dark';
        await journey.scheme(scheme);
        await journey.picture(`jamfor-${width}-${over}-${scheme}`);
        expect(await axeViolations(journey.page), `${width}, ${over}, ${form}`).toEqual([]);
      }
    }
  }
  await journey.scheme('light');
});
