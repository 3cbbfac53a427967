import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../../../electron/cli/main.ts';
import { dimios } from '../../../dimios.ts';
import { samples } from './samples.ts';

const made = samples();
const { workspace } = made;
const at = (name: string): string => made.at(name);

const sampleFile = new URL('../../../../resources/samples/DiMiOS 2020.xlsx', import.meta.url).pathname;

/** A file with a passphrase on its first line. */
function secretFile(name: string, passphrase: string): string {
  writeFileSync(at(name), `${passphrase}\r\n`);
  return at(name);
}

/** Runs a command as somebody at a keyboard who answers `typed`, in turn. */
async function atKeyboard(args: readonly string[], ...typed: readonly string[]) {
  const written = { out: '', err: '' };
  const answers = [...typed];
  const exitCode = await main(args, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    askSecret: () => Promise.resolve(answers.shift() ?? null),
  });
  return { exitCode, ...written };
}

test('B-5: --passphrase-file makes a new workspace encrypted, and opens it again', async () => {
  const file = at('Ny.dimios');
  const passphrase = secretFile('fras.txt', 'fyra ord utan band');
  const imported = await dimios(
    'import',
    decodeURI(sampleFile),
    '--into',
    file,
    '--year',
    '2020',
    '--accept-proposed',
    '--passphrase-file',
    passphrase,
    '--json',
  );
  expect(imported).toMatchObject({ exitCode: 0, json: { year: 2020 } });
  expect(readFileSync(file).includes('Kulturförvaltningen')).toBe(false);
  const bytes = readFileSync(file);
  const without = await dimios('scores', '--in', file, '--json');
  expect(without).toMatchObject({ exitCode: 1, json: { error: { code: 'passphrase-needed' } } });
  const wrong = await dimios(
    'scores',
    '--in',
    file,
    '--passphrase-file',
    secretFile('fel.txt', 'något annat'),
    '--json',
  );
  expect(wrong).toMatchObject({ exitCode: 1, json: { error: { code: 'passphrase-wrong' } } });
  expect(wrong.out + wrong.err).not.toContain('något annat');
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(await dimios('scores', '--in', file, '--passphrase-file', passphrase)).toMatchObject({
    exitCode: 0,
  });
  expect(await dimios('scores', '--in', file)).toMatchObject({ exitCode: 1 });
});

test('B-5: a workspace gets, changes and loses its passphrase', async () => {
  const first = secretFile('first.txt', 'den första frasen');
  const second = secretFile('second.txt', 'den andra frasen');
  const set = await dimios(
    'passphrase',
    'set',
    '--in',
    workspace,
    '--new-passphrase-file',
    first,
    '--cipher',
    'sqlcipher',
    '--json',
  );
  expect(set).toMatchObject({ exitCode: 0, json: { encrypted: true, cipher: 'sqlcipher' } });
  expect(readFileSync(workspace).subarray(0, 4).toString()).toBe('DiMS');
  const change = ['passphrase', 'change', '--in', workspace, '--passphrase-file'] as const;
  expect(await dimios(...change, first, '--new-passphrase-file', second)).toMatchObject({ exitCode: 0 });
  expect(await dimios('check', workspace, '--passphrase-file', first, '--json')).toMatchObject({
    exitCode: 1,
    json: { error: { code: 'passphrase-wrong' } },
  });
  expect(await dimios('check', workspace, '--passphrase-file', second)).toMatchObject({ exitCode: 0 });
  expect(await dimios('passphrase', 'remove', '--in', workspace, '--passphrase-file', second)).toMatchObject({
    exitCode: 0,
  });
  expect(await dimios('check', workspace)).toMatchObject({ exitCode: 0 });
});

test('B-5: the passphrase is asked for where somebody sits at a keyboard', async () => {
  const set = await atKeyboard(
    ['passphrase', 'set', '--in', workspace],
    'två gånger lika',
    'två gånger lika',
  );
  expect(set.exitCode).toBe(0);
  expect((await atKeyboard(['check', workspace], 'två gånger lika')).exitCode).toBe(0);
  const wrong = await atKeyboard(['check', workspace], 'något helt annat');
  expect(wrong.exitCode).toBe(1);
  expect(wrong.err).toContain('Lösenfrasen stämmer inte');
  expect(wrong.err).not.toContain('något helt annat');
  expect((await atKeyboard(['check', workspace])).exitCode).toBe(1);
});

test('B-5: two passphrases that differ change nothing', async () => {
  const before = readFileSync(workspace);
  const set = await atKeyboard(
    ['passphrase', 'set', '--in', workspace],
    'två gånger lika',
    'två gånger olika',
  );
  expect(set).toMatchObject({ exitCode: 1 });
  expect(readFileSync(workspace).equals(before)).toBe(true);
});

test('B-4: the recovery key opens the file as a passphrase does', async () => {
  const fras = secretFile('fras.txt', 'fyra ord utan band');
  await dimios('passphrase', 'set', '--in', workspace, '--new-passphrase-file', fras);
  const shown = await dimios(
    'passphrase',
    'recovery',
    '--in',
    workspace,
    '--passphrase-file',
    fras,
    '--json',
  );
  const { recoveryKey } = shown.json as { recoveryKey: string };
  const paper = secretFile('papper.txt', recoveryKey);
  expect(await dimios('check', workspace, '--passphrase-file', paper)).toMatchObject({ exitCode: 0 });
});

test('B-5: a file that would be taken for encrypted is not imported into', async () => {
  const fras = secretFile('fras.txt', 'fyra ord utan band');
  const before = readFileSync(workspace);
  const run = await dimios(
    'import',
    decodeURI(sampleFile),
    '--into',
    workspace,
    '--passphrase-file',
    fras,
    '--json',
  );
  expect(run).toMatchObject({ exitCode: 1, json: { error: { code: 'workspace-not-encrypted' } } });
  expect(readFileSync(workspace).equals(before)).toBe(true);
});

test('B-10: a change leaves a backup, which restores what was there and keeps what it takes the place of', async () => {
  const earlier = readdirSync(path.dirname(workspace)).filter((name) => name.endsWith('.dimios-backup'));
  await dimios('undo', '1', '--in', workspace);
  const made = await dimios('backups', '--in', workspace, '--json');
  const { backups } = made.json as { backups: { file: string }[] };
  expect(earlier).not.toContain(backups[0]?.file);
  await dimios('redo', '1', '--in', workspace);
  const restored = await dimios('restore', backups[0]?.file ?? '', '--in', workspace, '--json');
  expect(restored).toMatchObject({ exitCode: 0, json: { restored: backups[0]?.file } });
  const batches = await dimios('batches', '--in', workspace, '--json');
  expect((batches.json as { undone: boolean }[])[0]?.undone).toBe(true);
  const { kept } = restored.json as { kept: string };
  expect(readdirSync(path.dirname(workspace))).toContain(kept);
  expect(await dimios('check', at(kept))).toMatchObject({ exitCode: 0 });
});
