import type { Instrument } from '../instrument/instrument.ts';
import { Refusal } from '../problem.ts';
import type { ColumnMatch } from './columns.ts';
import { matchColumns, tableColumns } from './columns.ts';
import type { ImportKind } from './draft.ts';
import type { KnownUnit } from './draft-units.ts';
import type { Question } from './finding.ts';
import type { Layout } from './layout.ts';
import { recogniseLayout } from './layout.ts';
import type { Mapping } from './mapping.ts';
import { emptyMapping } from './mapping.ts';
import { readAggregated } from './read-aggregated.ts';
import { readAnswers } from './read-answers.ts';
import { readEmployeeSurvey } from './read-employee-survey.ts';
import { readResponseRates } from './read-response-rates.ts';
import type { Reading } from './reading.ts';
import { firstRows } from './rows.ts';
import type { Workbook } from './sheet.ts';
import { ValueReader } from './values.ts';
import { listed } from '../text.ts';

/** Rows of each sheet that recognition looks at. */
const sampleRows = 200;
/** Tables of figures are small; one that is longer is no such table. */
const tableRowsAtMost = 20_000;

/** What a workbook was recognised as. */
export interface Recognised {
  readonly layout: Layout;
  readonly columns: readonly ColumnMatch[];
}

/** What the caller knows and what the user has said. */
export interface IntakeOptions {
  readonly instrument: Instrument;
  readonly mapping?: Mapping;
  /** Forces the kind. */
  readonly kind?: ImportKind | null;
  readonly year?: number | null;
  readonly knownUnits?: readonly KnownUnit[];
}

/** A workbook read: what it is, and what stands in it. */
export interface ReadWorkbook extends Recognised {
  readonly reading: Reading;
}

/** Recognises sheet, headings, tool and kind from the first rows of each sheet. */
export async function recogniseWorkbook(workbook: Workbook, options: IntakeOptions): Promise<Recognised> {
  const { instrument, mapping = emptyMapping, kind = null } = options;
  const samples = await Promise.all(
    workbook.sheets.map(async (sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: await firstRows(sheet, sampleRows),
    })),
  );
  const layout = recogniseLayout(samples, instrument, { kind, sheet: mapping.sheet ?? null });
  if (layout.kind !== 'answers') return { layout, columns: tableColumns(layout) };
  const rows = samples.find(({ name }) => name === layout.sheet)?.rows ?? [];
  const columns = matchColumns({
    headers: layout.headers,
    rows: rows.filter((row) => row.number > (layout.headerRows.at(-1) ?? 0)),
    instrument,
    reader: new ValueReader(instrument),
    mapping,
    codebook: layout.codebook,
  });
  return { layout, columns };
}

/**
 * Reads a workbook to a draft, with what was noticed and what must be asked.
 * @throws Refusal `no-respondents` for headings with nothing below
 */
export async function readWorkbook(workbook: Workbook, options: IntakeOptions): Promise<ReadWorkbook> {
  const { instrument, mapping = emptyMapping, year = null, knownUnits = [] } = options;
  const { layout, columns } = await recogniseWorkbook(workbook, options);
  const sheet = workbook.sheets.find(({ name }) => name === layout.sheet);
  if (sheet === undefined || layout.kind === 'other') return { layout, columns, reading: nothingRead };

  const common = { layout, instrument, mapping, year, knownUnits, fileName: workbook.fileName };
  if (layout.kind === 'answers') {
    const reading = await readAnswers({ ...common, sheet, columns });
    if (reading.respondents === 0) throw headingsOnly(workbook.fileName, layout.sheet);
    return {
      layout,
      columns,
      reading: {
        ...reading,
        questions: [
          ...sheetQuestion(layout),
          ...columnQuestions(columns, layout.sheet),
          ...reading.questions,
        ],
      },
    };
  }
  const rows = await firstRows(sheet, tableRowsAtMost);
  const readers = {
    aggregated: readAggregated,
    responseRates: readResponseRates,
    employeeSurvey: readEmployeeSurvey,
  } satisfies Record<Exclude<ImportKind, 'answers' | 'other'>, unknown>;
  const reading: Reading = readers[layout.kind]({ ...common, rows });
  return { layout, columns, reading };
}

const nothingRead: Reading = { draft: null, findings: [], questions: [], respondents: 0, leftOut: {} };

function headingsOnly(file: string, sheet: string): Refusal {
  return new Refusal({
    code: 'no-respondents',
    message: `Bladet "${sheet}" i ${file} har rubriker men inga svar under dem.`,
    file,
    sheet,
    nextStep: 'Exportera enkäten igen när det finns svar, eller välj filen som innehåller dem.',
  });
}

/** Several sheets of answers: one per year or förvaltning, perhaps. Only one is read at a time. */
function sheetQuestion({ sheet, otherSheets }: Layout): Question[] {
  if (otherSheets.length === 0) return [];
  const sheets = [sheet, ...otherSheets];
  return [
    {
      id: 'sheet',
      code: 'sheet',
      sheet: null,
      column: null,
      message: `Filen har svar i flera blad: ${listed(sheets.map((name) => `"${name}"`))}. Vilket ska läsas?`,
      options: sheets.map((name) => ({ value: name, label: name })),
      proposed: sheet,
    },
  ];
}

/** One question for each column whose meaning is not certain, and one for each statement worded negatively. */
function columnQuestions(columns: readonly ColumnMatch[], sheet: string): Question[] {
  return columns.flatMap((match): Question[] => {
    const { letters, header, item } = match;
    const meaning: Question[] = match.needsConfirmation
      ? [
          {
            id: `column:${letters}`,
            code: 'column-meaning',
            sheet,
            column: letters,
            message: `Kolumn ${letters}, "${header}": ${match.reason}. Stämmer det?`,
            options: [
              ...(item === null ? [] : [{ value: `item:${item}`, label: `Ja, ${item}` }]),
              { value: 'other', label: 'Läs inte in kolumnen' },
            ],
            proposed: item === null ? 'other' : `item:${item}`,
          },
        ]
      : [];
    const direction: Question[] = match.asksDirection
      ? [
          {
            id: `direction:${letters}`,
            code: 'negative-statement',
            sheet,
            column: letters,
            message: `Påståendet i kolumn ${letters}, "${header}", är negativt formulerat. Ska skalan vändas?`,
            options: [
              { value: 'keep', label: 'Vänd inte' },
              { value: 'reverse', label: 'Vänd skalan, så att 6 blir 1' },
            ],
            proposed: 'keep',
          },
        ]
      : [];
    return [...meaning, ...direction];
  });
}
