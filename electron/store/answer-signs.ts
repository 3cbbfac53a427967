import type { Instrument } from '../../core/instrument/instrument.ts';
import { blankCode, dontKnowCode, refusedCode, valueCode } from '../../core/survey/answers.ts';

/** The bytes that can be an answer: those of the instrument's scale, and the three for no value. */
export class AnswerSigns {
  readonly #isSign = new Uint8Array(256);

  constructor({ scale }: Instrument) {
    for (const code of [dontKnowCode, blankCode, refusedCode]) this.#isSign[code] = 1;
    for (let value = scale.min; value <= scale.max; value++) this.#isSign[valueCode(value)] = 1;
  }

  /** True when every byte is an answer. */
  areAll(codes: Uint8Array): boolean {
    const isSign = this.#isSign;
    for (let at = 0; at < codes.length; at++) {
      if (isSign[codes[at] as number] === 0) return false;
    }
    return true;
  }
}
