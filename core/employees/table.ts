import { fold } from '../text.ts';

/**
 * The employee survey as its table tells it: an index 0–100 per unit, year and item, by the names of that
 * survey. Null is missing or, past the small-group gate, hidden.
 */
export interface EmployeeTable {
  readonly answered: readonly {
    readonly unit: string;
    readonly year: number;
    readonly answered: number | null;
  }[];
  readonly indices: readonly {
    readonly unit: string;
    readonly year: number;
    readonly item: string;
    readonly index: number | null;
    /** Answers behind the index; absent where only the printed table is known. */
    readonly answers?: number;
    readonly hidden?: boolean;
  }[];
}

/** An item of the table that sums up others. */
export interface EmployeeArea {
  /** The area's own row, such as "Digitalisering och innovation (index)". */
  readonly item: string;
  /** The rows that it is the plain mean of. */
  readonly items: readonly string[];
}

/** Which of a table's names stand for more than themselves. */
export interface EmployeeStructure {
  /** The unit that is the total of the others; null where there is none. */
  readonly whole: string | null;
  readonly areas: readonly EmployeeArea[];
}

/**
 * Proposes what a table is made of, for the user to confirm. The whole is the unit whose number of answers
 * is the sum of all others in every year, else one that is named as a whole. A row named an index is an area, over
 * the rows that follow it until the next.
 */
export function proposeStructure(table: EmployeeTable): EmployeeStructure {
  const items = unique(table.indices.map(({ item }) => item));
  const areas: { item: string; items: string[] }[] = [];
  for (const item of items) {
    if (fold(item).split(' ').includes('index')) areas.push({ item, items: [] });
    else areas.at(-1)?.items.push(item);
  }
  return { whole: proposeWhole(table), areas: areas.filter((area) => area.items.length > 0) };
}

function proposeWhole({ answered, indices }: EmployeeTable): string | null {
  const units = unique([...answered, ...indices].map(({ unit }) => unit));
  const years = unique(answered.map(({ year }) => year));
  const countsOf = (year: number) =>
    answered.flatMap(({ unit, year: of, answered: count }) =>
      of === year && count !== null && count > 0 ? [{ unit, count }] : [],
    );
  const isSum = (whole: string): boolean =>
    years.every((year) => {
      const counts = countsOf(year);
      const own = counts.find(({ unit }) => unit === whole)?.count ?? 0;
      return own * 2 === counts.reduce((sum, { count }) => sum + count, 0);
    });
  // With two units that answered equally many, each is the sum of the others.
  const canTell = years.some((year) => countsOf(year).length > 2);
  const bySum = canTell ? units.find(isSum) : undefined;
  return bySum ?? units.find(isNamedAsWhole) ?? null;
}

/** True for "Linköpings kommun", "Totalt", "Hela kommunen". */
export function isNamedAsWhole(name: string): boolean {
  return /(^|\s)(kommun|kommunen|totalt|total|samtliga)(\s|$)/.test(fold(name));
}

/** Each value once, in the order of first sight. */
export function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
