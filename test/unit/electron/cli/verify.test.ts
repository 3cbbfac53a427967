import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { dimios } from '../../../dimios.ts';
import { samples } from './samples.ts';

const made = samples();

test('B-32: a report in Word or PDF is known again, until an answer that it rests on changes', async () => {
  const { workspace } = made;
  const out = made.at('rapporter');
  const written = await dimios(
    'report',
    '--in',
    workspace,
    '--year',
    '2022',
    '--format',
    'docx,pdf',
    '--out',
    out,
    '--json',
  );
  const { files } = written.json as { files: string[] };
  for (const file of files) {
    const run = await dimios('verify', file, '--in', workspace, '--json');
    expect(run).toMatchObject({ exitCode: 0, json: { verified: true, differing: [] } });
    expect((run.json as { same: string[] }).same.length).toBeGreaterThan(5);
  }
  const batches = await dimios('batches', '--in', workspace, '--json');
  const answers = (batches.json as { batch: number; year: number; kind: string }[]).find(
    ({ year, kind }) => year === 2022 && kind === 'answers',
  );
  await dimios('undo', String(answers?.batch), '--in', workspace);
  expect(await dimios('verify', files[0] ?? '', '--in', workspace, '--json')).toMatchObject({
    exitCode: 1,
    json: { verified: false, same: [] },
  });
}, 240_000);

test('B-32: a figure is known again in every format that carries its caption', async () => {
  const { workspace } = made;
  const run = await dimios(
    'figure',
    'model',
    '--in',
    workspace,
    '--year',
    '2022',
    '--format',
    'svg,pdf,docx,xlsx',
    '--out',
    made.at('modell'),
    '--json',
  );
  const { files } = run.json as { files: { file: string }[] };
  for (const { file } of files) {
    expect(await dimios('verify', file, '--in', workspace, '--json')).toMatchObject({
      exitCode: 0,
      json: { verified: true },
    });
  }
});

test('B-32: a figure with choices of its own is known again, until what it rests on changes', async () => {
  const { workspace } = made;
  const file = made.at('effektivitet.svg');
  const choices = ['--unit', 'Social- och omsorgsförvaltningen', '--sort', 'value', '--no-intervals'];
  const words = ['figure', 'category-bars', '--in', workspace, ...choices, '--format', 'svg', '--out', file];
  expect((await dimios(...words)).exitCode).toBe(0);
  expect(await dimios('verify', file, '--in', workspace, '--json')).toMatchObject({
    exitCode: 0,
    json: { verified: true, differing: [] },
  });
  expect((await dimios('settings', '--in', workspace, '--level', '0.9')).exitCode).toBe(0);
  expect(await dimios('verify', file, '--in', workspace, '--json')).toMatchObject({
    exitCode: 1,
    json: { verified: false, same: [] },
  });
});

test('B-32: a line of the trail in a form that is not known stands in nobody’s way', async () => {
  const { workspace } = made;
  const figure = JSON.stringify({ kind: 'trend', choice: { years: [2022] } });
  for (const told of [figure, 'annat']) {
    const database = new Database(workspace);
    database
      .prepare("INSERT INTO event (person, kind, detail) VALUES ('prov', 'released', ?)")
      .run(JSON.stringify({ figure: told }));
    database.close();
  }
  const file = made.at('okänd.txt');
  writeFileSync(file, 'kontrolltal 00000000');
  expect(await dimios('verify', file, '--in', workspace, '--json')).toMatchObject({
    exitCode: 1,
    json: { verified: false, differing: ['00000000'] },
  });
});

test('B-32: a file without fingerprints is refused', async () => {
  writeFileSync(made.at('annat.txt'), 'ingenting här');
  expect(await dimios('verify', made.at('annat.txt'), '--in', made.workspace, '--json')).toMatchObject({
    exitCode: 1,
    json: { error: { code: 'no-fingerprints' } },
  });
});
