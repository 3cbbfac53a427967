import { Document, HeadingLevel, Paragraph } from 'docx';
import type { DocumentAbout } from './core-properties.ts';
import type { DocumentFigure } from './document-figure.ts';
import { wordStyles } from './word/document-styles.ts';
import { caption, figureDrawing } from './word/figure-parts.ts';
import { wordBytes } from './word/finish.ts';
import { wordTable } from './word/table-parts.ts';

/** An upright A4 page, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1134 };
const textWidthTwips = page.width - 2 * page.margin;
/** Twentieths of a point in a pixel at 96 to the inch. */
const twipsInPixel = 15;

const captionWords = {
  sv: { figure: 'Figur', table: 'Tabell' },
  en: { figure: 'Figure', table: 'Table' },
} as const;

/** One figure as a Word file: its drawing with alternative text, its caption, and its table. */
export function figureToDocx(figure: DocumentFigure, about: DocumentAbout): Promise<Buffer> {
  const words = captionWords[figure.language];
  const document = new Document({
    title: about.title,
    creator: about.creator,
    styles: wordStyles(about.languageTag),
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: figure.title }),
          new Paragraph({ text: figure.baseLine, keepNext: true }),
          figureDrawing(figure, 1, textWidthTwips / twipsInPixel),
          caption(words.figure, 1, `${figure.title}. ${figure.sourceLine}`),
          caption(words.table, 1, figure.title, { keepNext: true }),
          wordTable(figure.table, textWidthTwips),
        ],
      },
    ],
  });
  return wordBytes(document, about);
}
