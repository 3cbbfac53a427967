import type { CategoryCode, DimensionCode, Instrument, ItemCode } from '../instrument/instrument.ts';
import type { ComparisonOptions, GroupComparison } from './compare-groups.ts';
import { comparisonOf, pairOf } from './compare-groups.ts';
import type { Estimate, GroupEstimates } from './estimates.ts';
import { estimateGroup, estimateOf } from './estimates.ts';
import type { Counted, Group } from './group.ts';
import type { FigureDifference } from './judged-figures.ts';
import { draftFigures, judgeTogether } from './judged-figures.ts';
import type { Measured } from './measure.ts';
import { measureGroup } from './measure.ts';
import type { Figure } from './sentences.ts';
import { maturityLabel, meanLabel } from './sentences.ts';
import type { AnalysisSettings } from './settings.ts';
import { defaultAnalysisSettings } from './settings.ts';
import type { MergedStratum, Stratum, UnweightableReason } from './strata.ts';
import { mergeStrata } from './strata.ts';
import { measureWeighted } from './weighted-measure.ts';
import { weightedChangeSentence, weightedValueSentence, weightingNotes } from './weighted-sentences.ts';
import { figuresWithout } from './withheld.ts';

/** A whole with the parts that it is weighted by. */
export interface Whole {
  /** Everyone, also those who named no unit. */
  readonly group: Group;
  /** The förvaltningar, each respondent in at most one; those who named no unit take no part in the weighting. */
  readonly strata: readonly Stratum[];
}

/** A stratum in a result. */
export interface StratumCount extends Counted {
  readonly names: readonly string[];
}

/** Every figure of one kind, by code where it has one. */
interface Figures<Entry> {
  readonly maturity: Entry;
  readonly dimensions: readonly (Entry & { readonly code: DimensionCode })[];
  readonly categories: readonly (Entry & { readonly code: CategoryCode })[];
  readonly items: readonly (Entry & { readonly code: ItemCode })[];
}

/** A weighted figure, and the sentence where it differs from the unweighted by more than rounding. */
export interface WeightedEstimate extends Estimate {
  readonly unweighted: number | null;
  readonly remark: string | null;
}

/** The weighted figures of a whole. */
export interface WeightedEstimates extends Figures<WeightedEstimate> {
  readonly strata: readonly StratumCount[];
  readonly notes: readonly string[];
}

/** A whole both ways; `weighted` is null with the reason. */
export interface WholeEstimates {
  readonly unweighted: GroupEstimates;
  readonly weighted: WeightedEstimates | null;
  readonly unweightable: UnweightableReason | null;
}

/** A weighted difference, and the sentence where its verdict or its number differs from the unweighted. */
export interface WeightedDifference extends FigureDifference {
  readonly remark: string | null;
}

/** The weighted differences of a whole. */
export interface WeightedComparison extends Figures<WeightedDifference> {
  readonly strata: { readonly from: readonly StratumCount[]; readonly to: readonly StratumCount[] };
  readonly notes: readonly string[];
}

/** Two years of a whole compared both ways; `weighted` is null with the reason. */
export interface WholeComparison {
  readonly unweighted: GroupComparison;
  readonly weighted: WeightedComparison | null;
  readonly unweightable: UnweightableReason | null;
}

/** The figures of a whole as its respondents give them, and weighted to the invited of each stratum (S1). */
export function estimateWhole(
  { group, strata }: Whole,
  settings: AnalysisSettings = defaultAnalysisSettings,
): WholeEstimates {
  const { instrument } = group;
  const unweighted = estimateGroup(group, settings);
  const merged = mergeStrata(instrument, strata);
  if (merged.strata === null) return { unweighted, weighted: null, unweightable: merged.reason };
  const figures = measureWeighted(instrument, merged.strata, settings);
  const remark = (figure: Figure, plain: Estimate | undefined, measured: Measured): WeightedEstimate => {
    const estimate = estimateOf(measured, settings.level);
    const value = plain?.value ?? null;
    return {
      ...estimate,
      unweighted: value,
      remark: weightedValueSentence(figure, value, estimate.value, merged.strata, instrument),
    };
  };
  return {
    unweighted,
    weighted: {
      ...beside(instrument, unweighted, figures, remark),
      strata: merged.strata.map(stratumCount),
      notes: weightingNotes(merged.strata),
    },
    unweightable: null,
  };
}

