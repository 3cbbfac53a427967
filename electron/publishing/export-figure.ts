import type { FigureForm, FigureSpec } from '../../core/figures/figure.ts';
import { captionText } from '../../core/figures/frame-texts.ts';
import {
  figureAltText,
  figureChart,
  figureExplanation,
  figureTable,
  naturalSize,
  usualWidth,
} from '../../core/figures/index.ts';
import type { DocumentAbout } from './core-properties.ts';
import { sheetToCsv } from './csv.ts';
import type { DocumentFigure } from './document-figure.ts';
import { figureToDocx } from './docx.ts';
import { aboutSheet, documentTable, tableSheet } from './figure-sheets.ts';
import { textWidth } from './fonts.ts';
import { figureToPdf } from './pdf/figure-pdf.ts';
import type { FigureExport } from './figure-export.ts';
import { svgToPng } from './png.ts';
import { figureToPptx } from './pptx.ts';
import { figureSvg } from './svg.ts';
import { writeWorkbook } from './xlsx/workbook.ts';

const languageTags = { sv: 'sv-SE', en: 'en-GB' } as const;

/**
 * A figure as the bytes of a file: the one way out for the window and the command line. The same figure and
 * choices give the same bytes.
 */
export async function exportFigure(spec: FigureSpec, wish: FigureExport): Promise<Buffer> {
  const about: DocumentAbout = {
    title: spec.title,
    languageTag: languageTags[spec.language],
    creator: wish.organisation,
    now: wish.now,
  };
  switch (wish.format) {
    case 'svg':
      return Buffer.from(picture(spec, wish));
    case 'png':
      return svgToPng(picture(spec, wish), wish.scale);
    case 'pdf':
      return figureToPdf(documentFigure(spec, wish.width), about);
    case 'docx':
      return figureToDocx(documentFigure(spec, wish.width, wish.form), about);
    case 'pptx':
      return figureToPptx(documentFigure(spec, wish.width, wish.form), about);
    case 'xlsx': {
      const sheets = [
        tableSheet(spec, figureTable(spec)),
        aboutSheet(spec, figureAltText(spec), figureExplanation(spec)),
      ];
      return writeWorkbook(sheets, about);
    }
    case 'csv':
      return sheetToCsv(tableSheet(spec, figureTable(spec)));
  }
}

/** The drawing with its title, base line and caption in it. */
function picture(spec: FigureSpec, { width, theme }: Pick<FigureExport, 'width' | 'theme'>): string {
  const size = naturalSize(spec, { textWidth, frame: true, width: width ?? usualWidth });
  return figureSvg(spec, { ...size, theme, textWidth, frame: true });
}

/** A figure as it is drawn, without its chart. */
type Drawing = Omit<DocumentFigure, 'chart'>;

/** Figures that are drawn, for as long as their specifications are kept: a report is written in several formats. */
const drawn = new WeakMap<FigureSpec, Map<string, Drawing>>();

/**
 * A figure for a document: its words stand as words around the drawing. Natively it is a chart, where its kind allows.
 * It is as high as it wants to be unless `height`, in pixels as the width, is given.
 */
export function documentFigure(
  spec: FigureSpec,
  width: number | null = null,
  form: FigureForm = 'picture',
  height: number | null = null,
): DocumentFigure {
  const known = drawn.get(spec) ?? new Map<string, Drawing>();
  drawn.set(spec, known);
  const key = `${width ?? ''}×${height ?? ''}`;
  const drawing = known.get(key) ?? drawingOf(spec, width, height);
  known.set(key, drawing);
  return { ...drawing, chart: form === 'native' ? figureChart(spec) : null };
}

function drawingOf(spec: FigureSpec, width: number | null, height: number | null): Drawing {
  const natural = naturalSize(spec, { textWidth, width: width ?? usualWidth });
  const size = { ...natural, height: height ?? natural.height };
  return {
    language: spec.language,
    title: spec.title,
    baseLine: spec.base,
    sourceLine: captionText(spec),
    altText: figureAltText(spec),
    svg: figureSvg(spec, { ...size, theme: 'light', textWidth, frame: false }),
    ...size,
    table: documentTable(figureTable(spec)),
  };
}
