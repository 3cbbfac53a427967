import { expect, test } from 'vitest';
import { score } from '../../../../core/scoring/score.ts';
import { sumTallies } from '../../../../core/survey/tally.ts';
import { answersDraft, circumstances, instrument, newWorkspace, request } from './samples.ts';

test('W-10: answers come back as cells', () => {
  const writer = newWorkspace();
  const [batch] = writer.importBatches(
    [
      request(
        answersDraft(2022, [
          { unit: ['Kultur'], gate: 'yes', answers: '345' },
          { unit: ['kultur '], gate: 'yes', answers: '?' },
          { answers: '-' },
        ]),
      ),
    ],
    circumstances,
  );
  expect(batch?.respondents).toBe(5);
  expect(writer.units().map((u) => u.name)).toEqual(['Kultur']);
  const cells = writer.cells(2022);
  expect(cells.map((c) => [c.gate, c.tally.respondents])).toEqual([
    ['yes', 4],
    [null, 1],
  ]);
  expect(
    score(
      sumTallies(
        instrument,
        cells.map((c) => c.tally),
      ),
      writer.instrument(2022),
    ).maturityPercent,
  ).toBeCloseTo(60);
});
