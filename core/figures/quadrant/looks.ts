import type { Shade, Theme, TypeStyle, UnitShape } from '../theme.ts';
import { type } from '../theme.ts';
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
  const chosen = highlight.filter((unit) => unit !== null);
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
    // Several chosen units are told apart as few units are.
    if (isChosen && chosen.length > 1) return ofPalette(own, chosen.indexOf(own.unit), true, theme);
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
    return ofPalette(own, others.indexOf(own), others.length <= 3, theme);
  });
}

/** The whole has the diamond, so the fourth unit is a cross and the fifth a hollow circle. */
const shapes = ['circle', 'square', 'triangle', 'cross', 'circle'] as const;
const hollow = 4;

function ofPalette(unit: QuadrantUnit, at: number, isStrong: boolean, theme: Theme): Look {
  const shade = theme.units[at] ?? { fill: theme.text2, outline: null };
  const colour = shade.outline ?? shade.fill;
  return {
    unit,
    colour,
    ink: theme.text,
    fill: at === hollow ? { fill: theme.surface, outline: colour } : shade,
    shape: shapes[at] ?? 'circle',
    isStrong,
    style: type.small,
    line: 1.4,
  };
}
