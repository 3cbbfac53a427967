import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { rememberRecent } from '../../electron/workbench/user.ts';
import type { Journey } from '../journeys/journey.ts';
import { startJourney } from '../journeys/journey.ts';
import type { SmallStep } from './small.ts';
import { lastClickSeconds, timeClicks } from './window-use.ts';
import { generateWorkbook } from './workbook.ts';

/** Five years, and what a person sees after another year or unit has been chosen, on the screens that show results. */

const commandLine = fileURLToPath(new URL('../../electron/dimios.mjs', import.meta.url));
const years = [2018, 2019, 2020, 2021, 2022];
const changedScreens = ['Översikt', 'Kvadrant', 'Kategorier', 'Jämför', 'Prioriteringar'];
/** One year more or less each time from the three newest on, and never the same years twice: nothing is remembered. */
const yearSteps = [2020, 2019, 2022, 2018, 2021, 2020];
const unitSteps = 4;

/**
 * From the click that changes the choice until the screen has drawn it, by the median and the slowest screen, for a
 * measurement of so many people in so many units, each of three parts.
 */
export async function measureChanges(respondents: number, units: number): Promise<SmallStep[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-changes-'));
  try {
    const home = path.join(folder, 'home');
    const workspace = path.join(folder, 'fem.dimios');
    await importYears(folder, workspace, respondents, units);
    process.env['DIMIOS_HOME'] = home;
    rememberRecent({ path: workspace, name: 'Fem år', isSample: false, lastOpened: '2024-01-01T00:00:00Z' });
    const journey = await startJourney({ home, size: { width: 1600, height: 1000 } });
    const ofYears = new Map<string, number[]>();
    const ofUnits = new Map<string, number[]>();
    try {
      await journey.heading('Översikt').waitFor();
      await journey.settled();
      await timeClicks(journey);
      for (const screen of changedScreens) {
        await journey.open(screen);
        await journey.settled();
        ofYears.set(screen, await changeYears(journey));
        ofUnits.set(screen, await changeUnits(journey));
      }
    } finally {
      await journey.close();
    }
    return [...stepsOf('year', ofYears), ...stepsOf('unit', ofUnits)];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function importYears(folder: string, workspace: string, respondents: number, units: number) {
  const workbook = path.join(folder, 'svar.xlsx');
  await generateWorkbook(workbook, respondents + 1, units);
  for (const year of years) {
    const words = ['import', workbook, '--into', workspace, '--accept-proposed', '--year', String(year)];
    const { status, stderr } = spawnSync(process.execPath, [commandLine, ...words, '--json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (status !== 0) throw new Error(stderr);
  }
}

async function changeYears(journey: Journey): Promise<number[]> {
  const { page } = journey;
  const seconds: number[] = [];
  for (const year of yearSteps) {
    const remove = page.getByRole('button', { name: `Ta bort ${year}`, exact: true });
    if ((await remove.count()) > 0) await remove.click();
    else {
      await page.getByRole('button', { name: 'Lägg till ett år' }).click();
      await journey.settled();
      await page.getByRole('menuitem', { name: String(year), exact: true }).click();
    }
    await journey.settled();
    seconds.push(await lastClickSeconds(journey));
  }
  return seconds;
}

async function changeUnits(journey: Journey): Promise<number[]> {
  const { page } = journey;
  const seconds: number[] = [];
  await page.locator('.bar-button').first().click();
  const boxes = page.locator('.units-list input[type="checkbox"]');
  await boxes.first().waitFor();
  for (let at = 1; at <= unitSteps; at++) {
    await journey.settled();
    await boxes.nth(at).click();
    await journey.settled();
    seconds.push(await lastClickSeconds(journey));
  }
  await page.keyboard.press('Escape');
  return seconds;
}

function stepsOf(what: string, byScreen: ReadonlyMap<string, readonly number[]>): SmallStep[] {
  const all = [...byScreen.values()];
  return [
    {
      step: `change of ${what}, median of ${all.flat().length} on five screens`,
      seconds: median(all.flat()),
    },
    { step: `change of ${what}, the slowest screen’s median`, seconds: Math.max(...all.map(median)) },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
