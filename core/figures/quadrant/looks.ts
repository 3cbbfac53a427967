import type { Shade, Theme, TypeStyle, UnitShape } from '../theme.ts';
import { type, unitShapes } from '../theme.ts';
import type { QuadrantSpec, QuadrantUnit } from './spec.ts';

/** With more units than these, colours and shapes do not suffice: all are grey but those chosen. */
const mostColours = 5;

/** How a unit is drawn. */
export interface Look {
  readonly unit: QuadrantUnit;
  readonly colour: string;
  /** Of its name: not all colours of units can be read as text. */
  readonly ink: string;
  readonly fill: Shade;
  readonly shape: UnitShape;
  readonly isStrong: boolean;
  readonly style: TypeStyle;
  readonly line: number;
}

/** How each unit is drawn, in the order of the spec. */
export function looksOf({ units, highlight }: QuadrantSpec, theme: Theme): Look[] {
  const others = units.filter(({ unit }) => unit !== null);
  const hasColours = others.length <= mostColours && highlight.length === 0;
  return units.map((own): Look => {
    const isChosen = highlight.includes(own.unit);
    if (own.unit === null) {
      const fill = { fill: theme.text, outline: null };
      return {
        unit: own,
        colour: theme.text,
        ink: theme.text,
        fill,
        shape: 'diamond',
        isStrong: true,
        style: type.smallStrong,
        line: 1.6,
      };
    }
    if (isChosen) {
      const fill = { fill: theme.accent, outline: null };
      return {
        unit: own,
        colour: theme.accent,
        ink: theme.accent,
        fill,
        shape: 'circle',
        isStrong: true,
        style: type.smallStrong,
        line: 2,
      };
    }
    if (!hasColours) {
      const fill = { fill: theme.surface, outline: theme.text2 };
      return {
        unit: own,
        colour: theme.muted,
        ink: theme.text,
        fill,
        shape: 'circle',
        isStrong: false,
        style: type.small,
        line: 1,
      };
    }
    const at = others.indexOf(own);
    const colour = theme.units[at] ?? { fill: theme.text2, outline: null };
    // The whole is a diamond, so that the fourth unit is drawn as the fifth shape and the fifth as a turned square.
    const shape = (['circle', 'square', 'triangle', 'cross', 'circle'] as const)[at] ?? unitShapes[0];
    return {
      unit: own,
      colour: colour.outline ?? colour.fill,
      ink: theme.text,
      fill: at === 4 ? { fill: theme.surface, outline: colour.outline ?? colour.fill } : colour,
      shape,
      isStrong: others.length <= 3,
      style: type.small,
      line: 1.4,
    };
  });
}
