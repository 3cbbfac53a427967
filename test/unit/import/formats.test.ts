import { describe, expect, test } from 'vitest';
import { csvEncodings, csvSeparators } from '../../fixtures/layouts/csv.ts';
import type { AnswersFixture } from '../../fixtures/layouts/fixture.ts';
import { plainAs, plainAsCsv } from '../../fixtures/layouts/plain.ts';
import type { BookType } from '../../fixtures/layouts/workbook.ts';
import { expectedColumns, expectStored, givenYear, recognisedColumns } from './expectations.ts';
import { Workbench } from './workbench.ts';

async function expectReadIn(fixture: AnswersFixture, format: string): Promise<void> {
  const bench = new Workbench();
  const seen = await bench.inspect(fixture);
  expect(seen).toMatchObject({ format, kind: 'answers', platform: 'plain', headerRows: [1] });
  expect(recognisedColumns(seen)).toEqual(expectedColumns(fixture));
  await bench.import(fixture, '--year', String(givenYear));
  expectStored(bench, givenYear, fixture.respondents);
}

const workbooks: readonly (readonly [bookType: BookType, format: string])[] = [
  ['xlsx', 'xlsx'],
  ['xlsm', 'xlsx'],
  ['xls', 'xls'],
  ['xlsb', 'xlsb'],
  ['ods', 'ods'],
];

describe('the same answers', () => {
  test.each(workbooks)('F-1, F-3: are read from .%s', async (bookType, format) => {
    await expectReadIn(plainAs(bookType), format);
  });

  test.each(csvSeparators.flatMap((separator) => csvEncodings.map((encoding) => ({ separator, encoding }))))(
    'F-4: are read from .csv parted by "$separator" in $encoding',
    async ({ separator, encoding }) => {
      await expectReadIn(plainAsCsv(separator, encoding), 'csv');
    },
  );
});
