/** A number in a written sheet, and how it is shown. Percents run 0–100. */
export interface NumberCell {
  readonly value: number;
  readonly shownAs: 'number' | 'percent' | 'difference';
  readonly decimals: number;
}

/** A cell of a written sheet; null is an empty one. */
export type SheetCell = string | NumberCell | null;

/** A table to be written as a sheet of a workbook, or as delimited text. */
export interface Sheet {
  /** What its tab is called. */
  readonly name: string;
  /** One row of headings, all different. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}
