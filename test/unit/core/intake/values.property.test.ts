import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../../core/intake/sheet.ts';
import { storableValue, ValueReader } from '../../../../core/intake/values.ts';
import { blankCode, codeValue, dontKnowCode } from '../../../../core/survey/answers.ts';
import { fold } from '../../../../core/text.ts';
import { dimios } from '../../../instruments.ts';
import { naiveReading } from './naive-value.ts';
import type { NaiveReading } from './naive-value.ts';

const { scale, dontKnow } = dimios;
const labels = [...scale.minLabels, ...scale.maxLabels];
const labelsOf = (value: number): readonly string[] => {
  if (value === scale.min) return scale.minLabels;
  return value === scale.max ? scale.maxLabels : [];
};

function read(cell: Cell, reader = new ValueReader(dimios)): NaiveReading {
  const { code } = reader.read(cell);
  if (code === blankCode) return 'blank';
  if (code === dontKnowCode) return 'dontKnow';
  return codeValue(code) ?? 'refused';
}

const onScale = fc.integer({ min: scale.min, max: scale.max });
const blankSpace = fc.string({ unit: fc.constantFrom(' ', '\t', '\u00A0', '\n', '\u200B'), maxLength: 3 });
const zeros = fc.integer({ min: 1, max: 4 }).map((count) => '0'.repeat(count));
const recased = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(text, text.toUpperCase(), text.toLowerCase(), `${text}.`, text.normalize('NFD'));
const framed = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(blankSpace, text, blankSpace).map((parts) => parts.join(''));

/** Words beside a number that say neither "vet ej" nor an end of the scale. */
const words = fc
  .array(fc.constantFrom('delvis', 'varken', 'ganska', 'mycket', 'stämmer', 'till viss del', 'å, ä & ö'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(' '));

/** Every way in which a value of the scale is written. */
const writtenValue = onScale.chain((value) => {
  const number = fc.oneof(
    fc.constant(String(value)),
    zeros.map((decimals) => `${value},${decimals}`),
    zeros.map((decimals) => `${value}.${decimals}`),
  );
  const separator = fc.constantFrom(' - ', '-', ' – ', ' — ', ' = ', ': ', '. ', ') ');
  const own = labelsOf(value).map(recased);
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constant(value),
    framed(number),
    number.map((text) => `'${text}`),
    fc.constant(`A${value}`),
    fc.tuple(number, separator, words).map((parts) => parts.join('')),
    fc.tuple(number, words).map(([text, said]) => `${text} (${said})`),
    ...own.map(framed),
    ...own.map((label) => fc.tuple(number, separator, label).map((parts) => parts.join(''))),
    ...own.map((label) => fc.tuple(number, label).map(([text, said]) => `${text} (${said})`)),
    ...own.map((label) => fc.tuple(number, label).map((parts) => parts.join(' '))),
  );
  return fc.record({ value: fc.constant(value), cell });
});

const writtenDontKnow = fc.constantFrom(...dontKnow).chain((text) => framed(recased(text)));

