import type { Group } from '../comparison/group.ts';
import type { RoleCode } from '../instrument/instrument.ts';
import type { GatedUnitResult } from '../privacy/gated.ts';
import { unitKey } from '../privacy/groups.ts';
import { yearPlan } from '../privacy/plan.ts';
import type { UnitId } from '../survey/units.ts';
import type { Measurements } from './measurements.ts';
import { partsOf, unitAsPart } from './parts.ts';

/** Whose answers are looked at. */
export type Looked =
  | { readonly kind: 'all' }
  | { readonly kind: 'gate'; readonly answer: 'yes' | 'no' }
  | { readonly kind: 'role'; readonly role: RoleCode }
  | { readonly kind: 'without'; readonly unit: UnitId };

/** Why a group cannot be looked at apart in a year. */
export const unavailableReasons = [
  'not-in-year',
  'no-answers',
  'not-divided',
  'too-small',
  'left-out',
] as const;
export type UnavailableReason = (typeof unavailableReasons)[number];

/** A group in a year: what may be shown of it, and its respondents (null where the year has no answers). */
export interface SelectedGroup {
  readonly gated: GatedUnitResult;
  readonly group: Group | null;
}

/**
 * The respondents of a unit (null for the whole) who are looked at. Roles and gate answers are told apart for
 * the whole and the units directly under it, as the plan has them (rule P8); "without" takes a unit out of
 * whatever holds it, and leaves the others as they are.
 * @throws Refusal `year-missing`
 */
export function selectedIn(
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  who: Looked,
): SelectedGroup | UnavailableReason {
  const { tree } = measurements;
  const own = unit === null ? null : tree.resolve(unit);
  const gated = measurements.bestResult(year).units.find((result) => result.unit === own);
  if (gated === undefined) return 'not-in-year';
  const all = { gated, group: measurements.groupIn(year, own === null ? null : [own]) };
  if (who.kind === 'all') return all;
  if (!measurements.hasAnswers(year)) return 'no-answers';
  if (who.kind === 'without') {
    const without = tree.resolve(who.unit);
    if (tree.isWithin(own, without)) return 'left-out';
    if (!tree.isWithin(without, own)) return all;
    const isThere = (yearPlan(measurements.plan, year).byKey.get(unitKey(without))?.respondents ?? 0) > 0;
    if (!isThere) return all;
    const part = unitAsPart(measurements, year, without, own);
    return part === null ? 'too-small' : { gated: part.rest, group: part.restGroup };
  }
  const sought = `${unitKey(own)}/${who.kind}:${who.kind === 'gate' ? who.answer : who.role}`;
  const part = partsOf(measurements, year, who.kind, own).find(({ key }) => key === sought);
  if (part !== undefined) return { gated: part.gated, group: part.group };
  const isDivided = yearPlan(measurements.plan, year).groups.some(
    (planned) => planned.cut === who.kind && planned.unit === own,
  );
  return isDivided ? 'too-small' : 'not-divided';
}
