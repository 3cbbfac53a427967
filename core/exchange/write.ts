import type { Instrument, Item, ItemCode } from '../instrument/instrument.ts';
import type { Tally } from '../survey/tally.ts';
import { pairIndex, pairSum, statesOf } from '../survey/tally.ts';
import type { ExchangeFile, ExchangePair } from './file.ts';
import { exchangeFormat, exchangeVersion } from './file.ts';

/** Two items, the earlier in the instrument first. */
export type ItemPair = readonly [ItemCode, ItemCode];

/** What of a municipality's year may leave it, as rule P12 has decided. */
export interface ExchangeDecision {
  /** Items whose counts stay. */
  readonly withheldItems: readonly ItemCode[];
  /** Per pair (see {@link pairIndex}), whether its sums may be sent; those of a withheld item never are. */
  readonly openPairs: readonly boolean[];
  /** Whether the answers to the gate question may be sent. They stay unless it says so. */
  readonly opensGate?: boolean;
}

/** What an exchange file is made from. */
export interface ExchangeInput {
  readonly municipality: string;
  readonly year: number;
  /** The instrument as it was asked that year. */
  readonly instrument: Instrument;
  /** The whole municipality. */
  readonly tally: Tally;
  readonly invited: number | null;
  readonly decision: ExchangeDecision;
  readonly provenance: ExchangeFile['provenance'];
}

/** What a municipality shares of a year. */
export function exchangeFile(input: ExchangeInput): ExchangeFile {
  const { instrument, tally, decision } = input;
  const { min, max } = instrument.scale;
  const withheld = new Set<ItemCode>(decision.withheldItems);
  return {
    format: exchangeFormat,
    version: exchangeVersion,
    municipality: input.municipality,
    year: input.year,
    instrument: {
      code: instrument.code,
      version: instrument.version,
      scale: { min, max },
      items: instrument.items.map((item) => item.code),
    },
    provenance: input.provenance,
    respondents: tally.respondents,
    invited: input.invited,
    gate:
      instrument.gate === null || decision.opensGate !== true
        ? null
        : { yes: tally.gateYes, no: tally.gateNo },
    items: instrument.items.map((item) =>
      withheld.has(item.code) ? { code: item.code, withheld: true } : countsOf(item, tally),
    ),
    pairs: sharedPairs(instrument, decision).map(([first, second]) =>
      pairOf(first, second, tally, min + max),
    ),
  };
}

/** The text of an exchange file: JSON that a person can look through. */
export function exchangeText(file: ExchangeFile): string {
  return `${JSON.stringify(file, null, 1)}\n`;
}

function countsOf({ code, index, reversed }: Item, { counts, points }: Tally): ExchangeFile['items'][number] {
  const start = index * statesOf(points);
  const values = Array.from(counts.subarray(start, start + points));
  if (reversed) values.reverse();
  const [dontKnow = 0, blank = 0, refused = 0] = counts.subarray(start + points, start + statesOf(points));
  return { code, counts: values, dontKnow, blank, refused };
}

function sharedPairs({ items }: Instrument, { withheldItems, openPairs }: ExchangeDecision): [Item, Item][] {
  const shared = items.filter(({ code }) => !withheldItems.includes(code));
  return shared.flatMap((first, at) =>
    shared
      .slice(at + 1)
      .filter((second) => openPairs[pairIndex(items.length, first.index, second.index)] === true)
      .map((second): [Item, Item] => [first, second]),
  );
}

/** A pair's sums with reversed items turned: y becomes `ends` − y, where `ends` is lowest + highest. */
function pairOf(first: Item, second: Item, { itemCount, pairs }: Tally, ends: number): ExchangePair {
  const at = pairIndex(itemCount, first.index, second.index) * 4;
  const both = pairs[at + pairSum.both] ?? 0;
  let sumFirst = pairs[at + pairSum.first] ?? 0;
  let sumSecond = pairs[at + pairSum.second] ?? 0;
  let products = pairs[at + pairSum.product] ?? 0;
  if (first.reversed) {
    products = ends * sumSecond - products;
    sumFirst = ends * both - sumFirst;
  }
  if (second.reversed) {
    products = ends * sumFirst - products;
    sumSecond = ends * both - sumSecond;
  }
  return { items: [first.code, second.code], both, sums: [sumFirst, sumSecond], products };
}
