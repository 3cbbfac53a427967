import path from 'node:path';
import { Refusal } from '../../core/problem.ts';
import type { StoredBatch } from './batch-records.ts';
import { findBatch } from './batch-records.ts';
import { listBackups } from './backups.ts';
import type { WriteConnection } from './connection.ts';
import { recordEvent } from './events.ts';
import { holdForWriting } from './lock.ts';
import { migrations } from './migrations/index.ts';
import { openForReading, openForWriting, removeFile } from './open-file.ts';
import { batchMissing } from './refusals.ts';
import { copyWhole, swapIn, underWayPath, wipe, withDatabase } from './whole-file.ts';

/**
 * Erasing a batch for good: the one act that cannot be undone. What was deleted is written over, the file is written
 * anew, and so are the backups that hold the batch; the audit trail keeps the date and counts.
 */

/** What becomes of a backup when a batch is erased: one that cannot be read may hold it, and goes. */
export interface BackupFate {
  readonly fileName: string;
  readonly fate: 'rewritten' | 'removed' | 'kept';
}

/** What erasing a batch would do, or has done. */
export interface Erasure {
  readonly batch: StoredBatch;
  readonly backups: readonly BackupFate[];
}

/** Tells what erasing a batch would do. @throws Refusal `batch-missing` */
export function planErasure(filePath: string, batch: number): Erasure {
  const full = path.resolve(filePath);
  const connection = openForReading(full);
  try {
    const found = findBatch(connection, batch);
    if (found === null) throw batchMissing(connection.fileName, batch);
    return {
      batch: found,
      backups: listBackups(full).map((backup) => ({
        fileName: backup.fileName,
        fate: fateOf(backup.path, found),
      })),
    };
  } finally {
    connection.close();
  }
}

/**
 * Erases a batch, from the workspace and its backups. `now` is an ISO time.
 * @throws Refusal `batch-missing`, and as `openForWriting`
 */
export function eraseBatch(filePath: string, batch: number, now: string): Erasure {
  const full = path.resolve(filePath);
  const release = holdForWriting(full);
  try {
    const plan = planErasure(full, batch);
    // Backups first: a program that is stopped half way still finds the batch, and can be told to erase it again.
    for (const backup of listBackups(full)) {
      const fate = plan.backups.find(({ fileName }) => fileName === backup.fileName)?.fate;
      if (fate === 'rewritten') rewriteWithout(backup.path, batch);
      if (fate === 'removed') {
        wipe(backup.path);
        removeFile(backup.path);
      }
    }
    eraseFromWorkspace(full, plan, now);
    return plan;
  } finally {
    release();
  }
}

function eraseFromWorkspace(full: string, { batch, backups }: Erasure, now: string): void {
  const connection = openForWriting(full);
  try {
    connection.transaction(() => {
      deleteRows(connection, batch.id);
      recordEvent(connection, 'erased', {
        batch: batch.id,
        detail: {
          year: batch.year,
          respondents: batch.respondents,
          backupsRewritten: backups.filter(({ fate }) => fate === 'rewritten').length,
          backupsRemoved: backups.filter(({ fate }) => fate === 'removed').length,
        },
        now,
      });
    });
    connection.compact();
  } finally {
    connection.close();
  }
}

function fateOf(backup: string, { id, sha256, sheet, importedAt }: StoredBatch): BackupFate['fate'] {
  try {
    return withDatabase(backup, (database) => {
      const same = database
        .prepare('SELECT 1 FROM batch WHERE id = ? AND sha256 = ? AND sheet = ? AND imported_at = ?')
        .get(id, sha256, sheet, importedAt);
      return same === undefined ? 'kept' : 'rewritten';
    });
  } catch (error) {
    if (error instanceof Refusal) return 'removed';
    throw error;
  }
}

/** The backup without the batch, of the schema version that it has. */
function rewriteWithout(backup: string, batch: number): void {
  const underWay = underWayPath(backup);
  removeFile(underWay);
  try {
    withDatabase(backup, (database) => {
      copyWhole(database, underWay);
    });
    withDatabase(underWay, (database) => {
      database.pragma('journal_mode = DELETE');
      database.pragma('secure_delete = ON');
      database.pragma('foreign_keys = ON');
      database.transaction(() => {
        for (const statement of deletions) database.prepare(statement).run({ batch });
        const version = Number(database.pragma('user_version', { simple: true }));
        while (database.prepare(nameAway(version)).run().changes > 0);
      })();
      database.exec('VACUUM');
    });
    swapIn(backup, underWay, { wiping: true });
  } finally {
    removeFile(underWay);
  }
}

function deleteRows(connection: WriteConnection, batch: number): void {
  for (const statement of deletions) connection.run(statement, { batch });
  while (connection.changeCount(nameAway(migrations.length)) > 0);
}

/** In an order that references allow. What the batch had replaced stays out of the results, as undone by itself. */
const deletions = [
  'DELETE FROM respondent WHERE cell IN (SELECT id FROM cell WHERE batch = @batch)',
  'DELETE FROM cell WHERE batch = @batch',
  'DELETE FROM aggregated_item WHERE batch = @batch',
  'DELETE FROM invited WHERE batch = @batch',
  'DELETE FROM employee_answered WHERE batch = @batch',
  'DELETE FROM employee_index WHERE batch = @batch',
  'UPDATE batch SET replaced_by = NULL WHERE replaced_by = @batch',
  `UPDATE batch SET imported_with = (
     SELECT min(id) FROM batch AS fellow WHERE fellow.imported_with = @batch AND fellow.id <> @batch
   ) WHERE imported_with = @batch AND id <> @batch`,
  `DELETE FROM measurement WHERE year = (SELECT year FROM batch WHERE id = @batch) AND NOT EXISTS (
     SELECT 1 FROM batch AS other
     WHERE other.year = measurement.year AND other.id <> @batch AND other.kind IN ('answers', 'aggregated')
   )`,
  'DELETE FROM batch WHERE id = @batch',
] as const;

/**
 * Names of units that nothing speaks of any more came with the batch, and one of them may be a person's, of a column
 * taken for units. The row stays without its name: its number stands in the release log and must not come again.
 */
function nameAway(schemaVersion: number): string {
  const analysis = `
      AND NOT EXISTS (SELECT 1 FROM conclusion WHERE conclusion.unit = unit.id)
      AND NOT EXISTS (SELECT 1 FROM employee_unit_link AS link WHERE link.unit = unit.id)`;
  return `
    UPDATE unit SET name = 'raderad ' || id
    WHERE name <> 'raderad ' || id AND merged_into IS NULL AND valid_from IS NULL AND valid_to IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM unit AS child WHERE child.parent = unit.id AND child.name <> 'raderad ' || child.id
      )
      AND NOT EXISTS (SELECT 1 FROM unit AS other WHERE other.merged_into = unit.id)
      AND NOT EXISTS (SELECT 1 FROM unit_alias WHERE unit_alias.unit = unit.id)
      AND NOT EXISTS (SELECT 1 FROM unit_successor AS step WHERE unit.id IN (step.unit, step.successor))
      AND NOT EXISTS (SELECT 1 FROM cell WHERE cell.unit = unit.id)
      AND NOT EXISTS (SELECT 1 FROM aggregated_item AS line WHERE line.unit = unit.id)
      AND NOT EXISTS (SELECT 1 FROM invited WHERE invited.unit = unit.id)
      ${schemaVersion < 2 ? '' : analysis}`;
}
