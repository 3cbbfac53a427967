import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { isCommandLineBuilt, isWindowBuilt, isWorkbenchBuilt } from '../../electron/shell/build-window.ts';
import { measureExchange } from './exchange.ts';
import { measureFigures } from './figures.ts';
import { growthOf, highestExponent } from './growth.ts';
import { measureMany } from './many.ts';
import type { Measured } from './measured.ts';
import { nameOf } from './measured.ts';
import type { ReadingResult } from './reading.ts';
import { measureReading } from './reading.ts';
import { readReference, referenceOf, worsened, worseShare, writeReference } from './reference.ts';
import { measureReports } from './reports.ts';
import { measureSmall } from './small.ts';
import { measureTallying } from './tallying.ts';
import { measureChanges } from './window-changes.ts';
import { measureWindow } from './window.ts';
import { measureWindowUse } from './window-use.ts';

/**
 * `npm run bench [-- --quick] [-- --write-reference]`: this project and its peers, the same work in the same run,
 * medians and peak memory; how each step grows; and first of all what has become slower. See README.md beside this.
 */
const isQuick = process.argv.includes('--quick');
const sizes = isQuick ? [1000, 10_000, 100_000] : [1000, 10_000, 100_000, 1_000_000];

const readers: Readonly<Record<string, string>> = {
  own: 'own reader, rows only',
  import: 'dimios import: read, checked, tallied, stored',
  sheetjs: 'SheetJS (dense), rows only',
  exceljs: 'exceljs (stream), rows only',
  openpyxl: 'openpyxl (read-only), rows only',
  readxl: 'R readxl, rows only',
};
const reading = '.xlsx of 34 columns, whole process';
const yardstick = nameOf({ group: reading, step: readers['sheetjs'] ?? '', respondents: 10_000 });

const all: Measured[] = [];

function add(...measured: readonly Measured[]): void {
  all.push(...measured);
  for (const one of measured) process.stderr.write(`${nameOf(one)}: ${secondsText(one.seconds)}\n`);
}

function addSteps(
  group: string,
  steps: readonly { readonly step: string; readonly seconds: number }[],
): void {
  add(
    ...steps.map(({ step, seconds }) => ({
      group,
      step,
      respondents: null,
      seconds,
      peakMegabytes: null,
      note: '',
    })),
  );
}

// In a process of its own: what this one ever took counts as the memory of those that it starts.
if (!isWindowBuilt() || !isWorkbenchBuilt() || !isCommandLineBuilt()) {
  spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}

for (const rows of sizes) {
  add(...readingMeasured(await measureReading({ rowCounts: [rows], runs: rows < 1_000_000 ? 3 : 1 })));
}
for (const respondents of sizes) {
  add(
    ...measureTallying(respondents).map(({ step, seconds, peakMegabytes }) => ({
      group: 'Workspace, a process for each step',
      step,
      respondents,
      seconds,
      peakMegabytes,
      note: '',
    })),
  );
}
addSteps('300 respondents, three years (the samples)', await measureSmall());
addSteps('A whole country, whole processes, median of 3', measureExchange());
addSteps('Figures of the samples, median of 9', await measureFigures());
addSteps('Reports of the samples', await measureReports());
for (const respondents of isQuick ? [] : [1_000_000]) add(...(await measureMany(respondents)));
const windowStart = await measureWindow();
if (windowStart !== null) {
  addSteps('The window in the browser shell, from the second start, samples stored', [
    { step: 'start to page loaded', seconds: windowStart.shownSeconds },
    { step: 'start to data on screen', seconds: windowStart.dataSeconds },
  ]);
  addSteps('The open window, on the samples', await measureWindowUse());
  addSteps('Another choice in the open window, 300 × 5 years, 8 units', await measureChanges(300, 8));
  if (!isQuick) {
    addSteps(
      'Another choice in the open window, 100,000 × 5 years, 40 units',
      await measureChanges(100_000, 40),
    );
  }
}

const reference = readReference();
const now = referenceOf(all, yardstick);
if (now !== null && reference !== null && reference.yardstick === yardstick) {
  const slower = worsened(now, reference);
  console.log(
    slower.length === 0
      ? `Nothing is more than ${worseShare * 100} % slower than the reference, by its ratio to "${yardstick}".`
      : `SLOWER than the reference by more than ${worseShare * 100} % (ratio to "${yardstick}"):`,
  );
  for (const { name, ratio, reference: before } of slower) {
    console.log(`  ${name.padEnd(90)} ${before} → ${ratio} (${(ratio / before).toFixed(2)} ×)`);
  }
}

for (const [group, own] of Map.groupBy(all, (one) => one.group)) {
  console.log(`\n${group}`);
  for (const { step, respondents, seconds, peakMegabytes, note } of own) {
    const size = respondents === null ? '' : respondents.toLocaleString('en');
    const memory = peakMegabytes === null ? '' : `${peakMegabytes.toFixed(0)} MB`;
    console.log(
      `  ${step.padEnd(62)} ${size.padStart(9)} ${secondsText(seconds).padStart(9)} ${memory.padStart(8)}  ${note}`.trimEnd(),
    );
  }
}
if (windowStart !== null) {
  console.log(
    `\nScript sent by the first figure, gzipped: ${Math.round(windowStart.scriptBytes / 1000)} kB; all script: ${Math.round(windowStart.allScriptBytes / 1000)} kB`,
  );
}

console.log('\nGrowth: time as respondents to the power of …');
for (const { group, step, sizes: own, exponent, lastExponent, isTooFast } of growthOf(all)) {
  const span = `${own.length} sizes, ${Math.min(...own).toLocaleString('en')}–${Math.max(...own).toLocaleString('en')}`;
  const flag = isTooFast ? `  OVER ${highestExponent}` : '';
  console.log(
    `  ${`${step} (${group})`.padEnd(95)} ${exponent.toFixed(2)}, at last ${lastExponent.toFixed(2)}  ${span}${flag}`,
  );
}

if (process.argv.includes('--write-reference') && now !== null) {
  writeReference(now);
  console.log('\nThe reference ratios were written.');
}

function readingMeasured(results: readonly ReadingResult[]): Measured[] {
  const imported = results.find((result) => result.reader === 'import');
  return results.flatMap(({ reader, rows, rowsRead, wallMs, peakBytes, failure }): Measured[] => {
    const step = readers[reader] ?? reader;
    if (failure !== undefined) {
      process.stderr.write(`${step}, ${rows.toLocaleString('en')} rows: ${failure}\n`);
      return [];
    }
    const notes = [
      ...(imported === undefined || reader === 'import'
        ? []
        : [`${(wallMs / imported.wallMs).toFixed(1)} × import`]),
      ...(rowsRead < rows ? [`read only ${rowsRead} rows, without an error`] : []),
    ];
    return [
      {
        group: reading,
        step,
        respondents: rows,
        seconds: wallMs / 1000,
        peakMegabytes: peakBytes / 1e6,
        note: notes.join(', '),
      },
    ];
  });
}

function secondsText(seconds: number): string {
  return seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`;
}
