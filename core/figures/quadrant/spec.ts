import type { DimensionCode } from '../../instrument/instrument.ts';
import type { HidingReason } from '../../privacy/reasons.ts';
import type { UnitId } from '../../survey/units.ts';
import type { SpecFrame, SpecValue } from '../figure.ts';

/** One axis: a dimension, in percent. */
export interface QuadrantAxis {
  readonly code: DimensionCode;
  readonly name: string;
}

/** One of the four corners. */
export interface QuadrantCorner {
  readonly code: string;
  readonly x: 'low' | 'high';
  readonly y: 'low' | 'high';
  readonly name: string;
}

/** Where a unit stood in a year; only places that are shown. */
export interface QuadrantPlace {
  readonly year: number;
  readonly x: SpecValue & { readonly value: number };
  readonly y: SpecValue & { readonly value: number };
  /** The name of the corner it stands in; null where the instrument has none. */
  readonly corner: string | null;
}

/** A unit and its places, newest first. */
export interface QuadrantUnit {
  /** Null is the whole. */
  readonly unit: UnitId | null;
  readonly name: string;
  readonly places: readonly QuadrantPlace[];
}

/** A unit that has no place in a year, and why; without a reason it has no answers. */
export interface UnplacedUnit {
  readonly unit: UnitId | null;
  readonly name: string;
  readonly year: number;
  readonly reason: HidingReason | null;
}

/** A maturity that somebody gave: known as one number, so every place that gives it is a line. */
export interface QuadrantLine {
  readonly kind: 'benchmark' | 'target';
  readonly name: string;
  readonly year: number;
  readonly percent: number;
}

/** Units and the whole on two dimensions, earlier years as a trail. */
export interface QuadrantSpec extends SpecFrame<'quadrant'> {
  readonly x: QuadrantAxis;
  readonly y: QuadrantAxis;
  /** Null where the instrument has no quadrants. */
  readonly limitPercent: number | null;
  readonly corners: readonly QuadrantCorner[];
  /** Newest first. */
  readonly years: readonly number[];
  readonly units: readonly QuadrantUnit[];
  readonly unplaced: readonly UnplacedUnit[];
  readonly lines: readonly QuadrantLine[];
  readonly intervals: boolean;
  readonly trail: boolean;
  readonly highlight: readonly (UnitId | null)[];
}
