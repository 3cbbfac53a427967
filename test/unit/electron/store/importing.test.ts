import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueCode } from '../../../../core/survey/answers.ts';
import { sumTallies, tallyAnswers } from '../../../../core/survey/tally.ts';
import { openReader } from '../../../../electron/store/workspace.ts';
import {
  answersDraft,
  circumstances,
  contentOf,
  instrument,
  newWorkspace,
  refusalOf,
  request,
  respondentsIn,
  rowsOf,
} from './samples.ts';

const twoUnits = answersDraft(2022, [
  { unit: ['Kultur'], role: 'chef', gate: 'yes', answers: '345' },
  { unit: ['Skola', 'Förskola'], gate: 'no', answers: '6?' },
]);

test('W-10: an import gives batches, units, and one cell for each unit, role and gate answer', () => {
  const writer = newWorkspace();
  const [batch] = writer.importBatches([request(twoUnits)], circumstances);
  expect(batch).toMatchObject({
    id: 1,
    kind: 'answers',
    year: 2022,
    fileName: 'svar.xlsx',
    respondents: 5,
    counts: { leftOut: 2 },
    importedAt: circumstances.now,
    undoneAt: null,
  });
  expect(writer.batchNotes(1)).toEqual({ profile: { columns: { K: 'rykte' } }, findings: [] });
  const nameOf = new Map(writer.units().map(({ id, name }) => [id, name]));
  const cells = writer.cells(2022).map(({ unit, role, gate, tally }) => ({
    unit: unit === null ? null : nameOf.get(unit),
    role,
    gate,
    respondents: tally.respondents,
  }));
  expect(cells).toHaveLength(2);
  expect(cells).toContainEqual({ unit: 'Kultur', role: 'chef', gate: 'yes', respondents: 3 });
  expect(cells).toContainEqual({ unit: 'Förskola', role: null, gate: 'no', respondents: 2 });
  expect(writer.years()).toEqual([
    { year: 2022, sources: ['answers'], responseRates: false, employeeSurvey: false },
  ]);
});

test('W-10: when the second of two files cannot be stored, nothing of the first is', () => {
  const writer = newWorkspace();
  const before = contentOf(writer.path);
  const second = request(answersDraft(2022, [{ unit: ['Teknik'], answers: '1' }]), { file: 'b.xlsx' });
  expect(refusalOf(() => writer.importBatches([request(twoUnits), second], circumstances)).code).toBe(
    'year-has-answers',
  );
  expect(contentOf(writer.path)).toBe(before);
  expect(writer.units()).toEqual([]);
});

test('W-10: a draft that does not fit the instrument stores nothing', () => {
  const writer = newWorkspace();
  const before = contentOf(writer.path);
  const tooWide = { ...twoUnits, rows: { ...twoUnits.rows, itemCount: 25 } };
  const offScale = answersDraft(2023, [{ answers: '7' }]);
  for (const draft of [tooWide, offScale]) {
    const requests = [request(answersDraft(2021, [{ answers: '1' }])), request(draft, { file: 'b.xlsx' })];
    expect(() => writer.importBatches(requests, circumstances)).toThrow(RangeError);
    expect(contentOf(writer.path)).toBe(before);
  }
});

test('W-11: the same sheet of the same file is recognised, whatever it is called now', () => {
  const writer = newWorkspace();
  writer.importBatches([request(twoUnits, { fingerprint: 'same' })], circumstances);
  for (const mode of ['new', 'add'] as const) {
    const again = request(twoUnits, { mode, file: 'kopia av svar.xlsx', fingerprint: 'same' });
    const problem = refusalOf(() => writer.importBatches([again], circumstances));
    expect(problem.code).toBe('already-imported');
    expect(problem.file).toBe('kopia av svar.xlsx');
    expect(problem.message).toContain('inläsning 1, 2024-03-01');
  }
  expect(writer.batches()).toHaveLength(1);
});

