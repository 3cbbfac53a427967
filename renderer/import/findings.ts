import type { ImportPreview } from '../../core/api.ts';

type Finding = ImportPreview['findings'][number];

/** Findings of one sort, told once. */
export interface FoundTogether {
  readonly key: string;
  /** `note` where what was done needs no check. */
  readonly weight: 'check' | 'note';
  readonly message: string;
  /** Cells, columns or rows, in the order of the file. */
  readonly places: readonly string[];
}

/** What is told and needs no check: it happens in every file, or is as it should be. */
const notes: ReadonlySet<string> = new Set([
  'dropped-column',
  'empty-response',
  'incomplete-response',
  'hidden-rows',
  'hidden-columns',
  'totals-row',
  'repeated-header',
  'legend-row',
  'reversed-item',
]);

/** Findings that say the same in one line, those to check first. */
export function togetherByMessage(findings: readonly Finding[]): FoundTogether[] {
  const groups = Map.groupBy(findings, ({ code, message }) => `${code} ${message}`);
  const all = [...groups].map(([key, members]): FoundTogether => {
    const [first] = members;
    return {
      key,
      weight: first !== undefined && notes.has(first.code) ? 'note' : 'check',
      message: first?.message ?? '',
      places: members.flatMap(
        ({ cell, column, row }) => cell ?? column ?? (row === null ? [] : [String(row)]),
      ),
    };
  });
  return [
    ...all.filter(({ weight }) => weight === 'check'),
    ...all.filter(({ weight }) => weight === 'note'),
  ];
}

const placesShown = 2;

/** "F9, F41 +10". */
export function placesText(places: readonly string[]): string {
  const rest = places.length - placesShown;
  return `${places.slice(0, placesShown).join(', ')}${rest > 0 ? ` +${rest}` : ''}`;
}
