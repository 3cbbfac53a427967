import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Choice, WorkspaceSummary } from '../../../../core/api.ts';
import { figureKinds, workbenchCalls } from '../../../../core/api.ts';
import { handlers } from '../../../../electron/workbench/calls/index.ts';
import { refuseDuplicates } from '../../../../electron/workbench/registry.ts';
import { Machine, usualChoice } from './machine.ts';

let machine: Machine;
let summary: WorkspaceSummary;
let choice: Choice;

beforeAll(async () => {
  machine = new Machine();
  summary = await machine.call('workspace.openSamples', { afresh: false });
  choice = usualChoice(summary);
});

afterAll(() => {
  machine.end();
});

const here = () => ({ workspaceId: summary.workspaceId });

test('M-1: every call of the contract has one handler, and no handler stands outside the contract', () => {
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(workbenchCalls).sort());
  expect(() => {
    refuseDuplicates([handlers, handlers]);
  }).toThrow('two handlers');
});

test('the samples open as a workspace that says that it is a sample', () => {
  expect(summary).toMatchObject({ isSample: true, organisation: 'Exempelkommunen' });
  expect(summary.years.map(({ year }) => year)).toEqual([2022, 2021, 2020]);
  expect(summary.instrument.dimensions.flatMap(({ categories }) => categories)).toHaveLength(6);
  expect(summary.against).toMatchObject({ nation: [2022], target: [2022, 2023] });
});

test('the overview tells the published 42 % and 44 %', async () => {
  const overview = await machine.call('overview.get', { ...here(), choice });
  expect(Math.round(overview.maturity.value ?? 0)).toBe(42);
  expect(Math.round(overview.change?.from.value ?? 0)).toBe(44);
  expect(overview.lead.sv.map(({ text }) => text).join('')).toContain('Den digitala mognaden är 42\u00A0%.');
  expect(overview.rows.map(({ kind }) => kind)).toEqual(['result', 'year', 'year', 'target', 'benchmark']);
  expect(overview.priorities.top).toHaveLength(3);
});

test('every screen answers for the whole, for a unit, for a cut, and in both measures', async () => {
  const [unit] = summary.units;
  if (unit === undefined) throw new Error('The samples have no units.');
  const choices: Choice[] = [
    choice,
    { ...choice, measure: 'percent' },
    { ...choice, units: [unit.unit] },
    { ...choice, who: { kind: 'gate', answer: 'yes' } },
    { ...choice, who: { kind: 'without', unit: unit.unit } },
    ...summary.cuts.roles.map(({ role }): Choice => ({ ...choice, who: { kind: 'role', role } })),
    { ...choice, years: [2020] },
  ];
  for (const own of choices) {
    const input = { ...here(), choice: own };
    await machine.call('overview.get', input);
    await machine.call('quadrant.get', { ...input, focus: unit.unit });
    for (const over of ['years', 'units'] as const) {
      await machine.call('compare.get', { ...input, over });
      const item = {
        kind: 'item',
        code: summary.instrument.dimensions[0]?.categories[0]?.items[0]?.code,
      } as const;
      await machine.call('categories.get', { ...input, over, order: 'value', node: null });
      await machine.envelope('categories.get', { ...input, over, order: 'change', node: item });
    }
    await machine.call('employees.get', input);
    await machine.call('priorities.get', input);
  }
  expect(machine.faults).toEqual([]);
});

test('every kind of figure is made for the window', async () => {
  for (const kind of figureKinds) {
    const spec = await machine.call('figure.get', { ...here(), kind, choice, options: { language: 'en' } });
    expect(spec.kind).toBe(kind);
  }
});

test('what the data screens list is answered', async () => {
  const { batches } = await machine.call('data.batches', here());
  expect(batches).toHaveLength(5);
  for (const { id } of batches) await machine.call('data.findings', { ...here(), batch: id });
  await machine.call('data.units', here());
  const { lines } = await machine.call('data.invited', { ...here(), year: 2022 });
  expect(lines[0]).toMatchObject({ unit: null, respondents: 287, invited: 529 });
  await machine.call('data.figures', here());
  await machine.call('data.exchangeList', here());
  await machine.call('data.instrument', here());
  expect((await machine.call('data.audit', here())).sound).toBe(true);
  await machine.call('settings.get', here());
  await machine.call('conclusions.list', { ...here(), year: 2021, unit: null, allUnits: true });
  const { items } = await machine.call('conclusions.followUp', { ...here(), year: 2022 });
  expect(items.length).toBeGreaterThan(0);
  expect((await machine.call('app.state', {})).recents[0]).toMatchObject({ isSample: true, exists: true });
});

