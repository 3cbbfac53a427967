import { describe, expect, test } from 'vitest';
import { legacyFormats, ownFormats } from '../../../hostile/fuzz/bases.ts';
import { Fuzzer } from '../../../hostile/fuzz/fuzzer.ts';

describe('F-12: broken files are read or refused by a known reason, and change nothing:', () => {
  const depth = { takenOneIn: 98, lookedAtOneIn: 40 };

  test.each([
    { what: 'those of the program’s own readers', seed: 1, bases: ownFormats, cases: 1960 },
    { what: 'those of older formats', seed: 2, bases: legacyFormats, cases: 40 },
  ])(
    '$what',
    async ({ seed, bases, cases }) => {
      const fuzzer = await Fuzzer.open(seed, bases, depth);
      try {
        for (let number = 0; number < cases; number++) await fuzzer.try(number);
        // Broken well: some can still be read, some no longer.
        expect(fuzzer.tally.get('other')).toBeGreaterThan(cases / 10);
        expect(fuzzer.tally.get('damaged-workbook')).toBeGreaterThan(cases / 10);
      } finally {
        fuzzer.end();
      }
    },
    600_000,
  );
});
