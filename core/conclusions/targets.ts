import type { Instrument } from '../instrument/instrument.ts';
import { swedishDifference, swedishNumber, swedishPercent } from '../numbers.ts';
import type { ResultSource } from '../scoring/results.ts';
import { resultSources } from '../scoring/results.ts';

/** A year's digital maturity of the whole, having passed the small-group gate. */
export interface Outcome {
  readonly year: number;
  readonly source: ResultSource;
  /** Null where it is missing or hidden. */
  readonly percent: number | null;
  /** Interval of the outcome, in percent; absent for a value without answers behind it. */
  readonly ciLow?: number | null;
  readonly ciHigh?: number | null;
  readonly hidden?: boolean;
}

/** A value that somebody gave, in percent: of others to compare with, or aimed at. */
export interface GivenFigure {
  readonly kind: 'published' | 'benchmark' | 'target';
  readonly year: number;
  readonly percent: number;
  readonly source: string;
  /**
   * For a value with an uncertainty of its own: whether it lies further from the outcome than both together
   * explain, null where that is not known. Absent for a value that is taken as exact.
   */
  readonly outsideUncertainty?: boolean | null;
}

/** The outcome beside a given value. */
export interface Distance {
  readonly percent: number;
  /** Where the given value is from. */
  readonly source: string;
  /** Outcome less the given value, in percentage points, unrounded; null without an outcome. */
  readonly distance: number | null;
  /** True when the given value lies outside the outcome's interval; null without an interval. */
  readonly outsideUncertainty: boolean | null;
}

/** One year of the indicator table. */
export interface IndicatorRow {
  readonly year: number;
  /** From the best source there is: answers before aggregated before published. */
  readonly outcome: Outcome | null;
  /** What was published that year, beside what is computed. */
  readonly published: { readonly percent: number; readonly source: string } | null;
  readonly target: (Distance & { readonly met: boolean | null }) | null;
  /** The nation and other organisations, each with its source. */
  readonly benchmarks: readonly Distance[];
  /** The year in plain Swedish. */
  readonly sentence: string;
}

/** Below this an outcome counts as having reached its target: arithmetic leaves less than this behind. */
const tolerancePoints = 1e-9;

/**
 * The indicator table: every year that has an outcome, a target or a benchmark, oldest first. A target is met
 * when the unrounded outcome reaches it.
 */
export function indicatorTable(
  outcomes: readonly Outcome[],
  figures: readonly GivenFigure[],
  instrument: Instrument,
): IndicatorRow[] {
  const years = new Set([...outcomes, ...figures].map(({ year }) => year));
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const outcome = bestOutcome(outcomes, year);
      const given = figures.filter((figure) => figure.year === year);
      const published = given.find(({ kind }) => kind === 'published');
      const target = given.find(({ kind }) => kind === 'target');
      const row = {
        year,
        outcome,
        published: published === undefined ? null : { percent: published.percent, source: published.source },
        target: target === undefined ? null : targetDistance(outcome, target),
        benchmarks: given
          .filter(({ kind }) => kind === 'benchmark')
          .map((figure) => distanceTo(outcome, figure)),
      };
      return { ...row, sentence: yearSentence(row, instrument) };
    });
}

function bestOutcome(outcomes: readonly Outcome[], year: number): Outcome | null {
  const own = outcomes.filter((outcome) => outcome.year === year);
  own.sort((a, b) => resultSources.indexOf(a.source) - resultSources.indexOf(b.source));
  return own[0] ?? null;
}

function distanceTo(outcome: Outcome | null, given: GivenFigure): Distance {
  const { percent, source } = given;
  const { percent: reached = null, ciLow = null, ciHigh = null } = outcome ?? {};
  return {
    percent,
    source,
    distance: reached === null ? null : reached - percent,
    outsideUncertainty:
      given.outsideUncertainty === undefined
        ? ciLow === null || ciHigh === null
          ? null
          : percent < ciLow || percent > ciHigh
        : given.outsideUncertainty,
  };
}

function targetDistance(outcome: Outcome | null, target: GivenFigure): NonNullable<IndicatorRow['target']> {
  const distance = distanceTo(outcome, target);
  return { ...distance, met: distance.distance === null ? null : distance.distance >= -tolerancePoints };
}

function yearSentence(
  { year, outcome, target, benchmarks }: Omit<IndicatorRow, 'sentence' | 'published'>,
  { display }: Instrument,
): string {
  const percent = (value: number): string => swedishPercent(value, display.percentDecimals, display.rounding);
  const reached = outcome?.percent ?? null;
  if (reached === null) {
    const why = outcome?.hidden === true ? 'utfallet visas inte' : 'utfall saknas';
    return target === null
      ? `${sentenceCase(why)} för ${year}.`
      : `Målet för ${year} är ${givenPercent(target.percent)}; ${why}.`;
  }
  // A published outcome is told as it was printed: its decimals are all that is known of it.
  const told = outcome?.source === 'published' ? givenPercent(reached) : percent(reached);
  const result =
    target === null
      ? `Utfallet ${year} är ${told}; mål saknas.`
      : `Målet ${givenPercent(target.percent)} för ${year} är ${target.met === true ? '' : 'inte '}nått: utfallet är ${told}${distanceText(target)}.`;
  const beside = benchmarks.map(
    (benchmark) =>
      ` ${benchmark.source}: ${givenPercent(benchmark.percent)}${distanceText(benchmark, 'vi ligger ')}.`,
  );
  return result + beside.join('');
}

/** ", 5,0 procentenheter under, vilket är mer än osäkerheten"; "" where the two are the same. */
function distanceText({ distance, outsideUncertainty }: Distance, subject = ''): string {
  if (distance === null) return '';
  const shown = swedishDifference(distance, 1);
  if (shown === '±0') return '';
  const direction = distance > 0 ? 'över' : 'under';
  const sure =
    outsideUncertainty === null
      ? ''
      : outsideUncertainty
        ? ', mer än osäkerheten'
        : ', mindre än osäkerheten';
  return `, ${subject}${swedishNumber(Math.abs(distance), 1)} procentenheter ${direction}${sure}`;
}

/** A value as it was given: with a decimal only where it has one. */
function givenPercent(percent: number): string {
  return swedishPercent(percent, Number.isInteger(percent) ? 0 : 1);
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
