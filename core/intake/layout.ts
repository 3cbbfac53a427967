import type { Instrument } from '../instrument/instrument.ts';
import { fold } from '../text.ts';
import { type Codebook, readCodebook } from './codebook.ts';
import type { ImportKind, Platform } from './draft.ts';
import { employeeAnswerColumns } from './employee-answers.ts';
import { ItemMatcher } from './item-matching.ts';
import { cellNumber, cellText, plausibleYear } from './rows.ts';
import type { ScaleDirection } from './scale-direction.ts';
import { statedDirection } from './scale-direction.ts';
import type { Row } from './sheet.ts';
import { ValueReader } from './values.ts';
import { headingsByRole, roleWords, tableHeadings, unitWords } from './vocabulary.ts';

/** The first rows of one sheet. */
export interface SheetSample {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
}

/** Where in a workbook the figures stand, and of what kind they are. */
export interface Layout {
  readonly kind: ImportKind;
  readonly platform: Platform;
  readonly sheet: string;
  /** Row numbers as Excel shows them: none, one or two. */
  readonly headerRows: readonly number[];
  /** One heading per column, "" where there is none; two header rows are joined as "Upper [lower]". */
  readonly headers: readonly string[];
  readonly codebook: Codebook | null;
  /** Other sheets that hold the same kind of thing, unless the user has named the sheet. */
  readonly otherSheets: readonly string[];
  /** Which way the file itself says that its scale runs; null where it says nothing. */
  readonly scaleDirection: ScaleDirection | null;
}

interface Candidate extends Omit<Layout, 'otherSheets'> {
  /** Higher is surer; only compared between sheets of one workbook. */
  readonly score: number;
}

/** Rows that are looked through for headings. */
const headerSearchRows = 30;

/** What the user has said of where to look; null where nothing. */
export interface LayoutWishes {
  readonly kind: ImportKind | null;
  readonly sheet: string | null;
  /** Headings of columns that the user has said are items. */
  readonly itemHeadings: readonly string[];
}

/** Recognises the sheet, its header rows, its kind and the tool that wrote it. */
export function recogniseLayout(
  samples: readonly SheetSample[],
  instrument: Instrument,
  wishes: LayoutWishes,
): Layout {
  const { kind, sheet } = wishes;
  const matcher = new ItemMatcher(instrument);
  const reader = new ValueReader(instrument);
  const candidates = samples
    .flatMap((sample) => [
      answersCandidate(sample, samples, instrument, matcher, reader, wishes),
      aggregatedCandidate(sample, matcher),
      responseRatesCandidate(sample, matcher),
      employeeSurveyCandidate(sample),
      // Answers per employee look like any other survey's: they are only looked for where they are asked for.
      kind === 'employeeSurvey' ? employeeAnswersCandidate(sample, instrument) : null,
    ])
    .filter((candidate) => candidate !== null)
    .filter((candidate) => kind === null || candidate.kind === kind)
    .filter((candidate) => sheet === null || candidate.sheet === sheet)
    .sort((a, b) => b.score - a.score);
  const [best, ...others] = candidates;
  if (best !== undefined) {
    const rivals = others.filter((other) => other.kind === best.kind && other.sheet !== best.sheet);
    return { ...best, otherSheets: sheet === null ? [...new Set(rivals.map((rival) => rival.sheet))] : [] };
  }
  return {
    kind: 'other',
    platform: 'plain',
    sheet: samples.find(({ rows }) => rows.length > 0)?.name ?? '',
    headerRows: [],
    headers: [],
    codebook: null,
    otherSheets: [],
    scaleDirection: null,
  };
}

function answersCandidate(
  sample: SheetSample,
  all: readonly SheetSample[],
  instrument: Instrument,
  matcher: ItemMatcher,
  reader: ValueReader,
  { kind, itemHeadings }: LayoutWishes,
): Candidate | null {
  const said = new Set(itemHeadings.map(fold));
  const known = (text: string): number => (said.has(fold(text)) ? 2 : headingWeight(text, matcher));
  const ranked = sample.rows
    .slice(0, headerSearchRows)
    .map((row) => {
      const texts = rowTexts(row);
      return { row, texts: texts.length, weight: texts.reduce((sum, text) => sum + known(text), 0) };
    })
    // Where no word is known the headings are the first row with a text in most columns.
    .sort((a, b) => b.weight - a.weight || (a.weight === 0 ? b.texts - a.texts : 0));
  const best = ranked[0]?.row ?? null;
  if (best === null) return null;

  const header = joinHeaderRows(sample.rows, best, reader);
  const codebook = codebookFor(header.headers, sample, all);
  const labels = header.headers.map((text) => codebook?.get(fold(text))?.label ?? text);
  const below = sample.rows.filter((row) => row.number > (header.rows.at(-1) ?? 0));
  const items = new Set(labels.flatMap((text) => matcher.match(text)?.item.code ?? [])).size;
  const answerColumns = header.headers.filter(
    (text, column) => text !== '' && holdsAnswers(below, column, reader, instrument),
  ).length;

  const mostItems = items * 2 >= instrument.items.length;
  const enoughItems =
    items >= Math.min(3, instrument.items.length) && (below.length === 0 || answerColumns >= 2 || mostItems);
  const platform = codebook !== null ? 'survey-and-report' : platformOf(header.headers, header.upper);
  const codesOnly = answerColumns >= instrument.items.length * 0.8 && (platform !== 'plain' || items > 0);
  const bareCodes = answerColumns >= instrument.items.length && below.length > 0;
  const isSaid =
    answerColumns > 0 && (kind === 'answers' || header.headers.some((text) => said.has(fold(text))));
  if (!enoughItems && !codesOnly && !bareCodes && !isSaid) return null;
  return {
    kind: 'answers',
    platform,
    sheet: sample.name,
    headerRows: header.rows,
    headers: header.headers,
    codebook,
    scaleDirection: directionIn(sample, header, codebook, instrument),
    score: items * 2 + answerColumns * 2 + (platform === 'plain' ? 0 : 20) - (sample.hidden ? 10 : 0),
  };
}

