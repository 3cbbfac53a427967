import type { TextWidth } from '../figure.ts';
import type { DrawContext } from '../module.ts';
import {
  filled,
  linesHeight,
  levelLine,
  textAt,
  textLines,
  uprightLine,
  widest,
  wrapped,
} from '../pieces.ts';
import type { Mark, Scene, SceneItem } from '../scene.ts';
import { type } from '../theme.ts';
import { writtenBy } from '../written.ts';
import type { ResponseRate, UnitRates } from './data.ts';
import type { ResponseRatesSpec } from './spec.ts';
import { words } from './words.ts';

const barHeight = 16;
const barGap = 3;
const blockGap = 10;
const topRoom = 22;
const bottomRoom = 22;
const widestLabelShare = 0.34;
const gap = 8;

interface Block {
  readonly own: UnitRates;
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
}

interface Layout {
  readonly labelWidth: number;
  readonly blocks: readonly Block[];
  readonly height: number;
}

function layOut(spec: ResponseRatesSpec, width: number, textWidth: TextWidth): Layout {
  const all = [spec.whole, ...spec.units];
  const most = width * widestLabelShare;
  const labelWidth = Math.min(
    most,
    widest(
      all.map(({ name }) => name),
      type.labelStrong,
      textWidth,
    ),
  );
  let top = topRoom;
  const blocks = all.map((own): Block => {
    const lines = wrapped(own.name, labelWidth, own.unit === null ? type.labelStrong : type.label, textWidth);
    const bars = spec.years.length * (barHeight + barGap) - barGap;
    const height = Math.max(bars, linesHeight(lines.length, type.label));
    const block = { own, lines, top, height };
    top += height + blockGap;
    return block;
  });
  return { labelWidth, blocks, height: top - blockGap + bottomRoom };
}

export function naturalHeight(spec: ResponseRatesSpec, width: number, textWidth: TextWidth): number {
  return layOut(spec, width, textWidth).height;
}

/** Bars from 0 to 100 %, a year each, with how many answered written after; the whole as a line through all. */
export function draw(spec: ResponseRatesSpec, { width, height, theme, textWidth }: DrawContext): Scene {
  const { labelWidth, blocks, height: own } = layOut(spec, width, textWidth);
  const left = labelWidth + gap;
  const texts = blocks.flatMap(({ own: { rates } }) =>
    rates.map((rate) => `${rate.percent === null ? `${rate.year}: ` : ''}${rateText(rate, spec)}`),
  );
  const right = Math.max(left + 80, width - widest(texts, type.small, textWidth) - gap);
  const xOf = (percent: number): number => left + ((right - left) * Math.min(100, percent)) / 100;
  const bottom = own - bottomRoom + 4;
  const ground: Mark[] = [
    uprightLine(left, topRoom - 4, bottom, theme.controlBorder),
    ...[0, 50, 100].map((tick) =>
      textAt(
        writtenBy(spec).wholePercent(tick),
        xOf(tick),
        bottom + 10,
        type.small,
        theme.muted,
        tick === 0 ? 'left' : 'center',
      ),
    ),
    ...blocks.flatMap(({ own: { unit }, lines, top, height: tall }) =>
      textLines(lines, {
        x: left - gap,
        y: top + tall / 2,
        style: unit === null ? type.labelStrong : type.label,
        fill: theme.text,
        align: 'right',
      }),
    ),
    ...blocks
      .slice(0, 1)
      .map(({ top, height: tall }) => levelLine(0, width, top + tall + blockGap / 2, theme.hairline)),
  ];
  const items: SceneItem[] = [];
  const line = wholeLineAt(spec, xOf);
  const top: Mark[] = wholeLine(spec, line, { right: width, bottom }, { theme, textWidth });
  for (const { own: unit, top: blockTop, height: tall } of blocks) {
    const bars = unit.rates.length * (barHeight + barGap) - barGap;
    unit.rates.forEach((rate, at) => {
      const y = blockTop + (tall - bars) / 2 + at * (barHeight + barGap);
      const fill = theme.years[at] ?? theme.years[0];
      if (fill === undefined) return;
      const end = rate.percent === null ? left : xOf(rate.percent);
      const text = rateText(rate, spec);
      const yearWidth = textWidth(String(rate.year), type.small.size, type.small.weight) + 12;
      const isInside = spec.years.length > 1 && end - left >= yearWidth;
      const marks: Mark[] = [];
      if (rate.percent !== null) {
        marks.push({
          shape: 'rect',
          x: left,
          y,
          width: end - left,
          height: barHeight,
          ...filled(fill),
        });
      }
      if (isInside) {
        marks.push(textAt(String(rate.year), left + 5, y + barHeight / 2, type.small, fill.onFill));
      }
      items.push({
        name: `${unit.name} ${rate.year}: ${text}`,
        key: { unit: unit.unit, year: rate.year },
        marks,
      });
      const label = isInside || spec.years.length === 1 ? text : `${rate.year}: ${text}`;
      const labelEnd = end + 6 + textWidth(label, type.small.size, type.small.weight);
      // Beyond the line of the whole, where it would stand in it.
      const isCrossed = line !== null && end < line + 4 && line - 4 < labelEnd;
      top.push(
        textAt(
          label,
          isCrossed ? line + 6 : end + 6,
          y + barHeight / 2,
          type.small,
          theme.text,
          'left',
          theme.surface,
        ),
      );
    });
  }
  return { width, height: Math.max(height, own), ground, items, top };
}

/** Where the line of the whole stands; null where there is none. */
function wholeLineAt({ whole, units }: ResponseRatesSpec, xOf: (percent: number) => number): number | null {
  const percent = whole.rates[0]?.percent ?? null;
  return percent === null || units.length === 0 ? null : xOf(percent);
}

/** The whole's newest rate through all rows, named over them. */
function wholeLine(
  spec: ResponseRatesSpec,
  x: number | null,
  { right, bottom }: { readonly right: number; readonly bottom: number },
  { theme, textWidth }: Pick<DrawContext, 'theme' | 'textWidth'>,
): Mark[] {
  const { whole } = spec;
  const percent = whole.rates[0]?.percent ?? null;
  if (x === null || percent === null) return [];
  const text = `${whole.name} ${writtenBy(spec).wholePercent(percent)}`;
  const half = textWidth(text, type.small.size, type.small.weight) / 2;
  const middle = Math.max(half, Math.min(right - half, x));
  return [
    uprightLine(x, topRoom - 4, bottom, theme.surface, 3),
    uprightLine(x, topRoom - 4, bottom, theme.text, 1.2),
    textAt(text, middle, topRoom - 13, type.small, theme.text2, 'center'),
  ];
}

function rateText(
  { percent, answered, invited }: ResponseRate,
  spec: Pick<ResponseRatesSpec, 'language' | 'format'>,
): string {
  const own = words[spec.language];
  if (answered === null) return '-';
  if (percent === null || invited === null) return answered === 0 ? own.nothing : own.answeredOnly(answered);
  return `${writtenBy(spec).wholePercent(percent)} ${own.of(answered, invited)}`;
}
