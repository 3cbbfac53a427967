import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrapped } from '../../../../core/figures/pieces.ts';
import { type } from '../../../../core/figures/theme.ts';

const textWidth = (text: string, size: number): number => text.length * size * 0.5;

const lettersOf = (line: string): string => line.replaceAll(/[ -]/g, '');

it('G-9: wraps any text into any room, none at all too, and loses no letter', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'å'), minLength: 1, maxLength: 30 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(words, fc.double({ min: -200, max: 300, noNaN: true }), (given, width) => {
      const lines = wrapped(given.join(' '), width, type.small, textWidth);
      expect(lettersOf(lines.join(''))).toBe(given.join(''));
      for (const line of lines) {
        expect(lettersOf(line).length === 1 || textWidth(line, type.small.size) <= width + 1).toBe(true);
      }
    }),
  );
});
