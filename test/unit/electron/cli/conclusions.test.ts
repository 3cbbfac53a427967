import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dimios } from '../../../dimios.ts';
import { refused, succeeded } from '../../import/workbench.ts';
import { samples } from './samples.ts';

const { workspace, ...folder } = samples();

const activity = z.strictObject({
  text: z.string(),
  responsible: z.string().nullable(),
  due: z.string().nullable(),
  state: z.string(),
});
const conclusion = z.strictObject({
  id: z.int(),
  year: z.int(),
  unit: z.string().nullable(),
  number: z.int(),
  heading: z.string(),
  text: z.string(),
  basis: z.array(z.string()),
  activities: z.array(activity),
  decisions: z.array(z.strictObject({ year: z.int(), kind: z.string(), text: z.string().nullable() })),
  paragraphs: z.array(z.strictObject({ year: z.int(), text: z.string(), draft: z.string() })),
});
const listJson = z.strictObject({ conclusions: z.array(conclusion) });
const followUpJson = z.object({
  year: z.int(),
  followUps: z.array(
    z.object({
      conclusion,
      since: z.int().nullable(),
      changes: z.array(z.looseObject({ kind: z.string(), sentence: z.string() })),
      direction: z.string(),
      decision: z.object({ kind: z.string() }).nullable(),
      draft: z.string(),
      text: z.string(),
      isOwnText: z.boolean(),
      draftHasChanged: z.boolean(),
    }),
  ),
});
const historyJson = z.strictObject({
  id: z.int(),
  versions: z.array(z.strictObject({ at: z.string(), change: z.string(), conclusion })),
});

const run = async (...words: readonly string[]) =>
  listJson.parse(await succeeded('conclusions', '--in', workspace, ...words)).conclusions;
const followUps = async (year = '2022') =>
  followUpJson.parse(await succeeded('conclusions', '--in', workspace, '--follow-up', '--year', year))
    .followUps;

