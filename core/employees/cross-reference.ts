import type { Verdict } from '../comparison/verdicts.ts';
import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import type { UnitId } from '../survey/units.ts';
import type { Band } from './bands.ts';
import type { DifferentUnits } from './coverage.ts';
import { differingUnits, employeeUnitsIn, surveyUnitsIn, underSurveyNames } from './coverage.ts';
import type { ItemLink } from './item-links.ts';
import type { Agreement, Direction, Position, Value } from './positions.ts';
import { agreementOf, directionOf, positionOf } from './positions.ts';
import type { EmployeeTable } from './table.ts';
import { unique } from './table.ts';
import type { UnitLink } from './unit-links.ts';

/** The measurement's figures of one unit, past the small-group gate. */
export interface SurveyUnit {
  /** Null for the whole. */
  readonly unit: UnitId | null;
  readonly name: string;
  /** Null directly under the whole, and for the whole. */
  readonly parent: UnitId | null;
  readonly respondents: number | null;
  readonly items: readonly {
    readonly code: ItemCode;
    readonly percent: number | null;
    readonly hidden?: Readonly<Record<string, string>>;
  }[];
}

export interface SurveyYear {
  readonly year: number;
  readonly units: readonly SurveyUnit[];
}

/** The employee survey's figures, past the small-group gate. */
export interface EmployeeFigures {
  readonly table: EmployeeTable;
  /** The unit that is the total; null where there is none. */
  readonly whole: string | null;
}

/** What the comparison of two years says of one item of a unit (null: the whole) in the measurement. */
export interface SurveyVerdict {
  readonly unit: UnitId | null;
  readonly item: ItemCode;
  readonly from: number;
  readonly to: number;
  /** Null where the figures may not be shown. */
  readonly verdict: Verdict | null;
}

/** What a cross-reference is made from. */
export interface CrossReferenceInput<Correlation> {
  readonly instrument: Instrument;
  readonly bands: readonly Band[];
  /** Index changes of at most this many points are none: both indices are rounded. */
  readonly indexChangeLimit: number;
  readonly itemLinks: readonly ItemLink[];
  readonly unitLinks: readonly UnitLink[];
  readonly employees: EmployeeFigures;
  readonly survey: readonly SurveyYear[];
  readonly verdicts: readonly SurveyVerdict[];
  /** Rank correlation (rule S5), x the measurement and y the employees; it says itself when points are too few. */
  readonly rankCorrelation: (points: readonly { readonly x: number; readonly y: number }[]) => Correlation;
}

/** Both results of a unit (null: the whole) in one year. */
export interface CrossCell {
  readonly year: number;
  readonly unit: UnitId | null;
  readonly unitName: string;
  readonly employeeUnit: string;
  readonly survey: Position;
  readonly employees: Position;
  /** Employees less the measurement, in points; null where one is missing or the two do not compare. */
  readonly difference: number | null;
  /** The employees' rank less the measurement's: positive where employees place the unit lower. */
  readonly rankDifference: number | null;
  /** For the whole: why its two totals do not compare. */
  readonly notComparable: DifferentUnits | null;
}

/** How both results of a unit moved between two years that both surveys have. */
export interface CrossChange {
  readonly from: number;
  readonly to: number;
  readonly unit: UnitId | null;
  readonly unitName: string;
  readonly survey: { readonly direction: Direction | null; readonly tested: boolean };
  readonly employees: { readonly direction: Direction | null; readonly difference: number | null };
  readonly agreement: Agreement | null;
  /** For the whole: why the employees' totals of the two years, or the measurement's, do not compare. */
  readonly notComparable: DifferentUnits | null;
}

/** Everything about one link. */
export interface LinkReference<Correlation> extends ItemLink {
  readonly itemName: string;
  readonly cells: readonly CrossCell[];
  readonly changes: readonly CrossChange[];
  /** Over the units with both results, per year. */
  readonly correlations: readonly {
    readonly year: number;
    readonly units: readonly string[];
    readonly result: Correlation;
  }[];
}

/** Sets the results of the two surveys side by side, link by link. */
export function crossReference<Correlation>(
  input: CrossReferenceInput<Correlation>,
): LinkReference<Correlation>[] {
  return input.itemLinks.map((link) => linkReference(link, input));
}

