import type { DocumentAbout } from '../core-properties.ts';
import type { DocumentFigure } from '../document-figure.ts';
import { figureTemplate } from './figure-template.ts';
import { typesetPdf } from './typst.ts';

/** Points in a pixel at 96 to the inch. */
const pointsInPixel = 0.75;
/** Tables with more columns are set across the page. */
const columnsUpright = 6;

/** One figure as an accessible PDF (PDF/UA-1): a page of the figure's own size, and its table after it. */
export function figureToPdf(
  figure: DocumentFigure,
  { creator, languageTag }: Pick<DocumentAbout, 'creator' | 'languageTag'>,
): Buffer {
  const [language, region] = languageTag.split('-');
  const { title, baseLine, sourceLine, altText, svg, width, table } = figure;
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
    columns: table.columns,
    rows: table.rows,
    isWide: table.columns.length > columnsUpright,
  };
  return typesetPdf(figureTemplate, { figure: JSON.stringify(data) }, 'ua-1');
}
