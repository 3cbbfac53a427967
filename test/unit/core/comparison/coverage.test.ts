import { describe, expect, it } from 'vitest';
import { dimios } from '../../../instruments.ts';
import { drawings, shareOf, simulate } from '../../../simulation/simulate.ts';

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
