import { readFileSync } from 'node:fs';
import process from 'node:process';
import { ImportPath } from './import-path.ts';

/**
 * Takes files in, one after the other, as a program of its own that can be killed: `child.ts LIST`, a file of JSON with
 * `{path, fileName}` of each. Prints a line of JSON when it is ready, and one for each file.
 */

/** What a child tells when it is ready, and of each file. */
export interface Told {
  /** What became of the file, or the promise that was broken; `ready` at first. */
  readonly outcome: string;
  /** Processor time that its costliest call took, of all threads. */
  readonly cpuMs: number;
  /** The most memory that the program has had so far. */
  readonly peakBytes: number;
}

const list = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { path: string; fileName: string }[];
const importPath = await ImportPath.open();

function tell(outcome: string): void {
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const told: Told = { outcome, cpuMs: importPath.takeCostliestMs(), peakBytes };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

tell('ready');
for (const { path, fileName } of list) {
  try {
    const outcome = await importPath.take(fileName, readFileSync(path));
    tell(outcome.kind === 'refused' ? outcome.code : outcome.kind);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
}
importPath.end();
