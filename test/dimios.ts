import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../electron/cli/main.ts';

// Profiles belong to the user: tests neither see nor touch those of whoever runs them.
process.env['DIMIOS_HOME'] = join(tmpdir(), `dimios-home-${process.pid}`);

/** What one run of the command line gave. */
export interface DimiosRun {
  readonly exitCode: number;
  /** What stood on standard output, read as JSON; null when `--json` was not asked for. */
  readonly json: unknown;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, as `npm run --silent dimios -- ARGS` would. */
export async function dimios(...args: readonly string[]): Promise<DimiosRun> {
  const written = { out: '', err: '' };
  const exitCode = await main(args, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
  });
  const json: unknown = args.includes('--json') ? JSON.parse(written.out) : null;
  return { exitCode, json, ...written };
}
