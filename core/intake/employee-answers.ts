import type { Instrument, Scale } from '../instrument/instrument.ts';
import { fold, tidy } from '../text.ts';
import { columnProfile, looksPersonal } from './column-profile.ts';
import { employeeScales } from './employee-scales.ts';
import { cellText, plausibleYear } from './rows.ts';
import type { Row } from './sheet.ts';
import { ValueReader } from './values.ts';
import { headingsByRole, unitLevelOf } from './vocabulary.ts';

/** Where the columns of an employee survey's answers stand, places counted from 0. */
export interface EmployeeAnswerColumns {
  readonly unit: number;
  readonly questions: readonly { readonly place: number; readonly heading: string }[];
}

/** Answers that are none on the scale speak against a column in this share of its cells. */
const answersAtLeast = 0.6;

/** A reader of answers on the whole numbers 1–`points`, with the instrument's words for vet ej. */
export function employeeValueReader(instrument: Instrument, points: number): ValueReader {
  const scale: Scale = { min: 1, max: points, points, minLabels: [], maxLabels: [] };
  return new ValueReader({ ...instrument, scale });
}

/**
 * The unit's column and the questions', by the headings and the first rows; null where there is no unit or no
 * question. Columns with personal data, times, ids and words of one's own are no questions.
 */
export function employeeAnswerColumns(
  header: Row,
  body: readonly Row[],
  instrument: Instrument,
): EmployeeAnswerColumns | null {
  const headings = Array.from(header.cells, cellText);
  const unit = headings.findIndex((heading) => unitLevelOf(heading) !== null);
  if (unit === -1 || body.length === 0) return null;
  const widest = employeeValueReader(instrument, employeeScales.most);
  const questions = headings.flatMap((heading, place) => {
    if (place === unit || heading === '' || isToolHeading(heading)) return [];
    const profile = columnProfile(body, place + 1, instrument, widest, null);
    const isQuestion =
      profile.filled > 0 &&
      profile.answerShare >= answersAtLeast &&
      profile.personalShare === 0 &&
      profile.dateShare === 0 &&
      !counts(body, place);
    return isQuestion ? [{ place, heading: tidy(heading) }] : [];
  });
  return questions.length === 0 ? null : { unit, questions };
}

/** A heading that a survey tool writes over what is no question. */
function isToolHeading(heading: string): boolean {
  const folded = fold(heading);
  return Object.values(headingsByRole).some((known) => known.has(folded));
}

/** True for a column of ever higher numbers, more of them than any scale has points: ids, which are no answers. */
function counts(body: readonly Row[], place: number): boolean {
  const values = body.map((row) => row.cells[place]).filter((cell) => typeof cell === 'number');
  const isRising = values.every((value, at) => at === 0 || value > (values[at - 1] ?? value));
  return values.length > employeeScales.most && isRising;
}

/** The highest whole number that stands in the questions' cells, within what a scale can have. */
export function proposedPoints(highest: number): number {
  return Math.min(employeeScales.most, Math.max(employeeScales.fewest, highest));
}

/** True for a text that may name a unit: not a person's address, and not a year. */
export function mayNameUnit(text: string): boolean {
  return text !== '' && !looksPersonal(text) && plausibleYear(Number(text)) === null;
}