/** Texts made of what answers are made of, put together in any order, and texts of any letters. */
const anyText = fc.oneof(
  fc
    .array(
      fc.oneof(
        fc.constantFrom(' ', ' - ', '-', '–', '(', ')', '.', ',', ':', "'", 'A', '+', '/', '@', '\u00A0'),
        fc.integer({ min: -2, max: 1000 }).map(String),
        fc.constantFrom(...labels, ...dontKnow, 'kanske', 'eller'),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);

const notText: fc.Arbitrary<Cell> = fc.oneof(
  fc.boolean(),
  fc.date({ noInvalidDate: true }).map((date): Cell => ({ kind: 'date', iso: date.toISOString() })),
  fc.constantFrom('#N/A', '#DIV/0!', '#REF!').map((code): Cell => ({ kind: 'error', code })),
  fc.constant<Cell>({ kind: 'uncalculated' }),
  fc.double({ noNaN: true }).filter((number) => !Number.isInteger(number)),
  fc.integer().filter((number) => number < scale.min || number > scale.max),
);

describe('the value reader', () => {
  test('V-1: reads every way of writing a value of the scale as that value', () => {
    fc.assert(
      fc.property(writtenValue, ({ value, cell }) => {
        expect(read(cell)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test('V-4: never makes an answer of a date, a truth value, an error, a decimal or a number outside the scale', () => {
    fc.assert(
      fc.property(notText, (cell) => {
        expect(read(cell)).toBe('refused');
        expect(new ValueReader(dimios).read(cell).fault).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  test('V-4: never makes an answer of a text in which the answer does not stand', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const value = read(text);
        if (typeof value !== 'number') return;
        const isLabelled = labelsOf(value).some((label) => fold(text).includes(fold(label)));
        expect(isLabelled || text.includes(String(value))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('V-2: reads "vet ej" however it is written, and only where it is written', () => {
    fc.assert(
      fc.property(writtenDontKnow, (text) => {
        expect(read(text)).toBe('dontKnow');
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        if (read(text) !== 'dontKnow') return;
        expect(dontKnow.some((known) => fold(text).includes(fold(known)))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('V-3: takes nothing but empty cells for blank', () => {
    expect(read(null)).toBe('blank');
    fc.assert(
      fc.property(blankSpace, (text) => {
        expect(read(text)).toBe('blank');
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(text) === 'blank').toBe(/^[\s\u200B\uFEFF]*'?[\s\u200B\uFEFF]*$/.test(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('V-4: says why, for refused cells and for no others', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, notText), (cell) => {
        const { fault } = new ValueReader(dimios).read(cell);
        expect(fault !== null).toBe(read(cell) === 'refused');
      }),
      { numRuns: 2000 },
    );
  });

  test('reads a cell alike whatever it has read before', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, notText), { maxLength: 20 }), (cells) => {
        const used = new ValueReader(dimios);
        const once = cells.map((cell) => read(cell, used));
        expect(cells.map((cell) => read(cell, used))).toEqual(once);
        expect(cells.map((cell) => read(cell))).toEqual(once);
      }),
    );
  });

  test('V-1: reads an answer again as itself, when it is written as a number or as text', () => {
    fc.assert(
      fc.property(writtenValue, ({ cell }) => {
        const value = read(cell);
        if (typeof value !== 'number') throw new Error('Not an answer.');
        expect(read(value)).toBe(value);
        expect(read(String(value))).toBe(value);
      }),
    );
  });

  test('V-1 to V-4, V-8: agrees with a second reader that goes letter by letter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(text)).toBe(naiveReading(text));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('V-6: a code whose meaning the user has told', () => {
  const meant = new Map([['99', 'dontKnow' as const]]);

  test('has that meaning however it is written', () => {
    const written: readonly Cell[] = [99, '99', ' 99 ', '99.0', '99,00'];
    expect(written.map((cell) => read(cell, new ValueReader(dimios, meant)))).toEqual(
      written.map(() => 'dontKnow'),
    );
  });

  test('changes how no other cell is read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.includes('99'));
        expect(read(text, new ValueReader(dimios, meant))).toBe(read(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('V-5: the value that a finding keeps', () => {
  test('is never long, holds no "@" and fewer than six digits', () => {
    const email = fc.emailAddress();
    const number = fc.integer({ min: 100_000, max: 10 ** 12 });
    fc.assert(
      fc.property(fc.oneof(anyText, email, number, fc.string({ minLength: 21 })), (cell) => {
        const kept = storableValue(cell) ?? '';
        expect(kept.length).toBeLessThanOrEqual(20);
        expect(kept).not.toContain('@');
        expect(kept.replace(/\D/g, '').length).toBeLessThan(6);
      }),
      { numRuns: 2000 },
    );
  });
});
