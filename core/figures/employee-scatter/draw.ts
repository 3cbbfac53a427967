import type { TextWidth } from '../figure.ts';
import type { DrawContext } from '../module.ts';
import {
  levelLine,
  linesHeight,
  pointMark,
  textAt,
  textLines,
  uprightLine,
  widest,
  wrapped,
} from '../pieces.ts';
import type { Mark, Point, Scene, SceneItem } from '../scene.ts';
import type { Theme } from '../theme.ts';
import { type } from '../theme.ts';
import { writtenBy } from '../written.ts';
import { placeLabels } from './labels.ts';
import type { EmployeeScatterSpec } from './spec.ts';
import { words } from './words.ts';

const plotHeight = 340;
const axisRoom = 46;
const topRoom = 26;
const noteGap = 8;
const pointRadius = 5;
const leastSpan = 20;
const labelHeight = 15;

/** What is written under the plot. */
function notesOf(spec: EmployeeScatterSpec, width: number, textWidth: TextWidth): string[] {
  const own = words[spec.language];
  const without = spec.without.map(({ unitName, isHidden }) => `${unitName} (${isHidden ? '..' : '-'})`);
  return [
    ...wrapped(spec.sentence, width, type.label, textWidth),
    ...(without.length === 0 ? [] : wrapped(own.without(without.join(', ')), width, type.label, textWidth)),
  ];
}

/** Names by number, for when they have no room beside their points. */
function keyOf(spec: EmployeeScatterSpec, width: number, textWidth: TextWidth): string[] {
  const names = spec.points.map(({ unitName }, at) => `${at + 1}\u00A0${unitName}`);
  return wrapped(names.join(' · '), width, type.small, textWidth);
}

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly points: readonly Point[];
  /** Middles of the names; null where they have no room and numbers stand instead. */
  readonly names: readonly Point[] | null;
  readonly ranges: { readonly x: Range; readonly y: Range };
}

type Range = readonly [low: number, high: number];

function plotOf(spec: EmployeeScatterSpec, width: number, textWidth: TextWidth): Plot {
  const ranges = { x: rangeOf(spec.points.map(({ x }) => x)), y: rangeOf(spec.points.map(({ y }) => y)) };
  const left = textWidth('100', type.small.size, type.small.weight) + 10;
  const right = width - bandNameWidth(spec, textWidth);
  const top = topRoom;
  const bottom = topRoom + plotHeight;
  const points = spec.points.map(({ x, y }): Point => [
    placed(x, ranges.x, left, right),
    placed(y, ranges.y, bottom, top),
  ]);
  const sizes = spec.points.map(({ unitName }) => ({
    width: textWidth(unitName, type.small.size, type.small.weight),
    height: labelHeight,
  }));
  return {
    left,
    right,
    top,
    bottom,
    points,
    ranges,
    names: placeLabels(points, sizes, { left: left + 2, top, right, bottom }),
  };
}

function placed(value: number, [low, high]: Range, from: number, to: number): number {
  return from + ((to - from) * (value - low)) / (high - low);
}

function bandNameWidth({ bands }: EmployeeScatterSpec, textWidth: TextWidth): number {
  const names = bands.map(({ name }) => name);
  return widest(names, type.small, textWidth) + 10;
}

/** Whole tens around the values. */
function rangeOf(values: readonly number[]): Range {
  if (values.length === 0) return [0, 100];
  let low = Math.max(0, Math.floor((Math.min(...values) - 3) / 10) * 10);
  let high = Math.min(100, Math.ceil((Math.max(...values) + 3) / 10) * 10);
  while (high - low < leastSpan) {
    if (low > 0) low -= 10;
    if (high < 100 && high - low < leastSpan) high += 10;
  }
  return [low, high];
}

function underPlot(spec: EmployeeScatterSpec, plot: Plot, width: number, textWidth: TextWidth) {
  const key = plot.names === null ? keyOf(spec, width, textWidth) : [];
  const notes = notesOf(spec, width, textWidth);
  const keyHeight = key.length === 0 ? 0 : linesHeight(key.length, type.small) + noteGap;
  return { key, notes, keyHeight, height: keyHeight + linesHeight(notes.length, type.label) + noteGap };
}

export function naturalHeight(spec: EmployeeScatterSpec, width: number, textWidth: TextWidth): number {
  const plot = plotOf(spec, width, textWidth);
  return plot.bottom + axisRoom + underPlot(spec, plot, width, textWidth).height;
}

