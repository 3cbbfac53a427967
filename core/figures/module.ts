import type { FigureTable, TextWidth } from './figure.ts';
import type { NativeChart } from './native-chart.ts';
import type { Scene } from './scene.ts';
import type { Theme } from './theme.ts';

/** Where and with what a figure draws itself. */
export interface DrawContext {
  /** In px. */
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  readonly textWidth: TextWidth;
}

/** What a kind of figure can do with a spec of its own; all of it pure. */
export interface FigureModule<Spec> {
  /** The drawing within width × height, without title, base line and caption. */
  draw(spec: Spec, context: DrawContext): Scene;
  table(spec: Spec): FigureTable;
  /** What it shows, the extremes, the main change and what is hidden, in the spec's language. */
  altText(spec: Spec): string;
  /** Formula, n and assumptions in plain words, a paragraph each. */
  explanation(spec: Spec): readonly string[];
  /** The height it wants at a width, in px. */
  naturalHeight(spec: Spec, width: number, textWidth: TextWidth): number;
  /** As a chart of office programs; null where this spec does not fit into one. Absent where no spec of the kind does. */
  nativeChart?(spec: Spec): NativeChart | null;
}
