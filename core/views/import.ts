import type { ImportPreview, Lead, Texts } from '../api.ts';
import { looksPersonal } from '../intake/column-profile.ts';
import type { ColumnMatch } from '../intake/columns.ts';
import type { ImportKind, Platform } from '../intake/draft.ts';
import type { Finding, Question } from '../intake/finding.ts';
import type { Layout } from '../intake/layout.ts';
import { cellText } from '../intake/rows.ts';
import type { Cell, Row } from '../intake/sheet.ts';
import { cellName, columnLetters } from '../intake/sheet.ts';
import { meaningKey } from '../intake/values.ts';
import type { ColumnRole } from '../intake/vocabulary.ts';
import { tidy } from '../text.ts';
import { capital, countWord, leadOf, plain } from './words.ts';

/** What stands in the place of what is never stored. */
export const maskSign = '•••';

/** Rows from the top that are always shown. */
const firstShown = 60;
/** Rows with something noticed that are shown beside them. */
const noticedShown = 300;
/** Columns shown of a row; no survey has so many. */
const widestShown = 1000;
/** Cells shown in all: of a wide sheet fewer rows are shown. */
const cellsShown = 40_000;
const cellsPerQuestion = 3;
const longestCell = 120;
/** A longer text in a column of answers is no answer, and may be about a person. */
const longestAnswer = 60;

/** A file as it was read, for showing it. */
export interface ReadSheet {
  readonly layout: Layout;
  readonly columns: readonly ColumnMatch[];
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  /** Rows of the sheet from the top, as many as are looked at. */
  readonly rows: readonly Row[];
}

/** The cells that each question is about, by its id, as far as the rows tell. */
export function questionCells({
  layout,
  columns,
  questions,
  rows,
}: ReadSheet): ReadonlyMap<string, string[]> {
  const headerRow = layout.headerRows.at(-1) ?? 1;
  const below = rows.filter(({ number }) => number > headerRow);
  return new Map(
    questions.map(({ id, column }) => {
      if (column !== null) return [id, [`${column}${headerRow}`]];
      const [kind = '', ...rest] = id.split(':');
      const text = rest.join(':');
      if (kind === 'unit') {
        return [
          id,
          cellsWith(below, columnsOf(columns, 'unit'), (cell) => tidy(cellText(cell)) === tidy(text)),
        ];
      }
      if (kind !== 'value') return [id, []];
      const key = meaningKey(text);
      return [id, cellsWith(below, columnsOf(columns, 'item'), (cell) => meaningKey(cellText(cell)) === key)];
    }),
  );
}

function columnsOf(columns: readonly ColumnMatch[], role: ColumnRole): number[] {
  return columns.flatMap((match) => (match.role === role ? [match.column] : []));
}

function cellsWith(
  rows: readonly Row[],
  columns: readonly number[],
  test: (cell: Cell) => boolean,
): string[] {
  const found: string[] = [];
  for (const { number, cells } of rows) {
    for (const column of columns) {
      if (test(cells[column - 1] ?? null)) found.push(cellName(number, column));
      if (found.length === cellsPerQuestion) return found;
    }
  }
  return found;
}

/** The rows to show: the first, and those that something was noticed in. Personal data and free text are masked. */
export function shownRows(sheet: ReadSheet): ImportPreview['rows'] {
  const { layout, columns, findings, rows } = sheet;
  if (layout.kind === 'other') return [];
  const asked = [...questionCells(sheet).values()].flat();
  const marked = new Set([...findings.flatMap(({ cell }) => cell ?? []), ...asked]);
  const noticed = new Set([
    ...findings.flatMap(({ row }) => row ?? []).slice(0, noticedShown),
    ...asked.map((cell) => Number(cell.replace(/^[A-Z]+/, ''))),
  ]);
  const wished = rows.filter(({ number }, place) => place < firstShown || noticed.has(number));
  const width = Math.min(
    widestShown,
    Math.max(0, ...wished.map(({ cells }) => cells.length), ...columns.map(({ column }) => column)),
  );
  const shown = wished.slice(0, Math.floor(cellsShown / Math.max(1, width)));
  const byColumn = new Map(columns.map((match) => [match.column, match]));
  const lastHeader = layout.headerRows.at(-1) ?? 0;
  return shown.map(({ number, cells }) => ({
    row: number,
    header: layout.headerRows.includes(number),
    cells: Array.from({ length: width }, (_, place) => {
      const text = shortened(writtenCell(cells[place] ?? null), longestCell);
      const isData = layout.kind === 'answers' && number > lastHeader;
      const isMasked =
        text !== '' && (looksPersonal(text) || (isData && hidesData(text, byColumn.get(place + 1))));
      return {
        text: isMasked ? maskSign : text,
        marked: marked.has(`${columnLetters(place + 1)}${number}`),
      };
    }),
  }));
}

