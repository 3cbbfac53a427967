import type { TextWidth } from '../figure.ts';
import type { Axis } from '../axis.ts';
import { axisMarks, xOn } from '../axis.ts';
import { changeText, emptiness, emptyHeight, emptyScene, specChangeMark } from '../marks.ts';
import type { DrawContext } from '../module.ts';
import {
  filled,
  levelLine,
  linesHeight,
  textAt,
  textLines,
  uprightLine,
  whisker,
  widest,
  wrapped,
} from '../pieces.ts';
import type { Mark, Scene, SceneItem } from '../scene.ts';
import type { Shade, Theme } from '../theme.ts';
import { type } from '../theme.ts';
import { words as shared } from '../words.ts';
import type { Written } from '../written.ts';
import { writtenBy } from '../written.ts';
import type { CategoryBarsSpec, ItemBar, ItemBars } from './spec.ts';

const headRoom = 30;
const barHeight = 16;
const barGap = 2;
const blockPadding = 9;
const labelGap = 12;
const dontKnowBar = 44;
const columnGap = 16;
const widestLabelShare = 0.3;
/** Under this width the difference is left to its mark. */
const roomyWidth = 520;

interface Block {
  readonly item: ItemBars;
  readonly name: readonly string[];
  readonly top: number;
  readonly height: number;
  /** The middle of each bar. */
  readonly middles: readonly number[];
}

interface Layout {
  readonly axis: Axis;
  readonly blocks: readonly Block[];
  /** Names beside the bars, where they do not stand inside. */
  readonly barNames: readonly (readonly string[])[];
  readonly labelWidth: number;
  readonly dontKnowLeft: number;
  /** Of the signed numbers; null where there is no change to show. */
  readonly changeRight: number | null;
  /** The middle of the marks before them. */
  readonly markX: number;
  readonly height: number;
}

function layOut(spec: CategoryBarsSpec, width: number, textWidth: TextWidth): Layout {
  const written = writtenBy(spec);
  const most = width * widestLabelShare;
  const isByUnit = spec.by === 'unit';
  const names = isByUnit ? spec.series.map(({ name }) => name) : spec.items.map(({ name }) => name);
  const labelWidth = Math.min(most, widest(names, isByUnit ? type.small : type.labelMedium, textWidth));
  const barNames = isByUnit
    ? spec.series.map(({ name }) => wrapped(name, labelWidth, type.small, textWidth))
    : [];
  const pitches = spec.series.map(
    (_, at) => Math.max(barHeight, linesHeight(barNames[at]?.length ?? 0, type.small)) + barGap,
  );
  let top = headRoom;
  const blocks = spec.items.map((item): Block => {
    const name = wrapped(item.name, isByUnit ? width : labelWidth, type.labelMedium, textWidth);
    const nameHeight = linesHeight(name.length, type.labelMedium);
    const barsHeight = pitches.reduce((sum, pitch) => sum + pitch, -barGap);
    const inner = isByUnit ? nameHeight + 6 + barsHeight : Math.max(nameHeight, barsHeight);
    let y = top + blockPadding + (isByUnit ? nameHeight + 6 : (inner - barsHeight) / 2);
    const middles = pitches.map((pitch) => {
      const middle = y + (pitch - barGap) / 2;
      y += pitch;
      return middle;
    });
    const block = { item, name, top, height: inner + 2 * blockPadding, middles };
    top += block.height;
    return block;
  });
  const changes = spec.items.flatMap(({ change }) => (change === null ? [] : [change]));
  const changeWidth =
    changes.length === 0
      ? 0
      : 14 +
        (width < roomyWidth
          ? 0
          : 6 +
            widest(
              changes.map((change) => changeText(change, spec.measure, spec)),
              type.small,
              textWidth,
            ));
  const dontKnowText = widest(
    [...spec.items.flatMap(({ bars }) => bars.map((bar) => dontKnowOf(bar, written))), '00\u00A0%'],
    type.small,
    textWidth,
  );
  const heading = textWidth(shared[spec.language].dontKnow, type.small.size, type.small.weight);
  const dontKnowWidth = Math.max(dontKnowBar + 6 + dontKnowText, heading);
  const changeRight = changeWidth === 0 ? null : width;
  const dontKnowLeft = width - (changeWidth === 0 ? 0 : changeWidth + columnGap) - dontKnowWidth;
  const valueWidth = widest(
    spec.items.flatMap(({ bars }) => bars.map((bar) => valueOf(bar, spec, written))),
    type.labelStrong,
    textWidth,
  );
  return {
    axis: {
      lowest: spec.lowest,
      highest: spec.highest,
      left: labelWidth + labelGap,
      right: dontKnowLeft - columnGap - valueWidth - 8,
    },
    blocks,
    barNames,
    labelWidth,
    dontKnowLeft,
    changeRight,
    markX: width - changeWidth + 6,
    height: top + 4,
  };
}

