import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { describe, expect, it } from 'vitest';
import { defaultAnalysisSettings } from '../../../../core/comparison/settings.ts';
import { estimateBenchmark } from '../../../../core/exchange/benchmark.ts';
import type { ExchangeFile } from '../../../../core/exchange/file.ts';
import { poolExchangeFiles } from '../../../../core/exchange/pool.ts';
import { parseExchangeFile } from '../../../../core/exchange/read.ts';
import { exchangeText } from '../../../../core/exchange/write.ts';
import { score } from '../../../../core/scoring/score.ts';
import { codeValue, dontKnowCode } from '../../../../core/survey/answers.ts';
import { dimios as instrument } from '../../../instruments.ts';
import { fiveYears, manyMunicipalities, municipalityCount } from '../../../many-municipalities.ts';
import type { NaiveAnswer } from '../../../naive-scoring.ts';
import { naiveScores } from '../../../naive-scoring.ts';

/** Everybody's answers of a year in one heap, as if one program had seen them all. */
interface Pooled {
  readonly files: ExchangeFile[];
  readonly answers: NaiveAnswer[][];
  invited: number;
}

function pooledYears(): ReadonlyMap<number, Pooled> {
  const years = new Map<number, Pooled>();
  for (const { year, rows, invited, file } of manyMunicipalities(instrument)) {
    const pooled = years.get(year) ?? { files: [], answers: [], invited: 0 };
    years.set(year, pooled);
    pooled.files.push(parseExchangeFile(exchangeText(file), 'a.json'));
    pooled.invited += invited;
    for (let from = 0; from < rows.codes.length; from += rows.itemCount) {
      const own = Array.from(rows.codes.subarray(from, from + rows.itemCount));
      pooled.answers.push(own.map((code) => (code === dontKnowCode ? 'dontKnow' : codeValue(code))));
    }
  }
  return years;
}

/** The interval of an item's mean from the answers themselves: two passes, t, and the share of the invited who answered. */
function intervalOf(values: readonly number[], answered: number, invited: number): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const variance = (1 - answered / invited) * (squares / (values.length - 1) / values.length);
  const half = tQuantile(0.975, values.length - 1) * Math.sqrt(variance);
  return [mean - half, mean + half];
}

describe('the exchange files of every municipality over five years', () => {
  const years = pooledYears();

  it.each(fiveYears)(
    'X-4: come to the counts, means, shares and item intervals of the pooled answers in %i',
    (year) => {
      const pooled = years.get(year);
      if (pooled === undefined) return expect.fail('Nothing was generated.');
      const { files, answers, invited } = pooled;
      expect(files).toHaveLength(municipalityCount);
      const benchmark = poolExchangeFiles(files, instrument);
      expect(benchmark).toMatchObject({ respondents: answers.length, invited, partialItems: [] });

      const naive = naiveScores(answers, instrument);
      const scored = score(benchmark.tally, benchmark.instrument);
      const estimates = estimateBenchmark(benchmark, defaultAnalysisSettings);
      for (const [at, item] of instrument.items.entries()) {
        const [one, given, estimate] = [naive.items[at], scored.items[at], estimates.items[at]];
        const values = answers.map((row) => row[at]).filter((answer) => typeof answer === 'number');
        const counts = Array.from(
          { length: instrument.scale.points },
          (_, point) => values.filter((value) => value === instrument.scale.min + point).length,
        );
        expect(given).toMatchObject({ counts, n: values.length, dontKnow: one?.dontKnowCount });
        expect(given?.mean).toBeCloseTo(one?.mean ?? NaN, 9);
        expect(given?.dontKnowPercent).toBeCloseTo(one?.dontKnowPercent ?? NaN, 9);
        const [low, high] = intervalOf(values, answers.length, invited);
        expect(estimate?.value, item.code).toBeCloseTo(one?.mean ?? NaN, 9);
        expect(estimate?.ciLow, item.code).toBeCloseTo(low, 9);
        expect(estimate?.ciHigh, item.code).toBeCloseTo(high, 9);
      }
      expect(estimates.maturity.value).toBeCloseTo(naive.maturityPercent ?? NaN, 9);
    },
  );
});
