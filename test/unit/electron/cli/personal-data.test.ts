import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { dimios } from '../../../dimios.ts';
import { readPdf } from '../../../pdf-file.ts';
import { instrument } from '../store/samples.ts';

/** Persons who do not exist: .invalid is nobody's, 192.0.2.0/24 is for examples, the numbers are made for tests. */
const secrets = [
  'Persilja',
  'Dragonsson',
  'persilja.dragonsson@kommunen.invalid',
  '192.0.2.77',
  '070-174 06 05',
  '19121212-1212',
  'Lönnvägen 3',
  'tok-7f3a91',
  'Min chef Basilika sa att',
] as const;

const units = ['Kultur', 'Skola'];

function rows(): string[][] {
  const header = [
    'ID',
    'Starttid',
    'Slutförandetid',
    'E-post',
    'Namn',
    'IP-adress',
    'Telefon',
    'Personnummer',
    'Adress',
    'Token',
    'Förvaltning',
    ...instrument.items.map(({ name }) => name.sv),
    'Övriga kommentarer',
  ];
  const answers = Array.from({ length: 24 }, (_, at) => [
    String(at + 1),
    '2022-05-03 09:41:17',
    '2022-05-03 09:58:02',
    'persilja.dragonsson@kommunen.invalid',
    'Persilja Dragonsson',
    '192.0.2.77',
    '070-174 06 05',
    '19121212-1212',
    'Lönnvägen 3',
    'tok-7f3a91',
    units[at % units.length] ?? '',
    ...instrument.items.map((_item, item) => String(((at + item) % 6) + 1)),
    'Min chef Basilika sa att 070-174 06 05 är hens nummer.',
  ]);
  return [header, ...answers];
}

/** A file's bytes by name: of a packed one its parts, packed ones in turn, and of a PDF its streams as well. */
function unpacked(name: string, bytes: Uint8Array): [string, Uint8Array][] {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start.startsWith('PK'))
    return Object.entries(unzipSync(bytes)).flatMap(([part, content]) =>
      unpacked(`${name}/${part}`, content),
    );
  if (start !== '%PDF') return [[name, bytes]];
  const { pages, alternatives, metadata } = readPdf(Buffer.from(bytes));
  return [
    [name, bytes],
    [`${name}/text`, Buffer.from([...pages, ...alternatives, metadata].join('\n'))],
  ];
}

/** Every file under the folders, packed ones unpacked, with its bytes. */
function allBytes(folders: readonly string[]): [string, Uint8Array][] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name): [string, Uint8Array][] => {
      const file = path.join(folder, name);
      if (statSync(file).isDirectory()) return [];
      return unpacked(name, readFileSync(file));
    }),
  );
}

function found(folders: readonly string[]): string[] {
  return allBytes(folders).flatMap(([name, bytes]) => {
    const content = Buffer.from(bytes);
    const isThere = (text: string): boolean =>
      content.includes(text) || content.includes(Buffer.from(text, 'utf16le')) || name.includes(text);
    return secrets.filter(isThere).map((text) => `${name}: ${text}`);
  });
}

test('B-22: of names, addresses, numbers, tokens and comments in an export no byte is kept anywhere', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dimios-personal-'));
  const at = (...names: string[]): string => path.join(folder, ...names);
  const before = { home: process.env['DIMIOS_HOME'], temporary: process.env['TMPDIR'] };
  for (const name of ['given', 'kept', 'home', 'temporary', 'out']) mkdirSync(at(name));
  process.env['DIMIOS_HOME'] = at('home');
  process.env['TMPDIR'] = at('temporary');
  onTestFinished(() => {
    restore('DIMIOS_HOME', before.home);
    restore('TMPDIR', before.temporary);
    rmSync(folder, { recursive: true });
  });

  const table = rows();
  writeFileSync(at('given', 'svar.csv'), table.map((row) => row.join(';')).join('\r\n'));
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Svar').addRows(table);
  await workbook.xlsx.writeFile(at('given', 'svar.xlsx'));
  expect(found([at('given')]).length).toBeGreaterThanOrEqual(2 * secrets.length);

  const workspace = at('kept', 'Enkät.dimios');
  const common = ['--into', workspace, '--accept-proposed', '--save-profile', 'forms', '--json'];
  const first = await dimios('import', at('given', 'svar.csv'), '--year', '2022', ...common);
  expect(first.json).toMatchObject({ year: 2022, respondents: 24 });
  const second = await dimios('import', at('given', 'svar.xlsx'), '--year', '2021', ...common);
  expect(second.json).toMatchObject({ year: 2021, respondents: 24 });
  await dimios('undo', '2', '--in', workspace);
  const made = [
    await dimios('export', '--in', workspace, '--out', at('out', 'allt.xlsx')),
    await dimios(
      'figure',
      'model',
      '--in',
      workspace,
      '--format',
      'svg,xlsx,csv',
      '--out',
      at('out', 'modell'),
    ),
    await dimios(
      'report',
      '--in',
      workspace,
      '--year',
      '2022',
      '--format',
      'docx,pdf,pptx,html',
      '--out',
      at('out'),
    ),
    await dimios('audit', '--in', workspace, '--out', at('out', 'logg.csv')),
    await dimios(
      ...['export', 'answers', '--in', workspace, '--year', '2022', '--out', at('out', 'svar.csv')],
      '--personal-data',
    ),
  ];
  expect(made.map(({ exitCode, err }) => [exitCode, err])).toEqual(made.map(() => [0, '']));
  expect(readdirSync(at('out')).length).toBeGreaterThanOrEqual(9);
  const written = allBytes([at('out')]);
  // Charts carry workbooks of their own, and a PDF its words in packed streams: they are looked into too.
  expect(written.some(([name]) => /\.docx\/.*\.xlsx\//.test(name))).toBe(true);
  expect(written.some(([name, bytes]) => name.endsWith('.pdf/text') && bytes.length > 1000)).toBe(true);
  expect(made.map(({ out }) => out).filter((out) => secrets.some((text) => out.includes(text)))).toEqual([]);
  expect(found([at('kept'), at('home'), at('temporary'), at('out')])).toEqual([]);
});

function restore(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}
