import fs from 'node:fs';
import process from 'node:process';
import { actNames, killAt, outcomeOf } from './killing.ts';

/**
 * Kills a program at many random moments of all that it does to a workspace: `npm run soak -- [KILLS PER ACT]`. The short
 * form stands among the tests.
 */

const kills = Number(process.argv[2] ?? 200);
let failures = 0;
for (const act of actNames) {
  const outcome = await outcomeOf(act);
  for (let at = 0; at < kills; at += 1) {
    try {
      await killAt(act, outcome, Math.random() * outcome.durationMs * 1.1);
    } catch (error) {
      failures += 1;
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  fs.rmSync(outcome.start, { recursive: true });
  process.stdout.write(`${act}: ${kills} kills, ${failures} failures so far\n`);
}
process.exitCode = failures === 0 ? 0 : 1;
