import { compareYears } from '../../analysis/compare-years.ts';
import type { Measurements } from '../../analysis/measurements.ts';
import type { Verdict } from '../../comparison/verdicts.ts';
import type { CategoryCode, Instrument, ItemCode } from '../../instrument/instrument.ts';
import type { GatedUnitResult } from '../../privacy/gated.ts';
import type { Language, Measure } from '../figure.ts';
import type { HidingReason } from '../../privacy/reasons.ts';
import type { UnitId } from '../../survey/units.ts';

/** What is asked of a matrix. */
export interface MatrixChoice {
  /** What its columns are. */
  readonly across: 'units' | 'years';
  /** Results, or changes since the year before. */
  readonly show: 'result' | 'change';
  readonly measure: Measure;
  /** Newest first. Across units the first is shown, and its change since the second, or the nearest earlier. */
  readonly years: readonly number[];
  /** Null for the whole. Across years the first is shown. */
  readonly units: readonly (UnitId | null)[];
}

/** One value of a matrix. */
export interface MatrixCell {
  /** On the scale or in percent; of a change, in steps of the scale or percentage points. Null: missing or hidden. */
  readonly value: number | null;
  readonly hidden: HidingReason | null;
  /** Of a change: how sure it is; null where that is not known. */
  readonly verdict: Verdict | null;
  readonly isFirm: boolean;
}

/** One line of a matrix: a category, or one of its items. */
export interface MatrixRow {
  readonly code: CategoryCode | ItemCode;
  readonly name: string;
  readonly level: 'category' | 'item';
  readonly cells: readonly MatrixCell[];
}

/** What a column is of. */
export interface MatrixColumn {
  readonly name: string;
  /** Null for the whole. */
  readonly unit: UnitId | null;
  readonly year: number;
  /** Of changes: the year they are since; null where there is none. */
  readonly since: number | null;
  /** Null where not known. */
  readonly respondents: number | null;
}

export interface MatrixData {
  readonly columns: readonly MatrixColumn[];
  /** Categories in the instrument's order, each before its items. */
  readonly rows: readonly MatrixRow[];
}

type Column = Omit<MatrixColumn, 'respondents'>;

/**
 * The values of a matrix: items and categories by units of a year, or by years of a unit.
 * @throws Refusal `year-missing` for a year without results
 */
export function matrixData(measurements: Measurements, choice: MatrixChoice, language: Language): MatrixData {
  const { show, measure } = choice;
  const [year] = choice.years;
  if (year === undefined) throw new RangeError('A matrix needs a year.');
  const instrument = measurements.instrumentOf(year);
  const columns = columnsOf(measurements, choice, year);
  const cellsOf = columns.map((column) =>
    show === 'change'
      ? changesIn(measurements, column, measure, instrument)
      : resultsIn(measurements, column, measure, instrument),
  );
  const row = (code: CategoryCode | ItemCode, name: string, level: MatrixRow['level']): MatrixRow => ({
    code,
    name,
    level,
    cells: cellsOf.map((cells) => cells.get(code) ?? missing),
  });
  return {
    columns: columns.map((column) => ({
      ...column,
      respondents: resultIn(measurements, column.year, column.unit)?.respondents ?? null,
    })),
    rows: instrument.categories.flatMap((category) => [
      row(category.code, category.name[language], 'category'),
      ...category.items.map((item) => row(item.code, item.name[language], 'item')),
    ]),
  };
}

const missing: MatrixCell = { value: null, hidden: null, verdict: null, isFirm: false };

function columnsOf(measurements: Measurements, choice: MatrixChoice, newest: number): Column[] {
  const { across, show, years, units } = choice;
  if (across === 'units') {
    const since = show === 'change' ? (years[1] ?? measurements.yearBefore(newest)) : null;
    return units.map((unit) => ({ name: measurements.nameOf(unit), year: newest, since, unit }));
  }
  const unit = units[0] ?? null;
  const oldestFirst = [...years].sort((a, b) => a - b);
  if (show === 'result') {
    return oldestFirst.map((year) => ({ name: String(year), year, since: null, unit }));
  }
  return oldestFirst.flatMap((year, at): Column[] => {
    const since = oldestFirst[at - 1];
    return since === undefined ? [] : [{ name: `${since}–${year}`, year, since, unit }];
  });
}

/** A unit's result in a year; null where it has none. */
function resultIn(measurements: Measurements, year: number, unit: UnitId | null): GatedUnitResult | null {
  const resolved = unit === null ? null : measurements.tree.resolve(unit);
  return (
    measurements
      .bestResult(year)
      .units.find((own) => own.unit === resolved && own.whole === (unit === null)) ?? null
  );
}

function resultsIn(
  measurements: Measurements,
  { year, unit }: Column,
  measure: Measure,
  instrument: Instrument,
): Map<string, MatrixCell> {
  const result = resultIn(measurements, year, unit);
  if (result === null) return new Map();
  const cell = (value: number | null, hidden: HidingReason | undefined): MatrixCell => ({
    ...missing,
    value,
    hidden: hidden ?? null,
  });
  return new Map([
    ...result.categories.map(({ code, percent, hidden }): [string, MatrixCell] => [
      code,
      cell(measure === 'percent' ? percent : onScale(percent, instrument), hidden.percent),
    ]),
    ...result.items.map(({ code, percent, mean, hidden }): [string, MatrixCell] => [
      code,
      cell(measure === 'percent' ? percent : mean, hidden.mean),
    ]),
  ]);
}

function changesIn(
  measurements: Measurements,
  { year, since, unit }: Column,
  measure: Measure,
  instrument: Instrument,
): Map<string, MatrixCell> {
  if (since === null) return new Map();
  if (resultIn(measurements, year, unit) === null || resultIn(measurements, since, unit) === null)
    return new Map();
  const compared = compareYears(measurements, since, year, unit);
  const judged = new Map(
    [...(compared.uncertainty?.categories ?? []), ...(compared.uncertainty?.items ?? [])].map(
      ({ code, verdict, firm }) => [String(code), { verdict, firm }],
    ),
  );
  const cell = (code: string, value: number | null, hidden: HidingReason | undefined): MatrixCell => ({
    value,
    hidden: hidden ?? null,
    verdict: judged.get(code)?.verdict ?? null,
    isFirm: judged.get(code)?.firm ?? false,
  });
  return new Map([
    ...compared.categories.map(({ code, difference, hidden }): [string, MatrixCell] => [
      code,
      cell(
        code,
        measure === 'percent' || difference === null ? difference : (difference / 100) * widthOf(instrument),
        hidden.difference,
      ),
    ]),
    ...compared.items.map(({ code, difference, percentDifference, hidden }): [string, MatrixCell] => [
      code,
      cell(code, measure === 'percent' ? percentDifference : difference, hidden.difference),
    ]),
  ]);
}

/** A percent as the mean that would give it. */
function onScale(percent: number | null, instrument: Instrument): number | null {
  return percent === null ? null : instrument.scale.min + (percent / 100) * widthOf(instrument);
}

function widthOf({ scale: { min, max } }: Instrument): number {
  return max - min;
}
