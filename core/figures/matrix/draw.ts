import type { TextWidth } from '../figure.ts';
import type { DrawContext } from '../module.ts';
import { levelLine, linesHeight, textAt, textLines, widest, wrapped } from '../pieces.ts';
import type { ItemKey, Mark, Scene, SceneItem } from '../scene.ts';
import type { Fill, Theme } from '../theme.ts';
import { rowHeights, type } from '../theme.ts';
import { changeMark, changeMarkReach } from '../verdict-piece.ts';
import type { Written } from '../written.ts';
import { writtenBy, writtenDifference } from '../written.ts';
import type { MatrixCell, MatrixColumn, MatrixRow } from './data.ts';
import type { MatrixSpec } from './spec.ts';

const rowHeight = rowHeights.matrix;
const categoryGap = 7;
/** What letters may reach above their line. */
const topRoom = 3;
const panelGap = 26;
const labelGap = 12;
const cellGap = 2;
const headingGap = 8;
const widestLabel = 230;
const indent = 10;
const widestColumn = 110;
/** Headings that need more lines than this lie down no more: they are turned to stand. */
const mostHeadingLines = 3;
const headingLine = type.small.size * 1.2;

/** Columns that stand beside each other; a matrix with many columns is parted into panels under each other. */
interface Panel {
  readonly columns: readonly MatrixColumn[];
  readonly from: number;
  readonly headings: readonly (readonly string[])[];
  readonly isUpright: boolean;
  readonly headingHeight: number;
}

interface Layout {
  readonly labelWidth: number;
  readonly columnWidth: number;
  /** The widest value, which signs stand before. */
  readonly valueWidth: number;
  readonly panels: readonly Panel[];
  readonly rows: readonly { readonly lines: readonly string[]; readonly height: number }[];
  readonly rowsHeight: number;
  readonly height: number;
}

function layOut(spec: MatrixSpec, width: number, textWidth: TextWidth): Layout {
  const written = writtenBy(spec);
  const labelWidth = Math.min(
    widestLabel,
    Math.max(
      ...spec.rows.map(({ name, level }) =>
        level === 'category'
          ? textWidth(name, type.labelStrong.size, type.labelStrong.weight)
          : indent + textWidth(name, type.label.size, type.label.weight),
      ),
      0,
    ),
  );
  const cellTexts = spec.rows.flatMap(({ cells }) => cells.map((cell) => cellText(cell, spec, written)));
  const mark = spec.show === 'change' ? changeMarkReach * 2 + 6 : 0;
  const valueWidth = widest([...cellTexts, '100'], type.labelStrong, textWidth);
  const narrowest = valueWidth + mark + 10;
  const room = width - labelWidth - labelGap;
  const perPanel = Math.max(1, Math.floor(room / narrowest));
  const panelCount = Math.max(1, Math.ceil(spec.columns.length / perPanel));
  const columnsEach = Math.max(1, Math.ceil(spec.columns.length / panelCount));
  const columnWidth = Math.min(widestColumn, room / columnsEach);
  const panels = Array.from({ length: panelCount }, (_, at): Panel => {
    const columns = spec.columns.slice(at * columnsEach, (at + 1) * columnsEach);
    return { columns, from: at * columnsEach, ...headingsOf(columns, columnWidth, textWidth) };
  });
  const rows = spec.rows.map(({ name, level }) => {
    const isCategory = level === 'category';
    const style = isCategory ? type.labelStrong : type.label;
    const lines = wrapped(name, labelWidth - (isCategory ? 0 : indent), style, textWidth);
    return { lines, height: Math.max(rowHeight, linesHeight(lines.length, style) + 6) };
  });
  const categories = spec.rows.filter(({ level }) => level === 'category').length;
  const rowsHeight =
    rows.reduce((sum, row) => sum + row.height, 0) + Math.max(0, categories - 1) * categoryGap;
  const height = panels.reduce((sum, { headingHeight }) => sum + headingHeight + headingGap + rowsHeight, 0);
  return {
    labelWidth,
    columnWidth,
    valueWidth,
    panels,
    rows,
    rowsHeight,
    height: height + (panelCount - 1) * panelGap + 2 * topRoom,
  };
}

function headingsOf(
  columns: readonly MatrixColumn[],
  columnWidth: number,
  textWidth: TextWidth,
): Pick<Panel, 'headings' | 'isUpright' | 'headingHeight'> {
  const lying = columns.map(({ name }) => wrapped(name, columnWidth - 6, type.small, textWidth));
  const isWhole = lying.every((lines, at) => lines.join(' ') === columns[at]?.name);
  const mostLying = Math.max(0, ...lying.map((lines) => lines.length));
  if (isWhole && mostLying <= mostHeadingLines) {
    return { headings: lying, isUpright: false, headingHeight: mostLying * headingLine };
  }
  const lines = Math.max(1, Math.floor((columnWidth - 2) / headingLine));
  const longest = widest(
    columns.map(({ name }) => name),
    type.small,
    textWidth,
  );
  for (let length = 80; ; length += 20) {
    const standing = columns.map(({ name }) => wrapped(name, length, type.small, textWidth));
    const fits = standing.every((own, at) => own.length <= lines && own.join(' ') === columns[at]?.name);
    if (fits || length > longest) {
      return {
        headings: standing,
        isUpright: true,
        headingHeight: Math.max(...standing.map((own) => widest(own, type.small, textWidth))),
      };
    }
  }
}

