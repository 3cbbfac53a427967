import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { holdForWriting, lockPath, otherHolder, userName } from '../../../../electron/store/lock.ts';
import { liesOnNetwork } from '../../../../electron/store/network-folder.ts';
import { openReader, openWriter } from '../../../../electron/store/workspace.ts';
import { answersDraft, circumstances, newWorkspace, refusalOf, request, respondentsIn } from './samples.ts';

function closedWorkspace(): string {
  const writer = newWorkspace();
  writer.importBatches([request(answersDraft(2022, [{ answers: '345' }]))], circumstances);
  writer.close();
  return writer.path;
}

/** A lock as another program would have left it. */
function lockOf(file: string, { host = os.hostname(), pid = process.pid, ageMs = 0 } = {}): void {
  const lock = { user: 'anna', host, pid, since: '2024-03-01T10:00:00.000Z', token: 'annas' };
  fs.writeFileSync(lockPath(file), JSON.stringify(lock));
  const at = new Date(Date.now() - ageMs);
  fs.utimesSync(lockPath(file), at, at);
}

/** The process id of a program that has ended. */
function endedPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

test('B-40: while one program has a workspace, another reads it and is told who has it when it would write', async () => {
  const file = closedWorkspace();
  const script = `
    import { openWriter } from ${JSON.stringify(new URL('../../../../electron/store/workspace.ts', import.meta.url).href)};
    openWriter(process.argv[1]);
    process.stdout.write('open');
    setInterval(() => undefined, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    other.kill('SIGKILL');
  });
  await new Promise((resolve) => other.stdout.once('data', resolve));
  const problem = refusalOf(() => openWriter(file));
  expect(problem.code).toBe('workspace-held');
  expect(problem.message).toContain(`${userName()} på datorn ${os.hostname()}`);
  expect(otherHolder(file)?.pid).toBe(other.pid);
  const reader = openReader(file);
  expect(respondentsIn(reader, 2022)).toBe(3);
  reader.close();
  // Killed, it leaves its lock; the next program sees that nobody is behind it.
  const ended = new Promise((resolve) => other.once('exit', resolve));
  other.kill('SIGKILL');
  await ended;
  expect(fs.existsSync(lockPath(file))).toBe(true);
  openWriter(file).close();
  expect(fs.readdirSync(path.dirname(file))).toEqual(['Enkät.dimios']);
});

test('B-40: a lock from another machine stands while its holder is heard of, and falls after', () => {
  const file = closedWorkspace();
  lockOf(file, { host: 'en-annan-dator', pid: endedPid() });
  expect(refusalOf(() => openWriter(file)).message).toContain('anna på datorn en-annan-dator');
  lockOf(file, { host: 'en-annan-dator', ageMs: 10 * 60_000 });
  expect(otherHolder(file)).toBeNull();
  openWriter(file).close();
  expect(fs.existsSync(lockPath(file))).toBe(false);
});

test('B-40: a lock whose program has ended on this machine falls at once', () => {
  const file = closedWorkspace();
  lockOf(file, { pid: endedPid() });
  openWriter(file).close();
  expect(fs.existsSync(lockPath(file))).toBe(false);
});

test('B-40: a lock that cannot be read is somebody else’s', () => {
  const file = closedWorkspace();
  fs.writeFileSync(lockPath(file), 'hal');
  expect(refusalOf(() => openWriter(file)).message).toContain('ett annat program');
  fs.rmSync(lockPath(file));
});

test('B-40: a program that has lost its lock meanwhile writes no more', () => {
  const file = closedWorkspace();
  const release = holdForWriting(file);
  lockOf(file, { host: 'en-annan-dator' });
  expect(refusalOf(() => openWriter(file)).code).toBe('workspace-held');
  release();
  expect(fs.readFileSync(lockPath(file), 'utf8')).toContain('annas');
});

test('B-40: a window and what it writes are one holder', () => {
  const file = closedWorkspace();
  const release = holdForWriting(file);
  openWriter(file).close();
  expect(fs.existsSync(lockPath(file))).toBe(true);
  release();
  release();
  expect(fs.existsSync(lockPath(file))).toBe(false);
});

test('B-41: a network drive is known by its file system or its name', () => {
  const at = (typeNumber: number, real: string) =>
    liesOnNetwork('/mnt/delat/Enkät.dimios', { typeOf: () => typeNumber, realPath: () => real });
  const ext4 = 0xef53;
  const smb2 = 0xfe534d42;
  expect(at(ext4, '/mnt/delat')).toBe(false);
  expect(at(smb2, '/mnt/delat')).toBe(true);
  expect(at(0, '\\\\server\\delat')).toBe(true);
  expect(at(0, 'C:\\Users\\anna')).toBe(false);
  expect(at(0, '\\\\?\\C:\\Users\\anna')).toBe(false);
  expect(liesOnNetwork(closedWorkspace())).toBe(false);
});
