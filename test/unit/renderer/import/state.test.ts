import { expect, test } from 'vitest';
import type { FileId } from '../../../../core/api.ts';
import type { ImportAction, ImportState } from '../../../../renderer/import/state.ts';
import { reduceImport } from '../../../../renderer/import/state.ts';

const one = 'one' as FileId;
const two = 'two' as FileId;

function after(...actions: readonly ImportAction[]): ImportState {
  const start: ImportState = { files: [], chosen: null };
  return actions.reduce(reduceImport, start);
}

const added: ImportAction = {
  kind: 'add',
  files: [
    { fileId: one, fileName: 'a.xlsx' },
    { fileId: two, fileName: 'b.xlsx' },
  ],
};

test('The first file that is handed in is opened; the same one twice is one.', () => {
  const state = after(added, added);
  expect(state.chosen).toBe(one);
  expect(state.files.map(({ fileName }) => fileName)).toEqual(['a.xlsx', 'b.xlsx']);
});

test('Where the open file is taken away its neighbour is opened; the last leaves nothing.', () => {
  expect(after(added, { kind: 'remove', fileId: one }).chosen).toBe(two);
  expect(after(added, { kind: 'choose', fileId: two }, { kind: 'remove', fileId: two }).chosen).toBe(one);
  expect(after(added, { kind: 'remove', fileId: one }, { kind: 'remove', fileId: two })).toEqual({
    files: [],
    chosen: null,
  });
});

test('A column that gets another meaning forgets what was answered about the one before, and keeps the rest.', () => {
  const answer = (question: string): ImportAction => ({
    kind: 'change',
    fileId: one,
    change: { kind: 'answer', question, answer: 'ja' },
  });
  const column = { column: 'K', role: 'other', item: null, reversed: null, level: null } as const;
  const state = after(added, answer('column:K'), answer('direction:K'), answer('column:L'), {
    kind: 'change',
    fileId: one,
    change: { kind: 'column', column },
  });
  expect(state.files[0]?.order).toMatchObject({ answers: { 'column:L': 'ja' }, columns: [column] });
  expect(state.files[1]?.order).toMatchObject({ answers: {}, columns: [] });
});

test('Another sheet begins anew.', () => {
  const state = after(
    added,
    { kind: 'change', fileId: one, change: { kind: 'answer', question: 'column:A', answer: 'unit' } },
    { kind: 'change', fileId: one, change: { kind: 'sheet', sheet: 'Blad2' } },
  );
  expect(state.files[0]?.order).toMatchObject({ sheet: 'Blad2', answers: {}, columns: [] });
});
