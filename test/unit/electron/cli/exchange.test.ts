import { existsSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ExchangeFile } from '../../../../core/exchange/file.ts';
import { exchangeSchema, sharedItems } from '../../../../core/exchange/file.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import { plain } from '../../../fixtures/layouts/plain.ts';
import type { Respondent } from '../../../fixtures/layouts/respondents.ts';
import { respondents } from '../../../fixtures/layouts/respondents.ts';
import { dimios } from '../../../dimios.ts';
import { refused, succeeded, Workbench } from '../../import/workbench.ts';

const figure = z.looseObject({ value: z.number().nullable(), bounded: z.boolean() });
const readJson = z.looseObject({
  files: z.array(
    z.looseObject({ id: z.int(), municipality: z.string(), own: z.boolean(), removed: z.boolean() }),
  ),
  benchmarks: z.array(
    z.looseObject({
      year: z.int(),
      statement: z.string(),
      municipalities: z.array(z.looseObject({ municipality: z.string() })),
      respondents: z.int(),
      maturity: figure,
      items: z.array(z.looseObject({ code: z.string(), n: z.int(), value: z.number().nullable() })),
    }),
  ),
});

/** A workspace of a municipality with the answers of these people in 2022. */
async function municipality(name: string, people: readonly Respondent[]): Promise<Workbench> {
  const bench = new Workbench();
  await bench.import(plain(people), '--year', '2022', '--organisation', name);
  return bench;
}

const outOf = ({ folder }: Workbench): string => `${folder}/ut.json`;
const write = (bench: Workbench, ...words: readonly string[]): string[] => [
  ...['exchange', 'write', '--in', bench.workspace, '--year', '2022', '--out', outOf(bench)],
  ...words,
];
const fileOf = (bench: Workbench): ExchangeFile =>
  exchangeSchema.parse(JSON.parse(readFileSync(outOf(bench), 'utf8')));
const written = async (bench: Workbench, ...words: readonly string[]): Promise<ExchangeFile> => {
  await succeeded(...write(bench, ...words));
  return fileOf(bench);
};
const read = async (bench: Workbench, ...words: readonly string[]) =>
  readJson.parse(await succeeded('exchange', 'read', ...words, '--in', bench.workspace));
const releasesOf = ({ workspace }: Workbench) => withReader(workspace, (reader) => reader.releases());

describe('an exchange file on the command line', () => {
  it('X-1, P12: holds the whole and no unit, role, person or place', async () => {
    const bench = await municipality('Åby', respondents(160));
    await succeeded('scores', '--in', bench.workspace, '--minimum-group', '4', '--reason', 'Två\nrader');
    const file = await written(bench);
    expect(file.provenance).toMatchObject({ minimumGroup: 4, reason: 'Två rader' });
    expect(file).toMatchObject({ municipality: 'Åby', year: 2022, respondents: 160 });
    const text = readFileSync(outOf(bench), 'utf8');
    for (const word of ['Socialförvaltningen', 'Hemtjänst', 'Chef', '@example.se', 'Prov.dimios']) {
      expect(text).not.toContain(word);
    }
  });

  it('X-8, P12: withholds what almost all answered alike: an item, and the answers on decisions', async () => {
    const people = respondents(160).map((person) => ({
      ...person,
      answers: [4, ...person.answers.slice(1)],
    }));
    const [alike, other] = (await written(await municipality('Åby', people))).items;
    expect(alike).toMatchObject({ withheld: true });
    expect(other).toHaveProperty('counts');

    expect((await written(await municipality('Åby', respondents(160)))).gate).not.toBeNull();
    const involved = respondents(160).map((person, at) => ({ ...person, involved: at > 0 }));
    expect((await written(await municipality('Åby', involved))).gate).toBeNull();
  });

  it('P12: is not written for fewer than 30, and nothing is logged', async () => {
    const bench = await municipality('Åby', respondents(29));
    expect((await refused(...write(bench))).error.code).toBe('exchange-too-few');
    expect(existsSync(outOf(bench))).toBe(false);
    expect(releasesOf(bench)).toEqual([]);
  });

  it('X-8: needs a name, a folder and answers', async () => {
    const bench = new Workbench();
    await bench.import(plain(respondents(40)), '--year', '2022');
    expect((await refused(...write(bench))).error.code).toBe('organisation-missing');
    await succeeded('settings', '--in', bench.workspace, '--organisation', 'Åby');
    const nowhere = `${bench.folder}/saknas/ut.json`;
    const words = ['exchange', 'write', '--in', bench.workspace, '--year', '2022', '--out', nowhere];
    expect((await refused(...words)).error.code).toBe('folder-missing');
    expect(releasesOf(bench)).toEqual([]);
    const value = ['--kind', 'published', '--percent', '40', '--source', 'Rapport'];
    await succeeded('value', '--in', bench.workspace, '--year', '2019', ...value);
    const old = ['exchange', 'write', '--in', bench.workspace, '--year', '2019', '--out', outOf(bench)];
    expect((await refused(...old)).error.code).toBe('exchange-no-answers');
  });
});

