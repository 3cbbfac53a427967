import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutputOf, WorkspaceSummary } from '../../../../core/api.ts';
import { calls } from '../../../../core/api.ts';
import { organisationTemplate } from '../publishing/word-template.ts';
import { Machine } from './machine.ts';

let machine: Machine;
let summary: WorkspaceSummary;

beforeAll(async () => {
  machine = new Machine();
  summary = await machine.call('workspace.openSamples', { afresh: false });
});

afterAll(() => {
  expect(machine.faults).toEqual([]);
  machine.end();
});

const whole = () => ({ workspaceId: summary.workspaceId, year: 2022, unit: null });
const get = (): Promise<OutputOf<'report.get'>> => machine.call('report.get', whole());

describe('a report on the desk', () => {
  test('its settings are kept for its year and unit, and given back by the way back', async () => {
    const before = await get();
    const [unit] = summary.units;
    const settings = {
      ...before.settings,
      front: { ...before.settings.front, caseNumber: 'KS 2022-481' },
      sections: [{ id: 'gate', included: false }],
      texts: { summary: [{ kind: 'paragraph' as const, runs: [{ live: 'maturity:2022' }] }] },
    };
    const { inverse } = await machine.call('report.saveSettings', { ...whole(), settings });
    const after = await get();
    expect(after.settings).toEqual(settings);
    expect(after.outline.find(({ id }) => id === 'gate')?.included).toBe(false);
    expect(after.outline.find(({ id }) => id === 'summary')?.hasOwnText).toBe(true);
    const elsewhere = [
      { ...whole(), year: 2021 },
      { ...whole(), unit: unit?.unit ?? null },
    ];
    for (const own of elsewhere)
      expect((await machine.call('report.get', own)).settings).toEqual(before.settings);

    expect(inverse?.call).toBe('report.saveSettings');
    await machine.call('report.saveSettings', calls['report.saveSettings'].input.parse(inverse?.input));
    expect((await get()).settings).toEqual(before.settings);
  });

  test('every number that own text can hold has a name of its own, which it is typed by', async () => {
    const { liveNumbers } = await get();
    expect(new Set(liveNumbers.map(({ label }) => label)).size).toBe(liveNumbers.length);
    expect(liveNumbers.filter(({ label }) => /[[\]]/.test(label))).toEqual([]);
  });

  test('its pages turn to where a section begins, and to its own text while that is written', async () => {
    const { settings } = await get();
    const own = { kind: 'paragraph' as const, runs: [{ text: 'Eget.' }] };
    const asked = { ...whole(), settings: { ...settings, texts: { gate: [own] } } };
    const turn = (section: string, ownText: boolean): Promise<OutputOf<'report.preview'>> =>
      machine.call('report.preview', { ...asked, at: { kind: 'section', section, ownText } });
    const [begins, writes] = [await turn('gate', false), await turn('gate', true)];
    expect(begins.section).toBe('gate');
    expect(writes.page + (writes.top ?? 0)).toBeGreaterThan(begins.page + (begins.top ?? 0));
    expect(begins.svg.match(/<svg/g)).toHaveLength(1);
    const front = await turn('nothing', false);
    expect([front.page, front.section, front.top]).toEqual([1, null, null]);
    const last = await machine.call('report.preview', { ...asked, at: { kind: 'page', page: 999 } });
    expect([last.page, last.section]).toEqual([last.pageCount, 'method']);
  });

  test('a template stays in the workspace until it is taken away, and one that is none changes nothing', async () => {
    const file = path.join(machine.folder, 'Mall.dotx');
    writeFileSync(file, organisationTemplate());
    const { workspaceId } = summary;
    await machine.call('report.setTemplate', { workspaceId, fileId: machine.file(file) });
    expect((await get()).template).toBe('Mall.dotx');
    expect((await machine.call('settings.get', { workspaceId })).hasLogo).toBe(false);
    writeFileSync(file, 'inte Word');
    const problem = await machine.problem('report.setTemplate', { workspaceId, fileId: machine.file(file) });
    expect(problem.code).toBe('word-file-foreign');
    expect((await get()).template).toBe('Mall.dotx');
    writeFileSync(file, Buffer.alloc(6 * 1024 * 1024));
    const large = await machine.problem('report.setTemplate', { workspaceId, fileId: machine.file(file) });
    expect(large.code).toBe('template-too-large');
    await machine.call('report.setTemplate', { workspaceId, fileId: null });
    expect((await get()).template).toBeNull();
  });

  test('a year that is not there is refused with what to do', async () => {
    const problem = await machine.problem('report.get', { ...whole(), year: 1999 });
    expect(problem.code).toBe('year-missing');
    expect(problem.nextStep).not.toBe('');
  });
});
