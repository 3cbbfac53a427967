import type { Instrument } from '../instrument/instrument.ts';
import { Refusal } from '../problem.ts';
import type { ColumnMatch } from './columns.ts';
import { matchColumns, tableColumns } from './columns.ts';
import type { ImportKind } from './draft.ts';
import type { KnownUnit } from './draft-units.ts';
import type { Finding, Question } from './finding.ts';
import type { Layout } from './layout.ts';
import type { SheetSample } from './layout.ts';
import { recogniseLayout } from './layout.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import { emptyMapping, mappedColumn } from './mapping.ts';
import { readAggregated } from './read-aggregated.ts';
import { readAnswers } from './read-answers.ts';
import { readEmployeeAnswers } from './read-employee-answers.ts';
import { readEmployeeSurvey } from './read-employee-survey.ts';
import { readResponseRates } from './read-response-rates.ts';
import type { Reading } from './reading.ts';
import { firstRows } from './rows.ts';
import type { Row, Workbook } from './sheet.ts';
import { ValueReader } from './values.ts';
import { listed } from '../text.ts';

/** Rows of each sheet that recognition looks at. */
const sample = { rows: 200, cells: 200_000 };
/** Tables of figures are small; one that is longer is no such table. */
const tableAtMost = { rows: 20_000, cells: 2_000_000 };
const sheetsAtMost = 100;
/** Values in one row of the sample: each column is compared with every item, and no survey has so many. */
const columnsAtMost = 2000;
/** Characters of a text that recognition looks at: no heading is longer; in a wide row, they share so many. */
const longestText = { alone: 1000, inRow: 120_000, least: 120 };

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
  if (workbook.sheets.length > sheetsAtMost) throw tooManySheets(workbook);
  if (mapping.sheet !== undefined && !workbook.sheets.some(({ name }) => name === mapping.sheet)) {
    throw sheetMissing(workbook, mapping.sheet);
  }
  const samples = await Promise.all(
    workbook.sheets.map(async (sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: (await firstRows(sheet, sample)).map(withShortTexts),
    })),
  );
  for (const sample of samples) refuseIfTooWide(workbook.fileName, sample);
  const layout = recogniseLayout(samples, instrument, {
    kind,
    sheet: mapping.sheet ?? null,
    itemHeadings: mapping.columns.flatMap(({ role, header }) =>
      role === 'item' && header !== undefined ? [header] : [],
    ),
  });
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
    const answers = await readAnswers({ ...common, sheet, columns });
    const reading = {
      ...answers,
      findings: [...unusedMappings(mapping, columns, layout.sheet), ...answers.findings],
    };
    const hasItems = columns.some(({ role }) => role === 'item');
    if (reading.responses === 0 && hasItems) throw headingsOnly(workbook.fileName, layout.sheet);
    return {
      layout,
      columns,
      reading: {
        ...reading,
        questions: [
          ...sheetQuestion(layout),
          ...scaleQuestion(layout, mapping),
          ...columnQuestions(columns, layout.sheet),
          ...reading.questions,
        ],
      },
    };
  }
  // The published table has two header rows; answers per employee have one, and may be many.
  if (layout.kind === 'employeeSurvey' && layout.headerRows.length === 1) {
    const reading = await readEmployeeAnswers({ ...common, sheet });
    if (reading.responses === 0) throw headingsOnly(workbook.fileName, layout.sheet);
    return { layout, columns, reading };
  }
  const rows = await firstRows(sheet, tableAtMost);
  const readers = {
    aggregated: readAggregated,
    responseRates: readResponseRates,
    employeeSurvey: readEmployeeSurvey,
  } satisfies Record<Exclude<ImportKind, 'answers' | 'other'>, unknown>;
  const reading: Reading = readers[layout.kind]({ ...common, rows });
  return { layout, columns, reading };
}

const nothingRead: Reading = {
  draft: null,
  findings: [],
  questions: [],
  respondents: 0,
  responses: 0,
  leftOut: {},
};