function linkReference<Correlation>(
  link: ItemLink,
  input: CrossReferenceInput<Correlation>,
): LinkReference<Correlation> {
  const years = input.survey.map((year) => ({ year, pairs: pairsOf(link, year, input) }));
  return {
    ...link,
    itemName: input.instrument.items.find(({ code }) => code === link.item)?.name.sv ?? link.item,
    cells: years.flatMap(({ year, pairs }) => cellsOf(year, pairs, input)),
    changes: changesOf(link, input),
    correlations: years.flatMap(({ year, pairs }) => {
      const open = rankedPairs(year, pairs);
      if (open.length === 0) return [];
      const result = input.rankCorrelation(
        open.map(({ surveyPercent, employeeIndex }) => ({ x: surveyPercent, y: employeeIndex })),
      );
      return [{ year: year.year, units: open.map(({ pair }) => pair.unit.name), result }];
    }),
  };
}

/** A unit of the measurement and the employee unit it is linked to, with both values. */
interface Pair {
  readonly unit: SurveyUnit;
  readonly employeeUnit: string;
  readonly survey: Value;
  readonly employees: Value;
}

/** Pairs of a year in the order of the measurement's units; none for a year without an employee survey. */
function pairsOf(
  { employeeItem, item }: ItemLink,
  { year, units }: SurveyYear,
  { employees, unitLinks }: Pick<CrossReferenceInput<unknown>, 'employees' | 'unitLinks'>,
): Pair[] {
  const lines = employees.table.indices.filter((line) => line.year === year && line.item === employeeItem);
  return units.flatMap((unit) =>
    unitLinks.flatMap((link): Pair[] => {
      const line = lines.find((candidate) => candidate.unit === link.employeeUnit);
      if (link.unit !== unit.unit || line === undefined) return [];
      const own = unit.items.find(({ code }) => code === item);
      return [
        {
          unit,
          employeeUnit: link.employeeUnit,
          survey: { percent: own?.percent ?? null, hidden: Object.keys(own?.hidden ?? {}).length > 0 },
          employees: { percent: line.index, hidden: line.hidden ?? false },
        },
      ];
    }),
  );
}

function cellsOf(
  year: SurveyYear,
  pairs: readonly Pair[],
  input: Pick<CrossReferenceInput<unknown>, 'bands' | 'instrument' | 'employees' | 'unitLinks'>,
): CrossCell[] {
  const { bands, instrument } = input;
  const { rounding } = instrument.display;
  const ranked = rankedPairs(year, pairs);
  const whole = pairs.find(({ unit }) => unit.unit === null);
  const missing: Value = { percent: null, hidden: false };
  const totals = totalsApart(year, input);
  return pairs.map((pair): CrossCell => {
    const takesPart = ranked.some((entry) => entry.pair === pair);
    const place = (side: 'survey' | 'employees', values: readonly number[]): Position =>
      positionOf(pair[side], whole?.[side] ?? missing, takesPart ? values : null, bands, rounding);
    const survey = place(
      'survey',
      ranked.map(({ surveyPercent }) => surveyPercent),
    );
    const employees = place(
      'employees',
      ranked.map(({ employeeIndex }) => employeeIndex),
    );
    const notComparable = pair.unit.unit === null ? totals : null;
    return {
      year: year.year,
      unit: pair.unit.unit,
      unitName: pair.unit.name,
      employeeUnit: pair.employeeUnit,
      survey,
      employees,
      difference: notComparable === null ? less(employees.percent, survey.percent) : null,
      rankDifference: less(employees.rank, survey.rank),
      notComparable,
    };
  });
}

/** Why the totals of the two surveys do not compare in a year; null when they hold the same units. */
function totalsApart(
  year: SurveyYear,
  { employees, unitLinks }: Pick<CrossReferenceInput<unknown>, 'employees' | 'unitLinks'>,
): DifferentUnits | null {
  return differingUnits(
    surveyUnitsIn(year),
    underSurveyNames(employeeUnitsIn(employees, year.year), unitLinks, year),
    `Totalerna för ${year.year} i de båda undersökningarna`,
  );
}

interface RankedPair {
  readonly pair: Pair;
  readonly surveyPercent: number;
  readonly employeeIndex: number;
}

