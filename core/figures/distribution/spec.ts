import type { ItemCode } from '../../instrument/instrument.ts';
import type { HidingReason } from '../../privacy/reasons.ts';
import type { SpecFrame, SpecSeries, SpecValue } from '../figure.ts';

/** How the answers of one series to one item fall. */
export interface DistributionRow {
  readonly series: SpecSeries;
  /** Percent of those who answered on the scale, lowest value first; null where missing or hidden. */
  readonly shares: readonly number[] | null;
  readonly n: number | null;
  readonly hidden: HidingReason | null;
  /** Percent of those who answered on the scale or "don't know". */
  readonly dontKnow: Omit<SpecValue, 'ciLow' | 'ciHigh'>;
}

/** An item with a row for each series. */
export interface DistributionGroup {
  readonly code: ItemCode;
  readonly name: string;
  readonly rows: readonly DistributionRow[];
}

/** Answers as stacked bars around the middle of the scale. */
export interface DistributionSpec extends SpecFrame<'distribution'> {
  /** The values of the scale, lowest first. */
  readonly values: readonly number[];
  readonly by: 'year' | 'unit';
  readonly groups: readonly DistributionGroup[];
}
