import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../../core/instrument/instrument.ts';
import { withReversedItems } from '../../../../core/instrument/instrument.ts';
import type { Score } from '../../../../core/scoring/score.ts';
import { gateYesPercent, score } from '../../../../core/scoring/score.ts';
import { emptyTally, tallyAnswers } from '../../../../core/survey/tally.ts';
import type { Answer } from '../../../answer-rows.ts';
import { answerRows, respondentsOf } from '../../../answer-rows.ts';
import { dimios, smallInstrument } from '../../../instruments.ts';
import { naiveScores } from '../../../naive-scoring.ts';

const scoreOf = (instrument: Instrument, respondents: readonly (readonly Answer[])[]): Score =>
  score(tallyAnswers(instrument, null, answerRows(instrument, respondents)), instrument);

function expectClose(value: number | null | undefined, expected: number | null): void {
  if (expected === null) expect(value).toBeNull();
  else expect(value).toBeCloseTo(expected, 9);
}

const variants: readonly (readonly [string, Instrument])[] = [
  ['as it ships', dimios],
  ['by the other dimension rule', smallInstrument({ dimensionRule: 'items' })],
  ['with turned items', withReversedItems(dimios, new Set(['skugg-it', 'teknisk-skuld']))],
];

describe('scores', () => {
  it.each(variants)(
    'A-1 to A-5: agree with plain loops over respondents, for an instrument %s',
    (_, instrument) => {
      fc.assert(
        fc.property(respondentsOf(instrument), (respondents) => {
          const naive = naiveScores(
            respondents.map((answers) => answers.map((answer) => (answer === 'refused' ? null : answer))),
            instrument.file,
          );
          const scored = scoreOf(instrument, respondents);
          scored.items.forEach((item, place) => {
            const expected = naive.items[place];
            expect(item.n).toBe(expected?.numberCount);
            expectClose(item.percent, expected?.percent ?? null);
            expectClose(item.dontKnowPercent, expected?.dontKnowPercent ?? null);
          });
          scored.categories.forEach(({ percent }, place) => {
            expectClose(percent, naive.categories[place]?.percent ?? null);
          });
          scored.dimensions.forEach(({ percent }, place) => {
            expectClose(percent, naive.dimensions[place]?.percent ?? null);
          });
          expectClose(scored.maturityPercent, naive.maturityPercent);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('A-4: weigh categories alike by one rule and items alike by the other', () => {
    const answers: Answer[][] = [[1, 1, 6, 6]];
    expect(scoreOf(smallInstrument(), answers).dimensions[0]?.percent).toBe(50);
    expect(scoreOf(smallInstrument({ dimensionRule: 'items' }), answers).dimensions[0]?.percent).toBeCloseTo(
      100 / 3,
      12,
    );
  });

  it('A-3: take vet ej out of the mean and into its own share', () => {
    const [item] = scoreOf(smallInstrument(), [
      [4],
      ['dontKnow'],
      ['dontKnow'],
      [null],
      ['refused'],
      [2],
    ]).items;
    expect(item).toMatchObject({
      n: 2,
      mean: 3,
      dontKnow: 2,
      blank: 1,
      refused: 1,
      dontKnowPercent: 50,
      percent: 40,
    });
  });

  it('A-1: give the sample standard deviation, and none for a single answer', () => {
    expect(scoreOf(smallInstrument(), [[2], [4], [6]]).items[0]?.sd).toBe(2);
    expect(scoreOf(smallInstrument(), [[2]]).items[0]?.sd).toBeNull();
  });

  it('A-5: are null for a group of nobody, never 0', () => {
    const nobody = score(emptyTally(dimios), dimios);
    expect(nobody.maturityPercent).toBeNull();
    expect(nobody.quadrant).toBeNull();
    expect(nobody.items[0]).toMatchObject({
      n: 0,
      mean: null,
      sd: null,
      percent: null,
      dontKnowPercent: null,
    });
    expect(gateYesPercent(emptyTally(dimios))).toBeNull();
  });

  it('A-5: give no maturity where a dimension has no value, and pass over items without answers', () => {
    const scored = scoreOf(smallInstrument(), [[6, 'dontKnow', 1, null]]);
    expect(scored.categories[0]).toEqual({ code: 'one', percent: 100, itemsUsed: 1 });
    expect(scored.dimensions.map(({ percent }) => percent)).toEqual([50, null]);
    expect(scored.maturityPercent).toBeNull();
  });

  it('A-8: turn a reversed item, its counts with it', () => {
    const [item] = scoreOf(smallInstrument({}, ['a']), [[1], [1], [2]]).items;
    expect(item).toMatchObject({ counts: [0, 0, 0, 0, 1, 2], n: 3 });
    expect(item?.mean).toBeCloseTo(17 / 3, 12);
  });

  it('A-10: put a value on the limit in the upper half', () => {
    const { quadrants } = dimios;
    const at = (formaga: number, arv: number): string | null => {
      const answers = dimios.items.map((item) =>
        dimios.categories.find(({ code }) => code === item.category)?.dimension === 'arv' ? arv : formaga,
      );
      return scoreOf(dimios, [answers, answers.map((value) => 7 - value)].slice(0, formaga === arv ? 1 : 2))
        .quadrant;
    };
    expect(quadrants?.limitPercent).toBe(50);
    expect(at(1, 1)).toBe('A');
    expect(at(6, 6)).toBe('D');
    // 1 and 6 together lie exactly on the limit on both axes.
    expect(at(1, 6)).toBe('D');
  });
});
