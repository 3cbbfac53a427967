import { describe, expect, it } from 'vitest';
import { compareGroups } from '../../../../core/comparison/compare-groups.ts';
import { estimateGroup } from '../../../../core/comparison/estimates.ts';
import { pooled } from '../../../../core/comparison/group.ts';
import { seededRandom } from '../../../../core/comparison/seeded-random.ts';
import { compareUnitsWithRest } from '../../../../core/comparison/unit-comparison.ts';
import { dimios } from '../../../instruments.ts';
import { answersOnADay, drawPeople, drawRespondents } from '../../../simulation/population.ts';
import { drawings, shareOf, simulate } from '../../../simulation/simulate.ts';
import { tallyAnswers } from '../../../../core/survey/tally.ts';
import { known } from './groups.ts';

const runs = 600;
const seed = 20_221_015;

describe.each(drawings)('$respondents of $invited answering ($name)', (drawing) => {
  const found = simulate(dimios, drawing, runs, seed);

  it('S1: 95 % intervals hold the value in the population 95 times of 100', () => {
    for (const rate of Object.values(found.coverage)) {
      expect(shareOf(rate)).toBeGreaterThan(0.925);
      expect(shareOf(rate)).toBeLessThan(0.975);
    }
  });

  it('S1: 95 % intervals of differences hold 0 95 times of 100 where nothing changed', () => {
    for (const rate of Object.values(found.differenceCoverage)) {
      expect(shareOf(rate)).toBeGreaterThan(0.925);
      expect(shareOf(rate)).toBeLessThan(0.975);
    }
  });

  it('S2: a comparison gives a false verdict 5 times of 100 at most where nothing changed', () => {
    for (const rate of Object.values(found.falseVerdicts)) expect(shareOf(rate)).toBeLessThan(0.07);
  });

  it('S2: what is called firm where people only answer otherwise on another day is rare', () => {
    const { amongInvited, firm } = found.anotherDay;
    expect(shareOf(firm)).toBeLessThan(0.03);
    expect(shareOf(firm)).toBeLessThan(shareOf(amongInvited));
  });
});

describe('the analysis of nine units in three years', () => {
  it('S1: needs no pass over respondents and takes a fraction of a second', () => {
    const random = seededRandom(9);
    const units = 9;
    const years = Array.from({ length: 3 }, () =>
      Array.from({ length: units }, (_, at) => {
        const people = answersOnADay(drawPeople(dimios, 60, random), dimios, random);
        const tally = tallyAnswers(dimios, null, drawRespondents(people, 33, random));
        return { name: `Enhet ${at + 1}`, group: { tally, invited: 60, instrument: dimios } };
      }),
    );
    const analyse = (): number => {
      const start = performance.now();
      let before: (typeof years)[number] | null = null;
      for (const year of years) {
        const whole = pooled(
          dimios,
          year.map(({ group }) => group),
        );
        estimateGroup(whole);
        compareUnitsWithRest(whole, year);
        for (const [at, { group }] of year.entries()) {
          estimateGroup(group);
          if (before !== null) compareGroups(known(before[at]).group, group);
        }
        before = year;
      }
      return performance.now() - start;
    };
    const quickest = Math.min(...Array.from({ length: 5 }, analyse));
    expect(quickest).toBeLessThan(100);
  });
});
