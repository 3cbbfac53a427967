import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { startJourney } from '../journeys/journey.ts';
import type { SmallStep } from './small.ts';
import { generateWorkbook } from './workbook.ts';

export const screens = ['Kvadrant', 'Jämför', 'Kategorier', 'Prioriteringar', 'Översikt'];

/** The open window in use, on the sample workspace: screens, a change of year, and while a large file is read. */
export async function measureWindowUse(): Promise<SmallStep[]> {
  const journey = await startJourney({ size: { width: 1600, height: 1000 } });
  const file = path.join(tmpdir(), `dimios-bench-${process.pid}.xlsx`);
  try {
    await journey.heading('Översikt').waitFor();
    const visit = async (screen: string): Promise<number> => {
      const before = performance.now();
      await journey.open(screen);
      await journey.fetched();
      return (performance.now() - before) / 1000;
    };
    // Each screen's script is loaded when it is first opened: that visit is measured apart.
    const firstVisits: number[] = [];
    for (const screen of screens) firstVisits.push(await visit(screen));
    const visits: number[] = [];
    for (const screen of [...screens, ...screens]) visits.push(await visit(screen));

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
    await journey.page.locator('input[type="file"]').first().setInputFiles(file);
    await journey.page.getByText(path.basename(file)).first().waitFor();
    const longestMs = Number(
      await journey.page.evaluate(`new Promise((resolve) => {
        let longest = 0, last = performance.now(), left = 60;
        const tick = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if ((left -= 1) > 0) setTimeout(tick, 10); else resolve(longest);
        };
        tick();
      })`),
    );
    return [
      { step: 'first visit to a screen, the longest of five', seconds: Math.max(...firstVisits) },
      { step: 'later visits to a screen, median of ten', seconds: median(visits) },
      { step: 'change of year: the machine’s answer, median of nine', seconds: changeMs / 1000 },
      { step: 'longest silence of the window while 100,000 rows are read', seconds: longestMs / 1000 },
    ];
  } finally {
    await journey.close();
    rmSync(file, { force: true });
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
