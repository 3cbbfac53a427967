import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import type { Journey } from './journey.ts';
import { startJourney } from './journey.ts';

/** Whose answers are looked at, and of which units: every screen of results follows, and one step takes it back. */

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1600, height: 1000 } });
  await journey.heading('Översikt').waitFor();
  await journey.settled();
});

afterAll(async () => {
  expect(journey.faults).toEqual([]);
  await journey.close();
});

const screens = ['Översikt', 'Kvadrant', 'Kategorier', 'Jämför', 'Prioriteringar'] as const;
type ScreenName = (typeof screens)[number];

/** What each screen of results says now. */
async function said(): Promise<Map<ScreenName, string>> {
  const words = new Map<ScreenName, string>();
  for (const screen of screens) {
    await journey.open(screen);
    await journey.settled();
    words.set(screen, await journey.page.locator('main').innerText());
  }
  return words;
}

/** The button of the top bar under a label. */
function field(label: string): Locator {
  return journey.page.locator('.field').filter({ hasText: label }).getByRole('button').first();
}

async function choose(who: string): Promise<void> {
  await field('Svarande').click();
  await journey.page.getByRole('menuitemradio', { name: who, exact: true }).click();
  await journey.settled();
}

async function undo(): Promise<void> {
  await journey.page.keyboard.press('Control+z');
  await journey.settled();
}

describe('an analyst who looks at some of the answers', () => {
  let all: Map<ScreenName, string>;

  it('sees every screen of all answers first', async () => {
    all = await said();
    expect(all.get('Översikt')).toContain('287 av 529');
  });

  it.each([
    ['those involved in decisions', 'De som är delaktiga i beslut'],
    ['one role', 'Chef'],
    ['all without the IT department', 'Utan LKDATA'],
  ])('H-33: sees every screen follow to %s, and back with one undo', async (_, name) => {
    await choose(name);
    const some = await said();
    for (const screen of screens) expect(some.get(screen), screen).not.toBe(all.get(screen));
    await undo();
    expect(await said()).toEqual(all);
  });

  it('H-33: sees every screen follow to the förvaltningar without the whole, and back with one undo', async () => {
    await field('Enheter').click();
    await journey.page.getByRole('checkbox', { name: 'Exempelkommunen' }).uncheck();
    await journey.page.keyboard.press('Escape');
    const units = await said();
    for (const screen of screens) expect(units.get(screen), screen).not.toBe(all.get(screen));
    await undo();
    expect(await said()).toEqual(all);
  });
});
