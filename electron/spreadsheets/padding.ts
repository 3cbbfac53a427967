import { LimitFault } from './faults.ts';
import { paddingPerValue, type WorkbookLimits } from './limits.ts';

/** What one pass over a sheet has met so far. */
export interface Passed {
  readonly bytes: number;
  /** Cells of each row, empty ones too. */
  readonly cells: number;
  readonly values: number;
}

/**
 * How much of a workbook's sheets holds nothing. A sheet is passed over several times, and every bomb that keeps within
 * the other bounds consists of such: tags, comments and empty cells without end.
 */
export class Padding {
  readonly #limits: WorkbookLimits;
  /** The most that a pass over each sheet has met, by its part. */
  readonly #bytes = new Map<string, number>();
  readonly #cells = new Map<string, number>();

  constructor(limits: WorkbookLimits) {
    this.#limits = limits;
  }

  /** Notes how far a pass has come. Throws {@link LimitFault} when the workbook holds too much padding. */
  note(part: string, { bytes, cells, values }: Passed): void {
    keepLargest(this.#bytes, part, bytes - values * paddingPerValue.bytes);
    keepLargest(this.#cells, part, cells - values * paddingPerValue.cells);
    if (sum(this.#bytes) > this.#limits.paddingBytes) throw new LimitFault('paddingBytes', this.#limits);
    if (sum(this.#cells) > this.#limits.paddingCells) throw new LimitFault('paddingCells', this.#limits);
  }
}

function keepLargest(amounts: Map<string, number>, part: string, amount: number): void {
  if (amount > (amounts.get(part) ?? 0)) amounts.set(part, amount);
}

function sum(amounts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const amount of amounts.values()) total += amount;
  return total;
}