/** How much a text speaks for being a heading: items and tools' own headings count, and words over background. */
function headingWeight(text: string, matcher: ItemMatcher): number {
  const folded = fold(text);
  if (Object.values(headingsByRole).some((headings) => headings.has(folded))) return 2;
  if (matcher.exact(text) !== null) return 2;
  if (text.length > 3 && matcher.match(text) !== null) return 1.5;
  const words = folded.split(' ');
  const isBackground = words.some(
    (word) => unitWords.upper.has(word) || unitWords.lower.has(word) || roleWords.has(word),
  );
  if (isBackground) return 1;
  return /^[a-z]+\d+\w*(?:\[\w+\])?$/i.test(text) && !/^a\d$/i.test(text) ? 0.75 : 0;
}

function rowTexts(row: Row): string[] {
  return row.cells.flatMap((cell) => (typeof cell === 'string' ? cellText(cell) : []));
}

function holdsAnswers(
  rows: readonly Row[],
  column: number,
  reader: ValueReader,
  instrument: Instrument,
): boolean {
  const cells = rows.flatMap((row) => row.cells[column] ?? []);
  const answers = cells.filter((cell) => {
    const { fault } = reader.read(cell);
    return fault === null || /^A\d{1,3}$/.test(cellText(cell));
  });
  const distinct = new Set(cells.map(cellText)).size;
  return cells.length > 0 && answers.length >= cells.length * 0.5 && distinct <= instrument.scale.points * 4;
}

interface Header {
  readonly rows: readonly number[];
  readonly headers: readonly string[];
  /** Texts of the upper row where there are two, for recognising the tool. */
  readonly upper: readonly string[];
}

/** Texts that stand under a question with one answer and say nothing by themselves. */
const emptyUnderHeadings = new Set([
  'response',
  'open ended response',
  'svar',
  'oppet svar',
  'oppet svarsalternativ',
]);

/** Joins a second header row above or below `best`, where one stands: a question over its statements. */
function joinHeaderRows(rows: readonly Row[], best: Row, reader: ValueReader): Header {
  const above = rows.find((row) => row.number === best.number - 1);
  const below = rows.find((row) => row.number === best.number + 1);
  if (above !== undefined && isUpperOf(above, best)) return joined(above, best);
  if (below !== undefined && isUpperOf(best, below) && isAllText(below, reader)) return joined(best, below);
  const headers = Array.from(best.cells, cellText);
  return { rows: [best.number], headers, upper: headers };
}

/** True when `upper` names columns that `lower` leaves empty, and the two together look like headings. */
function isUpperOf(upper: Row, lower: Row): boolean {
  const width = Math.max(upper.cells.length, lower.cells.length);
  let onlyUpper = 0;
  let onlyLower = 0;
  for (let column = 0; column < width; column++) {
    const above = cellText(upper.cells[column]);
    const below = cellText(lower.cells[column]);
    if (above !== '' && below === '') onlyUpper++;
    if (above === '' && below !== '') onlyLower++;
  }
  return onlyUpper >= 1 && onlyLower >= 2;
}

function isAllText(row: Row, reader: ValueReader): boolean {
  const cells = row.cells.filter((cell) => cell !== null);
  return cells.every((cell) => typeof cell === 'string' && reader.read(cell).fault !== null);
}

function joined(upper: Row, lower: Row): Header {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const uppers = Array.from({ length: width }, (_, column) => cellText(upper.cells[column]));
  let question = '';
  const headers = uppers.map((own, column) => {
    if (own !== '') question = own;
    const statement = cellText(lower.cells[column]);
    if (statement === '' || emptyUnderHeadings.has(fold(statement))) return own;
    return question === '' ? statement : `${question} [${statement}]`;
  });
  return { rows: [upper.number, lower.number], headers, upper: uppers };
}

function codebookFor(
  headers: readonly string[],
  sample: SheetSample,
  all: readonly SheetSample[],
): Codebook | null {
  for (const other of all.length > sheetsWithCodebook ? [] : all) {
    if (other.name === sample.name) continue;
    const codebook = readCodebook(other.rows, headers);
    if (codebook !== null) return codebook;
  }
  return null;
}

