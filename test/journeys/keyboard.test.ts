import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journey } from './journey.ts';
import { sample, startJourney } from './journey.ts';

let journey: Journey;

/** More steps than any screen has between two things. */
const mostSteps = 150;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1600, height: 1000 } });
  // From the start: a file dialog that is asked for while the first listener is being set up is lost.
  journey.page.on('filechooser', () => {});
  await journey.heading('Översikt').waitFor();
});

afterAll(async () => {
  await journey.close();
});

async function hasFocus(target: Locator): Promise<boolean> {
  return (await target.and(journey.page.locator(':focus')).count()) === 1;
}

/** Goes with Tab until the thing has the focus, as one must without a pointer. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < mostSteps; step++) {
    if (await hasFocus(target)) return;
    await journey.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

function button(name: string | RegExp): Locator {
  return journey.page.getByRole('button', { name }).first();
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await journey.page.keyboard.press(key);
}

describe('with the keyboard only', () => {
  it("H-32: a workspace of one's own is begun from the first start", async () => {
    await tabTo(button('Börja med egna data'));
    await press('Enter');
    const organisation = journey.page.getByLabel('Organisation');
    await tabTo(organisation);
    await journey.page.keyboard.type('Provköpings kommun');
    await press('Enter');
    await journey.heading('Import').waitFor();
  });

  it('H-32: a file is chosen and stored', async () => {
    const choose = button(/^välj filer/i);
    await tabTo(choose);
    const dialog = journey.page.waitForEvent('filechooser');
    await press('Enter');
    await (await dialog).setFiles(sample('DiMiOS 2022 (LimeSurvey).xlsx'));
    const store = button(/^Läs in \d/);
    await store.waitFor();
    // The file is read first, however long that takes.
    await expect.poll(() => store.isEnabled(), { timeout: 30_000 }).toBe(true);
    await tabTo(store);
    await press('Enter');
    await journey.page.getByText(/är inlästa för|Inläst för/).waitFor();
  });

  it('H-32: a screen is found, and another unit in its list', async () => {
    await press('Control+k');
    const search = journey.page.getByRole('dialog').getByRole('combobox');
    await search.waitFor();
    await expect.poll(() => hasFocus(search)).toBe(true);
    await journey.page.keyboard.type('Kvadrant');
    await journey.page.getByRole('option', { name: 'Kvadrant' }).first().waitFor();
    await press('Enter');
    await journey.heading('Kvadrant').waitFor();
    await journey.settled();
    const whole = journey.page.locator('[data-unit="whole"]');
    await tabTo(whole);
    await press('ArrowDown');
    await expect.poll(() => whole.getAttribute('aria-pressed')).toBe('false');
  });

  it('H-32: the figure is read as a table and saved as Word', async () => {
    const table = button('Visa som tabell');
    // Back from the list, as the figure stands before it.
    await table.waitFor();
    for (let step = 0; step < mostSteps && !(await hasFocus(table)); step++) await press('Shift+Tab');
    expect(await hasFocus(table)).toBe(true);
    await press('Enter');
    await journey.page.locator('figure table').first().waitFor();
    await tabTo(button('Spara figuren'));
    await press('Enter');
    const word = journey.page.getByRole('menuitem', { name: 'Word', exact: true });
    await word.waitFor();
    // An opening menu takes the focus once it stands: only a focus that stays is one.
    await expect
      .poll(
        async () => {
          if (!(await hasFocus(word))) await press('ArrowDown');
          await journey.page.waitForTimeout(250);
          return hasFocus(word);
        },
        { timeout: 15_000 },
      )
      .toBe(true);
    await press('Enter');
    const told = journey.page.getByText(/^Sparad: /).last();
    await told.waitFor();
    const file = (await told.innerText()).replace(/^Sparad: /, '').trim();
    expect(Object.keys(unzipSync(readFileSync(file)))).toContain('word/document.xml');
    expect(journey.faults).toEqual([]);
  });
});
