import { expect, test } from 'vitest';
import { withAnswers, withGivenAnswers, withSheet } from '../../../../core/intake/answering.ts';
import type { ColumnMatch } from '../../../../core/intake/columns.ts';
import type { Question } from '../../../../core/intake/finding.ts';
import type { Mapping } from '../../../../core/intake/mapping.ts';
import { emptyMapping, parseMapping } from '../../../../core/intake/mapping.ts';
import { bundledInstrument } from '../../../../electron/workbench/resources.ts';

const [first, second] = bundledInstrument().items;
if (first === undefined || second === undefined) throw new Error('The instrument has no items.');

function column(letters: string, item: ColumnMatch['item']): ColumnMatch {
  return {
    column: letters.charCodeAt(0) - 64,
    letters,
    header: `Rubrik ${letters}`,
    role: item === null ? 'other' : 'item',
    item,
    itemName: null,
    unitLevel: null,
    holds: null,
    confidence: 0.7,
    needsConfirmation: true,
    reason: '',
    mayBeUnit: false,
    asksDirection: false,
    reversed: false,
  };
}

const columns = [column('A', first.code), column('B', null)];
const nothing = { answers: {}, columns: [] };

function mappingFor(answers: Record<string, string>, mapping: Mapping = emptyMapping): Mapping {
  return withAnswers(mapping, columns, { answers, columns: [] });
}

test('What is answered becomes a mapping that a mapping file could hold.', () => {
  const mapping = mappingFor({
    'column:B': 'unit',
    'direction:A': 'reverse',
    'value:99': 'dontKnow',
    'value:Alltid': '6',
    'unit:Skola': 'Skolan',
    'unit:Vård': '',
    duplicates: 'all',
    scale: 'turned',
    year: '2021',
  });
  expect(parseMapping(JSON.stringify(mapping), 'x')).toEqual(mapping);
  expect(mapping.columns).toEqual([
    { column: 'B', role: 'unit' },
    { column: 'A', role: 'item', item: first.code, reversed: true },
  ]);
  expect(mapping.values).toEqual([
    { text: '99', meaning: 'dontKnow' },
    { text: 'Alltid', meaning: 6 },
  ]);
  expect(mapping.units).toEqual([
    { name: 'Skola', sameAs: 'Skolan' },
    { name: 'Vård', sameAs: null },
  ]);
  expect(mapping).toMatchObject({ duplicates: 'all', scale: 'turned', year: 2021 });
});

test('A text with a colon in it is one text.', () => {
  expect(mappingFor({ 'unit:Kultur: fritid': 'Kultur' }).units).toEqual([
    { name: 'Kultur: fritid', sameAs: 'Kultur' },
  ]);
});

test('What is said on a head goes before what was answered, and what a column meant is given up.', () => {
  const head = { column: 'B', role: 'item', item: first.code, reversed: null, level: null } as const;
  const { columns: said } = withAnswers(emptyMapping, columns, {
    answers: { 'column:B': `item:${second.code}` },
    columns: [head],
  });
  expect(said).toEqual([
    { column: 'B', role: 'item', item: first.code },
    { column: 'A', role: 'other' },
  ]);
});

test('An answer that says nothing usable leaves the mapping as it was.', () => {
  const answers = {
    'column:B': 'konung',
    'value:9': 'sju',
    year: 'i fjol',
    scale: 'sned',
    duplicates: 'några',
  };
  expect(mappingFor(answers)).toEqual(emptyMapping);
});

test('A profile stays beneath what is said on top of it.', () => {
  const profile: Mapping = { ...emptyMapping, columns: [{ column: 'A', role: 'unit' }], scale: 'straight' };
  const mapping = mappingFor({ 'column:A': `item:${second.code}`, scale: 'turned' }, profile);
  expect(mapping.columns[0]).toEqual({ column: 'A', role: 'item', item: second.code });
  expect(mapping.columns.at(-1)).toEqual({ column: 'A', role: 'unit' });
  expect(mapping.scale).toBe('turned');
});

test('The sheet that was chosen goes before the one that was answered.', () => {
  expect(withSheet(emptyMapping, nothing, null)).toEqual(emptyMapping);
  expect(withSheet(emptyMapping, { answers: { sheet: 'B' }, columns: [] }, null).sheet).toBe('B');
  expect(withSheet(emptyMapping, { answers: { sheet: 'B' }, columns: [] }, 'C').sheet).toBe('C');
});

test('Answered questions stand first with their answers, and those that came up since stand open.', () => {
  const question = (id: string): Question => ({
    id,
    code: 'column-meaning',
    sheet: null,
    column: null,
    message: '',
    options: [],
    proposed: null,
  });
  const all = withGivenAnswers([question('a'), question('b')], [question('b'), question('c')], {
    a: 'ja',
    b: 'nej',
  });
  expect(all.map(({ id, answer }) => [id, answer])).toEqual([
    ['a', 'ja'],
    ['b', null],
    ['c', null],
  ]);
});
