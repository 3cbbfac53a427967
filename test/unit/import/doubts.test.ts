import { describe, expect, test } from 'vitest';
import { dimios as instrument } from '../../instruments.ts';
import { plain } from '../../fixtures/layouts/plain.ts';
import { workbookBytes } from '../../fixtures/layouts/workbook.ts';
import { Workbench } from './workbench.ts';

const items = instrument.items.map(({ name }) => name.sv);
const rowsOf = (people: number, first: (person: number) => string) =>
  Array.from({ length: people }, (_, person) => [
    first(person),
    ...items.map((_item, place) => ((person + place) % 6) + 1),
  ]);

describe('a doubtful file', () => {
  test('L-1: with answers in several sheets asks which to read', async () => {
    const rows = [['Förvaltning', ...items], ...rowsOf(8, () => 'Kultur')];
    const bytes = workbookBytes([
      { name: 'Svar 2021', rows },
      { name: 'Svar 2022', rows: rows.slice(0, 5) },
    ]);
    const bench = new Workbench();
    const questions = await bench.questions({ fileName: 'Två år.xlsx', bytes }, '--year', '2022');
    expect(questions.map(({ code }) => code)).toContain('sheet');
    const mapping = bench.putJson('blad.json', { format: 1, sheet: 'Svar 2022' });
    const { respondents } = await bench.import(
      { fileName: 'Två år.xlsx', bytes },
      '--year',
      '2022',
      '--mapping',
      mapping,
    );
    expect(respondents).toBe(4);
  });

  test('L-5: whose only text column of repeated names has an unknown heading asks whether it is the unit', async () => {
    const rows = [
      ['Var arbetar du?', ...items],
      ...rowsOf(8, (person) => (person % 2 === 0 ? 'Kultur' : 'Teknik')),
    ];
    const file = { fileName: 'Var.xlsx', bytes: workbookBytes([{ name: 'Svar', rows }]) };
    const bench = new Workbench();
    const questions = await bench.questions(file, '--year', '2022');
    expect(questions.map(({ id }) => id)).toEqual(['column:A']);
    const mapping = bench.putJson('enhet.json', { format: 1, columns: [{ column: 'A', role: 'unit' }] });
    const { units } = await bench.import(file, '--year', '2022', '--mapping', mapping);
    expect(units.map(({ name, respondents }) => [name, respondents])).toEqual([
      ['Kultur', 4],
      ['Teknik', 4],
    ]);
  });

  test('W-11: that stands for another year already says so', async () => {
    const bench = new Workbench();
    await bench.import(plain(), '--year', '2021');
    const { findings } = await bench.import(plain(), '--year', '2022');
    expect(findings[0]).toMatchObject({ code: 'same-file' });
  });
});
