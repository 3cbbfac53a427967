import type { Measurements } from '../../analysis/measurements.ts';
import type { GivenFigure } from '../../conclusions/targets.ts';
import type { GatedUnitResult } from '../../privacy/gated.ts';
import type { HidingReason } from '../../privacy/reasons.ts';
import type { ResultSource } from '../../scoring/results.ts';
import type { UnitId } from '../../survey/units.ts';
import type { FigureChoice } from '../figure.ts';
import { resultIn, subjectIn } from '../source.ts';

/** A year's value of one line. */
export interface TrendPoint {
  readonly year: number;
  /** Percent 0–100; null where it is missing or hidden. */
  readonly percent: number | null;
  /** Null where there are no answers behind the value, or it is hidden. */
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** A published value was made by others, and has no answers behind it here. */
  readonly source: ResultSource;
  readonly respondents: number | null;
  readonly hidden: HidingReason | null;
}

/** One line: maturity, or one dimension. */
export interface TrendLine {
  /** `null` is maturity, otherwise the dimension's code. */
  readonly dimension: string | null;
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

/** The lines of one unit, or the whole. */
export interface TrendPanel {
  readonly unit: UnitId | null;
  readonly name: string;
  readonly lines: readonly TrendLine[];
}

/** A value that somebody gave: of others, or aimed at. */
export interface TrendMark {
  readonly kind: 'target' | 'benchmark';
  readonly year: number;
  readonly percent: number;
  readonly source: string;
}

export interface TrendData {
  /** Oldest first: every year with a result or a mark. */
  readonly years: readonly number[];
  readonly panels: readonly TrendPanel[];
  readonly marks: readonly TrendMark[];
}

/** What is asked of a trend: years in any order, those without a result are left out. */
export type TrendChoice = Pick<
  FigureChoice,
  'years' | 'units' | 'who' | 'benchmarks' | 'targets' | 'language'
>;

const maturityName = { sv: 'Digital mognad', en: 'Digital maturity' } as const;

/**
 * Maturity and its dimensions over the years, for each unit, beside what was aimed at and what others have. Targets
 * may lie in years that have not been measured yet.
 */
export function trendData(
  measurements: Measurements,
  { years, units, who, benchmarks, targets, language }: TrendChoice,
  figures: readonly GivenFigure[],
): TrendData {
  const measured = measurements.years.filter((year) => years.includes(year));
  const newest = measured.at(-1);
  const oldest = measured[0] ?? 0;
  const marks = figures.flatMap(({ kind, year, percent, source }): TrendMark[] => {
    if (kind === 'published' || year < oldest) return [];
    const isAsked = kind === 'target' ? targets : benchmarks;
    return isAsked ? [{ kind, year, percent, source }] : [];
  });
  const dimensions =
    newest === undefined
      ? []
      : measurements
          .instrumentOf(newest)
          .dimensions.map(({ code, name }) => ({ code, name: name[language] }));
  return {
    years: [...new Set([...measured, ...marks.map(({ year }) => year)])].sort((a, b) => a - b),
    panels: units.map((unit) => ({
      unit,
      name: measurements.nameOf(unit),
      lines: [{ code: null, name: maturityName[language] }, ...dimensions].map(({ code, name }) => ({
        dimension: code,
        name,
        points: measured.flatMap((year) => pointIn(measurements, year, { unit, who, dimension: code })),
      })),
    })),
    marks,
  };
}

interface Sought extends Pick<FigureChoice, 'who'> {
  readonly unit: UnitId | null;
  readonly dimension: string | null;
}

function pointIn(measurements: Measurements, year: number, { unit, who, dimension }: Sought): TrendPoint[] {
  if (resultIn(measurements, year, unit) === null) return [];
  const { source } = measurements.bestResult(year);
  const subject = subjectIn(measurements, year, unit, who);
  const nothing = { percent: null, ciLow: null, ciHigh: null };
  if (subject === null) {
    // Only answers can be cut; a cut of them that is not there may not be told apart.
    const hidden = source === 'answers' ? 'rests-on-hidden' : null;
    return hidden === null ? [] : [{ year, source, respondents: null, ...nothing, hidden }];
  }
  const { gated, estimates } = subject;
  const about = { year, source, respondents: gated.respondents };
  const score =
    dimension === null
      ? { percent: gated.maturityPercent, hidden: gated.hidden.maturityPercent }
      : shownDimension(gated, dimension);
  const estimate =
    dimension === null ? estimates?.maturity : estimates?.dimensions.find(({ code }) => code === dimension);
  if (score.percent === null && score.hidden === undefined) return [];
  return [
    {
      ...about,
      percent: score.percent,
      ciLow: score.percent === null ? null : (estimate?.ciLow ?? null),
      ciHigh: score.percent === null ? null : (estimate?.ciHigh ?? null),
      hidden: score.hidden ?? null,
    },
  ];
}

function shownDimension({ dimensions }: GatedUnitResult, code: string) {
  const own = dimensions.find((dimension) => dimension.code === code);
  return { percent: own?.percent ?? null, hidden: own?.hidden.percent };
}
