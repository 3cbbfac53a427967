import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenFigure } from '../../../../core/conclusions/targets.ts';
import { indicatorTable } from '../../../../core/conclusions/targets.ts';
import published from '../../../../resources/published-figures.json' with { type: 'json' };
import { dimios } from '../../../instruments.ts';

const source = 'Årsrapport 2022';
const figure = (kind: GivenFigure['kind'], year: number, percent: number): GivenFigure => ({
  kind,
  year,
  percent,
  source,
});

describe('the indicator table', () => {
  const { targets } = published;
  const whole2022 = published.measurements.find(({ year }) => year === 2022);
  const table = indicatorTable(
    [
      { year: 2020, source: 'published', percent: targets['2020'].outcome },
      { year: 2021, source: 'answers', percent: targets['2021'].outcome, ciLow: 42.6, ciHigh: 45.4 },
      { year: 2022, source: 'answers', percent: targets['2022'].outcome, ciLow: 40.7, ciHigh: 43.3 },
    ],
    [
      figure('published', 2020, targets['2020'].outcome),
      figure('target', 2022, targets['2022'].target),
      figure('target', 2023, targets['2023'].target),
      { ...figure('benchmark', 2022, whole2022?.nationalMaturityPercent ?? 0), source: 'Riket' },
    ],
    dimios,
  );

  it('O-1: holds every year with an outcome, a target or a benchmark, oldest first', () => {
    expect(table.map(({ year, outcome, target }) => [year, outcome?.percent, target?.percent])).toEqual([
      [2020, 39.5, undefined],
      [2021, 44, undefined],
      [2022, 42, 47],
      [2023, undefined, 55],
    ]);
    expect(table[0]?.published).toEqual({ percent: 39.5, source });
  });

  it('O-2: gives the distance, whether the target is met, and whether the interval holds the target', () => {
    expect(table[2]?.target).toEqual({
      percent: 47,
      source,
      distance: -5,
      outsideUncertainty: true,
      met: false,
    });
    expect(table[3]?.target).toEqual({
      percent: 55,
      source,
      distance: null,
      outsideUncertainty: null,
      met: null,
    });
  });

  it('O-3: sets the nation and others beside it, each with its source', () => {
    expect(table[2]?.benchmarks).toEqual([
      { percent: 51, source: 'Riket', distance: -9, outsideUncertainty: true },
    ]);
  });

  it('O-4: tells each year in plain Swedish', () => {
    expect(table.map(({ sentence }) => sentence.replaceAll('\u00A0', ' '))).toEqual([
      'Utfallet 2020 är 39,5 %; mål saknas.',
      'Utfallet 2021 är 44 %; mål saknas.',
      'Målet 47 % för 2022 är inte nått: utfallet är 42 %, 5,0 procentenheter under, mer än osäkerheten. ' +
        'Riket: 51 %, vi ligger 9,0 procentenheter under, mer än osäkerheten.',
      'Målet för 2023 är 55 %; utfall saknas.',
    ]);
  });

  it('O-4: says of a hidden outcome that it is not shown', () => {
    const [row] = indicatorTable(
      [{ year: 2022, source: 'answers', percent: null, hidden: true }],
      [figure('target', 2022, 47)],
      dimios,
    );
    expect(row?.target?.met).toBeNull();
    expect(row?.sentence.replaceAll('\u00A0', ' ')).toBe('Målet för 2022 är 47 %; utfallet visas inte.');
  });

  it('O-1: takes the best of several sources: answers, then aggregated, then published', () => {
    const [row] = indicatorTable(
      [
        { year: 2022, source: 'published', percent: 40 },
        { year: 2022, source: 'answers', percent: 41 },
      ],
      [],
      dimios,
    );
    expect(row?.outcome).toMatchObject({ source: 'answers', percent: 41 });
  });

  it('O-2: is met exactly when the unrounded outcome reaches the target', () => {
    const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(percent, percent, (outcome, target) => {
        const [row] = indicatorTable(
          [{ year: 2022, source: 'answers', percent: outcome }],
          [figure('target', 2022, target)],
          dimios,
        );
        expect(row?.target?.met).toBe(outcome >= target);
        expect(row?.target?.distance).toBeCloseTo(outcome - target, 9);
      }),
    );
    const [almost] = indicatorTable(
      [{ year: 2022, source: 'answers', percent: 46.96 }],
      [figure('target', 2022, 47)],
      dimios,
    );
    expect(almost?.target?.met).toBe(false);
  });
});
