import type { Instrument } from '../instrument/instrument.ts';
import { swedishDifference, swedishNumber, swedishPercent } from '../numbers.ts';
import { listed } from '../text.ts';
import type { FigureDifference } from './judged-figures.ts';
import type { Figure } from './sentences.ts';
import type { MergedStratum } from './strata.ts';

/** What is said of a weighted figure beside the unweighted one. */

/** A value as it is shown. */
export function shownValue(figure: Figure, value: number | null, { display }: Instrument): string {
  return figure.unit === 'mean'
    ? swedishNumber(value, display.meanDecimals, display.rounding)
    : swedishPercent(value, display.percentDecimals, display.rounding);
}

/** Why the two differ, for the end of a sentence. */
function reasonText(strata: readonly MergedStratum[], { display }: Instrument): string {
  const rates = strata.map(({ group, invited }) => (100 * group.tally.respondents) / invited);
  const [least, most] = [Math.min(...rates), Math.max(...rates)].map((rate) =>
    swedishPercent(rate, 0, display.rounding),
  );
  return `eftersom svarsfrekvensen skiljer sig mellan enheterna (från ${least ?? ''} till ${most ?? ''})`;
}

/** The sentence where a weighted value differs from the unweighted by more than rounding; else null. */
export function weightedValueSentence(
  figure: Figure,
  unweighted: number | null,
  weighted: number | null,
  strata: readonly MergedStratum[],
  instrument: Instrument,
): string | null {
  const plain = shownValue(figure, unweighted, instrument);
  const shown = shownValue(figure, weighted, instrument);
  if (unweighted === null || weighted === null || plain === shown) return null;
  return (
    `${figure.label} är ${shown} när varje enhet räknas efter hur många som var inbjudna, i stället för ${plain}, ` +
    `${reasonText(strata, instrument)}.`
  );
}

/** The sentence where a weighted change has another verdict or shows as another number; else null. */
export function weightedChangeSentence(
  figure: Figure,
  unweighted: FigureDifference,
  weighted: FigureDifference,
  strata: readonly MergedStratum[],
  instrument: Instrument,
): string | null {
  if (unweighted.verdict !== weighted.verdict || unweighted.firm !== weighted.firm)
    return `Räknas varje enhet efter hur många som var inbjudna blir slutsatsen en annan. ${weighted.sentence}`;
  const { display } = instrument;
  const decimals = figure.unit === 'mean' ? display.meanDecimals : display.percentDecimals;
  const plain = swedishDifference(unweighted.difference, decimals, display.rounding);
  const shown = swedishDifference(weighted.difference, decimals, display.rounding);
  if (unweighted.difference === null || weighted.difference === null || plain === shown) return null;
  return (
    `Räknas varje enhet efter hur många som var inbjudna är skillnaden ${shown} i stället för ${plain}, ` +
    `${reasonText(strata, instrument)}.`
  );
}

/** What a weighted whole rests on, a sentence each. */
export function weightingNotes(strata: readonly MergedStratum[]): string[] {
  const together = strata.filter(({ names }) => names.length > 1);
  return [
    'Varje enhets svar räknas upp till dess antal inbjudna, så att enheter med hög svarsfrekvens inte väger för mycket.',
    ...together.map(
      ({ names }) =>
        `${listed(names)} räknas upp tillsammans, eftersom någon av dem är för liten eller inte visas.`,
    ),
  ];
}
