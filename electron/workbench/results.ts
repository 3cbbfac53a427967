import type { Change, Comparison } from '../../core/comparison/compare.ts';
import { compare, compareWithFigure } from '../../core/comparison/compare.ts';
import type { GroupComparison } from '../../core/comparison/compare-groups.ts';
import { compareGroups } from '../../core/comparison/compare-groups.ts';
import type { Group } from '../../core/comparison/group.ts';
import { alignUnit } from '../../core/comparison/reorganisation.ts';
import { Refusal } from '../../core/problem.ts';
import type { AnswersInput, ResultSource, UnitResult, YearResult } from '../../core/scoring/results.ts';
import {
  resultFromAggregates,
  resultFromAnswers,
  resultFromPublished,
  resultOfUnitsTogether,
  tallyOfUnits,
} from '../../core/scoring/results.ts';
import type { UnitId, UnitTree } from '../../core/survey/units.ts';
import { unitTree } from '../../core/survey/units.ts';
import type { WorkspaceReader } from '../store/workspace.ts';

/** Results as the screens, the command line and the reports ask for them: straight from a workspace's tallies. */

/** What the whole is called before the organisation has been given a name. */
const wholeNameByDefault = 'Hela kommunen';

export function wholeNameOf(reader: WorkspaceReader): string {
  return reader.settings().organisation ?? wholeNameByDefault;
}

/** Every year's results, one entry per year and source, oldest year first; `year` narrows it to one. */
export function yearResults(reader: WorkspaceReader, year: number | null = null): YearResult[] {
  const tree = unitTree(reader.units());
  return reader
    .years()
    .filter((contents) => year === null || contents.year === year)
    .flatMap((contents) => contents.sources.map((source) => yearResult(reader, tree, contents.year, source)));
}

function yearResult(reader: WorkspaceReader, tree: UnitTree, year: number, source: ResultSource): YearResult {
  const common = { year, instrument: reader.instrument(year), wholeName: wholeNameOf(reader), tree };
  switch (source) {
    case 'answers':
      return resultFromAnswers({ ...common, cells: reader.cells(year), invited: reader.invited(year) });
    case 'aggregated':
      return resultFromAggregates({
        ...common,
        items: reader.aggregated(year),
        responseRates: reader.responseRates(year),
      });
    case 'published': {
      const published = reader
        .figures()
        .find((figure) => figure.kind === 'published' && figure.year === year);
      return resultFromPublished({ ...common, percent: published?.percent ?? 0 });
    }
  }
}

/** A comparison of one unit, or the whole, between two years. */
export interface YearComparison extends Comparison {
  readonly unitName: string;
  /** How sure each difference is; null where a side is not computed from respondents. */
  readonly uncertainty: GroupComparison | null;
}

/**
 * Compares a unit (null for the whole) between two years, each by its best source: answers before aggregated
 * before published. A unit that was reorganised between them is compared with the sum of its parts.
 * @throws Refusal `year-missing` when a year has no result, `unit-not-in-year` when the unit has none in it
 */
export function compareYears(
  reader: WorkspaceReader,
  from: number,
  to: number,
  unit: UnitId | null,
): YearComparison {
  const tree = unitTree(reader.units());
  const fromYear = bestResult(reader, tree, from);
  const toYear = bestResult(reader, tree, to);
  const aligned = unit === null ? null : alignUnit(tree, unit, from, to);
  const isReorganised = unit !== null && aligned === null;
  const sides = {
    from: aligned?.from ?? (unit === null ? null : [unit]),
    to: aligned?.to ?? (unit === null ? null : [unit]),
  };
  const before = unitsIn(reader, tree, fromYear, unit, sides.from);
  const after = unitsIn(reader, tree, toYear, unit, sides.to);
  const compared = compare({ year: fromYear, unit: before }, { year: toYear, unit: after });
  const areComputed = fromYear.source === 'answers' && toYear.source === 'answers';
  return {
    unitName: unit === null ? after.name : nameOf(tree, unit),
    ...(isReorganised ? withoutDifferences(compared) : compared),
    uncertainty: areComputed
      ? compareGroups(
          groupIn(reader, tree, fromYear, sides.from),
          groupIn(reader, tree, toYear, sides.to),
          undefined,
          {
            ...(isReorganised && { notComparable: 'reorganised' as const }),
          },
        )
      : null,
  };
}

/** The respondents of units in a year, or of the whole (null), with the invited they came from. */
function groupIn(
  reader: WorkspaceReader,
  tree: UnitTree,
  result: YearResult,
  units: readonly UnitId[] | null,
): Group {
  return { ...tallyOfUnits(answersIn(reader, tree, result), units), instrument: result.instrument };
}

