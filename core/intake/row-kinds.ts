import { fold } from '../text.ts';
import type { AnswerColumns } from './answer-columns.ts';
import type { ColumnMatch } from './columns.ts';
import { cellText } from './rows.ts';
import type { Cell } from './sheet.ts';
import { totalsFirstWords, totalsLastWords, totalsWords } from './vocabulary.ts';

/** What a row under the headings is. */
export type RowKind = 'respondent' | 'totals-row' | 'repeated-header' | 'legend-row' | 'empty';

/** What was read of a row's item cells. */
export interface RowReading {
  /** Item cells that held anything. */
  readonly answered: number;
  /** Items whose cell was not understood. */
  readonly faultyItems: readonly number[];
}

const longestTotalsLabel = 40;
/** An unlabelled line of sums has this many different figures off the scale; codes for vet ej are fewer. */
const differentSums = 4;

/** Tells respondents from totals, repeated headings and legends. */
export class RowSorter {
  readonly #columns: AnswerColumns;
  readonly #headers: readonly string[];
  readonly #backgroundPlaces: readonly number[];
  /** Columns whose text may be the label of a totals row. */
  readonly #labelPlaces: ReadonlySet<number>;

  constructor(columns: AnswerColumns, matches: readonly ColumnMatch[], headers: readonly string[]) {
    this.#columns = columns;
    this.#headers = headers;
    const { upperUnit, lowerUnit, role, gate, submitted, times } = columns;
    this.#backgroundPlaces = [upperUnit, lowerUnit, role, gate, submitted, ...times].filter(
      (place) => place !== null,
    );
    const speaks = new Set(['freeText', 'gate', 'personal']);
    this.#labelPlaces = new Set(
      matches.filter(({ role: of }) => !speaks.has(of)).map(({ column }) => column - 1),
    );
  }

  kindOf(cells: readonly Cell[], reading: RowReading): RowKind {
    if (this.#isLabelledTotals(cells) || this.#isUnlabelledTotals(cells, reading)) return 'totals-row';
    if (this.#repeatsHeader(cells, reading)) return 'repeated-header';
    if (reading.answered > 0) return 'respondent';
    const filled = cells.reduce<number>((count, cell) => count + (cell === null ? 0 : 1), 0);
    if (filled > 1 && this.#hasBackground(cells)) return 'respondent';
    return filled > 0 ? 'legend-row' : 'empty';
  }

  /** A line that begins with a word for a total and tells nothing else of who answered. */
  #isLabelledTotals(cells: readonly Cell[]): boolean {
    const place = cells.findIndex((cell) => cell !== null);
    const label = cells[place];
    if (typeof label !== 'string' || label.length > longestTotalsLabel) return false;
    const folded = fold(label);
    const words = folded.split(' ');
    const isTotals =
      totalsWords.has(folded) ||
      totalsFirstWords.has(words[0] ?? '') ||
      (words.length > 1 && totalsLastWords.has(words.at(-1) ?? ''));
    if (!isTotals || (place < this.#headers.length && !this.#labelPlaces.has(place))) return false;
    return !this.#hasBackground(cells.with(place, null));
  }

  /** A line of means or sums without a word before it: hardly an answer among them, and nobody who gave them. */
  #isUnlabelledTotals(cells: readonly Cell[], { answered, faultyItems }: RowReading): boolean {
    if (faultyItems.length * 2 <= answered || this.#hasBackground(cells)) return false;
    const figures = faultyItems.map((item) => cells[this.#columns.items[item] ?? -1]);
    if (!figures.every((figure) => typeof figure === 'number')) return false;
    return figures.some((figure) => !Number.isInteger(figure)) || new Set(figures).size >= differentSums;
  }

  #repeatsHeader(cells: readonly Cell[], { faultyItems }: RowReading): boolean {
    const { items } = this.#columns;
    if (faultyItems.length * 2 <= items.length) return false;
    const same = faultyItems.filter((item) => {
      const place = items[item] ?? -1;
      const text = fold(cellText(cells[place]));
      return text !== '' && fold(this.#headers[place] ?? '').includes(text);
    });
    return same.length * 2 > items.length;
  }

  #hasBackground(cells: readonly Cell[]): boolean {
    if (this.#backgroundPlaces.some((place) => (cells[place] ?? null) !== null)) return true;
    const { respondentId } = this.#columns;
    const id = respondentId === null ? null : (cells[respondentId] ?? null);
    return typeof id === 'number' || (typeof id === 'string' && /^[\w-]{1,40}$/.test(id));
  }
}
