import fs from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { actNames, killAt, outcomeOf } from '../../../soak/killing.ts';

/** Shares of the time that an act takes; `npm run soak` takes many more, at random. */
const shares = [0.1, 0.5, 0.9];

test.each(actNames)(
  'B-50: a program killed during "%s" leaves a sound workspace, as before or as after',
  async (act) => {
    const outcome = await outcomeOf(act);
    onTestFinished(() => {
      fs.rmSync(outcome.start, { recursive: true });
    });
    if (act !== 'backup' && act !== 'migrate') expect(outcome.after).not.toBe(outcome.before);
    for (const share of shares) await killAt(act, outcome, outcome.durationMs * share);
  },
  120_000,
);