describe('exchange files taken in', () => {
  it('X-4, X-6: give what the pooled answers give, named and no sample of Sweden', async () => {
    const own = await municipality('Egenstad', respondents(60, 400));
    const [a, b] = [respondents(160), respondents(170, 160)];
    const others = [await municipality('Åby', a), await municipality('Berga', b)];
    for (const bench of others) await written(bench);
    const { benchmarks } = await read(own, ...others.map(outOf));
    const pooled = await municipality('Båda', [...a, ...b]);
    const [whole] = (await pooled.printedScores('--year', '2022')).years[0]?.units ?? [];
    const [benchmark] = benchmarks;
    expect(benchmark?.respondents).toBe(330);
    expect(benchmark?.maturity.value).toBeCloseTo(whole?.maturityPercent ?? NaN, 9);
    expect(benchmark?.items.map(({ n }) => n)).toEqual(whole?.items.map(({ n }) => n));
    expect(benchmark?.statement).toContain('Berga och Åby');
    expect(benchmark?.statement).toContain('inget urval av Sverige');
  });

  it('X-9: leave out the own municipality, which is compared with the others', async () => {
    const own = await municipality('Egenstad', respondents(160, 400));
    const other = await municipality('Åby', respondents(160));
    await written(own);
    await written(other);
    const { files, benchmarks } = await read(own, outOf(own), outOf(other));
    expect(files.map(({ municipality: name, own: isOwn }) => [name, isOwn])).toEqual([
      ['Egenstad', true],
      ['Åby', false],
    ]);
    expect(benchmarks[0]?.municipalities).toMatchObject([{ municipality: 'Åby' }]);
    expect(benchmarks[0]?.statement).toContain('Egenstad är inte med');
  });

  it('X-5, X-9: are a benchmark in compare and targets, marked where pairs are missing', async () => {
    const own = await municipality('Egenstad', respondents(160, 400));
    const other = await municipality('Åby', respondents(40));
    await written(other);
    const { benchmarks } = await read(own, outOf(other));
    expect(benchmarks[0]?.maturity.bounded).toBe(true);
    const compared = await succeeded('compare', '--in', own.workspace, '--year', '2022', '--benchmark');
    expect(compared).toMatchObject({
      figures: [],
      exchange: { municipalities: ['Åby'], maturity: { from: benchmarks[0]?.maturity.value, bounded: true } },
    });
    expect(await succeeded('targets', '--in', own.workspace)).toMatchObject({
      years: [
        { benchmarks: [{ source: '1 annan kommun som deltar', percent: benchmarks[0]?.maturity.value }] },
      ],
    });
  });

  it('X-3, W-33: are refused all together when one is no such file, and can be removed and restored', async () => {
    const own = await municipality('Egenstad', respondents(20));
    const other = await municipality('Åby', respondents(40));
    const file = await written(other);
    const broken = own.putJson('trasig.json', { ...file, respondents: 3 });
    const words = ['exchange', 'read', outOf(other), broken, '--in', own.workspace];
    expect((await refused(...words)).error.code).toBe('exchange-invalid');
    expect((await read(own)).files).toEqual([]);
    const strange = own.putJson('annan.json', { ...file, instrument: { ...file.instrument, code: 'annan' } });
    const differs = await refused('exchange', 'read', strange, '--in', own.workspace);
    expect(differs.error.code).toBe('exchange-instrument-differs');

    const steering = own.putJson('styr.json', { ...file, municipality: 'Åby\u001B[2J' });
    expect((await refused('exchange', 'read', steering, '--in', own.workspace)).error.message).toContain(
      'municipality: texten får inte ha styrtecken',
    );
    const large = own.put({ fileName: 'stor.json', bytes: Buffer.alloc(17_000_000, ' ') });
    const tooLarge = await refused('exchange', 'read', large, '--in', own.workspace);
    expect(tooLarge.error.code).toBe('exchange-too-large');

    await read(own, outOf(other));
    const removed = await read(own, '--remove', '1');
    expect(removed).toMatchObject({ files: [{ id: 1, removed: true }], benchmarks: [] });
    expect((await read(own, '--restore', '1')).benchmarks).toHaveLength(1);
  });

  it('K-1: refuse words that do not belong together', async () => {
    expect((await dimios('exchange')).exitCode).toBe(2);
    expect((await dimios('exchange', 'read', 'a.json', '--remove', '1', '--in', 'x.dimios')).exitCode).toBe(
      2,
    );
    expect((await dimios('exchange', 'write', 'a.json', '--in', 'x.dimios', '--year', '2022')).exitCode).toBe(
      2,
    );
  });
});

