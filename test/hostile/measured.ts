import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Told } from './child.ts';
import type { HostileFile } from './corpus/index.ts';

/** A program that has not come further for so long is killed: on a busy machine ten seconds of work take far longer. */
const patienceMs = 60_000;

/** What a file cost, and what became of it. */
export interface Measured extends Told {
  readonly what: string;
  readonly bytesOverIdle: number;
}

const program = fileURLToPath(new URL('child.ts', import.meta.url));

/** Takes these files in, in a program of their own. A file at which the program ends becomes `killed`. */
export async function measured(files: readonly HostileFile[]): Promise<readonly Measured[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dimios-hostile-'));
  try {
    const list = files.map(({ fileName, make }, at) => {
      const own = path.join(folder, String(at));
      writeFileSync(own, make());
      return { path: own, fileName };
    });
    const listFile = path.join(folder, 'list.json');
    writeFileSync(listFile, JSON.stringify(list));
    const [ready, ...told] = await linesOf(listFile, folder);
    return files.map(({ what }, at) => {
      const own = told[at] ?? { outcome: 'killed', cpuMs: Infinity, peakBytes: Infinity };
      return { what, ...own, bytesOverIdle: own.peakBytes - (ready?.peakBytes ?? 0) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function linesOf(listFile: string, folder: string): Promise<Told[]> {
  const child = spawn(process.execPath, [program, listFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: folder },
  });
  const kill = (): boolean => child.kill('SIGKILL');
  let timer = setTimeout(kill, patienceMs);
  const lines: Told[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(timer);
    timer = setTimeout(kill, patienceMs);
    lines.push(JSON.parse(line) as Told);
  }
  clearTimeout(timer);
  return lines;
}
