import { expect, test } from 'vitest';
import type { PreviewColumn } from '../../../../renderer/import/columns.ts';
import { lettersOf, placeOf, rangeOf, shownColumns } from '../../../../renderer/import/columns.ts';
import { placesText, togetherByMessage } from '../../../../renderer/import/findings.ts';

function column(letters: string, role: PreviewColumn['role'], needsConfirmation = false): PreviewColumn {
  return {
    letters,
    header: letters,
    role,
    item: null,
    itemName: null,
    level: null,
    confidence: 1,
    needsConfirmation,
    dropped: role === 'personal' || role === 'time',
    reversed: false,
    reason: '',
  };
}

const columns = [
  column('A', 'time'),
  column('B', 'personal'),
  column('C', 'unit'),
  column('D', 'item'),
  column('E', 'item'),
  column('F', 'item', true),
  column('G', 'item'),
];

test('Certain neighbours of one kind fold together; what needs a look stands by itself.', () => {
  const shown = shownColumns(columns, new Set(), true);
  expect(shown.map((own) => rangeOf(own.columns))).toEqual(['A–B', 'C', 'D–E', 'F', 'G']);
  expect(shownColumns(columns, new Set(['E']), true).map((own) => rangeOf(own.columns))).toEqual([
    'A–B',
    'C',
    'D',
    'E',
    'F',
    'G',
  ]);
});

test('Unfolded, every column stands by itself.', () => {
  expect(shownColumns(columns, new Set(), false).map(({ key }) => key)).toEqual([
    'A',
    'B',
    'C',
    'D',
    'E',
    'F',
    'G',
  ]);
});

test('Letters tell the place of a column.', () => {
  expect(['A', 'Z', 'AA', 'AF'].map(placeOf)).toEqual([0, 25, 26, 31]);
  expect(lettersOf('AF102')).toBe('AF');
});

test('Findings that say the same are told once, those to check before the notes.', () => {
  const finding = { sheet: '', row: null, column: null, value: null };
  const found = togetherByMessage([
    { ...finding, cell: null, column: 'A', code: 'dropped-column', message: 'Läses aldrig.' },
    { ...finding, cell: 'I10', code: 'out-of-scale', message: 'Utanför.' },
    { ...finding, cell: 'K77', code: 'out-of-scale', message: 'Utanför.' },
    { ...finding, cell: 'K78', code: 'out-of-scale', message: 'Utanför.' },
  ]);
  expect(found.map(({ weight, places }) => [weight, placesText(places)])).toEqual([
    ['check', 'I10, K77 +1'],
    ['note', 'A'],
  ]);
});
