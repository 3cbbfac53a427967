import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listBackups, makeBackup } from '../../../../electron/store/backups.ts';
import { eraseBatch, planErasure } from '../../../../electron/store/forget.ts';
import { openReader, openWriter } from '../../../../electron/store/workspace.ts';
import {
  answersDraft,
  circumstances,
  newWorkspace,
  ratesDraft,
  refusalOf,
  request,
  respondentsIn,
  rowsOf,
  tamper,
} from './samples.ts';

/** What can be told of the second batch: its file, its sheet's notes, its unit and its answers. */
const traces = [
  'känslig.xlsx',
  'Hemliga enheten',
  '6'.repeat(26),
  Buffer.from('känslig.xlsx').toString('hex'),
];
const later = '2024-05-01T10:00:00.000Z';

/** A workspace with a batch that shall stay (1) and one that shall go (2), and a backup of it. */
function withTwoBatches(): string {
  const writer = newWorkspace();
  writer.importBatches(
    [request(answersDraft(2022, [{ unit: ['Kultur'], answers: '34555' }]))],
    circumstances,
  );
  const sensitive = answersDraft(2022, [{ unit: ['Hemliga enheten'], answers: '6666' }]);
  writer.importBatches([request(sensitive, { mode: 'add', file: 'känslig.xlsx' })], circumstances);
  writer.importBatches(
    [request(ratesDraft(2022, [[['Kultur'], 9]]), { file: 'inbjudna.xlsx' })],
    circumstances,
  );
  writer.close();
  makeBackup(writer.path, circumstances.now);
  return writer.path;
}

/** Every trace that stands in any file of the folder. */
function tracesBeside(file: string): string[] {
  const folder = path.dirname(file);
  return fs.readdirSync(folder).flatMap((name) => {
    const bytes = fs.readFileSync(path.join(folder, name));
    return traces.filter((trace) => bytes.includes(trace)).map((trace) => `${name}: ${trace}`);
  });
}

test('B-20: an erased batch leaves no byte in workspace, log or backups, and nothing else is touched', () => {
  const file = withTwoBatches();
  expect(tracesBeside(file).length).toBeGreaterThanOrEqual(2 * traces.length);
  const done = eraseBatch(file, 2, later);
  expect(done.backups).toEqual([{ fileName: listBackups(file)[0]?.fileName, fate: 'rewritten' }]);
  expect(tracesBeside(file)).toEqual([]);
  const reader = openReader(file);
  expect(tracesBeside(file)).toEqual([]);
  expect(reader.batches().map(({ id }) => id)).toEqual([1, 3]);
  expect(respondentsIn(reader, 2022)).toBe(5);
  expect(reader.check().problems).toEqual([]);
  reader.close();
  const [backup] = listBackups(file);
  expect(rowsOf(backup?.path ?? '', 'SELECT id FROM batch ORDER BY id')).toEqual([{ id: 1 }, { id: 3 }]);
});

test('B-20: the audit trail keeps when and how many, and the number is never given again', () => {
  const file = withTwoBatches();
  eraseBatch(file, 3, later);
  const writer = openWriter(file);
  expect(writer.events().at(-1)).toMatchObject({
    kind: 'erased',
    batch: 3,
    at: later,
    detail: { year: 2022, respondents: null, backupsRewritten: 1, backupsRemoved: 0 },
  });
  const [next] = writer.importBatches(
    [request(ratesDraft(2022, [[['Kultur'], 8]]), { file: 'nya inbjudna.xlsx' })],
    circumstances,
  );
  expect(next?.id).toBe(4);
  writer.close();
});

test('B-20: what an erased batch had replaced stays out of the results', () => {
  const writer = newWorkspace();
  writer.importBatches([request(answersDraft(2022, [{ answers: '34' }]))], circumstances);
  const second = answersDraft(2022, [{ answers: '345' }]);
  writer.importBatches([request(second, { mode: 'replace-year', file: 'ny.xlsx' })], circumstances);
  writer.close();
  eraseBatch(writer.path, 2, later);
  const reader = openReader(writer.path);
  expect(reader.batches()).toMatchObject([{ id: 1, replacedBy: null, undoneAt: circumstances.now }]);
  expect(respondentsIn(reader, 2022)).toBe(0);
  reader.close();
});

test('B-21: a backup that cannot be read is named beforehand and removed; one without the batch is kept', () => {
  const file = withTwoBatches();
  const broken = path.join(path.dirname(file), 'Enkät.20240101T000000Z.dimios-backup');
  fs.writeFileSync(broken, fs.readFileSync(file).subarray(0, 5000));
  const other = path.join(path.dirname(file), 'Enkät.20240102T000000Z.dimios-backup');
  fs.copyFileSync(file, other);
  tamper(other, "UPDATE batch SET sha256 = replace(sha256, '6', '7') WHERE id = 2");
  const before = fs.readFileSync(other);
  const fates = Object.fromEntries(
    planErasure(file, 2).backups.map(({ fileName, fate }) => [fileName, fate]),
  );
  expect(fates).toMatchObject({ [path.basename(broken)]: 'removed', [path.basename(other)]: 'kept' });
  expect(fs.existsSync(broken)).toBe(true);
  eraseBatch(file, 2, later);
  expect(fs.existsSync(broken)).toBe(false);
  expect(fs.readFileSync(other).equals(before)).toBe(true);
});

test('B-21: a backup of each earlier schema version is rewritten too', () => {
  const workspaces = new URL('../../../workspaces/', import.meta.url);
  for (const name of fs.readdirSync(workspaces).filter((each) => each.endsWith('.dimios'))) {
    const writer = newWorkspace();
    const file = path.join(path.dirname(writer.path), 'Gammal.dimios');
    fs.copyFileSync(new URL(name, workspaces), file);
    const backup = path.join(path.dirname(file), 'Gammal.20240101T000000Z.dimios-backup');
    fs.copyFileSync(file, backup);
    eraseBatch(file, 1, later);
    expect(rowsOf(backup, 'SELECT count(*) AS n FROM batch WHERE id = 1')).toEqual([{ n: 0 }]);
    expect(rowsOf(backup, 'PRAGMA foreign_key_check')).toEqual([]);
    const reader = openReader(file);
    expect(reader.check().problems).toEqual([]);
    reader.close();
  }
});

test('B-20: a batch that is not there is refused, and nothing changes', () => {
  const file = withTwoBatches();
  const before = fs.readFileSync(file);
  expect(refusalOf(() => eraseBatch(file, 9, later)).code).toBe('batch-missing');
  expect(fs.readFileSync(file).equals(before)).toBe(true);
});
