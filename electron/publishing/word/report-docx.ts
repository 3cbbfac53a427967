import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  PageBreak,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import type { Table } from 'docx';
import type { Block, Report, Run, Section } from '../../../core/report/report.ts';
import type { DocumentAbout } from '../core-properties.ts';
import { documentTable } from '../figure-sheets.ts';
import { pagesOfSections } from '../pdf/report-pages.ts';
import { reportFigure } from '../report-figure.ts';
import { packParts } from '../package-bytes.ts';
import { reportWords } from '../report-words.ts';
import { tablePieces } from '../table-pieces.ts';
import { figureParagraphs } from './chart-drawing.ts';
import { noteStyle, wordStyles } from './document-styles.ts';
import { boldRun, caption, continuedCaption } from './figure-parts.ts';
import { markWords, wordBytes } from './finish.ts';
import { logoPicture } from './logo-picture.ts';
import { endMarkName, markName } from './marks.ts';
import type { ReportOrigin } from './origin.ts';
import { originProperties } from './origin.ts';
import { wordTable } from './table-parts.ts';
import { inTemplate, textWidthOf } from './template.ts';
import type { WordFile } from './word-file.ts';
import { openWordFile } from './word-file.ts';

/** An upright A4 page, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1247 };
const usualTextWidth = page.width - 2 * page.margin;
/** Twentieths of a point in a pixel at 96 to the inch. */
const twipsInPixel = 15;

const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/** Lists as Word defines them. */
const countedList = 'numrerad-lista';
const bulletList = 'punktlista';

/** What a Word report is written for, beside the report itself. */
export interface ReportForm {
  /** What it is a report of, so that it is known again. */
  readonly origin: ReportOrigin;
  /** The organisation's own; null for the program's. */
  readonly template: WordFile | null;
  /** The file that its figures are to be put into; null for none. They are made for its pages. */
  readonly pagesOf?: WordFile;
}

/** A whole report as a Word file that needs no touching up and can be edited. */
export async function reportToDocx(report: Report, about: DocumentAbout, form: ReportForm): Promise<Buffer> {
  const { origin, template, pagesOf = template } = form;
  const textWidth = (pagesOf === null ? null : textWidthOf(pagesOf)) ?? usualTextWidth;
  const document = documentOf(report, about, { origin, textWidth });
  const file = openWordFile(await wordBytes(document, about), about.title);
  markWords(file);
  return template === null ? packParts(file.parts()) : inTemplate(file, template.copy(), about, origin);
}

function documentOf(
  report: Report,
  about: DocumentAbout,
  { origin, textWidth }: { readonly origin: ReportOrigin; readonly textWidth: number },
): Document {
  const { front, language, sections } = report;
  const say = reportWords[language];
  const writer = new BlockWriter(language, textWidth);
  const header = [front.title, ...(front.subtitle === null ? [] : [front.subtitle])].join(' · ');
  return new Document({
    title: about.title,
    creator: about.creator,
    customProperties: originProperties(origin),
    styles: wordStyles(about.languageTag),
    hyphenation: { autoHyphenation: true },
    numbering: {
      config: [
        {
          reference: countedList,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 425, hanging: 425 } } },
            },
          ],
        },
        {
          reference: bulletList,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 425, hanging: 425 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({ text: '' })] }),
          default: new Header({ children: [quiet([new TextRun({ text: header, size: 18 })])] }),
        },
        footers: {
          first: new Footer({ children: [new Paragraph({ text: '' })] }),
          default: new Footer({
            children: [
              quiet(
                [
                  new TextRun({
                    children: [`${say.page} `, PageNumber.CURRENT, ` ${say.of} `, PageNumber.TOTAL_PAGES],
                    size: 18,
                  }),
                ],
                AlignmentType.RIGHT,
              ),
            ],
          }),
        },
        children: [
          ...frontPage(report),
          new Paragraph({ style: 'TOCHeading', text: say.contents }),
          new TableOfContents(say.contents, {
            hyperlink: true,
            headingStyleRange: '1-2',
            beginDirty: false,
            cachedEntries: contentsOf(report),
          }),
          new Paragraph({ children: [new PageBreak()] }),
          ...sections.flatMap((section) => writer.section(section)),
        ],
      },
    ],
  });
}

