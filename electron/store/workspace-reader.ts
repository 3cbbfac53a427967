import type { StoredRespondent } from '../../core/analysis/answers-table.ts';
import type { Conclusion } from '../../core/conclusions/conclusion.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { MinimumGroup } from '../../core/privacy/minimum-group.ts';
import type { PlanYearInput, YearPlan } from '../../core/privacy/plan.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import type { AggregatedItem, Invited } from '../../core/scoring/results.ts';
import type { TallyCell, Unit, UnitId, UnitTree } from '../../core/survey/units.ts';
import { unitTree } from '../../core/survey/units.ts';
import type { AnalysisChoices, MinimumGroupChange } from './analysis-choices.ts';
import { analysisChoices, currentMinimumGroup, minimumGroupChanges } from './analysis-choices.ts';
import type { BatchNotes, StoredBatch } from './batch-records.ts';
import { batchNotes, listBatches } from './batch-records.ts';
import type { CheckReport } from './check.ts';
import { checkWorkspace } from './check.ts';
import type { ConclusionPresence, ConclusionVersion } from './conclusions.ts';
import { conclusionHistory, listConclusions } from './conclusions.ts';
import type { ReadConnection } from './connection.ts';
import type { DecidedLinks } from './employee-links.ts';
import { employeeLinks } from './employee-links.ts';
import type { EmployeeSurveyTable } from './employee-survey.ts';
import { employeeSurvey } from './employee-survey.ts';
import type { WorkspaceEvent } from './events.ts';
import { listEvents } from './events.ts';
import type { StoredExchangeFile } from './exchange-files.ts';
import { listExchangeFiles, listExchangeYears } from './exchange-files.ts';
import type { Figure } from './figures.ts';
import { listFigures } from './figures.ts';
import { findUnit } from './find-unit.ts';
import { keptPlan, plansThatDiffer } from './hiding-plans.ts';
import { InstrumentShelf } from './instruments.ts';
import { invitedByHand } from './invited-by-hand.ts';
import type { RecordedRelease } from './releases.ts';
import { listReleases } from './releases.ts';
import { reportSettings } from './report-settings.ts';
import type { ReportTemplate } from './report-template.ts';
import { reportTemplate, reportTemplateName } from './report-template.ts';
import { respondentsIn } from './respondents.ts';
import type { ResponseRateLine, YearContents } from './results.ts';
import { aggregatedIn, CellShelf, invitedIn, listYears, responseRates } from './results.ts';
import { workspaceSecret } from './secret.ts';
import type { WorkspaceSettings } from './settings.ts';
import { readSettings, withSettings } from './settings.ts';
import { visibleUnits } from './units.ts';

/**
 * What a workspace file tells. Undone batches are out of everything but `batches`.
 * Every method may throw a Refusal when the file is busy, damaged or out of reach.
 */
export class WorkspaceReader {
  protected readonly instruments: InstrumentShelf;
  readonly #connection: ReadConnection;
  readonly #cells: CellShelf;

  constructor(connection: ReadConnection) {
    this.#connection = connection;
    this.instruments = new InstrumentShelf(connection);
    this.#cells = new CellShelf(connection);
  }

  /** Where the file lies, in full. */
  get path(): string {
    return this.#connection.path;
  }

  /** File name without its folders. */
  get fileName(): string {
    return this.#connection.fileName;
  }

  /** A number that is another one when the file has been changed through another reader or writer. */
  version(): number {
    return this.#connection.version();
  }

