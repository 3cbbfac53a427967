/** One employee's answer to an item; null is blank. */
export type EmployeeAnswer = number | 'dontKnow' | null;

/** Answers per employee, on a scale of whole numbers. They stay on the machine's side. */
export interface EmployeeAnswers {
  readonly year: number;
  readonly items: readonly string[];
  /** Its k points are the whole numbers from `min` to `max`. */
  readonly scale: { readonly min: number; readonly max: number };
  readonly employees: readonly {
    readonly unit: string;
    /** One for each of `items`, in their order. */
    readonly answers: readonly EmployeeAnswer[];
  }[];
}

/** An index with what it rests on. Not yet past the small-group gate. */
export interface EmployeeIndex {
  readonly unit: string;
  readonly year: number;
  readonly item: string;
  /** 0–100, unrounded; null without answers on the scale. */
  readonly index: number | null;
  /** Answers on the scale; for an area the fewest of any of its items. */
  readonly n: number;
  /** Vet ej, which is outside the index; for an area null. */
  readonly dontKnow: number | null;
}

/** The table that a survey's answers give, with the numbers behind each index. */
export interface EmployeeIndices {
  readonly answered: readonly { readonly unit: string; readonly year: number; readonly answered: number }[];
  readonly indices: readonly EmployeeIndex[];
}

/** What the rows that stand for more than themselves are called. */
export interface EmployeeNames {
  /** The unit of all employees. */
  readonly whole: string;
  /** The plain mean of all items; null for none. */
  readonly area: string | null;
}

/**
 * Indices of every unit and of the whole, which pools all employees: index = (mean − lowest) /
 * (highest − lowest) × 100, that is (mean − 1) / (k − 1) × 100 on a scale 1–k, with vet ej outside the base.
 * @throws RangeError for a scale of fewer than two points, or an answer that is none of them.
 */
export function indicesFromAnswers(input: EmployeeAnswers, names: EmployeeNames): EmployeeIndices {
  const { year, scale, employees } = input;
  if (!Number.isInteger(scale.min) || !Number.isInteger(scale.max) || scale.max <= scale.min) {
    throw new RangeError(`${scale.min}–${scale.max} is no scale.`);
  }
  const units = [names.whole, ...new Set(employees.map(({ unit }) => unit))];
  const groups = units.map((unit) => ({
    unit,
    employees: unit === names.whole ? employees : employees.filter((employee) => employee.unit === unit),
  }));
  return {
    answered: groups.map((group) => ({ unit: group.unit, year, answered: group.employees.length })),
    indices: groups.flatMap((group) => {
      const own = input.items.map((item, at) => ({
        unit: group.unit,
        year,
        item,
        ...indexOf(
          group.employees.map(({ answers }) => answers[at] ?? null),
          scale,
        ),
      }));
      const area = names.area === null ? [] : [areaOf(group.unit, year, names.area, own)];
      return [...area, ...own];
    }),
  };
}

function indexOf(
  answers: readonly EmployeeAnswer[],
  { min, max }: EmployeeAnswers['scale'],
): Pick<EmployeeIndex, 'index' | 'n' | 'dontKnow'> {
  const values = answers.filter((answer) => typeof answer === 'number');
  const wrong = values.find((value) => !Number.isInteger(value) || value < min || value > max);
  if (wrong !== undefined) throw new RangeError(`The answer ${wrong} is not on the scale ${min}–${max}.`);
  const n = values.length;
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    // Straight from whole numbers: one division, so that no rounding of the mean comes in between.
    index: n === 0 ? null : ((total - n * min) * 100) / (n * (max - min)),
    n,
    dontKnow: answers.filter((answer) => answer === 'dontKnow').length,
  };
}

function areaOf(unit: string, year: number, item: string, own: readonly EmployeeIndex[]): EmployeeIndex {
  const known = own.flatMap(({ index }) => index ?? []);
  return {
    unit,
    year,
    item,
    index: known.length === 0 ? null : known.reduce((sum, index) => sum + index, 0) / known.length,
    n: own.length === 0 ? 0 : Math.min(...own.map(({ n }) => n)),
    dontKnow: null,
  };
}
