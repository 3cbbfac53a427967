import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { generateWorkbook, generatedColumns } from './workbook.ts';

/** How one reader did on one workbook; medians over the runs. */
export interface ReadingResult {
  readonly reader: string;
  /** Rows in the workbook, its heading among them. */
  readonly rows: number;
  readonly columns: number;
  /** Rows the reader found. Fewer than `rows`: it failed without saying so. */
  readonly rowsRead: number;
  /** From the start of the process to its end. */
  readonly wallMs: number;
  /** Peak resident memory of the process. */
  readonly peakBytes: number;
  /** Why there are no figures, where there are none. */
  readonly failure?: string;
}

interface Reader {
  readonly name: string;
  readonly command: string;
  readonly arguments: (path: string) => readonly string[];
}

/** What each process prints. */
interface Printed {
  readonly rows: number;
  readonly peakBytes: number;
}

const child = fileURLToPath(new URL('reading-child.ts', import.meta.url));
const commandLine = fileURLToPath(new URL('../../electron/dimios.mjs', import.meta.url));
/** Prints the peak memory of the process it is loaded into as that process ends. */
const peakAtExit = `data:text/javascript,process.on('exit',()=>console.log(JSON.stringify({peakBytes:process.resourceUsage().maxRSS*1024})))`;

/** SheetJS needs more than the usual heap for a large sheet; for the others it would only put off tidying up. */
const nodeFlags: Record<string, readonly string[]> = { sheetjs: ['--max-old-space-size=12000'] };

const rowReaders = ['own', 'sheetjs', 'exceljs'].map((name): Reader => ({
  name,
  command: process.execPath,
  arguments: (path) => [...(nodeFlags[name] ?? []), child, name, path],
}));

/** Not only read: recognised, checked, tallied and stored in a new workspace, by the command as a person runs it. */
const importReader: Reader = {
  name: 'import',
  command: process.execPath,
  arguments: (path) => {
    const workspace = `${path}.dimios`;
    rmSync(workspace, { force: true });
    const order = ['import', path, '--into', workspace, '--year', '2022', '--accept-proposed', '--json'];
    return ['--import', peakAtExit, commandLine, ...order];
  },
};

const nodeReaders = [...rowReaders.slice(0, 1), importReader, ...rowReaders.slice(1)];

const pythonScript = `
import json, resource, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
rows = sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))
print(json.dumps({"rows": rows, "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))`;

const rScript = `
rows <- nrow(readxl::read_excel(commandArgs(TRUE)[1], guess_max = 1000)) + 1
peak <- as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) * 1024
cat(sprintf('{"rows": %d, "peakBytes": %.0f}', rows, peak))`;

/** Readers of other languages are measured where they happen to be installed. */
function installedReaders(): Reader[] {
  const readers: Reader[] = [];
  if (succeeds('python3', ['-c', 'import openpyxl'])) {
    readers.push({ name: 'openpyxl', command: 'python3', arguments: (path) => ['-c', pythonScript, path] });
  }
  if (succeeds('Rscript', ['-e', 'library(readxl)'])) {
    readers.push({ name: 'readxl', command: 'Rscript', arguments: (path) => ['-e', rScript, path] });
  }
  return readers;
}

function succeeds(command: string, parameters: readonly string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;
}

/**
 * Generates workbooks of these sizes under the system's temporary folder and measures every reader on each, one
 * fresh process per run. The folder is gone afterwards.
 */
export async function measureReading(
  options: {
    readonly rowCounts?: readonly number[];
    readonly runs?: number;
    readonly readers?: readonly string[];
  } = {},
): Promise<readonly ReadingResult[]> {
  const { rowCounts = [100_000, 1_000_000], runs = 3, readers: wanted } = options;
  const readers = [...nodeReaders, ...installedReaders()].filter(
    ({ name }) => wanted?.includes(name) ?? true,
  );
  const folder = await mkdtemp(join(tmpdir(), 'reading-'));
  try {
    const results: ReadingResult[] = [];
    for (const rows of rowCounts) {
      const path = join(folder, `${rows}.xlsx`);
      await generateWorkbook(path, rows);
      for (const reader of readers) results.push(await measure(reader, path, rows, runs));
    }
    return results;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(reader: Reader, path: string, rows: number, runs: number): Promise<ReadingResult> {
  const shared = { reader: reader.name, rows, columns: generatedColumns };
  const wallMs: number[] = [];
  const peakBytes: number[] = [];
  let rowsRead = 0;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const answer = await answerOf(reader, path);
    if (typeof answer === 'string')
      return { ...shared, rowsRead: 0, wallMs: 0, peakBytes: 0, failure: answer };
    wallMs.push(performance.now() - start);
    peakBytes.push(answer.peakBytes);
    rowsRead = answer.rows;
  }
  return { ...shared, rowsRead, wallMs: median(wallMs), peakBytes: median(peakBytes) };
}

/** What the process prints; a text that says why, when it fails. */
function answerOf(reader: Reader, path: string): Promise<Printed | string> {
  return new Promise((resolve) => {
    const running = spawn(reader.command, reader.arguments(path), { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    running.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    running.on('error', (error) => {
      resolve(error.message);
    });
    running.on('close', (code, signal) => {
      resolve(code === 0 ? printed(output) : `ended with ${signal ?? code ?? 'no code'}`);
    });
  });
}

function printed(output: string): Printed | string {
  const lines = output
    .trim()
    .split('\n')
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
  const {
    peakBytes,
    respondents,
    rows = Number(respondents) + 1,
  } = lines.reduce((all, line) => ({ ...all, ...line }));
  if (typeof rows === 'number' && rows > 0 && typeof peakBytes === 'number') return { rows, peakBytes };
  return `printed ${output}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
