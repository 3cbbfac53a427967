import type { Estimate, GroupEstimates } from '../comparison/estimates.ts';
import type { Group } from '../comparison/group.ts';
import type { AnalysisSettings } from '../comparison/settings.ts';
import type { UnweightableReason } from '../comparison/strata.ts';
import type { WeightedEstimate, WeightedEstimates } from '../comparison/weighted-whole.ts';
import { estimateWhole } from '../comparison/weighted-whole.ts';
import type { CategoryCode, DimensionCode, Instrument, ItemCode } from '../instrument/instrument.ts';
import { pairCount } from '../survey/tally.ts';
import { boundedTally, withBounds } from './bounds.ts';

import type { ExchangeBenchmark } from './pool.ts';
import { poolExchangeFiles } from './pool.ts';
import { exchangeFile } from './write.ts';

/** A composite whose interval is exact, or (`bounded`) no narrower than it would have been with every pair. */
export type Bounded<Figure> = Figure & { readonly bounded: boolean };

/** The figures of those taking part: all their respondents together, and each municipality weighted to its invited. */
export interface BenchmarkEstimates extends Omit<GroupEstimates, 'maturity' | 'dimensions' | 'categories'> {
  readonly maturity: Bounded<Estimate>;
  readonly dimensions: readonly Bounded<Estimate & { readonly code: DimensionCode }>[];
  readonly categories: readonly Bounded<Estimate & { readonly code: CategoryCode }>[];
  /** The municipalities as strata, each with its own correction; null with the reason. */
  readonly weighted: BenchmarkWeighted | null;
  readonly unweightable: UnweightableReason | null;
}

export interface BenchmarkWeighted extends Pick<WeightedEstimates, 'items' | 'strata' | 'notes'> {
  readonly maturity: Bounded<WeightedEstimate>;
  readonly dimensions: readonly Bounded<WeightedEstimate & { readonly code: DimensionCode }>[];
  readonly categories: readonly Bounded<WeightedEstimate & { readonly code: CategoryCode }>[];
}

/** Every figure of a benchmark with its interval. */
export function estimateBenchmark(
  benchmark: ExchangeBenchmark,
  settings: AnalysisSettings,
): BenchmarkEstimates {
  const group = groupOfBenchmark(benchmark);
  const strata = (tallyOf: (stratum: ExchangeBenchmark['strata'][number]) => Group['tally']) =>
    benchmark.strata.map((stratum) => ({
      name: stratum.municipality,
      group: { tally: tallyOf(stratum), invited: stratum.invited, instrument: benchmark.instrument },
      isHidden: false,
    }));
  // Weighted means rest on counts alone, which are exact; the bounds are then taken about them.
  const means = estimateWhole({ group, strata: strata(({ tally }) => tally) }, settings).weighted?.items;
  const centres = means?.map(({ value }) => value ?? 0) ?? [];
  const { unweighted, weighted, unweightable } = estimateWhole(
    { group, strata: strata((stratum) => withBounds(stratum, benchmark.instrument, centres)) },
    settings,
  );
  const isBounded = boundedFigures(benchmark);
  const mark = <Figure extends object>(figure: Figure, code: string | null): Bounded<Figure> => ({
    ...figure,
    bounded: isBounded(code),
  });
  return {
    ...unweighted,
    maturity: mark(unweighted.maturity, null),
    dimensions: unweighted.dimensions.map((figure) => mark(figure, figure.code)),
    categories: unweighted.categories.map((figure) => mark(figure, figure.code)),
    weighted:
      weighted === null
        ? null
        : {
            ...weighted,
            maturity: mark(weighted.maturity, null),
            dimensions: weighted.dimensions.map((figure) => mark(figure, figure.code)),
            categories: weighted.categories.map((figure) => mark(figure, figure.code)),
          },
    unweightable,
  };
}

/** All respondents of a benchmark together, with bounds for the pairs that were withheld. */
export function groupOfBenchmark(benchmark: ExchangeBenchmark): Group {
  const { instrument, invited } = benchmark;
  return { tally: boundedTally(benchmark), invited, instrument };
}

/** Whether the interval of a composite, by code (null for maturity), rests on a bound. */
export function boundedFigures({
  instrument,
  missingPairs,
}: Pick<ExchangeBenchmark, 'instrument' | 'missingPairs'>): (code: string | null) => boolean {
  const itemsOf = new Map<string | null, ReadonlySet<ItemCode>>([
    [null, new Set(instrument.items.map(({ code }) => code))],
    ...instrument.categories.map(
      ({ code, items }) => [code, new Set(items.map((item) => item.code))] as const,
    ),
    ...instrument.dimensions.map(
      ({ code, categories }) =>
        [code, new Set(categories.flatMap(({ items }) => items.map((item) => item.code)))] as const,
    ),
  ]);
  return (code) => {
    const own = itemsOf.get(code);
    return missingPairs.some(([first, second]) => own?.has(first) === true && own.has(second));
  };
}

/**
 * A group with its answers turned as an exchange file turns them, so that it compares with a benchmark. Nothing
 * of it leaves the program by this.
 */
export function asExchanged(group: Group, year: number): Group {
  const { instrument, tally, invited } = group;
  if (!instrument.items.some(({ reversed }) => reversed)) return group;
  const everything = { withheldItems: [], openPairs: openPairs(instrument), opensGate: true };
  const file = exchangeFile({
    municipality: '-',
    year,
    instrument,
    tally,
    invited,
    decision: everything,
    provenance: { programVersion: '-', writtenAt: '-', minimumGroup: 3, reason: null },
  });
  const turned = poolExchangeFiles([file], instrument);
  return { ...group, tally: turned.tally, instrument: turned.instrument };
}

function openPairs({ items }: Instrument): boolean[] {
  return new Array<boolean>(pairCount(items.length)).fill(true);
}
