import type { Instrument } from '../instrument/instrument.ts';
import { swedishPercent } from '../numbers.ts';
import type { GroupEstimates } from './estimates.ts';
import { estimateGroup } from './estimates.ts';
import type { Group } from './group.ts';
import { restOf } from './group.ts';
import { maturityLabel } from './sentences.ts';
import type { AnalysisSettings } from './settings.ts';
import { defaultAnalysisSettings } from './settings.ts';
import type { NamedGroup } from './unit-comparison.ts';

/** A whole's figures when one part of it is left out. */
export interface WithoutPart {
  readonly name: string;
  readonly estimates: GroupEstimates;
  /** Plain Swedish, for maturity and each dimension; only where the value shown differs. */
  readonly sentences: readonly string[];
}

/** The figures that a sentence about leaving a part out speaks of. */
type Composites = Pick<GroupEstimates, 'maturity' | 'dimensions'>;

/** A whole's figures with everyone, and without each of the parts in turn. */
export interface WithAndWithout {
  readonly all: GroupEstimates;
  readonly without: readonly WithoutPart[];
}

/**
 * The figures of a whole with and without each part: a unit, or a role such as the IT department that answers
 * about itself. Whether a part differs is no matter of these two overlapping figures: see `compareWithRest`.
 * @throws RangeError when a part is no part of the whole.
 */
export function estimateWithAndWithout(
  whole: Group,
  parts: readonly NamedGroup[],
  settings: AnalysisSettings = defaultAnalysisSettings,
): WithAndWithout {
  const all = estimateGroup(whole, settings);
  return {
    all,
    without: parts.map(({ name, group }) => {
      const estimates = estimateGroup(restOf(whole, group), settings);
      return { name, estimates, sentences: withoutSentences(name, whole.instrument, all, estimates) };
    }),
  };
}

/**
 * What is said of a whole without one of its parts, for maturity and each dimension that shows as another value;
 * nothing of a value that is missing or hidden.
 */
export function withoutSentences(
  name: string,
  instrument: Instrument,
  all: Composites,
  without: Composites,
): string[] {
  const { percentDecimals, rounding } = instrument.display;
  const sentence = (label: string, a: number | null, b: number | null): string[] => {
    const before = swedishPercent(a, percentDecimals, rounding);
    const after = swedishPercent(b, percentDecimals, rounding);
    if (a === null || b === null || before === after) return [];
    return [`${label} är ${after} utan ${name}, mot ${before} med alla.`];
  };
  return [
    ...sentence(maturityLabel, all.maturity.value, without.maturity.value),
    ...instrument.dimensions.flatMap((dimension, at) =>
      sentence(dimension.name.sv, all.dimensions[at]?.value ?? null, without.dimensions[at]?.value ?? null),
    ),
  ];
}
