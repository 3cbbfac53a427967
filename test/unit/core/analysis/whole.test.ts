import { describe, expect, it } from 'vitest';
import { attentionOf } from '../../../../core/analysis/attention.ts';
import type { Measurements } from '../../../../core/analysis/measurements.ts';
import { partsOf, unitAsPart } from '../../../../core/analysis/parts.ts';
import { quadrantPoints } from '../../../../core/analysis/quadrants.ts';
import { compareWholeYears, estimateWholeIn, estimateWithout } from '../../../../core/analysis/whole.ts';
import { defaultInsightLimits } from '../../../../core/insights/limits.ts';
import { unit, unitId } from '../../../units.ts';
import { measured, peopleOf, small } from './measured.ts';

const four = [unit(1, 'A'), unit(2, 'B'), unit(3, 'C'), unit(4, 'D')];
const invited = { 1: 20, 2: 90, 3: 40, 4: 25 };

/** Uneven response: of A (low) nearly all have answered, of B (high) a third. */
function uneven(): Measurements {
  const people = [
    ...peopleOf(1, 18, { from: 1, spread: 3 }),
    ...peopleOf(2, 30, { from: 4, spread: 3 }),
    ...peopleOf(3, 25),
    ...peopleOf(4, 20),
  ];
  return measured(four, { 2021: { people, invited }, 2022: { people, invited } });
}

/** A unit too small to be shown, and one that is hidden for its sake. */
function withHidden(): Measurements {
  const people = [...peopleOf(1, 3), ...peopleOf(2, 8), ...peopleOf(3, 25), ...peopleOf(4, 20)];
  return measured(four, { 2021: { people, invited }, 2022: { people, invited } });
}

describe('the whole of a year', () => {
  it('S1.8, S1.10: is also weighted to the invited of each unit, with the reason where that shows', () => {
    const estimates = estimateWholeIn(uneven(), 2022);
    expect(estimates?.unweightable).toBeNull();
    const { value, unweighted, remark } = estimates?.weighted?.maturity ?? {};
    expect(unweighted).toBe(estimates?.unweighted.maturity.value);
    expect(value).toBeGreaterThan(unweighted ?? Infinity);
    expect(remark).toContain('eftersom svarsfrekvensen skiljer sig mellan enheterna');
  });

  it('S1.9: says why it is not weighted where invited are unknown', () => {
    const measurements = measured(four, { 2022: { people: [...peopleOf(1, 20), ...peopleOf(2, 20)] } });
    expect(estimateWholeIn(measurements, 2022)).toMatchObject({
      weighted: null,
      unweightable: 'invited-unknown',
    });
  });

  it('P7: takes hidden units as one stratum', () => {
    const { weighted } = estimateWholeIn(withHidden(), 2022) ?? {};
    expect(weighted?.strata.map(({ respondents }) => respondents)).toEqual([25, 20, 11]);
  });

  it('S3.4: is told without each part that may be told apart, and of no other', () => {
    expect(estimateWithout(uneven(), 2022).map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);
    expect(estimateWithout(withHidden(), 2022).map(({ name }) => name)).toEqual(['C', 'D']);
    const [a] = estimateWithout(uneven(), 2022);
    expect(a?.estimates.assumptions.of.respondents).toBe(75);
    expect(a?.sentences[0]).toContain('utan A, mot');
  });
});

describe('the whole in two years', () => {
  const more = measured(four, {
    2021: {
      people: [...peopleOf(1, 30, { from: 1, spread: 3 }), ...peopleOf(2, 30, { from: 4, spread: 3 })],
    },
    2022: {
      people: [...peopleOf(1, 30, { from: 1, spread: 3 }), ...peopleOf(2, 90, { from: 4, spread: 3 })],
    },
  });

  it('S4.1, S4.2: splits a change that only the mix has made as mix, and adds up', () => {
    const { split, unweighted } = compareWholeYears(more, 2021, 2022) ?? {};
    const { difference = null, results, mix, parts = [] } = split?.maturity ?? {};
    expect(difference).toBeCloseTo(unweighted?.maturity.difference ?? NaN, 9);
    expect(results).toBeCloseTo(0, 9);
    expect(mix).toBeCloseTo(difference ?? NaN, 9);
    expect(parts.reduce((sum, part) => sum + (part.results ?? NaN) + (part.mix ?? NaN), 0)).toBeCloseTo(
      difference ?? NaN,
      9,
    );
  });

  it('S4.4, P7: pools what either year hides before the split', () => {
    const names = compareWholeYears(withHidden(), 2021, 2022)?.split.maturity.parts.map(({ name }) => name);
    expect(names).toEqual(['C', 'D', 'Övriga enheter']);
  });

  it('is null where a year has no answers', () => {
    expect(compareWholeYears(more, 2019, 2022)).toBeNull();
  });
});

