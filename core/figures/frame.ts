import { captionText } from './frame-texts.ts';
import type { FigureSpec, TextWidth } from './figure.ts';
import { linesHeight, wrapped } from './pieces.ts';
import type { Mark, Scene } from './scene.ts';
import type { Theme, TypeStyle } from './theme.ts';
import { type } from './theme.ts';

/** Title, base line and caption drawn into a picture that is to stand by itself. */

const margin = 16;
const gapBelowBase = 14;
const gapAboveCaption = 12;

interface Block {
  readonly lines: readonly string[];
  readonly style: TypeStyle;
}

interface Frame {
  readonly title: Block;
  readonly base: Block;
  readonly caption: Block;
  /** Room over and under the drawing. */
  readonly above: number;
  readonly below: number;
}

function frameOf(spec: FigureSpec, width: number, textWidth: TextWidth): Frame {
  const inner = width - 2 * margin;
  const block = (text: string, style: TypeStyle): Block => ({
    lines: text === '' ? [] : wrapped(text, inner, style, textWidth),
    style,
  });
  const title = block(spec.title, type.title);
  const base = block(spec.base, type.small);
  const caption = block(captionText(spec), type.small);
  return {
    title,
    base,
    caption,
    above: margin + heightOf(title) + 2 + heightOf(base) + gapBelowBase,
    below: gapAboveCaption + heightOf(caption) + margin,
  };
}

function heightOf({ lines, style }: Block): number {
  return linesHeight(lines.length, style);
}

/** What a frame takes of a picture's width and height, in px. */
export function frameRoom(
  spec: FigureSpec,
  width: number,
  textWidth: TextWidth,
): { readonly width: number; readonly height: number } {
  const { above, below } = frameOf(spec, width, textWidth);
  return { width: 2 * margin, height: above + below };
}

/** The scene with its frame around it, on the ground of the theme. */
export function framed(
  scene: Scene,
  spec: FigureSpec,
  { width, height, theme, textWidth }: { width: number; height: number; theme: Theme; textWidth: TextWidth },
): Scene {
  const { title, base, caption, above, below } = frameOf(spec, width, textWidth);
  const outer = Math.max(height, scene.height + above + below);
  const shift = (mark: Mark): Mark => moved(mark, margin, above);
  return {
    width,
    height: outer,
    ground: [
      { shape: 'rect', x: 0, y: 0, width, height: outer, fill: theme.surface },
      ...blockMarks(title, margin, theme.text),
      ...blockMarks(base, margin + heightOf(title) + 2, theme.muted),
      ...blockMarks(caption, outer - margin - heightOf(caption), theme.muted),
      ...scene.ground.map(shift),
    ],
    items: scene.items.map((item) => ({ ...item, marks: item.marks.map(shift) })),
    top: (scene.top ?? []).map(shift),
  };
}

function blockMarks({ lines, style }: Block, top: number, fill: string): Mark[] {
  const step = linesHeight(1, style);
  return lines.map((text, at) => ({
    shape: 'text',
    text,
    x: margin,
    y: top + (at + 0.5) * step,
    style,
    fill,
  }));
}

function moved(mark: Mark, dx: number, dy: number): Mark {
  if (mark.shape === 'line' || mark.shape === 'area') {
    return { ...mark, points: mark.points.map(([x, y]) => [x + dx, y + dy] as const) };
  }
  return { ...mark, x: mark.x + dx, y: mark.y + dy };
}
