import type { Database } from 'better-sqlite3';

/** One step from the schema before it; never changed once it has been released. */
export interface Migration {
  /** The schema version that the file has afterwards: whole numbers from 1, without gaps. */
  readonly version: number;
  readonly name: string;
  /** Makes the change. Runs inside a transaction, with foreign keys checked only afterwards. */
  readonly up: (database: Database) => void;
}
