import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrasts } from '../../../../core/insights/contrasts.ts';
import { defaultInsightLimits } from '../../../../core/insights/limits.ts';
import { strongestImprovements } from '../../../../core/insights/movements.ts';
import { largestDifferences, leastAgreement } from '../../../../core/insights/units-apart.ts';
import { smallInstrument } from '../../../instruments.ts';
import { change, item, unitFigures } from './figures.ts';

const instrument = smallInstrument();

describe('improvements', () => {
  it('I-9: come surest first, then largest first, and small unsure ones are left out', () => {
    const told = strongestImprovements(
      [
        change('a', 3, 3.5),
        change('b', 3, 3.2, { verdict: 'risen', firm: false }),
        change('c', 3, 3.1, { verdict: 'risen', firm: true }),
        change('d', 3, 3.1),
      ],
      2021,
      defaultInsightLimits,
      instrument,
    );
    expect(told.map((movement) => [movement.code, movement.certainty])).toEqual([
      ['c', 'firm'],
      ['b', 'among-invited'],
      ['a', 'unsure'],
    ]);
    expect(told[0]?.sentence).toBe(
      'c: medelvärdet har gått från 3,0 till 3,1 sedan 2021; höjningen är större än osäkerheten.',
    );
    expect(told[2]?.sentence).toMatch(/skillnaden är mindre än osäkerheten\.$/);
  });
});

describe('differences between units', () => {
  const firmlyApart = [
    unitFigures(1, 'Skola', [item('a', 2)], [change('a', 3, 2, { verdict: 'fallen', firm: true })]),
    unitFigures(2, 'Vård', [item('a', 4)], [change('a', 3, 4, { verdict: 'risen', firm: false })]),
    unitFigures(3, 'Kansli', [item('a', null, { hidden: { percent: 'small-group' } })]),
  ];

  it('I-10: run from the lowest to the highest value that is shown, as sure as the less sure of the two', () => {
    const [first, ...rest] = largestDifferences(firmlyApart, instrument);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      code: 'a',
      unitCount: 2,
      lowest: { name: 'Skola', percent: 20 },
      highest: { name: 'Vård', percent: 60 },
      rangePoints: 40,
      certainty: 'among-invited',
    });
    expect(first?.sentence.replaceAll('\u00A0', ' ')).toBe('a: lägst Skola (20 %), högst Vård (60 %).');
  });

  it('I-11: count as disagreement only beyond what chance gives units of their size', () => {
    const units = [
      unitFigures(1, 'Liten', [item('a', 2, { n: 5, sd: 2 }), item('b', 2.6, { n: 100, sd: 1 })]),
      unitFigures(2, 'Stor', [item('a', 3, { n: 5, sd: 2 }), item('b', 3.4, { n: 100, sd: 1 })]),
    ];
    expect(largestDifferences(units, instrument).map(({ code }) => code)).toEqual(['a', 'b']);
    const agreement = leastAgreement(units, instrument);
    expect(agreement.map(({ code }) => code)).toEqual(['b', 'a']);
    // Variance of 2,6 and 3,4 is 0,32; the mean squared standard error 0,01: √0,31 steps of 20 points.
    expect(agreement[0]?.beyondChancePoints).toBeCloseTo(Math.sqrt(0.31) * 20, 9);
    expect(agreement[1]?.beyondChancePoints).toBe(0);
  });

  it('I-11: is never more than the spread itself, and null where a deviation is not known', () => {
    const mean = fc.double({ min: 1, max: 6, noNaN: true });
    const unit = fc.tuple(
      mean,
      fc.double({ min: 0, max: 2.5, noNaN: true }),
      fc.integer({ min: 5, max: 200 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 9 }), (values) => {
        const units = values.map(([value, sd, n], at) =>
          unitFigures(at + 1, `E${at}`, [item('a', value, { sd, n })]),
        );
        const [spread] = leastAgreement(units, instrument);
        expect(spread?.beyondChancePoints).toBeLessThanOrEqual((spread?.spreadPoints ?? 0) + 1e-9);
        expect(spread?.rangePoints).toBeGreaterThanOrEqual((spread?.spreadPoints ?? 0) - 1e-9);
      }),
    );
    expect(leastAgreement(firmlyApart, instrument)[0]?.beyondChancePoints).toBeNull();
  });
});

describe('a group beside the others', () => {
  it('I-12: is told item by item, the surest difference first, and what cannot be shown is named', () => {
    const told = contrasts({
      instrument,
      group: 'De som är inblandade i beslut',
      others: 'övriga',
      verdicts: [
        change('a', 3, 4),
        change('b', 3, 3.3, { verdict: 'risen', firm: true }),
        change('c', 3, 3, { to: { mean: null, n: null }, difference: null, verdict: null }),
        change('d', 3, 3, { dontKnow: { from: 40, to: 20, difference: -20, ciLow: -30, ciHigh: -10 } }),
      ],
    });
    expect(told.items.map(({ code, certainty }) => [code, certainty])).toEqual([
      ['b', 'firm'],
      ['a', 'unsure'],
      ['d', 'unsure'],
    ]);
    expect(told.items[0]?.sentence).toBe(
      'De som är inblandade i beslut svarar i medeltal 3,3 på b och övriga 3,0; skillnaden är större än osäkerheten.',
    );
    expect(told.notShown).toEqual(['c']);
    expect(told.dontKnow.map(({ sentence }) => sentence.replaceAll('\u00A0', ' '))).toEqual([
      'De som är inblandade i beslut svarar vet ej i 20 % av fallen på d, övriga i 40 %.',
    ]);
  });
});
