import type { Instrument } from '../instrument/instrument.ts';
import type { AnswerRows } from './answers.ts';
import { scalePointByCode } from './answers.ts';

/**
 * Whole-number counts and pair sums of a group of respondents: the waist of the program. Tallies add, so
 * any selection is a sum of cells, exact in any order; every result is a function of a tally. One with pair
 * sums can give back the answers of a small group, so it counts as microdata and stays on the machine.
 *
 * Answers are tallied as given; reversed items are turned at scoring.
 */
export interface Tally {
  readonly itemCount: number;
  /** The lowest scale value. */
  readonly scaleMin: number;
  /** Number of scale points. */
  readonly points: number;
  respondents: number;
  gateYes: number;
  gateNo: number;
  /**
   * Per item `points + 3` counts: of each scale value from the lowest, then don't know, blank, refused.
   * Float64 because whole numbers are exact there up to 2^53.
   */
  readonly counts: Float64Array;
  /** Per pair i < j (see {@link pairIndex}), four numbers about those who gave a value to both. */
  readonly pairs: Float64Array;
}

/** Place of the four pair sums within a pair. */
export const pairSum = { both: 0, first: 1, second: 2, product: 3 } as const;

/** What the respondents of a cell said to the gate question; null where it was not asked or not answered. */
export type GateAnswer = 'yes' | 'no' | null;

/** Number of states an item's answer can have: each point, don't know, blank, refused. */
export function statesOf(points: number): number {
  return points + 3;
}

/** Number of item pairs i < j. */
export function pairCount(itemCount: number): number {
  return (itemCount * (itemCount - 1)) / 2;
}

/** Place of the pair i < j among all pairs, row by row. */
export function pairIndex(itemCount: number, i: number, j: number): number {
  return i * itemCount - (i * (i + 1)) / 2 + (j - i - 1);
}

/** The tally of nobody: the zero of {@link addTally}. */
export function emptyTally(instrument: Instrument): Tally {
  const itemCount = instrument.items.length;
  const { points, min } = instrument.scale;
  return {
    itemCount,
    scaleMin: min,
    points,
    respondents: 0,
    gateYes: 0,
    gateNo: 0,
    counts: new Float64Array(itemCount * statesOf(points)),
    pairs: new Float64Array(pairCount(itemCount) * 4),
  };
}

/**
 * Adds `more` to `sum` in place and gives `sum`.
 * @throws RangeError when the two are of different items or scales.
 */
export function addTally(sum: Tally, more: Tally): Tally {
  if (sum.itemCount !== more.itemCount || sum.points !== more.points || sum.scaleMin !== more.scaleMin) {
    throw new RangeError('Tallies of different instruments do not add.');
  }
  sum.respondents += more.respondents;
  sum.gateYes += more.gateYes;
  sum.gateNo += more.gateNo;
  addInto(sum.counts, more.counts);
  addInto(sum.pairs, more.pairs);
  return sum;
}

/** The sum of tallies of one instrument. */
export function sumTallies(instrument: Instrument, tallies: Iterable<Tally>): Tally {
  const sum = emptyTally(instrument);
  for (const tally of tallies) addTally(sum, tally);
  return sum;
}

function addInto(sum: Float64Array, more: Float64Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (more[at] ?? 0);
}

/** Tallies respondents who share a gate answer, in one pass. */
export function tallyAnswers(instrument: Instrument, gate: GateAnswer, rows: AnswerRows): Tally {
  const tallier = new Tallier(instrument, gate);
  tallier.add(rows);
  return tallier.finish();
}

/**
 * Tallies respondents as they come, one pass, without keeping them.
 *
 * The four pair sums are made with one multiplication: with u_i = y_i + 2^s₂ and w_j = y_j + 2^s₁, each zero
 * where there is no value, the product u_i w_j holds Σyᵢyⱼ, Σyᵢ, Σyⱼ and the count in bit fields of their own,
 * and so does a sum of such products while no field overflows: hence the blocks.
 */
export class Tallier {
  readonly #tally: Tally;
  readonly #gate: GateAnswer;
  readonly #pointByCode: Uint8Array;
  readonly #packed: Float64Array;
  readonly #layout: PackedLayout;
  readonly #answeredItems: Int32Array;
  readonly #answeredValues: Float64Array;
  #inBlock = 0;

