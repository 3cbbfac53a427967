import process from 'node:process';
import { parseArgs } from 'node:util';
import { largeFiles, legacyFormats, ownFormats } from './bases.ts';
import { Fuzzer } from './fuzzer.ts';

/**
 * Gives the program broken files for as long as asked: `npm run fuzz -- --seconds 60 --seed 7`. The short form stands among the
 * tests. What breaks a promise is kept in the system's temporary folder; it belongs in `test/fixtures/hostile/`.
 */

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const seed = Number(values.seed);
const endsAt = performance.now() + Number(values.seconds) * 1000;

// Most cases are of the program's own readers, which take a tenth of the time.
const own = Array.from({ length: 5 }, () => ownFormats).flat();
const fuzzer = await Fuzzer.open(seed, [...own, ...legacyFormats, ...largeFiles], {
  takenOneIn: 8,
  lookedAtOneIn: 2,
});
let cases = 0;
let failures = 0;
for (; performance.now() < endsAt; cases++) {
  try {
    await fuzzer.try(cases);
  } catch (error) {
    failures++;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}
fuzzer.end();
const became = [...fuzzer.tally].sort(([, a], [, b]) => b - a).map(([what, count]) => `${what} ${count}`);
process.stdout.write(`Seed ${seed}: ${cases} cases, ${failures} failures. ${became.join(', ')}\n`);
process.exitCode = failures === 0 ? 0 : 1;
