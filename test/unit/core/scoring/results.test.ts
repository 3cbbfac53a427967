import { describe, expect, it } from 'vitest';
import type { AnswersInput } from '../../../../core/scoring/results.ts';
import {
  nobodyInvited,
  resultFromAggregates,
  resultFromAnswers,
  resultFromPublished,
  resultOfUnitsTogether,
} from '../../../../core/scoring/results.ts';
import type { TallyCell, UnitId } from '../../../../core/survey/units.ts';
import { unitTree } from '../../../../core/survey/units.ts';
import { tallyAnswers } from '../../../../core/survey/tally.ts';
import type { Answer } from '../../../answer-rows.ts';
import { answerRows } from '../../../answer-rows.ts';
import { smallInstrument } from '../../../instruments.ts';
import { unit, unitId } from '../../../units.ts';

const instrument = smallInstrument();
const tree = unitTree([
  unit(1, 'Skola'),
  unit(2, 'Grundskola', { parent: 1 }),
  unit(3, 'Omsorg'),
  unit(4, 'Tom'),
]);

function cell(unitNumber: number | null, respondents: readonly (readonly Answer[])[]): TallyCell {
  return {
    unit: unitNumber === null ? null : unitId(unitNumber),
    role: null,
    gate: 'yes',
    tally: tallyAnswers(instrument, 'yes', answerRows(instrument, respondents)),
  };
}

const input = (changes: Partial<AnswersInput> = {}): AnswersInput => ({
  year: 2022,
  instrument,
  wholeName: 'Kommunen',
  tree,
  cells: [cell(1, [[1]]), cell(2, [[3], [3]]), cell(3, [[6]]), cell(null, [[6]])],
  invited: nobodyInvited,
  ...changes,
});

const invited = (byUnit: readonly [number, number][], whole: number | null = null) => ({
  whole,
  byUnit: new Map<UnitId, number>(byUnit.map(([id, count]) => [unitId(id), count])),
});

describe('results of a year', () => {
  it('A-7: pool respondents in every parent and in the whole', () => {
    const { units } = resultFromAnswers(input());
    expect(units.map(({ name, respondents, items }) => [name, respondents, items[0]?.mean])).toEqual([
      ['Kommunen', 5, 19 / 5],
      ['Skola', 3, 7 / 3],
      ['Grundskola', 2, 3],
      ['Omsorg', 1, 6],
    ]);
    expect(units.map(({ level }) => level)).toEqual([0, 1, 2, 1]);
  });

  it('A-9: take the response rate of a unit from its own number of invited', () => {
    const { units } = resultFromAnswers(
      input({
        invited: invited(
          [
            [1, 4],
            [3, 2],
          ],
          10,
        ),
      }),
    );
    expect(units.map(({ invited: count, responseRatePercent }) => [count, responseRatePercent])).toEqual([
      [10, 50],
      [4, 75],
      [null, null],
      [2, 50],
    ]);
  });

  it('A-9: add the invited of the parts only where every answering part has some', () => {
    const cells = [cell(2, [[3]]), cell(3, [[6]])];
    const complete = resultFromAnswers(
      input({
        cells,
        invited: invited([
          [2, 5],
          [3, 2],
        ]),
      }),
    );
    expect(complete.units[0]).toMatchObject({ invited: 7, respondents: 2 });
    const partial = resultFromAnswers(input({ cells, invited: invited([[2, 5]]) }));
    expect(partial.units[0]).toMatchObject({ invited: null, responseRatePercent: null });
    expect(partial.units.find(({ name }) => name === 'Skola')).toMatchObject({ invited: 5 });
  });

  it('A-9: show a unit that was invited and did not answer', () => {
    const { units } = resultFromAnswers(input({ invited: invited([[4, 3]]) }));
    expect(units.find(({ name }) => name === 'Tom')).toMatchObject({
      respondents: 0,
      invited: 3,
      responseRatePercent: 0,
      maturityPercent: null,
    });
  });

  it('U-5: can be taken of several units together', () => {
    const together = resultOfUnitsTogether(
      input({
        invited: invited([
          [2, 4],
          [3, 2],
        ]),
      }),
      [unitId(2), unitId(3)],
      'Nya',
    );
    expect(together).toMatchObject({ name: 'Nya', respondents: 3, invited: 6, responseRatePercent: 50 });
    expect(together.items[0]?.mean).toBe(4);
  });

  it('A-11: from an aggregated table take means as given and add up the rest', () => {
    const line = (index: number, mean: number) =>
      instrument.items.slice(index, index + 1).map(({ code }) => ({
        unit: null,
        item: code,
        mean,
        n: 10,
        dontKnowPercent: 26,
      }));
    const result = resultFromAggregates({
      year: 2021,
      instrument,
      wholeName: 'Kommunen',
      tree,
      items: [...line(0, 3.5), ...line(2, 6), ...line(3, 1)],
      responseRates: [{ unit: null, invited: 40, answered: 10 }],
    });
    expect(result.source).toBe('aggregated');
    const [whole] = result.units;
    expect(whole).toMatchObject({
      respondents: 10,
      invited: 40,
      responseRatePercent: 25,
      maturityPercent: 37.5,
    });
    expect(whole?.items[0]).toMatchObject({
      mean: 3.5,
      percent: 50,
      n: 10,
      dontKnowPercent: 26,
      counts: null,
    });
  });

  it('A-11: of a published value are that value and nothing else', () => {
    const result = resultFromPublished({ year: 2020, instrument, wholeName: 'Kommunen', percent: 39.5 });
    expect(result.source).toBe('published');
    expect(result.units).toHaveLength(1);
    expect(result.units[0]).toMatchObject({ maturityPercent: 39.5, respondents: null, quadrant: null });
  });
});
