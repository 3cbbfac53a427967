import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { plain } from '../../fixtures/layouts/plain.ts';
import { respondents } from '../../fixtures/layouts/respondents.ts';
import type { AnswersFixture } from '../../fixtures/layouts/fixture.ts';
import { refusedFiles } from '../../fixtures/layouts/foreign-files.ts';
import { microsoftFormsInSwedish } from '../../fixtures/layouts/survey-tools.ts';
import { importsJson } from './contract.ts';
import { expectStored, givenYear } from './expectations.ts';
import { refused, succeeded, Workbench } from './workbench.ts';

const ofYear = ['--year', String(givenYear)];
const first = (): AnswersFixture => plain(respondents(18));
const second = (): AnswersFixture => ({ ...plain(respondents(14, 18)), fileName: 'Fler svar.xlsx' });

async function withFirst(): Promise<Workbench> {
  const bench = new Workbench();
  await bench.import(first(), ...ofYear);
  return bench;
}

describe('W-12: a second file for a year', () => {
  test.each([[[]], [['--accept-proposed']]])('is asked about with options %j', async (options) => {
    const bench = await withFirst();
    const before = bench.scores();
    const questions = await bench.questions(second(), ...ofYear, ...options);
    expect(questions.map(({ code }) => code)).toEqual(['year-has-answers']);
    expect(bench.scores()).toEqual(before);
    expect(await bench.batches()).toHaveLength(1);
  });

  test('is added with --add', async () => {
    const bench = await withFirst();
    await bench.import(second(), ...ofYear, '--add');
    expectStored(bench, givenYear, respondents(32));
  });

  test('replaces the earlier ones with --replace-year', async () => {
    const bench = await withFirst();
    await bench.import(second(), ...ofYear, '--replace-year');
    expectStored(bench, givenYear, respondents(14, 18));
  });

  test('that replaced a year gives the earlier answers back when it is undone', async () => {
    const bench = await withFirst();
    const { batch } = await bench.import(second(), ...ofYear, '--replace-year');
    await bench.undo(batch);
    expectStored(bench, givenYear, respondents(18));
  });

  test('cannot both be added and replace', async () => {
    const bench = await withFirst();
    const path = bench.put(second());
    const { exitCode } = await bench.run(
      'import',
      path,
      '--into',
      bench.workspace,
      ...ofYear,
      '--add',
      '--replace-year',
    );
    expect(exitCode).toBe(2);
  });

  test('of another kind is not asked about', async () => {
    const bench = await withFirst();
    await bench.import(microsoftFormsInSwedish());
    expect(bench.scores().years.map(({ year }) => year)).toEqual([2021, givenYear]);
  });
});

describe('W-11: the same file again', () => {
  test.each([[[]], [['--add']]])('is recognised and not counted twice, with options %j', async (options) => {
    const bench = await withFirst();
    const before = bench.scores();
    const { error } = await bench.refusedImport(first(), ...ofYear, ...options);
    expect(error.code).not.toBe('needs-confirmation');
    expect(bench.scores()).toEqual(before);
  });

  test('is recognised under another name', async () => {
    const bench = await withFirst();
    const renamed = { ...first(), fileName: 'Kopia.xlsx' };
    const { error } = await bench.refusedImport(renamed, ...ofYear, '--add');
    expect(error.code).toBe('already-imported');
  });

  test('can be imported once more after its import was undone', async () => {
    const bench = new Workbench();
    const { batch } = await bench.import(first(), ...ofYear);
    await bench.undo(batch);
    await bench.import(first(), ...ofYear);
    expectStored(bench, givenYear, respondents(18));
  });
});

describe('W-10: several files in one command', () => {
  const importBoth = (bench: Workbench, ...options: readonly string[]): readonly string[] => [
    'import',
    bench.put(first()),
    bench.put(microsoftFormsInSwedish()),
    '--into',
    bench.workspace,
    ...options,
  ];

  test('are imported each to its own batch', async () => {
    const bench = new Workbench();
    const files = [microsoftFormsInSwedish(), { ...first(), fileName: 'Svar 2023.xlsx' }];
    const paths = files.map((file) => bench.put(file));
    const done = await succeeded('import', ...paths, '--into', bench.workspace, '--accept-proposed');
    const { imports } = importsJson.parse(done);
    expect(imports.map(({ year }) => year)).toEqual([2021, 2023]);
    expect((await bench.batches()).map(({ file }) => file).toSorted()).toEqual(
      files.map(({ fileName }) => fileName).toSorted(),
    );
    expectStored(bench, 2023, respondents(18));
  });

  test('of one year are added together with --add', async () => {
    const bench = new Workbench();
    const paths = [first(), second()].map((file) => bench.put(file));
    await succeeded('import', ...paths, '--into', bench.workspace, ...ofYear, '--add');
    expectStored(bench, givenYear, respondents(32));
  });

  test('of one year together take the place of what was there with --replace-year', async () => {
    const bench = new Workbench();
    await bench.import({ ...plain(respondents(12, 40)), fileName: 'Gammal.xlsx' }, ...ofYear);
    const paths = [first(), second()].map((file) => bench.put(file));
    await succeeded('import', ...paths, '--into', bench.workspace, ...ofYear, '--replace-year');
    expectStored(bench, givenYear, respondents(32));
  });

  test('are all refused when one of them is', async () => {
    const bench = new Workbench();
    const [word] = refusedFiles();
    if (word === undefined) throw new Error('No file to refuse.');
    const args = [bench.put(first()), bench.put(word), '--into', bench.workspace, ...ofYear];
    const { error } = await refused('import', ...args);
    expect(error.file).toBe(word.fileName);
    expect(bench.hasWorkspace).toBe(false);
  });

  test('are all left when one of them must be asked about', async () => {
    const bench = new Workbench();
    const { error } = await refused(...importBoth(bench));
    expect(error.code).toBe('needs-confirmation');
    expect(error.file).toBe(first().fileName);
    expect(bench.hasWorkspace).toBe(false);
  });
});

describe('W-14: the list of imports', () => {
  test('names each file with its digest, year and kind', async () => {
    const bench = await withFirst();
    const sha256 = createHash('sha256').update(first().bytes).digest('hex');
    const [only] = await bench.batches();
    expect(only).toMatchObject({ file: 'Enkätsvar.xlsx', year: givenYear, kind: 'answers' });
    expect(only?.sha256).toBe(sha256);
    expect(only?.undone).toBe(false);
  });

  test('keeps an import that was undone, marked so, and its answers are gone', async () => {
    const bench = new Workbench();
    const { batch } = await bench.import(first(), ...ofYear);
    await bench.undo(batch);
    const [only] = await bench.batches();
    expect(only?.undone).toBe(true);
    expect(bench.scores().years).toEqual([]);
  });

  test('undoes one of two files without touching the other', async () => {
    const bench = await withFirst();
    const { batch } = await bench.import(second(), ...ofYear, '--add');
    await bench.undo(batch);
    expectStored(bench, givenYear, respondents(18));
  });

  test('knows no batch that was never made', async () => {
    const bench = await withFirst();
    const { error } = await refused('undo', '4711', '--in', bench.workspace);
    expect(error.nextStep).not.toBe('');
  });
});
