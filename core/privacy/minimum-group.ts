import { Refusal } from '../problem.ts';

/** Limits of the minimum group, in respondents. */
export const minimumGroupRange = { lowest: 3, usual: 5, highest: 20 } as const;

/** The k of rules P1–P12, and the reason that was given where it is under the usual one. */
export interface MinimumGroup {
  /** Fewest answers that are shown: 3–20. */
  readonly size: number;
  /** Stored and shown in every export; null where none was needed or given. */
  readonly reason: string | null;
}

/** The minimum group where nobody has chosen another. */
export const usualMinimumGroup: MinimumGroup = { size: minimumGroupRange.usual, reason: null };

/**
 * The minimum group that a user asks for.
 * @throws Refusal `minimum-group-range` unless `size` is a whole number 3–20; `minimum-group-reason` when it is
 * under 5 and no reason is given.
 */
export function minimumGroup(size: number, reason: string | null): MinimumGroup {
  const { lowest, usual, highest } = minimumGroupRange;
  if (!Number.isInteger(size) || size < lowest || size > highest) {
    throw new Refusal({
      code: 'minimum-group-range',
      message: `Minsta gruppstorlek måste vara ett heltal från ${lowest} till ${highest}, inte ${size}.`,
      nextStep: `Välj ett tal från ${lowest} till ${highest}. Det vanliga är ${usual}.`,
    });
  }
  const given = reason?.trim() ?? '';
  if (size < usual && given === '') {
    throw new Refusal({
      code: 'minimum-group-reason',
      message: `En minsta gruppstorlek under ${usual} skyddar de svarande sämre och kräver ett skäl.`,
      nextStep: `Ange skälet, som sparas och visas i varje export, eller behåll ${usual}.`,
    });
  }
  return { size, reason: given === '' ? null : given };
}
