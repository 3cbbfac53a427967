import path from 'node:path';
import type { Database, Statement } from 'better-sqlite3';
import { SqliteError } from 'better-sqlite3';
import type * as z from 'zod';
import { noteChange } from './changed-files.ts';
import { damaged, sqliteRefusal } from './refusals.ts';

/** A value bound to a `@name` in a statement. */
export type Bound = number | string | Uint8Array | null;
export type Bindings = Readonly<Record<string, Bound>>;

/**
 * Questions to a workspace file. Each row is checked against a shape, so that what comes out of the file has
 * the type it is said to have. Statements are kept prepared.
 * @throws Refusal when the file is busy, damaged, or cannot be read or written.
 */
export class ReadConnection {
  /** Where the file lies. */
  readonly path: string;
  protected readonly database: Database;
  readonly #statements = new Map<string, Statement>();

  constructor(filePath: string, database: Database) {
    this.path = filePath;
    this.database = database;
  }

  /** File name without its folders. */
  get fileName(): string {
    return path.basename(this.path);
  }

  /** Every row that `sql` gives. */
  all<Row>(shape: z.ZodType<Row>, sql: string, bindings: Bindings = {}): Row[] {
    const rows = this.guard(() => this.prepared(sql).all(bindings));
    return rows.map((row) => this.#shaped(shape, row));
  }

  /** The first row that `sql` gives, or null. */
  get<Row>(shape: z.ZodType<Row>, sql: string, bindings: Bindings = {}): Row | null {
    const row = this.guard(() => this.prepared(sql).get(bindings));
    return row === undefined ? null : this.#shaped(shape, row);
  }

  /** A number that is another one after every change that another connection has made to the file. */
  version(): number {
    return this.guard(() => Number(this.database.pragma('data_version', { simple: true })));
  }

  get isOpen(): boolean {
    return this.database.open;
  }

  close(): void {
    this.database.close();
  }

  protected prepared(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #shaped<Row>(shape: z.ZodType<Row>, row: unknown): Row {
    const shaped = shape.safeParse(row);
    if (shaped.success) return shaped.data;
    throw damaged(this.path, 'en rad har ett innehåll som programmet aldrig skriver');
  }

  /** Runs `work`, turning what SQLite throws into what a person can act on. */
  protected guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw sqliteRefusal(this.path, error);
    }
  }
}

/** A connection that may also change the file. */
export class WriteConnection extends ReadConnection {
  readonly #release: () => void;

  /** `release` lets other programs write to the file again. */
  constructor(filePath: string, database: Database, release: () => void) {
    super(filePath, database);
    this.#release = release;
  }

  /** Runs one changing statement; gives the row id of the last row inserted. */
  run(sql: string, bindings: Bindings = {}): number {
    return this.guard(() => Number(this.prepared(sql).run(bindings).lastInsertRowid));
  }

  /** Runs one changing statement; gives how many rows it changed. */
  changeCount(sql: string, bindings: Bindings = {}): number {
    return this.guard(() => this.prepared(sql).run(bindings).changes);
  }

  /** Writes the file anew, so that nothing of what was deleted is left in it or in its log. */
  compact(): void {
    this.guard(() => {
      this.database.pragma('wal_checkpoint(TRUNCATE)');
      this.database.exec('VACUUM');
      this.database.pragma('wal_checkpoint(TRUNCATE)');
    });
  }

  /** All that `work` changes, or nothing. Transactions within one another count as the outermost. */
  transaction<Result>(work: () => Result): Result {
    if (this.database.inTransaction) return work();
    return this.guard(() => this.database.transaction(work).immediate());
  }

  /**
   * Folds what was written last into the one file, where no other connection stands in the way, and lets others
   * write. Where the disk refuses, what was written stays in the log beside the file, from which the next to open it
   * takes it.
   */
  override close(): void {
    if (!this.isOpen) return;
    try {
      const { changes } = this.prepared('SELECT total_changes() AS changes').get() as { changes: number };
      if (changes > 0) noteChange(this.path);
      this.database.pragma('wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // What was changed is safe already: telling of a failure would say that it is not.
      if (!(error instanceof SqliteError)) throw error;
    } finally {
      super.close();
      this.#release();
    }
  }
}