const storedRoles: ReadonlySet<ColumnRole> = new Set(['item', 'unit', 'role', 'gate']);

/** True for a column that is never stored. */
export function isDropped({ role, holds }: Pick<ColumnMatch, 'role' | 'holds'>): boolean {
  return !storedRoles.has(role) && holds !== 'year';
}

function hidesData(text: string, match: ColumnMatch | undefined): boolean {
  if (match === undefined || isDropped(match)) return true;
  return match.role === 'item' && text.length > longestAnswer;
}

/** A cell as the sheet's program would show it, near enough. */
function writtenCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'SANT' : 'FALSKT';
  if (typeof cell === 'object' && cell?.kind === 'error') return cell.code;
  return cellText(cell);
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** A column for its head. */
export function columnView(match: ColumnMatch, kind: ImportKind): ImportPreview['columns'][number] {
  const { letters, header, role, item, itemName, unitLevel, confidence, reversed, reason } = match;
  return {
    letters,
    header: shortened(header, 300),
    role,
    item,
    itemName,
    level: unitLevel,
    confidence,
    needsConfirmation: match.needsConfirmation || match.asksDirection,
    dropped: kind === 'answers' && isDropped(match),
    reversed,
    reason,
  };
}

const platformNames: Readonly<Record<Exclude<Platform, 'plain'>, string>> = {
  'microsoft-forms': 'Microsoft Forms',
  'google-forms': 'Google Forms',
  limesurvey: 'LimeSurvey',
  surveymonkey: 'SurveyMonkey',
  'survey-and-report': 'Artologik Survey&Report',
};

const tableLeads: Readonly<Record<Exclude<ImportKind, 'answers'>, Texts>> = {
  aggregated: {
    sv: 'Filen är en *sammanställning* med medelvärden per mätpunkt.',
    en: 'The file is a *summary* with means per item.',
  },
  responseRates: {
    sv: 'Filen har *inbjudna per enhet*.',
    en: 'The file has the *invited of each unit*.',
  },
  employeeSurvey: {
    sv: 'Filen är en *medarbetarundersökning*.',
    en: 'The file is an *employee survey*.',
  },
  other: {
    sv: '*Filen känns inte igen* som enkätsvar, sammanställning, svarsfrekvenser eller medarbetarundersökning. Inget av den läses in.',
    en: '*The file is not recognised* as answers, a summary, response rates or an employee survey. Nothing of it is imported.',
  },
};

/** What a file is, and what it needs, in one sentence or two. */
export function importLead(
  { kind, platform, headers }: Pick<Layout, 'kind' | 'platform' | 'headers'>,
  found: {
    readonly items: number;
    readonly ofItems: number;
    readonly open: number;
    readonly holdsSomething: boolean;
  },
): Lead {
  const what = kind === 'answers' ? answersText(platform, headers.length === 0, found) : tableLeads[kind];
  if (kind === 'other') return leadOf(what);
  const need = needText(found.open, found.holdsSomething);
  return leadOf({ sv: `${what.sv} ${need.sv}`, en: `${what.en} ${need.en}` });
}

function answersText(
  platform: Platform,
  isBare: boolean,
  { items, ofItems }: { readonly items: number; readonly ofItems: number },
): Texts {
  const tool = platform === 'plain' || isBare ? null : plain(platformNames[platform]);
  return {
    sv: `${tool === null ? 'Filen har enkätsvar, en rad per svarande.' : `Filen är en export från *${tool}*.`} ${items} av ${ofItems} mätpunkter är funna.`,
    en: `${tool === null ? 'The file has answers, a row per respondent.' : `The file is an export from *${tool}*.`} ${items} of ${ofItems} items were found.`,
  };
}

function needText(open: number, holdsSomething: boolean): Texts {
  if (open > 0) {
    const count = capital(countWord(open));
    return {
      sv: `*${count.sv} ${open === 1 ? 'fråga' : 'frågor'} behöver ditt svar* innan något sparas.`,
      en: `*${count.en} ${open === 1 ? 'question needs' : 'questions need'} your answer* before anything is stored.`,
    };
  }
  return holdsSomething
    ? { sv: 'Den är *klar att läsa in*.', en: 'It is *ready to import*.' }
    : { sv: '*Inget i den går att läsa in.*', en: '*Nothing in it can be imported.*' };
}
