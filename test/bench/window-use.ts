import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Journey } from '../journeys/journey.ts';
import { screens, startJourney, stillFrames, underWay } from '../journeys/journey.ts';
import type { SmallStep } from './small.ts';
import { generateWorkbook } from './workbook.ts';

/** All but the import, which has nothing to show on the samples; the overview, where a start stands, comes last. */
const visited = [...screens.filter((name) => name !== 'Import' && name !== 'Översikt'), 'Översikt'];
const rounds = 5;

/** How long it takes from a click in the rail until the screen stands there whole. */
export interface Visits {
  /** Each screen fetches its code the first time: the longest of them. */
  readonly firstSeconds: number;
  /** The median of all later visits to all screens. */
  readonly laterSeconds: number;
  /** The same of the slowest screen alone. */
  readonly slowestSeconds: number;
}

/** Goes through all screens, several times. */
export async function visitScreens(journey: Journey): Promise<Visits> {
  await timeClicks(journey);
  const first: number[] = [];
  const later = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round++) {
    for (const screen of visited) {
      await journey.open(screen);
      await journey.settled();
      const seconds = await lastClickSeconds(journey);
      if (round === 0) first.push(seconds);
      else later.set(screen, [...(later.get(screen) ?? []), seconds]);
    }
  }
  const all = [...later.values()];
  return {
    firstSeconds: Math.max(...first),
    laterSeconds: median(all.flat()),
    slowestSeconds: Math.max(...all.map(median)),
  };
}

/**
 * Lets the page keep, in ms, what passes from each click until it has drawn a frame in which nothing is being fetched, and
 * nothing comes to be in the frames after. Measured in the page: what moves the pointer from outside takes as long again.
 */
export async function timeClicks({ page }: Journey): Promise<void> {
  await page.evaluate(`(() => {
    window.clicks = [];
    document.addEventListener('click', ({ timeStamp }) => {
      let drawn = null, still = 0;
      const look = () => {
        if (document.querySelector(${JSON.stringify(underWay)}) !== null) { drawn = null; still = 0; }
        else {
          still += 1;
          if (still === 1) {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => { drawn ??= performance.now() - timeStamp; };
            port2.postMessage(null);
          }
          if (still === ${stillFrames}) { window.clicks.push(drawn); return; }
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { capture: true });
  })()`);
}

/** What {@link timeClicks} kept of the latest click, in seconds; to be asked for once all has settled. */
export async function lastClickSeconds({ page }: Journey): Promise<number> {
  return Number(await page.evaluate('clicks.at(-1)')) / 1000;
}

/** The open window in use, on the sample workspace: screens, a change of year, and while a large file is read. */
export async function measureWindowUse(): Promise<SmallStep[]> {
  const journey = await startJourney({ size: { width: 1600, height: 1000 } });
  const file = path.join(tmpdir(), `dimios-bench-${process.pid}.xlsx`);
  try {
    await journey.heading('Översikt').waitFor();
    await journey.settled();
    const { firstSeconds, laterSeconds, slowestSeconds } = await visitScreens(journey);

    const changeMs = Number(
      await journey.page.evaluate(`(async () => {
        const state = JSON.parse(await machine.call('app.state', '{}', 's')).value;
        const times = [];
        for (let run = 0; run < 9; run += 1) {
          const choice = { years: run % 2 ? [2022, 2021] : [2022, 2020], units: [null], measure: 'percent',
            against: { nation: true, target: true, pool: true }, who: { kind: 'all' } };
          const before = performance.now();
          await machine.call('compare.get', JSON.stringify({ workspaceId: state.open[0], choice, over: 'years' }), 'c' + run);
          times.push(performance.now() - before);
        }
        return times.sort((a, b) => a - b)[4];
      })()`),
    );

    await generateWorkbook(file, 100_000);
    await journey.open('Import');
    await timeAnswers(journey);
    await journey.page.locator('input[type="file"]').first().setInputFiles(file);
    await journey.page.getByText(path.basename(file)).first().waitFor();
    await journey.settled();
    const longestMs = Number(await journey.page.evaluate('longestMs'));
    return [
      { step: 'first visit to a screen, the longest of ten', seconds: firstSeconds },
      { step: 'later visits to a screen, median of fifty', seconds: laterSeconds },
      { step: 'later visits to the slowest screen, median of five', seconds: slowestSeconds },
      { step: 'change of year: the machine’s answer, median of nine', seconds: changeMs / 1000 },
      { step: 'longest silence of the window while 100,000 rows are read', seconds: longestMs / 1000 },
    ];
  } finally {
    await journey.close();
    rmSync(file, { force: true });
  }
}

/**
 * Lets the page keep the longest that anything a person did would have had to wait for it while something is being fetched:
 * a task is put behind what is under way again and again.
 */
async function timeAnswers({ page }: Journey): Promise<void> {
  await page.evaluate(`(() => {
    window.longestMs = 0;
    const { port1, port2 } = new MessageChannel();
    const ask = () => { port2.postMessage(performance.now()); };
    port1.onmessage = ({ data }) => {
      const waited = performance.now() - data;
      if (document.querySelector(${JSON.stringify(underWay)}) !== null) window.longestMs = Math.max(window.longestMs, waited);
      setTimeout(ask, 4);
    };
    ask();
  })()`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
