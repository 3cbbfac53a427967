import type { Measurements } from '../../analysis/measurements.ts';
import { wholeOf } from '../../analysis/measurements.ts';
import type { GivenFigure } from '../../conclusions/targets.ts';
import { estimateGated } from '../../privacy/gated-estimates.ts';
import type { Language } from '../figure.ts';
import type { HidingReason } from '../../privacy/reasons.ts';
import type { ResultSource } from '../../scoring/results.ts';
import type { UnitId } from '../../survey/units.ts';

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

/** What is asked of a trend. */
export interface TrendChoice {
  /** In any order; those without a result are left out. */
  readonly years: readonly number[];
  /** Null for the whole. */
  readonly units: readonly (UnitId | null)[];
  readonly against: { readonly nation: boolean; readonly target: boolean };
}

const maturityName = { sv: 'Digital mognad', en: 'Digital maturity' } as const;

/**
 * Maturity and its dimensions over the years, for each unit, beside what was aimed at and what others have. Targets
 * may lie in years that have not been measured yet.
 */
export function trendData(
  measurements: Measurements,
  { years, units, against }: TrendChoice,
  figures: readonly GivenFigure[],
  language: Language,
): TrendData {
  const measured = measurements.years.filter((year) => years.includes(year));
  const newest = measured.at(-1);
  const oldest = measured[0] ?? 0;
  const marks = figures.flatMap(({ kind, year, percent, source }): TrendMark[] => {
    if (kind === 'published' || year < oldest) return [];
    const isAsked = kind === 'target' ? against.target : against.nation;
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
        points: measured.flatMap((year) => pointIn(measurements, year, unit, code)),
      })),
    })),
    marks,
  };
}

function pointIn(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  dimension: string | null,
): TrendPoint[] {
  const result = measurements.bestResult(year);
  const resolved = unit === null ? null : measurements.tree.resolve(unit);
  const own = unit === null ? wholeOf(result) : result.units.find((candidate) => candidate.unit === resolved);
  if (own === undefined) return [];
  const group = result.source === 'answers' ? measurements.gatedGroupIn(year, unit) : null;
  const estimates = group === null ? null : estimateGated(group, measurements.settings);
  const about = { year, source: result.source, respondents: own.respondents };
  if (dimension === null) {
    return [
      {
        ...about,
        percent: own.maturityPercent,
        ciLow: estimates?.maturity.ciLow ?? null,
        ciHigh: estimates?.maturity.ciHigh ?? null,
        hidden: own.hidden.maturityPercent ?? null,
      },
    ];
  }
  const score = own.dimensions.find(({ code }) => code === dimension);
  if (score === undefined || (score.percent === null && score.hidden.percent === undefined)) return [];
  const estimate = estimates?.dimensions.find(({ code }) => code === dimension);
  return [
    {
      ...about,
      percent: score.percent,
      ciLow: estimate?.ciLow ?? null,
      ciHigh: estimate?.ciHigh ?? null,
      hidden: score.hidden.percent ?? null,
    },
  ];
}
