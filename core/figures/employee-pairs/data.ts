import type { AdjustedCorrelation } from '../../analysis/employee-reference.ts';
import type { Band } from '../../employees/bands.ts';
import type { CrossCell, LinkReference } from '../../employees/cross-reference.ts';

export type EmployeeLink = LinkReference<AdjustedCorrelation>;

/** Both surveys' results of one unit for one link. */
export interface EmployeePair {
  readonly unitName: string;
  readonly isWhole: boolean;
  /** 0–100; null where it is missing or hidden. */
  readonly surveyPercent: number | null;
  readonly surveyIsHidden: boolean;
  readonly employeeIndex: number | null;
  readonly employeeIsHidden: boolean;
  /** The employees' band. */
  readonly bandName: string | null;
  /** Why the two do not compare, in a sentence. */
  readonly notComparable: string | null;
}

/** One link: an item, and the question of the employee survey that goes with it. */
export interface EmployeePairsGroup {
  readonly itemName: string;
  readonly question: string;
  readonly pairs: readonly EmployeePair[];
}

export interface EmployeePairsData {
  readonly year: number | null;
  readonly groups: readonly EmployeePairsGroup[];
  /** From the highest down. */
  readonly bands: readonly Band[];
  /** Each once. */
  readonly warnings: readonly string[];
}

/** What is asked of pairs. */
export interface EmployeePairsChoice {
  /** Null for the newest that both surveys have. */
  readonly year: number | null;
  /** Names of units to show; null for all. */
  readonly units: readonly string[] | null;
}

/** The employee survey's answers beside the measurement's, link by link and unit by unit. */
export function employeePairsData(
  links: readonly EmployeeLink[],
  bands: readonly Band[],
  { year, units }: EmployeePairsChoice,
): EmployeePairsData {
  const shown = year ?? newestYear(links);
  const groups = links.flatMap(({ itemName, employeeItem, cells }): EmployeePairsGroup[] => {
    const own = cells.filter(
      (cell) => cell.year === shown && (units === null || units.includes(cell.unitName)),
    );
    return own.length === 0 ? [] : [{ itemName, question: employeeItem, pairs: own.map(pairOf) }];
  });
  const sentences = groups.flatMap(({ pairs }) => pairs.flatMap(({ notComparable }) => notComparable ?? []));
  return { year: shown, groups, bands, warnings: [...new Set(sentences)] };
}

/** The newest year of any link; null without links. */
export function newestYear(links: readonly EmployeeLink[]): number | null {
  const years = links.flatMap(({ cells }) => cells.map((cell) => cell.year));
  return years.length === 0 ? null : Math.max(...years);
}

function pairOf({ unit, unitName, survey, employees, notComparable }: CrossCell): EmployeePair {
  return {
    unitName,
    isWhole: unit === null,
    surveyPercent: survey.percent,
    surveyIsHidden: survey.hidden,
    employeeIndex: employees.percent,
    employeeIsHidden: employees.hidden,
    bandName: employees.band?.name ?? null,
    notComparable: notComparable?.sentence ?? null,
  };
}