export function naturalHeight(spec: CategoryBarsSpec, width: number, textWidth: TextWidth): number {
  return emptinessOf(spec) !== 'shown' ? emptyHeight : layOut(spec, width, textWidth).height;
}

/** Bars of which only the share of "don't know" is known are shown too. */
function emptinessOf({ items }: CategoryBarsSpec): ReturnType<typeof emptiness> {
  return emptiness(items.flatMap(({ bars }) => bars.flatMap((bar) => [bar, bar.dontKnow])));
}

/** A block for each item: a bar for each series, the share of "don't know" beside, and the mark of the change. */
export function draw(spec: CategoryBarsSpec, { width, height, theme, textWidth }: DrawContext): Scene {
  const state = emptinessOf(spec);
  if (state !== 'shown') return emptyScene(spec, state === 'hidden', { width, height, theme });
  const layout = layOut(spec, width, textWidth);
  const { axis, blocks, labelWidth, dontKnowLeft, changeRight, markX, barNames } = layout;
  const bottom = layout.height - 4;
  const isByUnit = spec.by === 'unit';
  const ground: Mark[] = [
    ...axisMarks(axis, {
      y: 8,
      bottom,
      theme,
      isPercent: spec.measure === 'percent',
      language: spec.language,
      room:
        spec.measure === 'percent'
          ? 44
          : Math.max(44, (axis.right - axis.left) / (axis.highest - axis.lowest)),
    }),
    uprightLine(axis.left, headRoom, bottom, theme.controlBorder),
    textAt(shared[spec.language].dontKnow, dontKnowLeft, 8, type.small, theme.muted),
    ...blocks.flatMap(({ top }, at) => [
      levelLine(0, width, top, at === 0 ? theme.strongHairline : theme.hairline),
    ]),
    ...blocks.flatMap(({ name, top, height: tall }) =>
      textLines(name, {
        x: 0,
        y: isByUnit ? top + blockPadding + linesHeight(name.length, type.labelMedium) / 2 : top + tall / 2,
        style: type.labelMedium,
        fill: theme.text,
        ...(isByUnit && { halo: theme.surface }),
      }),
    ),
    ...blocks.flatMap(({ middles }) =>
      middles.flatMap((y, at) =>
        textLines(barNames[at] ?? [], {
          x: labelWidth,
          y,
          style: type.small,
          fill: theme.text2,
          align: 'right',
        }),
      ),
    ),
  ];
  const items: SceneItem[] = blocks.flatMap((block) => barsOf(block, spec, layout, theme, textWidth));
  const top: Mark[] = [
    ...blocks.flatMap(({ item, top: y, height: tall }) =>
      item.benchmark === null ? [] : benchmarkTick(xOn(axis, item.benchmark), y + 4, y + tall - 4, theme),
    ),
    ...(changeRight === null
      ? []
      : blocks.flatMap(({ item, top: y, height: tall }) => {
          if (item.change === null) return [];
          const text = width < roomyWidth ? '' : changeText(item.change, spec.measure, spec);
          const middle = y + tall / 2;
          return [
            ...specChangeMark(item.change, spec.measure, [markX, middle], spec, theme),
            ...(text === '' ? [] : [textAt(text, changeRight, middle, type.small, theme.text2, 'right')]),
          ];
        })),
  ];
  return { width, height: Math.max(height, layout.height), ground, items, top };
}

