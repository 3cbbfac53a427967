import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Envelope, WorkbenchCallName, WorkspaceSummary } from '../../../../core/api.ts';
import { workbenchCalls } from '../../../../core/api.ts';
import { samplesWorkspacePath } from '../../../../electron/workbench/samples-workspace.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import type { Known } from '../../../hostile/call-inputs.ts';
import { hostileInputs, rightInput } from '../../../hostile/call-inputs.ts';
import { longestAnswer } from '../../../hostile/import-path.ts';
import { Machine, usualChoice } from './machine.ts';

let machine: Machine;
let summary: WorkspaceSummary;
let known: Known;

beforeAll(async () => {
  machine = new Machine();
  summary = await machine.call('workspace.openSamples', { afresh: false });
  known = {
    workspaceId: summary.workspaceId,
    choice: usualChoice(summary),
    year: 2022,
    unit: summary.units[0]?.unit,
    item: 'skugg-it',
    fileId: 'file-unknown',
    targetId: 'target-unknown',
  };
});

afterAll(() => {
  machine.end();
});

/** Every byte of the workspace and its log, and the names of all that the program keeps. */
function state(): Buffer {
  const file = samplesWorkspacePath();
  const names = readdirSync(path.dirname(file), { encoding: 'utf8' }).sort();
  const log = `${file}-wal`;
  return Buffer.concat([
    Buffer.from(names.filter((name) => !name.endsWith('-shm')).join('\n')),
    readFileSync(file),
    existsSync(log) ? readFileSync(log) : Buffer.alloc(0),
  ]);
}

async function asked(name: WorkbenchCallName, input: unknown): Promise<Envelope> {
  const json = await machine.workbench.call(name, JSON.stringify(input), 'hostile');
  expect(json.length, name).toBeLessThan(longestAnswer);
  return JSON.parse(json) as Envelope;
}

/** Calls whose right input ends what the others need, costs a second each, or makes a file of its own. */
const apart = new Set<string>([
  'workspace.openSamples',
  'safety.setPassphrase',
  'safety.unlock',
  'files.begin',
]);

const names = Object.keys(workbenchCalls) as WorkbenchCallName[];

describe('M-10: input that is wrong anywhere is answered with a problem, and no byte of the workspace changes:', () => {
  test.each(names)('%s', async (name) => {
    const before = state();
    let tried = 0;
    for (const input of hostileInputs(rightInput(name, known))) {
      const written = JSON.stringify(input);
      const isRight = workbenchCalls[name].input.safeParse(JSON.parse(written)).success;
      if (isRight) continue;
      expect(await asked(name, input), written.slice(0, 500)).toMatchObject({
        ok: false,
        problem: { code: 'input-invalid', nextStep: 'Rätta det och försök igen.' },
      });
      tried++;
    }
    expect(tried).toBeGreaterThan(10);
    expect(state().equals(before)).toBe(true);
    expect(machine.faults.splice(0)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('M-10: hostile input of the right shape is answered, and what is refused changes no byte:', () => {
  test.each(names.filter((name) => !apart.has(name)))('%s', async (name) => {
    const seen = new Set<string>();
    for (const input of hostileInputs(rightInput(name, known))) {
      const written = JSON.stringify(input);
      if (seen.has(written)) continue;
      seen.add(written);
      if (!workbenchCalls[name].input.safeParse(JSON.parse(written)).success) continue;
      const before = state();
      const envelope = await asked(name, input);
      if (!envelope.ok) {
        expect(envelope.problem.code, written.slice(0, 500)).not.toBe('program-fault');
        expect(envelope.problem.nextStep.length).toBeGreaterThan(5);
        expect(state().equals(before), `${written.slice(0, 500)}: ${envelope.problem.code}`).toBe(true);
      }
    }
    expect(machine.faults.splice(0)).toEqual([]);
    expect(withReader(samplesWorkspacePath(), (reader) => reader.check()).problems).toEqual([]);
  });
});
