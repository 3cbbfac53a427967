import type { NativeChart } from '../../core/figures/native-chart.ts';

/** A table in a document: one row of headings, and cells as they are shown. */
export interface DocumentTable {
  readonly columns: readonly { readonly heading: string; readonly isNumeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** Languages that documents are written in. */
export type DocumentLanguage = 'sv' | 'en';

/** A figure as it stands in a document: the drawing without its frame, and its words as words. */
export interface DocumentFigure {
  readonly language: DocumentLanguage;
  /** The figure's title: measure and what is measured. */
  readonly title: string;
  /** The line under the title: scale, who, interval. */
  readonly baseLine: string;
  /** The line under the drawing: source, n, the rule for small groups, fingerprint. */
  readonly sourceLine: string;
  readonly altText: string;
  readonly svg: string;
  /** Pixels at 96 to the inch. */
  readonly width: number;
  readonly height: number;
  readonly table: DocumentTable;
  /** The figure as a chart that can be edited; null where it is to be a picture. */
  readonly chart: NativeChart | null;
}