/** A point for each unit, over the employee survey's bands; what the order tells stands under it. */
export function draw(spec: EmployeeScatterSpec, { width, height, theme, textWidth }: DrawContext): Scene {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const plot = plotOf(spec, width, textWidth);
  const under = underPlot(spec, plot, width, textWidth);
  const { left, right, top, bottom, points, ranges } = plot;
  const ground: Mark[] = [
    ...bandMarks(spec, plot, theme),
    ...ticksOf(ranges.x).flatMap((tick) => {
      const x = placed(tick, ranges.x, left, right);
      return [
        uprightLine(x, top, bottom, theme.hairline),
        textAt(String(tick), x, bottom + 12, type.small, theme.muted, 'center'),
      ];
    }),
    ...ticksOf(ranges.y).flatMap((tick) => {
      const y = placed(tick, ranges.y, bottom, top);
      return [
        levelLine(left, right, y, theme.hairline),
        textAt(String(tick), left - 8, y, type.small, theme.muted, 'right'),
      ];
    }),
    ...axisName(own.employeesAxis(spec.question), 0, 10, width, theme, textWidth, 'left'),
    ...axisName(own.surveyAxis(spec.itemName), right, bottom + 30, right - left, theme, textWidth, 'right'),
  ];
  const items = spec.points.map(({ unitName, x, y }, at): SceneItem => ({
    name: `${unitName}: ${own.survey} ${written.wholePercent(x)}, ${own.employees} ${written.wholePercent(y)}`,
    key: {},
    marks: [
      pointMark(
        'circle',
        points[at] ?? [0, 0],
        pointRadius,
        { fill: theme.accent, outline: null },
        theme.surface,
      ),
    ],
  }));
  const notesTop = bottom + axisRoom;
  const over: Mark[] = [
    ...labelMarks(spec, plot, theme, textWidth),
    ...textLines(under.key, {
      x: 0,
      y: notesTop + linesHeight(under.key.length, type.small) / 2,
      style: type.small,
      fill: theme.text2,
    }),
    ...textLines(under.notes, {
      x: 0,
      y: notesTop + under.keyHeight + linesHeight(under.notes.length, type.label) / 2,
      style: type.label,
      fill: theme.text,
    }),
  ];
  return { width, height: Math.max(height, notesTop + under.height), ground, items, top: over };
}

function ticksOf([low, high]: Range): number[] {
  const step = high - low > 50 ? 20 : 10;
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, at) => low + at * step);
}

/** On one line, shortened at the end when it is longer than the axis: the base line has it whole. */
function axisName(
  text: string,
  x: number,
  y: number,
  room: number,
  theme: Theme,
  textWidth: TextWidth,
  align: 'left' | 'right',
): Mark[] {
  const [line = '', ...more] = wrapped(text, room, type.small, textWidth);
  return [textAt(more.length === 0 ? line : `${line}…`, x, y, type.small, theme.text2, align)];
}

/** Pale grounds of the bands that the axis reaches, named at the right. */
function bandMarks(
  { bands }: EmployeeScatterSpec,
  { left, right, top, bottom, ranges }: Plot,
  theme: Theme,
): Mark[] {
  const lowestFirst = [...bands].reverse();
  const [low, high] = ranges.y;
  return lowestFirst.flatMap(({ from, name }, at): Mark[] => {
    const start = Math.max(low, from);
    const end = Math.min(high, lowestFirst[at + 1]?.from ?? 100);
    if (end <= start) return [];
    const y = placed(end, ranges.y, bottom, top);
    const tall = placed(start, ranges.y, bottom, top) - y;
    const fill = theme.bands[Math.min(at, theme.bands.length - 1)]?.fill ?? theme.surface;
    return [
      { shape: 'rect', x: left, y, width: right - left, height: tall, fill },
      ...(tall < labelHeight ? [] : [textAt(name, right + 6, y + tall / 2, type.small, theme.muted)]),
    ];
  });
}

function labelMarks(
  spec: EmployeeScatterSpec,
  { names, points, ...plot }: Plot,
  theme: Theme,
  textWidth: TextWidth,
): Mark[] {
  const texts = spec.points.map(({ unitName }, at) => (names === null ? String(at + 1) : unitName));
  const sizes = texts.map((text) => ({
    width: textWidth(text, type.small.size, type.small.weight),
    height: labelHeight - 2,
  }));
  const places = names ?? placeLabels(points, sizes, plot);
  return texts.flatMap((text, at) => {
    const place = places?.[at];
    return place === undefined
      ? []
      : [textAt(text, place[0], place[1], type.small, theme.text, 'center', theme.surface)];
  });
}