test('a figure and all results are written where the shell has allowed it', async () => {
  const figure = await machine.call('figure.export', {
    ...here(),
    kind: 'quadrant',
    choice,
    options: {},
    format: 'svg',
    scale: 1,
    theme: 'light',
    width: null,
    targetId: machine.target('kvadrant.svg'),
    releaseReason: null,
  });
  expect(readFileSync(figure.shownPath, 'utf8')).toContain('<svg');
  const results = await machine.call('results.export', {
    ...here(),
    targetId: machine.target('resultat.xlsx'),
    releaseReason: null,
  });
  expect(readFileSync(results.shownPath).subarray(0, 2).toString()).toBe('PK');
  expect(path.dirname(results.shownPath)).toBe(machine.folder);
});

test('M-4: what was exported is in the release log, and leaves what is shown as it was', async () => {
  const { releases } = await machine.call('data.audit', here());
  expect(releases.some(({ year, name }) => year === 2022 && name === 'Exempelkommunen')).toBe(true);
  expect(await machine.call('workspace.summary', here())).toEqual(summary);
});

test('a new workspace starts empty, says what is missing, and every screen says why it is empty', async () => {
  const made = await machine.call('workspace.create', {
    targetId: machine.target('Ny.dimios'),
    organisation: 'Nykommunen',
    itDepartment: 'IT-centrum',
    administrator: 'Anna Andersson',
    logo: null,
  });
  expect(made).toMatchObject({ isSample: false, years: [], units: [], name: 'Nykommunen' });
  expect(made.gaps.map(({ code }) => code)).toEqual(['no-answers']);
  const problem = await machine.problem('overview.get', {
    workspaceId: made.workspaceId,
    choice: { ...choice, units: [null] },
  });
  expect(problem.code).toBe('year-missing');
});

test('views and preferences are the user’s, and are there the next time', async () => {
  await machine.call('app.savePreferences', { theme: 'dark' });
  const place = { screen: 'quadrant', params: { focus: 3 } };
  const { view, inverse } = await machine.call('app.saveView', {
    ...here(),
    name: 'Årsrapport',
    choice,
    place,
  });
  await machine.call('app.saveLast', { ...here(), choice, place });
  const next = await machine.call('app.listViews', here());
  expect(next).toEqual({ last: { choice, place }, views: [view] });
  expect((await machine.call('app.state', {})).preferences).toMatchObject({ theme: 'dark', language: 'sv' });
  if (inverse === null) throw new Error('A view was saved and cannot be taken back.');
  await machine.envelope(inverse.call, inverse.input);
  expect((await machine.call('app.listViews', here())).views).toEqual([]);
});

test('a file comes in pieces, in order and whole, or not at all', async () => {
  const bytes = Buffer.from('a;b\n1;2\n');
  const { fileId } = await machine.call('files.begin', {
    fileName: '../../svar.csv',
    sizeBytes: bytes.length,
  });
  await machine.call('files.chunk', { fileId, base64: bytes.subarray(0, 3).toString('base64') });
  expect((await machine.problem('files.end', { fileId })).code).toBe('file-incomplete');
  await machine.call('files.chunk', { fileId, base64: bytes.subarray(3).toString('base64') });
  expect(await machine.call('files.end', { fileId })).toEqual({ fileName: 'svar.csv' });
  expect((await machine.problem('files.chunk', { fileId, base64: 'AAAA' })).code).toBe('file-incomplete');
  await machine.call('files.forget', { fileId });
  expect((await machine.problem('files.end', { fileId })).code).toBe('file-unknown');
});

test('M-2: an unknown call, input of the wrong shape, and what is not JSON are refused in Swedish', async () => {
  expect((await machine.problem('shell.state', {})).code).toBe('call-unknown');
  expect((await machine.problem('__proto__', {})).code).toBe('call-unknown');
  const problem = await machine.problem('overview.get', {
    ...here(),
    choice: { ...choice, years: ['hemligt svar'] },
  });
  expect(problem.code).toBe('input-invalid');
  expect(problem.message).toContain('choice.years.0');
  expect(problem.message).not.toContain('hemligt svar');
  const json = await machine.workbench.call('app.state', '{"', 'call');
  expect(JSON.parse(json)).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
});

test('ids that nobody gave out open nothing', async () => {
  const unknown = { workspaceId: 'aaaaaaaaaaaaaaaaaaaaaaaa' };
  expect((await machine.problem('workspace.open', unknown)).code).toBe('workspace-unknown');
  expect((await machine.problem('workspace.open', { workspaceId: '../../etc/passwd' })).code).toBe(
    'input-invalid',
  );
  const target = { ...here(), targetId: 'nowhere', releaseReason: null };
  expect((await machine.problem('results.export', target)).code).toBe('target-unknown');
});
