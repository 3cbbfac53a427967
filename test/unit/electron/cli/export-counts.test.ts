import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sharedItems } from '../../../../core/exchange/file.ts';
import { exchangeText } from '../../../../core/exchange/write.ts';
import type { Score } from '../../../../core/scoring/score.ts';
import { score } from '../../../../core/scoring/score.ts';
import type { Tally } from '../../../../core/survey/tally.ts';
import { addTally, emptyTally, tallyAnswers } from '../../../../core/survey/tally.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import { dimios } from '../../../dimios.ts';
import { inDuckDb } from '../../../duckdb.ts';
import { plain } from '../../../fixtures/layouts/plain.ts';
import { respondents } from '../../../fixtures/layouts/respondents.ts';
import { dimios as instrument } from '../../../instruments.ts';
import type { GeneratedYear } from '../../../many-municipalities.ts';
import { fiveYears, manyMunicipalities, municipalityCount } from '../../../many-municipalities.ts';
import { refused, succeeded, Workbench } from '../../import/workbench.ts';

/** A folder of exchange files of many municipalities, and what each was written from. */
function manyFiles(bench: Workbench, municipalities: number, years: readonly number[] = fiveYears) {
  const folder = join(bench.folder, 'utbytesfiler');
  mkdirSync(folder);
  const made: GeneratedYear[] = [];
  for (const one of manyMunicipalities(instrument, municipalities, years)) {
    writeFileSync(join(folder, `${one.municipality} ${one.year}.json`), exchangeText(one.file));
    made.push(one);
  }
  return { folder, made };
}

const published = z.array(
  z.object({
    year: z.coerce.number(),
    municipality: z.string(),
    level: z.enum(['item', 'category', 'dimension', 'maturity']),
    code: z.string().nullable(),
    n: z.coerce.number().nullable(),
    mean: z.number().nullable(),
    sd: z.number().nullable(),
    percent: z.number().nullable(),
    dont_know_percent: z.number().nullable(),
  }),
);

type Figures = Pick<z.infer<typeof published>[number], 'n' | 'mean' | 'sd' | 'percent' | 'dont_know_percent'>;

/** The query as the README gives it. */
function publishedQuery(): string {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
  return /```sql\n([\s\S]+?)```/.exec(readme)?.[1] ?? '';
}

/** What the query is to give of one municipality or of all, by what a row is of. */
function expectedOf(scored: Score) {
  const composite = (percent: number | null): Figures => ({
    n: null,
    mean: null,
    sd: null,
    percent,
    dont_know_percent: null,
  });
  return new Map<string, Figures>([
    ...scored.items.map(
      ({ code, n, mean, sd, percent, dontKnowPercent }) =>
        [`item ${code}`, { n, mean, sd, percent, dont_know_percent: dontKnowPercent }] as const,
    ),
    ...scored.categories.map(({ code, percent }) => [`category ${code}`, composite(percent)] as const),
    ...scored.dimensions.map(({ code, percent }) => [`dimension ${code}`, composite(percent)] as const),
    ['maturity null', composite(scored.maturityPercent)] as const,
  ]);
}

