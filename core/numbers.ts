import type { RoundingRule } from './instrument/instrument.ts';

/** Numbers as they are shown: rounded once, at the end, and written the Swedish way. */

/** Below this a value counts as lying exactly halfway: arithmetic leaves less than this behind. */
const halfwayTolerance = 1e-9;

/** Rounds to `decimals` (0–10); `rule` decides only values exactly halfway between two. */
export function roundTo(value: number, decimals: number, rule: RoundingRule): number {
  const unit = 10 ** decimals;
  const scaled = Math.abs(value) * unit;
  const floor = Math.floor(scaled + halfwayTolerance);
  const rest = scaled - floor;
  const isHalf = Math.abs(rest - 0.5) <= halfwayTolerance;
  const goesUp = isHalf ? rule === 'half-up' || (rule === 'half-even' && floor % 2 === 1) : rest > 0.5;
  const rounded = (floor + (goesUp ? 1 : 0)) / unit;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** "3,2", "−0,4" with a real minus; "-" where there is no value. */
export function swedishNumber(
  value: number | null,
  decimals: number,
  rule: RoundingRule = 'half-up',
): string {
  if (value === null) return '-';
  const rounded = roundTo(value, decimals, rule);
  return `${rounded < 0 ? '\u2212' : ''}${Math.abs(rounded).toFixed(decimals).replace('.', ',')}`;
}

/** "42 %", with a no-break space. */
export function swedishPercent(
  value: number | null,
  decimals: number,
  rule: RoundingRule = 'half-up',
): string {
  return value === null ? '-' : `${swedishNumber(value, decimals, rule)}\u00A0%`;
}

/** "+0,3", "−2,0", "±0": a difference, always signed. */
export function swedishDifference(
  value: number | null,
  decimals: number,
  rule: RoundingRule = 'half-up',
): string {
  if (value === null) return '-';
  const rounded = roundTo(value, decimals, rule);
  if (rounded === 0) return '±0';
  return `${rounded > 0 ? '+' : ''}${swedishNumber(value, decimals, rule)}`;
}
