import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { listBackups, makeBackup } from '../../../../electron/store/backups.ts';
import type { Cipher } from '../../../../electron/store/encryption/header.ts';
import { ciphers, newHeader, parseHeader } from '../../../../electron/store/encryption/header.ts';
import { dropKeys, offerSecret } from '../../../../electron/store/encryption/keyring.ts';
import { keyFromPassphrase } from '../../../../electron/store/encryption/passphrase.ts';
import { keyFromRecovery, recoveryKeyOf } from '../../../../electron/store/encryption/recovery-key.ts';
import {
  changeProtection,
  protectionOf,
  recoveryKey,
  unlockWith,
} from '../../../../electron/store/protection.ts';
import { createWorkspace, openReader, openWriter } from '../../../../electron/store/workspace.ts';
import type { WorkspaceWriter } from '../../../../electron/store/workspace.ts';
import {
  answersDraft,
  circumstances,
  instrument,
  newWorkspace,
  ratesDraft,
  refusalOf,
  request,
  respondentsIn,
  temporaryFolder,
} from './samples.ts';

const passphrase = 'häst batteri klammer korrekt';
const unitName = 'Kulturförvaltningen';

afterEach(() => {
  dropKeys();
  offerSecret(null);
});

function encrypted(cipher: Cipher = 'chacha20'): WorkspaceWriter {
  const file = path.join(temporaryFolder(), 'Enkät.dimios');
  return createWorkspace(file, { instrument, ...circumstances, protection: { passphrase, cipher } });
}

function fill(writer: WorkspaceWriter): void {
  const answers = answersDraft(2022, [{ unit: [unitName], answers: '34566' }]);
  writer.importBatches([request(answers), request(ratesDraft(2022, [[[unitName], 9]]), { file: 'b.xlsx' })], {
    ...circumstances,
  });
}

/** Files beside `file`, itself too, in which the text can be read. */
function readableIn(file: string, text: string): string[] {
  const folder = path.dirname(file);
  return fs.readdirSync(folder).filter((name) => fs.readFileSync(path.join(folder, name)).includes(text));
}

test.each(ciphers)(
  'B-1: in %s neither the workspace, its log nor its backups can be read as text',
  (cipher) => {
    const writer = encrypted(cipher);
    fill(writer);
    expect(fs.existsSync(`${writer.path}-wal`)).toBe(true);
    makeBackup(writer.path, circumstances.now);
    for (const text of [unitName, 'svar.xlsx', 'CREATE TABLE', 'SQLite format'])
      expect(readableIn(writer.path, text)).toEqual([]);
    expect(listBackups(writer.path)).toMatchObject([{ isEncrypted: true }]);
    writer.close();
    expect(readableIn(writer.path, unitName)).toEqual([]);
  },
);

test.each(ciphers)('B-1: a file in %s opens with its passphrase and with nothing else', (cipher) => {
  const writer = encrypted(cipher);
  fill(writer);
  writer.close();
  dropKeys();
  const bytes = fs.readFileSync(writer.path);
  expect(refusalOf(() => openReader(writer.path)).code).toBe('passphrase-needed');
  offerSecret('häst batteri klammer felaktig');
  for (const open of [openReader, openWriter]) {
    const problem = refusalOf(() => open(writer.path));
    expect(problem.code).toBe('passphrase-wrong');
    expect(JSON.stringify(problem)).not.toContain('felaktig');
  }
  expect(
    refusalOf(() => {
      unlockWith(writer.path, 'också fel');
    }).code,
  ).toBe('passphrase-wrong');
  expect(fs.readFileSync(writer.path).equals(bytes)).toBe(true);
  expect(fs.readdirSync(path.dirname(writer.path))).toEqual(['Enkät.dimios']);
  offerSecret(passphrase.normalize('NFD'));
  const reader = openReader(writer.path);
  expect(respondentsIn(reader, 2022)).toBe(5);
  expect(reader.check().problems).toEqual([]);
  reader.close();
});

test('B-2: the header tells the cost of the key, which takes a quarter of a second or more', () => {
  const header = newHeader('sqlcipher');
  expect(parseHeader(Buffer.from(header.hex, 'hex'))).toEqual(header);
  // scrypt's work grows with N · r · p; this much is what was measured to be slow enough.
  const { log2N, r, p } = header.cost;
  expect(2 ** log2N * r * p).toBeGreaterThanOrEqual(2 ** 20);
  expect(newHeader('chacha20').hex).not.toBe(newHeader('chacha20').hex);
  const cheap = { ...header, cost: { log2N: 14, r: 8, p: 1 } };
  expect(keyFromPassphrase(passphrase, cheap)).not.toBe(
    keyFromPassphrase(passphrase, { ...cheap, hex: '00' }),
  );
});

test('B-2: a header with a cost that nobody chose is no header', () => {
  const bytes = Buffer.from(newHeader('chacha20').hex, 'hex');
  bytes[4] = 60;
  expect(parseHeader(bytes)).toBeNull();
});