describe('the query in the README', () => {
  it('X-12: scores the counts of 290 municipalities over five years as the program scores their answers', async () => {
    const bench = new Workbench();
    const { folder, made } = manyFiles(bench, municipalityCount);
    const [counts, items] = [join(bench.folder, 'counts.parquet'), join(bench.folder, 'items.parquet')];
    const written = await succeeded(
      ...['export', 'counts', folder, '--format', 'parquet', '--out', counts, '--items', items],
    );
    expect(written).toMatchObject({ municipalities: 290, years: [...fiveYears] });

    const rows = published.parse(
      await inDuckDb(
        `CREATE TABLE counts AS SELECT * FROM read_parquet('${counts}')`,
        `CREATE TABLE items AS SELECT * FROM read_parquet('${items}')`,
        publishedQuery(),
      ),
    );

    const pooled = new Map<number, Tally>();
    const expected = new Map<string, ReturnType<typeof expectedOf>>();
    for (const { municipality, year, rows: answers } of made) {
      const tally = tallyAnswers(instrument, null, answers);
      expected.set(`${year} ${municipality}`, expectedOf(score(tally, instrument)));
      pooled.set(year, addTally(pooled.get(year) ?? emptyTally(instrument), tally));
    }
    for (const [year, tally] of pooled) expected.set(`${year} Alla`, expectedOf(score(tally, instrument)));

    const perGroup =
      instrument.items.length + instrument.categories.length + instrument.dimensions.length + 1;
    expect(rows).toHaveLength((290 + 1) * 5 * perGroup);
    let apart = 0;
    for (const { year, municipality, level, code, ...figures } of rows) {
      const own = expected.get(`${year} ${municipality}`)?.get(`${level} ${code}`);
      if (own === undefined) return expect.fail(`${year} ${municipality} ${level} ${code}`);
      for (const name of ['n', 'mean', 'sd', 'percent', 'dont_know_percent'] as const) {
        const [here, there] = [figures[name], own[name]];
        if (here === null || there === null) expect(here, name).toBe(there);
        else apart = Math.max(apart, Math.abs(here - there));
      }
    }
    expect(apart).toBeLessThan(1e-9);
  });

  it('X-12, A-5: gives no value where items are withheld, and none of maturity without a dimension', async () => {
    const bench = new Workbench();
    const heritage = instrument.dimensions.find(({ code }) => code === 'arv');
    const missing = heritage?.categories.flatMap((category) => category.items.map(({ code }) => code)) ?? [];
    const [one] = manyMunicipalities(instrument, 1, [2024]);
    if (one === undefined) return expect.fail('Nothing was generated.');
    const file = bench.putJson('a.json', {
      ...one.file,
      items: one.file.items.map((item) =>
        missing.some((code) => code === item.code) ? { code: item.code, withheld: true } : item,
      ),
      pairs: [],
    });
    const [counts, items] = [join(bench.folder, 'counts.csv'), join(bench.folder, 'items.csv')];
    await succeeded('export', 'counts', file, '--out', counts, '--items', items);
    const rows = published.parse(
      await inDuckDb(
        `CREATE TABLE counts AS SELECT * FROM read_csv('${counts}')`,
        `CREATE TABLE items AS SELECT * FROM read_csv('${items}')`,
        publishedQuery(),
      ),
    );
    const valueOf = (level: string, code: string | null) =>
      rows.find((row) => row.municipality !== 'Alla' && row.level === level && row.code === code)?.percent;
    expect(valueOf('dimension', 'arv')).toBeNull();
    expect(valueOf('maturity', null)).toBeNull();
    expect(valueOf('item', missing[0] ?? '')).toBeNull();
    expect(valueOf('dimension', 'formaga')).toBeCloseTo(
      score(tallyAnswers(instrument, null, one.rows), instrument).dimensions.find(
        ({ code }) => code === 'formaga',
      )?.percent ?? NaN,
      9,
    );
  });
});

