import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseInstrument } from '../../core/instrument/instrument.ts';
import type { AnswersDraft } from '../../core/intake/draft.ts';
import { tallyToBytes } from '../../core/survey/tally-bytes.ts';
import { isSoundFile, listBackups, makeBackup } from '../../electron/store/backups.ts';
import type { ImportRequest } from '../../electron/store/batch-records.ts';
import { dropKeys } from '../../electron/store/encryption/keyring.ts';
import { protectionOf, unlockWith } from '../../electron/store/protection.ts';
import { withDatabase } from '../../electron/store/whole-file.ts';
import { createWorkspace, openReader, openWriter } from '../../electron/store/workspace.ts';

/** A program killed in the middle of what it does to a workspace, and what is found afterwards. */

/** What can be done to a workspace. */
export const actNames = [
  'import',
  'undo',
  'merge',
  'migrate',
  'encrypt',
  'rekey',
  'backup',
  'restore',
  'erase',
] as const;
export type Act = (typeof actNames)[number];

export const oldPassphrase = 'den gamla frasen';
export const newPassphrase = 'den nya frasen';

const circumstances = { now: '2024-03-01T10:00:00.000Z', programVersion: '0.1.0' };
const instrument = parseInstrument(
  fs.readFileSync(new URL('../../resources/instruments/dimios.json', import.meta.url), 'utf8'),
  'dimios.json',
);

function batch(year: number, fileName: string, respondents: number): ImportRequest {
  const itemCount = instrument.items.length;
  const signs = Array.from({ length: respondents }, (_, at) => '123456?-'.charAt(at % 8).repeat(itemCount));
  const draft: AnswersDraft = {
    kind: 'answers',
    year,
    rows: { itemCount, respondents, codes: Buffer.from(signs.join(''), 'latin1') },
    groups: Array.from({ length: 10 }, (_, at) => ({ unit: [`Enhet ${at}`], role: null, gate: null })),
    groupOf: Int32Array.from({ length: respondents }, (_, at) => at % 10),
    reversed: [],
  };
  return {
    draft,
    mode: 'new',
    provenance: {
      fileName,
      sizeBytes: 1,
      sha256: Buffer.from(fileName).toString('hex').padEnd(64, '0').slice(0, 64),
      sheet: 'Blad1',
      platform: 'plain',
      profile: null,
      counts: null,
      findings: [],
    },
  };
}

/** What is imported by the act of that name. */
export function secondBatch(): ImportRequest {
  return batch(2023, 'andra.xlsx', 4000);
}

/** A workspace ready for the act, in a folder of its own. */
function prepared(act: Act, folder: string): string {
  const file = path.join(folder, 'Enkät.dimios');
  if (act === 'migrate') {
    fs.copyFileSync(new URL('../workspaces/v1.dimios', import.meta.url), file);
    return file;
  }
  const protection = act === 'rekey' ? ({ passphrase: oldPassphrase, cipher: 'chacha20' } as const) : null;
  const writer = createWorkspace(file, { instrument, ...circumstances, protection });
  writer.importBatches([batch(2022, 'första.xlsx', 4000)], circumstances);
  if (act === 'restore') makeBackup(file, circumstances.now);
  if (act === 'restore') writer.undoBatch(1, circumstances.now);
  writer.close();
  if (act === 'erase') makeBackup(file, circumstances.now);
  return file;
}

/** All that counts in a workspace, as text; random order of respondents and times are left out. */
function stateOf(file: string): string {
  const reader = openReader(file);
  try {
    const { problems } = reader.check();
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
    return JSON.stringify({
      batches: reader.batches().map(({ id, undoneAt }) => [id, undoneAt !== null]),
      cells: reader
        .years()
        .flatMap(({ year }) =>
          reader
            .cells(year)
            .map((cell) => [
              year,
              cell.unit,
              cell.role,
              cell.gate,
              Buffer.from(tallyToBytes(cell.tally)).toString('hex'),
            ]),
        )
        .map((cell) => JSON.stringify(cell))
        .sort(),
      units: reader.units().map(({ name, mergedInto }) => [name, mergedInto]),
      cipher: protectionOf(file)?.cipher ?? null,
    });
  } finally {
    reader.close();
  }
}

function unlock(file: string): void {
  if (protectionOf(file) === null) return;
  try {
    unlockWith(file, newPassphrase);
  } catch {
    unlockWith(file, oldPassphrase);
  }
}

const program = fileURLToPath(new URL('act.ts', import.meta.url));

/** Runs an act in a program of its own, killed after `afterMs` (never for null); gives how long it went on. */
async function runAct(act: Act, file: string, afterMs: number | null): Promise<number> {
  const child = spawn(process.execPath, [program, act, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const started = performance.now();
  const timer = afterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), afterMs);
  await ended;
  clearTimeout(timer);
  return performance.now() - started;
}

/** What an act makes of its workspace when it is left alone, and how long that takes. */
export interface Outcome {
  readonly before: string;
  readonly after: string;
  readonly durationMs: number;
  /** The folder with a workspace ready for the act. */
  readonly start: string;
}

/** Prepares an act and runs it once to its end. The folder is to be removed by the caller. */
export async function outcomeOf(act: Act): Promise<Outcome> {
  const start = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-kill-'));
  const file = prepared(act, start);
  const own = copyOf(start);
  try {
    const copy = path.join(own, path.basename(file));
    unlock(copy);
    const before = act === 'migrate' ? '' : stateOf(copy);
    const durationMs = await runAct(act, copy, null);
    unlock(copy);
    return { before, after: stateOf(copy), durationMs, start };
  } finally {
    fs.rmSync(own, { recursive: true });
    dropKeys();
  }
}

/**
 * Kills the act after `afterMs` and looks at what is there: the workspace opens, is sound, and is as before or as after;
 * every backup is sound; nothing half made stays once it has been opened for writing.
 * @throws Error telling what is wrong
 */
export async function killAt(act: Act, { before, after, start }: Outcome, afterMs: number): Promise<void> {
  const own = copyOf(start);
  const file = path.join(own, 'Enkät.dimios');
  try {
    await runAct(act, file, afterMs);
    unlock(file);
    openWriter(file).close();
    const integrity = withDatabase(file, (database) => [
      database.pragma('integrity_check', { simple: true }),
      database.pragma('foreign_key_check'),
    ]);
    if (JSON.stringify(integrity) !== '["ok",[]]') throw new Error(JSON.stringify(integrity));
    const found = stateOf(file);
    // Opening a file of an older version is what brings it up to date.
    if (found !== after && (found !== before || act === 'migrate'))
      throw new Error(`${act}: neither before nor after`);
    for (const backup of listBackups(file)) {
      unlock(backup.path);
      if (!isSoundFile(backup.path)) throw new Error(`${backup.fileName} is not whole`);
    }
    const left = fs.readdirSync(own).filter((name) => !/\.(?:dimios|dimios-backup)$/.test(name));
    if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
  } catch (error) {
    throw new Error(`${act}, killed after ${afterMs.toFixed(1)} ms: ${String(error)}`, { cause: error });
  } finally {
    fs.rmSync(own, { recursive: true });
    dropKeys();
  }
}

function copyOf(folder: string): string {
  const own = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-kill-'));
  fs.cpSync(folder, own, { recursive: true, preserveTimestamps: true });
  return own;
}
