import type { ImportPreview } from '../../core/api.ts';

export type PreviewColumn = ImportPreview['columns'][number];

/** A column of the sheet as it is shown: by itself, or neighbours that need nothing, folded into one. */
export interface ShownColumn {
  readonly key: string;
  /** Places in the sheet, from 0; one where nothing is folded. */
  readonly places: readonly number[];
  readonly kind: 'dropped' | 'item' | 'background';
  readonly columns: readonly PreviewColumn[];
}

/** Place in the sheet, from 0: "A" → 0, "AA" → 26. */
export function placeOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The letters of a cell such as "K14". */
export function lettersOf(cell: string): string {
  return cell.replace(/\d+$/, '');
}

/**
 * The columns to show. Neighbours of one kind that are certain fold into one, so that what needs a look is in sight;
 * `apart` names those that stand by themselves all the same.
 */
export function shownColumns(
  columns: readonly PreviewColumn[],
  apart: ReadonlySet<string>,
  isFolding: boolean,
): ShownColumn[] {
  const shown: ShownColumn[] = [];
  for (const column of columns) {
    const kind = column.dropped ? 'dropped' : column.role === 'item' ? 'item' : 'background';
    const place = placeOf(column.letters);
    const folds =
      isFolding && kind !== 'background' && !column.needsConfirmation && !apart.has(column.letters);
    const before = shown.at(-1);
    if (folds && before?.kind === kind && before.key.startsWith('fold:')) {
      shown[shown.length - 1] = {
        ...before,
        places: [...before.places, place],
        columns: [...before.columns, column],
      };
    } else {
      shown.push({
        key: folds ? `fold:${column.letters}` : column.letters,
        places: [place],
        kind,
        columns: [column],
      });
    }
  }
  return shown;
}

/** "F" or "J–AE". */
export function rangeOf(columns: readonly PreviewColumn[]): string {
  const first = columns[0]?.letters ?? '';
  const last = columns.at(-1)?.letters ?? '';
  return first === last ? first : `${first}–${last}`;
}
