import type { DocumentAbout } from '../core-properties.ts';
import type { DocumentFigure } from '../document-figure.ts';
import { tablePieces } from '../table-pieces.ts';
import { figureTemplate } from './figure-template.ts';
import { typesetPdf } from './typst.ts';

/** Points in a pixel at 96 to the inch. */
const pointsInPixel = 0.75;
/** Between the margins of an A4 page, upright and across, in px at 96 to the inch. */
const uprightWidth = 657;
const wideWidth = 986;

/** One figure as an accessible PDF (PDF/UA-1): a page of the figure's own size, and its table after it. */
export function figureToPdf(
  figure: DocumentFigure,
  { creator, languageTag }: Pick<DocumentAbout, 'creator' | 'languageTag'>,
): Buffer {
  const [language, region] = languageTag.split('-');
  const { title, baseLine, sourceLine, altText, svg, width, table } = figure;
  const isWide = tablePieces(table, uprightWidth).length > 1;
  const data = {
    language,
    region,
    title,
    baseLine,
    sourceLine,
    altText,
    svg,
    creator,
    widthPoints: width * pointsInPixel,
    isWide,
    tables: tablePieces(table, isWide ? wideWidth : uprightWidth),
  };
  return typesetPdf(figureTemplate, { figure: JSON.stringify(data) }, 'ua-1');
}
