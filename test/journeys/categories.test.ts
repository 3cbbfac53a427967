import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CategoriesPage } from './categories-page.ts';
import type { Journey } from './journey.ts';
import { axeViolations, startJourney } from './journey.ts';

let journey: Journey;
let screen: CategoriesPage;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1600, height: 1000 } });
  screen = new CategoriesPage(journey.page);
  await journey.heading('Översikt').waitFor();
});

beforeEach(async () => {
  await journey.open('Översikt');
  await journey.open('Kategorier');
  await screen.chosenPart.waitFor();
});

afterAll(async () => {
  expect(journey.faults).toEqual([]);
  await journey.close();
});

test('The keyboard leads from a category into its items, between them, and up again', async () => {
  const { keyboard } = journey.page;
  await screen.chosenPart.focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await screen.panel('Portföljstyrning').waitFor();
  await keyboard.press('ArrowDown');
  await screen.panel('Förvaltningsstyrning').waitFor();
  await keyboard.press('Backspace');
  await screen.panel('Effektivitet').waitFor();
  await keyboard.press('Backspace');
  await screen.panel('Digital förmåga').waitFor();
  expect(await screen.chosenPart.getAttribute('aria-expanded')).toBe('true');
});

test('An item shows its definition, its change in words, its answers and its units, the hidden ones too', async () => {
  await screen.part('Effektivitet').click();
  await screen.panel('Effektivitet').getByRole('button', { name: 'Portföljstyrning' }).click();
  const panel = screen.panel('Portföljstyrning');
  await panel.getByText(/skillnaden är större än osäkerheten/).waitFor();
  await panel.getByRole('heading', { name: 'Så fördelar sig svaren' }).waitFor();
  await panel
    .getByRole('img', { name: /fördel/i })
    .first()
    .waitFor();
  const hidden = panel.getByRole('row', { name: /LKDATA/ });
  expect(await hidden.textContent()).toContain('Visas inte');
});

test('Several units over several years stand as panels on one axis, each with its tools', async () => {
  await screen.part('Effektivitet').click();
  await screen.barsFor('År och enheter');
  const panels = journey.page.getByRole('region', { name: 'Effektivitet' }).getByRole('figure');
  await expect.poll(() => panels.count()).toBe(6);
  const drawing = { name: /^Effektivitet: .*2020–2022/ };
  await panels.last().getByRole('img', drawing).waitFor();
  for (const panel of await panels.all()) {
    expect(await panel.getByRole('img', drawing).count()).toBe(1);
    expect(await panel.getByRole('group', { name: /^Verktyg för figuren/ }).count()).toBe(1);
  }
  await journey.page.getByText('3 valda enheter till', { exact: false }).waitFor();
  expect(await axeViolations(journey.page)).toEqual([]);
  await screen.barsFor('År');
});

test('The order chosen holds in the list as in the figure', async () => {
  await screen.part('Effektivitet').click();
  await screen.panel('Effektivitet').waitFor();
  await journey.settled();
  expect((await screen.itemsInOrder('Effektivitet'))[0]).toBe('Portföljstyrning');
  await screen.order('Högst värde först');
  await expect.poll(async () => (await screen.itemsInOrder('Effektivitet'))[0]).toBe('Informationssäkerhet');
  await screen.order('Mest vet ej först');
  await expect.poll(async () => (await screen.itemsInOrder('Effektivitet'))[0]).toBe('Försörjningsstrategi');
  await screen.order('Fallit mest först');
  await expect.poll(async () => (await screen.itemsInOrder('Effektivitet'))[0]).toBe('Portföljstyrning');
});

test('A unit can be looked into, and units set beside each other', async () => {
  await screen.barsFor('Enheter');
  const own = screen.panel('Effektivitet').getByRole('rowheader', { name: 'Kommunledningsförvaltningen' });
  await own.waitFor();
  await screen.barsFor('År');
  await screen.unit('Leanlink');
  await journey.page.getByText(/Procent av skalan, Leanlink/).waitFor();
});

test('Of a small unit the lead says what is not shown, and claims nothing about it', async () => {
  await screen.unit('LKDATA');
  await journey.page.getByText('Två rör sig inom osäkerheten. Fem visas inte.').waitFor();
  expect(await screen.part('Digital förmåga').textContent()).toContain('Bygger på ett värde som inte visas');
});

test('The screen can be read by all, light and dark, wide and narrow', async () => {
  await screen.part('Innovation').click();
  await screen.panel('Innovation').getByRole('button', { name: 'Öppna data' }).click();
  await screen.panel('Öppna data').waitFor();
  for (const width of [1600, 1024]) {
    await journey.page.setViewportSize({ width, height: width === 1600 ? 1000 : 640 });
    for (const scheme of ['light', 'dark'] as const) {
      await journey.scheme(scheme);
      await journey.settled();
      await journey.picture(`kategorier-${width}-${scheme}`);
      expect(await axeViolations(journey.page), `${width}, ${scheme}`).toEqual([]);
    }
  }
  await journey.scheme('light');
  await journey.page.setViewportSize({ width: 1600, height: 1000 });
});
