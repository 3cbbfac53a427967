import type { Instrument, Item } from '../instrument/instrument.ts';
import { fold } from '../text.ts';
import { headerText } from './header-text.ts';
import { negativeWords } from './vocabulary.ts';

/** How a heading fits an item. */
export interface ItemMatch {
  readonly item: Item;
  /** 0–1; from {@link certainConfidence} on the match needs no confirmation. */
  readonly confidence: number;
  /** Plain Swedish. */
  readonly reason: string;
}

/** A match at or over this needs no confirmation. */
export const certainConfidence = 0.9;

interface KnownItem {
  readonly item: Item;
  readonly names: ReadonlySet<string>;
  readonly stemSets: readonly (readonly string[])[];
}

/** Recognises items in headings and table rows; made once for an instrument. */
export class ItemMatcher {
  readonly #known: readonly KnownItem[];

  constructor(instrument: Instrument) {
    this.#known = instrument.items.map((item) => ({
      item,
      names: new Set([item.code, item.name.sv, item.name.en, ...item.aliases].map(fold)),
      stemSets: item.stems.map((stems) => fold(stems).split(' ')),
    }));
  }

  /** The item whose name, alias or code the text is, and nothing more. */
  exact(text: string): Item | null {
    const folded = fold(text);
    return this.#known.find(({ names }) => names.has(folded))?.item ?? null;
  }

  /** The best item for a heading, or null. */
  match(heading: string): ItemMatch | null {
    const { full, statement } = headerText(heading);
    const exact =
      this.exact(statement) ?? this.exact(full) ?? this.exact(full.replace(/^\s*\d+\s*[.):-]?\s*/, ''));
    if (exact !== null)
      return { item: exact, confidence: 1, reason: `heter som mätpunkten ${exact.name.sv}` };

    const named = this.#beginsWithName(statement);
    if (named !== null) {
      return { item: named, confidence: 0.95, reason: `börjar med mätpunktens namn, ${named.name.sv}` };
    }
    return this.#byWords(statement) ?? (statement === full ? null : this.#byWords(full));
  }

  /** "Portföljstyrning: Vi har …", "Portföljstyrning (…)", "1. Portföljstyrning – …". */
  #beginsWithName(statement: string): Item | null {
    const start = /^\s*(?:\d+\s*[.):-]?\s*)?([^:–—(?]+?)\s*(?:[:–—(?]|\s-\s)/u.exec(statement)?.[1];
    return start === undefined ? null : this.exact(start);
  }

  #byWords(statement: string): ItemMatch | null {
    const folded = fold(statement);
    const words = folded.split(' ');
    const scored = this.#known
      .map((known) => ({ known, weight: wordWeight(known, folded, words) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight);
    const [best, second] = scored;
    if (best === undefined) return null;
    const { item } = best.known;
    if (second === undefined) {
      return { item, confidence: 0.9, reason: `orden i påståendet hör till ${item.name.sv}` };
    }
    const rival = second.known.item.name.sv;
    const ahead = best.weight >= second.weight * 1.5;
    return {
      item,
      confidence: ahead ? 0.75 : 0.5,
      reason: `orden i påståendet hör till ${item.name.sv}, men också till ${rival}`,
    };
  }
}

/** Letters of the longest stem set or name that the statement holds; 0 where none is met. */
function wordWeight(known: KnownItem, folded: string, words: readonly string[]): number {
  const names = [...known.names]
    .filter((name) => ` ${folded} `.includes(` ${name} `))
    .map((name) => name.length + 4);
  const stems = known.stemSets
    .filter((set) => set.every((stem) => words.some((word) => word.startsWith(stem))))
    .map((set) => set.join('').length);
  return Math.max(0, ...names, ...stems);
}

/** True when a statement (not a bare name) is worded so that agreeing may mean low maturity. */
export function isWordedNegatively(heading: string): boolean {
  const { statement } = headerText(heading);
  const withoutHints = fold(statement.replace(/\([^)]*\)/g, ' ')).replace(/\b(vet|kan) (ej|inte)\b/g, ' ');
  return withoutHints.split(' ').some((word) => negativeWords.has(word));
}
