import { swedishNumber } from '../numbers.ts';
import type { Language } from './figure.ts';
import { textAt, uprightLine } from './pieces.ts';
import type { Mark } from './scene.ts';
import type { Theme } from './theme.ts';
import { type } from './theme.ts';

/** A level axis from the lowest value at the left to the highest at the right, in px. */
export interface Axis {
  readonly lowest: number;
  readonly highest: number;
  readonly left: number;
  readonly right: number;
}

/** Where a value stands; outside the axis at its end. */
export function xOn({ lowest, highest, left, right }: Axis, value: number): number {
  const share = (Math.min(highest, Math.max(lowest, value)) - lowest) / (highest - lowest);
  return left + share * (right - left);
}

/** Round steps between the ends: at most one for each `room` px. */
export function ticksOf({ lowest, highest, left, right }: Axis, room: number): number[] {
  const most = Math.max(1, Math.floor((right - left) / room));
  const step =
    [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100].find((size) => (highest - lowest) / size <= most) ?? 100;
  const first = Math.ceil(lowest / step - 1e-9);
  const count = Math.floor(highest / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => roundAway((first + at) * step));
}

/** Without what adding tenths leaves behind. */
function roundAway(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Numbers over the axis and lines down from them. */
export function axisMarks(
  axis: Axis,
  {
    y,
    bottom,
    theme,
    isPercent,
    language,
  }: {
    /** Middle of the numbers. */
    readonly y: number;
    readonly bottom: number;
    readonly theme: Theme;
    readonly isPercent: boolean;
    readonly language: Language;
  },
): Mark[] {
  return ticksOf(axis, 44).flatMap((tick) => [
    uprightLine(xOn(axis, tick), y + 11, bottom, theme.hairline),
    textAt(tickText(tick, isPercent, language), xOn(axis, tick), y, type.small, theme.muted, 'center'),
  ]);
}

/** A value of an axis in writing. */
export function tickText(value: number, isPercent: boolean, language: Language): string {
  const decimals = Number.isInteger(value) ? 0 : 1;
  const text = swedishNumber(value, decimals);
  const own = language === 'sv' ? text : text.replace(',', '.');
  return isPercent ? `${own}${language === 'sv' ? '\u00A0%' : '%'}` : own;
}
