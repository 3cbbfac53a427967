import type { Axis } from '../axis.ts';
import { axisMarks, xOn } from '../axis.ts';
import type { TextWidth } from '../figure.ts';
import { changeText, emptiness, emptyHeight, emptyScene, specChangeMark } from '../marks.ts';
import type { DrawContext } from '../module.ts';
import { levelLine, linesHeight, textAt, textLines, uprightLine, widest, wrapped } from '../pieces.ts';
import type { Mark, Scene, SceneItem } from '../scene.ts';
import type { Theme } from '../theme.ts';
import { rowHeights, type } from '../theme.ts';
import { writtenBy } from '../written.ts';
import type { ChangeRow, ChangeSpec } from './spec.ts';

const headRoom = 26;
const labelGap = 14;
const indent = 10;
const columnGap = 16;
const widestLabelShare = 0.36;
const ringRadius = 5.5;
/** More rows than these stand closer. */
const fewRows = 12;

interface Row {
  readonly row: ChangeRow;
  readonly name: readonly string[];
  readonly top: number;
  readonly height: number;
}

interface Layout {
  readonly rows: readonly Row[];
  readonly axis: Axis;
  readonly valueRight: number;
  readonly hasChange: boolean;
  /** The middle of the marks of change. */
  readonly markX: number;
  readonly height: number;
}

function layOut(spec: ChangeSpec, width: number, textWidth: TextWidth): Layout {
  const labelWidth = Math.min(
    width * widestLabelShare,
    Math.max(
      ...spec.rows.map(({ name, level }) =>
        level === 'category'
          ? textWidth(name, type.labelStrong.size, type.labelStrong.weight)
          : indent + textWidth(name, type.label.size, type.label.weight),
      ),
    ),
  );
  const least = spec.rows.length > fewRows ? rowHeights.matrix : rowHeights.list;
  let top = headRoom;
  const rows = spec.rows.map((row): Row => {
    const isItem = row.level === 'item';
    const style = isItem ? type.label : type.labelStrong;
    const name = wrapped(row.name, labelWidth - (isItem ? indent : 0), style, textWidth);
    const height = Math.max(least, linesHeight(name.length, style) + 6);
    const own = { row, name, top, height };
    top += height;
    return own;
  });
  const hasChange = spec.years.length > 1;
  const changeWidth = hasChange
    ? columnGap +
      14 +
      Math.max(
        widest(
          spec.rows.map(({ change }) => changeText(change, spec.measure, spec)),
          type.label,
          textWidth,
        ),
        textWidth(changeHeading(spec), type.small.size, type.small.weight) - 14,
      )
    : 0;
  const valueWidth = Math.max(
    widest(
      spec.rows.map((row) => newestText(row, spec)),
      type.labelStrong,
      textWidth,
    ),
    textWidth(String(spec.years[0] ?? ''), type.small.size, type.small.weight),
  );
  const valueRight = width - changeWidth;
  return {
    rows,
    axis: {
      ...rangeOf(spec),
      left: labelWidth + labelGap + ringRadius,
      right: valueRight - valueWidth - columnGap - ringRadius,
    },
    valueRight,
    hasChange,
    markX:
      width -
      11 -
      widest(
        spec.rows.map(({ change }) => changeText(change, spec.measure, spec)),
        type.labelStrong,
        textWidth,
      ),
    height: top + 4,
  };
}

/** Dots may stand on a cut scale: whole steps around everything that is drawn. */
function rangeOf({ rows, lowest, highest, measure }: ChangeSpec): Pick<Axis, 'lowest' | 'highest'> {
  const step = measure === 'mean' ? 0.5 : 5;
  const values = rows
    .flatMap((row) =>
      row.values.flatMap(({ value, ciLow, ciHigh }, at) => (at === 0 ? [value, ciLow, ciHigh] : [value])),
    )
    .filter((value) => value !== null);
  if (values.length === 0) return { lowest, highest };
  let low = Math.max(lowest, Math.floor(Math.min(...values) / step) * step);
  let high = Math.min(highest, Math.ceil(Math.max(...values) / step) * step);
  while (high - low < 2 * step) {
    if (high + step <= highest) high += step;
    else low -= step;
  }
  return { lowest: low, highest: high };
}

function changeHeading({ years }: ChangeSpec): string {
  const [newest, before] = years;
  return before === undefined ? '' : `${before} → ${newest ?? ''}`;
}

function newestText({ values }: ChangeRow, spec: ChangeSpec): string {
  const written = writtenBy(spec);
  const [newest] = values;
  const isHidden = newest !== undefined && newest.hidden !== null;
  const value = newest?.value ?? null;
  return spec.measure === 'mean' ? written.mean(value, isHidden) : written.percent(value, isHidden);
}

export function naturalHeight(spec: ChangeSpec, width: number, textWidth: TextWidth): number {
  return emptinessOf(spec) !== 'shown' ? emptyHeight : layOut(spec, width, textWidth).height;
}

