import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposedReportSettings } from '../../../core/report/settings.ts';
import type { Outline } from '../../../renderer/report/arranging.ts';
import { moved, movedTo, withSettings } from '../../../renderer/report/arranging.ts';

function entry(id: string, level: 1 | 2 | 3): Outline[number] {
  return {
    id,
    heading: id,
    level,
    included: true,
    isFixed: id === 'method',
    hasOwnText: false,
    generated: [{ id: `${id}:text`, text: 'Text.', included: true }],
    figures: [{ id: `${id}:figure`, kind: 'figure', caption: 'Figur', included: false, form: 'native' }],
  };
}

const outline: Outline = [
  entry('summary', 1),
  entry('formaga', 1),
  entry('effektivitet', 2),
  entry('innovation', 2),
  entry('arv', 1),
  entry('teknik', 2),
  entry('method', 1),
];
const ids = (sections: Outline): string[] => sections.map(({ id }) => id);

test('a section moves with what lies under it', () => {
  expect(ids(moved(outline, 'formaga', 1))).toEqual([
    'summary',
    'arv',
    'teknik',
    'formaga',
    'effektivitet',
    'innovation',
    'method',
  ]);
});

test('a section under another moves among those beside it and no further', () => {
  expect(ids(moved(outline, 'innovation', -1)).slice(2, 4)).toEqual(['innovation', 'effektivitet']);
  expect(moved(outline, 'innovation', 1)).toBe(outline);
  expect(movedTo(outline, 'innovation', 'teknik')).toBe(outline);
  expect(moved(outline, 'summary', -1)).toBe(outline);
});

test('a step there and back leaves every section where it stood', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ids(outline)), fc.constantFrom(-1 as const, 1 as const), (id, step) => {
      const there = moved(outline, id, step);
      expect(ids(there).sort()).toEqual(ids(outline).sort());
      if (there !== outline) expect(ids(moved(there, id, step === 1 ? -1 : 1))).toEqual(ids(outline));
    }),
  );
});

test('switches show what the settings say, but a section that is always with stays', () => {
  const shown = withSettings(outline, {
    ...proposedReportSettings,
    sections: [
      { id: 'arv', included: false },
      { id: 'method', included: false },
    ],
    texts: { arv: [{ kind: 'paragraph', runs: [{ text: 'Eget.' }] }] },
    withoutGenerated: ['summary:text'],
    blocks: { 'teknik:figure': { included: true } },
  });
  const of = (id: string): Outline[number] | undefined => shown.find((section) => section.id === id);
  expect(of('arv')).toMatchObject({ included: false, hasOwnText: true });
  expect(of('method')?.included).toBe(true);
  expect(of('summary')?.generated[0]?.included).toBe(false);
  expect(of('teknik')?.figures[0]?.included).toBe(true);
  expect(of('formaga')?.figures[0]?.included).toBe(false);
});
