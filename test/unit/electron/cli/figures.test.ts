import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { figureKinds } from '../../../../core/figures/figure.ts';
import { unpackParts } from '../../../../electron/publishing/package-bytes.ts';
import { createWorkspace } from '../../../../electron/store/workspace.ts';
import { readCharts } from '../../../chart-file.ts';
import { dimios } from '../../../dimios.ts';
import { readPdf } from '../../../pdf-file.ts';
import { answersDraft, circumstances, instrument, request, temporaryFolder } from '../store/samples.ts';

const hostile = ['<img onerror=x>', '#import "x"', '=cmd|A0', '</w:t><w:t>'] as const;
/** Three who all answered 6, as nobody else did: a mean of 6 stands nowhere unless it leaks. */
const small = 'Lillenheten';
/** How that mean would stand in each format. */
const traces = {
  csv: /;6(?:,0+)?[;\r]/,
  docx: />6,0</,
  pdf: /^6,0$/m,
  pptx: />6,0<|\b6,0\b/,
  svg: />6,0</,
  xlsx: /<v>6<\/v>/,
} as const;

/** A workspace whose units have names that would do harm, and one unit that is too small to be shown. */
function workspaceFile(): string {
  const file = path.join(temporaryFolder(), 'Enkät.dimios');
  const writer = createWorkspace(file, { instrument, organisation: 'Exempelstad', ...circumstances });
  const lines = hostile.map((name, at) => ({ unit: [name], answers: `2334455${at + 1}2` }));
  const year = (of: number) =>
    request(answersDraft(of, [...lines, { unit: [small], answers: '666' }]), { file: `${of}.xlsx` });
  writer.importBatches([year(2021), year(2022)], circumstances);
  writer.close();
  return file;
}

function folderOf(workspace: string): string {
  return path.dirname(workspace);
}