/** A heading that a mapping names and the file lacks: a slip of the pen that would otherwise pass unseen. */
function unusedMappings(mapping: Mapping, columns: readonly ColumnMatch[], sheet: string): Finding[] {
  const isUsed = (entry: ColumnMapping): boolean =>
    columns.some(
      ({ letters, header }) => mappedColumn({ ...mapping, columns: [entry] }, letters, header) !== null,
    );
  return mapping.columns
    .filter((entry) => !isUsed(entry))
    .map((entry) => ({
      sheet,
      row: null,
      column: entry.column ?? null,
      cell: null,
      value: null,
      code: 'mapping-unused',
      message: `Mappningen nämner kolumnen "${entry.header ?? entry.column ?? ''}", men den finns inte i filen.`,
    }));
}

function tooManySheets({ fileName, sheets }: Workbook): Refusal {
  return new Refusal({
    code: 'too-large',
    message: `${fileName} har ${sheets.length} blad; högst ${sheetsAtMost} läses.`,
    file: fileName,
    nextStep: 'Spara bladet med svaren som en egen fil och läs in den.',
  });
}

function withShortTexts(row: Row): Row {
  const { alone, inRow, least } = longestText;
  const most = Math.min(alone, Math.max(least, Math.floor(inRow / row.cells.length)));
  const cells = row.cells.map((cell) =>
    typeof cell === 'string' && cell.length > most ? cell.slice(0, most) : cell,
  );
  return { ...row, cells };
}

/** A stray value far to the right is a slip; thousands beside each other are no survey. */
function refuseIfTooWide(fileName: string, { name, rows }: SheetSample): void {
  const widest = Math.max(0, ...rows.map(({ cells }) => cells.filter((cell) => cell !== null).length));
  if (widest <= columnsAtMost) return;
  throw new Refusal({
    code: 'too-large',
    message: `Bladet "${name}" i ${fileName} har ${widest} kolumner med innehåll; högst ${columnsAtMost} läses.`,
    file: fileName,
    sheet: name,
    nextStep: 'Spara bakgrundsfrågor och mätpunkter som en egen fil utan de andra kolumnerna och läs in den.',
  });
}

function sheetMissing({ fileName, sheets }: Workbook, wanted: string): Refusal {
  return new Refusal({
    code: 'sheet-missing',
    message: `${fileName} har inget blad som heter "${wanted}".`,
    file: fileName,
    nextStep: `Välj ett av bladen ${listed(sheets.slice(0, 10).map(({ name }) => `"${name}"`))}.`,
  });
}

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
      // One sheet per förvaltning would be lost without a word if any one of them were proposed.
      proposed: null,
    },
  ];
}

/** A column's meaning as a mapping writes it: "item:skugg-it", "unit". */
function meaningOf({ role, item }: ColumnMatch): string {
  return item === null ? role : `${role}:${item}`;
}

function meaningLabel({ role, itemName }: ColumnMatch): string {
  if (itemName !== null) return itemName;
  return role === 'unit' ? 'det är enheten' : 'det är en personuppgift, som inte läses in';
}

/** The file says that its scale runs the other way: that is never followed without a word. */
function scaleQuestion({ sheet, scaleDirection }: Layout, mapping: Mapping): Question[] {
  if (scaleDirection !== 'turned' || mapping.scale !== undefined) return [];
  return [
    {
      id: 'scale',
      code: 'scale-direction',
      sheet,
      column: null,
      message:
        'Filen säger att skalan går åt andra hållet än i instrumentet (den lägsta siffran är det högsta svaret). Ska svaren läsas så?',
      options: [
        { value: 'turned', label: 'Ja, läs den lägsta siffran som det högsta svaret' },
        { value: 'straight', label: 'Nej, läs siffrorna som i instrumentet' },
      ],
      proposed: 'turned',
    },
  ];
}

/** One question for each column whose meaning is not certain, and one for each statement worded negatively. */
function columnQuestions(columns: readonly ColumnMatch[], sheet: string): Question[] {
  return columns.flatMap((match): Question[] => {
    const { letters, header } = match;
    const meaning: Question[] = match.needsConfirmation
      ? [
          {
            id: `column:${letters}`,
            code: 'column-meaning',
            sheet,
            column: letters,
            message: `Kolumn ${letters}, "${header}": ${match.reason}. Stämmer det?`,
            options: [
              ...(match.role === 'other'
                ? []
                : [{ value: meaningOf(match), label: `Ja, ${meaningLabel(match)}` }]),
              ...(match.mayBeUnit ? [{ value: 'unit', label: 'Det är enheten' }] : []),
              { value: 'other', label: 'Läs inte in kolumnen' },
            ],
            proposed: meaningOf(match),
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
