import type {
  Bilingual,
  CategoryCode,
  DimensionCode,
  Instrument,
  ItemCode,
} from '../instrument/instrument.ts';
import { testDifference, untested } from './difference.ts';
import type { FigureSet, Measured } from './measure.ts';
import { nothingMeasured } from './measure.ts';
import type { Figure, Wording } from './sentences.ts';
import { differenceSentence, maturityLabel, meanLabel } from './sentences.ts';
import type { AnalysisSettings } from './settings.ts';
import type { Judgement, NotComparable, Pending } from './verdicts.ts';
import { judgeFamily } from './verdicts.ts';

/** A figure on both sides with its difference, test and verdict; composites in percent and points. */
export interface FigureDifference {
  readonly from: number | null;
  readonly to: number | null;
  /** `to` − `from`, unrounded; null where they do not compare. */
  readonly difference: number | null;
  readonly standardError: number | null;
  readonly df: number | null;
  readonly t: number | null;
  /** Two-sided, as if nothing else were tested. */
  readonly p: number | null;
  /** Adjusted over its family by Benjamini and Hochberg. */
  readonly pAdjusted: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** As `pAdjusted`, without the finite population correction. */
  readonly pUncorrected: number | null;
  readonly firm: boolean;
  readonly verdict: Judgement['verdict'];
  /** Plain Swedish. */
  readonly sentence: string;
}

/** The differences of all figures of two sides. */
export interface JudgedFigures {
  readonly maturity: FigureDifference;
  readonly dimensions: readonly (FigureDifference & { readonly code: DimensionCode })[];
  readonly categories: readonly (FigureDifference & { readonly code: CategoryCode })[];
  readonly items: readonly (FigureDifference & { readonly code: ItemCode })[];
}

/** Two sides to be compared, and how to speak of them. */
export interface FigurePair<Item extends Measured & { readonly code: ItemCode }> {
  readonly from: FigureSet<Item>;
  readonly to: FigureSet<Item>;
  /** Gives names and decimals. */
  readonly instrument: Instrument;
  readonly wording: Wording;
  readonly incomparableComposites: NotComparable | null;
  readonly incomparableItem: (code: ItemCode) => NotComparable | null;
}

/** The differences of two sides, tested but not yet judged. */
export interface DraftedFigures {
  readonly maturity: Draft;
  readonly dimensions: readonly Coded<DimensionCode>[];
  readonly categories: readonly Coded<CategoryCode>[];
  readonly items: readonly Coded<ItemCode>[];
}

/**
 * Judges the figures of several comparisons as one analysis, and gives what finishes each of them. Families of
 * tests (S2): maturity; categories and dimensions together; items. Each runs over all the comparisons, so that
 * a ranking of units is adjusted as one.
 */
export function judgeTogether(
  all: readonly DraftedFigures[],
  settings: AnalysisSettings,
): (drafted: DraftedFigures) => JudgedFigures {
  const families = [
    all.map(({ maturity }) => maturity),
    all.flatMap(({ dimensions, categories }) => [...dimensions, ...categories].map(({ draft }) => draft)),
    all.flatMap(({ items }) => items.map(({ draft }) => draft)),
  ];
  const judgements = new Map(families.flatMap((family) => [...judgeFamily(family, settings)]));
  const finish = (draft: Draft): FigureDifference => {
    const judgement = judgements.get(draft);
    if (judgement === undefined) throw new RangeError('A difference belongs to no family that was judged.');
    return finished(draft, judgement);
  };
  const finishCoded = <Code>({ code, draft }: Coded<Code>) => ({ code, ...finish(draft) });
  return ({ maturity, dimensions, categories, items }) => ({
    maturity: finish(maturity),
    dimensions: dimensions.map(finishCoded),
    categories: categories.map(finishCoded),
    items: items.map(finishCoded),
  });
}

/** A difference before its family is judged, and all that its sentence needs. */
interface Draft extends Pending {
  readonly figure: Figure;
  readonly from: Measured;
  readonly to: Measured;
  readonly wording: Wording;
  readonly instrument: Instrument;
  readonly minimumAnswers: number;
}

interface Coded<Code> {
  readonly code: Code;
  readonly draft: Draft;
}

/** Tests every figure of two sides. */
export function draftFigures<Item extends Measured & { readonly code: ItemCode }>(
  pair: FigurePair<Item>,
  { level, minimumAnswers }: AnalysisSettings,
): DraftedFigures {
  const { from, to, instrument, wording } = pair;
  const draft = (
    figure: Figure,
    before: Measured,
    after: Measured,
    notComparable: NotComparable | null,
  ): Draft => ({
    figure,
    from: before,
    to: after,
    wording,
    instrument,
    minimumAnswers,
    notComparable,
    answers: Math.min(before.answers, after.answers),
    tested: notComparable === null ? testDifference(before, after, level) : untested,
  });
  const composite = (label: string, before: Measured, after: Measured): Draft =>
    draft({ label, unit: 'percent' }, before, after, pair.incomparableComposites);
  const nameOf = (named: readonly { readonly code: string; readonly name: Bilingual }[], code: string) =>
    named.find((entry) => entry.code === code)?.name.sv ?? code;

  return {
    maturity: composite(maturityLabel, from.maturity, to.maturity),
    dimensions: paired(from.dimensions, to.dimensions).map(({ code, before, after }) => ({
      code,
      draft: composite(nameOf(instrument.dimensions, code), before, after),
    })),
    categories: paired(from.categories, to.categories).map(({ code, before, after }) => ({
      code,
      draft: composite(nameOf(instrument.categories, code), before, after),
    })),
    items: paired(from.items, to.items).map(({ code, before, after }) => ({
      code,
      draft: draft({ label: meanLabel, unit: 'mean' }, before, after, pair.incomparableItem(code)),
    })),
  };
}

function finished(draft: Draft, judgement: Judgement): FigureDifference {
  const { from, to, tested } = draft;
  return {
    from: from.value,
    to: to.value,
    difference: tested.difference,
    standardError: tested.standardError,
    df: tested.df,
    t: tested.t,
    p: tested.p,
    pAdjusted: judgement.pAdjusted,
    ciLow: tested.ciLow,
    ciHigh: tested.ciHigh,
    pUncorrected: judgement.pUncorrected,
    firm: judgement.firm,
    verdict: judgement.verdict,
    sentence: differenceSentence({
      ...draft,
      from: from.value,
      to: to.value,
      answersFrom: from.answers,
      answersTo: to.answers,
      judgement,
    }),
  };
}

/** Figures of both sides by code, in the order of `to`, then those that only `from` has. */
function paired<Entry extends Measured & { readonly code: string }>(
  from: readonly Entry[],
  to: readonly Entry[],
): { code: Entry['code']; before: Measured; after: Measured }[] {
  const before = new Map<Entry['code'], Entry>(from.map((entry) => [entry.code, entry]));
  const after = new Map<Entry['code'], Entry>(to.map((entry) => [entry.code, entry]));
  return [...new Set([...after.keys(), ...before.keys()])].map((code) => ({
    code,
    before: before.get(code) ?? nothingMeasured,
    after: after.get(code) ?? nothingMeasured,
  }));
}
