import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { userFolder } from './profiles.ts';

/** The local log of faults. It never holds answers: no messages, only what kind of fault stood where in the program. */

const largestBytes = 512 * 1024;

/** Where the log lies. */
export function faultLogPath(): string {
  return path.join(userFolder(), 'log', 'faults.log');
}

/** Adds a line about a fault in `place`, such as a call's name. `now` is an ISO time. */
export function logFault(place: string, error: unknown, now: string): void {
  addLine(`${now} ${place} ${faultLine(error)}`);
}

/** Adds a line about how the program runs, in words of the program's own. `now` is an ISO time. */
export function logNotice(place: string, words: string, now: string): void {
  addLine(`${now} ${place} ${words}`);
}

function addLine(line: string): void {
  const file = faultLogPath();
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    turnOver(file);
    appendFileSync(file, `${line}\n`, { mode: 0o600 });
  } catch {
    // A disk that is full must not stop what is being done.
  }
}

/** Name and frames: a message may quote a cell. */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim().replace(/\(?(file:\/\/)?[^()]*\/(core|electron|node_modules)\//, '($2/'));
  return `${error.name} ${frames.join(' | ')}`;
}

/** The log before this one is kept, and no more. */
function turnOver(file: string): void {
  try {
    if (statSync(file).size > largestBytes) renameSync(file, `${file}.1`);
  } catch {
    // There is no log yet.
  }
}
