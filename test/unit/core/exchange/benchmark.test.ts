import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateGroup } from '../../../../core/comparison/estimates.ts';
import { defaultAnalysisSettings } from '../../../../core/comparison/settings.ts';
import { asExchanged, boundedFigures, estimateBenchmark } from '../../../../core/exchange/benchmark.ts';
import type { ExchangeFile } from '../../../../core/exchange/file.ts';
import { poolExchangeFiles } from '../../../../core/exchange/pool.ts';
import type { ItemPair } from '../../../../core/exchange/write.ts';
import { exchangeFile } from '../../../../core/exchange/write.ts';
import type { ItemCode } from '../../../../core/instrument/instrument.ts';
import { score } from '../../../../core/scoring/score.ts';
import { pairCount, pairIndex, tallyAnswers } from '../../../../core/survey/tally.ts';
import type { Answer } from '../../../answer-rows.ts';
import { answerRows, respondentsOf } from '../../../answer-rows.ts';
import { smallInstrument } from '../../../instruments.ts';

const instrument = smallInstrument();
const turned = smallInstrument({}, ['b']);
const codes = instrument.items.map(({ code }) => code);

function fileOf(
  municipality: string,
  answers: readonly (readonly Answer[])[],
  invited: number,
  withheld: readonly ItemPair[],
): ExchangeFile {
  const openPairs = new Array<boolean>(pairCount(codes.length)).fill(true);
  const place = (item: ItemCode): number => codes.indexOf(item);
  for (const [a, b] of withheld) openPairs[pairIndex(codes.length, place(a), place(b))] = false;
  return exchangeFile({
    municipality,
    year: 2022,
    instrument,
    tally: tallyAnswers(instrument, 'yes', answerRows(instrument, answers)),
    invited,
    decision: { withheldItems: [], openPairs },
    provenance: { programVersion: '0.1.0', writtenAt: '2024-03-01T10:00:00Z', minimumGroup: 5, reason: null },
  });
}

/** Every item answered by some, so that every composite has a value. */
const answers = fc
  .array(respondentsOf(instrument, 1), { minLength: 40, maxLength: 40 })
  .map((some) => [...some.flat(), [1, 2, 3, 4], [6, 5, 4, 3], [2, 2, 5, 1]] as Answer[][]);
const allPairs = codes.flatMap((a, at) => codes.slice(at + 1).map((b): ItemPair => [a, b]));
const width = ({ ciLow, ciHigh }: { ciLow: number | null; ciHigh: number | null }): number =>
  (ciHigh ?? NaN) - (ciLow ?? NaN);

describe('the figures of those taking part', () => {
  it('X-5, X-10: have weighted intervals that are never narrower where pairs were withheld', () => {
    fc.assert(
      fc.property(answers, answers, fc.subarray(allPairs), (first, second, withheld) => {
        const pool = (pairs: readonly ItemPair[]) =>
          estimateBenchmark(
            poolExchangeFiles([fileOf('A', first, 900, pairs), fileOf('B', second, 100, [])], instrument),
            defaultAnalysisSettings,
          );
        const exact = pool([]);
        const bounded = pool(withheld);
        expect(exact.maturity.bounded).toBe(false);
        expect(bounded.items).toEqual(exact.items);
        expect(bounded.weighted?.items).toEqual(exact.weighted?.items);
        for (const [own, other] of [
          [bounded, exact],
          [bounded.weighted, exact.weighted],
        ] as const) {
          if (own === null || other === null) return expect.fail('It was not weighted.');
          expect(own.maturity.value).toBe(other.maturity.value);
          expect(width(own.maturity)).toBeGreaterThanOrEqual(width(other.maturity) - 1e-9);
          own.categories.forEach((category, at) => {
            const before = other.categories[at];
            if (before === undefined || category.value === null) return;
            expect(width(category)).toBeGreaterThanOrEqual(width(before) - 1e-9);
            if (!category.bounded) expect(width(category)).toBeCloseTo(width(before), 9);
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('X-10: are weighted to the invited of each municipality', () => {
    const low: Answer[][] = Array.from({ length: 40 }, (_, at) => [1 + (at % 2), 2, 1 + (at % 3), 2]);
    const high: Answer[][] = Array.from({ length: 40 }, (_, at) => [5 + (at % 2), 5, 4 + (at % 3), 5]);
    const files = [fileOf('A', low, 900, []), fileOf('B', high, 100, [])];
    const { maturity, weighted } = estimateBenchmark(
      poolExchangeFiles(files, instrument),
      defaultAnalysisSettings,
    );
    const alone = files.map((file) => poolExchangeFiles([file], instrument).tally);
    const [a = NaN, b = NaN] = alone.map((tally) => score(tally, instrument).maturityPercent ?? NaN);
    expect(maturity.value).toBeCloseTo((a + b) / 2, 9);
    expect(weighted?.maturity.value).toBeCloseTo(0.9 * a + 0.1 * b, 9);
  });

  it('X-5: mark exactly the composites that use a withheld pair', () => {
    const [first, second] = instrument.categories[0]?.items ?? [];
    const outside = codes.find((code) => code !== first?.code && code !== second?.code);
    if (first === undefined || second === undefined || outside === undefined) expect.fail();
    const category = instrument.categories[0]?.code ?? null;
    const within = boundedFigures({ instrument, missingPairs: [[first.code, second.code]] });
    expect([within(null), within(category)]).toEqual([true, true]);
    const across = boundedFigures({ instrument, missingPairs: [[first.code, outside]] });
    expect([across(null), across(category)]).toEqual([true, false]);
  });

  it('X-9: meet a group whose answers are turned as a file turns them', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const own = {
          tally: tallyAnswers(turned, 'yes', answerRows(turned, given)),
          invited: 500,
          instrument: turned,
        };
        const met = asExchanged(own, 2022);
        expect(met.instrument.items.some(({ reversed }) => reversed)).toBe(false);
        const [before, after] = [estimateGroup(own), estimateGroup(met)];
        expect(after.maturity.value).toBeCloseTo(before.maturity.value ?? NaN, 9);
        expect(after.maturity.standardError).toBeCloseTo(before.maturity.standardError ?? NaN, 9);
      }),
      { numRuns: 20 },
    );
  });
});
