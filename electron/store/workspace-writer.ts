import type { Conclusion, ConclusionContent, Decision } from '../../core/conclusions/conclusion.ts';
import type { ItemLink, LinkState } from '../../core/employees/item-links.ts';
import type { UnitLink } from '../../core/employees/unit-links.ts';
import type { ExchangeFile } from '../../core/exchange/file.ts';
import type { MinimumGroup } from '../../core/privacy/minimum-group.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import { Refusal } from '../../core/problem.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { unitTree } from '../../core/survey/units.ts';
import type { AnalysisChoices } from './analysis-choices.ts';
import { changeAnalysisChoices, setMinimumGroup } from './analysis-choices.ts';
import type { ImportCircumstances, ImportRequest, StoredBatch } from './batch-records.ts';
import { redoBatch, undoBatch } from './batch-states.ts';
import {
  addConclusion,
  decideConclusion,
  editConclusion,
  removeConclusion,
  restoreConclusion,
  writeParagraph,
} from './conclusion-edits.ts';
import type { WriteConnection } from './connection.ts';
import { decideItemLink, decideUnitLink } from './employee-links.ts';
import type { EventCircumstances, EventDetail, EventKind } from './events.ts';
import { recordEvent } from './events.ts';
import { removeExchangeFile, restoreExchangeFile, takeInExchangeFile } from './exchange-files.ts';
import type { Figure, NewFigure } from './figures.ts';
import { addFigure, removeFigure } from './figures.ts';
import { keepPlans, yearsWithoutPlan } from './hiding-plans.ts';
import { importBatches } from './import-batches.ts';
import { setInvited } from './invited-by-hand.ts';
import { changedLimits, limitsOf } from './limit-changes.ts';
import type { Release } from './releases.ts';
import { recordReleases } from './releases.ts';
import { keepReportSettings } from './report-settings.ts';
import type { ReportTemplate } from './report-template.ts';
import { keepReportTemplate } from './report-template.ts';
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
import { unitChanges } from './unit-changes.ts';
import type { UnitState } from './unit-states.ts';
import { restoreUnitStates } from './unit-states.ts';
import { WorkspaceReader } from './workspace-reader.ts';

/** A reader that may also change the workspace. Each change is made whole or not at all. */
export class WorkspaceWriter extends WorkspaceReader {
  readonly #connection: WriteConnection;

  constructor(connection: WriteConnection) {
    super(connection);
    this.#connection = connection;
  }

