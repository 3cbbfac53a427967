import type { ImportCircumstances, ImportRequest, StoredBatch } from './batch-records.ts';
import { redoBatch, undoBatch } from './batch-states.ts';
import type { WriteConnection } from './connection.ts';
import type { Figure, NewFigure } from './figures.ts';
import { addFigure, removeFigure } from './figures.ts';
import { importBatches } from './import-batches.ts';
import type { WorkspaceSettings } from './settings.ts';
import { changeSettings } from './settings.ts';
import { WorkspaceReader } from './workspace-reader.ts';

/** A reader that may also change the workspace. Each change is made whole or not at all. */
export class WorkspaceWriter extends WorkspaceReader {
  readonly #connection: WriteConnection;

  constructor(connection: WriteConnection) {
    super(connection);
    this.#connection = connection;
  }

  changeSettings(changes: Partial<WorkspaceSettings>): void {
    changeSettings(this.#connection, changes);
  }

  /**
   * Stores files' drafts as batches: all of them, or none.
   * @throws Refusal `already-imported`, `year-has-answers`, `reversed-differs`.
   */
  importBatches(requests: readonly ImportRequest[], circumstances: ImportCircumstances): StoredBatch[] {
    return importBatches(this.#connection, this.instruments, requests, circumstances);
  }

  /**
   * Takes a batch out of all results; those whose place it had taken count again. `now` is an ISO time.
   * @throws Refusal `batch-missing`, `batch-already-undone`, `already-imported`, `reversed-differs`.
   */
  undoBatch(batch: number, now: string): void {
    undoBatch(this.#connection, batch, now);
  }

  /**
   * Lets an undone batch count again. `now` is an ISO time.
   * @throws Refusal `batch-missing`, `batch-not-undone`, `batch-replaced`, `year-has-answers`,
   * `already-imported`, `reversed-differs`.
   */
  redoBatch(batch: number, now: string): void {
    redoBatch(this.#connection, batch, now);
  }

  /**
   * Adds a published value, benchmark or target, or corrects it.
   * @throws Refusal `percent-out-of-range`, `year-out-of-range`, `source-missing`.
   */
  addFigure(figure: NewFigure): Figure {
    return addFigure(this.#connection, figure);
  }

  /** @throws Refusal `figure-missing`. */
  removeFigure(id: number): void {
    removeFigure(this.#connection, id);
  }
}
