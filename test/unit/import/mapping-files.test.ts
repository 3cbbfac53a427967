import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writings } from '../../fixtures/layouts/fixture.ts';
import type { AnswersFixture, FixtureFile } from '../../fixtures/layouts/fixture.ts';
import { items } from '../../fixtures/layouts/items.ts';
import { limeSurveyCodesOnly, limeSurveyLetterCodes } from '../../fixtures/layouts/limesurvey.ts';
import {
  withCodesAsHeadings,
  withDuplicateIds,
  withLookAlikeUnits,
  withNegativeStatement,
  withNumericDontKnow,
} from '../../fixtures/layouts/questionable.ts';
import { longComment, respondents } from '../../fixtures/layouts/respondents.ts';
import { microsoftFormsInSwedish } from '../../fixtures/layouts/survey-tools.ts';
import { workbookBytes } from '../../fixtures/layouts/workbook.ts';
import { scoresJson } from './contract.ts';
import { givenYear } from './expectations.ts';
import { refused, succeeded, Workbench } from './workbench.ts';

const ofYear = ['--year', String(givenYear)];

const questionable: readonly (readonly [what: string, make: () => AnswersFixture])[] = [
  ['look-alike units', withLookAlikeUnits],
  ['a negative statement', withNegativeStatement],
  ['99 as an answer', () => withNumericDontKnow(99)],
  ['codes as headings', withCodesAsHeadings],
  ['codes of LimeSurvey as headings', () => limeSurveyCodesOnly('underscore')],
  ['A7 as an answer', limeSurveyLetterCodes],
  ['duplicate ids', withDuplicateIds],
];

describe('L-16: the mapping file that inspect writes', () => {
  test.each(questionable)('answers every question with what was proposed: %s', async (_what, make) => {
    const written = new Workbench();
    const mapping = join(written.folder, 'ny.json');
    await written.inspect(make(), ...ofYear, '--write-mapping', mapping);
    await written.import(make(), ...ofYear, '--mapping', mapping);

    const accepted = new Workbench();
    await accepted.import(make(), ...ofYear, '--accept-proposed');
    expect(written.scores()).toEqual(accepted.scores());
  });

  test('holds nothing of what people answered', async () => {
    const bench = new Workbench();
    const mapping = join(bench.folder, 'ny.json');
    await bench.inspect(microsoftFormsInSwedish(), '--write-mapping', mapping);
    const text = readFileSync(mapping, 'utf8');
    const traces = ['@example.se', 'Majken', longComment, 'Socialförvaltningen'];
    expect(traces.filter((trace) => text.includes(trace))).toEqual([]);
  });

  test('takes the place of no file that is there', async () => {
    const bench = new Workbench();
    const { fileName, bytes } = microsoftFormsInSwedish();
    const mapping = bench.putJson('min.json', { format: 1 });
    const { error } = await refused('inspect', bench.put({ fileName, bytes }), '--write-mapping', mapping);
    expect(error.code).toBe('file-exists');
    expect(readFileSync(mapping, 'utf8')).toBe('{"format":1}');
  });
});

/** Twelve questions under headings that name no item, below a title, as no tool writes them. */
function withForeignHeadings(): FixtureFile {
  const asked = respondents(20).map(({ unit, answers }) => [
    unit,
    ...answers.slice(0, 12).map(writings.number),
  ]);
  const rows = [
    ['Sammanställning från enkätverktyget'],
    ['Var jobbar du?', ...items.slice(0, 12).map((_, place) => `Ruta ${place + 1}`)],
    ...asked,
  ];
  return { fileName: 'Egna rubriker.xlsx', bytes: workbookBytes([{ name: 'Svar', rows }]) };
}

const saidOfForeign = {
  format: 1,
  columns: [
    { header: 'Var jobbar du?', role: 'unit' },
    ...items
      .slice(0, 12)
      .map(({ code }, place) => ({ header: `Ruta ${place + 1}`, role: 'item', item: code })),
  ],
};

describe('L-16: a file whose headings name no item', () => {
  test('is refused with the way to a mapping', async () => {
    const bench = new Workbench();
    const { error } = await bench.refusedImport(withForeignHeadings(), ...ofYear);
    expect(error.code).toBe('unrecognised-layout');
    expect(error.nextStep).toContain('--kind answers --write-mapping');
  });

  test('is read as a mapping says', async () => {
    const bench = new Workbench();
    const mapping = bench.putJson('mappning.json', saidOfForeign);
    const done = await bench.import(withForeignHeadings(), ...ofYear, '--mapping', mapping);
    expect(done).toMatchObject({ kind: 'answers', respondents: 20, items: 12 });
    expect(done.units.map(({ name }) => name)).toContain('Socialförvaltningen');
  });

  test('shows its columns when it is said to hold answers, and is not read before they have a meaning', async () => {
    const bench = new Workbench();
    const { headerRows, columns } = await bench.inspect(withForeignHeadings(), '--kind', 'answers');
    expect(headerRows).toEqual([2]);
    expect(columns.filter(({ needsConfirmation }) => needsConfirmation)).toHaveLength(13);
    const { error } = await bench.refusedImport(
      withForeignHeadings(),
      ...ofYear,
      '--kind',
      'answers',
      '--accept-proposed',
    );
    expect(error.code).toBe('no-items');
    expect(bench.hasWorkspace).toBe(false);
  });
});

describe('L-16: a profile', () => {
  test('is kept on request and offered when the same headings come again', async () => {
    const bench = new Workbench();
    process.env['DIMIOS_HOME'] = join(bench.folder, 'hem');
    const first = withCodesAsHeadings();
    await bench.import(first, ...ofYear, '--accept-proposed', '--save-profile', 'Vår enkät');

    const next = { ...withCodesAsHeadings(), fileName: 'Nästa.xlsx' };
    const other = join(bench.folder, 'Annan.dimios');
    const path = bench.put(next);
    const { error } = await refused('import', path, '--into', other, ...ofYear);
    expect(error.questions?.map(({ code }) => code)).toEqual(['profile']);
    expect(error.questions?.[0]?.message).toContain('Vår enkät');

    await succeeded('import', path, '--into', other, ...ofYear, '--accept-proposed');
    expect(scoresJson.parse(await succeeded('scores', '--in', other))).toEqual(await bench.printedScores());
  });
});
