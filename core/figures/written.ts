import { roundTo, swedishDifference, swedishNumber, swedishPercent } from '../numbers.ts';
import { hiddenSign } from '../privacy/reasons.ts';
import type { FigureCell, Language, NumberFormat } from './figure.ts';

/** Numbers of a figure as they are written: ".." where they are hidden, "-" where they are missing. */
export interface Written {
  mean(value: number | null, isHidden?: boolean): string;
  percent(value: number | null, isHidden?: boolean): string;
  /** Without decimals: response rates and indices. */
  wholePercent(value: number | null, isHidden?: boolean): string;
  count(value: number | null): string;
  /** Signed: steps of the scale, or percentage points. */
  difference(value: number | null, of: 'mean' | 'percent', isHidden?: boolean): string;
}

/** Decimals that a difference is written with: points always have one, since a change of less than one can be firm. */
function differenceDecimals(
  of: 'mean' | 'percent',
  { meanDecimals, percentDecimals }: Omit<NumberFormat, 'rounding'>,
): number {
  return of === 'mean' ? meanDecimals : Math.max(1, percentDecimals);
}

/** A difference as it is written, as a number: within the uncertainty its mark follows it, so that a triangle never stands beside "0,0". */
export function writtenDifference(value: number, of: 'mean' | 'percent', format: NumberFormat): number {
  return roundTo(value, differenceDecimals(of, format), format.rounding);
}

/** Writes numbers with a figure's decimals and rounding, in its language. */
export function writtenBy({
  format,
  language,
}: {
  readonly format: NumberFormat;
  readonly language: Language;
}): Written {
  const { meanDecimals, percentDecimals, rounding } = format;
  const own = (text: string, isHidden: boolean): string => {
    if (isHidden) return hiddenSign;
    return language === 'sv' ? text : text.replace(',', '.').replace('\u00A0%', '%');
  };
  return {
    mean: (value, isHidden = false) => own(swedishNumber(value, meanDecimals, rounding), isHidden),
    percent: (value, isHidden = false) => own(swedishPercent(value, percentDecimals, rounding), isHidden),
    wholePercent: (value, isHidden = false) => own(swedishPercent(value, 0, rounding), isHidden),
    count: (value) => (value === null ? '-' : String(value)),
    difference: (value, of, isHidden = false) =>
      own(swedishDifference(value, differenceDecimals(of, format), rounding), isHidden),
  };
}

/** A cell of a figure's table that holds a number. */
export function numberCell(shown: string, value: number | null): FigureCell {
  return { shown, value: shown === hiddenSign ? null : value };
}

/** A cell of a figure's table that holds text. */
export function textCell(shown: string): FigureCell {
  return { shown, value: null };
}
