import { describe, expect, test } from 'vitest';
import type { AnswersFixture } from '../../fixtures/layouts/fixture.ts';
import { limeSurveyCodesOnly, limeSurveyLetterCodes } from '../../fixtures/layouts/limesurvey.ts';
import { plain } from '../../fixtures/layouts/plain.ts';
import {
  everyoneWithDuplicates,
  longScaleLabels,
  lookAlikes,
  negativeStatement,
  placeOfTechnicalDebt,
  scaleLabels,
  withCodesAsHeadings,
  withDuplicateIds,
  withLabels,
  withLookAlikeUnits,
  withNegativeStatement,
  withNumericDontKnow,
} from '../../fixtures/layouts/questionable.ts';
import { countsOf, expectStored, givenYear, optionsFor, storedCounts, wholeOf } from './expectations.ts';
import { Workbench } from './workbench.ts';

const ofYear = ['--year', String(givenYear)];
const [fullName, withBlank, abbreviation] = lookAlikes;

/** Asks about the file, and stores nothing: there is not even a workspace. Gives codes of the questions. */
async function askedAbout(fixture: AnswersFixture, ...options: readonly string[]): Promise<string[]> {
  const bench = new Workbench();
  const questions = await bench.questions(fixture, ...options);
  expect(bench.hasWorkspace).toBe(false);
  expect(questions.every(({ message }) => message.endsWith('?'))).toBe(true);
  return questions.map(({ code }) => code);
}

async function importedWith(
  fixture: AnswersFixture,
  mapping: object,
  ...options: readonly string[]
): Promise<Workbench> {
  const bench = new Workbench();
  const file = bench.putJson('mappning.json', { format: 1, ...mapping });
  await bench.import(fixture, ...ofYear, '--mapping', file, ...options);
  return bench;
}

async function importedAsProposed(fixture: AnswersFixture): Promise<Workbench> {
  const bench = new Workbench();
  await bench.import(fixture, ...ofYear, '--accept-proposed');
  return bench;
}

describe('an import asks and stores nothing', () => {
  test('U-1: when spellings of a unit look alike', async () => {
    const codes = await askedAbout(withLookAlikeUnits(), ...ofYear);
    expect(codes).toEqual(['unit-look-alike', 'unit-look-alike']);
  });

  test('L-8: when a statement is worded negatively', async () => {
    expect(await askedAbout(withNegativeStatement(), ...ofYear)).toContain('negative-statement');
  });

  test.each([
    ['of LimeSurvey', () => limeSurveyCodesOnly('brackets')],
    ['of no known tool', withCodesAsHeadings],
  ])('L-7: when headings are codes %s', async (_tool, make) => {
    const codes = await askedAbout(make(), ...ofYear);
    expect(codes.filter((code) => code === 'column-meaning')).toHaveLength(26);
  });

  test('V-6: when LimeSurvey has the answer A7', async () => {
    expect(await askedAbout(limeSurveyLetterCodes())).toEqual(['code-after-scale']);
  });

  test('V-7: when a number outside the scale comes back in many cells', async () => {
    expect(await askedAbout(withNumericDontKnow(99), ...ofYear)).toEqual(['numeric-dont-know']);
  });

  test('L-11: when nothing tells the year', async () => {
    expect(await askedAbout(plain())).toEqual(['year-missing']);
  });

  test('V-7: when points of the scale have labels that are not known, however long', async () => {
    const codes = await askedAbout(withLabels(scaleLabels), ...ofYear);
    expect(codes).toEqual(scaleLabels.slice(1, -1).map(() => 'unknown-label'));
  });

  test('L-11: when the year is missing and no proposal can be made, even if proposals are accepted', async () => {
    expect(await askedAbout(plain(), '--accept-proposed')).toEqual(['year-missing']);
  });

  test('L-14: when respondent ids come twice', async () => {
    expect(await askedAbout(withDuplicateIds(), ...ofYear)).toEqual(['duplicate-respondents']);
  });

  test('L-5: not when the year is given and everything is certain', async () => {
    const bench = new Workbench();
    await bench.import(plain(), ...ofYear);
    expect(bench.hasWorkspace).toBe(true);
  });
});

describe('accepting what is proposed', () => {
  test('U-1: counts look-alike units as one, under the full name', async () => {
    const fixture = withLookAlikeUnits();
    const bench = await importedAsProposed(fixture);
    const people = fixture.respondents.map((person) => ({ ...person, unit: fullName }));
    expectStored(bench, givenYear, people);
  });

  test('L-8: leaves a negatively worded statement as it is', async () => {
    const fixture = withNegativeStatement();
    expectStored(await importedAsProposed(fixture), givenYear, fixture.respondents);
  });

  test('L-7: takes columns of codes in the order of the instrument', async () => {
    const fixture = withCodesAsHeadings();
    expectStored(await importedAsProposed(fixture), givenYear, fixture.respondents);
  });

  test('V-6: takes A7 as "vet ej"', async () => {
    const fixture = limeSurveyLetterCodes();
    const bench = new Workbench();
    await bench.import(fixture, ...optionsFor(fixture));
    expectStored(bench, 2022, fixture.respondents, { units: true, subunits: false });
  });

  test('V-6: never takes 99 as "vet ej" by itself', async () => {
    const fixture = withNumericDontKnow(99);
    const bench = await importedAsProposed(fixture);
    const expected = countsOf(fixture.respondents).map(({ dontKnow, ...rest }) => ({
      ...rest,
      dontKnow: 0,
      refused: dontKnow,
    }));
    expect(storedCounts(wholeOf(bench.scores(), givenYear))).toEqual(expected);
  });

  test('L-11: takes the year from the name of the file', async () => {
    const fixture = plain();
    const bench = new Workbench();
    const done = await bench.import({ ...fixture, fileName: 'Svar 2019.xlsx' }, '--accept-proposed');
    expect(done.year).toBe(2019);
  });

  test('L-14: keeps the first of two respondents with one id, and names the later', async () => {
    const fixture = withDuplicateIds();
    const bench = new Workbench();
    const { findings } = await bench.import(fixture, ...ofYear, '--accept-proposed');
    const duplicates = findings.filter(({ code }) => code === 'duplicate-respondent');
    expect(duplicates.map(({ row }) => row)).toEqual([18, 19]);
    expectStored(bench, givenYear, fixture.respondents);
  });
});

