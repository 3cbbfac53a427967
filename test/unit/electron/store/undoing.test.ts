import { expect, test } from 'vitest';
import {
  answersDraft,
  circumstances,
  contentOf,
  newWorkspace,
  ratesDraft,
  refusalOf,
  request,
  respondentsIn,
  rowsOf,
} from './samples.ts';

const later = '2024-04-01T09:00:00Z';
const one = answersDraft(2022, [{ unit: ['Kultur'], answers: '1' }]);
const two = answersDraft(2022, [{ unit: ['Skola'], answers: '22' }]);
const four = answersDraft(2022, [{ unit: ['Vård'], answers: '4444' }]);

test('W-14: an undone batch is out of all results but stays in the file', () => {
  const writer = newWorkspace();
  writer.importBatches([request(one), request(two, { mode: 'add', file: 'b.xlsx' })], circumstances);
  writer.undoBatch(2, later);
  expect(respondentsIn(writer, 2022)).toBe(1);
  expect(writer.batches().map(({ id, undoneAt }) => [id, undoneAt])).toEqual([
    [1, null],
    [2, later],
  ]);
  expect(rowsOf(writer.path, 'SELECT count(*) AS count FROM respondent')).toEqual([{ count: 3 }]);
  expect(rowsOf(writer.path, 'SELECT DISTINCT batch FROM answer')).toEqual([{ batch: 1 }]);
});

test('W-14: undoing a batch that replaced others lets them count again', () => {
  const writer = newWorkspace();
  writer.importBatches([request(one), request(two, { mode: 'add', file: 'b.xlsx' })], circumstances);
  writer.importBatches([request(four, { mode: 'replace-year', file: 'c.xlsx' })], circumstances);
  writer.undoBatch(3, later);
  expect(respondentsIn(writer, 2022)).toBe(3);
});

test('W-14: what two batches replaced together comes back when both are undone', () => {
  const writer = newWorkspace();
  writer.importBatches([request(one)], circumstances);
  writer.importBatches(
    [
      request(two, { mode: 'replace-year', file: 'b.xlsx' }),
      request(four, { mode: 'replace-year', file: 'c.xlsx' }),
    ],
    circumstances,
  );
  writer.undoBatch(2, later);
  expect(respondentsIn(writer, 2022)).toBe(4);
  writer.undoBatch(3, later);
  expect(respondentsIn(writer, 2022)).toBe(1);
});

test('W-14: a batch that is missing, undone or replaced cannot be undone, and the refusal says which', () => {
  const writer = newWorkspace();
  writer.importBatches([request(one)], circumstances);
  writer.importBatches([request(two, { mode: 'replace-year', file: 'b.xlsx' })], circumstances);
  const refused = (batch: number) =>
    refusalOf(() => {
      writer.undoBatch(batch, later);
    });
  expect(refused(7).code).toBe('batch-missing');
  expect(refused(1).code).toBe('batch-already-undone');
  expect(refused(1).nextStep).toContain('ångra inläsning 2');
  writer.undoBatch(2, later);
  expect(refused(2).code).toBe('batch-already-undone');
});

test('W-14: an undone file can be imported again, and can then not be brought back beside itself', () => {
  const writer = newWorkspace();
  writer.importBatches([request(one)], circumstances);
  writer.undoBatch(1, later);
  writer.importBatches([request(one)], circumstances);
  expect(respondentsIn(writer, 2022)).toBe(1);
  const problem = refusalOf(() => {
    writer.redoBatch(1, later);
  });
  expect(problem.code).toBe('year-has-answers');
  expect(respondentsIn(writer, 2022)).toBe(1);
});

test('W-15: redo restores what undo changed, replacing included', () => {
  const writer = newWorkspace();
  writer.importBatches([request(one)], circumstances);
  writer.importBatches([request(four, { mode: 'replace-year', file: 'b.xlsx' })], circumstances);
  writer.importBatches([request(two, { mode: 'add', file: 'c.xlsx' })], circumstances);
  const standing = () =>
    writer.batches().map(({ id, replacedBy, undoneAt }) => [id, replacedBy, undoneAt === null]);
  const before = standing();
  writer.undoBatch(2, later);
  expect(respondentsIn(writer, 2022)).toBe(3);
  writer.redoBatch(2, later);
  expect(standing()).toEqual(before);
  expect(respondentsIn(writer, 2022)).toBe(6);
});

test('W-15: a replaced or standing batch cannot be redone', () => {
  const writer = newWorkspace();
  writer.importBatches([request(one)], circumstances);
  writer.importBatches([request(two, { mode: 'replace-year', file: 'b.xlsx' })], circumstances);
  const before = contentOf(writer.path);
  const refused = (batch: number) =>
    refusalOf(() => {
      writer.redoBatch(batch, later);
    }).code;
  expect(refused(1)).toBe('batch-replaced');
  expect(refused(2)).toBe('batch-not-undone');
  expect(refused(3)).toBe('batch-missing');
  expect(contentOf(writer.path)).toBe(before);
});

test('W-14: what does not agree with what was imported since does not come back', () => {
  const writer = newWorkspace();
  writer.importBatches([request(answersDraft(2022, [{ answers: '1' }], ['skugg-it']))], circumstances);
  writer.importBatches([request(two, { mode: 'replace-year', file: 'b.xlsx' })], circumstances);
  writer.importBatches([request(four, { mode: 'add', file: 'c.xlsx' })], circumstances);
  const problem = refusalOf(() => {
    writer.undoBatch(2, later);
  });
  expect(problem.code).toBe('reversed-differs');
  expect(respondentsIn(writer, 2022)).toBe(6);
});

test('W-17: units that only undone batches use do not show, and keep their identity', () => {
  const writer = newWorkspace();
  writer.importBatches(
    [request(one), request(ratesDraft(2022, [[['Vård', 'Kök'], 10]]), { file: 'b.xlsx' })],
    circumstances,
  );
  const before = writer.units();
  expect(before.map(({ name }) => name)).toEqual(['Kultur', 'Kök', 'Vård']);
  writer.undoBatch(2, later);
  expect(writer.units().map(({ name }) => name)).toEqual(['Kultur']);
  writer.redoBatch(2, later);
  expect(writer.units()).toEqual(before);
});
