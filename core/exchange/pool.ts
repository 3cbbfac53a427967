import type { Instrument, Item, ItemCode } from '../instrument/instrument.ts';
import { withReversedItems } from '../instrument/instrument.ts';
import { Refusal } from '../problem.ts';
import type { Tally } from '../survey/tally.ts';
import { emptyTally, pairIndex, statesOf, sumTallies } from '../survey/tally.ts';
import { counted, listed } from '../text.ts';
import type { ExchangeFile } from './file.ts';
import { answersOf, sharedItems } from './file.ts';
import type { ItemPair } from './write.ts';

/** One municipality of a benchmark. */
export interface Stratum {
  readonly municipality: string;
  readonly respondents: number;
  readonly invited: number | null;
  /** Answers turned so that a high value is the mature one; nothing for what was withheld. */
  readonly tally: Tally;
  readonly withheldItems: readonly ItemCode[];
  /** Pairs of shared items that some answered both of, whose sums were not sent. */
  readonly missingPairs: readonly ItemPair[];
}

/** The municipalities that take part, added up. */
export interface ExchangeBenchmark {
  readonly year: number;
  /** The reader's instrument with no item turned: the files have turned their answers already. */
  readonly instrument: Instrument;
  readonly strata: readonly Stratum[];
  readonly respondents: number;
  /** Null where a municipality did not say. */
  readonly invited: number | null;
  /** Exact in all its counts; its pair sums are only of the pairs that were sent. */
  readonly tally: Tally;
  /** Items that not every municipality shared, and who did not. */
  readonly partialItems: readonly { readonly code: ItemCode; readonly missing: readonly string[] }[];
  /** Municipalities whose answers to the gate question are not in the sum. */
  readonly gateMissing: readonly string[];
  /** Pairs that at least one municipality withheld: intervals of composites that use them are bounds. */
  readonly missingPairs: readonly ItemPair[];
  /** What the benchmark is, in plain Swedish. */
  readonly statement: string;
}

/**
 * Adds up the files of a year.
 * @throws Refusal `exchange-empty`, `exchange-years-differ`, `exchange-duplicate`, `exchange-instrument-differs`.
 */
export function poolExchangeFiles(
  files: readonly ExchangeFile[],
  readersInstrument: Instrument,
): ExchangeBenchmark {
  const [first] = files;
  if (first === undefined) {
    throw refusal('exchange-empty', 'Det finns inga utbytesfiler för året.', 'Läs in minst en utbytesfil.');
  }
  checkYears(files, first.year);
  checkNames(files);
  for (const file of files) checkInstrument(file, readersInstrument);
  const instrument = withReversedItems(readersInstrument, new Set());
  const strata = files.map((file) => stratumOf(file, instrument));
  const invited = strata.flatMap((stratum) => stratum.invited ?? []);
  return {
    year: first.year,
    instrument,
    strata,
    respondents: strata.reduce((sum, { respondents }) => sum + respondents, 0),
    invited: invited.length < strata.length ? null : invited.reduce((sum, count) => sum + count, 0),
    tally: sumTallies(
      instrument,
      strata.map(({ tally }) => tally),
    ),
    partialItems: partialItems(instrument, strata),
    gateMissing: files.filter(({ gate }) => gate === null).map(({ municipality }) => municipality),
    missingPairs: distinctPairs(instrument, strata),
    statement: `Jämförelsen gäller ${counted(strata.length, 'kommun', 'kommuner')} som deltar, ${listed(strata.map(({ municipality }) => municipality))}. Den är inget urval av Sverige.`,
  };
}

function refusal(code: string, message: string, nextStep: string): Refusal {
  return new Refusal({ code, message, nextStep });
}

function checkYears(files: readonly ExchangeFile[], year: number): void {
  const other = files.find((file) => file.year !== year);
  if (other === undefined) return;
  throw refusal(
    'exchange-years-differ',
    `Utbytesfilerna är från olika år: ${year} och ${other.year}.`,
    'Lägg ihop ett år i taget.',
  );
}

