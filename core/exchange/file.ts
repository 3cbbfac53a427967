import * as z from 'zod';

/**
 * The shape of an exchange file: what one municipality shares of one year, for others to compare with without
 * anyone's answers. The whole only, no units, roles or gate groups within. Answers of items that were asked
 * negatively have been turned, so that a high value is always the mature one.
 */

export const exchangeFormat = 'dimios-exchange';
export const exchangeVersion = 1;

/** Under this many respondents nothing is shared (P12). */
export const fewestRespondents = 30;

const text = z
  .string()
  .trim()
  .min(1, { error: 'texten får inte vara tom' })
  .max(2000, { error: 'texten är för lång' })
  // What stands in a stranger's file is printed on terminals: nothing in it may steer one, or turn the reading order.
  .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u, { error: 'texten får inte ha styrtecken' });
const code = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, {
  error: 'en kod får bara ha små bokstäver a–z, siffror och bindestreck',
});
const count = z.int().min(0);

const itemCounts = z.strictObject({
  code,
  /** Answers per value of the scale, from the lowest. */
  counts: z.array(count),
  dontKnow: count,
  blank: count,
  refused: count,
});

const withheldItem = z.strictObject({ code, withheld: z.literal(true) });

/** Sums of two items, over those who gave a value to both. */
export interface ExchangePair {
  /** In the order of the items. */
  readonly items: readonly [string, string];
  /** Respondents who gave a value to both. */
  readonly both: number;
  /** Among them the sum of the values of each. */
  readonly sums: readonly [number, number];
  /** Among them the sum of the products of the two values. */
  readonly products: number;
}

/**
 * Pairs are nearly all of a file, hundreds in each: looked at by hand they take a fifth of the time, which tells when the
 * files of a whole country are read.
 */
const pair = z.custom<ExchangePair>(isPair, {
  error: 'ska ha två mätpunkter, hur många som svarat på båda, två summor och summan av produkterna',
});

function isPair(value: unknown): value is ExchangePair {
  return (
    typeof value === 'object' &&
    value !== null &&
    'items' in value &&
    'both' in value &&
    'sums' in value &&
    'products' in value &&
    Object.keys(value).length === 4 &&
    isTwo(value.items, (item) => typeof item === 'string') &&
    isCount(value.both) &&
    isTwo(value.sums, isCount) &&
    isCount(value.products)
  );
}

function isTwo(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length === 2 && isOne(value[0]) && isOne(value[1]);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

export const exchangeSchema = z.strictObject({
  format: z.literal(exchangeFormat),
  version: z.literal(exchangeVersion),
  municipality: text,
  year: z.int().min(1900).max(2999),
  instrument: z.strictObject({
    code,
    version: text,
    scale: z.strictObject({ min: z.int().min(0).max(9), max: z.int().min(1).max(35) }),
    items: z.array(code).min(1),
  }),
  provenance: z.strictObject({
    programVersion: text,
    /** ISO time. */
    writtenAt: text,
    /** The minimum group that the file was written under, and the reason for one under the usual. */
    minimumGroup: z.int().min(3).max(20),
    reason: text.nullable(),
  }),
  respondents: z
    .int()
    .min(fewestRespondents, { error: `minst ${fewestRespondents} svarande behövs för att dela siffror` }),
  /** Null where it is not known. */
  invited: count.nullable(),
  /** Answers to the gate question; null where they are withheld or it was not asked. */
  gate: z.strictObject({ yes: count, no: count }).nullable(),
  items: z.array(z.union([itemCounts, withheldItem])),
  /** Pairs that are not here were withheld. */
  pairs: z.array(pair),
});

/** An exchange file that has been found valid. */
export type ExchangeFile = z.infer<typeof exchangeSchema>;
export type ExchangeItem = z.infer<typeof itemCounts>;

/** The items whose counts the file holds. */
export function sharedItems(file: Pick<ExchangeFile, 'items'>): ExchangeItem[] {
  return file.items.filter((item): item is ExchangeItem => 'counts' in item);
}

/** Answers on the scale. */
export function answersOf({ counts }: ExchangeItem): number {
  return counts.reduce((sum, value) => sum + value, 0);
}

/** What is not in a file: items without their counts, and how many pairs of all there are were sent. */
export function withheldOf({ items, pairs }: Pick<ExchangeFile, 'items' | 'pairs'>): {
  readonly withheldItems: readonly string[];
  readonly sentPairs: number;
  readonly allPairs: number;
} {
  return {
    withheldItems: items.flatMap((item) => ('counts' in item ? [] : [item.code])),
    sentPairs: pairs.length,
    allPairs: (items.length * (items.length - 1)) / 2,
  };
}