/** What titles, headings, codebook and labelled answers say of the scale, where they agree. */
function directionIn(
  sample: SheetSample,
  header: Header,
  codebook: Codebook | null,
  instrument: Instrument,
): ScaleDirection | null {
  const texts = new Set([...sample.rows.flatMap(rowTexts), ...header.headers]);
  const inCodebook = [...(codebook?.values() ?? [])].flatMap(({ valueTexts }) =>
    [...valueTexts].map(([code, text]) => `${code} = ${text}`),
  );
  const said = new Set([...texts, ...inCodebook].flatMap((text) => statedDirection(text, instrument) ?? []));
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : null;
}

/** More sheets than this is no survey with a codebook, and each would be read as the codebook of each. */
const sheetsWithCodebook = 12;

function platformOf(headers: readonly string[], upper: readonly string[]): Platform {
  const folded = new Set([...headers, ...upper].map(fold));
  const hasAny = (...texts: readonly string[]): boolean => texts.some((text) => folded.has(text));
  if (folded.has('respondent id') && folded.has('collector id')) return 'surveymonkey';
  const submitted = hasAny('submitdate', 'date submitted', 'inlamningsdatum', 'datum for inlamning');
  const language = hasAny(
    'startlanguage',
    'start language',
    'startsprak',
    'lastpage',
    'last page',
    'sista sidan',
  );
  if (submitted && language) return 'limesurvey';
  if (hasAny('start time', 'starttid') && hasAny('completion time', 'slutforandetid'))
    return 'microsoft-forms';
  const first = fold(headers.find((header) => header !== '') ?? '');
  return first === 'timestamp' || first === 'tidstampel' ? 'google-forms' : 'plain';
}

/** Items down a column, with a column of means beside. */
function aggregatedCandidate(sample: SheetSample, matcher: ItemMatcher): Candidate | null {
  const found = headerWith(sample, (headings) => headings.some((text) => tableHeadings.mean.has(text)));
  if (found === null) return null;
  const below = sample.rows.filter((row) => row.number > found.number);
  const items = below.filter((row) => rowTexts(row).some((text) => matcher.match(text) !== null)).length;
  if (items < 2) return null;
  return tableCandidate('aggregated', sample, found, 30 + items * 2);
}

/** Units down a column, with a column of invited beside. */
function responseRatesCandidate(sample: SheetSample, matcher: ItemMatcher): Candidate | null {
  const found = headerWith(sample, (headings) => headings.some((text) => tableHeadings.invited.has(text)));
  if (found === null || rowTexts(found).filter((text) => matcher.exact(text) !== null).length > 2)
    return null;
  return tableCandidate('responseRates', sample, found, 40);
}

/** Units over years in two header rows, items down the first column. */
function employeeSurveyCandidate(sample: SheetSample): Candidate | null {
  for (const row of sample.rows.slice(0, headerSearchRows)) {
    const lower = sample.rows.find((other) => other.number === row.number + 1);
    if (lower === undefined) continue;
    const years = lower.cells.flatMap((cell, column) =>
      plausibleYear(cellNumber(cell)) !== null ? [column] : [],
    );
    const names = row.cells.flatMap((cell, column) =>
      typeof cell === 'string' && cellNumber(cell) === null && column >= (years[0] ?? 0) ? [column] : [],
    );
    if (years.length < 2 || names.length === 0 || years.length < names.length) continue;
    const onlyYears = lower.cells.every(
      (cell, column) => cell === null || column === 0 || years.includes(column),
    );
    if (!onlyYears) continue;
    const headers = Array.from(lower.cells, cellText);
    return {
      ...tableCandidate('employeeSurvey', sample, row, 35),
      headers,
      headerRows: [row.number, lower.number],
    };
  }
  return null;
}

/** Answers per employee: one header row with a unit's column and questions on one scale. */
function employeeAnswersCandidate(sample: SheetSample, instrument: Instrument): Candidate | null {
  const ranked = sample.rows.slice(0, headerSearchRows).flatMap((row) => {
    const body = sample.rows.filter(({ number }) => number > row.number);
    const columns = employeeAnswerColumns(row, body, instrument);
    return columns === null ? [] : [{ row, questions: columns.questions.length }];
  });
  const [best] = ranked.sort((a, b) => b.questions - a.questions);
  return best === undefined ? null : tableCandidate('employeeSurvey', sample, best.row, 30);
}

function headerWith(sample: SheetSample, test: (folded: readonly string[]) => boolean): Row | null {
  return sample.rows.slice(0, headerSearchRows).find((row) => test(rowTexts(row).map(fold))) ?? null;
}

function tableCandidate(kind: ImportKind, sample: SheetSample, header: Row, score: number): Candidate {
  return {
    kind,
    platform: 'plain',
    sheet: sample.name,
    headerRows: [header.number],
    headers: Array.from(header.cells, cellText),
    codebook: null,
    scaleDirection: null,
    score: score - (sample.hidden ? 10 : 0),
  };
}
