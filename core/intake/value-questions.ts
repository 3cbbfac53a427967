import type { Scale } from '../instrument/instrument.ts';
import { counted } from '../text.ts';
import type { Question, QuestionCode } from './finding.ts';
import { cellText } from './rows.ts';
import type { Cell } from './sheet.ts';
import { codeInCell, meaningKey } from './values.ts';

interface Seen {
  readonly text: string;
  readonly isProposedDontKnow: boolean;
  count: number;
  readonly columns: Set<number>;
}

/** A code or label met this often, in this many columns, is no slip of the keyboard: it has a meaning to ask for. */
const systematicCount = 5;
const systematicColumns = 3;
const askedAtMost = 30;
/** Longer texts are no labels of a scale. */
const longestLabel = 120;

/** Notes codes and labels that were not understood, and asks what those mean that come back. */
export class ValueQuestions {
  readonly #scale: Scale;
  /** Meanings that the user has given already, by {@link meaningKey}. */
  readonly #said: ReadonlySet<string>;
  readonly #seen = new Map<string, Seen>();

  constructor(scale: Scale, said: ReadonlySet<string>) {
    this.#scale = scale;
    this.#said = said;
  }

  note(cell: Cell, column: number, isProposedDontKnow: boolean): void {
    const text = codeInCell(cell) ?? cellText(cell);
    if (text === '' || text.length > longestLabel || this.#said.has(meaningKey(text))) return;
    const seen = this.#seen.get(text);
    if (seen === undefined) {
      if (this.#seen.size < 10_000) {
        this.#seen.set(text, { text, isProposedDontKnow, count: 1, columns: new Set([column]) });
      }
      return;
    }
    seen.count++;
    seen.columns.add(column);
  }

  list(sheet: string): Question[] {
    return [...this.#seen.values()]
      .filter((seen) => this.#isAsked(seen))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      .slice(0, askedAtMost)
      .map((seen) => this.#question(seen, sheet));
  }

  #isAsked(seen: Seen): boolean {
    if (seen.isProposedDontKnow || /^A\d+$/.test(seen.text)) return true;
    return seen.count >= systematicCount && seen.columns.size >= systematicColumns;
  }

  #question(seen: Seen, sheet: string): Question {
    const { min, max } = this.#scale;
    const places = counted(seen.columns.size, 'kolumn', 'kolumner');
    const times = counted(seen.count, 'cell', 'celler');
    const code: QuestionCode = seen.isProposedDontKnow
      ? 'code-after-scale'
      : /^A\d+$/.test(seen.text)
        ? 'refused-codes'
        : codeInCell(seen.text) === null
          ? 'unknown-label'
          : 'numeric-dont-know';
    const values = Array.from({ length: max - min + 1 }, (_, point) => String(min + point));
    return {
      id: `value:${seen.text}`,
      code,
      sheet,
      column: null,
      message: `"${seen.text}" står i ${times} i ${places} men hör inte till skalan ${min}–${max}. Vad betyder det?`,
      options: [
        { value: 'dontKnow', label: 'Vet ej' },
        { value: 'refused', label: 'Räkna inte med svaret' },
        { value: 'blank', label: 'Obesvarat' },
        ...(code === 'unknown-label' ? values.map((value) => ({ value, label: value })) : []),
      ],
      // Labels that nobody knows are most of the scale: refusing them would leave its ends alone.
      proposed: seen.isProposedDontKnow ? 'dontKnow' : code === 'unknown-label' ? null : 'refused',
    };
  }
}