function checkNames(files: readonly ExchangeFile[]): void {
  const seen = new Set<string>();
  for (const { municipality, year } of files) {
    if (seen.has(municipality)) {
      throw refusal(
        'exchange-duplicate',
        `${municipality} är med två gånger för ${year}.`,
        'Behåll en fil från varje kommun.',
      );
    }
    seen.add(municipality);
  }
}

/**
 * That a file's numbers are of the same items and scale as one's own.
 * @throws Refusal `exchange-instrument-differs`
 */
export function checkInstrument({ municipality, instrument: sent }: ExchangeFile, own: Instrument): void {
  const differs = (what: string): Refusal =>
    refusal(
      'exchange-instrument-differs',
      `Filen från ${municipality} går inte att lägga till: ${what}.`,
      'Jämför bara kommuner som har använt samma frågor och skala.',
    );
  if (sent.code !== own.code) throw differs(`den bygger på enkäten "${sent.code}", inte "${own.code}"`);
  if (sent.scale.min !== own.scale.min || sent.scale.max !== own.scale.max) {
    throw differs(`skalan är ${sent.scale.min}–${sent.scale.max}, inte ${own.scale.min}–${own.scale.max}`);
  }
  const codes: readonly string[] = own.items.map(({ code }) => code);
  const apart = [
    ...sent.items.filter((code) => !codes.includes(code)),
    ...codes.filter((code) => !sent.items.includes(code)),
  ];
  if (apart.length > 0) throw differs(`mätpunkterna skiljer sig: ${listed(apart)}`);
}

/** A file's numbers in the places that the reader's instrument gives them. */
function stratumOf(file: ExchangeFile, instrument: Instrument): Stratum {
  const tally = emptyTally(instrument);
  tally.respondents = file.respondents;
  tally.gateYes = file.gate?.yes ?? 0;
  tally.gateNo = file.gate?.no ?? 0;
  const itemOf = new Map<string, Item>(instrument.items.map((item) => [item.code, item]));
  const shared = sharedItems(file);
  for (const item of shared) {
    const at = (itemOf.get(item.code)?.index ?? 0) * statesOf(tally.points);
    tally.counts.set([...item.counts, item.dontKnow, item.blank, item.refused], at);
  }
  const sent = new Set<number>();
  for (const { items, both, sums, products } of file.pairs) {
    const [a, b] = items.map((code) => itemOf.get(code)?.index ?? 0);
    if (a === undefined || b === undefined) continue;
    const ordered = a < b ? [both, sums[0], sums[1], products] : [both, sums[1], sums[0], products];
    const at = pairIndex(tally.itemCount, Math.min(a, b), Math.max(a, b));
    tally.pairs.set(ordered, at * 4);
    sent.add(at);
  }
  const answered = new Set(shared.filter((item) => answersOf(item) > 0).map(({ code }) => code));
  const known = instrument.items.filter(({ code }) => answered.has(code));
  return {
    municipality: file.municipality,
    respondents: file.respondents,
    invited: file.invited,
    tally,
    withheldItems: instrument.items
      .filter(({ code }) => !shared.some((item) => item.code === code))
      .map(({ code }) => code),
    missingPairs: known.flatMap((first, at) =>
      known
        .slice(at + 1)
        .filter((second) => !sent.has(pairIndex(tally.itemCount, first.index, second.index)))
        .map((second): ItemPair => [first.code, second.code]),
    ),
  };
}

function partialItems(instrument: Instrument, strata: readonly Stratum[]): ExchangeBenchmark['partialItems'] {
  return instrument.items.flatMap(({ code }) => {
    const missing = strata.filter(({ withheldItems }) => withheldItems.includes(code));
    return missing.length === 0 ? [] : [{ code, missing: missing.map(({ municipality }) => municipality) }];
  });
}

function distinctPairs({ items }: Instrument, strata: readonly Stratum[]): ItemPair[] {
  const indexOf = new Map(items.map(({ code, index }) => [code, index]));
  const distinct = new Map<number, ItemPair>();
  for (const pair of strata.flatMap(({ missingPairs }) => missingPairs)) {
    const [first, second] = pair.map((code) => indexOf.get(code) ?? 0);
    distinct.set(pairIndex(items.length, first ?? 0, second ?? 0), pair);
  }
  return [...distinct.values()];
}
