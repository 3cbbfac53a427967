import library from 'pptxgenjs';
import type { Language } from '../../../core/figures/figure.ts';
import type { NativeChart } from '../../../core/figures/native-chart.ts';
import { chartTheme } from '../../../core/figures/native-chart.ts';
import type { ChartParts } from '../chart/chart-parts.ts';
import { chartParts } from '../chart/chart-parts.ts';
import { chartHeight, chartPieces } from '../chart/chart-size.ts';
import type { DocumentAbout } from '../core-properties.ts';
import type { DocumentFigure, DocumentTable } from '../document-figure.ts';
import { svgToPng } from '../png.ts';
import { deckBytes } from './finish.ts';
import { sentencesOf } from './sentences.ts';

/** The library's types are those of its CommonJS build, where the class is a default; at run time it is the module. */
const PptxGenJS = 'default' in library ? library.default : library;

/** A font that every office program has or replaces by one as wide. */
const font = 'Calibri';
/** Inches of a slide of 16:9, and the room within its margins. */
const margin = 0.55;
const room = { x: margin, width: 13.333 - 2 * margin } as const;
const pointsTop = 1.4;
const figureTop = 1.8;
const figureBottom = 6.5;
const pointsInInch = 72;
/** Of text, in points. A chart that fits on one slide with the smaller letters has them. */
const sizes = { front: 40, title: 26, text: 20, message: 16, chart: 14, denseChart: 12, source: 12 } as const;
/** Letters of pictures are so many pixels, and are not shown smaller than so many points. */
const letterPixels = 12;
const leastLetters = 9;
/** Share of a slide's width that a picture with words beside it has. */
const besideShare = 0.6;
/** The room of such a picture, in pixels, where its letters are as large as those of charts. */
export const pictureRoom = {
  width: Math.floor((room.width * besideShare * pointsInInch * letterPixels) / sizes.denseChart),
  height: Math.floor(((figureBottom - figureTop) * pointsInInch * letterPixels) / sizes.denseChart),
} as const;
/** Width of a chart of points to its height. */
const pointShape = 2;
/** Pictures are drawn at three times their size, for a projector. */
const pictureScale = 3;
const masters = { front: 'DiMiOS framsida', content: 'DiMiOS innehåll' } as const;

const words = {
  sv: { figure: 'Figur', continued: 'forts.' },
  en: { figure: 'Figure', continued: 'continued' },
} as const;

/** A slide's points, each a line of text with a mark before it; those of level 2 are set in. */
export interface DeckPoint {
  readonly text: string;
  readonly level: 1 | 2;
}

/** Puts a deck of slides together. */
export class Deck {
  readonly #deck = new PptxGenJS();
  readonly #language: Language;
  readonly #about: DocumentAbout;
  /** In the order of the slides. */
  readonly #charts: ChartParts[] = [];

  constructor(about: DocumentAbout, language: Language) {
    this.#about = about;
    this.#language = language;
    this.#deck.layout = 'LAYOUT_WIDE';
    this.#deck.title = about.title;
    this.#deck.theme = { headFontFace: font, bodyFontFace: font };
    this.#defineMasters();
  }

  /** The first slide: what it is, whose and when. */
  front(title: string, lines: readonly string[]): void {
    const slide = this.#deck.addSlide({ masterName: masters.front });
    slide.addText(title, { placeholder: 'title' });
    slide.addText(
      lines.map((text) => ({ text, options: { breakLine: true } })),
      { placeholder: 'body' },
    );
  }

  /** Points under a heading, on as many slides as they need. */
  points(title: string, points: readonly DeckPoint[]): void {
    for (const [at, part] of pages(points).entries()) {
      const slide = this.#deck.addSlide({ masterName: masters.content });
      this.#title(slide, at === 0 ? title : `${title} (${words[this.#language].continued})`);
      slide.addText(
        part.map(({ text, level }) => ({
          text,
          options: { bullet: true, breakLine: true, indentLevel: level - 1, paraSpaceAfter: pointGap },
        })),
        {
          objectName: title,
          x: room.x,
          y: pointsTop,
          w: room.width,
          h: figureBottom - pointsTop,
          fontFace: font,
          fontSize: sizes.text,
          color: hex(chartTheme.text),
          valign: 'top',
        },
      );
    }
  }