describe('conclusions on the command line', () => {
  it('O-10: are listed by year and unit', async () => {
    expect((await run()).map(({ year, number }) => [year, number])).toEqual([
      [2021, 1],
      [2021, 2],
      [2021, 3],
    ]);
    expect(await run('--year', '2022')).toEqual([]);
    expect(await run('--unit', 'Leanlink')).toEqual([]);
  });

  it('O-10: get the next number of their year and unit, and rest on items by name, the gate and the rate', async () => {
    const basis = ['--basis', 'Skugg-IT, prioritering,gate-share,response-rate'];
    const [whole] = await run('--add', '--year', '2021', '--heading', 'Ny', ...basis);
    expect(whole).toMatchObject({
      number: 4,
      unit: null,
      basis: ['skugg-it', 'prioritering', 'gate-share', 'response-rate'],
    });
    const [unit] = await run('--add', '--year', '2021', '--unit', 'Leanlink', '--heading', 'Ny', ...basis);
    expect(unit).toMatchObject({ number: 1, unit: 'Leanlink' });
    expect(await run('--unit', 'leanlink')).toEqual([unit]);
  });

  it('O-9: are refused with every fault named, and nothing is kept', async () => {
    const before = await run();
    const add = ['conclusions', '--in', workspace, '--add', '--year', '2021'];
    const { error } = await refused(...add, '--heading', 'Ny', '--basis', 'Portföljstyrningen');
    expect(error.code).toBe('item-missing');
    const taken = await refused(...add, '--number', '2', '--heading', 'Ny', '--basis', 'rykte');
    expect(taken.error.code).toBe('conclusion-number-taken');
    expect(await run()).toEqual(before);
  });

  it('O-10: change only where something is given', async () => {
    const [first] = await run();
    const [edited] = await run('--edit', '1', '--heading', 'Ny rubrik');
    expect(edited).toEqual({ ...first, heading: 'Ny rubrik' });
  });

  it('O-10: get activities, and change the one that is named', async () => {
    await run('--activity', '1', '--text', 'Öppet hus', '--responsible', 'IT', '--due', '2022-09-30');
    const [changed] = await run('--activity', '1.2', '--state', 'done');
    expect(changed?.activities[1]).toEqual({
      text: 'Öppet hus',
      responsible: 'IT',
      due: '2022-09-30',
      state: 'done',
    });
    const missing = await refused('conclusions', '--in', workspace, '--activity', '1.3', '--state', 'done');
    expect(missing.error.code).toBe('activity-missing');
    const invalid = await refused(
      'conclusions',
      '--in',
      workspace,
      '--activity',
      '1.2',
      '--due',
      '2022-02-30',
    );
    expect(invalid.error.code).toBe('conclusion-invalid');
  });

  it('O-5, O-6: are followed up with the change of each figure and a draft', async () => {
    const [gate, item] = await followUps();
    expect(gate).toMatchObject({ since: 2021, direction: 'unchanged', isOwnText: false, decision: null });
    expect(gate?.changes[0]).toMatchObject({ kind: 'gate-share', hidden: {} });
    expect(gate?.draft).toContain('från 74\u00A0% till 68\u00A0%');
    expect(item?.changes[0]).toMatchObject({
      kind: 'item',
      item: 'prioritering',
      verdict: 'within-uncertainty',
      hidden: {},
    });
    expect(item?.draft).toContain('medelvärdet har gått från 3,0 till 2,8');
    expect(item?.draft).toContain('vet ej har gått från 26\u00A0% till 32\u00A0%');
    const { out } = await dimios('conclusions', '--in', workspace, '--follow-up', '--year', '2022');
    expect(out).toContain('Utkast:');
    expect(out).not.toContain('null');
  });

  it('O-10: name what a small group hides in a follow-up, and why', async () => {
    const add = ['--add', '--year', '2021', '--unit', 'Leanlink', '--heading', 'Ny'];
    await run(...add, '--basis', 'skugg-it');
    const [own] = await followUps().then((all) => all.filter(({ conclusion: { unit } }) => unit !== null));
    expect(own?.changes[0]).toMatchObject({ mean: { difference: null }, verdict: null });
    expect(own?.changes[0]?.['hidden']).toEqual({ mean: 'rests-on-hidden' });
    expect(own?.draft).toContain('visas inte');
  });

  it('O-8: are decided on, and a closed one is not followed up again', async () => {
    await run('--decide', '1=closed', '--year', '2022', '--text', 'Klart.');
    await run('--decide', '2=changed', '--year', '2022', '--text', 'Nu gäller annat.');
    expect((await followUps()).map(({ decision }) => decision?.kind ?? null)).toEqual([
      'closed',
      'changed',
      null,
    ]);
    const missing = await refused(
      'conclusions',
      '--in',
      workspace,
      '--decide',
      '3=changed',
      '--year',
      '2022',
    );
    expect(missing.error.code).toBe('decision-invalid');
    const [back] = await run('--decide', '1=none', '--year', '2022');
    expect(back?.decisions).toEqual([]);
  });

  it('O-7: keep the own paragraph beside the draft, and give the draft back for an empty one', async () => {
    await run('--paragraph', '1', '--year', '2022', '--text', 'Egna ord.');
    const [own] = await followUps();
    expect(own).toMatchObject({ text: 'Egna ord.', isOwnText: true, draftHasChanged: false });
    await run('--edit', '1', '--heading', 'En annan rubrik');
    expect((await followUps())[0]).toMatchObject({ text: 'Egna ord.', draftHasChanged: true });
    await run('--paragraph', '1', '--year', '2022', '--text', '');
    expect((await followUps())[0]).toMatchObject({ isOwnText: false });
    const early = await refused(
      'conclusions',
      '--in',
      workspace,
      '--paragraph',
      '1',
      '--year',
      '2021',
      '--text',
      'x',
    );
    expect(early.error.code).toBe('conclusion-not-followed-up');
  });

  it('O-10: are taken away and back, with all of it in the history', async () => {
    await run('--remove', '1');
    expect((await run()).map(({ id }) => id)).toEqual([2, 3]);
    expect((await run('--removed')).map(({ id }) => id)).toEqual([1]);
    await run('--restore', '1');
    const { versions } = historyJson.parse(
      await succeeded('conclusions', '--in', workspace, '--history', '1'),
    );
    expect(versions.map(({ change }) => change)).toEqual(['added', 'removed', 'restored']);
  });

  it('O-11: come from a file, all or none, and the list is such a file', async () => {
    const before = await run();
    expect(await run('--from', folder.json('same.json', { conclusions: before }))).toEqual(before);
    const added = { year: 2022, heading: 'Ny', basis: ['rykte'], activities: [{ text: 'Gör' }] };
    const changed = { id: 1, heading: 'Ändrad', decisions: [{ year: 2022, kind: 'remains' }] };
    const both = await run('--from', folder.json('both.json', { conclusions: [added, changed] }));
    expect(both).toMatchObject([
      { id: 4, number: 1, activities: [{ text: 'Gör', state: 'planned', due: null }] },
      { id: 1, heading: 'Ändrad', decisions: [{ kind: 'remains' }] },
    ]);
    const all = await run();
    const from = (content: unknown) =>
      refused('conclusions', '--in', workspace, '--from', folder.json('bad.json', content));
    expect((await from({ conclusions: [added, { ...added, basis: [] }] })).error.code).toBe(
      'conclusion-invalid',
    );
    const shape = await from({ conclusions: [{ ...added, basis: 'rykte' }] });
    expect(shape.error.code).toBe('conclusions-invalid');
    expect(shape.error.message).toContain('conclusions[0].basis');
    expect(await run()).toEqual(all);
  });

  it('K-1: refuse words that do not belong together', async () => {
    const wrong = async (...words: readonly string[]) =>
      (await dimios('conclusions', '--in', workspace, ...words)).exitCode;
    expect(await wrong('--add', '--remove', '1')).toBe(2);
    expect(await wrong('--decide', '1=maybe', '--year', '2022')).toBe(2);
    expect(await wrong('--decide', '1')).toBe(2);
    expect(await wrong('--activity', 'x', '--text', 'y')).toBe(2);
    expect(await wrong('--paragraph', '1', '--year', '2022')).toBe(2);
    expect(await wrong('--follow-up')).toBe(2);
  });
});
