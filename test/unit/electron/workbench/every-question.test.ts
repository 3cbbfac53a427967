import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportOrder, WorkspaceId } from '../../../../core/api.ts';
import type { QuestionCode } from '../../../../core/intake/finding.ts';
import { questionCodes } from '../../../../core/intake/finding.ts';
import {
  answersFixture,
  column,
  itemColumns,
  tableRows,
  writings,
} from '../../../fixtures/layouts/fixture.ts';
import type { AnswersFixture, FixtureFile } from '../../../fixtures/layouts/fixture.ts';
import { limeSurveyLetterCodes } from '../../../fixtures/layouts/limesurvey.ts';
import { plain, plainColumns } from '../../../fixtures/layouts/plain.ts';
import {
  scaleLabels,
  withCodesAsHeadings,
  withDuplicateIds,
  withLabels,
  withLookAlikeUnits,
  withNegativeStatement,
  withNumericDontKnow,
} from '../../../fixtures/layouts/questionable.ts';
import type { Answer } from '../../../fixtures/layouts/respondents.ts';
import { respondents } from '../../../fixtures/layouts/respondents.ts';
import { workbookBytes } from '../../../fixtures/layouts/workbook.ts';
import { Machine } from './machine.ts';

let machine: Machine;
let workspaceId: WorkspaceId;

beforeEach(async () => {
  machine = new Machine();
  const summary = await machine.call('workspace.create', {
    targetId: machine.target('Egen.dimios'),
    organisation: 'Provkommunen',
    itDepartment: null,
    administrator: null,
    logo: null,
  });
  workspaceId = summary.workspaceId;
});

afterEach(() => {
  expect(machine.faults).toEqual([]);
  machine.end();
});

const people = respondents(18);

/** A scale that the file itself says runs the other way. */
function withTurnedScale(): AnswersFixture {
  const columns = [
    ...plainColumns().filter(({ role }) => role !== 'item'),
    ...itemColumns(({ name }) => `${name} (1 = Instämmer helt, 6 = Instämmer inte alls)`, writings.number),
  ];
  return answersFixture({ fileName: 'Vänd.xlsx', platform: 'plain', columns, respondents: people });
}

/** Codes of LimeSurvey that stand after the one for "vet ej". */
function withCodesFarOff(): AnswersFixture {
  const made = limeSurveyLetterCodes();
  const write = (answer: Answer): string | null => {
    const code = writings.letterCode(answer);
    return code === 'A7' ? 'A9' : typeof code === 'string' ? code : null;
  };
  const items = itemColumns(
    (_, place) => made.columns.filter(({ role }) => role === 'item')[place]?.header ?? '',
    write,
  );
  const columns = [...made.columns.filter(({ role }) => role !== 'item'), ...items];
  const { fileName, platform } = made;
  return answersFixture({ fileName, platform, columns, respondents: people });
}

function withTwoYears(): AnswersFixture {
  const columns = [column('År', 'time', (_, place) => 2021 + (place % 2)), ...plainColumns()];
  return answersFixture({ fileName: 'Flera år.xlsx', platform: 'plain', columns, respondents: people });
}

function withTwoSheets(): FixtureFile {
  const rows = tableRows(plainColumns(), people);
  const sheets = ['Norr', 'Söder'].map((name) => ({ name, rows }));
  return { fileName: 'Två blad.xlsx', bytes: workbookBytes(sheets) };
}

/** Answers of employees, of which nothing tells how many points their scale has. */
function ofEmployees(): FixtureFile {
  const rows = [
    ['Förvaltning', 'Jag har rätt verktyg', 'Jag får den hjälp jag behöver'],
    ...people.map(({ unit }, place) => [unit, 1 + (place % 4), 1 + ((place + 1) % 4)]),
  ];
  return { fileName: 'Medarbetare.xlsx', bytes: workbookBytes([{ name: 'Svar', rows }]) };
}

interface Case {
  readonly make: () => FixtureFile;
  readonly kind?: ImportOrder['kind'];
  /** Done before the file is looked at. */
  readonly before?: () => Promise<void>;
}

const cases: Readonly<Record<QuestionCode, Case>> = {
  sheet: { make: withTwoSheets },
  'column-meaning': { make: withCodesAsHeadings },
  'negative-statement': { make: withNegativeStatement },
  'scale-direction': { make: withTurnedScale },
  'scale-points': { make: ofEmployees, kind: 'employeeSurvey' },
  'numeric-dont-know': { make: () => withNumericDontKnow(99) },
  'code-after-scale': { make: limeSurveyLetterCodes },
  'refused-codes': { make: withCodesFarOff },
  'unknown-label': { make: () => withLabels(scaleLabels) },
  'unit-look-alike': { make: withLookAlikeUnits },
  'duplicate-respondents': { make: withDuplicateIds },
  'year-missing': { make: () => ({ ...plain(), fileName: 'Svar 2022.xlsx' }) },
  'year-conflict': { make: withTwoYears },
  'year-has-answers': { make: plain, before: () => store(byOthers(), null) },
  profile: { make: plain, before: () => store(byOthers(), 'Vår enkät') },
};

/** The same headings as the plain file, answered by others in the year that the plain file is read as. */
function byOthers(): AnswersFixture {
  return answersFixture({
    fileName: 'Förra.xlsx',
    platform: 'plain',
    columns: plainColumns(),
    respondents: respondents(12, 50),
  });
}

async function store(fixture: FixtureFile, profileName: string | null): Promise<void> {
  const input = { workspaceId, orders: [order(fixture, null)], profileName };
  await machine.call('import.store', input);
}

function order(
  { fileName, bytes }: FixtureFile,
  kind: ImportOrder['kind'],
  year: number | null = 2022,
): ImportOrder {
  const file = path.join(machine.folder, fileName);
  writeFileSync(file, bytes);
  return { fileId: machine.file(file), answers: {}, columns: [], kind, year, sheet: null };
}

test.each(questionCodes)(
  'L-16: the window can answer the question %s with each of its options, and it is then settled',
  async (code) => {
    const { make, kind = null, before } = cases[code];
    await before?.();
    const own = order(make(), kind, code.startsWith('year-') && code !== 'year-has-answers' ? null : 2022);
    const { questions } = await machine.call('import.preview', { workspaceId, order: own, earlier: [] });
    const asked = questions.find((question) => question.code === code);
    if (asked === undefined)
      throw new Error(`Nothing asks ${code}: ${questions.map((q) => q.code).join(', ')}.`);
    expect(asked).toMatchObject({ answer: null });
    expect(asked.options.length).toBeGreaterThan(0);
    for (const { value } of asked.options) {
      const answers = { [asked.id]: value };
      const after = await machine.call('import.preview', {
        workspaceId,
        order: { ...own, answers },
        earlier: [],
      });
      expect(after.questions.find(({ id }) => id === asked.id)).toMatchObject({ answer: value });
    }
  },
);