test('B-3: a plain workspace is encrypted later, and its backups with it', () => {
  const writer = newWorkspace();
  fill(writer);
  writer.close();
  makeBackup(writer.path, circumstances.now);
  expect(readableIn(writer.path, unitName)).toHaveLength(2);
  const { rewritten, left } = changeProtection(writer.path, { passphrase, cipher: 'chacha20' });
  expect([rewritten.length, left.length]).toEqual([1, 0]);
  expect(readableIn(writer.path, unitName)).toEqual([]);
  expect(fs.readdirSync(path.dirname(writer.path))).toHaveLength(2);
  dropKeys();
  unlockWith(writer.path, passphrase);
  const reader = openReader(writer.path);
  expect(respondentsIn(reader, 2022)).toBe(5);
  reader.close();
});

test('B-3: a passphrase is changed, and the old one opens neither workspace nor backups any more', () => {
  const writer = encrypted();
  fill(writer);
  writer.close();
  const backup = makeBackup(writer.path, circumstances.now);
  changeProtection(writer.path, { passphrase: 'en helt annan fras', cipher: 'sqlcipher' });
  for (const file of [writer.path, backup.path]) {
    // A workspace and its backups share a key.
    dropKeys();
    expect(
      refusalOf(() => {
        unlockWith(file, passphrase);
      }).code,
    ).toBe('passphrase-wrong');
    unlockWith(file, 'en helt annan fras');
  }
  expect(protectionOf(writer.path)?.cipher).toBe('sqlcipher');
});

test('B-3: a passphrase is taken away', () => {
  const writer = encrypted();
  fill(writer);
  writer.close();
  changeProtection(writer.path, null);
  dropKeys();
  const reader = openReader(writer.path);
  expect(respondentsIn(reader, 2022)).toBe(5);
  reader.close();
});

test('B-3: backups with a passphrase that is not known stay as they are, and are named', () => {
  const writer = encrypted();
  writer.close();
  const backup = makeBackup(writer.path, circumstances.now);
  const kept = fs.readFileSync(backup.path);
  changeProtection(writer.path, { passphrase: 'en helt annan fras', cipher: 'chacha20' });
  fs.writeFileSync(backup.path, kept);
  dropKeys();
  unlockWith(writer.path, 'en helt annan fras');
  const change = changeProtection(writer.path, null);
  expect(change).toEqual({ rewritten: [], left: [backup.fileName] });
  expect(fs.readFileSync(backup.path).equals(kept)).toBe(true);
});

test('B-3: a short passphrase is refused, and no file is made or changed', () => {
  const writer = newWorkspace();
  writer.close();
  const protection = { passphrase: 'kort', cipher: 'chacha20' } as const;
  expect(refusalOf(() => changeProtection(writer.path, protection)).code).toBe('passphrase-too-short');
  expect(protectionOf(writer.path)).toBeNull();
  const other = path.join(temporaryFolder(), 'Ny.dimios');
  expect(refusalOf(() => createWorkspace(other, { instrument, ...circumstances, protection })).code).toBe(
    'passphrase-too-short',
  );
  expect(fs.existsSync(other)).toBe(false);
});

test('B-4: the recovery key on paper opens the file, until the passphrase is changed', () => {
  const writer = encrypted();
  writer.close();
  const onPaper = recoveryKey(writer.path);
  expect(onPaper).toMatch(/^(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}$/);
  dropKeys();
  unlockWith(writer.path, onPaper.toLowerCase().replaceAll('-', ' '));
  changeProtection(writer.path, { passphrase: 'en helt annan fras', cipher: 'chacha20' });
  dropKeys();
  expect(
    refusalOf(() => {
      unlockWith(writer.path, onPaper);
    }).code,
  ).toBe('passphrase-wrong');
});

test('B-4: a recovery key with a slip of the pen is none', () => {
  const onPaper = recoveryKeyOf(
    keyFromPassphrase(passphrase, { ...newHeader('chacha20'), cost: { log2N: 14, r: 8, p: 1 } }),
  );
  expect(keyFromRecovery(onPaper)).not.toBeNull();
  const [first = ''] = onPaper;
  const slip = (first === '2' ? '3' : '2') + onPaper.slice(1);
  expect(keyFromRecovery(slip)).toBeNull();
});

test('B-1: an encrypted file is read where nothing may be written, and no copy is left', () => {
  const writer = encrypted();
  fill(writer);
  writer.close();
  const folder = path.dirname(writer.path);
  fs.chmodSync(writer.path, 0o444);
  fs.chmodSync(folder, 0o555);
  const isAdministrator = process.geteuid?.() === 0;
  if (isAdministrator) process.seteuid?.(65_534);
  try {
    const reader = openReader(writer.path);
    expect(respondentsIn(reader, 2022)).toBe(5);
    reader.close();
  } finally {
    if (isAdministrator) process.seteuid?.(0);
    fs.chmodSync(folder, 0o755);
  }
});
