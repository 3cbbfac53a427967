import type { WorkspaceSummary } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { UnitId } from '../survey/units.ts';
import { groupHiding } from './figures-of.ts';

type UnitYears = WorkspaceSummary['units'][number]['years'];

/** The units as a tree in order, each with its years, newest first. Respondents are counts and never hidden (P1). */
export function unitsView(measurements: Measurements): WorkspaceSummary['units'] {
  const { tree } = measurements;
  return tree.units.map(({ id, name }) => ({
    unit: id,
    name,
    parent: tree.parentOf(id),
    level: tree.levelOf(id),
    years: unitYears(measurements, id),
  }));
}

/** The years in which a unit has respondents or invited, newest first. */
export function unitYears(measurements: Measurements, unit: UnitId): UnitYears {
  return [...measurements.years].reverse().flatMap((year) => {
    const own = measurements.bestResult(year).units.find((result) => result.unit === unit);
    if (own === undefined) return [];
    const { respondents, invited } = own;
    return [{ year, respondents, invited, hidden: groupHiding(measurements, year, unit) }];
  });
}
