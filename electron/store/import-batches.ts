import * as z from 'zod';
import type { ImportDraft } from '../../core/intake/draft.ts';
import { Refusal } from '../../core/problem.ts';
import { refuseIfImportedBefore, refuseIfReversedDiffers, replaceEarlier } from './batch-states.ts';
import type { ImportCircumstances, ImportRequest, StoredBatch } from './batch-records.ts';
import { findBatch } from './batch-records.ts';
import type { WriteConnection } from './connection.ts';
import type { InstrumentShelf } from './instruments.ts';
import { storeAnswers } from './store-answers.ts';
import { storeAggregated, storeEmployeeSurvey, storeResponseRates } from './store-tables.ts';
import { UnitRegister } from './unit-register.ts';

/**
 * Stores all drafts as batches, or none of them.
 * @throws Refusal `already-imported`, `year-has-answers`, `reversed-differs`.
 */
export function importBatches(
  connection: WriteConnection,
  instruments: InstrumentShelf,
  requests: readonly ImportRequest[],
  circumstances: ImportCircumstances,
): StoredBatch[] {
  return connection.transaction(() => {
    const units = new UnitRegister(connection);
    const stored: StoredBatch[] = [];
    for (const request of requests) {
      stored.push(importOne(connection, instruments, units, request, circumstances, stored[0]?.id ?? null));
    }
    return stored;
  });
}

function importOne(
  connection: WriteConnection,
  instruments: InstrumentShelf,
  units: UnitRegister,
  request: ImportRequest,
  circumstances: ImportCircumstances,
  importedWith: number | null,
): StoredBatch {
  const { draft, mode } = request;
  const batch = insertBatch(connection, request, circumstances, importedWith);
  if (mode === 'replace-year') replaceEarlier(connection, batch, circumstances.now);
  refuseIfImportedBefore(connection, batch);
  if (mode === 'new') refuseIfYearIsTaken(connection, batch, request);
  refuseIfReversedDiffers(connection, batch);
  storeContent(connection, instruments, units, batch, draft);
  const stored = findBatch(connection, batch);
  if (stored === null) throw new Error(`Batch ${batch} was not stored.`);
  return stored;
}

function storeContent(
  connection: WriteConnection,
  instruments: InstrumentShelf,
  units: UnitRegister,
  batch: number,
  draft: ImportDraft,
): void {
  switch (draft.kind) {
    case 'answers':
      storeAnswers(connection, batch, measuredWith(connection, instruments, draft.year), draft, units);
      break;
    case 'aggregated':
      measuredWith(connection, instruments, draft.year);
      storeAggregated(connection, batch, draft, units);
      break;
    case 'responseRates':
      storeResponseRates(connection, batch, draft, units);
      break;
    case 'employeeSurvey':
      storeEmployeeSurvey(connection, batch, draft);
      break;
  }
}

/** The instrument of the year's measurement, which is made when there is none. */
function measuredWith(connection: WriteConnection, instruments: InstrumentShelf, year: number) {
  const { id, instrument } = instruments.ofYear(year);
  connection.run(
    'INSERT INTO measurement (year, instrument) VALUES (@year, @instrument) ON CONFLICT DO NOTHING',
    { year, instrument: id },
  );
  return instrument;
}

function insertBatch(
  connection: WriteConnection,
  { draft, provenance, mode }: ImportRequest,
  { now, programVersion }: ImportCircumstances,
  importedWith: number | null,
): number {
  return connection.run(
    `INSERT INTO batch (
       id, imported_with, kind, mode, year, file_name, size_bytes, sha256, sheet, platform, profile, counts,
       findings, reversed, imported_at, program_version
     ) SELECT
       next, coalesce(@importedWith, next), @kind, @mode, @year, @fileName, @sizeBytes, @sha256, @sheet,
       @platform, @profile, @counts, @findings, @reversed, @now, @programVersion
     FROM (
       -- A number is never given twice, not even that of a batch that was erased.
       SELECT 1 + max(
         coalesce((SELECT max(id) FROM batch), 0), coalesce((SELECT max(batch) FROM event), 0)
       ) AS next
     )`,
    {
      importedWith,
      kind: draft.kind,
      mode,
      year: draft.year,
      fileName: provenance.fileName,
      sizeBytes: provenance.sizeBytes,
      sha256: provenance.sha256,
      sheet: provenance.sheet,
      platform: provenance.platform,
      profile: jsonText(provenance.profile),
      counts: jsonText(provenance.counts),
      findings: jsonText(provenance.findings),
      reversed: 'reversed' in draft ? jsonText(draft.reversed.toSorted()) : null,
      now,
      programVersion,
    },
  );
}

function jsonText(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** Answers and aggregated figures of a year add up, so a second file must be said to be another part. */
function refuseIfYearIsTaken(
  connection: WriteConnection,
  batch: number,
  { draft, provenance }: ImportRequest,
): void {
  if (draft.kind !== 'answers' && draft.kind !== 'aggregated') return;
  const taken = connection.get(
    z.object({ id: z.int(), fileName: z.string() }),
    `SELECT id, file_name AS fileName FROM active_batch
     WHERE year = @year AND kind = @kind AND id <> @batch
     ORDER BY id DESC LIMIT 1`,
    { batch, year: draft.year, kind: draft.kind },
  );
  if (taken === null) return;
  const what = draft.kind === 'answers' ? 'svar' : 'sammanställda värden';
  throw new Refusal({
    code: 'year-has-answers',
    message: `${draft.year} har redan ${what} från ${taken.fileName} (inläsning ${taken.id}). Inget har sparats.`,
    file: provenance.fileName,
    sheet: provenance.sheet,
    nextStep:
      'Lägg till filen som en del av samma år med --add, eller låt den ersätta det som finns med --replace-year.',
  });
}
