import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileId, ImportOrder, WorkspaceId } from '../../../../core/api.ts';
import { samplesFolder } from '../../../../electron/workbench/resources.ts';
import { Machine } from './machine.ts';

let machine: Machine;
let workspaceId: WorkspaceId;

beforeEach(async () => {
  machine = new Machine();
  const summary = await machine.call('workspace.create', {
    targetId: machine.target('Egen.dimios'),
    organisation: 'Provkommunen',
    itDepartment: null,
    administrator: null,
    logo: null,
  });
  workspaceId = summary.workspaceId;
});

afterEach(() => {
  expect(machine.faults).toEqual([]);
  machine.end();
});

const samples = [
  'DiMiOS 2020.xlsx',
  'DiMiOS 2021 (Microsoft Forms).xlsx',
  'DiMiOS 2022 (LimeSurvey).xlsx',
] as const;

function order(fileId: FileId, said: Partial<ImportOrder> = {}): ImportOrder {
  return { fileId, answers: {}, columns: [], kind: null, year: null, sheet: null, ...said };
}

function sample(name: string): ImportOrder {
  return order(machine.file(path.join(samplesFolder, name)));
}

function preview(own: ImportOrder, earlier: ImportOrder[] = []) {
  return machine.call('import.preview', { workspaceId, order: own, earlier });
}

/** The order with every open question answered as proposed. */
async function asProposed(own: ImportOrder, earlier: ImportOrder[] = []): Promise<ImportOrder> {
  const { questions } = await preview(own, earlier);
  const answers = Object.fromEntries(questions.map(({ id, proposed }) => [id, proposed ?? '']));
  return { ...own, answers };
}

test('Three layouts are recognised, their questions answered, and the published 42 % and 44 % come out before and after storing.', async () => {
  const orders: ImportOrder[] = [];
  for (const name of samples) orders.push(await asProposed(sample(name), orders));

  const scores = await machine.call('import.scores', { workspaceId, orders });
  expect(scores.sentence.sv).toBe('Mognaden blir 39\u00A0% 2020, 44\u00A0% 2021 och 42\u00A0% 2022.');
  expect((await machine.call('data.batches', { workspaceId })).batches).toEqual([]);

  const stored = await machine.call('import.store', { workspaceId, orders, profileName: null });
  expect(stored.batches.map(({ year }) => year)).toEqual([2020, 2021, 2022]);
  const { years } = await machine.call('data.figures', { workspaceId });
  expect(years.map(({ maturityPercent }) => Math.round(maturityPercent ?? 0))).toEqual([39, 44, 42]);

  expect(stored.inverse).toMatchObject({ call: 'data.undo' });
  await machine.call('data.undo', { workspaceId, batches: stored.batches.map(({ id }) => id) });
  expect((await machine.call('workspace.summary', { workspaceId })).years).toEqual([]);
});

test('Nothing is stored while a question stands open, and the refusal says how many.', async () => {
  const open = sample('DiMiOS 2020.xlsx');
  expect((await preview(open)).ready).toBe(false);
  const problem = await machine.problem('import.store', { workspaceId, orders: [open], profileName: null });
  expect(problem.code).toBe('needs-confirmation');
  expect((await machine.call('data.batches', { workspaceId })).batches).toEqual([]);
});

test('An answered question stays in the list with its answer, so that it can be answered anew.', async () => {
  const open = sample('DiMiOS 2020.xlsx');
  const before = await preview(open);
  const [first] = before.questions;
  if (first === undefined) throw new Error('The sample asks nothing.');
  const after = await preview({ ...open, answers: { [first.id]: first.proposed ?? '' } });
  expect(after.questions.find(({ id }) => id === first.id)?.answer).toBe(first.proposed);
  expect(after.questions.filter(({ answer }) => answer === null)).toHaveLength(before.questions.length - 1);
});

test('Addresses, names and free text are masked in the preview, answers and units are shown.', async () => {
  const file = path.join(machine.folder, 'svar.csv');
  writeFileSync(
    file,
    [
      'Namn;E-post;Förvaltning;Portföljstyrning;Förvaltningsstyrning;Projektstyrning;Försörjningsstrategi;Ekonomiska ramar;Kommentar',
      ...Array.from(
        { length: 12 },
        (_, n) =>
          `Anna Andersson;anna${n}@kommun.se;Skola;3;4;5;2;1;Chefen Bo lyssnar inte alls på någon av oss`,
      ),
    ].join('\n'),
  );
  const shown = await preview(order(machine.file(file), { year: 2022 }));
  const text = JSON.stringify(shown.rows.filter(({ header }) => !header));
  expect(text).toContain('Skola');
  expect(text).toContain('•••');
  expect(text).not.toMatch(/Anna|@|Chefen/);
});

