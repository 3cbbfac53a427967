import type { FigureForm, FigureSpec } from '../../core/figures/figure.ts';
import type { DocumentFigure } from './document-figure.ts';
import { documentFigure } from './export-figure.ts';

/** Between the margins of a report's page, in px at 96 to the inch. */
export const reportWidth = 627;

/** A figure as reports of every format show it; natively it is a chart, where its kind allows. */
export function reportFigure(spec: FigureSpec, form: FigureForm = 'picture'): DocumentFigure {
  return documentFigure(spec, reportWidth, form);
}