function emptinessOf({ rows }: ChangeSpec): ReturnType<typeof emptiness> {
  return emptiness(rows.flatMap(({ values }) => values));
}

/** A row for each item: older years as ticks, the year before as a dot, the newest as a ring. */
export function draw(spec: ChangeSpec, { width, height, theme, textWidth }: DrawContext): Scene {
  const state = emptinessOf(spec);
  if (state !== 'shown') return emptyScene(spec, state === 'hidden', { width, height, theme });
  const { rows, axis, valueRight, hasChange, markX, height: own } = layOut(spec, width, textWidth);
  const ground: Mark[] = [
    ...axisMarks(axis, {
      y: 8,
      bottom: own - 4,
      theme,
      isPercent: spec.measure === 'percent',
      language: spec.language,
    }),
    textAt(String(spec.years[0] ?? ''), valueRight, 8, type.small, theme.muted, 'right'),
    ...(hasChange ? [textAt(changeHeading(spec), width, 8, type.small, theme.muted, 'right')] : []),
    ...rows.flatMap(({ row, top }, at) => [
      levelLine(0, width, top, at === 0 || row.level === 'category' ? theme.strongHairline : theme.hairline),
    ]),
    ...rows.flatMap(({ row, name, top, height: tall }) =>
      textLines(name, {
        x: row.level === 'item' ? indent : 0,
        y: top + tall / 2,
        style: row.level === 'item' ? type.label : type.labelStrong,
        fill: theme.text,
      }),
    ),
  ];
  const items = rows.map(({ row, top, height: tall }): SceneItem => {
    const y = top + tall / 2;
    const text = newestText(row, spec);
    const difference = changeText(row.change, spec.measure, spec);
    const style = row.level === 'item' ? type.label : type.labelStrong;
    return {
      name: `${row.name}: ${text}${difference === '' ? '' : ` (${difference})`}`,
      key: row.level === 'item' ? { item: row.code } : { category: row.code },
      marks: [
        ...dumbbell(row, spec, axis, y, theme),
        textAt(text, valueRight, y, type.labelStrong, theme.text, 'right'),
        ...(hasChange
          ? [
              ...specChangeMark(row.change, spec.measure, [markX, y], spec, theme),
              textAt(difference, width, y, style, theme.text, 'right'),
            ]
          : []),
      ],
    };
  });
  return { width, height: Math.max(height, own), ground, items };
}

function dumbbell(
  { values, change }: ChangeRow,
  spec: ChangeSpec,
  axis: Axis,
  y: number,
  theme: Theme,
): Mark[] {
  const [newest, before, ...older] = values;
  const x = newest === undefined || newest.value === null ? null : xOn(axis, newest.value);
  const from = before === undefined || before.value === null ? null : xOn(axis, before.value);
  const isSure = change.verdict === 'risen' || change.verdict === 'fallen';
  const colour =
    change.verdict === 'risen' ? theme.accent : change.verdict === 'fallen' ? theme.fallen : null;
  const marks: Mark[] = [];
  if (newest !== undefined && newest.ciLow !== null && newest.ciHigh !== null) {
    const left = xOn(axis, newest.ciLow);
    marks.push({
      shape: 'rect',
      x: left,
      y: y - 3.5,
      width: xOn(axis, newest.ciHigh) - left,
      height: 7,
      radius: 2,
      fill: theme.hairline,
    });
  }
  older.forEach(({ value }, at) => {
    if (value === null) return;
    const tick = theme.years[at + 2] ?? theme.years.at(-1);
    marks.push(uprightLine(xOn(axis, value), y - 5, y + 5, tick?.outline ?? theme.muted, 2));
  });
  if (x !== null && from !== null) {
    marks.push(levelLine(from, x, y, colour ?? theme.controlBorder, isSure ? 2.2 : 1.4));
  }
  if (from !== null) {
    marks.push({ shape: 'circle', x: from, y, r: 3.5, fill: theme.years[1]?.fill ?? theme.accent });
  }
  if (x === null) return marks;
  const ring = colour ?? theme.years[0]?.fill ?? theme.accent;
  const isFull = spec.years.length < 2 || (isSure && change.isFirm);
  marks.push({
    shape: 'circle',
    x,
    y,
    r: ringRadius,
    fill: isFull ? ring : theme.surface,
    stroke: ring,
    lineWidth: 1.6,
  });
  if (isSure && !change.isFirm) marks.push(halfDisc(x, y, ringRadius - 0.8, ring));
  return marks;
}

/** The left half of a disc. */
function halfDisc(x: number, y: number, r: number, fill: string): Mark {
  const steps = 12;
  return {
    shape: 'area',
    points: Array.from({ length: steps + 1 }, (_, at) => {
      const angle = Math.PI / 2 + (at / steps) * Math.PI;
      return [round(x + r * Math.cos(angle)), round(y + r * Math.sin(angle))] as const;
    }),
    fill,
  };
}

/** Sines differ in their last digit between machines. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
