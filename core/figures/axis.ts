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

/** Round steps from the lowest value on: at most one for each `room` px. */
export function ticksOf({ lowest, highest, left, right }: Axis, room: number): number[] {
  const most = Math.max(1, Math.floor((right - left) / room));
  const step = steps.find((size) => (highest - lowest) / size <= most) ?? 100;
  // Whole steps count from the lowest value, so that the start of a bar always has its number.
  const first = step >= 1 ? lowest : Math.ceil(lowest / step - nearly) * step;
  const count = Math.floor((highest - first) / step + nearly) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => roundAway(first + at * step));
}

const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100] as const;
const nearly = 1e-9;

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
    room = 44,
  }: {
    /** Middle of the numbers. */
    readonly y: number;
    readonly bottom: number;
    readonly theme: Theme;
    readonly isPercent: boolean;
    readonly language: Language;
    /** The least room for each number; 44 unless told. */
    readonly room?: number;
  },
): Mark[] {
  const ticks = ticksOf(axis, room);
  const decimals = ticks.every(Number.isInteger) ? 0 : 1;
  return ticks.flatMap((tick) => [
    uprightLine(xOn(axis, tick), y + 11, bottom, theme.hairline),
    textAt(
      tickText(tick, isPercent, language, decimals),
      xOn(axis, tick),
      y,
      type.small,
      theme.muted,
      'center',
    ),
  ]);
}

/** A value of an axis in writing. */
export function tickText(
  value: number,
  isPercent: boolean,
  language: Language,
  decimals = Number.isInteger(value) ? 0 : 1,
): string {
  const text = swedishNumber(value, decimals);
  const own = language === 'sv' ? text : text.replace(',', '.');
  return isPercent ? `${own}${language === 'sv' ? '\u00A0%' : '%'}` : own;
}
