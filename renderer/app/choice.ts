import type { Choice } from '../../core/api.ts';
import type { RoleCode } from '../../core/instrument/instrument.ts';
import type { UnitId } from '../../core/survey/units.ts';

/** What a workspace has to choose among. */
export interface Choosable {
  /** Newest first. */
  readonly years: readonly number[];
  readonly units: readonly UnitId[];
  /** Those directly under the whole. */
  readonly topUnits: readonly UnitId[];
  readonly roles: readonly RoleCode[];
}

/** As many years as have a colour of their own. */
export const mostYears = 5;
/** As many as a call takes; a figure that tells units apart by colour takes the first of them. */
export const mostUnits = 200;

export type ChoiceAction =
  | { readonly kind: 'add-year'; readonly year: number }
  | { readonly kind: 'remove-year'; readonly year: number }
  | { readonly kind: 'units'; readonly units: Choice['units'] }
  | { readonly kind: 'measure'; readonly measure: Choice['measure'] }
  | { readonly kind: 'against'; readonly against: Choice['against'] }
  | { readonly kind: 'who'; readonly who: Choice['who'] }
  | { readonly kind: 'replace'; readonly choice: Choice };

/** The choice that a workspace opens with: the three newest years of the whole and the units directly under it. */
export function firstChoice({ years, topUnits }: Choosable): Choice {
  return {
    years: years.slice(0, 3),
    units: [null, ...topUnits].slice(0, mostUnits),
    measure: 'percent',
    against: { nation: true, target: true, pool: true },
    who: { kind: 'all' },
  };
}

/** Never without a year or a unit, never with more than can be told apart. */
export function reduceChoice(choice: Choice, action: ChoiceAction): Choice {
  switch (action.kind) {
    case 'add-year':
      if (choice.years.includes(action.year) || choice.years.length >= mostYears) return choice;
      return { ...choice, years: [...choice.years, action.year].sort((a, b) => b - a) };
    case 'remove-year': {
      const years = choice.years.filter((year) => year !== action.year);
      return years.length === 0 || years.length === choice.years.length ? choice : { ...choice, years };
    }
    case 'units': {
      const units = [...new Set(action.units)].slice(0, mostUnits);
      return { ...choice, units: units.length === 0 ? [null] : units };
    }
    case 'measure':
      return choice.measure === action.measure ? choice : { ...choice, measure: action.measure };
    case 'against':
      return { ...choice, against: action.against };
    case 'who':
      return { ...choice, who: action.who };
    case 'replace':
      return action.choice;
  }
}

/** A kept choice as far as the workspace still has what it names; what is gone gives way to the usual. */
export function settleChoice(kept: Choice | null, has: Choosable): Choice {
  const usual = firstChoice(has);
  // A choice without years was made before there was anything to choose among.
  if (kept === null || kept.years.length === 0) return usual;
  const years = kept.years.filter((year) => has.years.includes(year)).slice(0, mostYears);
  const units = kept.units.filter((unit) => unit === null || has.units.includes(unit)).slice(0, mostUnits);
  return {
    ...kept,
    years: years.length === 0 ? usual.years : years,
    units: units.length === 0 ? usual.units : units,
    who: stillThere(kept.who, has) ? kept.who : usual.who,
  };
}

function stillThere(who: Choice['who'], { units, roles }: Choosable): boolean {
  switch (who.kind) {
    case 'all':
    case 'gate':
      return true;
    case 'role':
      return roles.includes(who.role);
    case 'without':
      return units.includes(who.unit);
  }
}
