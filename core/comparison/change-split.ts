import type { CategoryCode, DimensionCode, Instrument, ItemCode } from '../instrument/instrument.ts';
import { swedishDifference } from '../numbers.ts';
import { incomparableComposites, incomparableItem } from './comparability.ts';
import type { IncomparableReason } from './compare.ts';
import type { ItemWeights } from './composite-weights.ts';
import { compositeWeights } from './composite-weights.ts';
import type { Group } from './group.ts';
import { pooled } from './group.ts';
import { measureGroup } from './measure.ts';
import { itemSums, percentPerStep } from './moments.ts';
import { defaultAnalysisSettings } from './settings.ts';
import type { NotComparable } from './verdicts.ts';

/** A part of the whole in two years; null where it did not exist. Hidden units are pooled before they come here. */
export interface SplitPart {
  readonly name: string;
  readonly from: Group | null;
  readonly to: Group | null;
}

/** The two sources of a change. Results and mix add up to the difference; null where there is none. */
export interface Split {
  /** From what the parts' own results did. */
  readonly results: number | null;
  /** From who answered and had an opinion: the parts' shares of the answers. */
  readonly mix: number | null;
}

/** A figure's change split: percentage points for a composite, steps of the scale for an item. */
export interface FigureSplit extends Split {
  readonly difference: number | null;
  /** What each part gave, in the order given; adds up to the whole's. */
  readonly parts: readonly (Split & { readonly name: string })[];
  /** Plain Swedish; null where there is no difference. */
  readonly sentence: string | null;
}

/** The change of every figure of a whole, split. */
export interface ChangeSplit {
  /** Why composites do not compare; null when they do. */
  readonly notComparable: NotComparable | null;
  readonly maturity: FigureSplit;
  readonly dimensions: readonly (FigureSplit & { readonly code: DimensionCode })[];
  readonly categories: readonly (FigureSplit & { readonly code: CategoryCode })[];
  readonly items: readonly (FigureSplit & { readonly code: ItemCode })[];
}

/**
 * Splits the change of a whole between two years into what the results of its parts did and what the mix of
 * those who answered did (S4; Kitagawa 1955). Exact: the two add up to the difference.
 * @param parts all parts, each respondent in one; at least one.
 */
export function splitChange(
  before: Instrument,
  after: Instrument,
  parts: readonly SplitPart[],
  given?: IncomparableReason,
): ChangeSplit {
  const pool = (instrument: Instrument, side: 'from' | 'to'): Group =>
    pooled(
      instrument,
      parts.flatMap((part) => part[side] ?? []),
    );
  const from = measureGroup(pool(before, 'from'), defaultAnalysisSettings);
  const to = measureGroup(pool(after, 'to'), defaultAnalysisSettings);
  const outside: NotComparable | null = given === undefined ? null : { reason: given, items: [] };
  const notComparable = outside ?? incomparableComposites(from, to);

  const names = parts.map(({ name }) => name);
  const moves = itemMoves(before, after, parts);
  const { display } = after;
  const inPercent = {
    unit: 'procentenheter',
    decimals: display.percentDecimals + 1,
    rounding: display.rounding,
  };
  const onScale = { unit: 'steg på skalan', decimals: display.meanDecimals + 1, rounding: display.rounding };
  const weights = compositeWeights(after, ({ index }) => (to.items[index]?.answers ?? 0) > 0);
  const steps = percentPerStep(after).map(Math.abs);
  const composite = (own: ItemWeights | null): FigureSplit => {
    if (own === null || notComparable !== null) return nothingSplit(names);
    const used = after.items.filter(({ index }) => own[index] !== 0);
    return figureSplit(names, inPercent, (part) =>
      used.map(({ code, index }) => scaled(moves.get(code)?.[part], (own[index] ?? 0) * (steps[index] ?? 0))),
    );
  };
  return {
    notComparable,
    maturity: composite(weights.maturity),
    dimensions: weights.dimensions.map(({ code, weights: own }) => ({ code, ...composite(own) })),
    categories: weights.categories.map(({ code, weights: own }) => ({ code, ...composite(own) })),
    items: after.items.map(({ code }) => {
      const own = moves.get(code);
      const compares = outside === null && incomparableItem(code, before, after) === null;
      return {
        code,
        ...(own === undefined || !compares
          ? nothingSplit(names)
          : figureSplit(names, onScale, (part) => [scaled(own[part], 1)])),
      };
    }),
  };
}

