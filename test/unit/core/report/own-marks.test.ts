import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownBlocksFromText, textOfOwnBlocks, unknownNumbers } from '../../../../core/report/own-marks.ts';

const numbers = [
  { live: 'maturity:2022', label: 'Digital mognad 2022' },
  { live: 'item:skugg-it:mean:2022', label: 'Skugg-IT 2022, medel' },
];

test('a line is a paragraph, and lines that begin with a sign are a list', () => {
  expect(ownBlocksFromText('Först.\n\n- en\n- två\n1. ett\nSist.', [])).toEqual([
    { kind: 'paragraph', runs: [{ text: 'Först.' }] },
    { kind: 'list', ordered: false, items: [[{ text: 'en' }], [{ text: 'två' }]] },
    { kind: 'list', ordered: true, items: [[{ text: 'ett' }]] },
    { kind: 'paragraph', runs: [{ text: 'Sist.' }] },
  ]);
});

test('marks make bold and italic, and names of numbers make live numbers', () => {
  expect(
    ownBlocksFromText('Det är **mycket _viktigt_** att [[Digital mognad 2022]] stiger.', numbers),
  ).toEqual([
    {
      kind: 'paragraph',
      runs: [
        { text: 'Det är ' },
        { text: 'mycket ', bold: true },
        { text: 'viktigt', bold: true, italic: true },
        { text: ' att ' },
        { live: 'maturity:2022' },
        { text: ' stiger.' },
      ],
    },
  ]);
});

test('signs that are no marks stand as they were typed', () => {
  for (const text of ['5 * 3 = 15', 'fil_namn_ett', 'a ** b', '[[Okänd 2022]]', '2022 var bra', '-5 grader'])
    expect(ownBlocksFromText(text, numbers)).toEqual([{ kind: 'paragraph', runs: [{ text }] }]);
});

test('a name that no number has is told, a known one and one set as text are not', () => {
  const text = '[[Digital mognad 2022]] [[Okänd 2022]] \\[[så]] [[maturity:2022]]';
  expect(unknownNumbers(text, numbers)).toEqual(['Okänd 2022']);
});

const piece = fc.oneof(
  fc.constantFrom(
    '**',
    '*',
    '_',
    '[[',
    ']]',
    '\\',
    '- ',
    '1. ',
    ' ',
    '\n',
    '[[Digital mognad 2022]]',
    'å',
    '<b>',
    '#import',
  ),
  fc.string({ maxLength: 6 }),
);

/** What is read, with each sign's style; white space has none that anyone sees. */
function signs(blocks: ReturnType<typeof ownBlocksFromText>): string[] {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : block.items));
  return lines.flatMap((runs) => [
    '¶',
    ...runs.flatMap((run) =>
      'live' in run
        ? [run.live]
        : Array.from(run.text, (sign) =>
            sign.trim() === '' ? sign : `${sign}${JSON.stringify([run.bold, run.italic])}`,
          ),
    ),
  ]);
}

test('three brackets in a row are written back as three', () => {
  const typed = ownBlocksFromText('[\\[[Digital mognad 2022]]', numbers);
  expect(typed).toEqual([{ kind: 'paragraph', runs: [{ text: '[[[Digital mognad 2022]]' }] }]);
  expect(ownBlocksFromText(textOfOwnBlocks(typed, numbers), numbers)).toEqual(typed);
});

test('what was typed is written back so that it is read the same', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const typed = ownBlocksFromText(pieces.join(''), numbers);
      const again = ownBlocksFromText(textOfOwnBlocks(typed, numbers), numbers);
      expect(signs(again)).toEqual(signs(typed));
      expect(again.map(({ kind }) => kind)).toEqual(typed.map(({ kind }) => kind));
    }),
    { numRuns: 2000 },
  );
});
