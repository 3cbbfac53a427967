import type { Verdict } from '../comparison/verdicts.ts';
import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import { swedishPercent } from '../numbers.ts';
import type { UnitId } from '../survey/units.ts';
import type { Certainty, ItemVerdict, UnitFigures } from './figures.ts';
import { certainties, compareCertainty, itemName, itemPlace, pointsOf } from './figures.ts';

/** A unit's value of an item. */
export interface UnitValue {
  readonly unit: UnitId;
  readonly name: string;
  readonly percent: number;
}

/** How far apart the units stand on one item. */
export interface ItemSpread {
  readonly code: ItemCode;
  /** Units whose value is shown. */
  readonly unitCount: number;
  readonly lowest: UnitValue;
  readonly highest: UnitValue;
  /** From the lowest to the highest, in percentage points. */
  readonly rangePoints: number;
  /** Standard deviation (n − 1) of the units' percents: every unit counts as one, whatever its size. */
  readonly spreadPoints: number;
  /**
   * What of the spread is more than chance gives units of these sizes: √(spread² − mean squared standard
   * error), at least 0. Null where a unit's standard deviation is not known.
   */
  readonly beyondChancePoints: number | null;
  /** That the highest is above the rest and the lowest below it: the less sure of the two. */
  readonly certainty: Certainty;
  readonly sentence: string;
}

/** The items with the widest range between two units, widest first; ties keep the instrument's order. */
export function largestDifferences(units: readonly UnitFigures[], instrument: Instrument): ItemSpread[] {
  return spreads(units, instrument).sort(
    (a, b) => b.rangePoints - a.rangePoints || byPlace(a, b, instrument),
  );
}

/**
 * The items on which units agree least, by the spread beyond chance, then by the spread itself. Small units
 * differ by chance alone, so that the widest range is often not where units truly disagree.
 */
export function leastAgreement(units: readonly UnitFigures[], instrument: Instrument): ItemSpread[] {
  return spreads(units, instrument).sort(
    (a, b) =>
      (b.beyondChancePoints ?? -1) - (a.beyondChancePoints ?? -1) ||
      b.spreadPoints - a.spreadPoints ||
      byPlace(a, b, instrument),
  );
}

function byPlace(a: ItemSpread, b: ItemSpread, instrument: Instrument): number {
  return itemPlace(a.code, instrument) - itemPlace(b.code, instrument);
}

function spreads(units: readonly UnitFigures[], instrument: Instrument): ItemSpread[] {
  return instrument.items.flatMap(({ code }) => spreadOf(code, units, instrument) ?? []);
}

interface UnitItem extends UnitValue {
  /** In percentage points; null where it is not known. */
  readonly standardError: number | null;
  readonly againstRest: ItemVerdict | undefined;
}

function spreadOf(code: ItemCode, units: readonly UnitFigures[], instrument: Instrument): ItemSpread | null {
  const values = units.flatMap(({ unit, name, items, againstRest }): UnitItem[] => {
    const item = items.find((candidate) => candidate.code === code);
    if (item === undefined || item.percent === null) return [];
    const { percent, sd = null, n } = item;
    const standardError = sd === null || n === null || n < 2 ? null : pointsOf(sd / Math.sqrt(n), instrument);
    const rest = againstRest.find((verdict) => verdict.code === code);
    return [{ unit, name, percent, standardError, againstRest: rest }];
  });
  values.sort((a, b) => a.percent - b.percent);
  const low = values[0];
  const high = values.at(-1);
  if (low === undefined || high === undefined || values.length < 2) return null;
  const mean = values.reduce((sum, { percent }) => sum + percent, 0) / values.length;
  const variance = values.reduce((sum, { percent }) => sum + (percent - mean) ** 2, 0) / (values.length - 1);
  const lowest = valueOf(low);
  const highest = valueOf(high);
  return {
    code,
    unitCount: values.length,
    lowest,
    highest,
    rangePoints: highest.percent - lowest.percent,
    spreadPoints: Math.sqrt(variance),
    beyondChancePoints: beyondChance(variance, values),
    certainty: lessSure(certaintyOf(low.againstRest, 'fallen'), certaintyOf(high.againstRest, 'risen')),
    sentence: spreadSentence(code, lowest, highest, instrument),
  };
}

function valueOf({ unit, name, percent }: UnitItem): UnitValue {
  return { unit, name, percent };
}

/** The expected variance of units that are alike is the mean of their squared standard errors. */
function beyondChance(variance: number, values: readonly UnitItem[]): number | null {
  const errors = values.flatMap(({ standardError }) => standardError ?? []);
  if (errors.length < values.length) return null;
  const byChance = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
  return Math.sqrt(Math.max(0, variance - byChance));
}

function certaintyOf(verdict: ItemVerdict | undefined, wanted: Verdict): Certainty {
  if (verdict?.verdict !== wanted) return 'unsure';
  return verdict.firm === true ? 'firm' : 'among-invited';
}

function lessSure(a: Certainty, b: Certainty): Certainty {
  return [a, b].sort(compareCertainty).at(-1) ?? certainties[2];
}

function spreadSentence(
  code: ItemCode,
  lowest: UnitValue,
  highest: UnitValue,
  instrument: Instrument,
): string {
  const { percentDecimals, rounding } = instrument.display;
  const text = ({ name, percent }: UnitValue): string =>
    `${name} (${swedishPercent(percent, percentDecimals, rounding)})`;
  return `${itemName(code, instrument)}: lägst ${text(lowest)}, högst ${text(highest)}.`;
}
