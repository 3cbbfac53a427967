import type { TextWidth } from './figure.ts';
import type { Mark, Point, TextAlign, TextMark } from './scene.ts';
import type { Fill, TypeStyle, UnitShape } from './theme.ts';
import { strokes } from './theme.ts';

/** Pieces that several figures are put together of. All places are in px. */

/** What sums of widths may differ by in their last digits, in px. */
const tolerance = 0.01;
/** Fewer letters than these are not put on a line of their own. */
const fewestLetters = 3;

/** Distance between lines of the same text, as a multiple of its size. */
const lineHeight = 1.2;

/** A text on as many lines as a width needs; a single word that is wider is parted between letters. */
export function wrapped(text: string, width: number, style: TypeStyle, textWidth: TextWidth): string[] {
  const fits = (line: string): boolean => textWidth(line, style.size, style.weight) <= width + tolerance;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    // A single letter is never parted, however narrow the room: a window may be laid out in passing without any.
    while (line.length > 1 && !fits(line)) {
      let kept = Math.max(1, line.length - fewestLetters);
      while (kept > 1 && !fits(`${line.slice(0, kept)}-`)) kept -= 1;
      lines.push(`${line.slice(0, kept)}-`);
      line = line.slice(kept);
    }
  }
  return [...lines, line];
}

/** The height of so many lines. */
export function linesHeight(lines: number, { size }: TypeStyle): number {
  return lines * size * lineHeight;
}

/** Lines of text with their common middle at `y`. */
export function textLines(
  lines: readonly string[],
  { x, y, style, ...rest }: Omit<TextMark, 'shape' | 'text' | 'upwards'>,
): TextMark[] {
  const step = style.size * lineHeight;
  return lines.map((text, at) => ({
    shape: 'text',
    text,
    x,
    y: y + (at - (lines.length - 1) / 2) * step,
    style,
    ...rest,
  }));
}

/** The widest of some texts. */
export function widest(texts: readonly string[], { size, weight }: TypeStyle, textWidth: TextWidth): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size, weight)));
}

/** An interval, with caps, and a halo so that it is seen on a bar. */
export function whisker(from: Point, to: Point, colour: string, halo: string): Mark[] {
  const [x1, y1] = from;
  const [x2, y2] = to;
  const isLevel = y1 === y2;
  const reach = strokes.whiskerCap / 2;
  const cap = ([x, y]: Point): readonly Point[] =>
    isLevel
      ? [
          [x, y - reach],
          [x, y + reach],
        ]
      : [
          [x - reach, y],
          [x + reach, y],
        ];
  const parts: (readonly Point[])[] = [
    [
      [x1, y1],
      [x2, y2],
    ],
    cap(from),
    cap(to),
  ];
  return [
    ...parts.map((points): Mark => ({ shape: 'line', points, stroke: halo, lineWidth: strokes.whiskerHalo })),
    ...parts.map((points): Mark => ({ shape: 'line', points, stroke: colour, lineWidth: strokes.whisker })),
  ];
}

/** A point in a shape of its own, so that it is told from others without its colour. */
export function pointMark(
  shape: UnitShape,
  [x, y]: Point,
  r: number,
  { fill, outline }: Pick<Fill, 'fill' | 'outline'>,
  surface: string,
): Mark {
  const style = { fill, stroke: outline ?? surface, lineWidth: 1 };
  switch (shape) {
    case 'circle':
      return { shape: 'circle', x, y, r, ...style };
    case 'square':
      return { shape: 'rect', x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, ...style };
    case 'triangle':
      return {
        shape: 'area',
        points: [
          [x, y - r * 1.15],
          [x + r * 1.1, y + r * 0.85],
          [x - r * 1.1, y + r * 0.85],
        ],
        ...style,
      };
    case 'diamond':
      return {
        shape: 'area',
        points: [
          [x, y - r * 1.25],
          [x + r * 1.25, y],
          [x, y + r * 1.25],
          [x - r * 1.25, y],
        ],
        ...style,
      };
    case 'cross': {
      const arm = r * 0.4;
      const end = r * 1.15;
      const corners: readonly Point[] = [
        [-arm, -end],
        [arm, -end],
        [arm, -arm],
        [end, -arm],
        [end, arm],
        [arm, arm],
        [arm, end],
        [-arm, end],
        [-arm, arm],
        [-end, arm],
        [-end, -arm],
        [-arm, -arm],
      ];
      return { shape: 'area', points: corners.map(([dx, dy]): Point => [x + dx, y + dy]), ...style };
    }
  }
}

/** Heights moved apart so that none is nearer another than `gap`, each as near its own as can be, within limits. */
export function spreadOut(wanted: readonly number[], gap: number, lowest: number, highest: number): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let floor = lowest;
  for (const at of order) {
    const y = Math.max(placed[at] ?? 0, floor);
    placed[at] = y;
    floor = y + gap;
  }
  let ceiling = highest;
  for (const at of order.reverse()) {
    const y = Math.min(placed[at] ?? 0, ceiling);
    placed[at] = y;
    ceiling = y - gap;
  }
  return placed;
}

/** A level line. */
export function levelLine(x1: number, x2: number, y: number, stroke: string, lineWidth = 1): Mark {
  return {
    shape: 'line',
    points: [
      [x1, y],
      [x2, y],
    ],
    stroke,
    lineWidth,
  };
}

/** An upright line. */
export function uprightLine(
  x: number,
  y1: number,
  y2: number,
  stroke: string,
  lineWidth = 1,
  dash?: readonly number[],
): Mark {
  return {
    shape: 'line',
    points: [
      [x, y1],
      [x, y2],
    ],
    stroke,
    lineWidth,
    ...(dash !== undefined && { dash }),
  };
}

/** One line of text. */
export function textAt(
  text: string,
  x: number,
  y: number,
  style: TypeStyle,
  fill: string,
  align: TextAlign = 'left',
  halo?: string,
): TextMark {
  return { shape: 'text', text, x, y, style, fill, align, ...(halo !== undefined && { halo }) };
}

/** An area's colour, with the outline it needs to be seen. */
export function filled({ fill, outline }: Pick<Fill, 'fill' | 'outline'>): { fill: string; stroke?: string } {
  return outline === null ? { fill } : { fill, stroke: outline };
}
