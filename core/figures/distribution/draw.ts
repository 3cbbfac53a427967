import type { TextWidth } from '../figure.ts';
import { emptiness, emptyHeight, emptyScene } from '../marks.ts';
import type { DrawContext } from '../module.ts';
import {
  filled,
  levelLine,
  linesHeight,
  textAt,
  textLines,
  uprightLine,
  widest,
  wrapped,
} from '../pieces.ts';
import type { Mark, Scene, SceneItem } from '../scene.ts';
import type { Fill, Theme } from '../theme.ts';
import { type } from '../theme.ts';
import { words as shared } from '../words.ts';
import { writtenBy } from '../written.ts';
import type { DistributionRow, DistributionSpec } from './spec.ts';

const headRoom = 34;
const keyCell = 22;
const barHeight = 20;
const rowGap = 4;
const groupPadding = 8;
const labelGap = 12;
const columnGap = 16;
const dontKnowBar = 44;
const widestName = 0.26;
const widestSeries = 0.2;

interface Row {
  readonly row: DistributionRow;
  readonly group: string;
  readonly code: string;
  readonly name: readonly string[];
  readonly y: number;
  readonly isNewest: boolean;
}

interface Group {
  readonly name: readonly string[];
  readonly top: number;
  readonly height: number;
  readonly rows: readonly Row[];
}

interface Layout {
  readonly groups: readonly Group[];
  readonly hasNames: boolean;
  readonly seriesRight: number;
  readonly left: number;
  readonly middle: number;
  /** px for one percent. */
  readonly perPercent: number;
  readonly dontKnowLeft: number;
  readonly height: number;
}

function layOut(spec: DistributionSpec, width: number, textWidth: TextWidth): Layout {
  const hasNames = spec.groups.length > 1;
  const series = spec.groups[0]?.rows.map((row) => row.series.name) ?? [];
  const hasSeries = series.length > 1 || !hasNames;
  const nameWidth = hasNames
    ? Math.min(
        width * widestName,
        widest(
          spec.groups.map(({ name }) => name),
          type.labelMedium,
          textWidth,
        ),
      )
    : 0;
  const seriesWidth = hasSeries
    ? Math.min(width * (hasNames ? widestSeries : widestName), widest(series, type.labelStrong, textWidth))
    : 0;
  const seriesRight = nameWidth + (hasNames && hasSeries ? labelGap : 0) + seriesWidth;
  let top = headRoom;
  const groups = spec.groups.map((group): Group => {
    const name = hasNames ? wrapped(group.name, nameWidth, type.labelMedium, textWidth) : [];
    const names = group.rows.map(({ series: own }) =>
      hasSeries ? wrapped(own.name, seriesWidth, type.label, textWidth) : [],
    );
    const pitches = names.map((lines) => Math.max(barHeight, linesHeight(lines.length, type.label)) + rowGap);
    const rowsHeight = pitches.reduce((sum, pitch) => sum + pitch, -rowGap);
    const inner = Math.max(rowsHeight, linesHeight(name.length, type.labelMedium));
    let y = top + groupPadding + (inner - rowsHeight) / 2;
    const rows = group.rows.map((row, at): Row => {
      const pitch = pitches[at] ?? barHeight;
      const middle = y + (pitch - rowGap) / 2;
      y += pitch;
      return {
        row,
        group: group.name,
        code: group.code,
        name: names[at] ?? [],
        y: middle,
        isNewest: at === 0 || spec.by === 'unit',
      };
    });
    const own = { name, top, height: inner + 2 * groupPadding, rows };
    top += own.height;
    return own;
  });
  const left = seriesRight + labelGap;
  const heading = textWidth(shared[spec.language].dontKnow, type.small.size, type.small.weight);
  const dontKnowText = textWidth('100\u00A0%', type.small.size, type.small.weight);
  const dontKnowLeft = width - Math.max(heading, dontKnowBar + 6 + dontKnowText);
  const right = dontKnowLeft - columnGap;
  const sides = spec.groups.flatMap(({ rows }) =>
    rows.flatMap(({ shares }) => (shares === null ? [] : [sidesOf(shares)])),
  );
  const lower = Math.max(1, ...sides.map((side) => side.lower));
  const upper = Math.max(1, ...sides.map((side) => side.upper));
  const perPercent = (right - left) / Math.max(lower + upper, 1);
  const keyHalf = (spec.values.length / 2) * keyCell;
  const middle = Math.min(right - keyHalf, Math.max(left + keyHalf, left + lower * perPercent));
  return {
    groups,
    hasNames,
    seriesRight,
    left,
    middle,
    perPercent: Math.min((middle - left) / lower, (right - middle) / upper),
    dontKnowLeft,
    height: top + 4,
  };
}

/** What lies on each side of the middle; a value in the middle is shared by both. */
export function sidesOf(shares: readonly number[]): { readonly lower: number; readonly upper: number } {
  const half = shares.length / 2;
  return shares.reduce(
    (sides, share, at) => {
      const below = Math.min(1, Math.max(0, half - at));
      return { lower: sides.lower + share * below, upper: sides.upper + share * (1 - below) };
    },
    { lower: 0, upper: 0 },
  );
}

export function naturalHeight(spec: DistributionSpec, width: number, textWidth: TextWidth): number {
  return emptinessOf(spec) !== 'shown' ? emptyHeight : layOut(spec, width, textWidth).height;
}

