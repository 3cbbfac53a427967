import type { ChangeSplit } from '../comparison/change-split.ts';
import { splitChange } from '../comparison/change-split.ts';
import type { Group } from '../comparison/group.ts';
import { pooled, restOf } from '../comparison/group.ts';
import type { Stratum } from '../comparison/strata.ts';
import { withoutSentences } from '../comparison/without.ts';
import type { GatedWholeComparison } from '../privacy/gated-comparisons.ts';
import { compareGatedWholes } from '../privacy/gated-comparisons.ts';
import type { GatedEstimates, GatedWhole, GatedWholeEstimates } from '../privacy/gated-estimates.ts';
import { estimateGated, estimateGatedWhole } from '../privacy/gated-estimates.ts';
import { shownGroups } from '../privacy/shown.ts';
import type { UnitId } from '../survey/units.ts';
import type { Measurements } from './measurements.ts';
import type { PartKind } from './parts.ts';
import { partsOf } from './parts.ts';

/** The whole's figures with their intervals, as given and weighted; null where the year has no answers. */
export function estimateWholeIn(measurements: Measurements, year: number): GatedWholeEstimates | null {
  const whole = gatedWholeIn(measurements, year, [year]);
  return whole === null ? null : estimateGatedWhole(whole, measurements.settings);
}

/** What became of the whole between two years. */
export interface WholeChange extends GatedWholeComparison {
  /** What the units' own results did and what the mix of those who answered did (S4). */
  readonly split: ChangeSplit;
}

/** Compares the whole between two years both ways, and splits its change; null where a year has no answers. */
export function compareWholeYears(measurements: Measurements, from: number, to: number): WholeChange | null {
  const before = gatedWholeIn(measurements, from, [from]);
  const after = gatedWholeIn(measurements, to, [to]);
  if (before === null || after === null) return null;
  const apart = [from, to].map((year) => strataOf(measurements, year, [from, to]));
  const names = [...new Set(apart.flatMap((strata) => strata.map(({ name }) => name)))];
  const parts = names.map((name) => ({
    name,
    from: apart[0]?.find((stratum) => stratum.name === name)?.group ?? null,
    to: apart[1]?.find((stratum) => stratum.name === name)?.group ?? null,
  }));
  return {
    ...compareGatedWholes(before, after, measurements.settings),
    split: splitChange(before.group.instrument, after.group.instrument, parts),
  };
}

function gatedWholeIn(measurements: Measurements, year: number, years: readonly number[]): GatedWhole | null {
  const whole = measurements.gatedGroupIn(year, null);
  return whole === null ? null : { ...whole, strata: strataOf(measurements, year, years) };
}

const othersName = 'Övriga enheter';

/**
 * The förvaltningar of a year that may be told apart in all of `years`, and all other respondents as one
 * (rules P7, P11). Those who named no unit are among the others.
 */
function strataOf(measurements: Measurements, year: number, years: readonly number[]): Stratum[] {
  const whole = measurements.groupIn(year, null);
  if (whole === null) return [];
  const { units, pooled: others } = shownGroups(measurements.plan, years);
  const strata = units.flatMap((unit): Stratum[] => {
    const group = measurements.groupIn(year, [unit]);
    return group === null ? [] : [{ name: measurements.nameOf(unit), group, isHidden: false }];
  });
  if (others === null) return strata;
  const told = pooled(
    whole.instrument,
    strata.map(({ group }) => group),
  );
  return [...strata, { name: othersName, group: restOf(whole, told), isHidden: true }];
}

/** The whole's figures when one part of it is left out. */
export interface WithoutPart {
  readonly name: string;
  readonly kind: PartKind;
  readonly unit: UnitId | null;
  readonly estimates: GatedEstimates;
  /** Plain Swedish, where maturity or a dimension shows as another value. */
  readonly sentences: readonly string[];
}

/**
 * The whole without each of its units and roles in turn, such as the IT department that answers about itself;
 * parts that may not be told apart are left out.
 */
export function estimateWithout(measurements: Measurements, year: number): WithoutPart[] {
  const whole = measurements.gatedGroupIn(year, null);
  if (whole === null) return [];
  const { settings } = measurements;
  const all = estimateGated(whole, settings);
  return (['unit', 'role'] as const).flatMap((kind) =>
    partsOf(measurements, year, kind).map((part): WithoutPart => {
      const estimates = estimateGated({ group: part.restGroup, gated: part.rest }, settings);
      const { instrument }: Group = whole.group;
      return {
        name: part.name,
        kind,
        unit: part.unit,
        estimates,
        sentences: withoutSentences(part.name, instrument, all, estimates),
      };
    }),
  );
}
