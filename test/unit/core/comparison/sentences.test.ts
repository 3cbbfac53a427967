import { describe, expect, it } from 'vitest';
import { compareGroups } from '../../../../core/comparison/compare-groups.ts';
import type { Group } from '../../../../core/comparison/group.ts';
import type { ItemDifference } from '../../../../core/comparison/compare-groups.ts';
import type { Wording } from '../../../../core/comparison/sentences.ts';
import type { Answer } from '../../../answer-rows.ts';
import { smallInstrument } from '../../../instruments.ts';
import { first, groupOf, groupOfValues, known } from './groups.ts';

const earlier = [3, 4, 2, 5, 3, 3, 4, 1, 6, 2, 4, 3];
const later = [4, 5, 5, 3, 6, 4, 5, 2, 6];
const low = [1, 2, 1, 2, 1, 2, 1, 2];
const high = [5, 6, 5, 6, 5, 6, 5, 6];
const between: Wording = { sides: 'groups', from: 'övriga', to: 'Nämnden' };

function itemOf(from: Group, to: Group, wording: Wording = { sides: 'years' }): ItemDifference {
  return first(compareGroups(from, to, undefined, { wording }).items);
}

const sentenceOf = (from: Group, to: Group, wording?: Wording): string => itemOf(from, to, wording).sentence;

