import type { Instrument } from '../instrument/instrument.ts';
import { blankCode } from '../survey/answers.ts';
import { counted } from '../text.ts';
import type { AnswerColumns } from './answer-columns.ts';
import { answerColumns } from './answer-columns.ts';
import type { ColumnMatch } from './columns.ts';
import { sheetRows } from './growing.ts';
import type { KnownUnit } from './draft-units.ts';
import type { Question } from './finding.ts';
import type { Layout } from './layout.ts';
import type { Mapping } from './mapping.ts';
import { MergedValues } from './merged-values.ts';
import { RespondentGroups } from './respondent-groups.ts';
import type { AnswersReading } from './reading.ts';
import type { RowKind } from './row-kinds.ts';
import { RowSorter } from './row-kinds.ts';
import { Findings } from './reading.ts';
import { cellText, cellYear, plausibleYear, cellNumber } from './rows.ts';
import type { Cell, MergedRange, Row, Sheet, SheetTail } from './sheet.ts';
import type { ValueFault } from './values.ts';
import { meaningKey } from './values.ts';
import { ValueQuestions } from './value-questions.ts';
import { settleYear, YearCount } from './years.ts';

/** What is needed to read the answers of one sheet. */
export interface AnswersInput {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly columns: readonly ColumnMatch[];
  readonly instrument: Instrument;
  readonly mapping: Mapping;
  /** The year as the user said it, or null. */
  readonly year: number | null;
  readonly fileName: string;
  readonly knownUnits: readonly KnownUnit[];
}

/** Reads every respondent of a sheet, in one pass; a second one only where merged cells name units. */
export async function readAnswers(input: AnswersInput): Promise<AnswersReading> {
  const first = await readOnce(input, []);
  const tail = await input.sheet.tail();
  const tall = tail.merged.filter((range) => range.lastRow > range.firstRow && first.readsBackground(range));
  const reader = tall.length === 0 ? first : await readOnce(input, tall);
  reader.reportTail(tail);
  return reader.finish();
}

async function readOnce(input: AnswersInput, merged: readonly MergedRange[]): Promise<AnswersReader> {
  const reader = new AnswersReader(input, merged);
  for await (const batch of input.sheet.rows()) {
    for (const row of batch) reader.add(row);
  }
  return reader;
}

const faultTexts: Readonly<Record<ValueFault, string>> = {
  'out-of-scale': 'ligger utanför skalan {scale}',
  decimal: 'är ett decimaltal, inte ett svar',
  'unknown-text': 'är en text som inte är ett svar på skalan {scale}',
  contradictory: 'har en siffra och en text som säger emot varandra',
  date: 'är ett datum (kalkylprogram gör om till exempel 3-4 till datum)',
  boolean: 'är ett sant/falskt-värde',
  'error-value': 'är ett felvärde',
  'uncalculated-formula': 'är en formel som sparats utan värde; öppna och spara filen i Excel',
  'refused-code': 'är en kod som inte hör till skalan',
};

/** What may have a meaning that only the user knows; a decimal or a date has none. */
const askedFaults: ReadonlySet<ValueFault> = new Set(['out-of-scale', 'unknown-text', 'refused-code']);

const rowTexts: Readonly<Record<Exclude<RowKind, 'respondent' | 'empty'>, string>> = {
  'totals-row': 'Raden sammanfattar andra rader och räknas inte som en svarande.',
  'repeated-header': 'Raden upprepar rubrikerna och räknas inte som en svarande.',
  'legend-row': 'Raden hör inte till svaren och läses inte in.',
};

class AnswersReader {
  readonly #input: AnswersInput;
  readonly #columns: AnswerColumns;
  readonly #lastHeaderRow: number;
  readonly #findings: Findings;
  readonly #valueQuestions: ValueQuestions;
  readonly #groups: RespondentGroups;
  readonly #rows: RowSorter;
  readonly #merged: MergedValues;
  readonly #columnYears = new YearCount();
  readonly #dateYears = new YearCount();
  readonly #faultyItems: number[] = [];
  readonly #itemCount: number;
  #codes: Uint8Array<ArrayBuffer>;
  #respondents = 0;
  #rowsOfRespondents = 0;
  #incomplete = 0;
  #empty = 0;
  #hiddenRows = 0;

