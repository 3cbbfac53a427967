import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { dropKeys } from '../../../../electron/store/encryption/keyring.ts';
import { repairWorkspace } from '../../../../electron/store/repair.ts';
import { createWorkspace, openReader } from '../../../../electron/store/workspace.ts';
import type { NewProtection } from '../../../../electron/store/open-file.ts';
import {
  answersDraft,
  circumstances,
  instrument,
  refusalOf,
  request,
  respondentsIn,
  temporaryFolder,
} from './samples.ts';

afterEach(dropKeys);

const now = '2024-05-01T10:00:00.000Z';
const pageBytes = 4096;

/** A closed workspace with many respondents, so that they fill pages of their own. */
function large(protection: NewProtection | null = null): string {
  const file = path.join(temporaryFolder(), 'Enkät.dimios');
  const writer = createWorkspace(file, { instrument, ...circumstances, protection });
  const lines = Array.from({ length: 40 }, (_, at) => ({
    unit: [`Enhet ${at}`],
    answers: '345612?-'.repeat(40),
  }));
  writer.importBatches([request(answersDraft(2022, lines))], circumstances);
  writer.close();
  return file;
}

const all = 40 * 8 * 40;

function salvaged(damaged: string): string {
  return path.join(path.dirname(damaged), 'Räddad.dimios');
}

test('B-15: a sound file is salvaged whole', () => {
  const file = large();
  const { tables, orphans, recountedCells } = repairWorkspace(file, salvaged(file), now);
  expect(tables.some(({ isIncomplete }) => isIncomplete)).toBe(false);
  expect([orphans, recountedCells]).toEqual([0, 0]);
  const [before, after] = [openReader(file), openReader(salvaged(file))];
  expect(after.cells(2022)).toEqual(before.cells(2022));
  expect(after.secret()).toEqual(before.secret());
  expect(after.check().problems).toEqual([]);
  before.close();
  after.close();
});

test.each([
  ['in plain', null],
  ['encrypted', { passphrase: 'fyra ord utan band', cipher: 'chacha20' } as const],
])(
  'B-15: of a file with damaged pages (%s) the rest is salvaged, agrees with itself, and the loss is told',
  (_, how) => {
    const file = large(how);
    const bytes = fs.readFileSync(file);
    const pages = bytes.length / pageBytes;
    // Answers fill the middle of the file.
    for (const page of [Math.floor(pages * 0.5), Math.floor(pages * 0.6)])
      bytes.fill(0xff, page * pageBytes, (page + 1) * pageBytes);
    fs.writeFileSync(file, bytes);
    const salvage = repairWorkspace(file, salvaged(file), now);
    expect(salvage.tables.filter(({ isIncomplete }) => isIncomplete).length).toBeGreaterThan(0);
    expect(fs.readFileSync(file).equals(bytes)).toBe(true);
    const reader = openReader(salvaged(file));
    expect(reader.check().problems).toEqual([]);
    const left = respondentsIn(reader, 2022);
    expect(left).toBeGreaterThan(all / 4);
    expect(left).toBeLessThan(all);
    expect(reader.events().at(-1)?.kind).toBe('repaired');
    reader.close();
    expect(fs.readFileSync(salvaged(file)).includes('Enhet 7')).toBe(how === null);
  },
);

test('B-15: of a file whose end is missing the beginning is salvaged', () => {
  const file = large();
  fs.truncateSync(file, Math.floor(fs.statSync(file).size / pageBytes / 2) * pageBytes);
  expect(refusalOf(() => openReader(file)).code).toBe('workspace-damaged');
  repairWorkspace(file, salvaged(file), now);
  const reader = openReader(salvaged(file));
  expect(reader.check().problems).toEqual([]);
  reader.close();
});

test('B-15: of a file that holds nothing readable no new file is made, and none is written over', () => {
  const file = large();
  fs.writeFileSync(file, Buffer.alloc(3 * pageBytes, 0xff));
  expect(refusalOf(() => repairWorkspace(file, salvaged(file), now)).code).toBe('nothing-to-salvage');
  expect(fs.readdirSync(path.dirname(file))).toEqual(['Enkät.dimios']);
  const whole = large();
  fs.writeFileSync(salvaged(whole), 'något annat');
  expect(refusalOf(() => repairWorkspace(whole, salvaged(whole), now)).code).toBe('workspace-exists');
  expect(fs.readFileSync(salvaged(whole), 'utf8')).toBe('något annat');
});
