import { compareYears } from '../../analysis/compare-years.ts';
import type { Measurements } from '../../analysis/measurements.ts';
import type { Verdict } from '../../comparison/verdicts.ts';
import type { CategoryCode, Instrument, ItemCode } from '../../instrument/instrument.ts';
import type { HidingReason } from '../../privacy/reasons.ts';
import type { UnitId } from '../../survey/units.ts';
import type { FigureChoice } from '../figure.ts';
import { changesBetween, resultIn, scalePlace, subjectIn } from '../source.ts';

/**
 * What is asked of a matrix. Across units the first year is shown, and its change since the second or the nearest
 * earlier; across years the first unit.
 */
export type MatrixChoice = Pick<
  FigureChoice,
  'across' | 'show' | 'measure' | 'years' | 'units' | 'who' | 'category' | 'sort' | 'language'
>;

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
export function matrixData(measurements: Measurements, choice: MatrixChoice): MatrixData {
  const { show, who, language, category: only } = choice;
  const [year] = choice.years;
  if (year === undefined) throw new RangeError('A matrix needs a year.');
  const instrument = measurements.instrumentOf(year);
  const columns = columnsOf(measurements, choice, year);
  const cellsOf = columns.map((column) =>
    show === 'change'
      ? changesIn(measurements, column, choice, instrument)
      : resultsIn(measurements, column, choice, instrument),
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
      respondents: subjectIn(measurements, column.year, column.unit, who)?.gated.respondents ?? null,
    })),
    rows: instrument.categories
      .filter(({ code }) => only === null || code === only)
      .flatMap((category) => [
        row(category.code, category.name[language], 'category'),
        ...sorted(
          category.items.map((item) => row(item.code, item.name[language], 'item')),
          choice,
        ),
      ]),
  };
}

/** The highest first by the first column, or in the instrument's order. */
function sorted(rows: MatrixRow[], { sort }: MatrixChoice): MatrixRow[] {
  const value = ({ cells }: MatrixRow): number => cells[0]?.value ?? -Infinity;
  return sort === 'instrument' || sort === 'dont-know' ? rows : rows.sort((a, b) => value(b) - value(a));
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

function resultsIn(
  measurements: Measurements,
  { year, unit }: Column,
  { measure, who }: MatrixChoice,
  instrument: Instrument,
): Map<string, MatrixCell> {
  if (resultIn(measurements, year, unit) === null) return new Map();
  const subject = subjectIn(measurements, year, unit, who);
  // The cut may not be told apart from the rest.
  if (subject === null) return allHidden(instrument);
  const { categories, items } = subject.gated;
  const cell = (value: number | null, hidden: HidingReason | undefined): MatrixCell => ({
    ...missing,
    value,
    hidden: hidden ?? null,
  });
  return new Map([
    ...categories.map(({ code, percent, hidden }): [string, MatrixCell] => [
      code,
      cell(measure === 'percent' ? percent : scalePlace(percent, instrument.scale), hidden.percent),
    ]),
    ...items.map(({ code, percent, mean, hidden }): [string, MatrixCell] => [
      code,
      cell(measure === 'percent' ? percent : mean, hidden.mean),
    ]),
  ]);
}

function allHidden(instrument: Instrument): Map<string, MatrixCell> {
  const codes = [...instrument.categories, ...instrument.items].map(({ code }) => code);
  return new Map(codes.map((code) => [code, { ...missing, hidden: 'rests-on-hidden' }]));
}

function changesIn(
  measurements: Measurements,
  { year, since, unit }: Column,
  { measure, who }: MatrixChoice,
  instrument: Instrument,
): Map<string, MatrixCell> {
  if (since === null) return new Map();
  if (resultIn(measurements, year, unit) === null || resultIn(measurements, since, unit) === null) {
    return new Map();
  }
  const judged = changesBetween(measurements, since, year, unit, who);
  if (judged === null && who.kind !== 'all') return allHidden(instrument);
  // Differences that nothing can test, such as of tables without answers, are differences all the same.
  const plain = who.kind === 'all' ? compareYears(measurements, since, year, unit) : judged;
  if (plain === null) return new Map();
  const { min, max } = instrument.scale;
  const inMeasure = (difference: number | null, of: 'scale' | 'percent'): number | null => {
    if (difference === null) return null;
    const percent = of === 'percent' ? difference : (difference / (max - min)) * 100;
    return measure === 'percent' ? percent : (percent / 100) * (max - min);
  };
  const verdicts = new Map(
    [...(judged?.categories ?? []), ...(judged?.items ?? [])].map((own) => [String(own.code), own]),
  );
  const cell = (code: string, value: number | null, hidden: HidingReason | undefined): MatrixCell => ({
    value,
    hidden: hidden ?? null,
    verdict: verdicts.get(code)?.verdict ?? null,
    isFirm: verdicts.get(code)?.firm ?? false,
  });
  return new Map([
    ...plain.categories.map(({ code, difference, hidden }): [string, MatrixCell] => [
      code,
      cell(code, inMeasure(difference, 'percent'), hidden.difference),
    ]),
    ...plain.items.map(({ code, difference, hidden }): [string, MatrixCell] => [
      code,
      cell(code, inMeasure(difference, 'scale'), hidden.difference),
    ]),
  ]);
}
