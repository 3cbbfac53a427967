import type { GatedComparison } from '../privacy/derived.ts';
import { compareGated } from '../privacy/derived.ts';
import type { GatedGroupComparison } from '../privacy/gated-comparisons.ts';
import { compareGatedGroups, compareGatedParts } from '../privacy/gated-comparisons.ts';
import { Refusal } from '../problem.ts';
import type { UnitId } from '../survey/units.ts';
import type { Measurements } from './measurements.ts';
import { unitAsPart } from './parts.ts';

/** A unit (`to`) beside another (`from`) in one year. */
export interface UnitsComparison extends GatedComparison {
  readonly fromName: string;
  readonly toName: string;
  /** True when `from` is what remains of a whole without the unit. */
  readonly isRest: boolean;
  /** How sure each difference is; null where the year is not computed from respondents. */
  readonly uncertainty: GatedGroupComparison | null;
}

/**
 * Compares a unit with another of the same year (null for the whole). One that holds the other is compared
 * without it (S3): nobody is compared with themselves.
 * @throws Refusal `year-missing`, `unit-not-in-year`, `same-unit`, or `rest-hidden` when what remains of the
 * whole may not be told.
 */
export function compareUnits(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  other: UnitId | null,
): UnitsComparison {
  const { tree } = measurements;
  const [a, b] = [unit, other].map((id) => (id === null ? null : tree.resolve(id)));
  if (a === b || a === undefined || b === undefined) {
    throw new Refusal({
      code: 'same-unit',
      message: `${measurements.nameOf(unit)} kan inte jämföras med sig själv.`,
      nextStep: 'Välj en annan enhet att jämföra med.',
    });
  }
  if (a !== null && tree.isWithin(a, b)) return withRest(measurements, year, a, b);
  if (b !== null && tree.isWithin(b, a)) return withRest(measurements, year, b, a);
  const result = measurements.bestResult(year);
  const from = measurements.unitIn(year, b);
  const to = measurements.unitIn(year, a);
  const fromGroup = measurements.gatedGroupIn(year, b);
  const toGroup = measurements.gatedGroupIn(year, a);
  return {
    fromName: from.name,
    toName: to.name,
    isRest: false,
    ...compareGated({ year: result, unit: from }, { year: result, unit: to }),
    uncertainty:
      fromGroup === null || toGroup === null
        ? null
        : compareGatedGroups(fromGroup, toGroup, measurements.settings, {
            wording: { sides: 'groups', from: from.name, to: to.name },
          }),
  };
}

function withRest(
  measurements: Measurements,
  year: number,
  unit: UnitId,
  whole: UnitId | null,
): UnitsComparison {
  const result = measurements.bestResult(year);
  const to = measurements.unitIn(year, unit);
  if (!measurements.hasAnswers(year)) {
    const from = measurements.unitIn(year, whole);
    const compared = compareGated({ year: result, unit: from }, { year: result, unit: to });
    return { fromName: from.name, toName: to.name, isRest: false, ...compared, uncertainty: null };
  }
  const part = unitAsPart(measurements, year, unit, whole);
  const all = measurements.groupIn(year, whole === null ? null : [whole]);
  if (part === null || all === null) throw hiddenRest(to.name, measurements.nameOf(whole));
  const [uncertainty = null] = compareGatedParts(all, [part], measurements.settings);
  return {
    fromName: `${measurements.nameOf(whole)} utan ${to.name}`,
    toName: to.name,
    isRest: true,
    ...compareGated({ year: result, unit: part.rest }, { year: result, unit: to }),
    uncertainty,
  };
}

function hiddenRest(unit: string, whole: string): Refusal {
  return new Refusal({
    code: 'rest-hidden',
    message: `${unit} går inte att jämföra med resten av ${whole}: den ena har för få svarande för att visas.`,
    nextStep: 'Välj en större enhet.',
  });
}
