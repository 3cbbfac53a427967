import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { resultFromAnswers } from '../../../../core/scoring/results.ts';
import { unitTree } from '../../../../core/survey/units.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import type { Migration } from '../../../../electron/store/migrations/migration.ts';
import { openReader, openWriter } from '../../../../electron/store/workspace.ts';
import { contentOf, refusalOf, rowsOf, temporaryFolder } from './samples.ts';

const kept = fs
  .readdirSync(new URL('../../../workspaces', import.meta.url))
  .filter((name) => name.endsWith('.dimios'));

/** A copy of a kept workspace, under a name of its own. */
function copyOf(name: string): string {
  const file = path.join(temporaryFolder(), 'Enkät.dimios');
  fs.copyFileSync(new URL(`../../../workspaces/${name}`, import.meta.url), file);
  return file;
}

const next: Migration = {
  version: migrations.length + 1,
  name: 'note',
  up(database) {
    database.exec('ALTER TABLE batch ADD COLUMN note TEXT');
  },
};

/** Opens the file as a program would that has further migrations. */
function migrateWith(file: string, further: readonly Migration[]): void {
  const database = new Database(file);
  try {
    migrate(file, database, [...migrations, ...further]);
  } finally {
    database.close();
  }
}

test('W-6: every schema version has left a workspace behind, and versions have no gaps', () => {
  expect(kept.sort()).toEqual(migrations.map(({ version }) => `v${version}.dimios`));
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
});

test.each(kept)('W-6: the workspace %s opens, is sound, and scores', (name) => {
  const file = copyOf(name);
  openWriter(file).close();
  const reader = openReader(file);
  expect(reader.check().problems).toEqual([]);
  const result = resultFromAnswers({
    year: 2022,
    instrument: reader.instrument(2022),
    wholeName: reader.settings().organisation ?? '',
    tree: unitTree(reader.units()),
    cells: reader.cells(2022),
    invited: reader.invited(2022),
  });
  const shown = result.units.map((unit) => [unit.name, unit.respondents, unit.invited, unit.maturityPercent]);
  expect(
    shown.map((line) =>
      line.map((value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)),
    ),
  ).toEqual([
    ['Exempelstad', 10, 40, 62.5],
    ['Kultur', 4, 10, 53.3],
    ['Skola', 5, 20, 80],
    ['Förskola', 2, null, 100],
  ]);
  expect(reader.aggregated(2021)).toHaveLength(1);
  expect(reader.employeeSurvey().indices).toHaveLength(1);
  expect(reader.figures()).toHaveLength(3);
  expect(reader.batches().filter(({ undoneAt }) => undoneAt !== null)).toHaveLength(1);
  expect(reader.findUnit('Biblioteket').mergedInto).toBe(reader.findUnit('Kultur').id);
  reader.close();
});

test('W-6: a file of an older version is brought up to date, after a copy of it was made', () => {
  const file = copyOf(`v${migrations.length}.dimios`);
  const before = contentOf(file);
  migrateWith(file, [next]);
  expect(rowsOf(file, 'PRAGMA user_version')).toEqual([{ user_version: next.version }]);
  expect(rowsOf(file, 'SELECT note FROM batch LIMIT 1')).toEqual([{ note: null }]);
  const copy = path.join(path.dirname(file), `Enkät.v${migrations.length}.dimios-backup`);
  expect(contentOf(copy)).toBe(before);
  expect(rowsOf(copy, 'PRAGMA user_version')).toEqual([{ user_version: migrations.length }]);
});

test('W-6: when one of several migrations fails the file is as it was', () => {
  const file = copyOf('v1.dimios');
  const before = contentOf(file);
  const failing: Migration = {
    version: next.version + 1,
    name: 'failing',
    up(database) {
      database.exec('DELETE FROM figure');
      database.exec('SELECT * FROM no_such_table');
    },
  };
  const problem = refusalOf(() => {
    migrateWith(file, [next, failing]);
  });
  expect(problem.code).toBe('workspace-migration-failed');
  expect(contentOf(file)).toBe(before);
  openWriter(file).close();
});

test('W-6: a migration that leaves rows pointing at nothing fails', () => {
  const file = copyOf('v1.dimios');
  const before = contentOf(file);
  const breaking: Migration = {
    ...next,
    up(database) {
      database.exec('DELETE FROM measurement; DELETE FROM instrument');
    },
  };
  const problem = refusalOf(() => {
    migrateWith(file, [breaking]);
  });
  expect(problem.code).toBe('workspace-migration-failed');
  expect(contentOf(file)).toBe(before);
});

test('W-34: every workspace has a secret of its own, also one that was made before there were any', () => {
  const secrets = kept.map((name) => {
    const reader = openReader(copyOf(name));
    const secret = reader.secret();
    reader.close();
    expect(secret).toHaveLength(32);
    return secret.toString('hex');
  });
  expect(new Set(secrets).size).toBe(kept.length);
});