describe('the sentence of a difference', () => {
  it('S2: of a firm change says that it is larger than the uncertainty', () => {
    expect(sentenceOf(groupOfValues(low, 20), groupOfValues(high, 20))).toBe(
      'Medelvärdet har stigit från 1,5 till 5,5; höjningen är större än osäkerheten.',
    );
    expect(sentenceOf(groupOfValues(high, 20), groupOfValues(low, 20))).toBe(
      'Medelvärdet har fallit från 5,5 till 1,5; sänkningen är större än osäkerheten.',
    );
  });

  it('S2: of a change among those invited only keeps to them', () => {
    expect(sentenceOf(groupOfValues(earlier, 13), groupOfValues(later, 10))).toBe(
      'Medelvärdet har stigit från 3,3 till 4,4 bland dem som var inbjudna då; höjningen är för liten för att säga ' +
        'något säkert utöver dem.',
    );
  });

  it('S2: within the uncertainty says so', () => {
    expect(sentenceOf(groupOfValues(earlier), groupOfValues(later))).toBe(
      'Medelvärdet har gått från 3,3 till 4,4; skillnaden är mindre än osäkerheten.',
    );
    expect(sentenceOf(groupOfValues(earlier), groupOfValues(earlier))).toBe(
      'Medelvärdet är 3,3 båda åren; skillnaden är mindre än osäkerheten.',
    );
  });

  it('S2: says where the interval leaves 0 out but the adjusted p does not reject', () => {
    // Only item a moves; among four items its p of 0.04 is not enough.
    const rows = (values: readonly number[]): Answer[][] => values.map((value, at) => [value, ...steady(at)]);
    const item = itemOf(groupOf(rows(earlier)), groupOf(rows([4, 5, 5, 3, 6, 4, 5, 3, 6])));
    expect(known(item.ciLow)).toBeGreaterThan(0);
    expect(known(item.pAdjusted)).toBeGreaterThan(0.05);
    expect(item.sentence).toBe(
      'Medelvärdet har gått från 3,3 till 4,6; sedd för sig är skillnaden större än osäkerheten, men inte när den ' +
        'prövas tillsammans med de andra skillnaderna.',
    );
  });

  it('S2: where everyone answered both times does not call a small difference a change', () => {
    expect(sentenceOf(groupOfValues(earlier, 12), groupOfValues(later, 9))).toBe(
      'Medelvärdet har gått från 3,3 till 4,4; alla inbjudna svarade, men så liten skillnad kan bero på att ' +
        'människor svarar olika från gång till gång.',
    );
  });

  it('S2: of too few answers gives the counts and the minimum', () => {
    const compared = compareGroups(groupOfValues([1, 2, 3]), groupOfValues(high));
    expect(first(compared.items).sentence).toBe(
      'För få svar för en slutsats: 3 respektive 8, och minst 5 behövs.',
    );
    expect(compared.maturity.sentence).toBe(
      'För få svar för en slutsats: 3 respektive 8 på den fråga som har minst, och minst 5 behövs.',
    );
    expect(sentenceOf(groupOf([]), groupOfValues(high))).toBe(
      'Går inte att jämföra: det finns inga svar på den ena sidan.',
    );
  });

  it('S2: without any spread says that there is none', () => {
    const alike = (value: number): Group => groupOfValues(Array.from({ length: 6 }, () => value));
    expect(sentenceOf(alike(3), alike(3))).toBe(
      'Medelvärdet är 3,0 båda åren; det finns ingen skillnad att pröva.',
    );
    expect(sentenceOf(alike(3), alike(4))).toBe(
      'Medelvärdet har gått från 3,0 till 4,0, men svaren skiljer sig för lite åt inom grupperna för att ' +
        'osäkerheten ska gå att räkna ut.',
    );
  });

  it('S2: of what does not compare gives the reason', () => {
    const of = (from: Group, to: Group) => compareGroups(from, to).maturity.sentence;
    expect(of(groupOfValues(low), groupOf(high.map((value) => [value, null, value, value])))).toBe(
      'Går inte att jämföra: bara den ena sidan har svar på b.',
    );
    expect(of(groupOfValues(low), groupOfValues(high, null, smallInstrument({}, ['a', 'c'])))).toBe(
      'Går inte att jämföra: skalan är vänd på den ena sidan för a och c.',
    );
    expect(of(groupOf([]), groupOfValues(high))).toBe(
      'Går inte att jämföra: den ena sidan har inget resultat.',
    );
    const scale = { min: 1, max: 7, minLabels: [], maxLabels: [] };
    expect(of(groupOfValues(low, null, smallInstrument({ scale })), groupOfValues(high))).toBe(
      'Går inte att jämföra: svarsskalorna är olika.',
    );
    expect(
      of(groupOfValues(low, null, smallInstrument({ dimensionRule: 'items' })), groupOfValues(high)),
    ).toBe('Går inte att jämföra: frågorna räknas samman på olika sätt.');
    const apart = compareGroups(groupOfValues(low), groupOfValues(high), undefined, {
      notComparable: 'reorganised',
    });
    expect(first(apart.items).sentence).toBe(
      'Går inte att jämföra: enheterna är omorganiserade mellan åren och motsvarar inte varandra.',
    );
  });

  it('S2: between groups names both', () => {
    expect(sentenceOf(groupOfValues(low, 20), groupOfValues(high, 20), between)).toBe(
      'Medelvärdet är 5,5 för Nämnden mot 1,5 för övriga; skillnaden är större än osäkerheten.',
    );
    expect(sentenceOf(groupOfValues(earlier, 13), groupOfValues(later, 10), between)).toBe(
      'Medelvärdet är 4,4 för Nämnden mot 3,3 för övriga bland dem som var inbjudna; skillnaden är för liten för ' +
        'att säga något säkert utöver dem.',
    );
    expect(sentenceOf(groupOfValues(low), groupOfValues(low), between)).toBe(
      'Medelvärdet är 1,5 för både Nämnden och övriga; skillnaden är mindre än osäkerheten.',
    );
  });

  it('S2: of a composite names it and is in percent', () => {
    const compared = compareGroups(groupOfValues(low, 20), groupOfValues(high, 20));
    expect(compared.maturity.sentence).toBe(
      'Den digitala mognaden har stigit från 10\u00A0% till 90\u00A0%; höjningen är större än osäkerheten.',
    );
    expect(first(compared.categories).sentence).toMatch(/^Ett har stigit från/u);
  });

  it('S2: of a change too small for the usual decimals writes as many as tell it', () => {
    const many = (share: number): Group =>
      groupOfValues(Array.from({ length: 20_000 }, (_, at) => (at % 1000 < share ? 4 : 3)));
    expect(sentenceOf(many(510), many(540))).toBe(
      'Medelvärdet har stigit från 3,51 till 3,54; höjningen är större än osäkerheten.',
    );
  });

  it('S2: of the gate question goes by the interval of its difference', () => {
    const gate = (yes: number, no: number): Group => {
      const group = groupOfValues(low);
      return { ...group, tally: { ...group.tally, gateYes: yes, gateNo: no } };
    };
    const of = (from: Group, to: Group, wording?: Wording) =>
      compareGroups(from, to, undefined, wording === undefined ? {} : { wording }).gateYesPercent.sentence;
    expect(of(gate(48, 32), gate(56, 14))).toBe(
      'Andelen som är delaktiga i beslut har gått från 60\u00A0% till 80\u00A0%; skillnaden är större än osäkerheten.',
    );
    expect(of(gate(5, 5), gate(6, 4), between)).toBe(
      'Andelen som är delaktiga i beslut är 60\u00A0% för Nämnden mot 50\u00A0% för övriga; skillnaden är mindre än ' +
        'osäkerheten.',
    );
    expect(of(gate(0, 0), gate(6, 4))).toBe(
      'Andelen som är delaktiga i beslut går inte att jämföra: det finns inga svar på den ena sidan.',
    );
  });
});

/** Answers to the other three items that do not differ between the years. */
function steady(at: number): number[] {
  const value = 2 + (at % 3);
  return [value, value + 1, value];
}
