import type { Measurements } from '../../analysis/measurements.ts';
import type { UnitId } from '../../survey/units.ts';

/** How many answered of those invited, in one year. Never hidden: numbers of respondents are public (rule P1). */
export interface ResponseRate {
  readonly year: number;
  readonly answered: number | null;
  readonly invited: number | null;
  /** Null where nobody counted the invited. */
  readonly percent: number | null;
}

/** A unit's rates, in the order of the years. */
export interface UnitRates {
  /** Null for the whole. */
  readonly unit: UnitId | null;
  readonly name: string;
  readonly rates: readonly ResponseRate[];
}

export interface ResponseRatesData {
  /** As asked, newest first. */
  readonly years: readonly number[];
  readonly whole: UnitRates;
  readonly units: readonly UnitRates[];
}

/** What is asked of response rates. */
export interface ResponseRatesChoice {
  /** Newest first. */
  readonly years: readonly number[];
  /** In the order they are shown, the whole left out. */
  readonly units: readonly UnitId[];
  /** Highest rate of the newest year first, instead of in the given order. */
  readonly sorted: boolean;
}

/** @throws Refusal `year-missing` for a year without results */
export function responseRatesData(
  measurements: Measurements,
  { years, units, sorted }: ResponseRatesChoice,
): ResponseRatesData {
  const ratesOf = (unit: UnitId | null): UnitRates => ({
    unit,
    name: measurements.nameOf(unit),
    rates: years.map((year) => rateIn(measurements, year, unit)),
  });
  const own = units.map(ratesOf);
  const newest = ({ rates }: UnitRates): number => rates[0]?.percent ?? -1;
  if (sorted) own.sort((a, b) => newest(b) - newest(a));
  return { years, whole: ratesOf(null), units: own };
}

function rateIn(measurements: Measurements, year: number, unit: UnitId | null): ResponseRate {
  const resolved = unit === null ? null : measurements.tree.resolve(unit);
  const result = measurements
    .bestResult(year)
    .units.find((own) => own.unit === resolved && own.whole === (unit === null));
  return {
    year,
    answered: result?.respondents ?? null,
    invited: result?.invited ?? null,
    percent: result?.responseRatePercent ?? null,
  };
}
