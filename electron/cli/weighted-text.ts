import type { UnweightableReason } from '../../core/comparison/strata.ts';

/** A figure of the whole that has also been weighted to the invited of each unit. */
interface WeightedFigure {
  /** Null where both ways show the same. */
  readonly remark: string | null;
}

/** A whole both ways, or why only one. */
export interface BothWays {
  readonly weighted: {
    readonly maturity: WeightedFigure;
    readonly dimensions: readonly WeightedFigure[];
  } | null;
  readonly unweightable: UnweightableReason | null;
}

const unweightableTexts: Readonly<Record<UnweightableReason, string>> = {
  'invited-unknown':
    'Helheten går inte att vikta efter hur många som var inbjudna i varje enhet: antalet inbjudna är inte känt.',
  'too-few-respondents':
    'Helheten går inte att vikta efter hur många som var inbjudna i varje enhet: för få har svarat.',
};

/** Where weighting makes a difference that shows, and why there is no weighting where there is none. */
export function weightedRemarks({ weighted, unweightable }: BothWays): string[] {
  if (weighted === null) return unweightable === null ? [] : [unweightableTexts[unweightable]];
  return [weighted.maturity, ...weighted.dimensions].flatMap(({ remark }) => remark ?? []);
}
