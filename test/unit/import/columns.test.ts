import { describe, expect, test } from 'vitest';
import { answersFixture, itemColumns, writings } from '../../fixtures/layouts/fixture.ts';
import type { Column } from '../../fixtures/layouts/fixture.ts';
import { items } from '../../fixtures/layouts/items.ts';
import { plain, plainColumns } from '../../fixtures/layouts/plain.ts';
import { respondents } from '../../fixtures/layouts/respondents.ts';
import { microsoftFormsInSwedish } from '../../fixtures/layouts/survey-tools.ts';
import { expectStored, givenYear } from './expectations.ts';
import { Workbench } from './workbench.ts';

const ofYear = ['--year', String(givenYear)];
const withColumns = (columns: readonly Column[]) =>
  answersFixture({ fileName: 'Svar.xlsx', platform: 'plain', columns, respondents: respondents(15) });

describe('a column', () => {
  test('L-5: with the bare name of an item is certain, even where the name holds a negative word', async () => {
    const { columns } = await new Workbench().inspect(plain());
    const named = columns.filter(({ role }) => role === 'item');
    expect(named).toHaveLength(items.length);
    expect(named.filter(({ confidence, needsConfirmation }) => confidence < 1 || needsConfirmation)).toEqual(
      [],
    );
  });

  test('L-3: with a statement tells why it was matched', async () => {
    const { columns } = await new Workbench().inspect(microsoftFormsInSwedish());
    const statements = columns.filter(({ role }) => role === 'item');
    expect(statements.every(({ reason }) => /[a-zåäö]{4}/.test(reason))).toBe(true);
  });

  test('L-6: never shares its item with another: the second one is asked about', async () => {
    const bench = new Workbench();
    const [first] = itemColumns(({ name }) => name, writings.number);
    const columns = [...plainColumns(), ...(first === undefined ? [] : [first])];
    const questions = await bench.questions(withColumns(columns), ...ofYear);
    expect(questions.map(({ code }) => code)).toEqual(['column-meaning']);
    const seen = await bench.inspect(withColumns(columns));
    expect(seen.columns.filter(({ item }) => item === first?.item)).toHaveLength(1);
  });

  test('L-9: of comments about an item is free text, not the item', async () => {
    const comments: Column = {
      header: 'Kommentar om portföljstyrning',
      role: 'freeText',
      cell: ({ comment }) => comment,
    };
    const fixture = withColumns([...plainColumns(), comments]);
    const bench = new Workbench();
    const { dropped } = await bench.import(fixture, ...ofYear);
    expect(dropped).toContain(comments.header);
    expectStored(bench, givenYear, fixture.respondents);
  });

  test.each([
    'Portföljstyrning: Vi har god överblick',
    '1. Portföljstyrning',
    'Portföljstyrning (effektivitet)',
  ])('L-3: is an item when its heading begins with the name: "%s"', async (header) => {
    const columns = plainColumns().map((own) => (own.item === 'portfoljstyrning' ? { ...own, header } : own));
    const bench = new Workbench();
    const fixture = withColumns(columns);
    await bench.import(fixture, ...ofYear);
    expectStored(bench, givenYear, fixture.respondents);
  });

  test('A-5: that is missing leaves its item without results, and is told', async () => {
    const columns = plainColumns().filter(({ item }) => item !== 'rykte');
    const bench = new Workbench();
    const { findings, items: count } = await bench.import(withColumns(columns), ...ofYear);
    expect(count).toBe(25);
    expect(findings.map(({ code }) => code)).toContain('missing-item');
    const { years } = bench.scores();
    const missing = years[0]?.units[0]?.items.find(({ code }) => code === 'rykte');
    expect(missing).toMatchObject({ n: 0, mean: null, percent: null, sd: null, dontKnowPercent: null });
  });

  test('may stand in any order', async () => {
    const fixture = withColumns(plainColumns().toReversed());
    const bench = new Workbench();
    await bench.import(fixture, ...ofYear);
    expectStored(bench, givenYear, fixture.respondents);
  });
});