test('W-11: the same file may take its own place, to be understood in another way', () => {
  const writer = newWorkspace();
  writer.importBatches([request(twoUnits)], circumstances);
  writer.importBatches([request(twoUnits, { mode: 'replace-year' })], circumstances);
  expect(respondentsIn(writer, 2022)).toBe(5);
});

test('W-12: a second file for a year is refused until it is said to be added or to replace', () => {
  const writer = newWorkspace();
  writer.importBatches([request(twoUnits)], circumstances);
  const more = answersDraft(2022, [{ unit: ['Teknik'], answers: '11' }]);

  const problem = refusalOf(() => writer.importBatches([request(more, { file: 'b.xlsx' })], circumstances));
  expect(problem.code).toBe('year-has-answers');
  expect(problem.nextStep).toContain('--add');
  expect(problem.nextStep).toContain('--replace-year');

  writer.importBatches([request(more, { file: 'b.xlsx', mode: 'add' })], circumstances);
  expect(respondentsIn(writer, 2022)).toBe(7);

  writer.importBatches(
    [request(answersDraft(2022, [{ answers: '1' }]), { file: 'c.xlsx', mode: 'replace-year' })],
    circumstances,
  );
  expect(respondentsIn(writer, 2022)).toBe(1);
  expect(writer.batches().map(({ id, replacedBy }) => [id, replacedBy])).toEqual([
    [1, 3],
    [2, 3],
    [3, null],
  ]);
});

test('W-12: two files that replace a year together stand together', () => {
  const writer = newWorkspace();
  writer.importBatches([request(twoUnits)], circumstances);
  writer.importBatches(
    ['b.xlsx', 'c.xlsx'].map((file) =>
      request(answersDraft(2022, [{ answers: '12' }]), { file, mode: 'replace-year' }),
    ),
    circumstances,
  );
  expect(respondentsIn(writer, 2022)).toBe(4);
});

test('W-13: files of one year must agree on which items were asked negatively', () => {
  const writer = newWorkspace();
  writer.importBatches([request(answersDraft(2022, [{ answers: '2' }], ['skugg-it']))], circumstances);
  const other = request(answersDraft(2022, [{ answers: '2' }], []), { file: 'b.xlsx', mode: 'add' });
  expect(refusalOf(() => writer.importBatches([other], circumstances)).code).toBe('reversed-differs');
  writer.importBatches([request(answersDraft(2023, [{ answers: '2' }], []))], circumstances);

  const reversedIn = (year: number) =>
    writer
      .instrument(year)
      .items.filter(({ reversed }) => reversed)
      .map(({ code }) => code);
  expect(reversedIn(2022)).toEqual(['skugg-it']);
  expect(reversedIn(2023)).toEqual([]);
});

test('W-16: names that differ in case and blanks are one unit; the same name elsewhere is another', () => {
  const writer = newWorkspace();
  const draft = answersDraft(2022, [
    { unit: ['Skola', 'Kök'], answers: '1' },
    { unit: [' SKOLA ', 'kök'], answers: '2' },
    { unit: ['Vård', 'Kök'], answers: '3' },
    { unit: [], answers: '4' },
  ]);
  writer.importBatches([request(draft)], circumstances);
  expect(writer.units().map(({ name }) => name)).toEqual(['Kök', 'Kök', 'Skola', 'Vård']);
  expect(writer.cells(2022).map(({ tally }) => tally.respondents)).toHaveLength(3);
});

test('W-19: plain SQL gives the answers as long rows', () => {
  const writer = newWorkspace();
  writer.importBatches(
    [request(answersDraft(2022, [{ unit: ['Kultur'], role: 'chef', gate: 'no', answers: '6?-!' }]))],
    circumstances,
  );
  const rows = rowsOf(
    writer.path,
    `SELECT year, batch, unit_name, role, gate, item, state, value FROM answer
     WHERE item = 'rykte' ORDER BY state`,
  );
  const common = { year: 2022, batch: 1, unit_name: 'Kultur', role: 'chef', gate: 'no', item: 'rykte' };
  expect(rows).toEqual([
    { ...common, state: 'blank', value: null },
    { ...common, state: 'dontKnow', value: null },
    { ...common, state: 'refused', value: null },
    { ...common, state: 'value', value: 6 },
  ]);
  expect(rowsOf(writer.path, 'SELECT count(*) AS count FROM answer')).toEqual([
    { count: 4 * instrument.items.length },
  ]);
});