  /** A figure, as charts where it is given one: as many slides as it needs to be read. */
  figure(figure: DocumentFigure, message: string | null = null): void {
    const box = { width: room.width * pointsInInch, height: (figureBottom - figureTop) * pointsInInch };
    const piecesAt = (textPoints: number) =>
      figure.chart === null ? [null] : chartPieces(figure.chart, box.width, box.height, textPoints);
    const isDense = piecesAt(sizes.chart).length > 1 && piecesAt(sizes.denseChart).length === 1;
    const textPoints = isDense ? sizes.denseChart : sizes.chart;
    const pieces = piecesAt(textPoints);
    pieces.forEach((chart, at) => {
      const slide = this.#deck.addSlide({ masterName: masters.content });
      const part = pieces.length === 1 ? '' : ` (${at + 1}/${pieces.length})`;
      this.#title(slide, `${figure.title}${part}`);
      slide.addText(message ?? figure.baseLine, baseOptions);
      if (chart === null) this.#picture(slide, figure, room.width);
      else this.#chart(slide, figure, chart, textPoints);
      this.#source(slide, message === null ? figure.sourceLine : `${figure.baseLine}. ${figure.sourceLine}`);
      slide.addNotes(notesOf(figure));
    });
  }

  /** A picture of {@link pictureRoom}, and beside it what it shows in words. */
  figureInWords(figure: DocumentFigure): void {
    const slide = this.#deck.addSlide({ masterName: masters.content });
    const pictureWidth = room.width * besideShare;
    this.#title(slide, figure.title);
    slide.addText(figure.baseLine, baseOptions);
    this.#picture(slide, figure, pictureWidth);
    slide.addText(
      besideWords(figure).map((text) => ({
        text,
        options: { bullet: true, breakLine: true, paraSpaceAfter: pointGap },
      })),
      {
        objectName: 'words',
        x: room.x + pictureWidth + 0.25,
        y: figureTop,
        w: room.width - pictureWidth - 0.25,
        h: figureBottom - figureTop,
        fontFace: font,
        fontSize: sizes.message,
        color: hex(chartTheme.text),
        valign: 'top',
        margin: 0,
      },
    );
    this.#source(slide, figure.sourceLine);
    slide.addNotes(notesOf(figure));
  }

  /** Whether a figure can be read on a slide: a tall picture would be made too small for that. */
  static isReadable({ chart, width, height }: DocumentFigure): boolean {
    return chart !== null || pictureScaleOn(width, height) * pointsInInch * letterPixels >= leastLetters;
  }

  /** The bytes of the file. */
  async bytes(): Promise<Buffer> {
    const made = await this.#deck.write({ outputType: 'nodebuffer' });
    if (!(made instanceof Uint8Array)) throw new Error('The deck was not written as bytes.');
    return deckBytes(made, this.#about, this.#language, this.#charts);
  }

  #title(slide: library.default.Slide, title: string): void {
    slide.addText(title, { placeholder: 'title' });
  }