describe('parts of a whole', () => {
  it('P8: are those that are shown and leave a rest that is', () => {
    const measurements = withHidden();
    expect(partsOf(measurements, 2022, 'unit').map(({ name }) => name)).toEqual(['C', 'D']);
    expect(unitAsPart(measurements, 2022, unitId(1), null)).toBeNull();
    expect(partsOf(measurements, 2022, 'gate').map(({ name }) => name)).toEqual([
      'De som inte är delaktiga i beslut',
      'De som är delaktiga i beslut',
    ]);
    for (const { group, restGroup } of partsOf(measurements, 2022, 'gate')) {
      expect(group.tally.respondents + restGroup.tally.respondents).toBe(56);
    }
  });

  it('S1.4: that are cuts take the share of answering of what they were cut from', () => {
    const [part] = partsOf(uneven(), 2022, 'gate');
    expect(part?.group).toMatchObject({ invited: null, cutOf: { respondents: 93, invited: 175 } });
  });
});

describe('quadrant points', () => {
  it('A-10, P6: give each unit its place with intervals, and nothing of a hidden one', () => {
    const points = quadrantPoints(withHidden(), [2022]);
    const isOpen = ({ dimensions }: (typeof points)[number]): boolean =>
      dimensions.every(({ percent }) => percent !== null);
    expect(points.map((point) => [point.name, isOpen(point)])).toEqual([
      ['Kommunen', true],
      ['A', false],
      ['B', false],
      ['C', true],
      ['D', true],
    ]);
    const [whole, hiddenUnit] = points;
    for (const { percent, ciLow, ciHigh } of whole?.dimensions ?? []) {
      expect(ciLow).toBeLessThan(percent ?? -Infinity);
      expect(ciHigh).toBeGreaterThan(percent ?? Infinity);
    }
    for (const dimension of hiddenUnit?.dimensions ?? []) {
      expect(dimension).toMatchObject({
        percent: null,
        ciLow: null,
        ciHigh: null,
        hidden: { percent: 'small-group' },
      });
    }
  });

  it('A-10: stand in the years in order', () => {
    expect(quadrantPoints(uneven(), [2021, 2022]).map(({ year }) => year)).toEqual([
      ...Array<number>(5).fill(2021),
      ...Array<number>(5).fill(2022),
    ]);
  });
});

describe('what deserves attention', () => {
  it('I-3, I-5: is told of the whole since the year before, and of a unit', () => {
    const measurements = measured(four, {
      2021: {
        people: [...peopleOf(1, 40, { from: 4, spread: 3 }), ...peopleOf(2, 40, { from: 2, spread: 3 })],
      },
      2022: {
        people: [...peopleOf(1, 40, { from: 1, spread: 3 }), ...peopleOf(2, 40, { from: 2, spread: 3 })],
      },
    });
    const whole = attentionOf(measurements, 2022, null, defaultInsightLimits);
    expect(whole).toMatchObject({ unitName: 'Kommunen', since: 2021 });
    const own = attentionOf(measurements, 2022, unitId(1), defaultInsightLimits);
    const fallen = own.priorities.items.flatMap(({ reasons }) =>
      reasons.filter(({ kind }) => kind === 'fallen').map(({ certainty }) => certainty),
    );
    expect(fallen).toEqual(small.items.map(() => 'firm'));
  });

  it('P11: says nothing of a hidden unit', () => {
    const { priorities } = attentionOf(withHidden(), 2022, unitId(1), defaultInsightLimits);
    expect(priorities.items).toEqual([]);
    const { largestDifferences } = attentionOf(withHidden(), 2022, null, defaultInsightLimits);
    const told = JSON.stringify(largestDifferences);
    expect(told).toContain('"C"');
    expect(told).not.toMatch(/"[AB]"/);
  });
});
