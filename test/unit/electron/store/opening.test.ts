import { migrations } from '../../../../electron/store/migrations/index.ts';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { openForReading } from '../../../../electron/store/open-file.ts';
import { createWorkspace, openReader, openWriter } from '../../../../electron/store/workspace.ts';
import {
  answersDraft,
  circumstances,
  instrument,
  newWorkspace,
  refusalOf,
  request,
  respondentsIn,
  rowsOf,
  tamper,
  temporaryFolder,
} from './samples.ts';

/** A closed workspace with some answers. */
function closedWorkspace(): string {
  const writer = newWorkspace();
  writer.importBatches([request(answersDraft(2022, [{ unit: ['Kultur'], answers: '345' }]))], circumstances);
  writer.close();
  return writer.path;
}

/** Both ways of opening must refuse the file, and neither may change a byte of it or leave anything beside it. */
function expectUntouchedRefusal(file: string, code: string): void {
  const bytes = fs.readFileSync(file);
  const beside = fs.readdirSync(path.dirname(file));
  for (const open of [openReader, openWriter]) {
    const problem = refusalOf(() => open(file));
    expect(problem.code).toBe(code);
    expect(problem.file).toBe(path.basename(file));
    expect(problem.message).toContain(path.basename(file));
    expect(problem.nextStep).not.toBe('');
  }
  expect(fs.readFileSync(file).equals(bytes)).toBe(true);
  expect(fs.readdirSync(path.dirname(file))).toEqual(beside);
}

