import type { EChartsOption } from 'echarts';
import { categoryBars } from './category-bars/index.ts';
import { change } from './change/index.ts';
import { distribution } from './distribution/index.ts';
import { employeePairs } from './employee-pairs/index.ts';
import { employeeScatter } from './employee-scatter/index.ts';
import type { DrawOptions, FigureSpec, FigureTable, TextWidth } from './figure.ts';
import { framed, frameRoom } from './frame.ts';
import { gate } from './gate/index.ts';
import { matrix } from './matrix/index.ts';
import { model } from './model/index.ts';
import type { FigureModule } from './module.ts';
import type { NativeChart } from './native-chart.ts';
import { hasValues } from './native-chart.ts';
import { quadrant } from './quadrant/index.ts';
import { responseRates } from './response-rates/index.ts';
import type { Scene } from './scene.ts';
import { sceneOption } from './scene.ts';
import { themes } from './theme.ts';
import { trend } from './trend/index.ts';

/** What can be done with a spec of any kind. Nothing here computes results: that is left to `build.ts`, out of the window. */

/** What a kind can do, bound to a spec of that kind. */
interface Bound {
  draw(context: Parameters<FigureModule<FigureSpec>['draw']>[1]): Scene;
  table(): FigureTable;
  altText(): string;
  explanation(): readonly string[];
  naturalHeight(width: number, textWidth: TextWidth): number;
  nativeChart(): NativeChart | null;
}

function bound<Spec>(module: FigureModule<Spec>, spec: Spec): Bound {
  return {
    draw: (context) => module.draw(spec, context),
    table: () => module.table(spec),
    altText: () => module.altText(spec),
    explanation: () => module.explanation(spec),
    naturalHeight: (width, textWidth) => module.naturalHeight(spec, width, textWidth),
    nativeChart: () => module.nativeChart?.(spec) ?? null,
  };
}

function figureOf(spec: FigureSpec): Bound {
  switch (spec.kind) {
    case 'quadrant':
      return bound(quadrant, spec);
    case 'category-bars':
      return bound(categoryBars, spec);
    case 'distribution':
      return bound(distribution, spec);
    case 'change':
      return bound(change, spec);
    case 'model':
      return bound(model, spec);
    case 'matrix':
      return bound(matrix, spec);
    case 'trend':
      return bound(trend, spec);
    case 'response-rates':
      return bound(responseRates, spec);
    case 'gate':
      return bound(gate, spec);
    case 'employee-pairs':
      return bound(employeePairs, spec);
    case 'employee-scatter':
      return bound(employeeScatter, spec);
  }
}

/** A figure as shapes at places, with its frame where that is asked for. */
export function figureScene(spec: FigureSpec, options: DrawOptions): Scene {
  const { width, height, textWidth } = options;
  const theme = themes[options.theme];
  const room = options.frame === true ? frameRoom(spec, width, textWidth) : { width: 0, height: 0 };
  const inner = figureOf(spec).draw({
    width: width - room.width,
    height: Math.max(0, height - room.height),
    theme,
    textWidth,
  });
  return options.frame === true ? framed(inner, spec, { width, height, theme, textWidth }) : inner;
}

/** What ECharts draws of a figure. Its items come back in events as `data.key`. */
export function drawFigure(spec: FigureSpec, options: DrawOptions): EChartsOption {
  return sceneOption(figureScene(spec, options), options.fontFamily);
}

/** The width that a figure is drawn at where nobody has asked for another, in px. */
export const usualWidth = 760;

/** The size that a figure wants at a width, in px, with its frame where it is to have one. */
export function naturalSize(
  spec: FigureSpec,
  {
    width = usualWidth,
    frame = false,
    textWidth,
  }: { readonly width?: number; readonly frame?: boolean; readonly textWidth: TextWidth },
): { readonly width: number; readonly height: number } {
  const room = frame ? frameRoom(spec, width, textWidth) : { width: 0, height: 0 };
  return {
    width,
    height: Math.ceil(figureOf(spec).naturalHeight(width - room.width, textWidth) + room.height),
  };
}

/** What a figure shows, as a table. */
export function figureTable(spec: FigureSpec): FigureTable {
  return figureOf(spec).table();
}

/** What a figure shows, for those who do not see it. */
export function figureAltText(spec: FigureSpec): string {
  return figureOf(spec).altText();
}

/** How a figure was made: formula, n and assumptions, a paragraph each. */
export function figureExplanation(spec: FigureSpec): readonly string[] {
  return figureOf(spec).explanation();
}

/**
 * A figure as a chart that can be edited in office programs; null where its kind does not go into one, or there is
 * nothing to draw: then it is a picture.
 */
export function figureChart(spec: FigureSpec): NativeChart | null {
  const chart = figureOf(spec).nativeChart();
  return chart !== null && hasValues(chart) ? chart : null;
}
