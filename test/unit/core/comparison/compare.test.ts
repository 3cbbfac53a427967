import { describe, expect, it } from 'vitest';
import type { Side } from '../../../../core/comparison/compare.ts';
import { compare, compareWithFigure } from '../../../../core/comparison/compare.ts';
import { counterparts } from '../../../../core/comparison/reorganisation.ts';
import type { Instrument } from '../../../../core/instrument/instrument.ts';
import { nobodyInvited, resultFromAnswers, resultFromPublished } from '../../../../core/scoring/results.ts';
import { tallyAnswers } from '../../../../core/survey/tally.ts';
import { unitTree } from '../../../../core/survey/units.ts';
import type { Answer } from '../../../answer-rows.ts';
import { answerRows } from '../../../answer-rows.ts';
import { smallInstrument } from '../../../instruments.ts';
import { unit, unitId } from '../../../units.ts';

function side(
  year: number,
  answers: readonly (readonly Answer[])[],
  instrument: Instrument = smallInstrument(),
): Side {
  const result = resultFromAnswers({
    year,
    instrument,
    wholeName: 'Kommunen',
    tree: unitTree([]),
    cells: [
      {
        unit: null,
        role: null,
        gate: null,
        tally: tallyAnswers(instrument, null, answerRows(instrument, answers)),
      },
    ],
    invited: nobodyInvited,
  });
  return sideOf(result);
}

function sideOf(result: Side['year']): Side {
  const [unitResult] = result.units;
  if (unitResult === undefined) throw new Error('no whole');
  return { year: result, unit: unitResult };
}

const published = (percent: number): Side =>
  sideOf(resultFromPublished({ year: 2020, instrument: smallInstrument(), wholeName: 'Kommunen', percent }));

describe('a comparison', () => {
  it('C-1: is the later value less the earlier, for every figure', () => {
    const compared = compare(
      side(2021, [[1, 1, 1, 1]]),
      side(2022, [
        [6, 1, 1, 'dontKnow'],
        [6, 1, 1, 6],
      ]),
    );
    expect(compared.notComparable).toBeNull();
    expect(compared.maturity).toEqual({ from: 0, to: 62.5, difference: 62.5 });
    expect(compared.categories[0]).toEqual({ code: 'one', from: 0, to: 50, difference: 50 });
    expect(compared.items[0]).toMatchObject({ difference: 5, percentDifference: 100, dontKnowDifference: 0 });
    expect(compared.items[3]).toMatchObject({ difference: 5, dontKnowDifference: 50 });
    expect(compared.gateYesPercent.difference).toBeNull();
  });

  it('C-2: gives the reason instead of a difference where the sides rest on different items', () => {
    const compared = compare(side(2021, [[1, 1, 1, 1]]), side(2022, [[6, null, 6, 6]]));
    expect(compared.notComparable).toBe('different-items');
    expect(compared.maturity).toEqual({ from: 0, to: 100, difference: null });
    expect(compared.items[0]?.difference).toBe(5);
    expect(compared.items[1]?.difference).toBeNull();
  });

  it('C-2 and C-4: compares nothing that rests on an item turned on one side only', () => {
    const compared = compare(
      side(2021, [[2, 2, 2, 2]]),
      side(2022, [[2, 2, 2, 2]], smallInstrument({}, ['b'])),
    );
    expect(compared.notComparable).toBe('reversed-differs');
    expect(compared.maturity.difference).toBeNull();
    expect(compared.items.map(({ difference }) => difference)).toEqual([0, null, 0, 0]);
    expect(compared.items[1]?.dontKnowDifference).toBe(0);
  });

  it('C-3: takes a published value as it stands', () => {
    const compared = compare(published(39.5), side(2022, [[6, 1, 1, 6]]));
    expect(compared.notComparable).toBeNull();
    expect(compared.maturity).toEqual({ from: 39.5, to: 62.5, difference: 23 });
    expect(compared.items[0]?.difference).toBeNull();
    expect(compareWithFigure(51, side(2022, [[6, 1, 1, 6]]))).toEqual({
      from: 51,
      to: 62.5,
      difference: 11.5,
    });
  });

  it('C-2: says so when one side has no result', () => {
    expect(compare(side(2021, []), side(2022, [[1, 1, 1, 1]])).notComparable).toBe('no-result');
  });
});

describe('a reorganised unit', () => {
  const oldA = unit(1, 'A', { validTo: 2021, successors: [3] });
  const oldB = unit(2, 'B', { validTo: 2021, successors: [3] });
  const joined = unit(3, 'AB', { validFrom: 2022 });

  it('U-5: is the sum of the units that became it, and of those that it became', () => {
    const tree = unitTree([oldA, oldB, joined]);
    expect(counterparts(tree, unitId(3), 2021)).toEqual([1, 2]);
    expect(counterparts(tree, unitId(3), 2022)).toEqual([3]);
    const split = unitTree([
      unit(1, 'A', { validTo: 2021, successors: [2, 3] }),
      unit(2, 'B', { validFrom: 2022 }),
      joined,
    ]);
    expect(counterparts(split, unitId(1), 2022)).toEqual([2, 3]);
  });

  it('U-5: does not compare where only a part went over', () => {
    const tree = unitTree([
      unit(1, 'A', { validTo: 2021, successors: [3, 4] }),
      joined,
      unit(4, 'C', { validFrom: 2022 }),
    ]);
    expect(counterparts(tree, unitId(3), 2021)).toBeNull();
    const other = unitTree([oldA, oldB, joined]);
    expect(counterparts(other, unitId(1), 2022)).toBeNull();
    expect(counterparts(unitTree([joined]), unitId(3), 2021)).toBeNull();
  });
});
