import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';
import { afterEach, beforeEach, expect, test } from 'vitest';

/**
 * The program where there is no network at all: a network namespace without interfaces (unshare), and a watch (strace)
 * over every attempt to reach something, in all of its processes.
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
}

/** Runs Node with these words where nothing can be reached. */
function withoutNetwork(...words: readonly string[]): Run {
  const log = path.join(folder, 'calls');
  const calls = 'connect,sendto,sendmsg,sendmmsg';
  const watch = canWatch ? ['strace', '-f', '--seccomp-bpf', '-qq', '-e', `trace=${calls}`, '-o', log] : [];
  const { status, stdout } = spawnSync('unshare', ['-rn', ...watch, process.execPath, ...words], {
    encoding: 'utf8',
    env: { ...process.env, DIMIOS_HOME: path.join(folder, 'home') },
  });
  const attempts = canWatch
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /AF_INET6?\b/.test(line))
    : null;
  return { status, out: stdout, attempts };
}

function skipWithoutNamespace(context: TestContext): void {
  context.skip(!canUnshare, 'this machine lets no test have a network namespace of its own');
}

test('H-1: the watch sees who tries to reach something', (context) => {
  context.skip(!canUnshare || !canWatch, 'this machine has no unshare or strace for a test to use');
  const reach = "require('net').connect(80, '192.0.2.1').on('error', () => {})";
  expect(withoutNetwork('-e', reach).attempts).toHaveLength(1);
});

test('H-1: the demo – import, analysis, nine reports – needs no network, and tries to reach nothing', (context) => {
  skipWithoutNamespace(context);
  const { status, out, attempts } = withoutNetwork(commandLine, 'demo', '--out', path.join(folder, 'demo'));
  expect(status).toBe(0);
  expect(out).toContain('42');
  expect(attempts ?? []).toEqual([]);
});

test('H-1: the window goes through its screens without a network, and tries to reach nothing', (context) => {
  skipWithoutNamespace(context);
  const { status, out, attempts } = withoutNetwork(window);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({ refused: [], faults: [] });
  expect(attempts ?? []).toEqual([]);
});