  constructor(input: AnswersInput, merged: readonly MergedRange[]) {
    this.#input = input;
    this.#columns = answerColumns(
      input.columns,
      input.instrument,
      input.mapping,
      input.layout,
      (input.mapping.scale ?? input.layout.scaleDirection) === 'turned',
    );
    this.#merged = new MergedValues(merged, new Set(this.#backgroundPlaces()));
    this.#lastHeaderRow = input.layout.headerRows.at(-1) ?? 0;
    this.#findings = new Findings(input.layout.sheet);
    const said = new Set(input.mapping.values.map(({ text }) => meaningKey(text)));
    this.#valueQuestions = new ValueQuestions(input.instrument.scale, said);
    this.#groups = new RespondentGroups(input, this.#columns, this.#findings);
    this.#rows = new RowSorter(this.#columns, input.columns, input.layout.headers);
    this.#itemCount = input.instrument.items.length;
    this.#codes = new Uint8Array(sheetRows * this.#itemCount);
  }

  /** True when a merged area covers rows of answers in a column that says who answered from where. */
  readsBackground({ firstColumn, lastColumn, lastRow }: MergedRange): boolean {
    const isCovered = (place: number): boolean => place + 1 >= firstColumn && place + 1 <= lastColumn;
    return lastRow > this.#lastHeaderRow && this.#backgroundPlaces().some(isCovered);
  }

  /** Columns that say who answered from where. */
  #backgroundPlaces(): number[] {
    const { upperUnit, lowerUnit, role, gate } = this.#columns;
    return [upperUnit, lowerUnit, role, gate].filter((place) => place !== null);
  }

  /** Says which columns that are read are hidden in the file, and where answers lie in merged cells. */
  reportTail({ hiddenColumns, merged }: SheetTail): void {
    for (const { column, letters, role } of this.#input.columns) {
      if (role === 'other' || !hiddenColumns.includes(column)) continue;
      this.#findings.place(
        { column },
        'hidden-columns',
        `Kolumn ${letters} är dold i filen, men behandlas som alla andra.`,
      );
    }
    for (const range of merged) {
      const coversAnswers = this.#columns.items.some(
        (place) => place !== null && place + 1 >= range.firstColumn && place + 1 <= range.lastColumn,
      );
      if (!coversAnswers || range.lastRow <= this.#lastHeaderRow) continue;
      const message =
        'Sammanslagna celler: svaret räknas bara för den första cellen, de andra är obesvarade.';
      this.#findings.cell(range.firstRow, range.firstColumn, null, 'merged-cells', message);
    }
  }

  add(row: Row): void {
    if (row.number <= this.#lastHeaderRow) return;
    const cells = this.#merged.filled(row);
    this.#makeRoom();
    const answered = this.#readItems(cells);
    if (!this.#isRespondent(row.number, cells, answered)) return;
    this.#rowsOfRespondents++;
    if (row.hidden) this.#hiddenRows++;
    if (this.#isIncomplete(cells)) {
      this.#incomplete++;
      return;
    }
    if (answered === 0) {
      this.#empty++;
      this.#findings.place({ row: row.number }, 'empty-response', 'En rad utan ett enda svar läses inte in.');
      return;
    }
    this.#reportFaults(row.number, cells);
    this.#countYears(cells);
    this.#groups.add(row.number, cells);
    this.#respondents++;
  }

  finish(): AnswersReading {
    const { layout, instrument, columns, mapping } = this.#input;
    this.#reportSheet();
    const settled = settleYear({
      said: this.#input.year ?? mapping.year ?? null,
      column: this.#columnYears,
      dates: this.#dateYears,
      fileName: this.#input.fileName,
      findings: this.#findings,
    });
    const grouped = this.#groups.finish(settled.year);
    const leftOut = {
      ...(this.#incomplete > 0 && { incomplete: this.#incomplete }),
      ...(this.#empty > 0 && { empty: this.#empty }),
      ...(grouped.duplicates > 0 && { duplicate: grouped.duplicates }),
      ...(grouped.otherYear > 0 && { otherYear: grouped.otherYear }),
    };
    const questions: Question[] = [
      ...this.#valueQuestions.list(layout.sheet),
      ...grouped.questions,
      ...(settled.question === null ? [] : [settled.question]),
    ];
    const rows = {
      itemCount: this.#itemCount,
      respondents: grouped.kept.length,
      codes: this.#keep(grouped.kept),
    };
    const reversed = columns.flatMap(({ item, reversed: turned }) => (turned && item !== null ? [item] : []));
    const byDefault = instrument.items.flatMap(({ code, reversed: turned }) => (turned ? [code] : []));
    return {
      draft:
        settled.year === null || rows.respondents === 0
          ? null
          : {
              kind: 'answers',
              year: settled.year,
              rows,
              groups: grouped.groups,
              groupOf: grouped.groupOf,
              reversed: [...new Set([...byDefault, ...reversed])],
            },
      findings: this.#findings.list(),
      questions,
      respondents: rows.respondents,
      responses: this.#rowsOfRespondents,
      leftOut,
    };
  }

  /** Writes the row's answers after the last respondent's; gives how many cells held anything. */
  #readItems(cells: readonly Cell[]): number {
    const { items, readers } = this.#columns;
    const start = this.#respondents * this.#itemCount;
    this.#faultyItems.length = 0;
    let answered = 0;
    for (let item = 0; item < this.#itemCount; item++) {
      const place = items[item];
      const cell = place === null || place === undefined ? null : (cells[place] ?? null);
      if (cell === null) {
        this.#codes[start + item] = blankCode;
        continue;
      }
      const reading = readers[item]?.read(cell);
      if (reading === undefined) continue;
      this.#codes[start + item] = reading.code;
      if (reading.code !== blankCode) answered++;
      if (reading.fault !== null || reading.asks) this.#faultyItems.push(item);
    }
    return answered;
  }

  #makeRoom(): void {
    if ((this.#respondents + 1) * this.#itemCount <= this.#codes.length) return;
    const wider = new Uint8Array(this.#codes.length * 2);
    wider.set(this.#codes);
    this.#codes = wider;
  }

  #keep(kept: readonly number[] | Int32Array): Uint8Array {
    const width = this.#itemCount;
    if (kept.length === this.#respondents) return this.#codes.subarray(0, kept.length * width);
    const codes = new Uint8Array(kept.length * width);
    kept.forEach((respondent, place) => {
      codes.set(this.#codes.subarray(respondent * width, (respondent + 1) * width), place * width);
    });
    return codes;
  }

  /** False for totals, repeated headings, legends and lines that hold nothing that is read. */
  #isRespondent(row: number, cells: readonly Cell[], answered: number): boolean {
    const kind = this.#rows.kindOf(cells, { answered, faultyItems: this.#faultyItems });
    if (kind === 'respondent') return true;
    if (kind !== 'empty') this.#findings.place({ row }, kind, rowTexts[kind]);
    return false;
  }

  #isIncomplete(cells: readonly Cell[]): boolean {
    const { submitted } = this.#columns;
    if (submitted === null || this.#input.mapping.incomplete === 'include') return false;
    return cellText(cells[submitted]) === '';
  }

  #reportFaults(row: number, cells: readonly Cell[]): void {
    const { min, max } = this.#input.instrument.scale;
    for (const item of this.#faultyItems) {
      const place = this.#columns.items[item] ?? 0;
      const cell = cells[place] ?? null;
      const reading = this.#columns.readers[item]?.read(cell);
      if (reading === undefined) continue;
      if (reading.asks || (reading.fault !== null && askedFaults.has(reading.fault))) {
        this.#valueQuestions.note(cell, place + 1, reading.asks);
      }
      if (reading.fault === null) continue;
      const what = faultTexts[reading.fault].replace('{scale}', `${min}–${max}`);
      const message = `Cellen ${what}. Den räknas som ett avvisat svar, varken som svar, vet ej eller obesvarad.`;
      this.#findings.cell(row, place + 1, cell, reading.fault, message);
    }
  }

  #countYears(cells: readonly Cell[]): void {
    const { year, times } = this.#columns;
    if (year !== null) {
      const found = plausibleYear(cellNumber(cells[year])) ?? cellYear(cells[year]);
      if (found !== null) this.#columnYears.add(found);
      return;
    }
    for (const place of times) {
      const found = cellYear(cells[place]);
      if (found === null) continue;
      this.#dateYears.add(found);
      return;
    }
  }

  #reportSheet(): void {
    const { instrument, columns } = this.#input;
    if (this.#incomplete > 0) {
      const rows = counted(this.#incomplete, 'svar', 'svar');
      this.#findings.place({}, 'incomplete-response', `${rows} skickades aldrig in och är utelämnade.`);
    }
    if (this.#hiddenRows > 0) {
      const rows = counted(this.#hiddenRows, 'dold rad', 'dolda rader');
      this.#findings.place({}, 'hidden-rows', `${rows} lästes in som alla andra.`);
    }
    for (const item of instrument.items) {
      if (this.#columns.items[item.index] !== null) continue;
      this.#findings.place(
        {},
        'missing-item',
        `Ingen kolumn hittades för mätpunkten ${item.name.sv}; den får inget resultat.`,
      );
    }
    for (const { column, letters, role, header } of columns) {
      if (role !== 'personal' && role !== 'freeText') continue;
      const what = role === 'personal' ? 'personuppgifter' : 'fritext';
      this.#findings.place(
        { column },
        'dropped-column',
        `Kolumnen ${header === '' ? letters : `"${header}"`} innehåller ${what} och läses aldrig in.`,
      );
    }
  }
}
