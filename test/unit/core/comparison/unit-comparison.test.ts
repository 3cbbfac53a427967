import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../../core/comparison/benjamini-hochberg.ts';
import { compareWithBenchmark } from '../../../../core/comparison/benchmark.ts';
import { compareGroups } from '../../../../core/comparison/compare-groups.ts';
import { estimateGroup } from '../../../../core/comparison/estimates.ts';
import { pooled, restOf, subtractTally } from '../../../../core/comparison/group.ts';
import { compareUnitsWithRest, compareWithRest } from '../../../../core/comparison/unit-comparison.ts';
import { estimateWithAndWithout } from '../../../../core/comparison/without.ts';
import { addTally, emptyTally } from '../../../../core/survey/tally.ts';
import { dimios, smallInstrument } from '../../../instruments.ts';
import { first, groupOf, groupOfValues, known, small } from './groups.ts';

const unit = groupOf(
  [
    [3, 4, 2, 5],
    [2, null, 3, 4],
    [5, 5, 4, 6],
    [1, 2, 2, 3],
    [4, 4, 3, 6],
    [2, 2, 2, 'dontKnow'],
  ],
  9,
);
const others = groupOf(
  [
    [6, 5, 5, 5],
    [4, 3, 6, null],
    [null, 4, 5, 2],
    [5, 6, 3, 4],
    [5, 5, 4, 3],
    [6, 4, 5, 4],
    [4, 5, 6, 5],
  ],
  11,
);
const whole = pooled(small, [unit, others]);

describe('the rest of a whole', () => {
  it('S3: is the whole less the unit, answers, pairs and invited', () => {
    expect(restOf(whole, unit)).toEqual(others);
    expect(subtractTally(addTally(emptyTally(small), unit.tally), unit.tally)).toEqual(emptyTally(small));
  });

  it('S3: of a role has the share of answering of the whole', () => {
    const role = { ...unit, invited: null, cutOf: { respondents: 13, invited: 20 } };
    expect(restOf(whole, role)).toEqual({
      ...others,
      invited: null,
      cutOf: { respondents: 13, invited: 20 },
    });
    expect(pooled(small, [role, role]).cutOf).toEqual({ respondents: 26, invited: 40 });
  });

  it('S3: has unknown invited where those of the unit or the whole are unknown', () => {
    expect(restOf({ ...whole, invited: null }, unit).invited).toBeNull();
    expect(restOf(whole, { ...unit, invited: null }).invited).toBeNull();
  });

  it('S3: is refused of a group that is no part of the whole', () => {
    expect(() => subtractTally(unit.tally, others.tally)).toThrow(RangeError);
    expect(() => subtractTally(unit.tally, emptyTally(dimios))).toThrow(RangeError);
  });
});

describe('a unit in its whole', () => {
  it('S3: is compared with the rest, never with itself inside', () => {
    const compared = compareWithRest(whole, { name: 'Nämnden', group: unit });
    const plain = compareGroups(others, unit);
    expect(compared.items.map(({ t, p, difference }) => ({ t, p, difference }))).toEqual(
      plain.items.map(({ t, p, difference }) => ({ t, p, difference })),
    );
    expect(compared.assumptions).toMatchObject({
      from: { respondents: 7, invited: 11 },
      to: { respondents: 6 },
    });
    expect(first(compared.items).sentence).toContain('för Nämnden mot');
  });

  it('S3: lies from the whole as far as its formula says', () => {
    const compared = compareWithRest(whole, { name: 'Nämnden', group: unit });
    const all = estimateGroup(whole).items;
    const own = estimateGroup(unit).items;
    compared.items.forEach(({ differenceFromWhole }, at) => {
      expect(differenceFromWhole).toBeCloseTo(known(own[at]?.value) - known(all[at]?.value), 12);
    });
  });

  it('S2: is adjusted over all units × items in a ranking over units', () => {
    const ranked = compareUnitsWithRest(whole, [
      { name: 'Nämnden', group: unit },
      { name: 'Kontoret', group: others },
    ]);
    expect(ranked.map(({ name }) => name)).toEqual(['Nämnden', 'Kontoret']);
    const items = ranked.flatMap((compared) => compared.items);
    expect(items.map(({ pAdjusted }) => pAdjusted)).toEqual(benjaminiHochberg(items.map(({ p }) => p)));
    expect(ranked[0]?.maturity.difference).toBeCloseTo(-known(ranked[1]?.maturity.difference), 12);
  });

  it('S3: may be left out: the figures with and without it, and a sentence where they differ', () => {
    const { all, without } = estimateWithAndWithout(whole, [{ name: 'IT-avdelningen', group: unit }]);
    expect(all).toEqual(estimateGroup(whole));
    expect(first(without).estimates).toEqual(estimateGroup(others));
    expect(first(without).sentences[0]).toMatch(
      /^Den digitala mognaden är \d+\u00A0% utan IT-avdelningen, mot \d+\u00A0% med alla\.$/u,
    );
    const nobody = groupOf([], 0);
    expect(
      first(estimateWithAndWithout(whole, [{ name: 'ingen', group: nobody }]).without).sentences,
    ).toEqual([]);
  });
});

describe('a benchmark', () => {
  const values = [3, 4, 2, 5, 3, 3, 4, 1, 6, 2, 4, 3];
  const name = 'kommunen';

  it("S3: is met by R's t.test(a, mu = 3.9)", () => {
    const group = groupOfValues(values);
    const items = new Map([[known(small.items[0]).code, 3.9]]);
    const compared = compareWithBenchmark({ name: 'riket', items }, { name, group });
    const item = first(compared.items);
    expect(compared.items).toHaveLength(1);
    expect(item.t).toBeCloseTo(-1.432120016596194, 12);
    expect(item.df).toBeCloseTo(11, 10);
    expect(item.p).toBeCloseTo(0.179907192553757, 12);
    expect(item.ciLow).toBeCloseTo(2.462439197647497 - 3.9, 12);
    expect(item.sentence).toBe(
      'Medelvärdet är 3,3 för kommunen mot 3,9 för riket; skillnaden är mindre än osäkerheten.',
    );
  });

  it('S3: has an error of its own that is unknown, and that is said', () => {
    const compared = compareWithBenchmark(
      { name: 'riket', maturity: 51 },
      { name, group: groupOfValues(values, 20) },
    );
    expect(compared.maturity).toMatchObject({ from: 51, verdict: 'within-uncertainty' });
    expect(compared.assumptions).toMatchObject({ from: null, finitePopulation: true });
    expect(compared.assumptions.notes).toContain(
      'Jämförelsetalets egen osäkerhet är inte känd och ingår inte.',
    );
    expect(compared.items).toEqual([]);
  });

  it('S3: leaves out what it has no figure of, and is no reason where the group has none', () => {
    const dimension = known(small.dimensions[0]).code;
    const compared = compareWithBenchmark(
      { name: 'riket', dimensions: new Map([[dimension, 40]]) },
      { name, group: groupOf([], 10, smallInstrument()) },
    );
    expect(compared.maturity).toBeNull();
    expect(first(compared.dimensions)).toMatchObject({ code: 'up', to: null, verdict: 'too-few' });
  });
});
