import type { Instrument } from '../instrument/instrument.ts';
import { codeValue, dontKnowCode } from '../survey/answers.ts';
import { fold, tidy } from '../text.ts';
import type { EmployeeSurveyDraft } from './draft.ts';
import type { EmployeeAnswerColumns } from './employee-answers.ts';
import {
  employeeAnswerColumns,
  employeeValueReader,
  mayNameUnit,
  proposedPoints,
} from './employee-answers.ts';
import type { EmployeeAnswer, EmployeeAnswers } from './employee-indices.ts';
import { indicesFromAnswers } from './employee-indices.ts';
import { employeeScales } from './employee-scales.ts';
import type { Question } from './finding.ts';
import type { Layout } from './layout.ts';
import type { Mapping } from './mapping.ts';
import type { Reading } from './reading.ts';
import { Findings } from './reading.ts';
import { cellText } from './rows.ts';
import type { Row, Sheet } from './sheet.ts';
import type { ValueReader } from './values.ts';
import { totalsFirstWords, totalsWords } from './vocabulary.ts';
import { settleTableYear } from './years.ts';

/** What is needed to read answers per employee. */
export interface EmployeeAnswersInput {
  readonly layout: Layout;
  readonly sheet: Sheet;
  readonly instrument: Instrument;
  readonly mapping: Mapping;
  readonly year: number | null;
  readonly fileName: string;
}

/** What all employees together are called in the table that comes of their answers. */
export const allEmployees = 'Samtliga';
/** Rows that the columns are recognised by. */
const sampleRows = 200;

/**
 * Reads answers per employee to the table that they give: an index per unit and question, with the number of answers
 * behind it. What somebody answered is kept nowhere.
 */
export async function readEmployeeAnswers(
  input: EmployeeAnswersInput,
): Promise<Reading<EmployeeSurveyDraft>> {
  const { layout, sheet, instrument, mapping } = input;
  const findings = new Findings(layout.sheet);
  const headerRow = layout.headerRows[0] ?? 0;
  const rows: Row[] = [];
  for await (const batch of sheet.rows()) rows.push(...batch);
  const header = rows.find(({ number }) => number === headerRow);
  const body = rows.filter(({ number }) => number > headerRow);
  const columns =
    header === undefined ? null : employeeAnswerColumns(header, body.slice(0, sampleRows), instrument);
  const { year, question } = settleTableYear(input, findings);
  if (columns === null) return nothing;

  const highest = highestNumber(body, columns, instrument);
  const points = mapping.points ?? proposedPoints(highest);
  const reader = employeeValueReader(instrument, points);
  const employees: EmployeeAnswers['employees'][number][] = [];
  let empty = 0;
  for (const row of body) {
    const unit = tidy(cellText(row.cells[columns.unit]));
    if (isTotals(unit)) {
      findings.place({ row: row.number }, 'totals-row', 'Raden är en summering och läses inte in.');
      continue;
    }
    const answers = answersIn(row, columns, reader, findings);
    if (answers.every((answer) => answer === null)) {
      if (unit !== '') empty++;
      continue;
    }
    if (!mayNameUnit(unit)) {
      findings.place(
        { row: row.number },
        unit === '' ? 'no-unit' : 'unusable-unit',
        `Raden har ingen enhet och räknas bara i ${allEmployees}.`,
      );
    }
    employees.push({ unit: mayNameUnit(unit) ? unit : '', answers });
  }
  const questions = [
    ...(mapping.points === undefined ? [pointsQuestion(points, layout.sheet)] : []),
    ...(question === null ? [] : [question]),
  ];
  return {
    draft: year === null || employees.length === 0 ? null : draftOf(year, points, columns, employees),
    findings: findings.list(),
    questions,
    respondents: employees.length,
    responses: employees.length + empty,
    leftOut: empty === 0 ? {} : { empty },
  };
}

const nothing: Reading<EmployeeSurveyDraft> = {
  draft: null,
  findings: [],
  questions: [],
  respondents: 0,
  responses: 0,
  leftOut: {},
};

function draftOf(
  year: number,
  points: number,
  { questions }: EmployeeAnswerColumns,
  employees: EmployeeAnswers['employees'],
): EmployeeSurveyDraft {
  const table = indicesFromAnswers(
    { year, items: questions.map(({ heading }) => heading), scale: { min: 1, max: points }, employees },
    { whole: allEmployees, area: null },
  );
  // Those who named no unit are among all, and are no unit of their own.
  const isNamed = ({ unit }: { readonly unit: string }): boolean => unit !== '';
  return {
    kind: 'employeeSurvey',
    year,
    answered: table.answered.filter(isNamed),
    indices: table.indices.filter(isNamed).map(({ unit, year: of, item, index, n }) => ({
      unit,
      year: of,
      item,
      index,
      answers: n,
    })),
  };
}

function answersIn(
  row: Row,
  { questions }: EmployeeAnswerColumns,
  reader: ValueReader,
  findings: Findings,
): EmployeeAnswer[] {
  return questions.map(({ place }) => {
    const cell = row.cells[place] ?? null;
    const { code, fault } = reader.read(cell);
    if (fault !== null) {
      findings.cell(
        row.number,
        place + 1,
        cell,
        fault,
        'Värdet är inget svar på skalan och räknas som obesvarat.',
      );
      return null;
    }
    return code === dontKnowCode ? 'dontKnow' : codeValue(code);
  });
}

/** The highest answer that stands in the questions' cells. */
function highestNumber(
  body: readonly Row[],
  { questions }: EmployeeAnswerColumns,
  instrument: Instrument,
): number {
  const widest = employeeValueReader(instrument, employeeScales.most);
  let highest = 0;
  for (const row of body) {
    for (const { place } of questions) {
      highest = Math.max(highest, codeValue(widest.read(row.cells[place] ?? null).code) ?? 0);
    }
  }
  return highest;
}

function isTotals(unit: string): boolean {
  const folded = fold(unit);
  return folded !== '' && (totalsWords.has(folded) || totalsFirstWords.has(folded.split(' ')[0] ?? ''));
}

function pointsQuestion(points: number, sheet: string): Question {
  const { fewest, most } = employeeScales;
  return {
    id: 'scale-points',
    code: 'scale-points',
    sheet,
    column: null,
    message: `Svaren ser ut att vara på en skala från 1 till ${points}. Vilken är den högsta siffran på skalan?`,
    options: Array.from({ length: most - fewest + 1 }, (_, at) => ({
      value: String(fewest + at),
      label: `1–${fewest + at}`,
    })),
    proposed: String(points),
  };
}
