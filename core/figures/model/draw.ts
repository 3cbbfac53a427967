import type { SpecValue, TextWidth } from '../figure.ts';
import { changeText, emptiness, emptyHeight, emptyScene, specChangeMark } from '../marks.ts';
import type { DrawContext } from '../module.ts';
import { linesHeight, textAt, textLines, widest, wrapped } from '../pieces.ts';
import type { ItemKey, Mark, Scene, SceneItem } from '../scene.ts';
import type { Fill, Theme, TypeStyle } from '../theme.ts';
import { type } from '../theme.ts';
import { writtenBy } from '../written.ts';
import type { ModelPart, ModelSpec } from './spec.ts';
import { words } from './words.ts';

const headHeight = 30;
const yearsHeight = 22;
const itemHeight = 25;
const gap = 2;
const dimensionGap = 8;
const padding = 9;
const cellGap = 10;
const value: TypeStyle = { size: 18, weight: 600 };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PlacedItem {
  readonly part: ModelPart<string>;
  readonly box: Box;
  readonly name: readonly string[];
}

interface Placed {
  readonly part: ModelPart<string>;
  readonly box: Box;
  readonly key: ItemKey;
}

interface Layout {
  readonly dimensions: readonly Placed[];
  readonly categories: readonly Placed[];
  readonly items: readonly PlacedItem[];
  /** The middles of the columns of years, in the order of the spec's years. */
  readonly cellWidth: number;
  readonly cellsLeft: number;
  /** The middle of the marks of the items' changes. */
  readonly markX: number;
  readonly height: number;
}

function layOut(spec: ModelSpec, width: number, textWidth: TextWidth): Layout {
  const parts = spec.dimensions.flatMap(({ categories }) => categories.flatMap(({ items }) => items));
  const hasChange = spec.years.length > 1;
  const changeWidth = hasChange
    ? 22 +
      widest(
        parts.map(({ change }) => (change === null ? '' : changeText(change, spec.measure, spec))),
        type.label,
        textWidth,
      )
    : 0;
  const cellWidth =
    Math.max(
      widest(
        parts.flatMap((part) => part.values.map((own) => itemText(own, spec))),
        type.labelStrong,
        textWidth,
      ),
      textWidth('2000', type.smallStrong.size, type.smallStrong.weight),
    ) + 14;
  const cellsWidth = spec.years.length * (cellWidth + gap);
  const left = width - changeWidth - cellsWidth;
  const longest = widest(
    parts.map(({ name }) => name),
    type.label,
    textWidth,
  );
  const nameWidth = Math.min(longest + cellGap + gap, left * 0.42);
  const blocks = left - nameWidth - padding;
  const dimensionWidth = Math.min(150, blocks * 0.46);
  const categoryLeft = dimensionWidth + gap;
  const categoryWidth = Math.min(180, blocks - categoryLeft);
  const itemLeft = categoryLeft + categoryWidth + gap;
  const dimensions: Placed[] = [];
  const categories: Placed[] = [];
  const items: PlacedItem[] = [];
  let y = headHeight + yearsHeight;
  for (const dimension of spec.dimensions) {
    const dimensionTop = y;
    for (const category of dimension.categories) {
      const names = category.items.map(({ name }) =>
        wrapped(name, left - itemLeft - padding - cellGap, type.label, textWidth),
      );
      const heights = names.map((lines) => Math.max(itemHeight, linesHeight(lines.length, type.label) + 8));
      const own = heights.reduce((sum, height) => sum + height, 0);
      const wanted = Math.max(own, blockHeight(category, categoryWidth, spec, textWidth));
      const stretch = (wanted - own) / Math.max(1, heights.length);
      const categoryTop = y;
      category.items.forEach((part, at) => {
        const height = (heights[at] ?? itemHeight) + stretch;
        items.push({
          part,
          box: { x: itemLeft, y, width: width - itemLeft, height: height - gap },
          name: names[at] ?? [],
        });
        y += height;
      });
      categories.push({
        part: category,
        key: { category: category.code },
        box: { x: categoryLeft, y: categoryTop, width: categoryWidth, height: y - categoryTop - gap },
      });
    }
    dimensions.push({
      part: dimension,
      key: { dimension: dimension.code },
      box: { x: 0, y: dimensionTop, width: dimensionWidth, height: y - dimensionTop - gap },
    });
    y += dimensionGap;
  }
  return {
    dimensions,
    categories,
    items,
    cellWidth,
    cellsLeft: left,
    markX: width - changeWidth + 11,
    height: y,
  };
}

/** What a block needs for its name, its value and its change. */
function blockHeight(part: ModelPart<string>, width: number, spec: ModelSpec, textWidth: TextWidth): number {
  const lines = wrapped(part.name, width - 2 * padding, type.labelStrong, textWidth).length;
  const changeHeight = part.change === null || spec.years.length < 2 ? 0 : linesHeight(1, type.small) + 3;
  return 2 * 7 + linesHeight(lines, type.labelStrong) + linesHeight(1, value) + changeHeight + gap;
}

export function naturalHeight(spec: ModelSpec, width: number, textWidth: TextWidth): number {
  return emptinessOf(spec) !== 'shown' ? emptyHeight : layOut(spec, width, textWidth).height;
}

/** A maturity that was published without anything behind it is shown too. */
function emptinessOf({ maturity, dimensions }: ModelSpec): ReturnType<typeof emptiness> {
  const parts = dimensions.flatMap((dimension) => [
    dimension,
    ...dimension.categories.flatMap((category) => [category, ...category.items]),
  ]);
  return emptiness([...maturity, ...parts.flatMap(({ values }) => values)]);
}

