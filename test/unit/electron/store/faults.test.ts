import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { Refusal } from '../../../../core/problem.ts';
import { listBackups, makeBackup } from '../../../../electron/store/backups.ts';
import { dropKeys } from '../../../../electron/store/encryption/keyring.ts';
import { changeProtection } from '../../../../electron/store/protection.ts';
import { createWorkspace, openReader, openWriter } from '../../../../electron/store/workspace.ts';
import {
  answersDraft,
  circumstances,
  instrument,
  newWorkspace,
  refusalOf,
  request,
  respondentsIn,
  temporaryFolder,
} from './samples.ts';

afterEach(dropKeys);

/** A small disk of its own, where this machine lets a test have one. */
function smallDisk(): string | null {
  const folder = temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
  return folder;
}

/** Fills a disk but for so many bytes. */
function fillUp(folder: string, leaving: number): void {
  const { bavail, bsize } = fs.statfsSync(folder);
  fs.writeFileSync(path.join(folder, 'fyllnad'), Buffer.alloc(Math.max(0, bavail * bsize - leaving)));
}

const many = answersDraft(2023, [{ unit: ['Skola'], answers: '345612'.repeat(6000) }]);

test('B-51: on a full disk an import, a backup and a new passphrase are refused, and everything is as before', (context) => {
  const folder = smallDisk();
  if (folder === null) {
    context.skip();
    return;
  }
  const file = path.join(folder, 'Enkät.dimios');
  const writer = createWorkspace(file, { instrument, ...circumstances });
  writer.importBatches([request(answersDraft(2022, [{ answers: '34566' }]))], circumstances);
  writer.close();
  fillUp(folder, 100_000);
  const before = fs.readdirSync(folder);

  const again = openWriter(file);
  expect(
    refusalOf(() => again.importBatches([request(many, { file: 'stor.xlsx' })], circumstances)).code,
  ).toBe('disk-full');
  again.close();
  expect(refusalOf(() => makeBackup(file, circumstances.now)).code).toBe('disk-full');
  const protection = { passphrase: 'fyra ord utan band', cipher: 'chacha20' } as const;
  expect(refusalOf(() => changeProtection(file, protection)).code).toBe('disk-full');

  expect(fs.readdirSync(folder)).toEqual(before);
  const reader = openReader(file);
  expect(reader.batches()).toHaveLength(1);
  expect(respondentsIn(reader, 2022)).toBe(5);
  expect(reader.check().problems).toEqual([]);
  reader.close();
});

test('B-51: a file that is taken away while a program runs is told as missing, and no new one is made', () => {
  const writer = newWorkspace();
  writer.close();
  const reader = openReader(writer.path);
  fs.renameSync(writer.path, `${writer.path}.bort`);
  expect(refusalOf(() => openWriter(writer.path)).code).toBe('workspace-missing');
  expect(fs.existsSync(writer.path)).toBe(false);
  expect(fs.existsSync(`${writer.path}.lock`)).toBe(false);
  reader.close();
});

test('B-51: a file that may no longer be read is told as such', () => {
  const writer = newWorkspace();
  writer.close();
  fs.chmodSync(writer.path, 0o000);
  const isAdministrator = process.geteuid?.() === 0;
  fs.chmodSync(path.dirname(writer.path), 0o755);
  if (isAdministrator) process.seteuid?.(65_534);
  try {
    expect(refusalOf(() => openReader(writer.path)).code).toBe('workspace-unreadable');
  } finally {
    if (isAdministrator) process.seteuid?.(0);
    fs.chmodSync(writer.path, 0o644);
  }
});

test.each([
  ['in plain', null],
  ['encrypted', { passphrase: 'fyra ord utan band', cipher: 'chacha20' } as const],
])(
  'B-51: whichever byte is flipped (%s), the file is read or refused in words, and never changed',
  (_, how) => {
    const file = path.join(temporaryFolder(), 'Enkät.dimios');
    const writer = createWorkspace(file, { instrument, ...circumstances, protection: how });
    writer.importBatches(
      [request(answersDraft(2022, [{ unit: ['Kultur'], answers: '34566' }]))],
      circumstances,
    );
    writer.close();
    makeBackup(file, circumstances.now);
    const sound = fs.readFileSync(file);
    fc.assert(
      fc.property(
        // The first sixteen bytes of an encrypted file are its salt: another one asks for its passphrase.
        fc.integer({ min: how === null ? 0 : 16, max: sound.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, mask) => {
          const bytes = Buffer.from(sound);
          bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at);
          fs.writeFileSync(file, bytes);
          try {
            const reader = openReader(file);
            try {
              reader.batches();
              reader.check();
            } finally {
              reader.close();
            }
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            expect(error.problem.nextStep).not.toBe('');
          }
          // A log number that says otherwise makes SQLite write its own mark; nothing else may change.
          expect(fs.readFileSync(file).subarray(100).equals(bytes.subarray(100))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
    const [backup] = listBackups(file);
    expect(backup).toBeDefined();
  },
);
