import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allFiles, passphrasesIn, shownProcesses } from '../../../passphrase-traces.ts';
import { temporaryFolder } from '../store/samples.ts';

const commandLine = fileURLToPath(new URL('../../../../electron/dimios.mjs', import.meta.url));
const sample = fileURLToPath(new URL('../../../../resources/samples/DiMiOS 2020.xlsx', import.meta.url));
const passphrases = ['fyra ord utan band', 'sju sovande sälar'] as const;
const typo = 'fyra ord utan hand';
const typed = [...passphrases, typo];
const watchMs = 10;

/** Runs a command, and gives its end and where a passphrase was seen while it ran. */
function watched(words: readonly string[], home: string): Promise<{ status: number | null; seen: string[] }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [commandLine, ...words], {
      env: { ...process.env, DIMIOS_HOME: home },
    });
    const seen: string[] = [];
    const written: Buffer[] = [];
    let looks = 0;
    const timer = setInterval(() => {
      for (const { bytes } of shownProcesses(child.pid ?? 0)) {
        if (bytes.length > 0) looks++;
        seen.push(...passphrasesIn(`processes of ${words[0] ?? ''}`, bytes, typed));
      }
    }, watchMs);
    child.stdout.on('data', (chunk: Buffer) => written.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => written.push(chunk));
    child.on('close', (status) => {
      clearInterval(timer);
      if (looks === 0) seen.push('nobody looked');
      seen.push(...passphrasesIn(`output of ${words[0] ?? ''}`, Buffer.concat(written), typed));
      resolve({ status, seen });
    });
  });
}

test.skipIf(process.platform !== 'linux')(
  'B-5: no passphrase stands in arguments, environments, messages, logs or files while commands work with it',
  async () => {
    const folder = temporaryFolder();
    const secrets = temporaryFolder();
    const secretFile = (name: string, text: string): string => {
      const place = path.join(secrets, name);
      fs.writeFileSync(place, `${text}\n`);
      return place;
    };
    const [first, second] = passphrases.map((text, at) => secretFile(`${at}.txt`, text));
    const wrong = secretFile('fel.txt', typo);
    const workspace = path.join(folder, 'Enkät.dimios');
    const home = path.join(folder, 'home');
    const salvaged = path.join(folder, 'Räddad.dimios');
    const choose = ['--in', workspace];
    const commands: readonly (readonly [number, readonly (string | undefined)[]])[] = [
      [
        0,
        [
          'import',
          sample,
          '--into',
          workspace,
          '--year',
          '2020',
          '--accept-proposed',
          '--passphrase-file',
          first,
        ],
      ],
      [1, ['scores', ...choose, '--passphrase-file', wrong, '--json']],
      [0, ['scores', ...choose, '--passphrase-file', first]],
      [0, ['passphrase', 'change', ...choose, '--passphrase-file', first, '--new-passphrase-file', second]],
      [0, ['check', workspace, '--passphrase-file', second]],
      [0, ['backups', ...choose, '--make', '--passphrase-file', second]],
      [1, ['repair', workspace, '--out', salvaged, '--passphrase-file', wrong, '--json']],
      [0, ['repair', workspace, '--out', salvaged, '--passphrase-file', second]],
      [
        0,
        [
          ...['report', ...choose, '--year', '2020', '--format', 'pdf'],
          ...['--out', path.join(folder, 'rapport'), '--passphrase-file', second],
        ],
      ],
    ];
    for (const [expected, words] of commands) {
      const { status, seen } = await watched(
        words.filter((word) => word !== undefined),
        home,
      );
      expect([words[0], status, seen]).toEqual([words[0], expected, []]);
    }
    const files = allFiles(folder);
    expect(files.length).toBeGreaterThan(2);
    expect(files.flatMap((file) => passphrasesIn(file, fs.readFileSync(file), typed))).toEqual([]);
  },
);