describe('the release log', () => {
  it('P10: records each file that leaves, and lets the same leave again', async () => {
    const bench = await municipality('Åby', respondents(40));
    await written(bench);
    await written(bench);
    expect(releasesOf(bench)).toMatchObject([
      { year: 2022, group: 'whole', name: 'Åby', respondents: 40, minimumGroup: 5, reason: null },
      { year: 2022, group: 'whole' },
    ]);
    const listed = await succeeded('releases', '--in', bench.workspace);
    expect(listed).toMatchObject([{ year: 2022, group: 'whole', name: 'Åby', respondents: 40 }, {}]);
    expect(await succeeded('releases', '--in', bench.workspace, '--year', '2021')).toEqual([]);
  });

  it('P10: stops the second of two files whose difference is what two persons answered', async () => {
    const late = respondents(2, 40);
    const bench = await municipality('Åby', respondents(40));
    const first = await written(bench);
    rmSync(outOf(bench));
    await bench.import({ ...plain(late), fileName: 'sena.xlsx' }, '--year', '2022', '--add');
    const { error } = await refused(...write(bench));
    expect(error.code).toBe('release-few-others');
    expect(existsSync(outOf(bench))).toBe(false);

    // The attack that was stopped: with a reason both files exist, and subtraction gives the answers of the two.
    const second = await written(bench, '--release-reason', 'Nämnden har begärt det');
    expect(releasesOf(bench).at(-1)).toMatchObject({ respondents: 42, reason: 'Nämnden har begärt det' });
    const before = new Map(sharedItems(first).map((item) => [item.code, item.counts]));
    const derived = sharedItems(second).map(({ code, counts }) =>
      counts.flatMap((count, at) => new Array<number>(count - (before.get(code)?.[at] ?? 0)).fill(at + 1)),
    );
    const given = late[0]?.answers.map((_, item) =>
      late
        .map(({ answers }) => answers[item])
        .filter((answer) => typeof answer === 'number')
        .toSorted(),
    );
    expect(derived).toEqual(given);
  });

  it('P10: takes the log back to a file of the same answers when what came between is undone', async () => {
    const bench = await municipality('Åby', respondents(40));
    await written(bench);
    await bench.import({ ...plain(respondents(2, 40)), fileName: 'sena.xlsx' }, '--year', '2022', '--add');
    await bench.undo(2);
    await written(bench);
  });

  it('P10: does not mind another year that brings new units', async () => {
    const bench = await municipality('Åby', respondents(40));
    await written(bench);
    const others = respondents(40).map((person) => ({ ...person, unit: 'Räddningstjänsten', subunit: '' }));
    await bench.import({ ...plain(others), fileName: '2023.xlsx' }, '--year', '2023');
    await written(bench);
  });

  it.each([
    ['another minimum group', ['--minimum-group', '7'], 'release-other-minimum-group'],
    ['moved units', [], 'release-other-tree'],
  ] as const)('P10: stops a file after %s', async (_, words, code) => {
    const bench = await municipality('Åby', respondents(40));
    await written(bench);
    if (words.length === 0) {
      await succeeded('units', '--in', bench.workspace, '--merge', 'Förskola=Gymnasium');
    }
    expect((await refused(...write(bench, ...words))).error.code).toBe(code);
  });

  it('P10: has keys that no answer can be read from', async () => {
    const [a, b] = [
      await municipality('Åby', respondents(40)),
      await municipality('Åby', respondents(40, 5)),
    ];
    await written(a);
    await written(b);
    const keysOf = (bench: Workbench) =>
      releasesOf(bench).map(({ treeKey, answersKey }) => [treeKey, answersKey]);
    expect(keysOf(a)).toEqual(keysOf(b));
  });
});
