import { items } from '../../fixtures/layouts/items.ts';
import { relationships, sheetData, worksheet, xlsxParts } from '../../unit/electron/spreadsheets/parts.ts';
import { zipEntries, zipFile, type ZipEntry } from '../zip.ts';

/** Workbooks with answers, written as XML by hand, so that each piece of them can be replaced by a hostile one. */

export const cell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

const headings = ['Förvaltning', ...items.map(({ name }) => name)];

/** Rows of headings and six respondents; `unit` is XML, what their unit is called. */
export function answerRows(unit = 'Socialförvaltningen'): string {
  const rows = [
    headings.map((heading, at) => cell(`${letters(at)}1`, heading)).join(''),
    ...Array.from({ length: 6 }, (_, respondent) =>
      headings
        .map((_heading, at) =>
          at === 0
            ? cell(`A${respondent + 2}`, unit)
            : `<c r="${letters(at)}${respondent + 2}"><v>${1 + ((respondent + at) % 6)}</v></c>`,
        )
        .join(''),
    ),
  ];
  return rows.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join('');
}

/** The letters of a column, from 0. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** The parts of a survey's workbook, with some put in the place of the usual ones. */
export function surveyParts(
  others: Readonly<Record<string, string>> = {},
): Record<string, string | Uint8Array> {
  return xlsxParts({ sheet: sheetData(answerRows()), parts: others });
}

/** A survey's workbook with these parts in the place of the usual ones. */
export function survey(others: Readonly<Record<string, string>> = {}): Buffer {
  return zipFile(zipEntries(surveyParts(others)));
}

/** A survey's workbook with this inside its `<worksheet>`. */
export function surveyWithSheet(content: string): Buffer {
  return survey({ 'xl/worksheets/sheet1.xml': worksheet(content) });
}

/** A survey's workbook with entries as they stand, beside or instead of its own. */
export function surveyWithEntries(entries: readonly ZipEntry[]): Buffer {
  const replaced = new Set(entries.map(({ name }) => name));
  return zipFile([...zipEntries(surveyParts()).filter(({ name }) => !replaced.has(name)), ...entries]);
}

export { relationships, sheetData, worksheet };
