import type { ColumnKind, FigureCell, FigureTable } from '../figures/figure.ts';
import { swedishDifference, swedishNumber, swedishPercent } from '../numbers.ts';
import { hiddenSign } from '../privacy/reasons.ts';
import type { ReportContext } from './input.ts';

/** Cells of the report's own tables, written as everywhere else; ".." where hidden, "-" where missing. */

export function textCell(shown: string): FigureCell {
  return { shown, value: null };
}

export const hiddenCell: FigureCell = textCell(hiddenSign);

/** A count; "-" where it is not known. */
export function countCell(value: number | null): FigureCell {
  return { shown: value === null ? '-' : String(value), value };
}

/** Writes numbers with a report's decimals, rounding and language. */
export class Cells {
  readonly #display: ReportContext['instrument']['display'];
  readonly #isEnglish: boolean;

  constructor({ instrument, settings }: Pick<ReportContext, 'instrument' | 'settings'>) {
    this.#display = instrument.display;
    this.#isEnglish = settings.language === 'en';
  }

  /** The decimals that percents are usually written with. */
  get percentDecimals(): number {
    return this.#display.percentDecimals;
  }

  percent(value: number | null, hidden?: unknown, decimals = this.#display.percentDecimals): FigureCell {
    if (hidden !== undefined) return hiddenCell;
    return { shown: this.#written(swedishPercent(value, decimals, this.#display.rounding)), value };
  }

  mean(value: number | null, hidden?: unknown): FigureCell {
    if (hidden !== undefined) return hiddenCell;
    const { meanDecimals, rounding } = this.#display;
    return { shown: this.#written(swedishNumber(value, meanDecimals, rounding)), value };
  }

  difference(value: number | null, decimals: number, hidden?: unknown): FigureCell {
    if (hidden !== undefined) return hiddenCell;
    return { shown: this.#written(swedishDifference(value, decimals, this.#display.rounding)), value };
  }

  /** English parts whole and decimals by a point. */
  #written(swedish: string): string {
    return this.#isEnglish ? swedish.replace(',', '.').replace('\u00A0%', '%') : swedish;
  }
}

/** A table of columns and rows. */
export function tableOf(
  columns: readonly (readonly [heading: string, kind: ColumnKind])[],
  rows: readonly (readonly FigureCell[])[],
): FigureTable {
  return { columns: columns.map(([heading, kind]) => ({ heading, kind })), rows };
}
