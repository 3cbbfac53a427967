import type { IContext, IXmlableObject } from 'docx';
import {
  createTransformation,
  Drawing,
  ImportedXmlComponent,
  LineRuleType,
  PackagePart,
  Paragraph,
  TextRun,
  XmlComponent,
} from 'docx';
import type { NativeChart } from '../../../core/figures/native-chart.ts';
import { chartParts } from '../chart/chart-parts.ts';
import { chartHeight, chartPieces } from '../chart/chart-size.ts';
import type { DocumentFigure } from '../document-figure.ts';
import { xmlText } from '../package-bytes.ts';
import { wordFont } from './document-styles.ts';
import { figureDrawing } from './figure-parts.ts';

const chartSpace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const textPoints = 9;
/** Points in a pixel at 96 to the inch. */
const pointsInPixel = 0.75;
/** What is left of a page for a chart under its heading and over its caption, in pixels. */
const tallest = 800;

/**
 * A figure in paragraphs of its own: as charts that can be edited where it is given one, several where one would be
 * taller than a page, else as a picture. `id` must be another for each figure of a document; `width` is that of the
 * text, in pixels at 96 to the inch.
 */
export function figureParagraphs(figure: DocumentFigure, id: number, width: number): Paragraph[] {
  if (figure.chart === null) return [figureDrawing(figure, id, width)];
  const points = { width: width * pointsInPixel, tallest: tallest * pointsInPixel };
  const pieces = chartPieces(figure.chart, points.width, points.tallest, textPoints);
  return pieces.map((chart, at) => {
    const height = Math.min(points.tallest, chartHeight(chart, points.width, textPoints));
    const part = pieces.length === 1 ? '' : ` (${at + 1}/${pieces.length})`;
    return chartParagraph(
      { ...figure, title: `${figure.title}${part}` },
      { chart, id: id + at * idsApart, width: points.width, height },
    );
  });
}

/** Of the pieces of one figure: more than a document has figures. */
const idsApart = 10_000;

interface PlacedChart {
  readonly chart: NativeChart;
  readonly id: number;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

function chartParagraph(figure: DocumentFigure, placed: PlacedChart): Paragraph {
  const transformation = createTransformation({
    width: Math.round(placed.width / pointsInPixel),
    height: Math.round(placed.height / pointsInPixel),
  });
  return new Paragraph({
    keepNext: true,
    spacing: { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new TextRun({
        children: [
          new Drawing(
            {
              type: 'graphic',
              uri: chartSpace,
              transformation,
              content: reference(chartPart(figure, placed)),
              lockAspectRatio: false,
            },
            {
              docProperties: {
                id: String(placed.id),
                name: `Figur ${placed.id}`,
                title: figure.title,
                description: figure.altText,
              },
            },
          ),
        ],
      }),
    ],
  });
}

/** The chart's part, which brings its workbook into the package with it. */
function chartPart({ title, language }: DocumentFigure, { chart, width, height }: PlacedChart): PackagePart {
  const { workbook, xmlFor } = chartParts(chart, title, language, {
    font: wordFont,
    textPoints,
    width,
    height,
  });
  const inside = new PackagePart({
    folder: 'embeddings',
    name: 'Microsoft_Excel_Worksheet',
    extension: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    relationshipType: `${relationships}/package`,
    content: workbook,
  });
  return new PackagePart({
    folder: 'charts',
    name: 'chart',
    extension: 'xml',
    contentType: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
    relationshipType: `${relationships}/chart`,
    content: new Linked(xmlFor(inside.relationshipId), inside),
  });
}

function reference(part: PackagePart): XmlComponent {
  return new Linked(
    `<c:chart xmlns:c="${chartSpace}" xmlns:r="${relationships}" r:id="${xmlText(part.relationshipId)}"/>`,
    part,
  );
}

/** XML that names a part of the package, and adds it when it is written. */
class Linked extends XmlComponent {
  readonly #own: ImportedXmlComponent;
  readonly #part: PackagePart;

  constructor(xml: string, part: PackagePart) {
    super('linked');
    this.#own = ImportedXmlComponent.fromXmlString(xml);
    this.#part = part;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    this.#part.addTo(context);
    return this.#own.prepForXml(context);
  }
}
