import { roundTo, swedishNumber } from '../numbers.ts';
import type { EmployeeStructure, EmployeeTable } from './table.ts';
import { unique } from './table.ts';

/** What a printed figure should follow from. */
export const recomputations = ['area', 'whole', 'answered'] as const;
export type Recomputation = (typeof recomputations)[number];

/** A printed figure beside what the others give. */
export interface RecomputedFigure {
  /** `area`: mean of the area's items. `whole`: mean of units weighted by answers. `answered`: sum of units. */
  readonly by: Recomputation;
  readonly unit: string;
  readonly year: number;
  /** Null for a number of answers. */
  readonly item: string | null;
  readonly printed: number;
  /** Unrounded, from printed figures, which are rounded themselves. */
  readonly recomputed: number;
  /** The most that rounding alone can part the two. */
  readonly roundingAllows: number;
  readonly follows: boolean;
}

/** A printed figure that does not follow from the others, in plain Swedish. */
export interface EmployeeFinding extends RecomputedFigure {
  readonly message: string;
}

export interface TableCheck {
  readonly figures: readonly RecomputedFigure[];
  readonly findings: readonly EmployeeFinding[];
  /** Printed figures that something missing kept from being recomputed. */
  readonly notChecked: number;
}

/** Arithmetic leaves less than this behind. */
const tolerance = 1e-9;

/** Recomputes area indices and totals from the other printed figures, and tells which do not follow from them. */
export function checkEmployeeTable(table: EmployeeTable, structure: EmployeeStructure): TableCheck {
  const values = new TableValues(table);
  const attempts = [
    ...areaFigures(values, structure),
    ...wholeFigures(values, structure),
    ...answeredFigures(values, structure),
  ];
  const figures = attempts.filter((figure) => figure !== null);
  return {
    figures,
    findings: figures
      .filter(({ follows }) => !follows)
      .map((figure) => ({ ...figure, message: messageOf(figure, structure) })),
    notChecked: attempts.length - figures.length,
  };
}

/** A table's figures by name. */
class TableValues {
  readonly units: readonly string[];
  readonly years: readonly number[];
  readonly items: readonly string[];
  /** Half of the last decimal that any index is printed with. */
  readonly halfStep: number;
  readonly #indices: ReadonlyMap<string, number>;
  readonly #answered: ReadonlyMap<string, number>;

  constructor({ answered, indices }: EmployeeTable) {
    this.units = unique([...answered, ...indices].map(({ unit }) => unit));
    this.years = unique([...answered, ...indices].map(({ year }) => year));
    this.items = unique(indices.map(({ item }) => item));
    this.#indices = new Map(
      indices.flatMap(({ unit, year, item, index }) =>
        index === null ? [] : [[keyOf(unit, year, item), index] as const],
      ),
    );
    this.#answered = new Map(
      answered.flatMap(({ unit, year, answered: count }) =>
        count === null ? [] : [[keyOf(unit, year), count] as const],
      ),
    );
    this.halfStep = 0.5 * 10 ** -decimalsOf([...this.#indices.values()]);
  }

  index(unit: string, year: number, item: string): number | null {
    return this.#indices.get(keyOf(unit, year, item)) ?? null;
  }

  answered(unit: string, year: number): number | null {
    return this.#answered.get(keyOf(unit, year)) ?? null;
  }
}

function keyOf(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}

/** Decimals that the values are printed with, at most 6. */
function decimalsOf(values: readonly number[]): number {
  const fits = (decimals: number): boolean =>
    values.every((value) => Math.abs(roundTo(value, decimals, 'half-up') - value) < tolerance);
  return [0, 1, 2, 3, 4, 5].find(fits) ?? 6;
}

/** One entry for each printed figure; null where it could not be recomputed. */
function areaFigures(values: TableValues, { areas }: EmployeeStructure): (RecomputedFigure | null)[] {
  return areas.flatMap(({ item, items }) =>
    values.units.flatMap((unit) =>
      values.years.flatMap((year) => {
        const printed = values.index(unit, year, item);
        if (printed === null) return [];
        const parts = items.flatMap((part) => values.index(unit, year, part) ?? []);
        if (parts.length < items.length) return [null];
        const recomputed = parts.reduce((sum, part) => sum + part, 0) / parts.length;
        return [figure('area', { unit, year, item }, printed, recomputed, values.halfStep)];
      }),
    ),
  );
}

function wholeFigures(values: TableValues, { whole }: EmployeeStructure): (RecomputedFigure | null)[] {
  if (whole === null) return [];
  return values.items.flatMap((item) =>
    values.years.flatMap((year) => {
      const printed = values.index(whole, year, item);
      if (printed === null) return [];
      const parts = partsOf(values, whole, year);
      const known = parts.flatMap(({ unit, answered }) => {
        const index = values.index(unit, year, item);
        return index === null ? [] : [{ index, answered }];
      });
      const total = known.reduce((sum, { answered }) => sum + answered, 0);
      if (known.length < parts.length || total === 0) return [null];
      const recomputed = known.reduce((sum, { index, answered }) => sum + index * answered, 0) / total;
      return [figure('whole', { unit: whole, year, item }, printed, recomputed, values.halfStep)];
    }),
  );
}

function answeredFigures(values: TableValues, { whole }: EmployeeStructure): RecomputedFigure[] {
  if (whole === null) return [];
  return values.years.flatMap((year) => {
    const printed = values.answered(whole, year);
    const parts = partsOf(values, whole, year);
    if (printed === null || parts.length === 0) return [];
    const recomputed = parts.reduce((sum, { answered }) => sum + answered, 0);
    return [figure('answered', { unit: whole, year, item: null }, printed, recomputed, 0)];
  });
}

/** The units, other than the whole, that anyone answered in that year. */
function partsOf(values: TableValues, whole: string, year: number): { unit: string; answered: number }[] {
  return values.units.flatMap((unit) => {
    const answered = unit === whole ? 0 : (values.answered(unit, year) ?? 0);
    return answered === 0 ? [] : [{ unit, answered }];
  });
}

/**
 * Each part may be half a step from what it was rounded from, and a mean of them (weighted or not) no more;
 * the printed figure is rounded once again: a whole step in all.
 */
function figure(
  by: Recomputation,
  place: Pick<RecomputedFigure, 'unit' | 'year' | 'item'>,
  printed: number,
  recomputed: number,
  halfStep: number,
): RecomputedFigure {
  const roundingAllows = 2 * halfStep;
  const follows = Math.abs(printed - recomputed) <= roundingAllows + tolerance;
  return { by, ...place, printed, recomputed, roundingAllows, follows };
}

function messageOf(
  { by, unit, year, item, printed, recomputed }: RecomputedFigure,
  { areas }: EmployeeStructure,
): string {
  const shown = (value: number): string => swedishNumber(value, Number.isInteger(value) ? 0 : 1);
  switch (by) {
    case 'area': {
      const count = areas.find((area) => area.item === item)?.items.length ?? 0;
      return `${unit} ${year}, ${item ?? ''}: tryckt ${shown(printed)}, men medelvärdet av de ${count} frågorna är ${shown(recomputed)}.`;
    }
    case 'whole':
      return `${unit} ${year}, ${item ?? ''}: tryckt ${shown(printed)}, men enheterna vägda med antal svar ger ${shown(recomputed)}. Det kan bero på att olika många har svarat på just den frågan, eller på en enhet som inte redovisas.`;
    case 'answered':
      return `${unit} ${year}: tryckt ${shown(printed)} svar, men enheterna har ${shown(recomputed)} tillsammans.`;
  }
}
