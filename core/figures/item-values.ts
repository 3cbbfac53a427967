import type { Measurements } from '../analysis/measurements.ts';
import type { Instrument, Item } from '../instrument/instrument.ts';
import type { HidingReason } from '../privacy/reasons.ts';
import type { UnitId } from '../survey/units.ts';
import type { Measure, SpecValue, Who } from './figure.ts';
import type { Subject } from './source.ts';
import { inPercent, onScale, resultIn, specValue, subjectIn } from './source.ts';

/** Values of items and of what they add up to, in the measure of a figure. */

/** Whose figures are looked at, or why there are none. */
export interface Looked {
  readonly subject: Subject | null;
  /** Why there is no subject; null where that is no secret. */
  readonly absent: HidingReason | null;
}

/**
 * A unit's figures in a year. A cut that may not be told apart is hidden and never told to be empty; in a year without
 * answers there is nothing to hide.
 * @throws Refusal `year-missing`
 */
export function lookAt(measurements: Measurements, year: number, unit: UnitId | null, who: Who): Looked {
  const subject = subjectIn(measurements, year, unit, who);
  const isSecret =
    subject === null &&
    who.kind !== 'all' &&
    measurements.hasAnswers(year) &&
    resultIn(measurements, year, unit) !== null;
  return { subject, absent: isSecret ? 'under-hidden' : null };
}

/** An item's value. */
export function itemValue(
  { subject, absent }: Looked,
  { code }: Item,
  measure: Measure,
  instrument: Instrument,
): SpecValue {
  if (subject === null) return nothing(absent);
  const item = subject.gated.items.find((candidate) => candidate.code === code);
  const estimate = subject.estimates?.items.find((candidate) => candidate.code === code);
  const mean = specValue(item?.mean ?? null, estimate, item?.hidden.mean);
  return measure === 'mean' ? mean : inPercent(mean, instrument.scale);
}

/** The value of a category or dimension. As a mean it stands where its percent stands on the scale. */
export function compositeValue(
  { subject, absent }: Looked,
  of: 'categories' | 'dimensions',
  code: string,
  measure: Measure,
  instrument: Instrument,
): SpecValue {
  if (subject === null) return nothing(absent);
  const composites: readonly Composite[] = subject.gated[of];
  const estimates: readonly (Interval & { readonly code: string })[] = subject.estimates?.[of] ?? [];
  const own = composites.find((candidate) => candidate.code === code);
  const estimate = estimates.find((candidate) => candidate.code === code);
  const percent = specValue(own?.percent ?? null, estimate, own?.hidden.percent);
  return measure === 'percent' ? percent : onScale(percent, instrument.scale);
}

interface Interval {
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

interface Composite {
  readonly code: string;
  readonly percent: number | null;
  readonly hidden: { readonly percent?: HidingReason };
}

function nothing(hidden: HidingReason | null): SpecValue {
  return { value: null, ciLow: null, ciHigh: null, hidden };
}

/** What a difference in percentage points, or steps of the scale, is in the measure of a figure. */
export function changeFactor(of: 'item' | 'composite', measure: Measure, { scale }: Instrument): number {
  const range = scale.max - scale.min;
  if (of === 'item') return measure === 'mean' ? 1 : 100 / range;
  return measure === 'percent' ? 1 : range / 100;
}

/** The ends of the axis. */
export function axisEnds(
  measure: Measure,
  { scale }: Instrument,
): { readonly lowest: number; readonly highest: number } {
  return measure === 'mean' ? { lowest: scale.min, highest: scale.max } : { lowest: 0, highest: 100 };
}

/** Largest first, those without a number last. */
export function largestFirst(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return b - a;
}
