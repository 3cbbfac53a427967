import { afterEach, beforeEach, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Envelope, WorkspaceSummary } from '../../../../core/api.ts';
import type { WorkbenchProcess } from '../../../../electron/workbench/client.ts';
import { startThread, WorkbenchClient } from '../../../../electron/workbench/client.ts';

let folder: string;
let client: WorkbenchClient | null = null;
const home = process.env['DIMIOS_HOME'];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dimios-worker-'));
  process.env['DIMIOS_HOME'] = folder;
});

afterEach(async () => {
  await client?.end();
  client = null;
  if (home === undefined) delete process.env['DIMIOS_HOME'];
  else process.env['DIMIOS_HOME'] = home;
  rmSync(folder, { recursive: true, force: true });
});

async function ask(name: string, input: unknown, callId = 'a'): Promise<Envelope> {
  if (client === null) throw new Error('There is no client.');
  return JSON.parse(await client.call(name, JSON.stringify(input), callId)) as Envelope;
}

test('the workbench answers from a thread of its own, tells how far it has come, and knows calls by the window’s ids', async () => {
  client = new WorkbenchClient();
  const events: unknown[] = [];
  client.listen((event) => events.push(JSON.parse(event)));
  const samples = await ask('workspace.openSamples', { afresh: false }, 'open');
  expect(samples).toMatchObject({ ok: true, value: { isSample: true } });
  expect(events).toContainEqual(expect.objectContaining({ type: 'progress', callId: 'open' }));
  expect(await ask('nonsense', {})).toMatchObject({ ok: false, problem: { code: 'call-unknown' } });
});

test('a workspace and a place to save to are granted by the shell alone', async () => {
  client = new WorkbenchClient();
  const targetId = client.grantTarget(path.join(folder, 'Ny.dimios'));
  const wish = { organisation: 'Nykommunen', itDepartment: null, administrator: null, logo: null };
  const made = await ask('workspace.create', { ...wish, targetId });
  expect(made).toMatchObject({ ok: true });
  expect(client.targetPath(targetId)).toBe(path.join(folder, 'Ny.dimios'));
  const workspaceId = client.grantWorkspace(path.join(folder, 'Ny.dimios'));
  const opened = await ask('workspace.open', { workspaceId });
  expect((opened as { value: WorkspaceSummary }).value.organisation).toBe('Nykommunen');
});

test('a workbench that dies is started again: what was asked is answered, and what was granted still holds', async () => {
  const started: WorkbenchProcess[] = [];
  client = new WorkbenchClient(() => {
    const process = startThread();
    started.push(process);
    return process;
  });
  const events: { type: string }[] = [];
  client.listen((event) => events.push(JSON.parse(event) as { type: string }));
  const targetId = client.grantTarget(path.join(folder, 'Ny.dimios'));
  const asked = ask('workspace.openSamples', { afresh: true });
  started[0]?.kill();
  expect(await asked).toMatchObject({ ok: false, problem: { code: 'workbench-stopped' } });
  const wish = { organisation: 'Nykommunen', itDepartment: null, administrator: null, logo: null };
  expect(await ask('workspace.create', { ...wish, targetId })).toMatchObject({ ok: true });
  expect(events.map(({ type }) => type)).toContain('restarted');
  expect(started).toHaveLength(2);
});

test('after its end every call is answered with a problem', async () => {
  client = new WorkbenchClient();
  await client.end();
  expect(await ask('app.state', {})).toMatchObject({ ok: false, problem: { code: 'workbench-stopped' } });
});
