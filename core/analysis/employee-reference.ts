import type { RankCorrelation } from '../comparison/rank-correlation.ts';
import { adjustCorrelations, rankCorrelation } from '../comparison/rank-correlation.ts';
import type { Band } from '../employees/bands.ts';
import type { EmployeeFigures, LinkReference, SurveyVerdict } from '../employees/cross-reference.ts';
import { crossReference, employeeYears } from '../employees/cross-reference.ts';
import type { ItemLink } from '../employees/item-links.ts';
import type { UnitLink } from '../employees/unit-links.ts';
import type { UnitId } from '../survey/units.ts';
import { compareYears } from './compare-years.ts';
import type { Measurements } from './measurements.ts';

/** What the user has settled of the employee survey, and its figures past the small-group gate. */
export interface EmployeeReferenceInput {
  readonly bands: readonly Band[];
  /** Index changes of at most this many points are none. */
  readonly indexChangeLimit: number;
  readonly itemLinks: readonly ItemLink[];
  readonly unitLinks: readonly UnitLink[];
  readonly employees: EmployeeFigures;
}

/** A rank correlation with p adjusted over all links and years (S5). */
export type AdjustedCorrelation = RankCorrelation & { readonly pAdjusted: number | null };

/** Both surveys side by side, link by link; empty where no year has both. */
export function employeeReference(
  measurements: Measurements,
  { bands, indexChangeLimit, itemLinks, unitLinks, employees }: EmployeeReferenceInput,
): LinkReference<AdjustedCorrelation>[] {
  const years = employeeYears(employees).filter((year) => measurements.years.includes(year));
  const last = years.at(-1);
  if (last === undefined) return [];
  const references = crossReference({
    instrument: measurements.instrumentOf(last),
    bands,
    indexChangeLimit,
    itemLinks,
    unitLinks,
    employees,
    survey: years.map((year) => ({ year, units: measurements.bestResult(year).units })),
    verdicts: verdictsOf(measurements, years, itemLinks, unitLinks),
    rankCorrelation,
  });
  return withAdjustedCorrelations(references);
}

/** How each linked item of each linked unit changed between years that follow one another. */
function verdictsOf(
  measurements: Measurements,
  years: readonly number[],
  itemLinks: readonly ItemLink[],
  unitLinks: readonly UnitLink[],
): SurveyVerdict[] {
  const linked = new Set(itemLinks.map(({ item }) => item));
  const units = [...new Set(unitLinks.map(({ unit }) => unit))];
  return years.slice(1).flatMap((to, at) => {
    const from = years[at];
    if (from === undefined) return [];
    return units.flatMap((unit) => {
      if (!isIn(measurements, from, unit) || !isIn(measurements, to, unit)) return [];
      const items = compareYears(measurements, from, to, unit).uncertainty?.items ?? [];
      return items.flatMap(({ code, verdict }) =>
        linked.has(code) ? [{ unit, item: code, from, to, verdict }] : [],
      );
    });
  });
}

function isIn(measurements: Measurements, year: number, unit: UnitId | null): boolean {
  const resolved = unit === null ? null : measurements.tree.resolve(unit);
  return measurements.bestResult(year).units.some((own) => own.unit === resolved);
}

function withAdjustedCorrelations(
  references: readonly LinkReference<RankCorrelation>[],
): LinkReference<AdjustedCorrelation>[] {
  const adjusted = adjustCorrelations(
    references.flatMap(({ correlations }) => correlations.map(({ result }) => result)),
  );
  let next = 0;
  return references.map((reference) => ({
    ...reference,
    correlations: reference.correlations.map((correlation) => ({
      ...correlation,
      result: adjusted[next++] ?? { ...correlation.result, pAdjusted: null },
    })),
  }));
}
