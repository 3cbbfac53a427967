import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openReader } from '../../../../electron/store/workspace.ts';
import { newWorkspace, temporaryFolder } from './samples.ts';

const source = fileURLToPath(new URL('../../../fixtures/failing-disk.c', import.meta.url));
const commandLine = fileURLToPath(new URL('../../../../electron/dimios.mjs', import.meta.url));
const sample = fileURLToPath(new URL('../../../../resources/samples/DiMiOS 2020.xlsx', import.meta.url));

/** The library that lets writes fail; null where this machine cannot make or load one. */
function failingDisk(): string | null {
  if (process.platform !== 'linux') return null;
  const library = path.join(temporaryFolder(), 'failing-disk.so');
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  return made.status === 0 ? library : null;
}

/** Imports a workbook while the disk fails after so many writes to the workspace. */
function importOnto(library: string, workspace: string, writes: number): { code: string | null } {
  const words = ['import', sample, '--into', workspace, '--accept-proposed', '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandLine, ...words], {
    encoding: 'utf8',
    env: { ...process.env, LD_PRELOAD: library, FAIL_AFTER: String(writes) },
  });
  const answer = JSON.parse(stdout) as { readonly error?: { readonly code: string } };
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(answer.error === undefined ? 0 : 1);
  return { code: answer.error?.code ?? null };
}

test('B-51: wherever the disk begins to fail, an import is in or told as not, and the workspace is sound', (context) => {
  const library = failingDisk();
  if (library === null) {
    context.skip();
    return;
  }
  const empty = newWorkspace();
  empty.close();
  const outcomes = [0, 2, 9, 40, 80, 120, 160, 400].map((writes) => {
    const workspace = path.join(temporaryFolder(), 'Enkät.dimios');
    fs.copyFileSync(empty.path, workspace);
    const { code } = importOnto(library, workspace, writes);
    expect([null, 'workspace-unreadable', 'workspace-unwritable']).toContain(code);
    const reader = openReader(workspace);
    try {
      expect(reader.check().problems).toEqual([]);
      expect(reader.batches()).toHaveLength(code === null ? 1 : 0);
    } finally {
      reader.close();
    }
    return code;
  });
  // The test means something only where both have happened.
  expect(outcomes[0]).not.toBeNull();
  expect(outcomes.at(-1)).toBeNull();
});
