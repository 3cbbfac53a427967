import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Choice } from '../../../../core/api.ts';
import { figureKinds } from '../../../../core/api.ts';
import { samplesWorkspacePath } from '../../../../electron/workbench/samples-workspace.ts';
import { Machine, usualChoice } from './machine.ts';

let machine: Machine;

beforeEach(() => {
  machine = new Machine();
});

afterEach(() => {
  machine.end();
});

/** The answers to everything that a window asks of results, asked in a workbench that has just opened the workspace. */
async function allResults(): Promise<Record<string, unknown>> {
  const summary = await machine.call('workspace.openSamples', { afresh: false });
  const { workspaceId } = summary;
  const usual = usualChoice(summary);
  const category = summary.instrument.dimensions[0]?.categories[0]?.code ?? null;
  const answers: Record<string, unknown> = { summary };
  const whos: Choice['who'][] = [
    { kind: 'all' },
    { kind: 'gate', answer: 'yes' },
    ...summary.units.slice(0, 1).map(({ unit }): Choice['who'] => ({ kind: 'without', unit })),
  ];
  for (const who of whos) {
    const input = { workspaceId, choice: { ...usual, who } };
    const add = (name: string, answer: unknown): void => {
      answers[`${name} of ${who.kind}`] = answer;
    };
    add('overview', await machine.call('overview.get', input));
    add('quadrant', await machine.call('quadrant.get', { ...input, focus: null }));
    add('compare', await machine.call('compare.get', { ...input, over: 'years' }));
    add('units', await machine.call('compare.get', { ...input, over: 'units' }));
    add(
      'categories',
      await machine.call('categories.get', { ...input, node: null, over: 'years', order: 'model' }),
    );
    add('priorities', await machine.call('priorities.get', input));
    add('employees', await machine.call('employees.get', input));
    for (const kind of figureKinds) {
      const options = { category };
      add(kind, await machine.envelope('figure.get', { ...input, kind, options }));
    }
  }
  answers['report'] = await machine.call('report.get', { workspaceId, year: 2022, unit: null });
  await machine.call('workspace.close', { workspaceId });
  return answers;
}

test('T-4: every result is told from tallies: with the respondents gone from the file, all answers are the same', async () => {
  const before = await allResults();
  const database = new Database(samplesWorkspacePath());
  const { changes } = database.prepare('DELETE FROM respondent').run();
  database.close();
  expect(changes).toBeGreaterThan(800);
  expect(await allResults()).toEqual(before);
  expect(machine.faults).toEqual([]);
});
