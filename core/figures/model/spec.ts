import type { CategoryCode, DimensionCode, ItemCode } from '../../instrument/instrument.ts';
import type { Measure, SpecChange, SpecFrame, SpecValue } from '../figure.ts';

/** A part of the model: its values in the order of the spec's years, and its change from the second to the first. */
export interface ModelPart<Code> {
  readonly code: Code;
  readonly name: string;
  readonly values: readonly SpecValue[];
  /** Null with a single year. */
  readonly change: SpecChange | null;
}

export interface ModelCategory extends ModelPart<CategoryCode> {
  readonly items: readonly ModelPart<ItemCode>[];
}

export interface ModelDimension extends ModelPart<DimensionCode> {
  readonly categories: readonly ModelCategory[];
}

/** The model from dimension to item, with results. */
export interface ModelSpec extends SpecFrame<'model'> {
  readonly measure: Measure;
  readonly lowest: number;
  readonly highest: number;
  /** Newest first. */
  readonly years: readonly number[];
  /** In percent, in the order of the years. */
  readonly maturity: readonly SpecValue[];
  readonly dimensions: readonly ModelDimension[];
}
