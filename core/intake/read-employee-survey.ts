import { fold } from '../text.ts';
import type { EmployeeSurveyDraft } from './draft.ts';
import type { TableInput } from './read-aggregated.ts';
import { numberAt } from './read-aggregated.ts';
import type { Reading } from './reading.ts';
import { Findings } from './reading.ts';
import { cellNumber, cellText, plausibleYear } from './rows.ts';

const answeredRows = new Set(['antal svar', 'antal svarande', 'svarande', 'n', 'number of answers']);

/** Reads the employee survey's table: units over years, a row of answer counts, then a row per item. */
export function readEmployeeSurvey(input: TableInput): Reading<EmployeeSurveyDraft> {
  const { layout } = input;
  const findings = new Findings(layout.sheet);
  const [unitRowNumber = 0, yearRowNumber = 0] = layout.headerRows;
  const unitRow = input.rows.find((row) => row.number === unitRowNumber);
  const yearRow = input.rows.find((row) => row.number === yearRowNumber);
  const body = input.rows.filter((row) => row.number > yearRowNumber);

  let unit = '';
  const columns = (yearRow?.cells ?? []).flatMap((cell, place) => {
    const own = cellText(unitRow?.cells[place]);
    if (own !== '' && place > 0) unit = own;
    const year = plausibleYear(cellNumber(cell));
    return year === null || unit === '' ? [] : [{ place, unit, year }];
  });

  const answered: EmployeeSurveyDraft['answered'][number][] = [];
  const indices: EmployeeSurveyDraft['indices'][number][] = [];
  for (const row of body) {
    const item = cellText(row.cells[0]);
    if (item === '') continue;
    if (answeredRows.has(fold(item))) {
      for (const column of columns) {
        const count = numberAt(
          row,
          column.place,
          findings,
          (value) => Number.isInteger(value) && value >= 0,
          'ett antal svar',
        );
        answered.push({ unit: column.unit, year: column.year, answered: count });
      }
      continue;
    }
    if (columns.every(({ place }) => (row.cells[place] ?? null) === null)) {
      findings.place({ row: row.number }, 'legend-row', 'Raden har inga värden och läses inte in.');
      continue;
    }
    for (const column of columns) {
      const index = numberAt(
        row,
        column.place,
        findings,
        (value) => value >= 0 && value <= 100,
        'ett index mellan 0 och 100',
      );
      indices.push({ unit: column.unit, year: column.year, item, index });
    }
  }
  const newest = Math.max(...columns.map(({ year }) => year));
  return {
    draft:
      indices.length === 0 ? null : { kind: 'employeeSurvey', year: input.year ?? newest, answered, indices },
    findings: findings.list(),
    questions: [],
    respondents: 0,
    responses: 0,
    leftOut: {},
  };
}