describe('counts as data', () => {
  it('X-11: are the same in Parquet and CSV, typed, a line for each item and value, none for what is withheld', async () => {
    const bench = new Workbench();
    const { made } = manyFiles(bench, 1, [2024]);
    const [own] = made;
    if (own === undefined) return expect.fail('Nothing was generated.');
    const withheld = own.file.items[3]?.code ?? '';
    const file = bench.putJson('a.json', {
      ...own.file,
      municipality: '=Formel',
      items: own.file.items.map((item) =>
        item.code === withheld ? { code: withheld, withheld: true } : item,
      ),
      pairs: [],
    });
    const out = { csv: join(bench.folder, 'ut.csv'), parquet: join(bench.folder, 'ut.parquet') };
    for (const format of ['csv', 'parquet'] as const) {
      await succeeded('export', 'counts', file, '--format', format, '--out', out[format]);
    }
    const rows = await inDuckDb(`SELECT * FROM read_parquet('${out.parquet}')`);
    expect(rows).toEqual(
      sharedItems(own.file)
        .filter(({ code }) => code !== withheld)
        .flatMap(({ code, counts, dontKnow }) =>
          [...counts, dontKnow].map((count, at) => ({
            year: 2024,
            municipality: '=Formel',
            item: code,
            value: at === counts.length ? 'vet ej' : String(at + 1),
            count,
          })),
        ),
    );
    const types = await inDuckDb(`DESCRIBE SELECT * FROM read_parquet('${out.parquet}')`);
    expect(types.map((column) => [column['column_name'], column['column_type']])).toEqual([
      ['year', 'INTEGER'],
      ['municipality', 'VARCHAR'],
      ['item', 'VARCHAR'],
      ['value', 'VARCHAR'],
      ['count', 'INTEGER'],
    ]);
    const lines = await inDuckDb(`SELECT * FROM read_csv('${out.csv}')`);
    expect(lines).toHaveLength(rows.length);
    expect(lines.map((line) => [line['item'], line['value'], Number(line['count'])])).toEqual(
      rows.map((row) => [row['item'], row['value'], row['count']]),
    );
    // Where a spreadsheet program would take a name for a formula, it is neutralised.
    expect(lines[0]?.['municipality']).toBe("'=Formel");
  });

  it('X-11, P12, P10: of a workspace are what its exchange files have, logged, and not of years with too few', async () => {
    const bench = new Workbench();
    await bench.import(plain(respondents(40)), '--year', '2022', '--organisation', 'Åby');
    await bench.import({ ...plain(respondents(12)), fileName: '2021.xlsx' }, '--year', '2021');
    const [counts, fromFile, file] = ['a.csv', 'b.csv', 'a.json'].map((name) => join(bench.folder, name));
    if (counts === undefined || fromFile === undefined || file === undefined) return;
    const words = ['export', 'counts', '--in', bench.workspace, '--out', counts];
    expect(await succeeded(...words)).toMatchObject({ years: [2022], leftOut: [2021], municipalities: 1 });
    const releases = withReader(bench.workspace, (reader) => reader.releases());
    expect(releases).toMatchObject([{ year: 2022, group: 'whole', respondents: 40 }]);
    await succeeded('exchange', 'write', '--in', bench.workspace, '--year', '2022', '--out', file);
    await succeeded('export', 'counts', file, '--out', fromFile);
    expect(readFileSync(counts, 'utf8')).toBe(readFileSync(fromFile, 'utf8'));
    expect((await refused(...words, '--year', '2021')).error.code).toBe('exchange-too-few');
    const nowhere = join(bench.folder, 'saknas', 'items.csv');
    expect((await refused(...words, '--items', nowhere)).error.code).toBe('folder-missing');
    expect(withReader(bench.workspace, (reader) => reader.releases())).toHaveLength(2);

    await bench.import({ ...plain(respondents(2, 40)), fileName: 'sena.xlsx' }, '--year', '2022', '--add');
    expect((await refused(...words)).error.code).toBe('release-few-others');
  });

  it('X-11, X-7: are refused where a municipality comes twice for a year, where items differ, and of nothing', async () => {
    const bench = new Workbench();
    const { folder, made } = manyFiles(bench, 2, [2024]);
    const own = made[0]?.file;
    const out = join(bench.folder, 'ut.csv');
    const twice = bench.putJson('igen.json', own);
    expect((await refused('export', 'counts', folder, twice, '--out', out)).error).toMatchObject({
      code: 'exchange-duplicate',
      file: 'igen.json',
    });
    const other = bench.putJson('annan.json', {
      ...own,
      instrument: { ...own?.instrument, code: 'annan' },
    });
    expect((await refused('export', 'counts', other, '--out', out)).error.code).toBe(
      'exchange-instrument-differs',
    );
    const empty = join(bench.folder, 'tom');
    mkdirSync(empty);
    expect((await refused('export', 'counts', empty, '--out', out)).error.code).toBe('exchange-empty');
  });

  it('K-24: take either files or a workspace, and words that do not belong are refused', async () => {
    for (const words of [
      ['counts', 'a.json', '--in', 'x.dimios', '--out', 'ut.csv'],
      ['counts', '--in', 'x.dimios'],
      ['counts', 'a.json', '--out', 'ut.csv', '--items', 'ut.csv'],
      ['counts', 'a.json', '--out', 'ut.xlsx', '--format', 'xlsx'],
      ['annat', '--in', 'x.dimios', '--out', 'ut.xlsx'],
      ['--in', 'x.dimios', '--out', 'ut.xlsx', '--items', 'items.csv'],
    ]) {
      expect((await dimios('export', ...words)).exitCode, words.join(' ')).toBe(2);
    }
  });
});
