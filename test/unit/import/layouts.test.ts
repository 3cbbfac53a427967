import { describe, expect, test } from 'vitest';
import { answersLayouts } from '../../fixtures/layouts/index.ts';
import { expectedColumns, expectStored, givenYear, optionsFor, recognisedColumns } from './expectations.ts';
import { Workbench } from './workbench.ts';

describe.each(answersLayouts)('%s', (_what, make) => {
  test('L-1, L-3: is described by inspect: kind, tool, sheet, header rows and what each column means', async () => {
    const fixture = make();
    const seen = await new Workbench().inspect(fixture);
    expect(seen).toMatchObject({
      file: fixture.fileName,
      format: 'xlsx',
      kind: 'answers',
      platform: fixture.platform,
      sheet: fixture.sheet,
      headerRows: fixture.headerRows,
      respondents: fixture.respondents.length,
    });
    expect(recognisedColumns(seen)).toEqual(expectedColumns(fixture));
  });

  test('V-1, U-3: is stored with exactly the answers it holds, in all and per unit', async () => {
    const fixture = make();
    const bench = new Workbench();
    const done = await bench.import(fixture, ...optionsFor(fixture));
    const year = fixture.year ?? givenYear;
    expect(done).toMatchObject({ kind: 'answers', year, respondents: fixture.respondents.length });
    expectStored(bench, year, fixture.respondents, {
      units: fixture.hasUnits,
      subunits: fixture.hasSubunits,
    });
  });

  test('L-9: names the columns of personal data and free text that were dropped', async () => {
    const fixture = make();
    const { dropped } = await new Workbench().import(fixture, ...optionsFor(fixture));
    const expected = fixture.columns.filter(({ role }) => role === 'personal' || role === 'freeText');
    expect(dropped).toEqual(expect.arrayContaining(expected.map(({ header }) => header)));
    const kept = fixture.columns.filter(({ role }) => ['item', 'unit', 'role', 'gate'].includes(role));
    expect(kept.map(({ header }) => header).filter((header) => dropped.includes(header))).toEqual([]);
  });
});