/** Dimensions at the left, their categories beside them, the items at the right with a cell for each year. */
export function draw(spec: ModelSpec, { width, height, theme, textWidth }: DrawContext): Scene {
  const state = emptinessOf(spec);
  if (state !== 'shown') return emptyScene(spec, state === 'hidden', { width, height, theme });
  const layout = layOut(spec, width, textWidth);
  const { cellWidth, cellsLeft, markX } = layout;
  const written = writtenBy(spec);
  const own = words[spec.language];
  const [maturity, before] = spec.maturity;
  const percentText = ({ value: percent, hidden }: SpecValue): string =>
    written.percent(percent, hidden !== null);
  const head = maturity === undefined ? '' : `${own.maturity} ${percentText(maturity)}`;
  const earlier = before === undefined ? '' : `${spec.years[1] ?? ''}: ${percentText(before)}`;
  const ground: Mark[] = [
    textAt(head, 0, 12, value, theme.text),
    textAt(earlier, textWidth(head, value.size, value.weight) + 12, 13, type.label, theme.text2),
    ...spec.years.map((year, at) =>
      textAt(
        String(year),
        cellX(layout, spec, at) + cellWidth / 2,
        headHeight + yearsHeight / 2,
        at === 0 ? type.smallStrong : type.small,
        at === 0 ? theme.text : theme.muted,
        'center',
      ),
    ),
  ];
  const items: SceneItem[] = [
    ...[...layout.dimensions, ...layout.categories].map((placed) =>
      blockItem(placed, spec, theme, textWidth),
    ),
    ...layout.items.map(({ part, box, name }): SceneItem => {
      const y = box.y + box.height / 2;
      const difference = part.change === null ? '' : changeText(part.change, spec.measure, spec);
      const newest = part.values[0];
      return {
        name: `${part.name}: ${newest === undefined ? '-' : itemText(newest, spec)}`,
        key: { item: part.code },
        marks: [
          { shape: 'rect', ...box, width: cellsLeft - box.x - gap, fill: theme.canvas },
          ...textLines(name, { x: box.x + padding, y, style: type.label, fill: theme.text }),
          ...part.values.flatMap((one, at): Mark[] => {
            const fill = rampFill(one.value, spec.lowest, spec.highest, theme);
            const x = cellX(layout, spec, at);
            return [
              {
                shape: 'rect',
                x,
                y: box.y,
                width: cellWidth,
                height: box.height,
                fill: fill?.fill ?? theme.canvas,
              },
              textAt(
                itemText(one, spec),
                x + cellWidth / 2,
                y,
                at === 0 ? type.labelStrong : type.label,
                fill?.onFill ?? theme.muted,
                'center',
              ),
            ];
          }),
          ...(part.change === null
            ? []
            : [
                ...specChangeMark(part.change, spec.measure, [markX, y], spec, theme),
                textAt(difference, width, y, type.label, theme.text2, 'right'),
              ]),
        ],
      };
    }),
  ];
  return { width, height: Math.max(height, layout.height), ground, items };
}

/** The left of a year's cells; the oldest stands first. */
function cellX({ cellsLeft, cellWidth }: Layout, { years }: ModelSpec, at: number): number {
  return cellsLeft + (years.length - 1 - at) * (cellWidth + gap);
}

function blockItem(
  { part, box, key }: Placed,
  spec: ModelSpec,
  theme: Theme,
  textWidth: TextWidth,
): SceneItem {
  const written = writtenBy(spec);
  const [newest] = part.values;
  const percent = newest?.value ?? null;
  const fill = rampFill(percent, 0, 100, theme);
  const ink = fill?.onFill ?? theme.text;
  const text = written.percent(percent, newest !== undefined && newest.hidden !== null);
  const lines = wrapped(part.name, box.width - 2 * padding, type.labelStrong, textWidth);
  const nameHeight = linesHeight(lines.length, type.labelStrong);
  const valueHeight = linesHeight(1, value);
  const difference = part.change === null ? '' : changeText(part.change, 'percent', spec);
  const changeHeight = difference === '' ? 0 : linesHeight(1, type.small) + 3;
  const top = box.y + (box.height - nameHeight - valueHeight - changeHeight) / 2;
  const x = box.x + padding;
  const changeY = top + nameHeight + valueHeight + changeHeight / 2 + 1;
  return {
    name: `${part.name}: ${text}`,
    key,
    marks: [
      { shape: 'rect', ...box, fill: fill?.fill ?? theme.canvas },
      ...textLines(lines, { x, y: top + nameHeight / 2, style: type.labelStrong, fill: ink }),
      textAt(text, x, top + nameHeight + valueHeight / 2, value, ink),
      ...(part.change === null || difference === ''
        ? []
        : [
            ...specChangeMark(part.change, 'percent', [x + 5, changeY], spec, theme),
            textAt(difference, x + 16, changeY, type.small, ink),
          ]),
    ],
  };
}

/** An item's value in writing. */
export function itemText({ value: one, hidden }: SpecValue, spec: ModelSpec): string {
  const written = writtenBy(spec);
  return spec.measure === 'mean' ? written.mean(one, hidden !== null) : written.percent(one, hidden !== null);
}

/** The step of the ramp that a value lies in; undefined where there is none. */
export function rampFill(
  one: number | null,
  lowest: number,
  highest: number,
  { ramp }: Theme,
): Fill | undefined {
  if (one === null) return undefined;
  const step = Math.floor(((one - lowest) / (highest - lowest)) * ramp.length);
  return ramp[Math.max(0, Math.min(ramp.length - 1, step))];
}
