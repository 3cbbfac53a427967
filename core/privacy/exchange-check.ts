import type { Instrument, ItemCode } from '../instrument/instrument.ts';
import { Refusal } from '../problem.ts';
import type { Tally } from '../survey/tally.ts';
import { pairCount, pairIndex, pairSum, statesOf } from '../survey/tally.ts';
import { cellPasses, cellSize } from './cells.ts';

/** Fewest respondents of a whole whose counts may be exchanged, and of one whose pair sums may be. */
export const exchangeLimits = { counts: 30, pairSums: 150 } as const;

/** What of a whole's tally may go into an exchange file; the rest is left out of it. */
export interface ExchangeRelease {
  /** Items whose counts are withheld, by code. */
  readonly withheldItems: readonly ItemCode[];
  /** Per pair (see `pairIndex`), whether its sums may be sent. */
  readonly openPairs: readonly boolean[];
  /** True when every pair may be sent: intervals of composites are then exact for the reader. */
  readonly isExact: boolean;
}

/**
 * Rule P12, for the tally of a whole municipality (of nothing else). An item goes with its counts unless its
 * cells may not be shown (rules P1, P5); a pair of items with its sums when there are 150 respondents and those who
 * answered both, only the one and only the other are each none or at least k: pair sums of few give back
 * every answer.
 * @throws Refusal `exchange-too-few` under 30 respondents.
 */
export function exchangeRelease(tally: Tally, instrument: Instrument, minimumGroup: number): ExchangeRelease {
  const { counts: fewest, pairSums: fewestForPairs } = exchangeLimits;
  if (tally.respondents < fewest) {
    throw new Refusal({
      code: 'exchange-too-few',
      message: `En utbytesfil kräver minst ${fewest} svarande, här är de ${tally.respondents}.`,
      nextStep: 'Dela inte årets svar. Redovisa dem bara inom kommunen.',
    });
  }
  const answersOf = (place: number): Float64Array => {
    const start = place * statesOf(tally.points);
    return tally.counts.subarray(start, start + tally.points);
  };
  const isOpen = instrument.items.map(({ index }) => {
    const answers = answersOf(index);
    const dontKnow = tally.counts[index * statesOf(tally.points) + tally.points] ?? 0;
    return (
      cellPasses(answers, 'answers', minimumGroup) &&
      cellPasses([cellSize(answers), dontKnow], 'dont-know', minimumGroup)
    );
  });

  const isSafe = (size: number): boolean => size === 0 || size >= minimumGroup;
  const { length } = instrument.items;
  const openPairs = new Array<boolean>(pairCount(length)).fill(false);
  if (tally.respondents >= fewestForPairs) {
    for (let i = 0; i < length; i++) {
      for (let j = i + 1; j < length; j++) {
        const pair = pairIndex(length, i, j);
        const both = tally.pairs[pair * 4 + pairSum.both] ?? 0;
        const parts = [both, cellSize(answersOf(i)) - both, cellSize(answersOf(j)) - both];
        openPairs[pair] = isOpen[i] === true && isOpen[j] === true && parts.every(isSafe);
      }
    }
  }
  return {
    withheldItems: instrument.items.flatMap(({ code, index }) => (isOpen[index] === true ? [] : [code])),
    openPairs,
    isExact: openPairs.every((open) => open),
  };
}
