import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { exchangeText } from '../../core/exchange/write.ts';
import { dimios } from '../instruments.ts';
import { fiveYears, manyMunicipalities, municipalityCount } from '../many-municipalities.ts';

/** What a national team does with the exchange files of every municipality over five years, each a whole process. */

const commandLine = fileURLToPath(new URL('../../electron/dimios.mjs', import.meta.url));
const samples = fileURLToPath(new URL('../../resources/samples/', import.meta.url));
const runs = 3;

export interface ExchangeMeasured {
  readonly step: string;
  readonly seconds: number;
}

/** Medians; the files are written beforehand. */
export function measureExchange(): ExchangeMeasured[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-exchange-'));
  try {
    const files: string[] = [];
    for (const { municipality, year, file } of manyMunicipalities(dimios)) {
      const target = path.join(folder, `${municipality} ${year}.json`);
      fs.writeFileSync(target, exchangeText(file));
      files.push(target);
    }
    const empty = path.join(folder, 'tom.dimios');
    const workspace = path.join(folder, 'rikets.dimios');
    run([
      'import',
      path.join(samples, 'DiMiOS 2020.xlsx'),
      '--into',
      empty,
      '--year',
      '2020',
      '--accept-proposed',
    ]);
    const many = `${municipalityCount} municipalities × ${fiveYears.length} years`;
    const parquet = path.join(folder, 'counts.parquet');
    return [
      {
        step: `exchange read: files of ${many} taken in and added up`,
        seconds: median(() => {
          fs.copyFileSync(empty, workspace);
          return run(['exchange', 'read', ...files, '--in', workspace]);
        }),
      },
      {
        step: `export counts: files of ${many} to one Parquet file`,
        seconds: median(() => run(['export', 'counts', folder, '--format', 'parquet', '--out', parquet])),
      },
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function run(words: readonly string[]): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [commandLine, ...words, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${words.slice(0, 2).join(' ')}: ${stderr}`);
  return (performance.now() - begun) / 1000;
}

function median(measure: () => number): number {
  return Array.from({ length: runs }, measure).toSorted((a, b) => a - b)[runs >> 1] ?? 0;
}
