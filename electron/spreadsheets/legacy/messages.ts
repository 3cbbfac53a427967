import type { Row, SheetTail } from '../../../core/intake/sheet.ts';

/** What the parser is started with. */
export interface ParserOrder {
  /** The whole file. */
  readonly bytes: Uint8Array;
  readonly format: 'xls' | 'xlsb' | 'ods';
}

/** What the parser tells: a sheet, then its rows; at last that it is done, or why the file cannot be read. */
export type ParserMessage =
  | { readonly kind: 'sheet'; readonly name: string; readonly hidden: boolean; readonly tail: SheetTail }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly isLocked: boolean; readonly message: string };
