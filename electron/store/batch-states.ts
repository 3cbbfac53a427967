import * as z from 'zod';
import { Refusal } from '../../core/problem.ts';
import type { StoredBatch } from './batch-records.ts';
import { findBatch } from './batch-records.ts';
import type { WriteConnection } from './connection.ts';
import { batchMissing } from './refusals.ts';
import { jsonColumn } from './row-shapes.ts';

/**
 * Which batches count. Nothing is deleted here: a batch is set aside, by itself or because another took its
 * place, and can come back. After every change the standing batches of the year must agree with one another.
 */

/** Sets aside the standing batches of the same kind and year that came before `batch` and not with it. */
export function replaceEarlier(connection: WriteConnection, batch: number, now: string): void {
  connection.run(
    `UPDATE batch SET undone_at = @now, replaced_by = @batch
     WHERE undone_at IS NULL AND id < @batch
       AND (kind, year) = (SELECT kind, year FROM batch WHERE id = @batch)
       AND imported_with <> (SELECT imported_with FROM batch WHERE id = @batch)`,
    { batch, now },
  );
}

/**
 * Takes a batch out of all results; those whose place it had taken count again.
 * @throws Refusal `batch-missing`, `batch-already-undone`, or `already-imported` or `reversed-differs` when
 * what would come back does not agree with what was imported since.
 */
export function undoBatch(connection: WriteConnection, id: number, now: string): void {
  connection.transaction(() => {
    const batch = existingBatch(connection, id);
    if (batch.undoneAt !== null) throw alreadyUndone(connection, batch);
    connection.run('UPDATE batch SET undone_at = @now WHERE id = @id', { id, now });
    const fellow = replacingFellow(connection, id);
    if (fellow !== null) {
      connection.run('UPDATE batch SET replaced_by = @fellow WHERE replaced_by = @id', { id, fellow });
      return;
    }
    const returning = connection.all(idRow, 'SELECT id FROM batch WHERE replaced_by = @id', { id });
    connection.run('UPDATE batch SET undone_at = NULL, replaced_by = NULL WHERE replaced_by = @id', { id });
    for (const back of returning) refuseIfDisagreeing(connection, back.id);
  });
}

/**
 * Lets an undone batch count again, and lets it take the place it took when it was imported.
 * @throws Refusal `batch-missing`, `batch-not-undone`, `batch-replaced`, `year-has-answers`,
 * `already-imported`, `reversed-differs`.
 */
export function redoBatch(connection: WriteConnection, id: number, now: string): void {
  connection.transaction(() => {
    const batch = existingBatch(connection, id);
    if (batch.undoneAt === null) {
      throw batchRefusal(
        batch,
        'batch-not-undone',
        `Inläsning ${id} är inte ångrad.`,
        'Se vilka inläsningar som är ångrade i listan över inläsningar.',
      );
    }
    if (batch.replacedBy !== null) {
      throw batchRefusal(
        batch,
        'batch-replaced',
        `Inläsning ${id} är ersatt av inläsning ${batch.replacedBy}.`,
        `Ångra inläsning ${batch.replacedBy}, så gäller den här igen.`,
      );
    }
    connection.run('UPDATE batch SET undone_at = NULL WHERE id = @id', { id });
    if (batch.mode === 'replace-year') replaceEarlier(connection, id, now);
    refuseIfPlaceIsTaken(connection, batch);
    refuseIfDisagreeing(connection, id);
  });
}

/** Refuses when `id`, standing, does not agree with the other standing batches of its year. */
function refuseIfDisagreeing(connection: WriteConnection, id: number): void {
  refuseIfImportedBefore(connection, id);
  refuseIfReversedDiffers(connection, id);
}

/** Refuses when `id` is the same sheet of the same file as another standing batch of the year. */
export function refuseIfImportedBefore(connection: WriteConnection, id: number): void {
  const same = connection.get(
    z.object({ id: z.int(), importedAt: z.string() }),
    `SELECT other.id, other.imported_at AS importedAt FROM active_batch AS other
     JOIN batch ON batch.id = @id
     WHERE other.id <> batch.id AND other.sha256 = batch.sha256 AND other.sheet = batch.sheet
       AND other.kind = batch.kind AND other.year = batch.year`,
    { id },
  );
  if (same === null) return;
  const batch = existingBatch(connection, id);
  throw batchRefusal(
    batch,
    'already-imported',
    `${batch.fileName} är redan inläst för ${batch.year}: inläsning ${same.id}, ${same.importedAt.slice(0, 10)}. Inget har ändrats.`,
    `Inget mer behövs. Ska filen tolkas på ett annat sätt: ångra inläsning ${same.id} först, eller läs in med --replace-year.`,
  );
}