function emptinessOf({ groups }: DistributionSpec): ReturnType<typeof emptiness> {
  return emptiness(
    groups.flatMap(({ rows }) =>
      rows.flatMap(({ shares, hidden, dontKnow }) => [{ value: shares, hidden }, dontKnow]),
    ),
  );
}

/** Stacked bars with their middles over each other; "don't know" apart. */
export function draw(spec: DistributionSpec, { width, height, theme, textWidth }: DrawContext): Scene {
  const state = emptinessOf(spec);
  if (state !== 'shown') return emptyScene(spec, state === 'hidden', { width, height, theme });
  const layout = layOut(spec, width, textWidth);
  const { groups, seriesRight, middle, dontKnowLeft } = layout;
  const fills = scaleFills(theme, spec.values.length);
  const ground: Mark[] = [
    ...keyMarks(spec.values, middle, fills),
    textAt(shared[spec.language].dontKnow, dontKnowLeft, 10, type.small, theme.muted),
    ...groups.flatMap(({ top, name, height: tall, rows }, at) => [
      ...(layout.hasNames
        ? [levelLine(0, width, top, at === 0 ? theme.strongHairline : theme.hairline)]
        : []),
      ...textLines(name, { x: 0, y: top + tall / 2, style: type.labelMedium, fill: theme.text }),
      ...rows.flatMap(({ name: lines, y, isNewest }) =>
        textLines(lines, {
          x: seriesRight,
          y,
          style: isNewest && spec.by === 'year' ? type.labelStrong : type.label,
          fill: theme.text,
          align: 'right',
        }),
      ),
    ]),
  ];
  const items = groups.flatMap(({ rows }) =>
    rows.map((row) => rowItem(row, spec, layout, fills, theme, textWidth)),
  );
  const top: Mark[] = groups.map(({ top: y, height: tall }) =>
    uprightLine(middle, y + 4, y + tall - 4, theme.text, 1.2),
  );
  return { width, height: Math.max(height, layout.height), ground, items, top };
}

/** The scale's own values as a key over the middle line. */
function keyMarks(values: readonly number[], middle: number, fills: readonly Fill[]): Mark[] {
  const left = middle - (values.length / 2) * keyCell;
  return values.flatMap((value, at): Mark[] => {
    const fill = fills[at];
    if (fill === undefined) return [];
    const x = left + at * keyCell;
    return [
      { shape: 'rect', x, y: 1, width: keyCell - 1, height: 18, ...filled(fill) },
      textAt(String(value), x + (keyCell - 1) / 2, 10, type.small, fill.onFill, 'center'),
    ];
  });
}

/** Colours for as many values as a scale has: the ends stay, those between are left out or doubled evenly. */
export function scaleFills({ scale }: Theme, points: number): Fill[] {
  return Array.from({ length: points }, (_, at) => {
    const place = points === 1 ? 0 : Math.round((at / (points - 1)) * (scale.length - 1));
    return scale[place];
  }).filter((fill) => fill !== undefined);
}

function rowItem(
  { row, group, code, y, isNewest }: Row,
  spec: DistributionSpec,
  { middle, perPercent, dontKnowLeft }: Layout,
  fills: readonly Fill[],
  theme: Theme,
  textWidth: TextWidth,
): SceneItem {
  const written = writtenBy(spec);
  const { series, shares, hidden, dontKnow } = row;
  const dontKnowText = written.percent(dontKnow.value, dontKnow.hidden !== null);
  const length = dontKnow.value === null ? 0 : (dontKnow.value / 100) * dontKnowBar;
  const dontKnowFill = isNewest ? theme.dontKnow.newest : theme.dontKnow.earlier;
  const told =
    shares === null
      ? writtenBy(spec).percent(null, hidden !== null)
      : shares.map((share, at) => `${spec.values[at] ?? ''}: ${written.percent(share)}`).join(', ');
  const marks: Mark[] = [];
  if (shares === null) {
    marks.push(
      textAt(
        written.percent(null, hidden !== null),
        middle + 8,
        y,
        type.label,
        theme.muted,
        'left',
        theme.surface,
      ),
    );
  } else {
    let x = middle - sidesOf(shares).lower * perPercent;
    shares.forEach((share, at) => {
      const fill = fills[at];
      const wide = share * perPercent;
      if (fill === undefined || wide <= 0) return;
      marks.push({
        shape: 'rect',
        x,
        y: y - barHeight / 2,
        width: Math.max(0.5, wide - 1),
        height: barHeight,
        fill: fill.fill,
      });
      const text = written.wholePercent(share).replace(/\s?%/u, '');
      if (textWidth(text, type.small.size, type.small.weight) + 6 <= wide) {
        marks.push(textAt(text, x + (wide - 1) / 2, y, type.small, fill.onFill, 'center'));
      }
      x += wide;
    });
  }
  if (length > 0) {
    marks.push({
      shape: 'rect',
      x: dontKnowLeft,
      y: y - 5,
      width: length,
      height: 10,
      ...filled(dontKnowFill),
    });
  }
  marks.push(textAt(dontKnowText, dontKnowLeft + length + 6, y, type.small, theme.text2));
  return {
    name: `${group}, ${series.name}: ${told}; ${shared[spec.language].dontKnow} ${dontKnowText}`,
    key: { unit: series.unit, year: series.year, item: code },
    marks,
  };
}
