import { describe, expect, test } from 'vitest';
import { dimios } from '../../dimios.ts';
import { plain } from '../../fixtures/layouts/plain.ts';
import { Workbench } from './workbench.ts';

describe('wrong usage ends with exit code 2 and makes no workspace', () => {
  test.each<[string, (file: string, workspace: string) => readonly string[]]>([
    ['no command', () => []],
    ['an unknown command', () => ['läs-in']],
    ['inspect without a file', () => ['inspect']],
    ['import without a file', (_, workspace) => ['import', '--into', workspace]],
    ['import without a workspace', (file) => ['import', file]],
    [
      'import with a year that is none',
      (file, workspace) => ['import', file, '--into', workspace, '--year', '20'],
    ],
    [
      'import with an unknown kind',
      (file, workspace) => ['import', file, '--into', workspace, '--kind', 'svar'],
    ],
    ['import with an unknown option', (file, workspace) => ['import', file, '--into', workspace, '--snabbt']],
    ['undo without a batch', (_, workspace) => ['undo', '--in', workspace]],
    ['scores without a workspace', () => ['scores']],
    ['batches with a word too many', (file, workspace) => ['batches', file, '--in', workspace]],
  ])('%s', async (_what, args) => {
    const bench = new Workbench();
    const { fileName, bytes } = plain();
    const { exitCode, out, err } = await dimios(...args(bench.put({ fileName, bytes }), bench.workspace));
    expect(exitCode, out).toBe(2);
    expect(`${out}${err}`).not.toBe('');
    expect(bench.hasWorkspace).toBe(false);
  });
});

describe('without --json', () => {
  test('an import tells in Swedish what was read', async () => {
    const bench = new Workbench();
    const { fileName, bytes } = plain();
    const path = bench.put({ fileName, bytes });
    const { exitCode, out } = await dimios('import', path, '--into', bench.workspace, '--year', '2023');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/18 svar/);
  });

  test('a question tells what is asked and how to answer', async () => {
    const bench = new Workbench();
    const { fileName, bytes } = plain();
    const { exitCode, out, err } = await dimios(
      'import',
      bench.put({ fileName, bytes }),
      '--into',
      bench.workspace,
    );
    expect(exitCode).toBe(1);
    expect(`${out}${err}`).toContain('Vilket år gäller filen?');
    expect(`${out}${err}`).toContain('--year');
  });
});

test('every command of the overview explains itself under its own name', async () => {
  const { out } = await dimios('help');
  const names = [...out.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name = '']) => name);
  expect(names).toContain('import');
  for (const name of names) expect((await dimios(name, '--help')).out).toContain(`dimios ${name}`);
});