  changeSettings(changes: Partial<WorkspaceSettings>): void {
    this.#changingLimits(() => {
      changeSettings(this.#connection, changes);
    });
  }

  /**
   * Stores files' drafts as batches: all of them, or none.
   * @throws Refusal `already-imported`, `year-has-answers`, `reversed-differs`.
   */
  importBatches(requests: readonly ImportRequest[], circumstances: ImportCircumstances): StoredBatch[] {
    return this.together(() => {
      const stored = importBatches(this.#connection, this.instruments, requests, circumstances);
      for (const { id, kind: content, year, respondents } of stored) {
        this.#record('imported', {
          batch: id,
          detail: { content, year, respondents },
          now: circumstances.now,
        });
      }
      return stored;
    });
  }

  /**
   * Takes a batch out of all results; those whose place it had taken count again. `now` is an ISO time.
   * @throws Refusal `batch-missing`, `batch-already-undone`, `already-imported`, `reversed-differs`.
   */
  undoBatch(batch: number, now: string): void {
    this.together(() => {
      undoBatch(this.#connection, batch, now);
      this.#record('undone', { batch, now });
    });
  }

  /**
   * Lets an undone batch count again. `now` is an ISO time.
   * @throws Refusal `batch-missing`, `batch-not-undone`, `batch-replaced`, `year-has-answers`,
   * `already-imported`, `reversed-differs`.
   */
  redoBatch(batch: number, now: string): void {
    this.together(() => {
      redoBatch(this.#connection, batch, now);
      this.#record('redone', { batch, now });
    });
  }

  /**
   * Adds a published value, benchmark or target, or corrects it.
   * @throws Refusal `percent-out-of-range`, `year-out-of-range`, `source-missing`.
   */
  addFigure(figure: NewFigure): Figure {
    return this.together(() => {
      const added = addFigure(this.#connection, figure);
      const { kind: value, year, percent } = added;
      this.#record('value-set', { detail: { value, year, percent } });
      return added;
    });
  }

  /** @throws Refusal `figure-missing`. */
  removeFigure(id: number): void {
    this.together(() => {
      const removed = this.figures().find((figure) => figure.id === id);
      removeFigure(this.#connection, id);
      if (removed === undefined) return;
      const { kind: value, year, percent } = removed;
      this.#record('value-removed', { detail: { value, year, percent } });
    });
  }

  /**
   * Sets the number of invited of a unit (null: of the whole); null takes a number set this way away.
   * @throws Refusal `invited-out-of-range`.
   */
  setInvited(year: number, unit: UnitId | null, invited: number | null): void {
    this.together(() => {
      setInvited(this.#connection, year, unit, invited);
      this.#record('invited-set', { detail: { year, unit, invited } });
    });
  }

  /**
   * Counts `from` as `into`, and children of the two that have the same name as one. Nothing stored changes.
   * @throws Refusal `unit-missing`, `unit-already-merged`, `unit-merge-ring`.
   */
  mergeUnits(from: UnitId, into: UnitId): void {
    this.#changingUnits(() => {
      mergeUnits(this.#connection, from, into);
    });
  }

  /**
   * Takes a merge back.
   * @throws Refusal `unit-missing`, `unit-not-merged`.
   */
  splitUnit(unit: UnitId): void {
    this.#changingUnits(() => {
      splitUnit(this.#connection, unit);
    });
  }

  /**
   * Adds another spelling that means the unit.
   * @throws Refusal `unit-missing`, `unit-name-empty`, `unit-name-taken`.
   */
  addAlias(unit: UnitId, alias: string): void {
    this.#changingUnits(() => {
      addAlias(this.#connection, unit, alias);
    });
  }

  /**
   * Renames a unit; the old name becomes an alias.
   * @throws Refusal `unit-missing`, `unit-name-empty`, `unit-name-taken`.
   */
  renameUnit(unit: UnitId, name: string): void {
    this.#changingUnits(() => {
      renameUnit(this.#connection, unit, name);
    });
  }

  /**
   * Puts a unit under another, or directly under the whole (null).
   * @throws Refusal `unit-missing`, `unit-move-ring`, `unit-name-taken`.
   */
  moveUnit(unit: UnitId, parent: UnitId | null): void {
    this.#changingUnits(() => {
      moveUnit(this.#connection, unit, parent);
    });
  }

  /**
   * Sets the first and last year in which a unit existed; null leaves an end open.
   * @throws Refusal `unit-missing`, `validity-reversed`.
   */
  setValidity(unit: UnitId, from: number | null, to: number | null): void {
    this.#changingUnits(() => {
      setValidity(this.#connection, unit, from, to);
    });
  }

  /**
   * Sets units as they were before a change.
   * @throws Refusal `unit-missing`, `unit-name-taken`, `unit-move-ring`, `unit-name-empty`, `unit-successor-itself`,
   * `validity-reversed`.
   */
  restoreUnitStates(states: readonly UnitState[]): void {
    this.#changingUnits(() => {
      restoreUnitStates(this.#connection, states);
    });
  }

  /**
   * Sets which units took over when this one ended, in place of those set before.
   * @throws Refusal `unit-missing`, `unit-successor-itself`.
   */
  setSuccessors(unit: UnitId, successors: readonly UnitId[]): void {
    this.#changingUnits(() => {
      setSuccessors(this.#connection, unit, successors);
    });
  }

  /**
   * Records that a unit ended before `firstYear` and that others took over; see {@link recordSuccession}.
   * @throws Refusal `unit-missing`, `unit-successor-itself`, `validity-reversed`.
   */
  recordSuccession(unit: UnitId, successors: readonly UnitId[], firstYear: number): void {
    this.#changingUnits(() => {
      recordSuccession(this.#connection, unit, successors, firstYear);
    });
  }

  /**
   * Confirms or rejects a link between items of the two surveys; null takes the decision back.
   * @throws Refusal `link-name-missing`.
   */
  decideItemLink(link: ItemLink, state: LinkState | null, now: string): void {
    decideItemLink(this.#connection, link, state, now);
  }

  /**
   * Confirms or rejects a link between units of the two surveys; null takes the decision back.
   * @throws Refusal `link-name-missing`, `unit-missing`.
   */
  decideUnitLink(link: UnitLink, state: LinkState | null, now: string): void {
    decideUnitLink(this.#connection, link, state, now);
  }

  /**
   * Changes what the analysis is made with; what `changes` does not name stays.
   * @throws Refusal `analysis-choice-invalid`.
   */
  changeAnalysisChoices(changes: Partial<AnalysisChoices>): void {
    this.#changingLimits(() => {
      changeAnalysisChoices(this.#connection, changes);
    });
  }

  /**
   * Sets the smallest group that is shown.
   * @throws Refusal `minimum-group-range`, `minimum-group-reason`.
   */
  setMinimumGroup(size: number, reason: string | null, now: string): MinimumGroup {
    return this.together(() => {
      const set = setMinimumGroup(this.#connection, size, reason, now);
      this.#record('minimum-group-set', { detail: { size }, now });
      return set;
    });
  }

  /** @throws Refusal `conclusion-invalid`, `conclusion-number-taken`, `unit-missing`. */
  addConclusion(content: ConclusionContent, now: string): Conclusion {
    return addConclusion(this.#connection, content, this.instrument(content.year), now);
  }

  /** @throws Refusal `conclusion-missing`, and as {@link addConclusion}. */
  editConclusion(id: number, content: ConclusionContent, now: string): Conclusion {
    return editConclusion(this.#connection, id, content, this.instrument(content.year), now);
  }

  /**
   * Sets what was decided about a conclusion in a year's follow-up; null takes it back.
   * @throws Refusal `conclusion-missing`, `decision-invalid`.
   */
  decideConclusion(
    id: number,
    year: number,
    decision: Omit<Decision, 'year'> | null,
    now: string,
  ): Conclusion {
    return decideConclusion(this.#connection, id, year, decision, now);
  }

  /**
   * Keeps the analyst's own follow-up text beside the draft of the time; an empty text takes it away.
   * @throws Refusal `conclusion-missing`.
   */
  writeParagraph(id: number, year: number, text: string, draft: string, now: string): Conclusion {
    return writeParagraph(this.#connection, id, year, text, draft, now);
  }

  /** @throws Refusal `conclusion-missing`. */
  removeConclusion(id: number, now: string): void {
    removeConclusion(this.#connection, id, now);
  }

  /** @throws Refusal `conclusion-missing`, `conclusion-not-removed`, `conclusion-number-taken`. */
  restoreConclusion(id: number, now: string): Conclusion {
    return restoreConclusion(this.#connection, id, now);
  }

  /** Gives the file back, with what the small-group gate makes of what has changed. */
  override close(): void {
    if (!this.#connection.isOpen) return;
    try {
      const years = yearsWithoutPlan(this.#connection);
      if (years.length > 0) {
        keepPlans(
          this.#connection,
          years.map((year) => this.planInput(year)),
          { tree: unitTree(this.units()), minimumGroup: this.minimumGroup() },
        );
      }
    } catch (error) {
      // The change itself is in; a plan that could not be kept is made when it is needed.
      if (!(error instanceof Refusal)) throw error;
    } finally {
      super.close();
    }
  }

  /** Does what may change limits, and adds to the audit trail which ones it did. */
  #changingLimits(work: () => void): void {
    this.together(() => {
      const limits = (): EventDetail => limitsOf(this.settings(), this.analysisChoices());
      const before = limits();
      work();
      const detail = changedLimits(before, limits());
      if (Object.keys(detail).length > 0) this.#record('analysis-changed', { detail });
    });
  }

  /** Does what changes units, and adds to the audit trail what it did to each. */
  #changingUnits(work: () => void): void {
    this.together(() => {
      const before = this.units();
      work();
      for (const { kind, detail } of unitChanges(before, this.units())) this.#record(kind, { detail });
    });
  }

  #record(kind: EventKind, circumstances: EventCircumstances = {}): void {
    recordEvent(this.#connection, kind, circumstances);
  }

  /** All that `work` changes, or nothing. */
  together<Result>(work: () => Result): Result {
    return this.#connection.transaction(work);
  }

  /** Adds to the log of what has left the program; `figure` is how a single figure was asked for, as JSON. */
  recordReleases(releases: readonly Release[], now: string, figure: string | null = null): void {
    this.together(() => {
      recordReleases(this.#connection, releases, now);
      const years = [...new Set(releases.map(({ year }) => year))].sort((a, b) => a - b);
      const detail = { years, groups: releases.length, ...(figure !== null && { figure }) };
      this.#record('released', { detail, now });
    });
  }

  /** Adds to the audit trail that a year's answers were written to a file. */
  recordAnswersWritten(year: number, respondents: number, now: string): void {
    this.#record('answers-written', { detail: { year, respondents }, now });
  }

  /** Keeps what is settled of the report of a year and unit (null for the whole). */
  keepReportSettings(year: number, unit: UnitId | null, settings: ReportSettings): void {
    keepReportSettings(this.#connection, year, unit, settings);
  }

  /** Keeps the organisation's own Word template for reports; null keeps none. */
  keepReportTemplate(template: ReportTemplate | null): void {
    keepReportTemplate(this.#connection, template);
  }

  /** Takes in files of other municipalities, each in the place of one of the same year; gives their numbers. */
  takeInExchangeFiles(
    files: readonly { readonly file: ExchangeFile; readonly name: string }[],
    now: string,
  ): number[] {
    return this.together(() => {
      const ids = files.map(({ file, name }) => takeInExchangeFile(this.#connection, file, name, now));
      for (const [year, own] of Map.groupBy(files, ({ file }) => file.year)) {
        this.#record('exchange-taken-in', { detail: { year, files: own.length }, now });
      }
      return ids;
    });
  }

  /** @throws Refusal `exchange-file-missing`. */
  removeExchangeFile(id: number, now: string): void {
    this.together(() => {
      removeExchangeFile(this.#connection, id, now);
      this.#record('exchange-removed', { detail: { file: id }, now });
    });
  }

  /** @throws Refusal `exchange-file-missing`. */
  restoreExchangeFile(id: number, now: string): void {
    this.together(() => {
      restoreExchangeFile(this.#connection, id, now);
      this.#record('exchange-restored', { detail: { file: id }, now });
    });
  }
}