function barsOf(
  { item, middles }: Block,
  spec: CategoryBarsSpec,
  { axis, dontKnowLeft }: Layout,
  theme: Theme,
  textWidth: TextWidth,
): SceneItem[] {
  const written = writtenBy(spec);
  return item.bars.flatMap((bar, at): SceneItem[] => {
    const series = spec.series[at];
    const fill = (spec.by === 'year' ? theme.years : theme.units)[at];
    const y = middles[at];
    if (series === undefined || fill === undefined || y === undefined) return [];
    const text = valueOf(bar, spec, written);
    const end = bar.value === null ? axis.left : xOn(axis, bar.value);
    const isNamed = spec.by === 'year' && spec.series.length > 1;
    const nameWidth = textWidth(series.name, type.small.size, type.small.weight);
    const isInside = isNamed && end - axis.left >= nameWidth + 12;
    const interval =
      spec.intervals && bar.ciLow !== null && bar.ciHigh !== null
        ? whisker([xOn(axis, bar.ciLow), y], [xOn(axis, bar.ciHigh), y], theme.text, theme.surface)
        : [];
    const reach = bar.ciHigh !== null && spec.intervals ? Math.max(end, xOn(axis, bar.ciHigh)) : end;
    const outside = isNamed && !isInside ? `${series.name} ` : '';
    const after = textWidth(outside, type.small.size, type.small.weight);
    const style = at === 0 ? type.labelStrong : type.label;
    return [
      {
        name: `${item.name}, ${series.name}: ${text}`,
        key: { unit: series.unit, year: series.year, item: item.code },
        marks: [
          ...(bar.value === null ? [] : [barMark(axis.left, end, y, barHeight, fill)]),
          ...(isInside
            ? [textAt(series.name, axis.left + 6, y, type.small, theme.years[at]?.onFill ?? theme.text)]
            : []),
          ...interval,
          ...(outside === ''
            ? []
            : [textAt(series.name, reach + 7, y, type.small, theme.text2, 'left', theme.surface)]),
          textAt(text, reach + 7 + after, y, style, theme.text, 'left', theme.surface),
          ...dontKnowMarks(bar, dontKnowLeft, y, at === 0 || spec.by === 'unit', written, theme),
        ],
      },
    ];
  });
}

function barMark(left: number, end: number, y: number, height: number, fill: Shade): Mark {
  return {
    shape: 'rect',
    x: left,
    y: y - height / 2,
    width: Math.max(0, end - left),
    height,
    ...filled(fill),
  };
}

function dontKnowMarks(
  { dontKnow }: ItemBar,
  left: number,
  y: number,
  isNewest: boolean,
  written: Written,
  theme: Theme,
): Mark[] {
  const length = dontKnow.value === null ? 0 : (dontKnow.value / 100) * dontKnowBar;
  return [
    ...(length === 0
      ? []
      : [barMark(left, left + length, y, 9, isNewest ? theme.dontKnow.newest : theme.dontKnow.earlier)]),
    textAt(
      written.percent(dontKnow.value, dontKnow.hidden !== null),
      left + length + 6,
      y,
      type.small,
      theme.text2,
    ),
  ];
}

function benchmarkTick(x: number, from: number, to: number, theme: Theme): Mark[] {
  return [uprightLine(x, from, to, theme.surface, 5), uprightLine(x, from, to, theme.text, 2)];
}

/** A bar's value in writing. */
export function valueOf({ value, hidden }: ItemBar, { measure }: CategoryBarsSpec, written: Written): string {
  return measure === 'mean' ? written.mean(value, hidden !== null) : written.percent(value, hidden !== null);
}

function dontKnowOf({ dontKnow }: ItemBar, written: Written): string {
  return written.percent(dontKnow.value, dontKnow.hidden !== null);
}
