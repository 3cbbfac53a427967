import type { Band } from '../../employees/bands.ts';
import type { EmployeeLink } from '../employee-pairs/data.ts';
import { newestYear } from '../employee-pairs/data.ts';

/** A unit with both results shown. */
export interface ScatterPoint {
  readonly unitName: string;
  /** The measurement, 0–100. */
  readonly x: number;
  /** The employee survey, 0–100. */
  readonly y: number;
}

export interface EmployeeScatterData {
  readonly year: number | null;
  readonly itemName: string;
  readonly question: string;
  readonly points: readonly ScatterPoint[];
  /** Units that have no point, because a result is hidden (or missing). */
  readonly without: readonly { readonly unitName: string; readonly isHidden: boolean }[];
  /** How alike the two orders of the units are, or why that is not told. */
  readonly sentence: string;
  readonly rho: number | null;
  readonly bands: readonly Band[];
}

/** One link over the units of a year; null where there is no such link. */
export function employeeScatterData(
  links: readonly EmployeeLink[],
  bands: readonly Band[],
  { item, year }: { readonly item: string | null; readonly year: number | null },
): EmployeeScatterData | null {
  const link = item === null ? links[0] : links.find((candidate) => candidate.item === item);
  if (link === undefined) return null;
  const shown = year ?? newestYear([link]);
  const cells = link.cells.filter((cell) => cell.year === shown && cell.unit !== null);
  const correlation = link.correlations.find((candidate) => candidate.year === shown)?.result;
  const points = cells.flatMap(({ unitName, survey, employees }): ScatterPoint[] =>
    survey.percent === null || employees.percent === null
      ? []
      : [{ unitName, x: survey.percent, y: employees.percent }],
  );
  return {
    year: shown,
    itemName: link.itemName,
    question: link.employeeItem,
    points,
    without: cells.flatMap(({ unitName, survey, employees }) =>
      survey.percent === null || employees.percent === null
        ? [{ unitName, isHidden: survey.hidden || employees.hidden }]
        : [],
    ),
    sentence: correlation?.sentence ?? 'Ingen enhet har resultat i båda undersökningarna.',
    rho: correlation?.rho ?? null,
    bands,
  };
}