describe('L-16: a mapping file answers', () => {
  test('that spellings are units of their own', async () => {
    const fixture = withLookAlikeUnits();
    const bench = await importedWith(fixture, {
      units: [
        { name: abbreviation, sameAs: null },
        { name: withBlank, sameAs: fullName },
      ],
    });
    const units = bench.scores().years[0]?.units ?? [];
    const respondentsOf = (name: string): number | null | undefined =>
      units.find((unit) => unit.name === name)?.respondents;
    expect(respondentsOf(fullName)).toBe(12);
    expect(respondentsOf(abbreviation)).toBe(6);
  });

  test('that a statement is to be turned', async () => {
    const fixture = withNegativeStatement();
    const column = { header: negativeStatement, role: 'item', item: 'teknisk-skuld' };
    const as = async (reversed: boolean) => {
      const bench = await importedWith(fixture, { columns: [{ ...column, reversed }] });
      return wholeOf(bench.scores(), givenYear).items[placeOfTechnicalDebt];
    };
    const kept = await as(false);
    const turned = await as(true);
    expect(kept?.percent).not.toBeCloseTo(50, 3);
    expect(turned?.percent).toBeCloseTo(100 - (kept?.percent ?? NaN), 9);
    expect(turned?.n).toBe(kept?.n);
  });

  test.each([0, 7, 9, 99, 999])('that %i means "vet ej"', async (code) => {
    const fixture = withNumericDontKnow(code);
    const bench = await importedWith(fixture, { values: [{ text: String(code), meaning: 'dontKnow' }] });
    expectStored(bench, givenYear, fixture.respondents);
  });

  test('that a number means no answer at all', async () => {
    const fixture = withNumericDontKnow(99);
    const bench = await importedWith(fixture, { values: [{ text: '99', meaning: 'blank' }] });
    const expected = countsOf(fixture.respondents).map((counts) => ({
      ...counts,
      dontKnow: 0,
      blank: (counts.blank ?? 0) + (counts.dontKnow ?? 0),
    }));
    expect(storedCounts(wholeOf(bench.scores(), givenYear))).toEqual(expected);
  });

  test('that a number is no answer to count with', async () => {
    const bench = await importedWith(withNumericDontKnow(99), {
      values: [{ text: '99', meaning: 'refused' }],
    });
    const whole = wholeOf(bench.scores(), givenYear);
    const dontKnow = countsOf(withNumericDontKnow(99).respondents).map((counts) => counts.dontKnow);
    expect(whole.items.map(({ refused }) => refused)).toEqual(dontKnow);
  });

  test.each([
    ['short', scaleLabels],
    ['long', longScaleLabels],
  ])('what %s labels of the scale mean', async (_length, labels) => {
    const fixture = withLabels(labels);
    const values = labels.map((text, place) => ({ text, meaning: place + 1 }));
    expectStored(await importedWith(fixture, { values }), givenYear, fixture.respondents);
  });

  test('what columns of codes mean', async () => {
    const fixture = withCodesAsHeadings();
    const columns = fixture.columns.map(({ header, role, item }) => ({
      header,
      role,
      ...(item !== undefined && { item }),
      ...(header === 'Enhet' && { level: 2 }),
    }));
    expectStored(await importedWith(fixture, { columns }), givenYear, fixture.respondents);
  });

  test('that all respondents with one id count', async () => {
    const bench = await importedWith(withDuplicateIds(), { duplicates: 'all' });
    expectStored(bench, givenYear, everyoneWithDuplicates);
  });

  test('the year', async () => {
    const bench = new Workbench();
    const mapping = bench.putJson('år.json', { format: 1, year: 2018 });
    expect(await bench.import(plain(), '--mapping', mapping)).toMatchObject({ year: 2018 });
  });

  test('and is refused by the path of its fault when it cannot be read', async () => {
    const bench = new Workbench();
    const mapping = bench.putJson('fel.json', { format: 1, columns: [{ header: 'F1', role: 'fråga' }] });
    const { error } = await bench.refusedImport(plain(), ...ofYear, '--mapping', mapping);
    expect(error).toMatchObject({ code: 'mapping-invalid', file: 'fel.json' });
    expect(error.message).toContain('columns.0.role');
    expect(bench.hasWorkspace).toBe(false);
  });
});
