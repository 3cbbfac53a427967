import { describe, expect, it } from 'vitest';
import { headerText } from '../../../../core/intake/header-text.ts';
import { isWordedNegatively, ItemMatcher } from '../../../../core/intake/item-matching.ts';
import { dimios } from '../../../instruments.ts';

const matcher = new ItemMatcher(dimios);

describe('a heading', () => {
  it.each([
    ['Q1[SQ001]', 'Q1[SQ001]', 'Q1[SQ001]'],
    ['Q1_SQ001', 'Q1_SQ001', 'Q1_SQ001'],
    ['Hur väl stämmer detta? [Vi har öppna data [API]]', 'Vi har öppna data [API]', null],
    ['[Skugg-IT]', 'Skugg-IT', null],
    ['G01Q05[SQ002]. Vi har öppna data', 'Vi har öppna data', 'G01Q05[SQ002]'],
    ['Q7 - Skalning', 'Skalning', 'Q7'],
    ['Vi når 100 % av användarna', 'Vi når 100 % av användarna', null],
  ])('L-4: %s is taken apart', (heading, statement, code) => {
    expect(headerText(heading)).toMatchObject({ statement, code });
  });

  it.each([
    ['Skugg-IT', 'skugg-it', 1],
    ['SKUGG-IT ', 'skugg-it', 1],
    ['oppna-data', 'oppna-data', 1],
    ['Shadow IT', 'skugg-it', 1],
    ['Samverkan med externa parter', 'oppen-utveckling', 1],
    ['3. Projektstyrning', 'projektstyrning', 1],
    ['Prioritering (balansering mellan effektivitet och innovation)', 'prioritering', 1],
    ['Portföljstyrning: Vi har en samlad bild', 'portfoljstyrning', 0.95],
    ['Vi har en god överblick över samtliga digitala initiativ', 'portfoljstyrning', 0.9],
  ])('L-3: %s is recognised', (heading, code, confidence) => {
    const match = matcher.match(heading);
    expect(match?.item.code).toBe(code);
    expect(match?.confidence).toBe(confidence);
    expect(match?.reason).not.toBe('');
  });

  it('L-5: whose words fit two items is not certain', () => {
    const match = matcher.match('Öppna data och skugg-it hanteras väl');
    expect(match?.confidence).toBeLessThan(0.9);
    expect(match?.reason).toMatch(/men också/);
  });

  it('L-3: of something else is no item', () => {
    for (const heading of [
      'Vilken förvaltning arbetar du i?',
      'E-post',
      'Vad åt du till lunch?',
      '',
      'Vet ej',
    ]) {
      expect(matcher.match(heading), heading).toBeNull();
    }
  });

  it('L-3: that is the name of any item is that item', () => {
    for (const item of dimios.items) {
      expect(matcher.match(item.name.sv)?.item.code).toBe(item.code);
      expect(matcher.match(item.name.en)?.item.code).toBe(item.code);
    }
  });

  it.each([
    ['Det finns system som IT inte känner till', true],
    ['Vi saknar standarder', true],
    ['Bristande dokumentation ger höga kostnader', true],
    ['Vi har god kontroll (1 = instämmer inte alls, 6 = instämmer helt, vet ej)', false],
    ['Det är tillåtet att misslyckas', false],
    ['Vi tar hem nyttan', false],
  ])('L-8: %s – worded negatively: %s', (heading, expected) => {
    expect(isWordedNegatively(heading)).toBe(expected);
  });
});
