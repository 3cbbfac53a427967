import path from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';
import { holdForWriting } from './lock.ts';
import { damaged, fileRefusal, sqliteRefusal } from './refusals.ts';
import { copyWhole } from './whole-file.ts';

/**
 * Brings the file up to the last of `migrations`, all in one transaction, after a copy of it has been made
 * (see {@link backupPath}; a new file gets none). Does nothing to a file that is up to date.
 * @throws Refusal `workspace-newer`, `workspace-held` or `workspace-migration-failed`; the file is then as it was.
 */
export function migrate(filePath: string, database: Database, migrations: readonly Migration[]): void {
  const latest = migrations.at(-1)?.version ?? 0;
  const found = schemaVersion(database);
  const name = path.basename(filePath);
  if (found === latest) return;
  if (found > latest) {
    throw fileRefusal(
      filePath,
      'workspace-newer',
      `Arbetsfilen ${name} är gjord av en nyare version av programmet (filversion ${found}, den här läser till och med ${latest}). Den har inte ändrats.`,
      'Öppna filen med den nyare versionen av programmet, eller uppdatera det här.',
    );
  }
  const isNew = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (found === 0 && !isNew) throw damaged(filePath, 'den saknar versionsnummer');
  const release = holdForWriting(filePath);
  try {
    if (!isNew) copyWhole(database, backupPath(filePath, found));
    applyAll(filePath, name, database, migrations);
  } finally {
    release();
  }
}

function applyAll(
  filePath: string,
  name: string,
  database: Database,
  migrations: readonly Migration[],
): void {
  try {
    applyTogether(database, migrations);
  } catch (error) {
    const cause = sqliteRefusal(filePath, error);
    throw fileRefusal(
      filePath,
      'workspace-migration-failed',
      `Arbetsfilen ${name} kunde inte uppdateras till programmets version (${cause instanceof Error ? cause.message : 'okänt fel'}). Den är som den var.`,
      'Använd filen med den tidigare versionen av programmet, och hör av dig till den som förvaltar det.',
    );
  }
}

/** Where the copy of a file of schema version `version` is put: `Enkät.v1.dimios-backup` beside `Enkät.dimios`. */
export function backupPath(filePath: string, version: number): string {
  const { dir, name } = path.parse(filePath);
  return path.join(dir, `${name}.v${version}.dimios-backup`);
}

function schemaVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function applyTogether(database: Database, migrations: readonly Migration[]): void {
  // Tables can only be rebuilt with foreign keys off, and the switch works only outside a transaction.
  database.pragma('foreign_keys = OFF');
  try {
    database
      .transaction(() => {
        // Read again under the lock: another program may have been quicker.
        const from = schemaVersion(database);
        for (const migration of migrations) {
          if (migration.version <= from) continue;
          migration.up(database);
          database.pragma(`user_version = ${migration.version}`);
        }
        const broken = database
          .prepare('SELECT count(*) AS count FROM pragma_foreign_key_check')
          .pluck()
          .get();
        if (broken !== 0) throw new Error(`${String(broken)} rader pekar på något som inte finns`);
      })
      .immediate();
  } finally {
    database.pragma('foreign_keys = ON');
  }
}
