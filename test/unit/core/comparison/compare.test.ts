import { describe, expect, it } from 'vitest';
import type { Side } from '../../../../core/comparison/compare.ts';
import { compare, compareWithFigure } from '../../../../core/comparison/compare.ts';
import { alignUnit } from '../../../../core/comparison/reorganisation.ts';
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
  const align = (units: readonly ReturnType<typeof unit>[], id: number, from: number, to: number) =>
    alignUnit(unitTree(units), unitId(id), from, to);

  it('U-5: that others became is compared with the sum of them', () => {
    expect(align([oldA, oldB, joined], 3, 2021, 2022)).toEqual({ from: [1, 2], to: [3] });
    expect(align([oldA, oldB, joined], 3, 2022, 2021)).toEqual({ from: [3], to: [1, 2] });
    expect(align([oldA, oldB, joined], 3, 2022, 2023)).toEqual({ from: [3], to: [3] });
    expect(align([oldA, oldB, joined], 1, 2020, 2021)).toEqual({ from: [1], to: [1] });
  });

  it('U-5: that took another over is compared with both together, from before on', () => {
    const host = unit(4, 'C');
    const guest = unit(5, 'D', { validTo: 2021, successors: [4] });
    expect(align([host, guest], 4, 2021, 2022)).toEqual({ from: [4, 5], to: [4] });
    expect(align([host, guest], 4, 2020, 2021)).toEqual({ from: [4], to: [4] });
    expect(align([host, guest], 4, 2022, 2023)).toEqual({ from: [4], to: [4] });
    expect(align([host, guest], 5, 2021, 2022)).toBeNull();
  });

  it('U-5: that was divided is compared with its parts, and they with nothing before', () => {
    const divided = unit(1, 'A', { validTo: 2021, successors: [2, 3] });
    const units = [divided, unit(2, 'B', { validFrom: 2022 }), joined];
    expect(align(units, 1, 2021, 2022)).toEqual({ from: [1], to: [2, 3] });
    expect(align(units, 3, 2021, 2022)).toBeNull();
  });

  it('U-5: follows one reorganisation after another', () => {
    const first = unit(6, 'E', { validTo: 2020, successors: [7] });
    const second = unit(7, 'F', { validFrom: 2021, validTo: 2022, successors: [8] });
    const third = unit(8, 'G', { validFrom: 2023 });
    expect(align([first, second, third], 8, 2020, 2024)).toEqual({ from: [6], to: [8] });
    expect(align([first, second, third], 6, 2020, 2024)).toEqual({ from: [6], to: [8] });
  });

  it('U-5: does not compare with a year in which nothing of it existed', () => {
    expect(align([joined], 3, 2021, 2022)).toBeNull();
    expect(align([unit(9, 'H', { validTo: 2020 })], 9, 2020, 2022)).toBeNull();
  });
});
