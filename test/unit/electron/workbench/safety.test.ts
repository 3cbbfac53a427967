import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WorkspaceId } from '../../../../core/api.ts';
import { dropKeys } from '../../../../electron/store/encryption/keyring.ts';
import { holdForWriting, lockPath } from '../../../../electron/store/lock.ts';
import { openWriter } from '../../../../electron/store/workspace.ts';
import { answersDraft, circumstances, request } from '../store/samples.ts';
import { Machine } from './machine.ts';

let machine: Machine;

beforeEach(() => {
  machine = new Machine();
});

afterEach(() => {
  expect(machine.faults).toEqual([]);
  machine.end();
  dropKeys();
});

const passphrase = 'fyra ord utan band';

/** A new workspace, open in the window, with one import in it. */
async function filled(secret: string | null = null): Promise<{ workspaceId: WorkspaceId; file: string }> {
  const targetId = machine.target('Enkät.dimios');
  const { workspaceId } = await machine.call('workspace.create', {
    targetId,
    organisation: 'Exempelstad',
    itDepartment: null,
    administrator: null,
    logo: null,
    passphrase: secret,
  });
  const file = path.join(machine.folder, 'Enkät.dimios');
  const writer = openWriter(file);
  const draft = answersDraft(2022, [{ unit: ['Kultur'], answers: '3455566' }]);
  writer.importBatches([request(draft)], circumstances);
  writer.close();
  return { workspaceId, file };
}

test('B-6: a workspace made with a passphrase is asked for it when it is opened anew', async () => {
  const { workspaceId, file } = await filled(passphrase);
  expect(fs.readFileSync(file).includes('Exempelstad')).toBe(false);
  await machine.call('workspace.close', { workspaceId });
  dropKeys();
  expect((await machine.problem('workspace.open', { workspaceId })).code).toBe('passphrase-needed');
  const wrong = await machine.problem('safety.unlock', { workspaceId, secret: 'något annat' });
  expect(wrong.code).toBe('passphrase-wrong');
  expect(JSON.stringify(wrong)).not.toContain('något annat');
  await machine.call('safety.unlock', { workspaceId, secret: passphrase });
  expect((await machine.call('workspace.open', { workspaceId })).years).toMatchObject([{ respondents: 7 }]);
});

test('B-6: the passphrase of an open workspace is set, changed and taken away, and the window goes on', async () => {
  const { workspaceId } = await filled();
  const cipher = 'sqlcipher';
  expect((await machine.call('safety.state', { workspaceId })).cipher).toBeNull();
  await machine.call('safety.setPassphrase', { workspaceId, passphrase, cipher });
  expect((await machine.call('safety.state', { workspaceId })).cipher).toBe(cipher);
  const { recoveryKey } = await machine.call('safety.recoveryKey', { workspaceId });
  expect((await machine.call('workspace.summary', { workspaceId })).years).toHaveLength(1);
  await machine.call('safety.setPassphrase', { workspaceId, passphrase: `${passphrase}!`, cipher });
  expect((await machine.call('safety.recoveryKey', { workspaceId })).recoveryKey).not.toBe(recoveryKey);
  await machine.call('safety.setPassphrase', { workspaceId, passphrase: null, cipher });
  expect((await machine.call('safety.state', { workspaceId })).cipher).toBeNull();
  expect(machine.events.some(({ type }) => type === 'changed')).toBe(true);
  const short = await machine.problem('safety.setPassphrase', { workspaceId, passphrase: 'kort', cipher });
  expect(short.code).toBe('passphrase-too-short');
});

test('B-11: a changed workspace leaves a backup when it is closed, and an unchanged one none', async () => {
  const { workspaceId } = await filled();
  await machine.call('workspace.close', { workspaceId });
  const { backups } = await machine.call('safety.backups', { workspaceId });
  expect(backups).toHaveLength(1);
  await machine.call('workspace.open', { workspaceId });
  await machine.call('workspace.close', { workspaceId });
  expect((await machine.call('safety.backups', { workspaceId })).backups).toEqual(backups);
});