function answersIn(reader: WorkspaceReader, tree: UnitTree, { year, instrument }: YearResult): AnswersInput {
  return {
    year,
    instrument,
    wholeName: wholeNameOf(reader),
    tree,
    cells: reader.cells(year),
    invited: reader.invited(year),
  };
}

/** Compares two units of one year. @throws Refusal as {@link compareYears} */
export function compareUnits(
  reader: WorkspaceReader,
  year: number,
  unit: UnitId | null,
  other: UnitId | null,
): Comparison {
  const tree = unitTree(reader.units());
  const result = bestResult(reader, tree, year);
  return compare(
    { year: result, unit: sameYearUnit(result, tree, other) },
    { year: result, unit: sameYearUnit(result, tree, unit) },
  );
}

/** The year's result from its best source. @throws Refusal `year-missing` */
export function bestResult(reader: WorkspaceReader, tree: UnitTree, year: number): YearResult {
  const years = reader.years();
  const source = years.find((contents) => contents.year === year)?.sources[0];
  if (source !== undefined) return yearResult(reader, tree, year, source);
  const known = years.filter(({ sources }) => sources.length > 0).map((contents) => contents.year);
  throw new Refusal({
    code: 'year-missing',
    message: `Arbetsfilen har inga resultat för ${year}.`,
    file: reader.fileName,
    nextStep:
      known.length === 0
        ? 'Läs in en fil med svar först.'
        : `Välj ett av åren ${known.join(', ')}, eller läs in ${year}.`,
  });
}

function wholeOf(result: YearResult): UnitResult {
  const whole = result.units.find((unit) => unit.whole);
  if (whole === undefined) throw new Error(`The result of ${result.year} has no whole.`);
  return whole;
}

function sameYearUnit(result: YearResult, tree: UnitTree, unit: UnitId | null): UnitResult {
  if (unit === null) return wholeOf(result);
  return (
    result.units.find((candidate) => candidate.unit === tree.resolve(unit)) ??
    missingUnit(tree, unit, result.year)
  );
}

/** The figures of `parts` in a year: of the whole (null), of the unit itself, or of those that together were it. */
function unitsIn(
  reader: WorkspaceReader,
  tree: UnitTree,
  result: YearResult,
  unit: UnitId | null,
  parts: readonly UnitId[] | null,
): UnitResult {
  if (unit === null || parts === null) return wholeOf(result);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return sameYearUnit(result, tree, only);
  return resultOfUnitsTogether(answersIn(reader, tree, result), parts, nameOf(tree, unit));
}

function nameOf(tree: UnitTree, unit: UnitId): string {
  return tree.units.find(({ id }) => id === tree.resolve(unit))?.name ?? '';
}

function missingUnit(tree: UnitTree, unit: UnitId, year: number): never {
  throw new Refusal({
    code: 'unit-not-in-year',
    message: `${nameOf(tree, unit)} har inga resultat ${year}.`,
    nextStep: 'Välj ett år där enheten har svar, eller ange vilka enheter den bildades av.',
  });
}

/** The same figures on both sides, with nothing said of what parts them. */
function withoutDifferences(comparison: Comparison): Comparison {
  const without = <Entry extends { readonly difference: number | null }>(entry: Entry): Entry => ({
    ...entry,
    difference: null,
  });
  return {
    notComparable: 'reorganised',
    maturity: without(comparison.maturity),
    dimensions: comparison.dimensions.map(without),
    categories: comparison.categories.map(without),
    items: comparison.items.map((item) => ({
      ...without(item),
      percentDifference: null,
      dontKnowDifference: null,
    })),
    gateYesPercent: without(comparison.gateYesPercent),
    responseRatePercent: without(comparison.responseRatePercent),
  };
}

/** A benchmark or target beside the year's maturity; `difference` is the maturity less the figure. */
export interface FigureComparison extends Change {
  readonly kind: 'benchmark' | 'target';
  readonly source: string;
}

/** Compares the maturity of a unit (null for the whole) with the benchmarks and the target of its year. */
export function compareBenchmark(
  reader: WorkspaceReader,
  year: number,
  unit: UnitId | null,
): { readonly unitName: string; readonly figures: readonly FigureComparison[] } {
  const tree = unitTree(reader.units());
  const result = bestResult(reader, tree, year);
  const side = { year: result, unit: sameYearUnit(result, tree, unit) };
  const figures = reader
    .figures()
    .flatMap(({ kind, source, percent, year: of }): FigureComparison[] =>
      kind === 'published' || of !== year ? [] : [{ kind, source, ...compareWithFigure(percent, side) }],
    );
  return { unitName: side.unit.name, figures };
}
