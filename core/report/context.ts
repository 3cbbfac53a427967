import { compareYears } from '../analysis/compare-years.ts';
import { compareWholeYears } from '../analysis/whole.ts';
import { estimateGated } from '../privacy/gated-estimates.ts';
import type { ReportContext, ReportInput } from './input.ts';

/** So many years stand side by side in a report. */
const yearsShown = 3;

/**
 * Works out what several sections need, once.
 * @throws Refusal `year-missing`, `unit-not-in-year`
 */
export function reportContext(input: ReportInput): ReportContext {
  const { measurements, year, unit, attention } = input;
  const { since } = attention;
  const result = measurements.bestResult(year);
  const group = measurements.hasAnswers(year) ? measurements.gatedGroupIn(year, unit) : null;
  const resolved = unit === null ? null : measurements.tree.resolve(unit);
  return {
    ...input,
    instrument: result.instrument,
    result,
    own: measurements.unitIn(year, unit),
    estimates: group === null ? null : estimateGated(group, measurements.settings),
    since,
    compared: since === null ? null : compareYears(measurements, since, year, unit),
    wholeChange: since === null || unit !== null ? null : compareWholeYears(measurements, since, year),
    years: measurements.years
      .filter((of) => of <= year)
      .filter((of) => measurements.bestResult(of).units.some((own) => own.unit === resolved))
      .slice(-yearsShown)
      .toReversed(),
  };
}
