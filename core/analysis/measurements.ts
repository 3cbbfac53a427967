import type { Group } from '../comparison/group.ts';
import type { AnalysisSettings } from '../comparison/settings.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { gateYearResult } from '../privacy/gate.ts';
import type { GatedUnitResult, GatedYearResult } from '../privacy/gated.ts';
import type { GatedGroup } from '../privacy/gated-estimates.ts';
import type { MinimumGroup } from '../privacy/minimum-group.ts';
import type { HidingPlan, YearPlan } from '../privacy/plan.ts';
import { planHiding } from '../privacy/plan.ts';
import { gateTogether } from '../privacy/together.ts';
import { Refusal } from '../problem.ts';
import type { AnswersInput, UnitResult, YearResult } from '../scoring/results.ts';
import { resultFromAnswers, resultOfUnitsTogether, tallyOfUnits } from '../scoring/results.ts';
import type { TallyCell, UnitId, UnitTree } from '../survey/units.ts';

/** All that is known of one year. */
export interface YearInput {
  readonly year: number;
  readonly instrument: Instrument;
  /** Respondents with the invited they came from; null where the year has none. */
  readonly answers: Pick<AnswersInput, 'cells' | 'invited'> | null;
  /** What the gate decided of these answers when it was last asked; null where that was not kept. */
  readonly keptPlan?: () => YearPlan | null;
  /** Results without respondents behind them, the best first. */
  readonly others: readonly YearResult[];
}

/** A municipality's measurements, and what its analysis is made with. */
export interface MeasurementsInput {
  readonly wholeName: string;
  readonly tree: UnitTree;
  readonly minimumGroup: MinimumGroup;
  readonly settings: AnalysisSettings;
  /** Oldest first. */
  readonly years: readonly YearInput[];
}

/**
 * A municipality's measurements behind the small-group gate. What its methods give for a screen, a file or a
 * terminal has passed the gate; tallies come out only beside what may be shown of them, for the rooms that
 * compute intervals and tests.
 */
export class Measurements {
  readonly wholeName: string;
  readonly tree: UnitTree;
  readonly minimumGroup: MinimumGroup;
  readonly settings: AnalysisSettings;
  readonly plan: HidingPlan;
  readonly #years: ReadonlyMap<number, YearInput>;
  readonly #gated = new Map<number, readonly GatedYearResult[]>();
  /** By year and units: an analysis asks for the same groups again and again. */
  readonly #groups = new Map<string, Group>();

  constructor({ wholeName, tree, minimumGroup, settings, years }: MeasurementsInput) {
    this.wholeName = wholeName;
    this.tree = tree;
    this.minimumGroup = minimumGroup;
    this.settings = settings;
    this.#years = new Map(years.map((input) => [input.year, input]));
    this.plan = planHiding({
      minimumGroup,
      tree,
      years: years.flatMap(({ year, instrument, answers, keptPlan }) =>
        answers === null ? [] : [{ year, instrument, cells: answers.cells, kept: keptPlan }],
      ),
    });
  }

