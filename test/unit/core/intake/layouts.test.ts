import { describe, expect, test } from 'vitest';
import { blankCode, dontKnowCode, valueCode } from '../../../../core/survey/answers.ts';
import { columnLetters } from '../../../../core/intake/sheet.ts';
import { answersLayouts } from '../../../fixtures/layouts/index.ts';
import type { Answer } from '../../../fixtures/layouts/respondents.ts';
import { answersOf, readFixture } from './read-fixture.ts';

function codeOf(answer: Answer): number {
  if (answer === null) return blankCode;
  return answer === 'dontKnow' ? dontKnowCode : valueCode(answer);
}

describe.each(answersLayouts)('%s', (_what, make) => {
  test('L-1: is recognised with its sheet, its header rows and its tool', async () => {
    const fixture = make();
    const { layout } = await readFixture(fixture);
    const { kind, platform, sheet, headerRows } = layout;
    expect({ kind, platform, sheet, headerRows }).toEqual({
      kind: fixture.kind,
      platform: fixture.platform,
      sheet: fixture.sheet,
      headerRows: fixture.headerRows,
    });
  });

  test('L-3: has every column matched', async () => {
    const { columns } = make();
    const read = await readFixture(make());
    const found = new Map(read.columns.map(({ letters, role, item }) => [letters, { role, item }]));
    for (const [place, { header, role, item }] of columns.entries()) {
      expect(found.get(columnLetters(place + 1)), header).toEqual({ role, item: item ?? null });
    }
  });

  test('V-1: gives each answer as it was given', async () => {
    const fixture = make();
    const { rows, groups, groupOf } = answersOf(await readFixture(fixture, { year: fixture.year ?? 2023 }));
    const { respondents: people, hasUnits, hasSubunits } = fixture;
    const expected = people.map(({ answers }) => answers.map(codeOf));
    const read = people.map((_person, place) => [
      ...rows.codes.subarray(place * rows.itemCount, (place + 1) * rows.itemCount),
    ]);
    expect(rows.respondents).toBe(people.length);
    expect(read).toEqual(expected);
    const paths = [...groupOf].map((group) => groups[group]?.unit);
    expect(paths).toEqual(
      people.map(({ unit, subunit }) => (hasUnits ? (hasSubunits ? [unit, subunit] : [unit]) : [])),
    );
  });

  test('L-5: asks only where something is uncertain', async () => {
    const fixture = make();
    const { reading } = await readFixture(fixture);
    const asked = reading.questions.filter(({ id }) => id !== 'year');
    expect(asked.map(({ message }) => message)).toHaveLength(fixture.asks ? asked.length : 0);
    expect(asked.length > 0).toBe(fixture.asks);
    expect(reading.questions.some(({ id }) => id === 'year')).toBe(fixture.year === null);
  });
});
