import type { CategoryCode, DimensionCode, ItemCode } from '../instrument/instrument.ts';
import type { ComparisonAssumptions } from './assumptions.ts';
import { comparisonAssumptions } from './assumptions.ts';
import type { Group } from './group.ts';
import type { FigureDifference, FigurePair, JudgedFigures } from './judged-figures.ts';
import { draftFigures, judgeTogether } from './judged-figures.ts';
import type { Measured } from './measure.ts';
import { measureGroup } from './measure.ts';
import type { AnalysisSettings } from './settings.ts';
import { defaultAnalysisSettings } from './settings.ts';

/** Figures known without the answers behind them: of the nation, of another municipality, a target. */
export interface Benchmark {
  /** As it stands after "för": "riket". */
  readonly name: string;
  /** In percent 0–100. */
  readonly maturity?: number;
  readonly dimensions?: ReadonlyMap<DimensionCode, number>;
  readonly categories?: ReadonlyMap<CategoryCode, number>;
  /** Means on the scale, turned for a reversed item. */
  readonly items?: ReadonlyMap<ItemCode, number>;
}

/** A group (`to`) against a benchmark (`from`), for every figure that the benchmark has. */
export interface BenchmarkComparison {
  readonly maturity: FigureDifference | null;
  readonly dimensions: JudgedFigures['dimensions'];
  readonly categories: JudgedFigures['categories'];
  readonly items: JudgedFigures['items'];
  /** Among them that the benchmark's own error is unknown. */
  readonly assumptions: ComparisonAssumptions;
}

/**
 * Compares a group with figures that have no answers behind them: one-sample t, the benchmark taken as exact
 * because its own error is unknown, which is said (S3).
 */
export function compareWithBenchmark(
  benchmark: Benchmark,
  { name, group }: { readonly name: string; readonly group: Group },
  settings: AnalysisSettings = defaultAnalysisSettings,
): BenchmarkComparison {
  const measured = measureGroup(group, settings);
  const pair: FigurePair<Measured & { readonly code: ItemCode }> = {
    from: {
      maturity: fixed(benchmark.maturity ?? null),
      dimensions: fixedFigures(benchmark.dimensions),
      categories: fixedFigures(benchmark.categories),
      items: fixedFigures(benchmark.items),
    },
    to: {
      maturity: measured.maturity,
      dimensions: measured.dimensions.filter(({ code }) => benchmark.dimensions?.has(code)),
      categories: measured.categories.filter(({ code }) => benchmark.categories?.has(code)),
      items: measured.items.filter(({ code }) => benchmark.items?.has(code)),
    },
    instrument: group.instrument,
    wording: { sides: 'benchmark', from: benchmark.name, to: name },
    incomparableComposites: null,
    incomparableItem: () => null,
  };
  const drafted = draftFigures(pair, settings);
  const judged = judgeTogether([drafted], settings)(drafted);
  return {
    ...judged,
    maturity: benchmark.maturity === undefined ? null : judged.maturity,
    assumptions: comparisonAssumptions('benchmark', null, measured.sampling, settings),
  };
}

/** A figure without error of its own. */
function fixed(value: number | null): Measured {
  return {
    value,
    answers: Infinity,
    variance: 0,
    df: null,
    uncorrectedVariance: 0,
    uncorrectedDf: null,
    isComplete: true,
  };
}

function fixedFigures<Code>(figures: ReadonlyMap<Code, number> | undefined): (Measured & { code: Code })[] {
  return [...(figures ?? [])].map(([code, value]) => ({ code, ...fixed(value) }));
}
