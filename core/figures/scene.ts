import type { CustomSeriesRenderItemReturn, EChartsOption } from 'echarts';
import type { TypeStyle } from './theme.ts';
import { fontFamily as usualFamily } from './theme.ts';

/**
 * A drawing as shapes at places in px, laid out in pure code with measured texts. ECharts renders it, as SVG or on a
 * screen, and tells what is pointed at; it decides nothing about places.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What nothing happens to: axes, grid, labels. Drawn first. */
  readonly ground: readonly Mark[];
  /** What can be pointed at and clicked. */
  readonly items: readonly SceneItem[];
  /** Drawn last, over the items. */
  readonly top?: readonly Mark[];
}

/** Marks that belong to one thing in the figure. */
export interface SceneItem {
  /** What it is in words: tooltip and event name. */
  readonly name: string;
  /** What it stands for, as the window knows it: unit, year, item code. Comes back in ECharts' events as `data.key`. */
  readonly key: ItemKey;
  readonly marks: readonly Mark[];
}

export interface ItemKey {
  /** Null is the whole; absent where the mark is of no unit. */
  readonly unit?: number | null;
  readonly year?: number;
  readonly item?: string;
  readonly category?: string;
  readonly dimension?: string;
}

export type TextAlign = 'left' | 'center' | 'right';

export type Mark =
  | {
      readonly shape: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius?: number;
      readonly fill?: string;
      readonly stroke?: string;
      readonly lineWidth?: number;
    }
  | {
      readonly shape: 'line';
      readonly points: readonly Point[];
      readonly stroke: string;
      readonly lineWidth: number;
      readonly dash?: readonly number[];
    }
  | {
      readonly shape: 'area';
      readonly points: readonly Point[];
      readonly fill: string;
      readonly stroke?: string;
      readonly lineWidth?: number;
    }
  | {
      readonly shape: 'circle';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly fill: string;
      readonly stroke?: string;
      readonly lineWidth?: number;
      readonly dash?: readonly number[];
    }
  | TextMark;

/** One line of text, its middle at `y`. */
export interface TextMark {
  readonly shape: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly style: TypeStyle;
  readonly fill: string;
  /** Left unless told. */
  readonly align?: TextAlign;
  /** A colour drawn around the letters, so that they are read over lines. */
  readonly halo?: string;
  /** Turned a quarter to the left: read upwards. */
  readonly upwards?: boolean;
}

export type Point = readonly [x: number, y: number];

/** All marks of a scene in the order they are drawn. */
export function marksOf({ ground, items, top = [] }: Scene): Mark[] {
  return [...ground, ...items.flatMap(({ marks }) => marks), ...top];
}

/** The options that make ECharts draw a scene. */
export function sceneOption(scene: Scene, fontFamily: string = usualFamily): EChartsOption {
  const layers = [
    { name: 'ground', silent: true, items: [{ name: '', key: {}, marks: scene.ground }] },
    { name: 'items', silent: false, items: scene.items },
    { name: 'top', silent: true, items: [{ name: '', key: {}, marks: scene.top ?? [] }] },
  ].filter(({ items }) => items.some(({ marks }) => marks.length > 0));
  return {
    animation: false,
    backgroundColor: 'transparent',
    series: layers.map(({ name, silent, items }) => ({
      type: 'custom',
      name,
      silent,
      coordinateSystem: 'none',
      data: items.map((item, at) => ({ name: item.name, value: at, key: item.key })),
      renderItem: ({ dataIndex }): CustomSeriesRenderItemReturn => ({
        type: 'group',
        // Colours stay as they are under the pointer: the window marks what is pointed at.
        emphasisDisabled: true,
        children: (items[dataIndex]?.marks ?? []).map((mark) => element(mark, fontFamily)),
      }),
    })),
  };
}

type Element = Exclude<CustomSeriesRenderItemReturn, null | undefined>;

function element(mark: Mark, fontFamily: string): Element {
  switch (mark.shape) {
    case 'rect': {
      const { x, y, width, height, radius = 0 } = mark;
      return { type: 'rect', shape: { x, y, width, height, r: radius }, style: areaStyle(mark) };
    }
    case 'line':
      return {
        type: 'polyline',
        shape: { points: mark.points.map(([x, y]) => [x, y]) },
        style: {
          fill: 'none',
          stroke: mark.stroke,
          lineWidth: mark.lineWidth,
          lineDash: mark.dash === undefined ? 'solid' : [...mark.dash],
        },
      };
    case 'area':
      return {
        type: 'polygon',
        shape: { points: mark.points.map(([x, y]) => [x, y]) },
        style: areaStyle(mark),
      };
    case 'circle': {
      const style = areaStyle(mark);
      return {
        type: 'circle',
        shape: { cx: mark.x, cy: mark.y, r: mark.r },
        style: mark.dash === undefined ? style : { ...style, lineDash: [...mark.dash] },
      };
    }
    case 'text':
      return {
        type: 'text',
        x: mark.x,
        y: mark.y,
        rotation: mark.upwards === true ? Math.PI / 2 : 0,
        style: {
          text: mark.text,
          x: 0,
          y: 0,
          font: `${mark.style.weight} ${mark.style.size}px '${fontFamily}'`,
          fill: mark.fill,
          align: mark.align ?? 'left',
          verticalAlign: 'middle',
          ...(mark.halo === undefined ? {} : { stroke: mark.halo, lineWidth: haloWidth }),
        },
      };
  }
}

const haloWidth = 5;

function areaStyle({
  fill,
  stroke,
  lineWidth,
}: {
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
}) {
  return {
    fill: fill ?? 'none',
    ...(stroke === undefined ? {} : { stroke, lineWidth: lineWidth ?? 1 }),
  };
}
