import type { ChartMarker } from '../../../core/figures/native-chart.ts';
import { chartTheme } from '../../../core/figures/native-chart.ts';
import type { Shade } from '../../../core/figures/theme.ts';
import { xmlText } from '../package-bytes.ts';
import type { LabelOffset, PlotRoom } from './point-labels.ts';

/** How charts look: areas, lines, marks and letters as ChartML has them. */

/** How a chart is set. */
export interface ChartLook {
  readonly languageTag: string;
  readonly font: string;
  /** Of all text, in points. */
  readonly textPoints: number;
  /** Of the whole chart, in points. */
  readonly width: number;
  readonly height: number;
  /** The relationship to the workbook inside. */
  readonly workbookId: string;
}

const emusInPoint = 12_700;

/** Where the plot of points stands in its chart: at its right is room for names. */
export const pointPlot = { x: 0.1, y: 0.04, width: 0.72, height: 0.8 } as const;

/** Parts of a stacked bar are parted by a thin line of the surface. */
export function areaStyle({ fill, outline }: Shade, isParted: boolean): string {
  const edge = isParted ? chartTheme.surface : outline;
  return (
    `<c:spPr><a:solidFill><a:srgbClr val="${hex(fill)}"/></a:solidFill>` +
    `${edge === null ? '<a:ln><a:noFill/></a:ln>' : stroke(edge, 0.75)}</c:spPr>`
  );
}

/** A line; none where there is no shade. */
export function lineStyle(shade: Shade | null, points = 1.75): string {
  return shade === null
    ? '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
    : `<c:spPr>${stroke(shade.outline ?? shade.fill, points)}</c:spPr>`;
}

const symbols: Readonly<Record<ChartMarker, string>> = {
  circle: 'circle',
  square: 'square',
  triangle: 'triangle',
  diamond: 'diamond',
  cross: 'x',
  tick: 'dash',
};

/** A point's mark, `size` times the usual. */
export function markerXml(marker: ChartMarker | null, { fill, outline }: Shade, pen: Pen, size = 1): string {
  if (marker === null) return '<c:marker><c:symbol val="none"/></c:marker>';
  const edge = outline ?? fill;
  return (
    `<c:marker><c:symbol val="${symbols[marker]}"/><c:size val="${Math.round(pen.markerPoints * size)}"/>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${hex(marker === 'tick' ? edge : fill)}"/></a:solidFill>${stroke(edge, 1.25)}</c:spPr></c:marker>`
  );
}

/** A line of so many points. */
export function stroke(colour: string, points: number): string {
  return `<a:ln w="${Math.round(points * emusInPoint)}"><a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill></a:ln>`;
}

/** A colour as ChartML writes it. */
export function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}

/** Writes text in the chart's font, size and language. */
export class Pen {
  readonly #look: ChartLook;

  constructor(look: ChartLook) {
    this.#look = look;
  }

  /** The plot of points and the size of its names. */
  get room(): PlotRoom {
    const { width, height, textPoints } = this.#look;
    return {
      width: width * pointPlot.width,
      height: height * pointPlot.height,
      after: width * (1 - pointPlot.x - pointPlot.width),
      textPoints,
    };
  }

  /** Moves a label from where a chart would put it, in shares of the chart. */
  moved({ x, y }: LabelOffset): string {
    const share = (length: number, of: number): string => (length / of).toFixed(4);
    const { width, height } = this.#look;
    return `<c:layout><c:manualLayout><c:x val="${share(x, width)}"/><c:y val="${share(y, height)}"/></c:manualLayout></c:layout>`;
  }

  /** Grows with the text. */
  get markerPoints(): number {
    return Math.round(this.#look.textPoints * 0.8);
  }

  /** Properties of text that the program writes itself, turned by so many degrees where it stands on an axis. */
  textStyle(colour: string, degrees?: number): string {
    const turned = degrees === undefined ? '' : ` rot="${degrees * 60_000}" vert="horz"`;
    return (
      `<c:txPr><a:bodyPr${turned}/><a:lstStyle/><a:p><a:pPr><a:defRPr ${this.#size()}>${this.#ink(colour)}</a:defRPr></a:pPr>` +
      `<a:endParaRPr lang="${this.#look.languageTag}"/></a:p></c:txPr>`
    );
  }

  /** Properties of a text of ours. */
  run(colour: string): string {
    return `<a:rPr lang="${this.#look.languageTag}" ${this.#size()}>${this.#ink(colour)}</a:rPr>`;
  }

  #size(): string {
    return `sz="${Math.round(this.#look.textPoints * 100)}" b="0"`;
  }

  #ink(colour: string): string {
    return `<a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill><a:latin typeface="${xmlText(this.#look.font)}"/>`;
  }
}