/** Compares two years of a whole, unweighted and weighted (S1, S2). */
export function compareWholes(
  from: Whole,
  to: Whole,
  settings: AnalysisSettings = defaultAnalysisSettings,
  options: ComparisonOptions = {},
): WholeComparison {
  const { instrument } = to.group;
  const pair = pairOf(measureGroup(from.group, settings), measureGroup(to.group, settings), options);
  const drafted = draftFigures(pair, settings);
  const plain = judgeTogether([drafted], settings)(drafted);
  const unweighted = comparisonOf(pair, plain, settings);

  const before = mergeStrata(from.group.instrument, from.strata);
  const after = mergeStrata(instrument, to.strata);
  if (before.strata === null) return { unweighted, weighted: null, unweightable: before.reason };
  if (after.strata === null) return { unweighted, weighted: null, unweightable: after.reason };
  const { withheld } = options;
  const told = (of: Instrument, figures: ReturnType<typeof measureWeighted>) =>
    withheld === undefined ? figures : figuresWithout(figures, of, withheld);
  const draftedWeighted = draftFigures(
    {
      ...pair,
      from: told(from.group.instrument, measureWeighted(from.group.instrument, before.strata, settings)),
      to: told(instrument, measureWeighted(instrument, after.strata, settings)),
    },
    settings,
  );
  const all = [...before.strata, ...after.strata];
  const remark = (
    figure: Figure,
    unweightedFigure: FigureDifference | undefined,
    weighted: FigureDifference,
  ): WeightedDifference => ({
    ...weighted,
    remark:
      unweightedFigure === undefined
        ? null
        : weightedChangeSentence(figure, unweightedFigure, weighted, all, instrument),
  });
  return {
    unweighted,
    weighted: {
      ...beside(instrument, plain, judgeTogether([draftedWeighted], settings)(draftedWeighted), remark),
      strata: { from: before.strata.map(stratumCount), to: after.strata.map(stratumCount) },
      notes: [...new Set([...weightingNotes(before.strata), ...weightingNotes(after.strata)])],
    },
    unweightable: null,
  };
}

/** Puts each weighted figure beside its unweighted one. */
function beside<Plain, Weighted, Result>(
  instrument: Instrument,
  plain: Figures<Plain>,
  weighted: Figures<Weighted>,
  join: (figure: Figure, plain: Plain | undefined, weighted: Weighted) => Result,
): Figures<Result> {
  const joined = <Code extends string>(
    plainFigures: readonly (Plain & { readonly code: Code })[],
    weightedFigures: readonly (Weighted & { readonly code: Code })[],
    figureOf: (code: Code) => Figure,
  ) => {
    const byCode = new Map(plainFigures.map((figure) => [figure.code, figure]));
    return weightedFigures.map((figure) => ({
      ...join(figureOf(figure.code), byCode.get(figure.code), figure),
      code: figure.code,
    }));
  };
  const composite =
    (named: readonly { readonly code: string; readonly name: { readonly sv: string } }[]) =>
    (code: string): Figure => ({
      label: named.find((entry) => entry.code === code)?.name.sv ?? code,
      unit: 'percent',
    });
  return {
    maturity: join({ label: maturityLabel, unit: 'percent' }, plain.maturity, weighted.maturity),
    dimensions: joined(plain.dimensions, weighted.dimensions, composite(instrument.dimensions)),
    categories: joined(plain.categories, weighted.categories, composite(instrument.categories)),
    items: joined(plain.items, weighted.items, () => ({ label: meanLabel, unit: 'mean' })),
  };
}

function stratumCount({ names, group, invited }: MergedStratum): StratumCount {
  return { names, respondents: group.tally.respondents, invited };
}
