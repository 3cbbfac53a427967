import path from 'node:path';
import { answersTable } from '../../core/analysis/answers-table.ts';
import type { DataFormat } from '../publishing/data-table.ts';
import { dataTableBytes } from '../publishing/data-table.ts';
import { writeFileWhole } from '../publishing/write-file.ts';
import type { WorkspaceWriter } from '../store/workspace.ts';
import { checkFolder } from './exchange.ts';
import { measurementsOf } from './measurements.ts';
import { programVersion } from './resources.ts';

/** Which answers are written, and where. */
export interface AnswersWish {
  readonly year: number;
  readonly format: DataFormat;
  /** Path of the new file as it was asked for; see {@link markedPath}. */
  readonly out: string;
  /** ISO time. */
  readonly now: string;
}

/** Stands in the name of every file that holds personal data. */
const personalData = 'personuppgifter';

/**
 * Writes the answers of a year, a row for each respondent, to a file on this machine whose name says that it holds
 * personal data, and adds that to the audit trail (P13).
 * @returns where the file lies and how many respondents it has
 * @throws Refusal as `answersTable`, `checkFolder` and `writeFileWhole`
 */
export async function writeAnswers(
  writer: WorkspaceWriter,
  { year, format, out, now }: AnswersWish,
): Promise<{ readonly file: string; readonly respondents: number }> {
  const respondents = writer.respondents(year);
  const table = answersTable(measurementsOf(writer), year, respondents);
  const file = markedPath(out, format);
  checkFolder(file);
  const bytes = dataTableBytes(table, format, {
    writtenBy: `dimios ${programVersion()}`,
    metadata: { [personalData]: 'Filen har svar från enskilda personer. Den ska stanna i kommunen.' },
  });
  // As with what leaves the program: no file is there without being in the trail.
  writer.recordAnswersWritten(year, respondents.length, now);
  await writeFileWhole(file, bytes);
  return { file, respondents: respondents.length };
}

/** "svar.csv" as "svar.personuppgifter.csv": a file that holds personal data says so wherever it goes. */
function markedPath(out: string, format: DataFormat): string {
  const { dir, name, ext } = path.parse(out);
  const stem = ext.toLowerCase() === `.${format}` ? name : `${name}${ext}`;
  const marked = stem.endsWith(`.${personalData}`) ? stem : `${stem}.${personalData}`;
  return path.join(dir, `${marked}.${format}`);
}
