import { compareTexts, listed } from '../text.ts';
import type { EmployeeFigures, SurveyYear } from './cross-reference.ts';
import { unique } from './table.ts';
import type { UnitLink } from './unit-links.ts';

/** Two totals that rest on different units. */
export interface DifferentUnits {
  readonly reason: 'different-units';
  /** Units that only one of the two totals holds, by name. */
  readonly units: readonly string[];
  /** Plain Swedish. */
  readonly sentence: string;
}

/** Null when two sets of names are the same; otherwise the names that differ. */
export function differingUnits(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  what: string,
): DifferentUnits | null {
  const units = [...[...a].filter((name) => !b.has(name)), ...[...b].filter((name) => !a.has(name))];
  if (units.length === 0) return null;
  const differing = unique(units).sort(compareTexts);
  return {
    reason: 'different-units',
    units: differing,
    sentence: `${what} går inte att jämföra, eftersom de omfattar olika enheter: ${listed(differing)} ingår bara i den ena.`,
  };
}

/** Why the totals of the two surveys do not compare, for a reader of English. */
export function differentUnitsInEnglish({ units }: Pick<DifferentUnits, 'units'>): string {
  return `The totals of the two surveys do not compare, as they are of different units: only one of them has ${units.join(', ')}.`;
}

/** Units of the employee survey, the whole left out, that anyone answered in a year. */
export function employeeUnitsIn({ table, whole }: EmployeeFigures, year: number): ReadonlySet<string> {
  const answered = table.answered.filter((line) => line.year === year);
  return new Set(
    answered.flatMap(({ unit, answered: count }) => (unit !== whole && (count ?? 0) > 0 ? [unit] : [])),
  );
}

/** Units directly under the whole that anyone answered for in the measurement. */
export function surveyUnitsIn({ units }: SurveyYear): ReadonlySet<string> {
  return new Set(
    units.flatMap(({ unit, parent, name, respondents }) =>
      unit !== null && parent === null && respondents !== 0 ? [name] : [],
    ),
  );
}

/** The same employee units by the names that the measurement has for them, where they are linked. */
export function underSurveyNames(
  employeeUnits: ReadonlySet<string>,
  links: readonly UnitLink[],
  { units }: SurveyYear,
): ReadonlySet<string> {
  return new Set(
    [...employeeUnits].map((employeeUnit) => {
      const link = links.find((candidate) => candidate.employeeUnit === employeeUnit);
      const name = units.find(({ unit }) => unit !== null && unit === link?.unit)?.name;
      return name ?? employeeUnit;
    }),
  );
}