/** Everything that can be read in a written file, as one text. */
function textOf(file: string): string {
  const bytes = fs.readFileSync(file);
  switch (path.extname(file)) {
    case '.pdf': {
      const { pages, alternatives, metadata } = readPdf(bytes);
      return [...pages, ...alternatives, metadata].join('\n');
    }
    case '.docx':
    case '.pptx':
    case '.xlsx':
      return Object.values(unpackParts(bytes))
        .filter((part) => typeof part === 'string')
        .join('\n')
        .replaceAll('&apos;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    case '.svg':
      return bytes.toString().replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    default:
      return bytes.toString().replaceAll('""', '"');
  }
}

test('K-8: every figure there is listed with what can be chosen of it, and can be written', async () => {
  const file = workspaceFile();
  const listed = await dimios('figures', '--in', file, '--json');
  expect(listed.json).toMatchObject({
    figures: figureKinds.map((name) => ({ name })),
    years: [2021, 2022],
    formats: ['svg', 'png', 'pdf', 'docx', 'pptx', 'xlsx', 'csv'],
  });
  for (const kind of figureKinds) {
    const out = path.join(folderOf(file), `${kind}.svg`);
    const run = await dimios('figure', kind, '--in', file, '--format', 'svg', '--out', out);
    expect([kind, run.exitCode, run.err]).toEqual([kind, 0, '']);
    expect(fs.readFileSync(out, 'utf8')).toMatch(/^<svg [^>]*role="img" lang="sv"/);
  }
});

test('K-8: several formats are written beside each other, with hostile names literal and hidden cells hidden in each', async () => {
  const file = workspaceFile();
  const out = path.join(folderOf(file), 'matris.svg');
  const run = await dimios(
    ...['figure', 'matrix', '--in', file, '--year', '2022', '--format', 'svg,png,pdf,docx,pptx,xlsx,csv'],
    ...['--out', out, '--scale', '1', '--json'],
  );
  expect(run.exitCode).toBe(0);
  const written = fs.readdirSync(folderOf(file)).filter((name) => name.startsWith('matris'));
  expect(written.sort()).toEqual(
    ['csv', 'docx', 'pdf', 'png', 'pptx', 'svg', 'xlsx'].map((end) => `matris.${end}`),
  );
  for (const end of ['csv', 'docx', 'pdf', 'pptx', 'svg', 'xlsx'] as const) {
    const text = textOf(path.join(folderOf(file), `matris.${end}`));
    // Where they are drawn, long names may be parted between lines.
    if (end !== 'svg' && end !== 'pdf') {
      for (const name of hostile) expect([end, text.includes(name)]).toEqual([end, true]);
    }
    expect([end, text.includes(small), text.includes('..')]).toEqual([end, true, true]);
    expect([end, traces[end].test(text)]).toEqual([end, false]);
  }
});

test('D-14: what is hidden is in no chart of Word or PowerPoint, and not in the workbook inside it', async () => {
  const file = workspaceFile();
  for (const kind of ['category-bars', 'distribution'] as const) {
    const out = path.join(folderOf(file), `${kind}.docx`);
    const units = `${small},${hostile[0]}`;
    const ask = [
      'figure',
      kind,
      '--in',
      file,
      '--year',
      '2022',
      '--unit',
      units,
      '--format',
      'docx,pptx',
    ] as const;
    const run = await dimios(...ask, '--out', out);
    expect([kind, run.exitCode, run.err]).toEqual([kind, 0, '']);
    for (const end of ['docx', 'pptx']) {
      const charts = readCharts(fs.readFileSync(path.join(folderOf(file), `${kind}.${end}`)));
      expect([kind, end, charts.length > 0]).toEqual([kind, end, true]);
      for (const { references, cellNumbers, cellTexts } of charts) {
        const numbers = [...cellNumbers, ...references.flatMap(({ kept }) => kept)];
        // All three answered 6, so that all of them are a hundred percent of something.
        expect([kind, end, numbers.filter((number) => number === 6 || number === 1)]).toEqual([
          kind,
          end,
          [],
        ]);
        expect([kind, end, cellTexts.some((text) => text.includes('..'))]).toEqual([kind, end, true]);
      }
    }
  }
});

test('D-12: a figure is a picture in Word and PowerPoint where that is asked for', async () => {
  const file = workspaceFile();
  const out = path.join(folderOf(file), 'bild.docx');
  const ask = ['figure', 'category-bars', '--in', file, '--year', '2022', '--picture'] as const;
  expect((await dimios(...ask, '--format', 'docx,pptx', '--out', out)).exitCode).toBe(0);
  for (const end of ['docx', 'pptx']) {
    expect(readCharts(fs.readFileSync(path.join(folderOf(file), `bild.${end}`)))).toEqual([]);
  }
});

test('K-8: what is hidden is in the table of no format', async () => {
  const file = workspaceFile();
  const out = path.join(folderOf(file), 'matris.csv');
  await dimios('figure', 'matrix', '--in', file, '--year', '2022', '--format', 'csv', '--out', out);
  const [heading = '', ...rows] = fs.readFileSync(out, 'utf8').trim().split('\r\n');
  const column = heading.split(';').indexOf(small);
  expect(column).toBeGreaterThan(1);
  expect(new Set(rows.map((row) => row.split(';')[column]))).toEqual(new Set(['..']));
});

test('K-9: a figure that has left is in the release log, and one that would tell of a few is refused and not written', async () => {
  const file = workspaceFile();
  const out = path.join(folderOf(file), 'trend.csv');
  const ask = ['figure', 'trend', '--in', file, '--format', 'csv', '--out', out] as const;
  expect((await dimios(...ask)).exitCode).toBe(0);
  expect((await dimios(...ask)).exitCode).toBe(0);
  fs.rmSync(out);
  const refused = await dimios(...ask, '--minimum-group', '6', '--json');
  expect(refused.exitCode).toBe(1);
  expect(refused.json).toMatchObject({ error: { code: 'release-other-minimum-group' } });
  expect(fs.existsSync(out)).toBe(false);
  expect((await dimios(...ask, '--release-reason', 'Nämnden har begärt det.')).exitCode).toBe(0);
  expect(fs.existsSync(out)).toBe(true);
});

test('K-8: units are named in a list, also those whose names hold a comma', async () => {
  const file = path.join(temporaryFolder(), 'Enkät.dimios');
  const writer = createWorkspace(file, { instrument, organisation: 'Exempelstad', ...circumstances });
  const draft = answersDraft(2022, [
    { unit: ['Vård, omsorg'], answers: '234561234' },
    { unit: ['Skola'], answers: '234563456' },
  ]);
  writer.importBatches([request(draft)], circumstances);
  writer.close();
  const out = path.join(folderOf(file), 'm.csv');
  const run = await dimios(
    ...[
      'figure',
      'matrix',
      '--in',
      file,
      '--unit',
      'Skola, Vård, omsorg, Exempelstad',
      '--format',
      'csv',
      '--out',
      out,
    ],
  );
  expect(run.err).toBe('');
  expect(fs.readFileSync(out, 'utf8').split('\r\n')[0]).toBe(
    '\uFEFFKategori;Mätpunkt;Skola;Vård, omsorg;Exempelstad',
  );
  const unknown = await dimios(
    'figure',
    'gate',
    '--in',
    file,
    '--unit',
    'Skola, Vägg',
    '--format',
    'csv',
    '--out',
    out,
  );
  expect([unknown.exitCode, unknown.err.includes('Vägg')]).toEqual([1, true]);
});

test.each([
  [['nothing', '--format', 'svg', '--out', 'a.svg']],
  [['gate', '--format', 'gif', '--out', 'a.gif']],
  [['gate', '--format', 'png', '--scale', '5', '--out', 'a.png']],
  [['gate', '--format', 'png', '--width', '10', '--out', 'a.png']],
  [['gate', '--format', 'png']],
  [['gate', '--year', '22', '--format', 'png', '--out', 'a.png']],
])('K-8: wrong words are refused before anything is done: %j', async (words) => {
  const file = workspaceFile();
  expect((await dimios('figure', ...words, '--in', file)).exitCode).toBe(2);
});
