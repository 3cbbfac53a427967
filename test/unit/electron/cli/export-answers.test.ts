import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBValue } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { answersTable } from '../../../../core/analysis/answers-table.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import { dimios } from '../../../dimios.ts';
import { inDuckDb } from '../../../duckdb.ts';
import { plain } from '../../../fixtures/layouts/plain.ts';
import type { Respondent } from '../../../fixtures/layouts/respondents.ts';
import { respondents } from '../../../fixtures/layouts/respondents.ts';
import { dimios as instrument } from '../../../instruments.ts';
import { refused, succeeded, Workbench } from '../../import/workbench.ts';

async function workspaceOf(people: readonly Respondent[]): Promise<Workbench> {
  const bench = new Workbench();
  await bench.import(plain(people), '--year', '2022');
  return bench;
}

const words = (bench: Workbench, format: 'csv' | 'parquet', ...more: readonly string[]): string[] => [
  ...['export', 'answers', '--in', bench.workspace, '--year', '2022', '--format', format],
  ...['--out', join(bench.folder, `svar.${format}`), ...more],
];
const fileOf = ({ folder }: Workbench, format: string): string =>
  join(folder, `svar.personuppgifter.${format}`);
const eventsOf = ({ workspace }: Workbench) => withReader(workspace, (reader) => reader.events());

describe('answers as data', () => {
  it('P13: are written only when personal data is said to be meant, and then named, marked and in the audit trail', async () => {
    const bench = await workspaceOf(respondents(60));
    const { exitCode, err } = await dimios(...words(bench, 'parquet'));
    expect(exitCode).toBe(2);
    expect(err).toContain('--personal-data');
    expect(readdirSync(bench.folder).filter((name) => name.startsWith('svar'))).toEqual([]);
    expect(eventsOf(bench).map(({ kind }) => kind)).not.toContain('answers-written');

    const file = fileOf(bench, 'parquet');
    expect(await succeeded(...words(bench, 'parquet', '--personal-data'))).toMatchObject({
      file,
      respondents: 60,
      personalData: true,
    });
    const [mark] = await inDuckDb(
      `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${file}')`,
    );
    expect(mark).toMatchObject({ key: 'personuppgifter' });
    expect(eventsOf(bench).at(-1)).toMatchObject({
      kind: 'answers-written',
      detail: { year: 2022, respondents: 60 },
    });
    const printed = await dimios(...words(bench, 'csv', '--personal-data'));
    expect(printed.out).toContain('personuppgifter och ska stanna i kommunen');
    expect(withReader(bench.workspace, (reader) => reader.releases())).toEqual([]);
  });

  it('P13: have a row for each respondent with every answer, the same in CSV and Parquet', async () => {
    const people = respondents(60);
    const bench = await workspaceOf(people);
    for (const format of ['csv', 'parquet'] as const) {
      await succeeded(...words(bench, format, '--personal-data'));
    }
    const rows = await inDuckDb(`SELECT * FROM read_parquet('${fileOf(bench, 'parquet')}')`);
    const answersOf = (row: Readonly<Record<string, DuckDBValue>>): string =>
      instrument.items.map(({ code }) => (typeof row[code] === 'string' ? row[code] : '')).join();
    const given = people.map(({ answers }) =>
      answers.map((answer) => (answer === 'dontKnow' ? 'vet ej' : (answer ?? ''))).join(),
    );
    expect(rows.map(answersOf).toSorted()).toEqual(given.toSorted());
    const lines = await inDuckDb(
      `SELECT * FROM read_csv('${fileOf(bench, 'csv')}', all_varchar = true, delim = ';')`,
    );
    expect(lines.map(answersOf)).toEqual(rows.map(answersOf));
    const text = readFileSync(fileOf(bench, 'csv'), 'utf8');
    for (const { email, personName, comment } of people) {
      expect(text).not.toContain(email);
      expect(text).not.toContain(personName);
      if (comment !== null) expect(text).not.toContain(comment);
    }
  });

  it('P13: tell unit, role and gate answer only where five or more look alike', async () => {
    const bench = await workspaceOf(respondents(160));
    await succeeded(...words(bench, 'parquet', '--personal-data'));
    const from = `FROM read_parquet('${fileOf(bench, 'parquet')}')`;
    const classes = await inDuckDb(`SELECT unit, role, gate, count(*)::INT AS n ${from} GROUP BY ALL`);
    for (const { n } of classes) expect(n).toBeGreaterThanOrEqual(5);
    const units = classes.map(({ unit }) => unit);
    expect(units).toContain('Socialförvaltningen/Hemtjänst');
    expect(classes.some(({ role, gate }) => role !== null && gate !== null)).toBe(true);
  });

  it('P13: come in an order that tells nothing: the same people in any order give the same bytes', async () => {
    const people = respondents(80);
    const [one, other] = [await workspaceOf(people), await workspaceOf(people.toReversed())];
    for (const format of ['csv', 'parquet'] as const) {
      await succeeded(...words(one, format, '--personal-data'));
      await succeeded(...words(other, format, '--personal-data'));
      const [a, b] = [one, other].map((bench) => readFileSync(fileOf(bench, format)));
      expect(b !== undefined && a?.equals(b)).toBe(true);
    }
  });

  it('P13: tell blank, vet ej and what could not be read apart', async () => {
    const bench = await workspaceOf(respondents(20));
    withReader(bench.workspace, (reader) => {
      const signs = ['1', '6', '?', '-', '!'].map((sign) => sign.repeat(instrument.items.length));
      const table = answersTable(
        measurementsOf(reader),
        2022,
        signs.map((answers) => ({ unit: null, role: null, gate: null, answers })),
      );
      expect(table.columns.at(-1)?.values).toEqual(['1', '6', 'avvisat', 'vet ej', null]);
    });
  });

  it('P13: are refused of fewer than the minimum, and of a year without', async () => {
    const bench = await workspaceOf(respondents(4));
    const few = await refused(...words(bench, 'csv', '--personal-data'));
    expect(few.error.code).toBe('answers-too-few');
    const none = words(bench, 'csv', '--personal-data').map((word) => (word === '2022' ? '2019' : word));
    expect((await refused(...none)).error.code).toBe('answers-none');
    expect(existsSync(fileOf(bench, 'csv'))).toBe(false);
    expect(eventsOf(bench).map(({ kind }) => kind)).not.toContain('answers-written');
  });

  it('K-25: take no words that belong to another export', async () => {
    const bench = await workspaceOf(respondents(10));
    for (const wrong of [
      ['export', 'counts', '--in', bench.workspace, '--out', 'a.csv', '--personal-data'],
      ['export', '--in', bench.workspace, '--out', 'a.xlsx', '--personal-data'],
      words(bench, 'csv', '--personal-data', 'mer'),
    ]) {
      expect((await dimios(...wrong)).exitCode, wrong.join(' ')).toBe(2);
    }
  });
});
