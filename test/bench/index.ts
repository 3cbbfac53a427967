import { measureFigures } from './figures.ts';
import type { ReadingResult } from './reading.ts';
import { measureReading } from './reading.ts';
import { measureReports } from './reports.ts';
import { measureSmall } from './small.ts';
import { measureTallying } from './tallying.ts';
import { measureWindow } from './window.ts';
import { measureWindowUse } from './window-use.ts';

/**
 * `npm run bench [-- --quick]`: this project and its peers, the same work in the same run, medians and peak
 * memory. `--quick` leaves the million rows out.
 */
const isQuick = process.argv.includes('--quick');

const readers: Readonly<Record<string, string>> = {
  own: 'own reader, rows only',
  import: 'dimios import: read, checked, tallied, stored',
  sheetjs: 'SheetJS (dense), rows only',
  exceljs: 'exceljs (stream), rows only',
  openpyxl: 'openpyxl (read-only), rows only',
  readxl: 'R readxl, rows only',
};

console.log('.xlsx of 100,000 × 34 cells, whole process, median of 3');
printReading(await measureReading({ rowCounts: [100_000], runs: 3 }));
if (!isQuick) {
  console.log('\n.xlsx of 1,000,000 × 34 cells, whole process, one run');
  printReading(await measureReading({ rowCounts: [1_000_000], runs: 1 }));
}

console.log('\nWorkspace');
for (const respondents of isQuick ? [100_000] : [100_000, 1_000_000]) {
  for (const { step, seconds, peakMegabytes } of measureTallying(respondents)) {
    print(`${step}, ${respondents.toLocaleString('en')} respondents`, seconds, peakMegabytes);
  }
}

console.log('\n300 respondents, three years (the samples)');
for (const { step, seconds } of await measureSmall()) print(step, seconds, null);

console.log('\nFigures of the samples, median of 9');
for (const { step, seconds } of await measureFigures()) print(step, seconds, null);

console.log('\nReports of the samples');
for (const { step, seconds } of await measureReports()) print(step, seconds, null);

console.log('\nThe window in the browser shell, from the second start, samples stored');
const windowStart = await measureWindow();
if (windowStart === null) console.log('  no browser is to be had');
else {
  print('start to page loaded', windowStart.shownSeconds, null);
  print('start to data on screen', windowStart.dataSeconds, null);
  console.log(`  script sent by then, gzipped: ${Math.round(windowStart.scriptBytes / 1000)} kB`);
  console.log(`  all script, gzipped: ${Math.round(windowStart.allScriptBytes / 1000)} kB`);
}

console.log('\nThe open window, on the samples');
for (const { step, seconds } of await measureWindowUse()) print(step, seconds, null);

function printReading(results: readonly ReadingResult[]): void {
  const imported = results.find(({ reader }) => reader === 'import');
  for (const { reader, rows, rowsRead, wallMs, peakBytes, failure } of results) {
    const name = readers[reader] ?? reader;
    if (failure !== undefined) {
      console.log(`  ${name.padEnd(60)} ${failure}`);
      continue;
    }
    const times =
      imported === undefined || reader === 'import'
        ? ''
        : `${(wallMs / imported.wallMs).toFixed(1)} × import`;
    const missing = rowsRead < rows ? `  read only ${rowsRead} rows, without an error` : '';
    print(name, wallMs / 1000, peakBytes / 1e6, `${times}${missing}`);
  }
}

function print(name: string, seconds: number, peakMegabytes: number | null, more = ''): void {
  const time = seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`;
  const memory = peakMegabytes === null ? '' : `${peakMegabytes.toFixed(0)} MB`;
  console.log(`  ${name.padEnd(60)} ${time.padStart(9)} ${memory.padStart(9)}  ${more}`.trimEnd());
}
