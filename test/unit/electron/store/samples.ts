import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import type { Instrument, ItemCode, RoleCode } from '../../../../core/instrument/instrument.ts';
import { parseInstrument } from '../../../../core/instrument/instrument.ts';
import type { AnswersDraft, ResponseRatesDraft, UnitPath } from '../../../../core/intake/draft.ts';
import type { GateAnswer } from '../../../../core/survey/tally.ts';
import type { ImportMode, ImportRequest, Provenance } from '../../../../electron/store/batch-records.ts';
import type { WorkspaceReader } from '../../../../electron/store/workspace.ts';
import { createWorkspace, type WorkspaceWriter } from '../../../../electron/store/workspace.ts';
import { Refusal } from '../../../../core/problem.ts';
import { sumTallies } from '../../../../core/survey/tally.ts';
import type { UnitId } from '../../../../core/survey/units.ts';
import { unitTree } from '../../../../core/survey/units.ts';

/** What the tests of the store share: the instrument, drafts made from plain text, folders that go away. */

const instrumentPath = new URL('../../../../resources/instruments/dimios.json', import.meta.url);
export const instrument: Instrument = parseInstrument(fs.readFileSync(instrumentPath, 'utf8'), 'dimios.json');

export const circumstances = { now: '2024-03-01T10:00:00Z', programVersion: '0.1.0' };

/** A folder of its own, removed when the test is over. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dimios-store-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A new workspace in a folder of its own, closed when the test is over. */
export function newWorkspace(name = 'Enkät.dimios'): WorkspaceWriter {
  const file = path.join(temporaryFolder(), name);
  const writer = createWorkspace(file, { instrument, organisation: 'Exempelstad', ...circumstances });
  onTestFinished(() => {
    writer.close();
  });
  return writer;
}

/** One line of respondents: what each answered to every item, as one character, and where they work. */
export interface Respondents {
  readonly unit?: UnitPath;
  readonly role?: string;
  readonly gate?: GateAnswer;
  /** One character for each respondent: the answer they gave to all items. */
  readonly answers: string;
}

export function answersDraft(
  year: number,
  lines: readonly Respondents[],
  reversed: readonly string[] = [],
): AnswersDraft {
  const itemCount = instrument.items.length;
  const answers = lines.flatMap((line, group) =>
    Array.from(line.answers).map((answer) => ({ answer, group })),
  );
  const text = answers.map(({ answer }) => answer.repeat(itemCount)).join('');
  return {
    kind: 'answers',
    year,
    rows: { itemCount, respondents: answers.length, codes: Buffer.from(text, 'latin1') },
    groups: lines.map(({ unit = [], role = null, gate = null }) => ({
      unit,
      role: role as RoleCode | null,
      gate,
    })),
    groupOf: Int32Array.from(answers, ({ group }) => group),
    reversed: reversed as readonly ItemCode[],
  };
}

export function ratesDraft(
  year: number,
  lines: readonly (readonly [UnitPath, number])[],
): ResponseRatesDraft {
  return {
    kind: 'responseRates',
    year,
    lines: lines.map(([unit, invited]) => ({ unit, invited, answered: null })),
  };
}

/** A request to store `draft`, from a file of its own unless `file` says otherwise. */
export function request(
  draft: ImportRequest['draft'],
  { mode = 'new', file = 'svar.xlsx', fingerprint = file }: RequestOptions = {},
): ImportRequest {
  const sha256 = Buffer.from(fingerprint).toString('hex').padEnd(64, '0').slice(0, 64);
  const provenance: Provenance = {
    fileName: file,
    sizeBytes: 1234,
    sha256,
    sheet: 'Blad1',
    platform: 'plain',
    profile: { columns: { K: 'rykte' } },
    counts: { leftOut: 2 },
    findings: [],
  };
  return { draft, provenance, mode };
}

export interface RequestOptions {
  readonly mode?: ImportMode;
  readonly file?: string;
  /** Stands for the bytes of the file: the same text, the same file. */
  readonly fingerprint?: string;
}

/** Rows as any SQL tool would see them. */
export function rowsOf(file: string, sql: string): unknown[] {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

/** Changes a file behind the program's back. */
export function tamper(file: string, sql: string): void {
  const database = new Database(file);
  try {
    database.pragma('foreign_keys = OFF');
    database.exec(sql);
  } finally {
    database.close();
  }
}

/** All that a workspace holds, as text: two workspaces with the same content have the same. */
export function contentOf(file: string): string {
  const tables = rowsOf(file, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") as {
    name: string;
  }[];
  return JSON.stringify(tables.map(({ name }) => [name, rowsOf(file, `SELECT * FROM "${name}"`)]));
}

/** Respondents of a unit, or of the whole, as results would count them. */
export function respondentsIn(reader: WorkspaceReader, year: number, unit: UnitId | null = null): number {
  const tree = unitTree(reader.units());
  const own = reader.cells(year).filter((cell) => tree.isWithin(cell.unit, unit));
  return sumTallies(
    instrument,
    own.map(({ tally }) => tally),
  ).respondents;
}

/** The problem that `work` is refused with; fails when it is not refused. */
export function refusalOf(work: () => unknown): Refusal['problem'] {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  return expect.fail('It was not refused.');
}
