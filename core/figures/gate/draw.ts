import type { TextWidth } from '../figure.ts';
import { emptyHeight, emptyScene } from '../marks.ts';
import type { DrawContext } from '../module.ts';
import { filled, linesHeight, textAt, textLines, uprightLine, whisker, widest, wrapped } from '../pieces.ts';
import type { Mark, Scene, SceneItem } from '../scene.ts';
import { type } from '../theme.ts';
import { writtenBy } from '../written.ts';
import type { GateShare } from './data.ts';
import type { GateSpec } from './spec.ts';

const barHeight = 18;
const rowHeight = 24;
const blockGap = 14;
const topRoom = 6;
const bottomRoom = 24;
const gap = 8;

interface Block {
  readonly unit: GateSpec['units'][number];
  /** Its name on lines, over its rows; none where there is only one unit, which the title names. */
  readonly lines: readonly string[];
  readonly top: number;
  readonly rowsTop: number;
}

function layOut(spec: GateSpec, width: number, textWidth: TextWidth): { blocks: Block[]; height: number } {
  let top = topRoom;
  const blocks = spec.units.map((unit): Block => {
    const lines = spec.units.length === 1 ? [] : wrapped(unit.name, width, type.labelStrong, textWidth);
    const rowsTop = top + (lines.length === 0 ? 0 : linesHeight(lines.length, type.labelStrong) + 4);
    const block = { unit, lines, top, rowsTop };
    top = rowsTop + Math.max(1, unit.shares.length) * rowHeight + blockGap;
    return block;
  });
  return { blocks, height: Math.max(topRoom, top - blockGap) + bottomRoom };
}

export function naturalHeight(spec: GateSpec, width: number, textWidth: TextWidth): number {
  return isEmpty(spec) ? emptyHeight : layOut(spec, width, textWidth).height;
}

function isEmpty({ units }: GateSpec): boolean {
  return units.every(({ shares }) => shares.every(({ percent }) => percent === null));
}

/** A bar from 0 to 100 % for each year, with its interval; units under each other on the same axis. */
export function draw(spec: GateSpec, { width, height, theme, textWidth }: DrawContext): Scene {
  if (isEmpty(spec)) {
    const isHidden = spec.units.some(({ shares }) => shares.some(({ hidden }) => hidden !== null));
    return emptyScene(spec, isHidden, { width, height, theme });
  }
  const { blocks, height: own } = layOut(spec, width, textWidth);
  const labels = spec.years.map(String);
  const left = widest(labels, type.label, textWidth) + gap;
  const texts = spec.units.flatMap(({ shares }) => shares.map((share) => shareText(share, spec)));
  const right = Math.max(left + 80, width - widest(texts, type.small, textWidth) - gap);
  const xOf = (percent: number): number => left + ((right - left) * percent) / 100;
  const bottom = own - bottomRoom;
  const ground: Mark[] = [
    ...[0, 50, 100].map((tick) =>
      textAt(
        writtenBy(spec).wholePercent(tick),
        xOf(tick),
        bottom + 14,
        type.small,
        theme.muted,
        tick === 0 ? 'left' : 'center',
      ),
    ),
  ];
  const items: SceneItem[] = [];
  const over: Mark[] = [];
  for (const { unit, lines, top, rowsTop } of blocks) {
    ground.push(
      ...textLines(lines, {
        x: 0,
        y: top + linesHeight(lines.length, type.labelStrong) / 2,
        style: type.labelStrong,
        fill: theme.text,
      }),
    );
    const rowsBottom = rowsTop + Math.max(1, unit.shares.length) * rowHeight;
    ground.push(
      ...[25, 50, 75, 100].map((tick) => uprightLine(xOf(tick), rowsTop, rowsBottom, theme.hairline)),
      uprightLine(left, rowsTop, rowsBottom, theme.controlBorder),
    );
    if (unit.shares.length === 0) {
      ground.push(
        textAt('-', left + 6, rowsTop + rowHeight / 2, type.label, theme.muted, 'left', theme.surface),
      );
    }
    unit.shares.forEach((share, at) => {
      const middle = rowsTop + at * rowHeight + rowHeight / 2;
      ground.push(textAt(String(share.year), left - gap, middle, type.label, theme.text2, 'right'));
      const { marks, end } = barOf(share, middle, spec, { left, xOf }, theme);
      const text = shareText(share, spec);
      items.push({
        name: `${unit.name} ${share.year}: ${text}`,
        key: { unit: unit.unit, year: share.year },
        marks,
      });
      over.push(textAt(text, end + 8, middle, type.small, theme.text, 'left', theme.surface));
    });
  }
  return { width, height: Math.max(height, own), ground, items, top: over };
}

function barOf(
  { year, percent, ciLow, ciHigh }: GateShare,
  middle: number,
  { years }: GateSpec,
  { left, xOf }: { readonly left: number; readonly xOf: (percent: number) => number },
  theme: DrawContext['theme'],
): { readonly marks: Mark[]; readonly end: number } {
  if (percent === null) return { marks: [], end: left };
  const newestFirst = years.length - 1 - years.indexOf(year);
  const fill = theme.years[Math.min(newestFirst, theme.years.length - 1)];
  const end = xOf(percent);
  const marks: Mark[] = [
    {
      shape: 'rect',
      x: left,
      y: middle - barHeight / 2,
      width: end - left,
      height: barHeight,
      ...(fill === undefined ? { fill: theme.accent } : filled(fill)),
    },
  ];
  if (ciLow === null || ciHigh === null) return { marks, end };
  marks.push(...whisker([xOf(ciLow), middle], [xOf(ciHigh), middle], theme.text, theme.surface));
  return { marks, end: Math.max(end, xOf(ciHigh)) };
}

/** "53 % (n = 215)". */
export function shareText(
  { percent, answered, hidden }: GateShare,
  spec: Pick<GateSpec, 'language' | 'format'>,
): string {
  const share = writtenBy(spec).wholePercent(percent, hidden !== null);
  return answered === null || percent === null ? share : `${share} (n = ${answered})`;
}
