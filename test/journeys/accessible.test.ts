import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journey } from './journey.ts';
import { axeViolations, screens, startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1600, height: 1000 } });
  await journey.heading('Översikt').waitFor();
});

afterAll(async () => {
  await journey.close();
});

/** What stands wider than the window, as the page lays it out. */
async function overflowing(): Promise<unknown> {
  return journey.page.evaluate(
    `[document.scrollingElement, document.querySelector('main')]
       .filter((element) => element !== null && element.scrollWidth > element.clientWidth + 1)
       .map((element) => element.tagName + ' ' + element.scrollWidth + ' > ' + element.clientWidth)`,
  );
}

describe.each(['light', 'dark'] as const)('in the %s theme', (scheme) => {
  beforeAll(async () => {
    await journey.scheme(scheme);
  });

  it.each(screens)(
    'H-30: %s breaks no rule of WCAG that can be checked, and fits the window at either width',
    async (screen) => {
      await journey.page.setViewportSize({ width: 1600, height: 1000 });
      await journey.open(screen);
      await journey.settled();
      await journey.picture(`${screen}-${scheme}-1600`);
      expect(await axeViolations(journey.page)).toEqual([]);
      expect(await overflowing()).toEqual([]);
      await journey.page.setViewportSize({ width: 1024, height: 640 });
      await journey.settled();
      await journey.picture(`${screen}-${scheme}-1024`);
      expect(await axeViolations(journey.page)).toEqual([]);
      expect(await overflowing()).toEqual([]);
      expect(journey.faults).toEqual([]);
    },
  );
});

describe('at 200 % zoom', () => {
  it.each(screens)('H-31: %s breaks no rule either', async (screen) => {
    await journey.scheme('light');
    await journey.page.setViewportSize({ width: 800, height: 500 });
    await journey.open(screen);
    await journey.settled();
    await journey.picture(`${screen}-800`);
    expect(await axeViolations(journey.page)).toEqual([]);
  });
});
