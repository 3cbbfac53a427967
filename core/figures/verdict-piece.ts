import type { Verdict } from '../comparison/verdicts.ts';
import { textAt } from './pieces.ts';
import type { Mark, Point } from './scene.ts';
import type { Theme } from './theme.ts';
import { type } from './theme.ts';

/** How a change is marked: by shape its direction, by filling how sure it is; colour only repeats it. */
export interface ChangeMark {
  readonly verdict: Verdict | null;
  readonly isFirm: boolean;
  /** What the change is written as: its sign is the direction within the uncertainty, 0 is none to see. */
  readonly shownValue: number | null;
}

/** Half the width of a mark, in px. */
export const changeMarkReach = 4.5;

/**
 * ▲▼ full: sure, also where it is written as 0,0. Half full: sure among those invited then. △▽: within the uncertainty. ○:
 * rounds to no change. ≠: not comparable. Nothing where a change was not tested.
 */
export function changeMark({ verdict, isFirm, shownValue }: ChangeMark, [x, y]: Point, theme: Theme): Mark[] {
  if (verdict === 'not-comparable') return [textAt('≠', x, y, type.smallStrong, theme.muted, 'center')];
  if (verdict === null || verdict === 'too-few' || shownValue === null) return [];
  const isSure = verdict !== 'within-uncertainty';
  if (!isSure && shownValue === 0) {
    return [{ shape: 'circle', x, y, r: 3.4, fill: theme.surface, stroke: theme.muted, lineWidth: 1.3 }];
  }
  const isUp = isSure ? verdict === 'risen' : shownValue > 0;
  const r = changeMarkReach;
  const tip: Point = [x, y + (isUp ? -r : r)];
  const base = y + (isUp ? r - 1 : 1 - r);
  const triangle: readonly Point[] = [tip, [x + r, base], [x - r, base]];
  const colour = isSure ? (isUp ? theme.accent : theme.fallen) : theme.muted;
  const outline: Mark = {
    shape: 'area',
    points: triangle,
    fill: isSure && isFirm ? colour : theme.surface,
    stroke: colour,
    lineWidth: 1.3,
  };
  if (!isSure || isFirm) return [outline];
  return [outline, { shape: 'area', points: [tip, [x, base], [x - r, base]], fill: colour }];
}