export function naturalHeight(spec: MatrixSpec, width: number, textWidth: TextWidth): number {
  return layOut(spec, width, textWidth).height;
}

/** A cell for each item and column; categories stand over their items. */
export function draw(spec: MatrixSpec, { width, height, theme, textWidth }: DrawContext): Scene {
  const layout = layOut(spec, width, textWidth);
  const { labelWidth, columnWidth, valueWidth, panels, rows, rowsHeight } = layout;
  const written = writtenBy(spec);
  const left = labelWidth + labelGap;
  const ground: Mark[] = [];
  const items: SceneItem[] = [];
  let top = topRoom;
  for (const panel of panels) {
    const headingBottom = top + panel.headingHeight;
    panel.headings.forEach((lines, at) => {
      ground.push(
        ...headingMarks(lines, left + (at + 0.5) * columnWidth, headingBottom, panel.isUpright, theme),
      );
    });
    let y = headingBottom + headingGap;
    const right = left + panel.columns.length * columnWidth;
    spec.rows.forEach((row, line) => {
      const isCategory = row.level === 'category';
      if (isCategory) {
        if (line > 0) y += categoryGap;
        ground.push(levelLine(0, right, y, theme.strongHairline));
      }
      const { lines, height: tall } = rows[line] ?? { lines: [row.name], height: rowHeight };
      const middle = y + tall / 2;
      const label = isCategory ? type.labelStrong : type.label;
      ground.push(
        ...textLines(lines, { x: isCategory ? 0 : indent, y: middle, style: label, fill: theme.text }),
      );
      panel.columns.forEach((column, at) => {
        const cell = row.cells[panel.from + at];
        if (cell === undefined) return;
        const x = left + at * columnWidth;
        items.push({
          name: `${row.name}, ${column.name}: ${cellText(cell, spec, written)}`,
          key: keyOf(row, column),
          marks: cellMarks(
            cell,
            isCategory,
            { x, y, middle, width: columnWidth, height: tall, valueWidth },
            spec,
            written,
            theme,
          ),
        });
      });
      y += tall;
    });
    top = headingBottom + headingGap + rowsHeight + panelGap;
  }
  return { width, height: Math.max(height, layout.height), ground, items };
}

function keyOf(row: MatrixRow, { unit, year }: MatrixColumn): ItemKey {
  return { unit, year, ...(row.level === 'category' ? { category: row.code } : { item: row.code }) };
}

function headingMarks(
  lines: readonly string[],
  middle: number,
  bottom: number,
  isUpright: boolean,
  theme: Theme,
): Mark[] {
  if (!isUpright) {
    const y = bottom - (lines.length * headingLine) / 2;
    return textLines(lines, { x: middle, y, style: type.small, fill: theme.text2, align: 'center' });
  }
  return lines.map((text, at) => ({
    shape: 'text',
    text,
    x: middle + (at - (lines.length - 1) / 2) * headingLine,
    y: bottom,
    style: type.small,
    fill: theme.text2,
    align: 'left',
    upwards: true,
  }));
}

function cellMarks(
  cell: MatrixCell,
  isCategory: boolean,
  place: {
    readonly x: number;
    readonly y: number;
    readonly middle: number;
    readonly width: number;
    readonly height: number;
    readonly valueWidth: number;
  },
  spec: MatrixSpec,
  written: Written,
  theme: Theme,
): Mark[] {
  const { x, y, middle, width, height, valueWidth } = place;
  const text = cellText(cell, spec, written);
  const style = isCategory ? type.labelStrong : type.label;
  const centre = x + width / 2;
  if (spec.show === 'change') {
    const ink = cell.value === null ? theme.muted : theme.text;
    const marked = { ...cell, shownValue: shownChange(cell, spec) };
    const right = centre + valueWidth / 2 + changeMarkReach;
    return [
      ...changeMark(marked, [right - valueWidth - changeMarkReach - 3, middle], theme),
      textAt(text, right, middle, style, ink, 'right'),
    ];
  }
  const fill = fillOf(cell.value, spec, theme);
  return [
    {
      shape: 'rect',
      x: x + cellGap / 2,
      y: y + cellGap / 2,
      width: width - cellGap,
      height: height - cellGap,
      fill: fill?.fill ?? theme.canvas,
    },
    textAt(text, centre, middle, style, fill?.onFill ?? theme.muted, 'center'),
  ];
}

/** The colour of the sixth of the range that a value lies in. */
function fillOf(value: number | null, { lowest, highest }: MatrixSpec, { ramp }: Theme): Fill | undefined {
  if (value === null) return undefined;
  const step = Math.floor(((value - lowest) / (highest - lowest)) * ramp.length);
  return ramp[Math.max(0, Math.min(ramp.length - 1, step))];
}

/** A value as it is written in its cell. */
export function cellText(
  { value, hidden }: MatrixCell,
  { show, measure }: Pick<MatrixSpec, 'show' | 'measure'>,
  written: Written,
): string {
  const isHidden = hidden !== null;
  if (show === 'change') return written.difference(value, measure, isHidden);
  return measure === 'mean' ? written.mean(value, isHidden) : written.percent(value, isHidden);
}

/** A change rounded as it is shown. */
export function shownChange({ value }: MatrixCell, { measure, format }: MatrixSpec): number | null {
  return value === null ? null : writtenDifference(value, measure, format);
}
