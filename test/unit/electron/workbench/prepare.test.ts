import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Workbench } from '../../../../electron/workbench/service.ts';
import { Machine } from './machine.ts';

let machine: Machine;

beforeEach(() => {
  machine = new Machine();
});

afterEach(() => {
  expect(machine.faults).toEqual([]);
  machine.end();
});

/** A workbench that starts after another has ended, and what went wrong in it. */
function startedAgain(): { readonly workbench: Workbench; readonly faults: unknown[] } {
  const faults: unknown[] = [];
  const workbench = new Workbench({
    now: () => '2022-12-02T10:00:00.000Z',
    emit: () => undefined,
    logFault: (_place, error) => faults.push(error),
  });
  return { workbench, faults };
}

test('H-27: the workspace used last is open before it is asked for, and says the same as else', async () => {
  const summary = await machine.call('workspace.openSamples', { afresh: false });
  machine.workbench.end();
  const { workbench, faults } = startedAgain();
  await workbench.prepare();
  const state: unknown = JSON.parse(await workbench.call('app.state', '{}', 'state'));
  expect(state).toMatchObject({ value: { open: [summary.workspaceId] } });
  const input = JSON.stringify({ workspaceId: summary.workspaceId });
  expect(JSON.parse(await workbench.call('workspace.open', input, 'open'))).toEqual({
    ok: true,
    value: summary,
  });
  expect(faults).toEqual([]);
  workbench.end();
});

test('H-27: where no workspace has been used there is nothing to make ready', async () => {
  const { workbench } = startedAgain();
  await workbench.prepare();
  const state: unknown = JSON.parse(await workbench.call('app.state', '{}', 'state'));
  expect(state).toMatchObject({ value: { open: [] } });
});

test('H-27: a workspace that can no longer be read stops nothing, and is told when it is opened', async () => {
  const { workspaceId, fileName } = await machine.call('workspace.openSamples', { afresh: false });
  machine.workbench.end();
  writeFileSync(path.join(machine.folder, 'home/workspaces', fileName), 'no workspace');
  const { workbench, faults } = startedAgain();
  await workbench.prepare();
  const opened: unknown = JSON.parse(
    await workbench.call('workspace.open', JSON.stringify({ workspaceId }), 'open'),
  );
  expect(opened).toMatchObject({ ok: false, problem: { nextStep: expect.stringMatching(/./) as string } });
  expect(faults).toEqual([]);
});
