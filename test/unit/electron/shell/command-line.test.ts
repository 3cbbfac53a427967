import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCommandLine } from '../../../../electron/shell/build-window.ts';
import { dimios } from '../../../dimios.ts';
import { temporaryFolder } from '../store/samples.ts';

const samples = fileURLToPath(new URL('../../../../resources/samples', import.meta.url));
// A folder of its own: other tests run the command line meanwhile.
const folder = fileURLToPath(new URL('../../../../out/command-line-of-a-test', import.meta.url));

const runner = path.join(folder, 'run.mjs');

beforeAll(async () => {
  await buildCommandLine(folder);
  fs.writeFileSync(
    runner,
    "import { main } from './main.js';\nprocess.exitCode = await main(process.argv.slice(2));\n",
  );
}, 60_000);

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** What the built command line says and writes. */
function built(...words: readonly string[]): { readonly status: number | null; readonly out: string } {
  const { status, stdout } = spawnSync(process.execPath, [runner, ...words], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, out: stdout };
}

test('H-35: the command line that was built imports, draws and refuses as its sources do', async () => {
  const work = temporaryFolder();
  const workspace = path.join(work, 'a.dimios');
  const into = ['--into', workspace, '--accept-proposed', '--year'];
  const legacy = path.join(work, 'gammal.xls');
  fs.writeFileSync(legacy, 'ingen arbetsbok');
  expect(built('import', path.join(samples, 'DiMiOS 2020.xlsx'), ...into, '2020').status).toBe(0);
  for (const words of [
    ['help'],
    ['scores', '--in', workspace, '--json'],
    ['inspect', legacy, '--json'],
    ['report', '--nonsense'],
  ]) {
    const source = await dimios(...words);
    expect(built(...words)).toEqual({ status: source.exitCode, out: source.out });
  }
  const drawn = (name: string): string[] => [
    ...['figure', 'quadrant', '--in', workspace, '--format', 'svg,docx,xlsx'],
    ...['--out', path.join(work, name)],
  ];
  expect(built(...drawn('byggd')).status).toBe(0);
  expect((await dimios(...drawn('källa'))).exitCode).toBe(0);
  const bytes = (name: string): Buffer => fs.readFileSync(path.join(work, name));
  expect(bytes('byggd.svg').equals(bytes('källa.svg'))).toBe(true);
  expect(fs.readdirSync(work).filter((name) => name.startsWith('byggd'))).toHaveLength(3);
});
