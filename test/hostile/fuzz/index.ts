import process from 'node:process';
import { parseArgs } from 'node:util';
import { corpus } from '../corpus/index.ts';
import { brokenPromise } from '../limits.ts';
import { measured } from '../measured.ts';
import { largeFiles, legacyFormats, ownFormats } from './bases.ts';
import { Fuzzer } from './fuzzer.ts';

/**
 * Takes in the hostile files that cost seconds each, and then gives the program broken ones for as long as asked:
 * `npm run fuzz -- --seconds 60 --seed 7`. The short form of both stands among the tests. What breaks a promise is kept in the system's temporary folder; it belongs in `test/fixtures/hostile/`.
 */

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const seed = Number(values.seed);

let failures = 0;
const fail = (what: string): void => {
  failures++;
  process.stderr.write(`${what}\n`);
};
for (const file of corpus.filter(({ isLong }) => isLong === true)) {
  for (const cost of await measured([file])) {
    const broken = brokenPromise(file, cost);
    process.stdout.write(`${file.what}: ${cost.outcome}, ${(cost.cpuMs / 1000).toFixed(1)} s\n`);
    if (broken !== null) fail(broken);
  }
}

// Most cases are of the program's own readers, which take a tenth of the time.
const own = Array.from({ length: 5 }, () => ownFormats).flat();
const fuzzer = await Fuzzer.open(seed, [...own, ...legacyFormats, ...largeFiles], {
  takenOneIn: 8,
  lookedAtOneIn: 2,
});
const endsAt = performance.now() + Number(values.seconds) * 1000;
let cases = 0;
for (; performance.now() < endsAt; cases++) {
  try {
    await fuzzer.try(cases);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
fuzzer.end();
const became = [...fuzzer.tally].sort(([, a], [, b]) => b - a).map(([what, count]) => `${what} ${count}`);
process.stdout.write(`Seed ${seed}: ${cases} cases, ${failures} failures. ${became.join(', ')}\n`);
process.exitCode = failures === 0 ? 0 : 1;