test('B-12: a damaged workspace is restored from a backup without being opened, and is kept itself', async () => {
  const { workspaceId, file } = await filled();
  await machine.call('workspace.close', { workspaceId });
  const bytes = fs.readFileSync(file);
  bytes.fill(0xff, 4096);
  fs.writeFileSync(file, bytes);
  expect((await machine.problem('workspace.open', { workspaceId })).code).toBe('workspace-damaged');
  const { backups } = await machine.call('safety.backups', { workspaceId });
  const { kept } = await machine.call('safety.restore', {
    workspaceId,
    fileName: backups[0]?.fileName ?? '',
  });
  expect((await machine.call('workspace.open', { workspaceId })).years).toMatchObject([{ respondents: 7 }]);
  expect(fs.readFileSync(path.join(path.dirname(file), kept ?? '')).equals(bytes)).toBe(true);
});

test('B-12: only a backup that was listed can be restored, and no path', async () => {
  const { workspaceId, file } = await filled();
  const stranger = path.join(machine.folder, 'främmande.dimios-backup');
  fs.copyFileSync(file, stranger);
  for (const fileName of ['../främmande.dimios-backup', 'främmande.dimios-backup', stranger])
    expect((await machine.problem('safety.restore', { workspaceId, fileName })).code).toBe('backup-missing');
});

test('B-20: an import is erased from the window, without a way back, and the trail tells of it', async () => {
  const { workspaceId, file } = await filled();
  await machine.call('safety.makeBackup', { workspaceId });
  const { backups } = await machine.call('safety.planErasure', { workspaceId, batch: 1 });
  expect(backups.map(({ fate }) => fate)).toEqual(['rewritten']);
  expect(await machine.call('safety.erase', { workspaceId, batch: 1 })).toEqual({ inverse: null });
  expect((await machine.call('data.batches', { workspaceId })).batches).toEqual([]);
  const { events } = await machine.call('safety.events', { workspaceId });
  expect(events[0]?.text.sv).toContain('Raderade för gott inläsning 1');
  for (const name of fs.readdirSync(path.dirname(file)).filter((each) => each.startsWith('Enkät')))
    expect(fs.readFileSync(path.join(path.dirname(file), name)).includes('svar.xlsx')).toBe(false);
});

test('B-31: the audit trail is saved without the names of persons', async () => {
  const { workspaceId } = await filled();
  const { events } = await machine.call('safety.events', { workspaceId });
  const person = events[0]?.person ?? '';
  expect(person).not.toBe('');
  const { shownPath } = await machine.call('safety.exportEvents', {
    workspaceId,
    targetId: machine.target('logg.csv'),
  });
  const text = fs.readFileSync(shownPath, 'utf8');
  expect(text).toContain('Inläsning 1: enkätsvar, 2022');
  expect(text.split('\r\n').slice(1).join(' ')).not.toContain(person);
});

test('B-42: an open window holds the file, and one that another program has opens for reading', async () => {
  const { workspaceId, file } = await filled();
  expect(fs.existsSync(lockPath(file))).toBe(true);
  await machine.call('workspace.close', { workspaceId });
  expect(fs.existsSync(lockPath(file))).toBe(false);
  const lock = { user: 'anna', host: 'annas-dator', pid: 1, since: circumstances.now, token: 'annas' };
  fs.writeFileSync(lockPath(file), JSON.stringify(lock));
  expect((await machine.call('workspace.open', { workspaceId })).years).toHaveLength(1);
  const { notices } = await machine.call('safety.state', { workspaceId });
  expect(notices[0]?.sv).toContain('anna på datorn annas-dator');
  expect((await machine.problem('data.undo', { workspaceId, batches: [1] })).code).toBe('workspace-held');
  fs.rmSync(lockPath(file));
  await machine.call('data.undo', { workspaceId, batches: [1] });
});

test('B-7: a key that the operating system kept unlocks its file, until the passphrase is changed', async () => {
  const { workspaceId, file } = await filled(passphrase);
  const key = machine.workbench.keyOf(workspaceId) ?? '';
  await machine.call('workspace.close', { workspaceId });
  dropKeys();
  expect(
    machine.workbench.takeKey(
      workspaceId,
      key.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    ),
  ).toBe(false);
  expect(machine.workbench.takeKey(workspaceId, 'raw:')).toBe(false);
  expect(machine.workbench.takeKey(workspaceId, key)).toBe(true);
  await machine.call('workspace.open', { workspaceId });
  await machine.call('safety.setPassphrase', {
    workspaceId,
    passphrase: `${passphrase}!`,
    cipher: 'chacha20',
  });
  dropKeys();
  holdForWriting(file)();
  expect(machine.workbench.takeKey(workspaceId, key)).toBe(false);
  await machine.call('safety.unlock', { workspaceId, secret: `${passphrase}!` });
});
