import { readFileSync } from 'node:fs';
import path from 'node:path';
import { samplesFolder } from '../../../electron/workbench/resources.ts';
import { csvBytes } from '../../fixtures/layouts/csv.ts';
import { tableRows } from '../../fixtures/layouts/fixture.ts';
import { limeSurveyLetterCodes } from '../../fixtures/layouts/limesurvey.ts';
import { plainColumns } from '../../fixtures/layouts/plain.ts';
import { respondents } from '../../fixtures/layouts/respondents.ts';
import { surveyAndReport } from '../../fixtures/layouts/survey-and-report.ts';
import { microsoftFormsInSwedish } from '../../fixtures/layouts/survey-tools.ts';
import type { BookType } from '../../fixtures/layouts/workbook.ts';
import { workbookBytes } from '../../fixtures/layouts/workbook.ts';

/** A sound file to start from. */
export interface Base {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly content: 'xml in a zip' | 'bytes in a zip' | 'bytes' | 'text';
}

const rows = tableRows(plainColumns(), respondents(6));

function small(bookType: BookType): Base {
  const sheet = { name: 'Svar', rows, mergedRanges: ['A2:A3'], hiddenColumns: [3], hiddenRows: [4] };
  const fileName = `Enkät.${bookType}`;
  return { fileName, bytes: workbookBytes([sheet], bookType), content: contentOf(bookType) };
}

function contentOf(bookType: BookType): Base['content'] {
  if (bookType === 'xls') return 'bytes';
  return bookType === 'xlsb' ? 'bytes in a zip' : 'xml in a zip';
}

function sample(fileName: string): Base {
  return { fileName, bytes: readFileSync(path.join(samplesFolder, fileName)), content: 'xml in a zip' };
}

const smallest: readonly Base[] = [
  small('xlsx'),
  small('xlsm'),
  sample('Svarsfrekvens 2022.xlsx'),
  sample('Medarbetarundersökning 2022.xlsx'),
  { fileName: 'Enkät.csv', bytes: csvBytes(rows, ';', 'utf-8 with BOM'), content: 'text' },
  { fileName: 'Enkät.csv', bytes: csvBytes(rows, '\t', 'utf-16le'), content: 'text' },
  { fileName: 'Enkät.csv', bytes: csvBytes(rows, ',', 'windows-1252'), content: 'text' },
];

/** Files of the readers of the program's own; the smallest are quickest to read, and come twice as often. */
export const ownFormats: readonly Base[] = [
  ...smallest,
  ...smallest,
  ...[microsoftFormsInSwedish(), limeSurveyLetterCodes(), surveyAndReport()].map(({ fileName, bytes }) => ({
    fileName,
    bytes,
    content: 'xml in a zip' as const,
  })),
];

/** Files that are parsed in a thread of their own, which takes a fifth of a second to start. */
export const legacyFormats: readonly Base[] = [small('xls'), small('xlsb'), small('ods')];

/** Files of the size that people have; for long runs. */
export const largeFiles: readonly Base[] = [
  sample('DiMiOS 2020.xlsx'),
  sample('DiMiOS 2021 (Microsoft Forms).xlsx'),
  sample('DiMiOS 2022 (LimeSurvey).xlsx'),
];
