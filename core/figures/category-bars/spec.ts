import type { CategoryCode, ItemCode } from '../../instrument/instrument.ts';
import type { Measure, SpecChange, SpecFrame, SpecSeries, SpecValue } from '../figure.ts';

/** An item of one series. */
export interface ItemBar extends SpecValue {
  /** Answers on the scale; null where hidden or not known. */
  readonly n: number | null;
  readonly dontKnow: Omit<SpecValue, 'ciLow' | 'ciHigh'>;
}

/** An item with a bar for each series. */
export interface ItemBars {
  readonly code: ItemCode;
  readonly name: string;
  readonly bars: readonly ItemBar[];
  /** Of the first series since the second where these are years; else null. */
  readonly change: SpecChange | null;
  /** What others have, in the measure of the figure; null where not known. */
  readonly benchmark: number | null;
}

/** The items of a category as bars, for up to five years or units. */
export interface CategoryBarsSpec extends SpecFrame<'category-bars'> {
  readonly category: CategoryCode;
  readonly measure: Measure;
  /** The ends of the axis: those of the scale, or 0 and 100. */
  readonly lowest: number;
  readonly highest: number;
  /** What tells the series apart. */
  readonly by: 'year' | 'unit';
  readonly series: readonly SpecSeries[];
  readonly items: readonly ItemBars[];
  /** Who the benchmark is of; null where there is none. */
  readonly benchmarkName: string | null;
  readonly intervals: boolean;
}