function quiet(
  children: TextRun[],
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph {
  return new Paragraph({ alignment, children });
}

function frontPage({ front, language }: Report): Paragraph[] {
  const say = reportWords[language];
  const { title, subtitle, organisation, caseNumber, date, administrator, status, logo } = front;
  const facts: readonly (readonly [string, string | null])[] = [
    [say.organisation, organisation],
    [say.caseNumber, caseNumber],
    [say.date, date],
    [say.administrator, administrator],
    [say.statusLabel, say.status[status]],
  ];
  return [
    ...(logo === null ? [] : logoPicture(logo)),
    new Paragraph({ style: 'Title', spacing: { before: 4200, after: 120 }, text: title }),
    ...(subtitle === null ? [] : [new Paragraph({ style: 'Subtitle', text: subtitle })]),
    new Paragraph({ spacing: { before: 3600 }, text: '' }),
    ...facts.flatMap(([label, value]) =>
      value === null
        ? []
        : [new Paragraph({ children: [boldRun(`${label}: `), new TextRun({ text: value })] })],
    ),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

/** The entries of the contents, with the pages that the same report has as a PDF: Word counts anew when it is asked. */
function contentsOf(report: Report) {
  const pages = pagesOfSections(report);
  const entriesOf = ({ id, level, number, heading, sections }: Section): ContentsEntry[] => {
    const page = pages.get(id);
    const entry = {
      title: number === null ? heading : `${number} ${heading}`,
      level,
      href: markName(id),
      ...(page !== undefined && { page }),
    };
    return [...(level <= 2 ? [entry] : []), ...sections.flatMap(entriesOf)];
  };
  return report.sections.flatMap(entriesOf);
}

interface ContentsEntry {
  readonly title: string;
  readonly level: number;
  readonly href: string;
  readonly page?: number;
}

/** Writes sections and blocks, each figure and table between the marks by which a refresh finds it. */
class BlockWriter {
  readonly #language: Report['language'];
  /** Between the margins, in twentieths of a point. */
  readonly #textWidth: number;
  /** Word wants a number of its own for every drawing. */
  #drawings = 0;
  /** Each counted list counts for itself. */
  #countedLists = 0;

  constructor(language: Report['language'], textWidth: number) {
    this.#language = language;
    this.#textWidth = textWidth;
  }

  get #textWidthPixels(): number {
    return Math.floor(this.#textWidth / twipsInPixel);
  }

  section({ id, level, number, heading, blocks, sections }: Section): (Paragraph | Table)[] {
    const text = number === null ? heading : `${number} ${heading}`;
    return [
      new Paragraph({
        heading: headings[level],
        children: [new Bookmark({ id: markName(id), children: [new TextRun({ text })] })],
      }),
      ...blocks.flatMap((block) => this.#block(block)),
      ...sections.flatMap((section) => this.section(section)),
    ];
  }

  #block(block: Block): (Paragraph | Table)[] {
    const say = reportWords[this.#language];
    switch (block.kind) {
      case 'paragraph':
        return [new Paragraph({ children: block.runs.map(runOf) })];
      case 'list': {
        const instance = block.ordered ? ++this.#countedLists : 0;
        return block.items.map(
          (runs) =>
            new Paragraph({
              children: runs.map(runOf),
              ...(block.ordered
                ? { style: 'ListNumber', numbering: { reference: countedList, level: 0, instance } }
                : { style: 'ListBullet', numbering: { reference: bulletList, level: 0 } }),
            }),
        );
      }
      case 'figure': {
        const figure = reportFigure(block.spec, block.form);
        const [before, after] = this.#ends(block.id);
        return [
          before,
          ...figureParagraphs(figure, ++this.#drawings, this.#textWidthPixels),
          caption(say.figure, block.number, `${block.caption}. ${figure.baseLine}. ${figure.sourceLine}`),
          after,
        ];
      }
      case 'table': {
        const [before, after] = this.#ends(block.id);
        return [
          before,
          ...tablePieces(documentTable(block.table), this.#textWidthPixels).flatMap((piece, at) => [
            at === 0
              ? caption(say.table, block.number, block.caption, { keepNext: true })
              : continuedCaption(say.table, block.number, `${block.caption} (${say.continued})`),
            wordTable(piece, this.#textWidth),
          ]),
          ...(block.note === null ? [] : [new Paragraph({ style: noteStyle, text: block.note })]),
          after,
        ];
      }
    }
  }

  /** The paragraphs before and after a block, marked so that a refresh finds what stands between, and hardly seen. */
  #ends(id: string): [Paragraph, Paragraph] {
    const thin = { before: 0, after: 0, line: 20 };
    return [
      new Paragraph({
        spacing: thin,
        keepNext: true,
        children: [new Bookmark({ id: markName(id), children: [] })],
      }),
      new Paragraph({ spacing: thin, children: [new Bookmark({ id: endMarkName(id), children: [] })] }),
    ];
  }
}

function runOf({ text, bold, italic }: Run): TextRun {
  const options = { ...(italic === true && { italics: true }) };
  return bold === true ? boldRun(text, options) : new TextRun({ text, ...options });
}
