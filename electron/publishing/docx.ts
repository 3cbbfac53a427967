import type { ISectionOptions } from 'docx';
import { Document, HeadingLevel, PageOrientation, Paragraph } from 'docx';

import type { DocumentAbout } from './core-properties.ts';
import type { DocumentFigure } from './document-figure.ts';
import { tablePieces } from './table-pieces.ts';
import { figureParagraphs } from './word/chart-drawing.ts';
import { wordStyles } from './word/document-styles.ts';
import { caption } from './word/figure-parts.ts';
import { wordBytes } from './word/finish.ts';
import { wordTable } from './word/table-parts.ts';

/** An upright A4 page, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1134 };
/** Twentieths of a point in a pixel at 96 to the inch. */
const twipsInPixel = 15;

const captionWords = {
  sv: { figure: 'Figur', table: 'Tabell' },
  en: { figure: 'Figure', table: 'Table' },
} as const;

/** One figure as a Word file: its drawing with alternative text, its caption, and its table. */
export function figureToDocx(figure: DocumentFigure, about: DocumentAbout): Promise<Buffer> {
  const words = captionWords[figure.language];
  const isWide = tablePieces(figure.table, pixelsAcross(false)).length > 1;
  const tables = tablePieces(figure.table, pixelsAcross(isWide)).flatMap((piece, at) => [
    caption(words.table, at + 1, figure.title, { keepNext: true }),
    wordTable(piece, twipsAcross(isWide)),
    // A table that another follows would become one with it.
    new Paragraph({ text: '' }),
  ]);
  const document = new Document({
    title: about.title,
    creator: about.creator,
    styles: wordStyles(about.languageTag),
    hyphenation: { autoHyphenation: true },
    sections: [
      {
        properties: { page: pageOf(false) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: figure.title }),
          new Paragraph({ text: figure.baseLine, keepNext: true }),
          ...figureParagraphs(figure, 1, pixelsAcross(false)),
          caption(words.figure, 1, `${figure.title}. ${figure.sourceLine}`),
          ...(isWide ? [] : tables),
        ],
      },
      ...(isWide ? [{ properties: { page: pageOf(true) }, children: tables }] : []),
    ],
  });
  return wordBytes(document, about);
}

function pageOf(isWide: boolean): NonNullable<NonNullable<ISectionOptions['properties']>['page']> {
  const { width, height, margin } = page;
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    size: { width, height, orientation },
    margin: { top: margin, bottom: margin, left: margin, right: margin },
  };
}

/** Between the margins, in twentieths of a point. */
function twipsAcross(isWide: boolean): number {
  return (isWide ? page.height : page.width) - 2 * page.margin;
}

/** Between the margins, in px. */
function pixelsAcross(isWide: boolean): number {
  return twipsAcross(isWide) / twipsInPixel;
}
