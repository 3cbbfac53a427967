import type { ImportPreview } from '../../core/api.ts';
import type { FindingCode, QuestionCode } from '../../core/intake/finding.ts';

/** What the machine says of a file in Swedish alone, in English by its code. Places stand beside the sentences. */

/** What was noticed in a file, and what was done about it. */
export const findingsInEnglish: Readonly<Record<FindingCode, string>> = {
  'out-of-scale': 'The number lies outside the scale. It counts as a refused answer.',
  decimal: 'A number with decimals is no answer. It counts as a refused answer.',
  'unknown-text': 'The text is none of the answers on the scale. It counts as a refused answer.',
  contradictory: 'The number and the text of the cell contradict each other. It counts as a refused answer.',
  date: 'The cell holds a date: spreadsheets make dates of such as 3-4. It counts as a refused answer.',
  boolean: 'The cell holds true or false. It counts as a refused answer.',
  'error-value': 'The cell holds an error of the spreadsheet. It counts as a refused answer.',
  'uncalculated-formula':
    'The cell holds a formula saved without its value: open the file in Excel and save it.',
  'refused-code': 'The code does not belong to the scale. It counts as a refused answer.',
  'unknown-gate-answer': 'The answer to the gate question is neither yes nor no. It is left out.',
  'unknown-role': 'The role is none of those that are known. It is left out.',
  'duplicate-respondent': 'The response has the same id as an earlier one.',
  'incomplete-response': 'Responses that were never sent in are left out.',
  'empty-response': 'The row holds no answers and is left out.',
  'totals-row': 'The row holds totals and is left out.',
  'repeated-header': 'The row repeats the headings and is left out.',
  'legend-row': 'The row is none of the answers and is left out.',
  'no-unit': 'The response names no unit. It counts for the whole alone.',
  'unusable-unit': 'The name of the unit cannot be used. The response counts for the whole alone.',
  'missing-item': 'An item of the instrument is not in the file. It gets no result.',
  'hidden-rows': 'The sheet has hidden rows. They are read too.',
  'hidden-columns': 'The sheet has hidden columns. They are read too.',
  'merged-cells': 'The sheet has merged cells. Only the first cell of each holds a value.',
  'dropped-column': 'The column could tell who answered, and is never imported.',
  'other-year': 'Responses from other years, or without a year, are left out.',
  'same-file': 'A file with the same contents has been imported before.',
  'repeated-unit': 'The unit stands in two rows. The first counts.',
  'fraction-shares': 'The shares are written as fractions and are read as percent.',
  'mapping-unused': 'The mapping names a column that the file does not have.',
  'reversed-item': 'The scale of the item is turned, as the instrument says.',
  'unreadable-number': 'The cell is not what the column should hold, and is left empty.',
  'answered-over-invited': 'More have answered than were invited.',
  'too-many-findings': 'There are more findings of this kind. All were handled in the same way.',
};

/** What is asked about a file. */
export const questionsInEnglish: Readonly<Record<QuestionCode, string>> = {
  sheet: 'The file has answers in several sheets. Which is to be read?',
  'column-meaning': 'The meaning of the column is not certain. Is it as proposed?',
  'negative-statement': 'The statement is negative. Is its scale to be turned?',
  'scale-direction': 'The numbers seem to run the other way than in the instrument. Are they to be turned?',
  'scale-points': 'The answers seem to be on another scale. Which is its highest number?',
  'numeric-dont-know':
    'A number that is not on the scale seems to stand for “don’t know”. What does it mean?',
  'code-after-scale': 'The number after the scale’s last seems to stand for “don’t know”. What does it mean?',
  'refused-codes': 'Some values are not on the scale. What do they mean?',
  'unknown-label': 'A text is none of the answers on the scale. What does it mean?',
  'unit-look-alike': 'The names of two units look alike. Are they the same unit?',
  'duplicate-respondents': 'Some responses have the same id as an earlier one. Is only the first to count?',
  'year-missing': 'The file does not say which year it is from. Which year is it?',
  'year-conflict': 'The file speaks of several years. Which year is it?',
  'year-has-answers': 'The year already has answers. Is the file to be added to them, or to replace them?',
  profile:
    'The file has the same headings as one you have imported before. Is it to be read in the same way?',
};

type Question = ImportPreview['questions'][number];

/** Options that mean the same in every question, by what is answered. */
const usualOptions: Readonly<Record<string, string>> = {
  turned: 'Yes, read the lowest number as the highest answer',
  straight: 'No, read the numbers as in the instrument',
  unit: 'It is the unit',
  other: 'Do not import the column',
  keep: 'Do not turn it',
  reverse: 'Turn the scale, so that the highest becomes the lowest',
  first: 'Yes, count the first',
  all: 'No, count all',
  dontKnow: 'Don’t know',
  refused: 'Do not count the answer',
  blank: 'Not answered',
  add: 'Add the file as a part of the same year',
  'replace-year': 'Replace the earlier files of the year',
  use: 'Yes, use what was said then',
  ignore: 'No, read it afresh',
};

/** What may be answered to a question: words of the program's own in English, names as they stand in the file. */
export function optionInEnglish({ code }: Question, value: string, label: string): string {
  if (code === 'unit-look-alike')
    return value === '' ? 'No, it is a unit of its own' : `Yes, count as ${value}`;
  if (code === 'column-meaning' && usualOptions[value] === undefined)
    return value.includes(':')
      ? label.replace(/^Ja,/, 'Yes,')
      : 'Yes, it is personal data, which is not imported';
  return usualOptions[value] ?? label;
}
