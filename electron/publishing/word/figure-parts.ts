import type { IRunOptions } from 'docx';
import { ImageRun, LineRuleType, Paragraph, SimpleField, TextRun } from 'docx';
import type { DocumentFigure } from '../document-figure.ts';
import { svgWithOutlines } from '../outlines.ts';
import { svgToPng } from '../png.ts';

/** The picture behind the drawing, for programs that show no SVG, is drawn at twice its size for print. */
const pictureScale = 2;

/**
 * A figure's drawing in a paragraph of its own, never parted from what follows it. `id` must be another for each
 * drawing of a document; `widthAtMost` is in pixels at 96 to the inch.
 */
export function figureDrawing(figure: DocumentFigure, id: number, widthAtMost: number): Paragraph {
  const scale = Math.min(1, widthAtMost / figure.width);
  const transformation = {
    width: Math.round(figure.width * scale),
    height: Math.round(figure.height * scale),
  };
  const drawing = svgWithOutlines(figure.svg);
  return new Paragraph({
    keepNext: true,
    spacing: { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(drawing),
        transformation,
        fallback: { type: 'png', data: svgToPng(drawing, pictureScale) },
        altText: { id: String(id), name: `Figur ${id}`, title: figure.title, description: figure.altText },
      }),
    ],
  });
}

/** "Figur 1. …", of any word: Word counts each by itself; `number` is what it will come to, shown until it counts anew. */
export function caption(
  word: string,
  number: number,
  text: string,
  { keepNext = false }: { readonly keepNext?: boolean } = {},
): Paragraph {
  return captionParagraph({ word, number, text, keepNext, field: `SEQ ${word} \\* ARABIC` });
}

/** The caption of what goes on from the one before, by the same number: Word is told not to count it. */
export function continuedCaption(word: string, number: number, text: string): Paragraph {
  return captionParagraph({ word, number, text, keepNext: true, field: `SEQ ${word} \\c \\* ARABIC` });
}

function captionParagraph({
  word,
  number,
  text,
  keepNext,
  field,
}: {
  readonly word: string;
  readonly number: number;
  readonly text: string;
  readonly keepNext: boolean;
  readonly field: string;
}): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext,
    keepLines: true,
    // What stands over a table needs room to the table before it.
    ...(keepNext && { spacing: { before: 200, after: 80 } }),
    children: [
      boldRun(`${word} `),
      new SimpleField(field, String(number)),
      new TextRun({ text: `. ${text}` }),
    ],
  });
}

/** A run of bold text. Typed apart: beside a plain text, `bold` is taken for a long-forgotten method of texts. */
export function boldRun(text: string, options: IRunOptions = {}): TextRun {
  const bold: IRunOptions = { ...options, text, bold: true };
  return new TextRun(bold);
}
