import { LimitFault } from '../faults.ts';
import type { WorkbookLimits } from '../limits.ts';
import { nameCode, type XmlCursor } from '../xml/cursor.ts';
import { unescapeCellText } from '../xml/text.ts';

const TEXT = nameCode('t');
const PHONETIC_RUN = nameCode('rPh');

/** Joins the runs of a text that may be rich; how a word is pronounced (`rPh`) is no part of it. */
export class TextCollector {
  readonly #limits: WorkbookLimits;
  #text = '';
  #inText = false;
  #inPhonetic = false;

  constructor(limits: WorkbookLimits) {
    this.#limits = limits;
  }

  /** Takes in the token the cursor stands at. */
  accept(cursor: XmlCursor): void {
    switch (cursor.kind) {
      case 'text':
      case 'cdata':
        if (!this.#inText || this.#inPhonetic) return;
        this.#text += unescapeCellText(cursor.text());
        if (this.#text.length > this.#limits.cellTextLength) {
          throw new LimitFault('cellTextLength', this.#limits);
        }
        return;
      case 'open':
      case 'close':
        if (cursor.name === TEXT) this.#inText = cursor.kind === 'open';
        else if (cursor.name === PHONETIC_RUN) this.#inPhonetic = cursor.kind === 'open';
        return;
      case 'empty':
    }
  }

  /** The text so far, null when empty; the collector is empty afterwards. */
  take(): string | null {
    const text = this.#text;
    this.#text = '';
    this.#inText = false;
    this.#inPhonetic = false;
    return text === '' ? null : text;
  }
}
