import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';
import { afterEach, beforeEach, expect, test } from 'vitest';

/**
 * The program where there is no network at all: a network namespace without interfaces (unshare). What its processes try to
 * reach is counted by the system, as having no route, and watched call by call where the machine has strace.
 */

const commandLine = fileURLToPath(new URL('../../electron/dimios.mjs', import.meta.url));
const window = fileURLToPath(new URL('./offline-window.ts', import.meta.url));
const canUnshare = spawnSync('unshare', ['-rn', 'true']).status === 0;
const canWatch = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'dimios-offline-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly status: number | null;
  readonly out: string;
  /** Attempts to reach another machine, or this one by way of a network, as the watch writes them; null without a watch. */
  readonly attempts: readonly string[] | null;
  /** How often the system found no way to where a process wanted. */
  readonly unreached: number;
}

/** Runs Node with these words where nothing can be reached. */
function withoutNetwork(...words: readonly string[]): Run {
  const log = path.join(folder, 'calls');
  const calls = 'connect,sendto,sendmsg,sendmmsg';
  const watch = canWatch ? ['strace', '-f', '--seccomp-bpf', '-qq', '-e', `trace=${calls}`, '-o', log] : [];
  // The counters are those of the namespace, which is gone with its last process.
  const counters = path.join(folder, 'counters');
  const script = '"$@"; status=$?; cat /proc/net/snmp /proc/net/snmp6 > "$0"; exit $status';
  const within = ['sh', '-c', script, counters, ...watch, process.execPath, ...words];
  const { status, stdout } = spawnSync('unshare', ['-rn', ...within], {
    encoding: 'utf8',
    env: { ...process.env, DIMIOS_HOME: path.join(folder, 'home') },
  });
  const attempts = canWatch
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /AF_INET6?\b/.test(line))
    : null;
  return { status, out: stdout, attempts, unreached: withoutRoute(readFileSync(counters, 'utf8')) };
}

/** Adds up what the two versions of the protocol count: a line of names and one of numbers, or a name and its number. */
function withoutRoute(counters: string): number {
  const [names = '', numbers = ''] = counters.split('\n').filter((line) => line.startsWith('Ip:'));
  const at = names.split(' ').indexOf('OutNoRoutes');
  const six = /^Ip6OutNoRoutes\s+(\d+)/m.exec(counters)?.[1];
  const four = numbers.split(' ')[at];
  if (at === -1 || four === undefined)
    throw new Error('The system does not count what it finds no route for.');
  return Number(four) + Number(six ?? 0);
}

function skipWithoutNamespace(context: TestContext): void {
  context.skip(!canUnshare, 'this machine lets no test have a network namespace of its own');
}

test('H-1: the system counts who tries to reach something', (context) => {
  skipWithoutNamespace(context);
  const tcp = "require('net').connect(80, '192.0.2.1').on('error', () => {})";
  const udp = "require('dgram').createSocket('udp4').send('x', 53, '192.0.2.1', () => process.exit())";
  expect(withoutNetwork('-e', tcp).unreached).toBe(1);
  expect(withoutNetwork('-e', udp).unreached).toBe(1);
  expect(withoutNetwork('-e', '0').unreached).toBe(0);
});

test('H-1: the watch sees who tries to reach something', (context) => {
  context.skip(!canUnshare || !canWatch, 'this machine has no unshare or strace for a test to use');
  const reach = "require('net').connect(80, '192.0.2.1').on('error', () => {})";
  expect(withoutNetwork('-e', reach).attempts).toHaveLength(1);
});

test('H-1: the demo – import, analysis, nine reports – needs no network, and tries to reach nothing', (context) => {
  skipWithoutNamespace(context);
  const { status, out, attempts, unreached } = withoutNetwork(
    commandLine,
    'demo',
    '--out',
    path.join(folder, 'demo'),
  );
  expect(status).toBe(0);
  expect(out).toContain('42');
  expect([unreached, attempts ?? []]).toEqual([0, []]);
});

test('H-1: the window goes through its screens, imports and saves a figure without a network, and tries to reach nothing', (context) => {
  skipWithoutNamespace(context);
  const { status, out, attempts, unreached } = withoutNetwork(window);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({ refused: [], faults: [], isSaved: true });
  expect([unreached, attempts ?? []]).toEqual([0, []]);
});
