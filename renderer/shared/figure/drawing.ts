import type { EChartsOption } from 'echarts';
import type { FigureSpec } from '../../../core/figures/figure.ts';
import { drawFigure, naturalSize } from '../../../core/figures/index.ts';
import type { ThemeName } from '../../../core/figures/theme.ts';
import { textWidth } from './text-width.ts';

/** A figure laid out: the option that ECharts draws, and its size in px. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly option: EChartsOption;
}

export interface DrawingWish {
  readonly width: number;
  /** As high as the figure wants to be unless given. */
  readonly height: number | undefined;
  readonly theme: ThemeName;
}

/** The last drawings of each figure: a screen that is come back to is not laid out again. */
const drawings = new WeakMap<FigureSpec, Map<string, Drawing>>();

/** A window that is dragged wider asks for a drawing at every step. */
const mostKept = 4;

/** The figure laid out for its place; the same wish gives the same drawing. */
export function drawingOf(spec: FigureSpec, { width, height, theme }: DrawingWish): Drawing {
  const kept = drawings.get(spec) ?? new Map<string, Drawing>();
  drawings.set(spec, kept);
  const key = `${width} ${height ?? ''} ${theme}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const size = { width, height: height ?? naturalSize(spec, { width, textWidth }).height };
  const drawing = { ...size, option: drawFigure(spec, { ...size, theme, textWidth }) };
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, drawing);
  return drawing;
}