test('A column that is changed on its head is read as said, and gives up the meaning it takes from another.', async () => {
  const own = sample('DiMiOS 2020.xlsx');
  const before = await preview(own);
  const [one, two] = before.columns.filter(({ role }) => role === 'item');
  if (one?.item === undefined || one.item === null || two === undefined) throw new Error('No items.');
  const answer = { column: two.letters, role: 'item', item: one.item, reversed: false, level: null } as const;
  const after = await preview({ ...own, columns: [answer] });
  expect(after.columns.find(({ letters }) => letters === two.letters)?.item).toBe(one.item);
  expect(after.columns.find(({ letters }) => letters === one.letters)?.role).toBe('other');
  expect(after.itemsFound).toBe(before.itemsFound - 1);
});

test('A year that has answers already asks whether to add or replace; the same file again is refused.', async () => {
  const first = await asProposed(sample('DiMiOS 2020.xlsx'));
  await machine.call('import.store', { workspaceId, orders: [first], profileName: null });
  const again = await machine.problem('import.preview', { workspaceId, order: first, earlier: [] });
  expect(again).toMatchObject({ code: 'already-imported' });
  expect(again.nextStep).not.toContain('--');

  const other = { ...(await asProposed(sample('DiMiOS 2021 (Microsoft Forms).xlsx'))), year: 2020 };
  const asked = await preview(other);
  expect(asked.questions.map(({ code }) => code)).toContain('year-has-answers');
  const replacing = { ...other, answers: { ...other.answers, 'year-has-answers': 'replace-year' } };
  await machine.call('import.store', { workspaceId, orders: [replacing], profileName: null });
  const { batches } = await machine.call('data.batches', { workspaceId });
  expect(batches.map(({ undoneAt }) => undoneAt === null)).toEqual([true, false]);
});

test('A profile that was kept is offered for the next file with the same headings, and can be declined.', async () => {
  const own = await asProposed(sample('DiMiOS 2020.xlsx'));
  await machine.call('import.store', { workspaceId, orders: [own], profileName: 'Egen layout' });
  expect((await machine.call('import.profiles', {})).profiles.map(({ name }) => name)).toEqual([
    'Egen layout',
  ]);
  const other = await machine.call('workspace.create', {
    targetId: machine.target('Annan.dimios'),
    organisation: 'Annan',
    itDepartment: null,
    administrator: null,
    logo: null,
  });
  const offered = await machine.call('import.preview', {
    workspaceId: other.workspaceId,
    order: sample('DiMiOS 2020.xlsx'),
    earlier: [],
  });
  expect(offered.profile).toEqual({ name: 'Egen layout', used: true });
  expect(offered.questions.map(({ id }) => id)).toContain('profile');
});

test('A file that is not recognised is never ready, and shows nothing of its rows.', async () => {
  const file = path.join(machine.folder, 'recept.csv');
  writeFileSync(file, 'Ingrediens;Mängd\nMjöl;3 dl\nSalt;1 tsk\n');
  const shown = await preview(order(machine.file(file)));
  expect(shown).toMatchObject({ kind: 'other', ready: false, rows: [] });
});

test('Reading a large file is given up when the window asks for it, and the next call is answered.', async () => {
  const file = path.join(machine.folder, 'stor.csv');
  const line = '2021-03-01;Skola;3;4;5;2;1';
  const header =
    'Tid;Förvaltning;Portföljstyrning;Förvaltningsstyrning;Projektstyrning;Försörjningsstrategi;Ekonomiska ramar';
  writeFileSync(file, `${header}\n${`${line}\n`.repeat(300_000)}`);
  const input = JSON.stringify({ workspaceId, order: order(machine.file(file)), earlier: [] });
  const answer = machine.workbench.call('import.preview', input, 'large');
  while (!machine.events.some(({ type }) => type === 'progress')) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  machine.workbench.cancel('large');
  expect(JSON.parse(await answer)).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  expect((await preview(sample('DiMiOS 2020.xlsx'))).respondents).toBe(262);
});
