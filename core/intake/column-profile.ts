import type { Instrument } from '../instrument/instrument.ts';
import { fold } from '../text.ts';
import { cellText, cellYear } from './rows.ts';
import type { CodebookEntry } from './codebook.ts';
import type { Cell, Row } from './sheet.ts';
import { codeInCell, type ValueReader } from './values.ts';

/** What stands under a heading, as shares (0–1) of the cells with a value among the first rows. */
export interface ColumnProfile {
  /** Cells with a value. */
  readonly filled: number;
  /** Answers on the scale, don't know, or codes such as A7: what an item's column holds. */
  readonly answerShare: number;
  readonly yesNoShare: number;
  readonly roleShare: number;
  /** E-mail addresses, phone and personal numbers, IP addresses. */
  readonly personalShare: number;
  readonly dateShare: number;
  /** Texts over 40 characters. */
  readonly longTextShare: number;
  /** True when hardly more different texts stand here than a scale has points: choices, not words of one's own. */
  readonly isChoice: boolean;
  /** True for short texts that come back: names of groups, such as units. */
  readonly namesGroups: boolean;
  /** True for texts that hardly ever come back: words or names of one's own. */
  readonly isOwnWords: boolean;
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ipAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7})$/i;
const personalNumber = /^(?:19|20)?\d{6}[-+ ]?\d{4}$/;
const phone = /^(?:\+\d{1,3}|0\d)[\d\s()-]{6,}$/;

/** True for a text that by its form is an address or number of a person. */
export function looksPersonal(text: string): boolean {
  return email.test(text) || ipAddress.test(text) || personalNumber.test(text) || phone.test(text);
}

/** The profile of column `column` (from 1) over `rows`, headings left out by the caller. */
export function columnProfile(
  rows: readonly Row[],
  column: number,
  instrument: Instrument,
  reader: ValueReader,
  codebook: CodebookEntry | null,
): ColumnProfile {
  const gateTexts = new Set([...(instrument.gate?.yes ?? []), ...(instrument.gate?.no ?? [])].map(fold));
  const roleTexts = new Set(
    instrument.roles.flatMap((role) => [role.name.sv, role.name.en, ...role.aliases]).map(fold),
  );
  const cells = rows.flatMap((row) => row.cells[column - 1] ?? []);
  const shareOf = (count: number): number => (cells.length === 0 ? 0 : count / cells.length);
  const texts = cells.map((cell) => codebook?.valueTexts.get(cellText(cell)) ?? cellText(cell));
  const distinct = new Set(texts).size;
  const areTexts = cells.every((cell) => typeof cell === 'string');
  const isAnswer = (cell: Cell): boolean =>
    reader.read(cell).fault === null || (codeInCell(cell)?.startsWith('A') ?? false);
  return {
    filled: cells.length,
    answerShare: isCodedBackground(codebook, reader) ? 0 : shareOf(cells.filter(isAnswer).length),
    yesNoShare: shareOf(texts.filter((text) => gateTexts.has(fold(text))).length),
    roleShare: shareOf(texts.filter((text) => roleTexts.has(fold(text))).length),
    personalShare: shareOf(texts.filter(looksPersonal).length),
    dateShare: shareOf(cells.filter((cell) => cellYear(cell) !== null).length),
    longTextShare: shareOf(texts.filter((text) => text.length > 40).length),
    isChoice: distinct <= instrument.scale.points + 3,
    namesGroups: areTexts && !cells.some(isAnswer) && distinct >= 2 && distinct * 2 <= cells.length,
    isOwnWords: cells.length >= 10 && distinct > cells.length * 0.7,
  };
}

/** True where a codebook gives names to the codes, and none of them is a word for an answer: units, roles. */
function isCodedBackground(codebook: CodebookEntry | null, reader: ValueReader): boolean {
  if (codebook === null || codebook.valueTexts.size === 0) return false;
  return [...codebook.valueTexts.values()].every((text) => reader.read(text).fault !== null);
}
