import type { ImportDraft } from '../../core/intake/draft.ts';
import { Refusal } from '../../core/problem.ts';
import { counted } from '../../core/text.ts';
import type { StoredBatch } from '../store/batch-records.ts';
import type { FileReading } from './intake.ts';

/** Why the window's import says no. */

/** @throws Refusal `already-imported` for the same sheet of the same file in the same year */
export function refuseIfStored(
  { file, sha256 }: { readonly file: FileReading; readonly sha256: string },
  draft: ImportDraft,
  standing: readonly StoredBatch[],
): void {
  const same = standing.find(
    (batch) =>
      batch.sha256 === sha256 &&
      batch.sheet === file.layout.sheet &&
      batch.kind === draft.kind &&
      batch.year === draft.year,
  );
  if (same === undefined) return;
  throw new Refusal({
    code: 'already-imported',
    message: `${file.fileName} är redan inläst för ${draft.year}, den ${same.importedAt.slice(0, 10)}.`,
    file: file.fileName,
    nextStep: 'Inget mer behövs. Ska filen tolkas på ett annat sätt: ångra inläsningen under Data först.',
  });
}

/** A file in which something stands open. */
export function openQuestions(file: string, count: number): Refusal {
  return new Refusal({
    code: 'needs-confirmation',
    message: `${counted(count, 'fråga', 'frågor')} om ${file} behöver ditt svar innan något sparas.`,
    file,
    nextStep: 'Svara på frågorna och läs in igen.',
  });
}

/** More units than any organisation has; each is compared with every other, and hidden from every other. */
const unitsAtMost = 3000;

/** @throws Refusal `too-many-units` for answers whose units are no units */
export function refuseTooManyUnits(file: string, draft: ImportDraft): void {
  if (draft.kind !== 'answers') return;
  const units = new Set(draft.groups.map(({ unit }) => JSON.stringify(unit))).size;
  if (units <= unitsAtMost) return;
  throw new Refusal({
    code: 'too-many-units',
    message: `${file} har ${units} olika enheter; högst ${unitsAtMost} kan läsas in.`,
    file,
    nextStep: 'Kontrollera vilken kolumn som anger enhet: den här verkar innehålla något annat.',
  });
}

/** A file in which nothing can be read. */
export function nothingToImport(file: string): Refusal {
  return new Refusal({
    code: 'nothing-to-import',
    message: `${file} innehåller inget som går att läsa in.`,
    file,
    nextStep: 'Ta bort filen från listan, eller rätta den och släpp den igen.',
  });
}
