import type { TextWidth } from '../figure.ts';
import { linesHeight, textAt, textLines, wrapped } from '../pieces.ts';
import type { Mark } from '../scene.ts';
import type { Theme } from '../theme.ts';
import { type } from '../theme.ts';
import { newestPlace } from './plot.ts';
import type { QuadrantSpec } from './spec.ts';

/** With more units than these, points carry numbers that are explained under the plot. */
const mostNames = 14;

/** Under this width, in px, names do not fit beside their points. */
const narrowest = 460;

/** Whether the points carry numbers that a key explains, for want of room for names. */
export function isNumbered(spec: QuadrantSpec, width: number): boolean {
  const { length } = spec.units.filter((own) => own.unit !== null && newestPlace(own, spec) !== null);
  return length > mostNames || (width < narrowest && length > 1);
}

/** The key under a plot. */
export interface Key {
  readonly height: number;
  readonly marksAt: (top: number, theme: Theme) => Mark[];
}

/** The numbers of the points with their names, in columns. */
export function keyOf(spec: QuadrantSpec, width: number, textWidth: TextWidth): Key {
  const entries = spec.units.flatMap((own, at) => {
    const { unit, name } = own;
    return unit === null || newestPlace(own, spec) === null ? [] : [{ number: String(at), name }];
  });
  const numberWidth = textWidth('00', type.smallStrong.size, type.smallStrong.weight) + 8;
  const longest = Math.max(...entries.map(({ name }) => textWidth(name, type.small.size, type.small.weight)));
  const gap = 20;
  const columns = Math.max(
    1,
    Math.min(4, Math.floor((width + gap) / (Math.min(longest, 260) + numberWidth + gap))),
  );
  const columnWidth = (width - (columns - 1) * gap) / columns;
  const each = Math.ceil(entries.length / columns);
  const lines = entries.map(({ name }) => wrapped(name, columnWidth - numberWidth, type.small, textWidth));
  const heights = lines.map((own) => linesHeight(own.length, type.small) + 4);
  const columnHeights = Array.from({ length: columns }, (_, column) =>
    heights.slice(column * each, (column + 1) * each).reduce((sum, height) => sum + height, 0),
  );
  return {
    height: Math.max(...columnHeights),
    marksAt: (top, theme) => {
      const marks: Mark[] = [];
      let y = top;
      entries.forEach(({ number }, at) => {
        const column = Math.floor(at / each);
        if (at % each === 0) y = top;
        const x = column * (columnWidth + gap);
        const height = heights[at] ?? 0;
        const own = lines[at] ?? [];
        marks.push(
          textAt(
            number,
            x + numberWidth - 8,
            y + linesHeight(1, type.small) / 2,
            type.smallStrong,
            theme.text,
            'right',
          ),
          ...textLines(own, {
            x: x + numberWidth,
            y: y + linesHeight(own.length, type.small) / 2,
            style: type.small,
            fill: theme.text2,
          }),
        );
        y += height;
      });
      return marks;
    },
  };
}
