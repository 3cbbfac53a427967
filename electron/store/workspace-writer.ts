import type { UnitId } from '../../core/survey/units.ts';
import type { ImportCircumstances, ImportRequest, StoredBatch } from './batch-records.ts';
import { redoBatch, undoBatch } from './batch-states.ts';
import type { WriteConnection } from './connection.ts';
import type { Figure, NewFigure } from './figures.ts';
import { addFigure, removeFigure } from './figures.ts';
import { importBatches } from './import-batches.ts';
import { setInvited } from './invited-by-hand.ts';
import type { WorkspaceSettings } from './settings.ts';
import { changeSettings } from './settings.ts';
import {
  addAlias,
  moveUnit,
  recordSuccession,
  renameUnit,
  setSuccessors,
  setValidity,
} from './unit-edits.ts';
import { mergeUnits, splitUnit } from './unit-merges.ts';
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

  /**
   * Sets the number of invited of a unit (null: of the whole); null takes a number set this way away.
   * @throws Refusal `invited-out-of-range`.
   */
  setInvited(year: number, unit: UnitId | null, invited: number | null): void {
    setInvited(this.#connection, year, unit, invited);
  }

  /**
   * Counts `from` as `into`, and children of the two that have the same name as one. Nothing stored changes.
   * @throws Refusal `unit-missing`, `unit-already-merged`, `unit-merge-ring`.
   */
  mergeUnits(from: UnitId, into: UnitId): void {
    mergeUnits(this.#connection, from, into);
  }

  /**
   * Takes a merge back.
   * @throws Refusal `unit-missing`, `unit-not-merged`.
   */
  splitUnit(unit: UnitId): void {
    splitUnit(this.#connection, unit);
  }

  /**
   * Adds another spelling that means the unit.
   * @throws Refusal `unit-missing`, `unit-name-empty`, `unit-name-taken`.
   */
  addAlias(unit: UnitId, alias: string): void {
    addAlias(this.#connection, unit, alias);
  }

  /**
   * Renames a unit; the old name becomes an alias.
   * @throws Refusal `unit-missing`, `unit-name-empty`, `unit-name-taken`.
   */
  renameUnit(unit: UnitId, name: string): void {
    renameUnit(this.#connection, unit, name);
  }

  /**
   * Puts a unit under another, or directly under the whole (null).
   * @throws Refusal `unit-missing`, `unit-move-ring`, `unit-name-taken`.
   */
  moveUnit(unit: UnitId, parent: UnitId | null): void {
    moveUnit(this.#connection, unit, parent);
  }

  /**
   * Sets the first and last year in which a unit existed; null leaves an end open.
   * @throws Refusal `unit-missing`, `validity-reversed`.
   */
  setValidity(unit: UnitId, from: number | null, to: number | null): void {
    setValidity(this.#connection, unit, from, to);
  }

  /**
   * Sets which units took over when this one ended, in place of those set before.
   * @throws Refusal `unit-missing`, `unit-successor-itself`.
   */
  setSuccessors(unit: UnitId, successors: readonly UnitId[]): void {
    setSuccessors(this.#connection, unit, successors);
  }

  /**
   * Records that a unit ended before `firstYear` and that others took over; see {@link recordSuccession}.
   * @throws Refusal `unit-missing`, `unit-successor-itself`, `validity-reversed`.
   */
  recordSuccession(unit: UnitId, successors: readonly UnitId[], firstYear: number): void {
    recordSuccession(this.#connection, unit, successors, firstYear);
  }
}
