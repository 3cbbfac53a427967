import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusedFiles } from '../../fixtures/layouts/foreign-files.ts';
import { plain } from '../../fixtures/layouts/plain.ts';
import { respondents } from '../../fixtures/layouts/respondents.ts';
import { workbookBytes } from '../../fixtures/layouts/workbook.ts';
import { expectStored, givenYear } from './expectations.ts';
import { refused, Workbench } from './workbench.ts';

const ofYear = ['--year', '2019'];

/** A workspace with the answers of one year. */
async function filled(): Promise<Workbench> {
  const bench = new Workbench();
  await bench.import(plain(), '--year', String(givenYear));
  return bench;
}

async function expectRefused(bench: Workbench, path: string, code: string, file: string): Promise<void> {
  const before = [bench.scores(), await bench.batches()];
  const { error } = await refused('import', path, '--into', bench.workspace, ...ofYear, '--accept-proposed');
  expect(error).toMatchObject({ code, file });
  expect(error.message).not.toContain(bench.folder);
  expect([bench.scores(), await bench.batches()]).toEqual(before);
  expectStored(bench, givenYear, respondents(18));
}

describe('F-9: an import is refused, with what to do next, and the workspace is as it was', () => {
  test.each(refusedFiles())('for $what', async ({ code, ...file }) => {
    const bench = await filled();
    await expectRefused(bench, bench.put(file), code, file.fileName);
  });

  test('for a folder', async () => {
    const bench = await filled();
    const path = join(bench.folder, 'Mapp.xlsx');
    mkdirSync(path);
    await expectRefused(bench, path, 'is-folder', 'Mapp.xlsx');
  });

  test('for a file that is not there', async () => {
    const bench = await filled();
    await expectRefused(bench, join(bench.folder, 'Saknas.xlsx'), 'file-not-found', 'Saknas.xlsx');
  });

  test('for a workbook about something else', async () => {
    const bench = await filled();
    const rows = [
      ['Vara', 'Pris', 'Antal'],
      ['Penna', 12, 3],
      ['Pärm', 45, 10],
    ];
    const file = { fileName: 'Beställning.xlsx', bytes: workbookBytes([{ name: 'Blad1', rows }]) };
    await expectRefused(bench, bench.put(file), 'unrecognised-layout', 'Beställning.xlsx');
  });
});

describe('F-9: a file that is refused', () => {
  test.each(refusedFiles())('makes no workspace: $what', async ({ code, ...file }) => {
    const bench = new Workbench();
    const { error } = await bench.refusedImport(file, ...ofYear);
    expect(error.code).toBe(code);
    expect(bench.hasWorkspace).toBe(false);
  });

  test.each(refusedFiles())('is refused alike by inspect: $what', async ({ code, ...file }) => {
    const bench = new Workbench();
    const { error } = await refused('inspect', bench.put(file));
    expect(error).toMatchObject({ code, file: file.fileName });
  });

  test('is no workspace either, when it is given as one', async () => {
    const bench = new Workbench();
    const { fileName, bytes } = plain();
    const path = bench.put({ fileName, bytes });
    const { error } = await refused('scores', '--in', path);
    expect(error.file).toBe(fileName);
  });
});
