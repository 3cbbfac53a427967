import type { FigureSpec } from '../../core/figures/figure.ts';
import type { DocumentFigure } from './document-figure.ts';
import { documentFigure } from './export-figure.ts';

/** Between the margins of a report's page, in px at 96 to the inch. */
export const reportWidth = 627;

/** Figures that are drawn, for as long as their specifications are kept. */
const drawn = new WeakMap<FigureSpec, DocumentFigure>();

/** A figure as reports of every format show it, drawn once: a change of text, or another format, draws none anew. */
export function reportFigure(spec: FigureSpec): DocumentFigure {
  const before = drawn.get(spec);
  if (before !== undefined) return before;
  const figure = documentFigure(spec, reportWidth);
  drawn.set(spec, figure);
  return figure;
}