  constructor(instrument: Instrument, gate: GateAnswer) {
    this.#tally = emptyTally(instrument);
    this.#gate = gate;
    this.#pointByCode = scalePointByCode(instrument.scale);
    this.#packed = new Float64Array(pairCount(instrument.items.length));
    this.#layout = packedLayout(instrument.scale.max);
    this.#answeredItems = new Int32Array(instrument.items.length);
    this.#answeredValues = new Float64Array(instrument.items.length);
  }

  /** Adds respondents `from` (inclusive) to `to` (exclusive) of `rows`. */
  add(rows: AnswerRows, from = 0, to = rows.respondents): void {
    const { itemCount } = rows;
    for (let respondent = from; respondent < to; respondent++) {
      this.#addOne(rows.codes, respondent * itemCount);
    }
    const added = to - from;
    this.#tally.respondents += added;
    if (this.#gate === 'yes') this.#tally.gateYes += added;
    if (this.#gate === 'no') this.#tally.gateNo += added;
  }

  /** The tally of all that was added. */
  finish(): Tally {
    this.#unpack();
    return this.#tally;
  }

  #addOne(codes: Uint8Array, start: number): void {
    const { itemCount, points, scaleMin, counts } = this.#tally;
    const states = statesOf(points);
    const items = this.#answeredItems;
    const values = this.#answeredValues;
    let answered = 0;
    for (let item = 0; item < itemCount; item++) {
      const point = this.#pointByCode[codes[start + item] as number] as number;
      const at = item * states + point;
      counts[at] = (counts[at] as number) + 1;
      if (point < points) {
        items[answered] = item;
        values[answered] = point + scaleMin;
        answered++;
      }
    }
    const { firstUnit, secondUnit, blockRespondents } = this.#layout;
    const packed = this.#packed;
    for (let a = 0; a < answered; a++) {
      const i = items[a] as number;
      const u = (values[a] as number) + secondUnit;
      const row = i * itemCount - (i * (i + 1)) / 2 - i - 1;
      for (let b = a + 1; b < answered; b++) {
        const at = row + (items[b] as number);
        packed[at] = (packed[at] as number) + u * ((values[b] as number) + firstUnit);
      }
    }
    if (++this.#inBlock === blockRespondents) this.#unpack();
  }

  #unpack(): void {
    const { firstUnit, secondUnit } = this.#layout;
    const bothUnit = firstUnit * secondUnit;
    const { pairs } = this.#tally;
    this.#packed.forEach((sum, pair) => {
      if (sum === 0) return;
      const both = Math.floor(sum / bothUnit);
      const withoutBoth = sum - both * bothUnit;
      const second = Math.floor(withoutBoth / secondUnit);
      const withoutSecond = withoutBoth - second * secondUnit;
      const first = Math.floor(withoutSecond / firstUnit);
      const at = pair * 4;
      pairs[at + pairSum.both] = (pairs[at + pairSum.both] as number) + both;
      pairs[at + pairSum.first] = (pairs[at + pairSum.first] as number) + first;
      pairs[at + pairSum.second] = (pairs[at + pairSum.second] as number) + second;
      pairs[at + pairSum.product] =
        (pairs[at + pairSum.product] as number) + (withoutSecond - first * firstUnit);
    });
    this.#packed.fill(0);
    this.#inBlock = 0;
  }
}

interface PackedLayout {
  /** Weight of the field that holds Σ of the first item's values. */
  readonly firstUnit: number;
  /** Weight of the field that holds Σ of the second item's values. */
  readonly secondUnit: number;
  /** Respondents that can be added before a field may overflow. */
  readonly blockRespondents: number;
}

/**
 * The widest block of respondents whose four sums fit side by side in the 53 bits of a whole number: the
 * product sum lowest, then the two value sums, then the count at the product of the two units.
 */
function packedLayout(maxValue: number): PackedLayout {
  for (let blockBits = 12; blockBits >= 0; blockBits--) {
    const blockRespondents = 2 ** blockBits;
    const productBits = bitsFor(maxValue * maxValue * blockRespondents);
    const sumBits = bitsFor(maxValue * blockRespondents);
    const bitsUsed = 2 * productBits + sumBits + bitsFor(blockRespondents);
    if (bitsUsed > 53) continue;
    return { firstUnit: 2 ** productBits, secondUnit: 2 ** (productBits + sumBits), blockRespondents };
  }
  throw new RangeError(`A scale up to ${maxValue} is too wide to tally.`);
}

/** Bits needed to hold whole numbers up to `largest`. */
function bitsFor(largest: number): number {
  return Math.floor(Math.log2(largest)) + 1;
}
