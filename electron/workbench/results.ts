import type { Change, Comparison } from '../../core/comparison/compare.ts';
import { compare, compareWithFigure } from '../../core/comparison/compare.ts';
import { alignUnit } from '../../core/comparison/reorganisation.ts';
import { Refusal } from '../../core/problem.ts';
import type { AnswersInput, ResultSource, UnitResult, YearResult } from '../../core/scoring/results.ts';
import {
  resultFromAggregates,
  resultFromAnswers,
  resultFromPublished,
  resultOfUnitsTogether,
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
  if (unit === null) {
    const before = wholeOf(fromYear);
    const after = wholeOf(toYear);
    return {
      unitName: after.name,
      ...compare({ year: fromYear, unit: before }, { year: toYear, unit: after }),
    };
  }
  const aligned = alignUnit(tree, unit, from, to);
  const before = unitIn(reader, tree, fromYear, unit, aligned?.from ?? [unit]);
  const after = unitIn(reader, tree, toYear, unit, aligned?.to ?? [unit]);
  const compared = compare({ year: fromYear, unit: before }, { year: toYear, unit: after });
  return { unitName: nameOf(tree, unit), ...(aligned === null ? withoutDifferences(compared) : compared) };
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

/** The figures of `parts` in a year: those of the unit itself, or of the units that together were it then. */
function unitIn(
  reader: WorkspaceReader,
  tree: UnitTree,
  result: YearResult,
  unit: UnitId,
  parts: readonly UnitId[],
): UnitResult {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return sameYearUnit(result, tree, only);
  const input: AnswersInput = {
    year: result.year,
    instrument: result.instrument,
    wholeName: wholeNameOf(reader),
    tree,
    cells: reader.cells(result.year),
    invited: reader.invited(result.year),
  };
  return resultOfUnitsTogether(input, parts, nameOf(tree, unit));
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
