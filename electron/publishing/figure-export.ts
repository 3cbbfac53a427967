import type { FigureFormat } from '../../core/api/figures.ts';
import type { FigureForm } from '../../core/figures/figure.ts';
import type { ThemeName } from '../../core/figures/theme.ts';

/** How many pixels of the picture stand for one of the figure. */
export const pngScales = [1, 2, 3, 4] as const;
export type PngScale = (typeof pngScales)[number];

/** How a figure is written, and what the file says of itself. */
export interface FigureExport {
  readonly format: FigureFormat;
  /** Of a PNG: pixels for each of the figure's. */
  readonly scale: PngScale;
  /** Pixels; null for the usual width. */
  readonly width: number | null;
  /** Of a picture; documents are always light, as paper is. */
  readonly theme: ThemeName;
  /** Of a figure in Word and PowerPoint; where its kind does not go into a chart it is a picture all the same. */
  readonly form: FigureForm;
  /** The organisation that the document is from. */
  readonly organisation: string;
  /** ISO time, for the properties of Word and Excel files. */
  readonly now: string;
}