test('W-1: a workspace is one file, marked as what it is, with strict tables', () => {
  const file = closedWorkspace();
  expect(fs.readdirSync(path.dirname(file))).toEqual(['Enkät.dimios']);
  expect(rowsOf(file, 'PRAGMA application_id')).toEqual([{ application_id: 0x44694d69 }]);
  expect(rowsOf(file, 'PRAGMA user_version')).toEqual([{ user_version: migrations.length }]);
  expect(rowsOf(file, 'PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  const loose = "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'";
  expect(rowsOf(file, `${loose} AND name NOT LIKE 'sqlite_%'`)).toEqual([]);
});

test('W-1: reading leaves no other file behind', () => {
  const file = closedWorkspace();
  const reader = openReader(file);
  expect(respondentsIn(reader, 2022)).toBe(3);
  reader.close();
  expect(fs.readdirSync(path.dirname(file))).toEqual(['Enkät.dimios']);
});

test('W-2: a new workspace is never made over an existing file', () => {
  const file = path.join(temporaryFolder(), 'Upptagen.dimios');
  fs.writeFileSync(file, 'något annat');
  const problem = refusalOf(() => createWorkspace(file, { instrument, ...circumstances }));
  expect(problem.code).toBe('workspace-exists');
  expect(fs.readFileSync(file, 'utf8')).toBe('något annat');
});

test('W-2: a workspace that cannot be made leaves no file', () => {
  const folder = temporaryFolder();
  const missing = path.join(folder, 'saknas', 'Ny.dimios');
  expect(refusalOf(() => createWorkspace(missing, { instrument, ...circumstances })).code).toBe(
    'folder-missing',
  );
  const broken = { ...instrument, items: [...instrument.items, ...instrument.items] };
  expect(() =>
    createWorkspace(path.join(folder, 'Ny.dimios'), { instrument: broken, ...circumstances }),
  ).toThrow();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('W-3: a file that is missing is refused', () => {
  const file = path.join(temporaryFolder(), 'Borta.dimios');
  expect(refusalOf(() => openReader(file)).code).toBe('workspace-missing');
  expect(refusalOf(() => openWriter(file)).code).toBe('workspace-missing');
  expect(fs.existsSync(file)).toBe(false);
});

test.each([
  ['an empty file', ''],
  ['a text file', 'Förvaltning;Svar\nKultur;3\n'.repeat(50)],
  ['a short text file', 'hej'],
])('W-3: %s is refused and left as it was', (_, content) => {
  const file = path.join(temporaryFolder(), 'Text.dimios');
  fs.writeFileSync(file, content);
  expectUntouchedRefusal(file, 'not-a-workspace');
});

test('W-3: the SQLite file of another program is refused and left as it was', () => {
  const file = path.join(temporaryFolder(), 'Annat.dimios');
  const other = new Database(file);
  other.exec('CREATE TABLE respondent (id INTEGER PRIMARY KEY, cell INTEGER, answers TEXT)');
  other.close();
  expectUntouchedRefusal(file, 'not-a-workspace');
});

test('W-3: a folder is refused', () => {
  expect(refusalOf(() => openReader(temporaryFolder())).code).toBe('not-a-workspace');
});

test('W-4: a file of a newer version is refused and left as it was', () => {
  const file = closedWorkspace();
  tamper(file, 'PRAGMA user_version = 99');
  expectUntouchedRefusal(file, 'workspace-newer');
});

test('W-5: a truncated file is refused and left as it was', () => {
  const file = closedWorkspace();
  const { size } = fs.statSync(file);
  for (const kept of [size - 4096, size - 1, 4096, 60]) {
    fs.truncateSync(file, kept);
    expectUntouchedRefusal(file, 'workspace-damaged');
  }
});

test('W-5: damage inside the file is told as such when it is met', () => {
  const file = closedWorkspace();
  const bytes = fs.readFileSync(file);
  bytes.fill(0xff, 4096);
  fs.writeFileSync(file, bytes);
  expect(
    refusalOf(() => {
      const reader = openReader(file);
      try {
        reader.batches();
      } finally {
        reader.close();
      }
    }).code,
  ).toBe('workspace-damaged');
});

test('W-5: a row that this program never writes is told as damage', () => {
  const file = closedWorkspace();
  tamper(file, `UPDATE batch SET findings = '[{"row":"sju"}]'`);
  const reader = openReader(file);
  expect(refusalOf(() => reader.batchNotes(1)).code).toBe('workspace-damaged');
  reader.close();
});

test('W-7: a reader has no way to write, in type or in fact', () => {
  const reader = openReader(closedWorkspace());
  expect('importBatches' in reader).toBe(false);
  expectTypeOf(reader).not.toHaveProperty('importBatches');
  expectTypeOf(reader).not.toHaveProperty('undoBatch');
  reader.close();
});

test('W-7: the connection of a reader refuses to change the file', () => {
  const connection = openForReading(closedWorkspace());
  const change = "INSERT INTO setting (key, value) VALUES ('a', '1') RETURNING key";
  expect(refusalOf(() => connection.all(z.unknown(), change)).code).toBe('workspace-unwritable');
  connection.close();
});

test('W-8: a file that another program is writing to is refused, and readers go on reading', () => {
  const file = closedWorkspace();
  const writer = openWriter(file);
  const reader = openReader(file);
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const problem = refusalOf(() =>
    writer.addFigure({ kind: 'target', year: 2025, percent: 60, source: 'Mål' }),
  );
  expect(problem.code).toBe('workspace-busy');
  expect(respondentsIn(reader, 2022)).toBe(3);
  other.exec('ROLLBACK');
  other.close();
  writer.addFigure({ kind: 'target', year: 2025, percent: 60, source: 'Mål' });
  expect(reader.figures()).toHaveLength(1);
  reader.close();
  writer.close();
});

test('W-9: in a folder where nothing may be written a workspace can be read but not changed or made', () => {
  const file = closedWorkspace();
  const folder = path.dirname(file);
  fs.chmodSync(file, 0o444);
  fs.chmodSync(folder, 0o555);
  asOrdinaryUser(() => {
    expect(refusalOf(() => openWriter(file)).code).toBe('workspace-unwritable');
    const another = path.join(folder, 'Ny.dimios');
    expect(refusalOf(() => createWorkspace(another, { instrument, ...circumstances })).code).toBe(
      'workspace-unwritable',
    );
    const reader = openReader(file);
    expect(respondentsIn(reader, 2022)).toBe(3);
    reader.close();
  });
  fs.chmodSync(folder, 0o755);
  expect(fs.readdirSync(folder)).toEqual(['Enkät.dimios']);
});

/** File permissions mean nothing to the administrator, as whom tests may run. */
function asOrdinaryUser(work: () => void): void {
  const nobody = 65_534;
  const isAdministrator = process.geteuid?.() === 0;
  if (isAdministrator) process.seteuid?.(nobody);
  try {
    work();
  } finally {
    if (isAdministrator) process.seteuid?.(0);
  }
}
