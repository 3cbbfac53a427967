import type { HidingReason } from '../privacy/reasons.ts';
import type { Measure, SpecChange, SpecFrame } from './figure.ts';
import type { FigureKind } from './figure.ts';
import { textAt } from './pieces.ts';
import type { Mark, Point, Scene } from './scene.ts';
import type { Theme } from './theme.ts';
import { type } from './theme.ts';
import { changeMark } from './verdict-piece.ts';
import { words } from './words.ts';
import { writtenBy, writtenDifference } from './written.ts';

/** Marks that several figures share and that know what they stand for. */

/** The mark of a change, its middle at a place. */
export function specChangeMark(
  change: SpecChange,
  measure: Measure,
  at: Point,
  { format }: Pick<SpecFrame<FigureKind>, 'format'>,
  theme: Theme,
): Mark[] {
  return changeMark(
    { verdict: change.verdict, isFirm: change.isFirm, shownValue: shownDifference(change, measure, format) },
    at,
    theme,
  );
}

/** The difference as it is shown; null where it is not. */
export function shownDifference(
  { difference }: SpecChange,
  measure: Measure,
  format: SpecFrame<FigureKind>['format'],
): number | null {
  return difference === null ? null : writtenDifference(difference, measure, format);
}

/** A change in writing: "−0,3", ".." where it is hidden, "" where it was not tested and is not known. */
export function changeText(
  change: SpecChange,
  measure: Measure,
  spec: Pick<SpecFrame<FigureKind>, 'format' | 'language'>,
): string {
  if (change.difference === null && change.hidden === null) return '';
  return writtenBy(spec).difference(change.difference, measure, change.hidden !== null);
}

/** What stands where there is nothing to draw: that there are no results, or that all are hidden. */
export function emptyScene(
  spec: Pick<SpecFrame<FigureKind>, 'language'>,
  isHidden: boolean,
  { width, height, theme }: { readonly width: number; readonly height: number; readonly theme: Theme },
): Scene {
  const own = words[spec.language];
  return {
    width,
    height,
    ground: [
      textAt(isHidden ? own.allHidden : own.noData, width / 2, height / 2, type.label, theme.text2, 'center'),
    ],
    items: [],
  };
}

/** Whether a figure has nothing to show of some values, and whether that is because they are hidden. */
export function emptiness(
  values: readonly { readonly value: unknown; readonly hidden: HidingReason | null }[],
): 'shown' | 'hidden' | 'missing' {
  if (values.some(({ value }) => value !== null)) return 'shown';
  return values.some(({ hidden }) => hidden !== null) ? 'hidden' : 'missing';
}

/** Height of a figure in which there is nothing to draw. */
export const emptyHeight = 96;
