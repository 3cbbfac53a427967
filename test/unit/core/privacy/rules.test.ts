import { describe, expect, it } from 'vitest';
import { cellPasses } from '../../../../core/privacy/cells.ts';
import { exchangeRelease } from '../../../../core/privacy/exchange-check.ts';
import { unitKey } from '../../../../core/privacy/groups.ts';
import { minimumGroup } from '../../../../core/privacy/minimum-group.ts';
import { hidingReasons, hidingReasonText } from '../../../../core/privacy/reasons.ts';
import type { Release } from '../../../../core/privacy/release-log.ts';
import { releaseVerdict } from '../../../../core/privacy/release-log.ts';
import { InexactArithmetic, RowSpace } from '../../../../core/privacy/row-space.ts';
import { Refusal } from '../../../../core/problem.ts';
import { score } from '../../../../core/scoring/score.ts';
import { pairIndex, tallyAnswers } from '../../../../core/survey/tally.ts';
import type { Answer } from '../../../answer-rows.ts';
import { answerRows } from '../../../answer-rows.ts';
import { smallInstrument } from '../../../instruments.ts';
import { unitId } from '../../../units.ts';
import { Attacker } from './linear-attack.ts';
import { randomFrom } from './municipality.ts';

const instrument = smallInstrument();

function refusalOf(action: () => unknown): Refusal {
  try {
    action();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('nothing was refused');
}

describe('the minimum group', () => {
  it('is 3 to 20, and under 5 with a reason', () => {
    expect(minimumGroup(5, null)).toEqual({ size: 5, reason: null });
    expect(minimumGroup(20, '  ')).toEqual({ size: 20, reason: null });
    expect(minimumGroup(3, ' Alla har samtyckt ')).toEqual({ size: 3, reason: 'Alla har samtyckt' });
    expect(refusalOf(() => minimumGroup(4, ' ')).problem.code).toBe('minimum-group-reason');
    for (const size of [2, 21, 5.5, NaN]) {
      expect(refusalOf(() => minimumGroup(size, 'skäl')).problem.code).toBe('minimum-group-range');
    }
  });
});

describe('a cell', () => {
  it.each([
    ['nobody', [0, 0, 0], true],
    ['four', [2, 2, 0], false],
    ['five', [3, 2, 0], true],
    ['five alike', [5, 0, 0], false],
    ['five, all but one alike', [4, 1, 0], false],
  ])('P1, P5: of %s', (_, counts, passes) => {
    expect(cellPasses(counts, 'answers', 5)).toBe(passes);
  });

  it.each([
    ['all vet ej', [0, 9], false],
    ['all but one vet ej', [1, 8], true],
    ['no vet ej', [9, 0], true],
    ['too few', [2, 2], false],
  ])('P1, P5: of the vet ej part, %s', (_, counts, passes) => {
    expect(cellPasses(counts, 'dont-know', 5)).toBe(passes);
  });

  it('P1: gives its answers back from n, mean and standard deviation, so bars alone are not worth hiding', () => {
    const answers: Answer[][] = [[1], [2], [6], [6]];
    const { n, mean, sd } = score(tallyAnswers(instrument, null, answerRows(instrument, answers)), instrument)
      .items[0] ?? { n: null, mean: null, sd: null };
    const fits: number[][] = [];
    const search = (chosen: readonly number[], from: number): void => {
      if (chosen.length === n) {
        const average = chosen.reduce((sum, value) => sum + value, 0) / chosen.length;
        const squares = chosen.reduce((sum, value) => sum + (value - average) ** 2, 0);
        const spread = Math.sqrt(squares / (chosen.length - 1));
        if (Math.abs(average - (mean ?? 0)) < 1e-9 && Math.abs(spread - (sd ?? 0)) < 1e-9)
          fits.push([...chosen]);
        return;
      }
      for (let value = from; value <= 6; value++) search([...chosen, value], value);
    };
    search([], 1);
    expect(fits).toEqual([[1, 2, 6, 6]]);
  });
});

describe('reasons', () => {
  it('each have a sentence', () => {
    const texts = hidingReasons.map(hidingReasonText);
    expect(new Set(texts).size).toBe(hidingReasons.length);
    for (const text of texts) expect(text).toMatch(/^[A-ZÅÄÖ].*\.$/);
  });
});

describe('row reduction', () => {
  it('P9: finds what follows, as another computation does', () => {
    const random = randomFrom(11);
    for (let run = 0; run < 500; run++) {
      const columns = 3 + Math.floor(random() * 9);
      const group = (): number[] => [...Array(columns).keys()].filter(() => random() < 0.5);
      const rows = Array.from({ length: 2 + Math.floor(random() * 8) }, group);
      const space = new RowSpace(
        rows,
        new Float64Array(columns).map(() => 1 + Math.floor(random() * 5)),
      );
      const attacker = new Attacker(columns);
      const asRow = (own: readonly number[]): number[] =>
        Array.from({ length: columns }, (_, at) => (own.includes(at) ? 1 : 0));
      for (const row of rows) attacker.learn(asRow(row));
      for (const wanted of [...rows, ...Array.from({ length: 10 }, group)]) {
        expect(space.contains(wanted)).toBe(attacker.knows(asRow(wanted)));
      }
      for (const { pivot } of space.rows) {
        expect(space.rows.filter((row) => row.columns.includes(pivot))).toHaveLength(1);
      }
    }
  });

  it('P9: stops before a number is no longer exact', () => {
    // Each step adds a digit: rows of a matrix whose determinant grows beyond 2^53.
    const random = randomFrom(5);
    const size = 60;
    const rows = Array.from({ length: size - 1 }, () => [...Array(size).keys()].filter(() => random() < 0.5));
    expect(() => new RowSpace(rows, new Float64Array(size).fill(1))).toThrow(InexactArithmetic);
  });
});

describe('the release log', () => {
  const release = (changes: Partial<Release> = {}): Release => ({
    year: 2022,
    group: unitKey(unitId(3)),
    name: 'Skola',
    respondents: 20,
    minimumGroup: 5,
    treeKey: 'a',
    answersKey: null,
    ...changes,
  });

  it.each([
    ['the same again', {}, null],
    ['two late answers', { respondents: 22 }, 'few-others'],
    ['an undone batch of four', { respondents: 16 }, 'few-others'],
    ['five more', { respondents: 25 }, null],
    ['as many, of other answers', { answersKey: 'y' }, 'few-others'],
    ['another minimum group', { minimumGroup: 3 }, 'other-minimum-group'],
    ['merged units', { treeKey: 'b' }, 'other-tree'],
    ['another year', { year: 2023, respondents: 22 }, null],
    ['another group', { group: unitKey(null), respondents: 22 }, null],
  ] as const)('P10: of %s', (_, changes, obstacle) => {
    const verdict = releaseVerdict([release({ answersKey: 'x' })], release({ answersKey: 'x', ...changes }));
    expect(verdict?.obstacle ?? null).toBe(obstacle);
    if (obstacle !== null) expect(verdict?.problem.code).toBe(`release-${obstacle}`);
  });

  it('P10: because two releases give the answers of those who came between', () => {
    const first = tallyAnswers(
      instrument,
      null,
      answerRows(
        instrument,
        Array.from({ length: 20 }, (_, at) => [1 + (at % 6)]),
      ),
    );
    const late = tallyAnswers(
      instrument,
      null,
      answerRows(instrument, [...Array.from({ length: 20 }, (_, at) => [1 + (at % 6)]), [6]]),
    );
    const sumOf = (tally: typeof first): number => {
      const { n, mean } = score(tally, instrument).items[0] ?? {};
      return (n ?? 0) * (mean ?? 0);
    };
    expect(sumOf(late) - sumOf(first)).toBeCloseTo(6, 9);
    expect(releaseVerdict([release()], release({ respondents: 21 }))).not.toBeNull();
  });
});

describe('an exchange file', () => {
  const tallyOf = (answers: readonly Answer[][]) =>
    tallyAnswers(instrument, null, answerRows(instrument, answers));
  const varied = (count: number): Answer[][] =>
    Array.from({ length: count }, (_, at) => instrument.items.map((_item, item) => 1 + ((at + item) % 6)));

  it('P12: needs 30 respondents', () => {
    expect(refusalOf(() => exchangeRelease(tallyOf(varied(29)), instrument, 5)).problem.code).toBe(
      'exchange-too-few',
    );
    expect(exchangeRelease(tallyOf(varied(30)), instrument, 5)).toMatchObject({
      withheldItems: [],
      isExact: false,
    });
  });

  it('P12: withholds an item that (almost) all answered alike, and its pairs', () => {
    const alike = varied(200).map(([, ...others]): Answer[] => [4, ...others]);
    const { withheldItems, openPairs } = exchangeRelease(tallyOf(alike), instrument, 5);
    expect(withheldItems).toEqual([instrument.items[0]?.code]);
    expect(openPairs[pairIndex(4, 0, 1)]).toBe(false);
    expect(openPairs[pairIndex(4, 1, 2)]).toBe(true);
  });

  it('P12: sends pair sums from 150 on, where nobody stands alone in a pair', () => {
    expect(exchangeRelease(tallyOf(varied(149)), instrument, 5).openPairs).not.toContain(true);
    expect(exchangeRelease(tallyOf(varied(150)), instrument, 5).isExact).toBe(true);
    const skip = (count: number): Answer[][] =>
      varied(150).map((answers, at): Answer[] => (at < count ? ['dontKnow', ...answers.slice(1)] : answers));
    expect(exchangeRelease(tallyOf(skip(4)), instrument, 5).openPairs.slice(0, 4)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(exchangeRelease(tallyOf(skip(5)), instrument, 5).isExact).toBe(true);
  });
});
