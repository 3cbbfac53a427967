import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HostileFile } from '../../../hostile/corpus/index.ts';
import { corpus } from '../../../hostile/corpus/index.ts';
import { hostileLimits } from '../../../hostile/limits.ts';
import { measured } from '../../../hostile/measured.ts';

/** Files that broke a promise once; those that the fuzzer found bear its seed and number. */
const committed = path.join(import.meta.dirname, '../../../fixtures/hostile');
const found: readonly HostileFile[] = readdirSync(committed).map((fileName) => ({
  what: fileName,
  fileName,
  make: () => readFileSync(path.join(committed, fileName)),
  becomes: '',
}));

/** So few files a program that what is left of them in memory counts for little. */
const filesAtATime = 12;

function groups(files: readonly HostileFile[]): HostileFile[][] {
  const light = files.filter(({ isHeavy }) => isHeavy !== true);
  const heavy = files.filter(({ isHeavy }) => isHeavy === true);
  return [
    ...Array.from({ length: Math.ceil(light.length / filesAtATime) }, (_, at) =>
      light.slice(at * filesAtATime, (at + 1) * filesAtATime),
    ),
    ...heavy.map((file) => [file]),
  ];
}

async function expectWithinBounds(files: readonly HostileFile[]): Promise<void> {
  const costs = await measured(files);
  const outcomes = costs.map(({ what, outcome }) => `${what}: ${outcome}`);
  const expected = files.map(
    ({ what, becomes }, at) => `${what}: ${becomes === '' ? costs[at]?.outcome : becomes}`,
  );
  expect(outcomes).toEqual(expected);
  for (const { what, outcome, cpuMs, bytesOverIdle } of costs) {
    expect(outcome, what).toMatch(/^[a-z-]+$/);
    expect(cpuMs, `processor time of ${what}`).toBeLessThan(hostileLimits.cpuMs);
    expect(bytesOverIdle, `memory of ${what}`).toBeLessThan(hostileLimits.bytesOverIdle);
  }
}

describe('F-11: a hostile file is read or refused within ten seconds and 500 MB, and never partly stored:', () => {
  test.each(groups(corpus).map((files) => ({ what: files.map(({ what }) => what).join('; '), files })))(
    '$what',
    async ({ files }) => {
      await expectWithinBounds(files);
    },
  );
});

test('F-11: every file that broke a promise once keeps them now', async () => {
  expect(found.length).toBeGreaterThan(0);
  await expectWithinBounds(found);
});
