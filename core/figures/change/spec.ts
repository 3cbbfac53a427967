import type { CategoryCode, ItemCode } from '../../instrument/instrument.ts';
import type { Measure, SpecChange, SpecFrame, SpecValue } from '../figure.ts';

/** An item, or a category before its items, over the years. */
export interface ChangeRow {
  readonly code: CategoryCode | ItemCode;
  readonly name: string;
  readonly level: 'category' | 'item';
  /** In the order of the spec's years. */
  readonly values: readonly SpecValue[];
  /** From the second year to the first. */
  readonly change: SpecChange;
}

/** What each item has done from year to year. */
export interface ChangeSpec extends SpecFrame<'change'> {
  readonly measure: Measure;
  readonly lowest: number;
  readonly highest: number;
  /** Newest first. */
  readonly years: readonly number[];
  readonly rows: readonly ChangeRow[];
}