test('W-21: nothing stored of a respondent tells who it was or when they answered', () => {
  const writer = newWorkspace();
  const arrival = '123456123456123456123456123456123456123456123456';
  writer.importBatches([request(answersDraft(2022, [{ answers: arrival }]))], circumstances);
  const stored = rowsOf(writer.path, 'SELECT * FROM respondent ORDER BY id') as { answers: string }[];
  expect(Object.keys(stored[0] ?? {})).toEqual(['id', 'cell', 'answers']);
  const order = stored.map(({ answers }) => answers.charAt(0)).join('');
  expect(order).not.toBe(arrival);
  expect(Array.from(order).sort()).toEqual(Array.from(arrival).sort());
});

test('W-20, W-19: for any draft, stored tallies sum to its tally and the view gives its answers back', () => {
  const itemCount = instrument.items.length;
  const unit = fc.constantFrom([], ['Kultur'], ['Skola'], ['Skola', 'Kök'], ['Vård', 'Kök']);
  const group = fc.record({
    unit,
    role: fc.constantFrom(null, ...instrument.roles.map(({ code }) => code)),
    gate: fc.constantFrom(null, 'yes' as const, 'no' as const),
  });
  const sign = fc.constantFrom(...Array.from('123456?-!'));
  const respondent = fc.record({
    group: fc.nat(),
    answers: fc.array(sign, { minLength: itemCount, maxLength: itemCount }).map((signs) => signs.join('')),
  });
  const anything = fc.record({
    groups: fc.array(group, { minLength: 1, maxLength: 8 }),
    respondents: fc.array(respondent, { maxLength: 40 }),
  });

  fc.assert(
    fc.property(anything, ({ groups, respondents }) => {
      const writer = newWorkspace();
      const codes = Buffer.from(respondents.map(({ answers }) => answers).join(''), 'latin1');
      const groupOf = Int32Array.from(respondents, (one) => one.group % groups.length);
      const rows = { itemCount, respondents: respondents.length, codes };
      writer.importBatches(
        [request({ kind: 'answers', year: 2022, rows, groups, groupOf, reversed: [] })],
        circumstances,
      );
      writer.close();

      const reader = openReader(writer.path);
      const stored = sumTallies(
        instrument,
        reader.cells(2022).map(({ tally }) => tally),
      );
      expect(reader.check().problems).toEqual([]);
      reader.close();
      const direct = tallyAnswers(instrument, null, rows);
      expect(stored.counts).toEqual(direct.counts);
      expect(stored.pairs).toEqual(direct.pairs);
      expect(stored.gateYes).toBe(Array.from(groupOf).filter((at) => groups[at]?.gate === 'yes').length);

      const expected = respondents.flatMap(({ answers }, at) =>
        instrument.items.map(({ code, index }) => {
          const { unit: path, role, gate } = groups[groupOf[at] ?? 0] ?? { unit: [], role: null, gate: null };
          return [path.at(-1) ?? null, role, gate, code, ...meaning(answers.charAt(index))].join(' ');
        }),
      );
      const seen = rowsOf(writer.path, 'SELECT unit_name, role, gate, item, state, value FROM answer').map(
        (row) => Object.values(row as object).join(' '),
      );
      expect(seen.sort()).toEqual(expected.sort());
    }),
    { numRuns: 40 },
  );
});

/** State and value of a sign, written as the view writes them. */
function meaning(sign: string): [string, number | null] {
  if (sign === '?') return ['dontKnow', null];
  if (sign === '-') return ['blank', null];
  if (sign === '!') return ['refused', null];
  const value = [1, 2, 3, 4, 5, 6].find((candidate) => valueCode(candidate) === sign.charCodeAt(0));
  return ['value', value ?? null];
}