  /** Years that have a result, oldest first. */
  get years(): readonly number[] {
    return [...this.#years.values()]
      .filter(({ answers, others }) => answers !== null || others.length > 0)
      .map(({ year }) => year);
  }

  /** Years with respondents, oldest first. */
  get yearsWithAnswers(): readonly number[] {
    return [...this.#years.values()].filter(({ answers }) => answers !== null).map(({ year }) => year);
  }

  /** The nearest earlier year with a result from answers; null where there is none. */
  yearBefore(year: number): number | null {
    return this.yearsWithAnswers.filter((earlier) => earlier < year).at(-1) ?? null;
  }

  hasAnswers(year: number): boolean {
    return this.yearsWithAnswers.includes(year);
  }

  /** A year's results, the best source first: answers before aggregated before published. */
  resultsOf(year: number): readonly GatedYearResult[] {
    const known = this.#gated.get(year);
    if (known !== undefined) return known;
    const input = this.#years.get(year);
    const answers = this.#answersInput(year);
    const results = [...(answers === null ? [] : [resultFromAnswers(answers)]), ...(input?.others ?? [])];
    const gated = results.map((result) => gateYearResult(result, this.plan));
    this.#gated.set(year, gated);
    return gated;
  }

  /** The year's result from its best source. @throws Refusal `year-missing` */
  bestResult(year: number): GatedYearResult {
    const [best] = this.resultsOf(year);
    if (best !== undefined) return best;
    const { years } = this;
    throw new Refusal({
      code: 'year-missing',
      message: `Arbetsfilen har inga resultat för ${year}.`,
      nextStep:
        years.length === 0
          ? 'Läs in en fil med svar först.'
          : `Välj ett av åren ${years.join(', ')}, eller läs in ${year}.`,
    });
  }

  /** The whole of a year. @throws Refusal `year-missing` */
  wholeIn(year: number): GatedUnitResult {
    return wholeOf(this.bestResult(year));
  }

  /** A unit (null for the whole) in a year. @throws Refusal `year-missing`, `unit-not-in-year` */
  unitIn(year: number, unit: UnitId | null): GatedUnitResult {
    if (unit === null) return this.wholeIn(year);
    const own = this.bestResult(year).units.find((candidate) => candidate.unit === this.tree.resolve(unit));
    if (own !== undefined) return own;
    throw new Refusal({
      code: 'unit-not-in-year',
      message: `${this.nameOf(unit)} har inga resultat ${year}.`,
      nextStep: 'Välj ett år där enheten har svar, eller ange vilka enheter den bildades av.',
    });
  }

  /** Several units taken together, from answers. @throws Refusal `year-missing`, `unit-not-in-year` */
  togetherIn(year: number, units: readonly UnitId[], name: string): GatedUnitResult {
    const [only] = units;
    const answers = this.#answersInput(year);
    if (only !== undefined && (units.length === 1 || answers === null)) return this.unitIn(year, only);
    if (answers === null) return this.wholeIn(year);
    const resolved = units.map((unit) => this.tree.resolve(unit));
    return gateTogether(
      resultOfUnitsTogether(answers, resolved, name),
      answers.instrument,
      this.plan,
      year,
      resolved,
    );
  }

  /** The respondents of units taken together, or of the whole (null); null where the year has no answers. */
  groupIn(year: number, units: readonly UnitId[] | null): Group | null {
    const answers = this.#answersInput(year);
    if (answers === null) return null;
    const key = `${year}:${units === null ? 'whole' : units.join(',')}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = { ...tallyOfUnits(answers, units), instrument: answers.instrument };
    this.#groups.set(key, group);
    return group;
  }

  /** A unit's respondents (null for the whole) beside what may be shown of them. */
  gatedGroupIn(year: number, unit: UnitId | null): GatedGroup | null {
    const group = this.groupIn(year, unit === null ? null : [unit]);
    return group === null ? null : { group, gated: this.unitIn(year, unit) };
  }

  /** A year's leaf cells, which are microdata; none where the year has no answers. */
  cellsIn(year: number): readonly TallyCell[] {
    return this.#years.get(year)?.answers?.cells ?? [];
  }

  instrumentOf(year: number): Instrument {
    return this.bestResult(year).instrument;
  }

  /** A unit's name, or the whole's. */
  nameOf(unit: UnitId | null): string {
    if (unit === null) return this.wholeName;
    return this.tree.units.find(({ id }) => id === this.tree.resolve(unit))?.name ?? '';
  }

  #answersInput(year: number): AnswersInput | null {
    const input = this.#years.get(year);
    if (input === undefined || input.answers === null) return null;
    const { wholeName, tree } = this;
    return { year, instrument: input.instrument, wholeName, tree, ...input.answers };
  }
}

/** The whole of a year's result, which every one has. */
export function wholeOf<Unit extends UnitResult>(result: {
  readonly year: number;
  readonly units: readonly Unit[];
}): Unit {
  const whole = result.units.find((unit) => unit.whole);
  if (whole === undefined) throw new Error(`The result of ${result.year} has no whole.`);
  return whole;
}