/** Refuses when `id` and another standing batch of the year have different items asked negatively. */
export function refuseIfReversedDiffers(connection: WriteConnection, id: number): void {
  const differing = connection.get(
    z.object({ id: z.int(), fileName: z.string(), reversed: jsonColumn(z.array(z.string())) }),
    `SELECT other.id, other.file_name AS fileName, other.reversed FROM active_batch AS other
     JOIN batch ON batch.id = @id
     WHERE other.id <> batch.id AND other.year = batch.year AND other.reversed <> batch.reversed`,
    { id },
  );
  if (differing === null) return;
  const batch = existingBatch(connection, id);
  const which = differing.reversed.length === 0 ? 'inga mätpunkter' : differing.reversed.join(', ');
  throw batchRefusal(
    batch,
    'reversed-differs',
    `${batch.fileName} och ${differing.fileName} (inläsning ${differing.id}) har olika mätpunkter som negativt ställda för ${batch.year}; i den senare är det ${which}. Inget har ändrats.`,
    `Svara likadant på frågan om negativt ställda påståenden för båda filerna, eller ångra inläsning ${differing.id} först.`,
  );
}

const idRow = z.object({ id: z.int() });

/** A standing batch that took the same place in the same import, so that what it replaced must stay away. */
function replacingFellow(connection: WriteConnection, id: number): number | null {
  const fellow = connection.get(
    idRow,
    `SELECT fellow.id FROM active_batch AS fellow JOIN batch ON batch.id = @id
     WHERE fellow.id <> batch.id AND fellow.mode = 'replace-year' AND fellow.kind = batch.kind
       AND fellow.year = batch.year AND fellow.imported_with = batch.imported_with
     LIMIT 1`,
    { id },
  );
  return fellow?.id ?? null;
}

/** Another batch was imported as the year's answers while this one was undone: together they would count double. */
function refuseIfPlaceIsTaken(connection: WriteConnection, batch: StoredBatch): void {
  if (batch.mode === 'add' || (batch.kind !== 'answers' && batch.kind !== 'aggregated')) return;
  const taken = connection.get(
    z.object({ id: z.int(), fileName: z.string() }),
    `SELECT other.id, other.file_name AS fileName FROM active_batch AS other JOIN batch ON batch.id = @id
     WHERE other.id <> batch.id AND other.kind = batch.kind AND other.year = batch.year
       AND other.mode <> 'add' AND other.imported_with <> batch.imported_with`,
    { id: batch.id },
  );
  if (taken === null) return;
  throw batchRefusal(
    batch,
    'year-has-answers',
    `${batch.year} har fått svar från ${taken.fileName} (inläsning ${taken.id}) sedan inläsning ${batch.id} ångrades. Inget har ändrats.`,
    `Ångra inläsning ${taken.id} först.`,
  );
}

function existingBatch(connection: WriteConnection, id: number): StoredBatch {
  const batch = findBatch(connection, id);
  if (batch !== null) return batch;
  throw batchMissing(connection.fileName, id);
}

function alreadyUndone(connection: WriteConnection, batch: StoredBatch): Refusal {
  const how = batch.replacedBy === null ? 'ångrad' : `ersatt av inläsning ${batch.replacedBy}`;
  return new Refusal({
    code: 'batch-already-undone',
    message: `Inläsning ${batch.id} (${batch.fileName}) är redan ${how}.`,
    file: connection.fileName,
    nextStep:
      batch.replacedBy === null
        ? 'Inget mer behövs.'
        : `Ska den gälla igen: ångra inläsning ${batch.replacedBy}.`,
  });
}

function batchRefusal(batch: StoredBatch, code: string, message: string, nextStep: string): Refusal {
  return new Refusal({ code, message, file: batch.fileName, sheet: batch.sheet, nextStep });
}
