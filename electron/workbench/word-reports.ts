import { createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../core/problem.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { ReportOrigin } from '../publishing/word/origin.ts';
import { originIn } from '../publishing/word/origin.ts';
import type { WordFile } from '../publishing/word/word-file.ts';
import { openWordFile } from '../publishing/word/word-file.ts';
import type { ReportTemplate } from '../store/report-template.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import type { ReportOf } from './report-desk.ts';

/** A template that travels with the workspace must not outgrow it. */
const largestTemplateBytes = 5 * 1024 * 1024;
/** A report with photographs in it is seldom a tenth of this. */
const largestReportBytes = 200 * 1024 * 1024;

/** What a report is of, for its Word file. The workspace is named by a keyed hash, which tells nothing of its answers. */
export function originOf(reader: WorkspaceReader, { year, unit }: ReportOf): ReportOrigin {
  const workspace = createHmac('sha256', reader.secret()).update('report origin').digest('hex').slice(0, 16);
  return { workspace, year, unit };
}

/**
 * A template that somebody hands in, known to be one.
 * @throws Refusal `template-too-large`, and as `openWordFile`
 */
export function readTemplate(filePath: string): ReportTemplate {
  const fileName = path.basename(filePath);
  const bytes = readWhole(filePath, fileName, largestTemplateBytes, {
    code: 'template-too-large',
    message: `${fileName} är större än 5 MB och går inte att ha som mall.`,
    nextStep: 'Ta bort stora bilder ur mallen, eller spara dem mindre, och välj den igen.',
  });
  openWordFile(bytes, fileName);
  return { fileName, bytes };
}

/** A report that was written earlier. */
export interface OldReport {
  readonly file: WordFile;
  readonly fileName: string;
  /** What it says that it is of; null where it does not say. */
  readonly origin: ReportOrigin | null;
}

/** @throws Refusal `word-file-too-large`, and as `openWordFile` */
export function readOldReport(filePath: string): OldReport {
  const fileName = path.basename(filePath);
  const bytes = readWhole(filePath, fileName, largestReportBytes, {
    code: 'word-file-too-large',
    message: `${fileName} är större än 200 MB.`,
    nextStep: 'Ta bort stora bilder ur filen och försök igen.',
  });
  const file = openWordFile(bytes, fileName);
  return { file, fileName, origin: originIn(file) };
}

function readWhole(
  filePath: string,
  fileName: string,
  largest: number,
  tooLarge: { readonly code: string; readonly message: string; readonly nextStep: string },
): Buffer {
  try {
    if (statSync(filePath).size > largest) throw new Refusal({ ...tooLarge, file: fileName });
    return readFileSync(filePath);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal({
      code: 'word-file-unreadable',
      message: `${fileName} går inte att läsa: den finns inte, eller är öppen i ett annat program.`,
      file: fileName,
      nextStep: 'Kontrollera namnet, stäng filen i Word och försök igen.',
    });
  }
}

/**
 * The unit that an old report is of: what it says, or else what is asked for.
 * @param asked null for the whole; undefined where nobody has asked for one.
 * @throws Refusal `report-of-other-workspace`, `report-of-other-unit`
 */
export function unitOfOld(
  { origin, fileName }: OldReport,
  reader: WorkspaceReader,
  asked: UnitId | null | undefined,
): UnitId | null {
  if (origin === null) return asked ?? null;
  if (origin.workspace !== originOf(reader, { year: origin.year, unit: null }).workspace) {
    throw new Refusal({
      code: 'report-of-other-workspace',
      message: `${fileName} är en rapport från en annan arbetsyta.`,
      file: fileName,
      nextStep: 'Öppna arbetsytan som rapporten skrevs från, eller skriv en ny rapport härifrån.',
    });
  }
  const unit = reader.units().find(({ id }) => id === origin.unit) ?? null;
  if (asked !== undefined && asked !== origin.unit) {
    const name = origin.unit === null ? 'hela kommunen' : (unit?.name ?? 'en enhet som inte finns kvar');
    throw new Refusal({
      code: 'report-of-other-unit',
      message: `${fileName} är en rapport om ${name}.`,
      file: fileName,
      nextStep: `Välj ${name} och försök igen, eller välj en annan fil.`,
    });
  }
  if (origin.unit !== null && unit === null) {
    throw new Refusal({
      code: 'report-of-other-unit',
      message: `${fileName} är en rapport om en enhet som inte finns kvar.`,
      file: fileName,
      nextStep: 'Skriv en ny rapport i stället.',
    });
  }
  return unit?.id ?? null;
}
