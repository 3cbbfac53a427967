import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../../core/instrument/instrument.ts';
import type { Tally } from '../../../../core/survey/tally.ts';
import {
  addTally,
  emptyTally,
  pairIndex,
  pairSum,
  statesOf,
  tallyAnswers,
} from '../../../../core/survey/tally.ts';
import { tallyFromBytes, tallyToBytes } from '../../../../core/survey/tally-bytes.ts';
import { score } from '../../../../core/scoring/score.ts';
import type { Answer } from '../../../answer-rows.ts';
import { answerRows, respondentsOf } from '../../../answer-rows.ts';
import { dimios, smallInstrument } from '../../../instruments.ts';

const tallyOf = (instrument: Instrument, respondents: readonly (readonly Answer[])[]): Tally =>
  tallyAnswers(instrument, null, answerRows(instrument, respondents));

/** The pair sums by their definition, one respondent at a time. */
function pairsByDefinition(respondents: readonly (readonly Answer[])[], i: number, j: number) {
  const sums = { both: 0, first: 0, second: 0, product: 0 };
  for (const answers of respondents) {
    const a = answers[i];
    const b = answers[j];
    if (typeof a !== 'number' || typeof b !== 'number') continue;
    sums.both++;
    sums.first += a;
    sums.second += b;
    sums.product += a * b;
  }
  return sums;
}

function pairsOf(tally: Tally, i: number, j: number) {
  const at = pairIndex(tally.itemCount, i, j) * 4;
  return {
    both: tally.pairs[at + pairSum.both],
    first: tally.pairs[at + pairSum.first],
    second: tally.pairs[at + pairSum.second],
    product: tally.pairs[at + pairSum.product],
  };
}

const wide = smallInstrument({ scale: { min: 0, max: 35, minLabels: [], maxLabels: [] } });

describe('a tally', () => {
  it.each([
    ['1–6', smallInstrument()],
    ['0–35', wide],
    ['of 26 items', dimios],
  ])('T-1: counts answers and pairs on a scale %s as their definition says', (_, instrument) => {
    fc.assert(
      fc.property(respondentsOf(instrument), (respondents) => {
        const tally = tallyOf(instrument, respondents);
        expect(tally.respondents).toBe(respondents.length);
        const { points, min } = instrument.scale;
        instrument.items.forEach((_item, i) => {
          const states = tally.counts.subarray(i * statesOf(points), (i + 1) * statesOf(points));
          const count = (wanted: Answer): number =>
            respondents.filter((answers) => answers[i] === wanted).length;
          const values = Array.from({ length: points }, (_point, point) => count(min + point));
          expect([...states]).toEqual([...values, count('dontKnow'), count(null), count('refused')]);
          for (let j = i + 1; j < instrument.items.length; j++) {
            expect(pairsOf(tally, i, j)).toEqual(pairsByDefinition(respondents, i, j));
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('T-1: does not overflow where thousands answer the highest value to everything', () => {
    for (const instrument of [smallInstrument(), wide]) {
      const { max } = instrument.scale;
      const respondents = Array.from({ length: 5000 }, () => instrument.items.map(() => max));
      expect(pairsOf(tallyOf(instrument, respondents), 0, 3)).toEqual({
        both: 5000,
        first: 5000 * max,
        second: 5000 * max,
        product: 5000 * max * max,
      });
    }
  });

  it('T-2: of two groups is the sum of their tallies, to the last bit and in any order', () => {
    fc.assert(
      fc.property(respondentsOf(dimios), respondentsOf(dimios), (x, y) => {
        const together = tallyOf(dimios, [...x, ...y]);
        const sum = addTally(addTally(emptyTally(dimios), tallyOf(dimios, x)), tallyOf(dimios, y));
        const other = addTally(addTally(emptyTally(dimios), tallyOf(dimios, y)), tallyOf(dimios, x));
        expect(sum).toEqual(together);
        expect(other).toEqual(together);
        expect(score(sum, dimios)).toEqual(score(together, dimios));
      }),
      { numRuns: 40 },
    );
  });

  it('T-2: does not add to one of another instrument', () => {
    expect(() => addTally(emptyTally(dimios), emptyTally(smallInstrument()))).toThrow(RangeError);
  });

  it('T-3: is the same after it has been written to bytes and read', () => {
    fc.assert(
      fc.property(respondentsOf(dimios), (respondents) => {
        const tally = tallyOf(dimios, respondents);
        expect(tallyFromBytes(dimios, tallyToBytes(tally))).toEqual(tally);
      }),
      { numRuns: 40 },
    );
  });

  it('T-3: is refused when its bytes are cut or too many', () => {
    const bytes = tallyToBytes(tallyOf(dimios, [dimios.items.map(() => 4)]));
    expect(() => tallyFromBytes(dimios, bytes.subarray(0, -1))).toThrow(RangeError);
    expect(() => tallyFromBytes(dimios, Uint8Array.from([...bytes, 0]))).toThrow(RangeError);
    expect(() => tallyFromBytes(smallInstrument(), bytes)).toThrow(RangeError);
  });

  it('T-1: counts gate answers of the group', () => {
    const rows = answerRows(dimios, [[1], [2]]);
    expect(tallyAnswers(dimios, 'yes', rows)).toMatchObject({ gateYes: 2, gateNo: 0 });
    expect(tallyAnswers(dimios, 'no', rows)).toMatchObject({ gateYes: 0, gateNo: 2 });
    expect(tallyAnswers(dimios, null, rows)).toMatchObject({ gateYes: 0, gateNo: 0 });
  });
});
