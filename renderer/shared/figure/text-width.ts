import type { TextWidth } from '../../../core/figures/figure.ts';
import { fontFamily } from '../../../core/figures/theme.ts';

const weights = [400, 500, 600] as const;

/** Resolves once the bundled font can be measured: a figure laid out with another would not fit. */
export async function fontsLoaded(): Promise<void> {
  await Promise.all(weights.map((weight) => document.fonts.load(`${weight} 13px "${fontFamily}"`, 'Åg 0')));
}

const measured = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

/** The width of a text in px as the window draws it. */
export const textWidth: TextWidth = (text, sizePx, weight) => {
  const key = `${weight} ${sizePx} ${text}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return text.length * sizePx * 0.55;
  context.font = `${weight} ${sizePx}px "${fontFamily}"`;
  const { width } = context.measureText(text);
  measured.set(key, width);
  return width;
};
