import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { importSamples, settleSamples } from '../../../../electron/workbench/samples.ts';

/** A workspace with the samples in it, the same anew for each test of a file. */
export interface Samples {
  readonly workspace: string;
  /** A path in the folder of the test. */
  at(name: string): string;
  /** Writes a file of JSON and gives its path. */
  json(name: string, content: unknown): string;
}

/** To be called once, at the top of a test file. */
export function samples(): Samples {
  const folder = mkdtempSync(path.join(tmpdir(), 'dimios-cli-'));
  const at = (name: string): string => path.join(folder, name);
  const made = at('made.dimios');
  const workspace = at('Prov.dimios');
  beforeAll(async () => {
    await importSamples(made, '2022-06-01T10:00:00.000Z');
    settleSamples(made, '2022-06-01T10:00:00.000Z');
  });
  beforeEach(() => {
    for (const end of ['-wal', '-shm']) rmSync(workspace + end, { force: true });
    copyFileSync(made, workspace);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    workspace,
    at,
    json(name, content) {
      writeFileSync(at(name), JSON.stringify(content));
      return at(name);
    },
  };
}
