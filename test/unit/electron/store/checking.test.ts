import { expect, test } from 'vitest';
import { openReader } from '../../../../electron/store/workspace.ts';
import { answersDraft, circumstances, newWorkspace, request, tamper } from './samples.ts';

/** What `check` finds in a workspace of two batches, one of them undone, after `sql` was done to it. */
function problemsAfter(sql: string): readonly string[] {
  const writer = newWorkspace();
  const lines = [
    { unit: ['Kultur'], gate: 'yes' as const, answers: '3456?' },
    { unit: ['Skola'], answers: '1-!' },
  ];
  writer.importBatches(
    [request(answersDraft(2021, lines)), request(answersDraft(2022, lines))],
    circumstances,
  );
  writer.undoBatch(1, '2024-04-01T09:00:00Z');
  writer.close();
  tamper(writer.path, sql);
  const reader = openReader(writer.path);
  try {
    const { problems, counts } = reader.check();
    expect(counts).toMatchObject({ batches: 2, cells: 4, units: 2 });
    return problems.map(({ code }) => code);
  } finally {
    reader.close();
  }
}

test('W-20: a workspace as this program leaves it is sound', () => {
  expect(problemsAfter('SELECT 1')).toEqual([]);
});

test.each([
  [
    'an answer that was changed',
    "UPDATE respondent SET answers = '2' || substr(answers, 2) WHERE id = 1",
    'tally-differs',
  ],
  ['a respondent that was taken away', 'DELETE FROM respondent WHERE id = 16', 'tally-differs'],
  ['all respondents taken away', 'DELETE FROM respondent', 'tally-differs'],
  ['a respondent moved to another group', 'UPDATE respondent SET cell = 2 WHERE id = 1', 'tally-differs'],
  ['a tally that was changed', "UPDATE cell SET tally = x'00' WHERE id = 3", 'tally-differs'],
  [
    'a number of respondents that was changed',
    'UPDATE cell SET respondents = 9 WHERE id = 3',
    'tally-differs',
  ],
  ['a gate answer that was changed', "UPDATE cell SET gate = 'no' WHERE gate = 'yes'", 'tally-differs'],
  [
    'answers cut short',
    'UPDATE respondent SET answers = substr(answers, 2) WHERE id = 2',
    'answers-malformed',
  ],
  [
    'a sign off the scale',
    "UPDATE respondent SET answers = '9' || substr(answers, 2) WHERE id = 2",
    'answers-malformed',
  ],
  ['a respondent of no group', "INSERT INTO respondent (cell, answers) VALUES (99, '1')", 'broken-reference'],
  [
    'items in another order',
    'UPDATE instrument_item SET position = 99 WHERE position = 1',
    'instrument-items',
  ],
  ['items that were taken away', 'DELETE FROM instrument_item', 'instrument-items'],
])('W-20: check finds %s', (_, sql, code) => {
  expect(new Set(problemsAfter(sql))).toEqual(new Set([code]));
});
