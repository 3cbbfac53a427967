/** Lists that a million respondents may fill: no object for each, and no copy left behind where it can be helped. */

/** Room for the rows of a full Excel sheet. What is never written to takes up no memory. */
export const sheetRows = 2 ** 20;

/** Whole numbers by respondent. */
export class GrowingInts {
  #values = new Int32Array(sheetRows);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Int32Array(this.#values.length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length++] = value;
  }

  /** How many different numbers there are. */
  distinct(): number {
    return new Set(this.#values.subarray(0, this.#length)).size;
  }

  has(value: number): boolean {
    return this.#values.subarray(0, this.#length).includes(value);
  }

  at(place: number): number {
    return this.#values[place] ?? 0;
  }

  toArray(): Int32Array {
    return this.#values.slice(0, this.#length);
  }
}

/**
 * Remembers ids. As long as they are numbers that rise, as survey tools number answers, none can have come
 * before, and they are only listed; the first that does not rise makes a set of them.
 */
export class SeenIds {
  #rising: Float64Array<ArrayBuffer> | null = new Float64Array(sheetRows);
  #length = 0;
  #last = -Infinity;
  readonly #seen = new Set<string | number>();

  /** Adds an id; false when it came before. */
  add(id: string | number): boolean {
    if (
      this.#rising !== null &&
      typeof id === 'number' &&
      id > this.#last &&
      this.#length < this.#rising.length
    ) {
      this.#rising[this.#length++] = id;
      this.#last = id;
      return true;
    }
    if (this.#rising !== null) {
      for (const earlier of this.#rising.subarray(0, this.#length)) this.#seen.add(earlier);
      this.#rising = null;
    }
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    return true;
  }
}
