import type { Migration } from './migration.ts';

/**
 * A secret of the workspace's own, for fingerprints: what is made of answers with it cannot be found by trial by
 * someone who sees only the fingerprint. It never leaves the file.
 */
export const secret: Migration = {
  version: 3,
  name: 'secret',
  up(database) {
    database.exec(
      `INSERT INTO setting (key, value) VALUES ('secret', json_quote(lower(hex(randomblob(32)))))`,
    );
  },
};
