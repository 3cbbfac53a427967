import type { WorkspaceSummary } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { Looked } from '../analysis/selected.ts';
import { selectedIn } from '../analysis/selected.ts';
import { gateNames, whoName } from './subject.ts';

type Cuts = WorkspaceSummary['cuts'];

/** Who can be looked at apart in the whole, and in which years, newest first. */
export function cutsOf(measurements: Measurements): Cuts {
  const years = [...measurements.yearsWithAnswers].reverse();
  const [newest] = years;
  if (newest === undefined) return { gate: [], roles: [], without: [] };
  const instrument = measurements.instrumentOf(newest);
  const yearsOf = (who: Looked): number[] =>
    years.filter((year) => typeof selectedIn(measurements, year, null, who) !== 'string');
  const gate = (['yes', 'no'] as const).map((answer) => ({
    answer,
    name: gateNames[answer],
    years: yearsOf({ kind: 'gate', answer }),
  }));
  const roles = instrument.roles.map(({ code, name }) => ({
    role: code,
    name,
    years: yearsOf({ kind: 'role', role: code }),
  }));
  const without = measurements.tree.childrenOf(null).map(({ id }) => ({
    unit: id,
    name: whoName(measurements, { kind: 'without', unit: id }, instrument),
    years: withoutYears(measurements, years, id),
  }));
  const open = <Cut extends { readonly years: readonly number[] }>(cuts: readonly Cut[]): Cut[] =>
    cuts.filter((cut) => cut.years.length > 0);
  return { gate: open(gate), roles: open(roles), without: open(without) };
}

/** Years in which the unit has respondents and the whole can be told without them. */
function withoutYears(
  measurements: Measurements,
  years: readonly number[],
  unit: Cuts['without'][number]['unit'],
): number[] {
  return years.filter((year) => {
    const own = measurements.bestResult(year).units.find((result) => result.unit === unit);
    if ((own?.respondents ?? 0) === 0) return false;
    return typeof selectedIn(measurements, year, null, { kind: 'without', unit }) !== 'string';
  });
}
