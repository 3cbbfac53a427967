import type { WorkbookLimits } from './limits.ts';

/** Why a file cannot be read, before it is known which file, sheet and cell: `refusals.ts` turns it into words. */
export class Fault extends Error {}

/** The bytes are not what the format promises: cut short, overwritten or wrongly written. */
export class DamagedFault extends Fault {}

/** The file holds something that has no place in a workbook and could be an attack. */
export class UnsafeFault extends Fault {}

/** A part is locked with a password. */
export class LockedFault extends Fault {}

/** The file goes beyond one of the {@link WorkbookLimits}. */
export class LimitFault extends Fault {
  readonly bound: keyof WorkbookLimits;
  readonly limit: number;

  constructor(bound: keyof WorkbookLimits, limits: WorkbookLimits) {
    super(`over ${bound}`);
    this.bound = bound;
    this.limit = limits[bound];
  }
}