/** What one part gave to the change of one item's mean, on the scale as it is turned. */
interface Move {
  readonly results: number;
  readonly mix: number;
}

/** Per item with answers in both years, each part's move. */
function itemMoves(
  before: Instrument,
  after: Instrument,
  parts: readonly SplitPart[],
): ReadonlyMap<ItemCode, readonly Move[]> {
  const sumsOf = (group: Group | null) => (group === null ? [] : itemSums(group.tally));
  const sums = parts.map((part) => ({ from: sumsOf(part.from), to: sumsOf(part.to) }));
  const placeBefore = new Map(before.items.map(({ code, index }) => [code, index]));
  return new Map(
    after.items.flatMap(({ code, index, reversed }) => {
      const place = placeBefore.get(code);
      if (place === undefined) return [];
      const sign = reversed ? -1 : 1;
      const sides = sums.map(({ from, to }) => ({
        a: signedSums(from[place], sign),
        b: signedSums(to[index], sign),
      }));
      const moves = movesOf(sides);
      return moves === null ? [] : [[code, moves] as const];
    }),
  );
}

interface SignedSums {
  readonly n: number;
  readonly total: number;
}

function signedSums(sums: SignedSums | undefined, sign: number): SignedSums {
  return sums === undefined ? { n: 0, total: 0 } : { n: sums.n, total: sign * sums.total };
}

/** The formula of S4 for one item; null where nobody answered it in one of the years. */
function movesOf(sides: readonly { readonly a: SignedSums; readonly b: SignedSums }[]): Move[] | null {
  const whole = { a: added(sides.map(({ a }) => a)), b: added(sides.map(({ b }) => b)) };
  if (whole.a.n === 0 || whole.b.n === 0) return null;
  const middleOfWhole = (whole.a.total / whole.a.n + whole.b.total / whole.b.n) / 2;
  return sides.map(({ a, b }) => {
    if (a.n === 0 && b.n === 0) return { results: 0, mix: 0 };
    // A part without answers in one year takes the other year's mean: all of it is mix then.
    const meanA = a.n === 0 ? b.total / b.n : a.total / a.n;
    const meanB = b.n === 0 ? meanA : b.total / b.n;
    const shareA = a.n / whole.a.n;
    const shareB = b.n / whole.b.n;
    return {
      results: ((shareA + shareB) / 2) * (meanB - meanA),
      mix: (shareB - shareA) * ((meanA + meanB) / 2 - middleOfWhole),
    };
  });
}

function added(sums: readonly SignedSums[]): SignedSums {
  return sums.reduce((all, { n, total }) => ({ n: all.n + n, total: all.total + total }), { n: 0, total: 0 });
}

function scaled(move: Move | undefined, factor: number): Move {
  return { results: (move?.results ?? 0) * factor, mix: (move?.mix ?? 0) * factor };
}

interface Shown {
  readonly unit: string;
  readonly decimals: number;
  readonly rounding: Instrument['display']['rounding'];
}

function figureSplit(
  names: readonly string[],
  shown: Shown,
  movesOfPart: (part: number) => readonly Move[],
): FigureSplit {
  const parts = names.map((name, part) => ({ name, ...totalOf(movesOfPart(part)) }));
  const { results, mix } = totalOf(parts);
  const difference = results + mix;
  return { difference, results, mix, parts, sentence: splitSentence(difference, mix, shown) };
}

function totalOf(moves: readonly Move[]): Move {
  return moves.reduce((all, { results, mix }) => ({ results: all.results + results, mix: all.mix + mix }), {
    results: 0,
    mix: 0,
  });
}

function nothingSplit(names: readonly string[]): FigureSplit {
  return {
    difference: null,
    results: null,
    mix: null,
    parts: names.map((name) => ({ name, results: null, mix: null })),
    sentence: null,
  };
}

/** "Av förändringen, −2,0 procentenheter, kommer −0,1 av vilka som svarade och hade en uppfattning …". */
function splitSentence(difference: number, mix: number, { unit, decimals, rounding }: Shown): string {
  return (
    `Av förändringen, ${swedishDifference(difference, decimals, rounding)} ${unit}, kommer ` +
    `${swedishDifference(mix, decimals, rounding)} av vilka som svarade och hade en uppfattning; ` +
    'resten kommer av enheternas egna resultat.'
  );
}