  settings(): WorkspaceSettings {
    return readSettings(this.#connection);
  }

  /**
   * The instrument to score a year with: the one it was measured with (the workspace's own for a year without
   * a measurement), its negatively asked items turned, and with what the workspace's settings override.
   */
  instrument(year: number): Instrument {
    return withSettings(this.instruments.asAskedIn(year), this.settings());
  }

  /** The instrument that files imported now are read with. */
  currentInstrument(): Instrument {
    return withSettings(this.instruments.current().instrument, this.settings());
  }

  /** The instrument that {@link currentInstrument} is, without what the workspace's settings override. */
  ownInstrument(): Instrument {
    return this.instruments.current().instrument;
  }

  /** Units that something standing uses, merged ones too; siblings in alphabetical order. */
  units(): Unit[] {
    return visibleUnits(this.#connection);
  }

  /**
   * The unit that a person means by a name, an alias, or a path such as "Socialförvaltningen/Hemtjänst".
   * @throws Refusal `unit-missing`, naming the nearest, or `unit-ambiguous`, listing the paths.
   */
  findUnit(name: string): Unit {
    return findUnit(this.units(), name);
  }

  /** Every year that the workspace knows something about, oldest first. */
  years(): YearContents[] {
    return listYears(this.#connection);
  }

  /** Every batch, undone ones too, oldest first. */
  batches(): StoredBatch[] {
    return listBatches(this.#connection);
  }

  /** A batch's profile and findings; null when there is no such batch. */
  batchNotes(batch: number): BatchNotes | null {
    return batchNotes(this.#connection, batch);
  }

  /** The year's cells, batch by batch: equal groups of two batches are two cells. Not to be changed in place. */
  cells(year: number): TallyCell[] {
    return this.#cells.ofYear(year, this.instruments.ofYear(year).instrument);
  }

  /** The year's respondents one by one, which are personal data. */
  respondents(year: number): StoredRespondent[] {
    return respondentsIn(this.#connection, year);
  }

  /** Numbers of invited: the newest line of each unit, imported or entered by hand. */
  invited(year: number): Invited {
    return invitedIn(this.#connection, year);
  }

  /** A number of invited (null: of the whole) that was set by hand and counts; null where there is none. */
  invitedByHand(year: number, unit: UnitId | null): number | null {
    return invitedByHand(this.#connection, year, unit);
  }

  /** The lines behind {@link invited}, with the numbers of answers that the tables gave. */
  responseRates(year: number): ResponseRateLine[] {
    return responseRates(this.#connection, year);
  }

  /** The newest aggregated line of each unit and item. */
  aggregated(year: number): AggregatedItem[] {
    return aggregatedIn(this.#connection, year);
  }

  /** Published values, benchmarks and targets, by year. */
  figures(): Figure[] {
    return listFigures(this.#connection);
  }

  employeeSurvey(): EmployeeSurveyTable {
    return employeeSurvey(this.#connection);
  }

  /** What has been said of links between the employee survey and the measurement. */
  employeeLinks(): DecidedLinks {
    return employeeLinks(this.#connection);
  }

  /** What the workspace's analysis is made with. */
  analysisChoices(): AnalysisChoices {
    return analysisChoices(this.#connection);
  }

  /** The smallest group that is shown, and why where it is under the usual one. */
  minimumGroup(): MinimumGroup {
    return currentMinimumGroup(this.#connection);
  }

  /** Every minimum group that has been set, oldest first. */
  minimumGroupChanges(): MinimumGroupChange[] {
    return minimumGroupChanges(this.#connection);
  }

  /** Conclusions of all years, those of the whole first within a year. */
  conclusions(presence: ConclusionPresence = 'standing'): Conclusion[] {
    return listConclusions(this.#connection, presence);
  }

  /** Everything that a conclusion has been, oldest first. */
  conclusionHistory(id: number): ConclusionVersion[] {
    return conclusionHistory(this.#connection, id);
  }

  /** What has left the program about a year, or (null) all years, oldest first. */
  releases(year: number | null = null): RecordedRelease[] {
    return listReleases(this.#connection, year);
  }

  /** Who did what and when, oldest first. */
  events(): WorkspaceEvent[] {
    return listEvents(this.#connection);
  }

  /** What is settled of the report of a year and unit (null for the whole); as proposed where nothing has been. */
  reportSettings(year: number, unit: UnitId | null): ReportSettings {
    return reportSettings(this.#connection, year, unit);
  }

  /** The organisation's own Word template for reports; null where there is none. */
  reportTemplate(): ReportTemplate | null {
    return reportTemplate(this.#connection);
  }

  /** What the template is called; null where there is none. */
  reportTemplateName(): string | null {
    return reportTemplateName(this.#connection);
  }

  /** Exchange files taken in of a year, or (null) of all years, removed ones too. */
  exchangeFiles(year: number | null = null): StoredExchangeFile[] {
    return listExchangeFiles(this.#connection, year);
  }

  /** Years that exchange files which count are of, oldest first. */
  exchangeYears(): number[] {
    return listExchangeYears(this.#connection);
  }

  /** The workspace's own key for fingerprints, 32 bytes; it must never leave the machine's side. */
  secret(): Buffer {
    return workspaceSecret(this.#connection);
  }

  /** What the small-group gate decided of a year's answers; null where that is not kept. */
  keptPlan(year: number, tree: UnitTree): YearPlan | null {
    return keptPlan(this.#connection, this.planInput(year), { tree, minimumGroup: this.minimumGroup() });
  }

  /** Goes through the whole file, undone batches too, and tells what is not sound. */
  check(): CheckReport {
    return checkWorkspace(this.#connection, this.instruments, () => this.#plansThatDiffer());
  }

  protected planInput(year: number): PlanYearInput {
    return { year, instrument: this.instrument(year), cells: this.cells(year) };
  }

  #plansThatDiffer(): number[] {
    return plansThatDiffer(this.#connection, (year) => this.planInput(year), {
      tree: unitTree(this.units()),
      minimumGroup: this.minimumGroup(),
    });
  }

  /** Gives the file back; the workspace cannot be used afterwards. */
  close(): void {
    this.#connection.close();
  }
}
