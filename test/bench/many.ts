import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { rememberRecent } from '../../electron/workbench/user.ts';
import { startJourney } from '../journeys/journey.ts';
import type { Measured } from './measured.ts';
import type { Visits } from './window-use.ts';
import { visitScreens } from './window-use.ts';
import { generateWorkbook } from './workbook.ts';

/**
 * A very large measurement in two years, as a person goes through it: imported, asked about by command, and opened in
 * the window. Each step is a process of its own, start and stop included, with its peak memory.
 */

const commandLine = fileURLToPath(new URL('../../electron/dimios.mjs', import.meta.url));
const ownPath = fileURLToPath(import.meta.url);
/** Prints the peak memory of the process it is loaded into, as that process ends, last and to standard error. */
const peakAtExit = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\n'+process.resourceUsage().maxRSS))`;
const starts = 4;

export async function measureMany(respondents: number): Promise<Measured[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-many-'));
  try {
    const workbook = path.join(folder, 'svar.xlsx');
    const workspace = path.join(folder, 'stor.dimios');
    await generateWorkbook(workbook, respondents);
    const into = ['--into', workspace, '--accept-proposed'];
    const choose = ['--in', workspace];
    const commands: readonly (readonly [string, readonly string[]])[] = [
      ['import of the first year', ['import', workbook, ...into, '--year', '2021']],
      ['import of the second year', ['import', workbook, ...into, '--year', '2022']],
      ['scores of all units and years', ['scores', ...choose]],
      ['compare two years', ['compare', ...choose, '--from', '2021', '--to', '2022']],
      ['priorities', ['priorities', ...choose, '--year', '2022']],
      ['quadrants', ['quadrants', ...choose, '--year', '2022']],
      [
        'figure of a category as SVG',
        ['figure', 'category-bars', ...choose, '--format', 'svg', '--out', path.join(folder, 'figur.svg')],
      ],
    ];
    const group = `${respondents.toLocaleString('en')} respondents a year, two years, whole processes`;
    return [
      ...commands.map(([step, words]) => ({ group, step, respondents, ...run(words), note: '' })),
      ...inWindow(workspace, folder).map((one) => ({ group, respondents, ...one, note: '' })),
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function run(words: readonly string[]): Pick<Measured, 'seconds' | 'peakMegabytes'> {
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', peakAtExit, commandLine, ...words, '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  return { seconds, peakMegabytes: Number(stderr.trim().split('\n').at(-1)) / 1000 };
}

const windowShape = z.array(z.object({ step: z.string(), seconds: z.number(), peakMegabytes: z.number() }));

function inWindow(workspace: string, folder: string): z.infer<typeof windowShape> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ownPath, workspace], {
    encoding: 'utf8',
    env: { ...process.env, DIMIOS_HOME: path.join(folder, 'home') },
  });
  if (status !== 0) throw new Error(stderr);
  return windowShape.parse(JSON.parse(stdout));
}

/** Opens the workspace in the window several times, and goes through its screens; the first start is not counted. */
async function throughWindow(workspace: string): Promise<z.infer<typeof windowShape>> {
  rememberRecent({ path: workspace, name: 'Stor', isSample: false, lastOpened: '2024-01-01T00:00:00Z' });
  const home = process.env['DIMIOS_HOME'];
  if (home === undefined) throw new Error('The window has no home.');
  const opened: number[] = [];
  let visits: Visits | null = null;
  for (let start = 0; start < starts; start++) {
    const begun = performance.now();
    const journey = await startJourney({ home, size: { width: 1600, height: 1000 } });
    await journey.heading('Översikt').waitFor();
    await journey.page.locator('figure svg').first().waitFor();
    if (start > 0) opened.push(performance.now() - begun);
    if (start === starts - 1) visits = await visitScreens(journey);
    // Where the window stands is kept once it has come to rest.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await journey.close({ keepHome: true });
  }
  const peakMegabytes = process.resourceUsage().maxRSS / 1000;
  return [
    { step: 'window: start to overview', seconds: median(opened) / 1000, peakMegabytes },
    {
      step: 'window: later visits to a screen, median',
      seconds: visits?.laterSeconds ?? NaN,
      peakMegabytes,
    },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

if (process.argv[1] === ownPath) {
  console.log(JSON.stringify(await throughWindow(process.argv[2] ?? '')));
  process.exit();
}