/**
 * The units that are ranked and correlated: both values open, and nobody counted twice, so no unit of which a
 * part takes part itself. The whole is no unit.
 */
function rankedPairs({ units }: SurveyYear, pairs: readonly Pair[]): RankedPair[] {
  const open = pairs.flatMap((pair): RankedPair[] => {
    const { percent: surveyPercent } = pair.survey;
    const { percent: employeeIndex } = pair.employees;
    if (pair.unit.unit === null || surveyPercent === null || employeeIndex === null) return [];
    return [{ pair, surveyPercent, employeeIndex }];
  });
  const parentOf = new Map(units.map(({ unit, parent }) => [unit, parent]));
  const above = new Set<UnitId>();
  for (const { pair } of open) {
    let at = pair.unit.parent;
    while (at !== null && !above.has(at)) {
      above.add(at);
      at = parentOf.get(at) ?? null;
    }
  }
  return open.filter(({ pair }) => pair.unit.unit !== null && !above.has(pair.unit.unit));
}

/** Changes between each two years that follow one another among those that both surveys have. */
function changesOf(link: ItemLink, input: CrossReferenceInput<unknown>): CrossChange[] {
  const both = input.survey
    .map((year) => ({ year, pairs: pairsOf(link, year, input) }))
    .filter(({ pairs }) => pairs.some(({ employees }) => employees.percent !== null))
    .sort((a, b) => a.year.year - b.year.year);
  return both.slice(1).flatMap((to, at) => {
    const from = both[at];
    if (from === undefined) return [];
    return to.pairs.flatMap((pair) => {
      const before = from.pairs.find(
        ({ unit, employeeUnit }) => unit.unit === pair.unit.unit && employeeUnit === pair.employeeUnit,
      );
      return before === undefined ? [] : [changeOf(link, before, pair, from.year, to.year, input)];
    });
  });
}

function changeOf(
  { item }: ItemLink,
  before: Pair,
  after: Pair,
  from: SurveyYear,
  to: SurveyYear,
  { verdicts, indexChangeLimit, employees }: CrossReferenceInput<unknown>,
): CrossChange {
  const { unit, name } = after.unit;
  const notComparable = unit === null ? totalsChanged(from, to, employees) : null;
  const given = verdicts.find(
    (verdict) =>
      verdict.unit === unit && verdict.item === item && verdict.from === from.year && verdict.to === to.year,
  );
  const indexDifference = less(after.employees.percent, before.employees.percent);
  const survey =
    given === undefined
      ? directionOf(less(after.survey.percent, before.survey.percent), indexChangeLimit)
      : verdictDirection(given.verdict);
  const own = notComparable === null ? directionOf(indexDifference, indexChangeLimit) : null;
  return {
    from: from.year,
    to: to.year,
    unit,
    unitName: name,
    survey: { direction: survey, tested: given !== undefined },
    employees: { direction: own, difference: notComparable === null ? indexDifference : null },
    agreement: agreementOf(survey, own),
    notComparable,
  };
}

/** The employees' totals first: it is they that change from year to year. */
function totalsChanged(from: SurveyYear, to: SurveyYear, employees: EmployeeFigures): DifferentUnits | null {
  return (
    differingUnits(
      employeeUnitsIn(employees, from.year),
      employeeUnitsIn(employees, to.year),
      `Medarbetarundersökningens totaler för ${from.year} och ${to.year}`,
    ) ??
    differingUnits(
      surveyUnitsIn(from),
      surveyUnitsIn(to),
      `Mätningens totaler för ${from.year} och ${to.year}`,
    )
  );
}

function verdictDirection(verdict: SurveyVerdict['verdict']): Direction | null {
  switch (verdict) {
    case 'risen':
      return 'up';
    case 'fallen':
      return 'down';
    case 'within-uncertainty':
      return 'unchanged';
    case 'too-few':
    case 'not-comparable':
    case null:
      return null;
  }
}

function less(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** The years in which an employee survey was made, oldest first. */
export function employeeYears({ table }: EmployeeFigures): number[] {
  return unique(table.indices.flatMap(({ year, index }) => (index === null ? [] : [year]))).sort(
    (a, b) => a - b,
  );
}
