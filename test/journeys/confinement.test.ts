import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { origin } from '../../electron/browser/open-window.ts';
import type { Journey } from './journey.ts';
import { startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
  await journey.heading('Översikt').waitFor();
});

afterAll(async () => {
  await journey.close();
});

/** Processes below this one, itself too. */
function ownProcesses(): Set<string> {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const own = new Set([String(process.pid)]);
  for (let size = 0; size < own.size;) {
    size = own.size;
    for (const [pid = '', parent = ''] of rows) if (own.has(parent)) own.add(pid);
  }
  return own;
}

/** Sockets of a kind that the kernel knows of, as inode and state. */
function sockets(kind: 'tcp' | 'tcp6'): { inode: string; state: string; remote: string }[] {
  return readFileSync(`/proc/net/${kind}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const parts = line.trim().split(/\s+/);
      return { inode: parts[9] ?? '', state: parts[3] ?? '', remote: parts[2] ?? '' };
    });
}

function ownSockets(): { state: string; remote: string }[] {
  const pids = [...ownProcesses()].join(',');
  const open = execFileSync('bash', ['-c', `ls -l /proc/{${pids},0}/fd 2>/dev/null || true`], {
    encoding: 'utf8',
  });
  const inodes = new Set([...open.matchAll(/socket:\[(\d+)\]/g)].map(([, inode]) => inode));
  return [...sockets('tcp'), ...sockets('tcp6')].filter(({ inode }) => inodes.has(inode));
}

describe.skipIf(process.platform !== 'linux')('the window', () => {
  it('H-1: listens on no port, and is connected to nothing', () => {
    const listening = '0A';
    expect(ownProcesses().size).toBeGreaterThan(1);
    expect(ownSockets().filter(({ state }) => state === listening)).toEqual([]);
    expect(ownSockets()).toEqual([]);
  });

  it('H-1: would be seen to listen if it did', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    expect(ownSockets().map(({ state }) => state)).toEqual(['0A']);
    await new Promise((resolve) => server.close(resolve));
  });

  it('H-2: reaches no other host, however a page may try', async () => {
    const outcome: unknown = await journey.page.evaluate(`(async () => {
      const tries = [
        () => fetch('https://example.org/'),
        () => fetch('http://127.0.0.1:80/'),
        () => new Promise((resolve, reject) => {
          const socket = new WebSocket('wss://example.org/');
          socket.onopen = resolve; socket.onerror = reject;
        }),
        () => new Promise((resolve, reject) => {
          const image = new Image(); image.onload = resolve; image.onerror = reject;
          image.src = 'https://example.org/a.png';
        }),
      ];
      const results = [];
      for (const attempt of tries) results.push(await attempt().then(() => 'reached', () => 'refused'));
      return results;
    })()`);
    expect(outcome).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(
      journey.faults.filter((fault) => fault.includes('Content Security Policy')).length,
    ).toBeGreaterThan(3);
    journey.faults.length = 0;
  });

  it('H-3: answers no path outside its folder', async () => {
    const statuses: unknown = await journey.page.evaluate(`Promise.all(
      ['/../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/%00', '/assets/../../../core/api.ts', '/no-such.js']
        .map((place) => fetch(place).then((answer) => answer.status, () => 404)))`);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
    journey.faults.length = 0;
  });

  it('H-4: refuses a call from a frame that is not its own', async () => {
    const answer: unknown = await journey.page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const attempt = () => {
        const call = frame.contentWindow.dimiosCall;
        if (call === undefined) { setTimeout(attempt, 10); return; }
        call('app.state', '{}', 'x').then((envelope) => { frame.remove(); resolve(envelope); });
      };
      attempt();
    })`);
    expect(JSON.parse(String(answer))).toMatchObject({ ok: false, problem: { code: 'sender-refused' } });
    expect(journey.refused.filter((what) => what === 'call')).toHaveLength(1);
  });

  it('H-5: opens no second window and goes nowhere else', async () => {
    await journey.page.evaluate(`void window.open('https://example.org/')`);
    await journey.page.evaluate(`void (location.href = 'https://example.org/')`);
    await journey.page.waitForTimeout(300);
    await expect.poll(() => journey.page.url()).toBe(`${origin}/`);
    expect(journey.page.context().pages()).toHaveLength(1);
    expect(journey.refused).toContain('request GET https://example.org');
    expect(journey.refused).toContain('window');
    await journey.heading('Översikt').waitFor();
  });

  it('H-6: answers wrong calls with an envelope', async () => {
    const answers: unknown = await journey.page.evaluate(`Promise.all([
      machine.call('no.such', '{}', 'a'),
      machine.call('app.state', 'no json', 'b'),
      machine.call('shell.saveTarget', '{"suggestedName":5}', 'c'),
      machine.call('__proto__', '{}', 'd'),
    ])`);
    for (const answer of answers as string[]) {
      expect(JSON.parse(answer)).toMatchObject({
        ok: false,
        problem: { message: expect.any(String) as unknown },
      });
    }
  });
});

describe.skipIf(process.platform !== 'linux')('beneath its policy and its routes', () => {
  it('H-2: the browser reaches neither this machine nor another', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const bare = await startJourney();
    try {
      await bare.page.context().unrouteAll();
      const outcomes = [];
      for (const address of [
        `http://127.0.0.1:${port}/`,
        `http://localhost:${port}/`,
        'https://example.org/',
      ])
        outcomes.push(
          await bare.page.goto(address).then(
            () => 'reached',
            (error: unknown) => /ERR_\w+/.exec(String(error))?.[0],
          ),
        );
      expect(outcomes[0]).toBe('ERR_PROXY_CONNECTION_FAILED');
      expect(outcomes).not.toContain('reached');
      expect(connections).toBe(0);
    } finally {
      await bare.close();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