  /** Stands in the deck as a chart of the library, whose parts are exchanged for ours at the end. */
  #chart(
    slide: library.default.Slide,
    figure: DocumentFigure,
    chart: NativeChart,
    usualTextPoints: number,
  ): void {
    const tallest = (figureBottom - figureTop) * pointsInInch;
    const isPoints = chart.kind === 'points';
    const width = isPoints ? tallest * pointShape : room.width * pointsInInch;
    const textPoints = isPoints ? sizes.denseChart : usualTextPoints;
    // A few bars do not need to be as thick as a slide is high.
    const height =
      chart.kind === 'bars' ? Math.min(tallest, chartHeight(chart, width, textPoints) * 1.25) : tallest;
    this.#charts.push(chartParts(chart, figure.title, figure.language, { font, textPoints, width, height }));
    slide.addChart('bar', [{ name: '-', labels: ['-'], values: [0] }], {
      x: room.x,
      y: figureTop,
      w: width / pointsInInch,
      h: height / pointsInInch,
      altText: figure.altText,
    });
  }

  #source(slide: library.default.Slide, text: string): void {
    slide.addText(text, {
      ...lineOf('source'),
      y: figureBottom + 0.05,
      w: room.width - 1,
      h: 0.8,
      fontSize: sizes.source,
      color: hex(chartTheme.muted),
      valign: 'top',
    });
  }

  /** In the middle of the first `roomWidth` inches of the slide's room. */
  #picture(
    slide: library.default.Slide,
    { svg, width, height, altText }: DocumentFigure,
    roomWidth: number,
  ): void {
    const scale = Math.min(roomWidth / width, pictureScaleOn(width, height));
    slide.addImage({
      data: `image/png;base64,${svgToPng(svg, pictureScale).toString('base64')}`,
      x: room.x + (roomWidth - width * scale) / 2,
      y: figureTop,
      w: width * scale,
      h: height * scale,
      altText,
    });
  }

  #defineMasters(): void {
    const text = {
      fontFace: font,
      color: hex(chartTheme.text),
      align: 'left',
      valign: 'top',
      margin: 0,
    } as const;
    const bar = { fill: { color: hex(chartTheme.accent) } };
    this.#deck.defineSlideMaster({
      title: masters.front,
      background: { color: hex(chartTheme.surface) },
      objects: [
        { rect: { x: 0, y: 0, w: 0.25, h: 7.5, ...bar } },
        {
          placeholder: {
            options: {
              ...text,
              name: 'title',
              type: 'title',
              x: 1,
              y: 1.9,
              w: 11.3,
              h: 1.6,
              fontSize: sizes.front,
              bold: true,
              color: hex(chartTheme.accent),
              valign: 'bottom',
            },
            text: '',
          },
        },
        {
          placeholder: {
            options: {
              ...text,
              name: 'body',
              type: 'body',
              x: 1,
              y: 3.7,
              w: 11.3,
              h: 2.4,
              fontSize: sizes.text,
            },
            text: '',
          },
        },
      ],
    });
    this.#deck.defineSlideMaster({
      title: masters.content,
      background: { color: hex(chartTheme.surface) },
      objects: [
        { rect: { x: 0, y: 0, w: 13.333, h: 0.12, ...bar } },
        {
          placeholder: {
            options: {
              ...text,
              name: 'title',
              type: 'title',
              x: room.x,
              y: 0.25,
              w: room.width,
              h: 0.95,
              fontSize: sizes.title,
              bold: true,
              color: hex(chartTheme.accent),
              valign: 'middle',
            },
            text: '',
          },
        },
      ],
      slideNumber: {
        x: 12.3,
        y: 6.95,
        w: 0.5,
        h: 0.3,
        fontFace: font,
        fontSize: sizes.source,
        color: hex(chartTheme.muted),
        align: 'right',
      },
    });
  }
}

/** Inches of a slide for each pixel of a picture. */
function pictureScaleOn(width: number, height: number): number {
  return Math.min(room.width / width, (figureBottom - figureTop) / height);
}

function lineOf(objectName: string) {
  return { objectName, x: room.x, w: room.width, fontFace: font, margin: 0 } as const;
}

/** Of the line between a figure's title and the figure. */
const baseOptions = {
  ...lineOf('base'),
  y: 1.2,
  h: 0.6,
  fontSize: sizes.message,
  color: hex(chartTheme.text2),
  valign: 'top',
} as const;

/** Of a slide of points: letters of a line, and points between two points of the list. */
const lettersInLine = 85;
const pointGap = 8;

/** Points in the order given, each slide with as many as it holds. */
function pages(points: readonly DeckPoint[]): DeckPoint[][] {
  const made: DeckPoint[][] = [];
  let left = 0;
  for (const point of points) {
    const lines = Math.ceil(point.text.length / lettersInLine);
    const height = lines * sizes.text * 1.2 + pointGap;
    const page = made.at(-1);
    if (page === undefined || height > left) {
      made.push([point]);
      left = (figureBottom - pointsTop) * pointsInInch - height;
    } else {
      page.push(point);
      left -= height;
    }
  }
  return made;
}

/** Letters that there is room for beside a picture. */
const mostLettersBeside = 340;

/** The first sentences of what the figure shows, without its title and base line: the notes have all of them. */
function besideWords({ title, baseLine, altText }: DocumentFigure): string[] {
  let letters = 0;
  return sentencesOf(altText.replace(`${title}. ${baseLine}.`, '').trim()).filter((sentence) => {
    letters += sentence.length;
    return letters <= mostLettersBeside;
  });
}

/** What the figure shows, in words, and its table row by row: for the one who speaks, and who does not see. */
function notesOf({ altText, table }: DocumentFigure): string {
  return [altText, '', ...rowSentences(table)].join('\n');
}

function rowSentences({ columns, rows }: DocumentTable): string[] {
  return rows.map((row) => {
    const [name = '', ...others] = row;
    const told = others.flatMap((cell, at) =>
      cell === '' ? [] : [`${columns[at + 1]?.heading ?? ''} ${cell}`],
    );
    return `${name}: ${told.join('; ')}`;
  });
}

function hex(colour: string): string {
  return colour.replace('#', '');
}
