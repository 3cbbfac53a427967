import type { Unit, UnitId } from '../survey/units.ts';
import { fold } from '../text.ts';
import type { LinkState } from './item-links.ts';
import { isNamedAsWhole } from './table.ts';

/** A unit of the employee survey that is a unit of the measurement; null stands for the whole. */
export interface UnitLink {
  readonly employeeUnit: string;
  readonly unit: UnitId | null;
}

/** A link for the user to confirm or reject. */
export interface ProposedUnitLink extends UnitLink {
  readonly unitName: string;
  /** Plain Swedish. */
  readonly reason: string;
}

/** What unit links are proposed from. */
export interface UnitLinkInput {
  readonly employeeUnits: readonly string[];
  /** The units of the measurement, merged ones left out. */
  readonly units: readonly Pick<Unit, 'id' | 'name' | 'aliases'>[];
  readonly wholeName: string;
  /** Why two different spellings may be one unit, or null: the rule that imports ask by. */
  readonly alike: (a: string, b: string) => string | null;
  readonly decided: readonly (UnitLink & { readonly state: LinkState })[];
}

/** From the surest likeness to the least. */
const likenesses: readonly ((employeeUnit: string, name: string, input: UnitLinkInput) => string | null)[] = [
  (employeeUnit, name) => (fold(employeeUnit) === fold(name) ? 'har samma namn' : null),
  (employeeUnit, name, { alike }) => alike(employeeUnit, name),
  (employeeUnit, name) => (namesPartOf(employeeUnit, name) ? 'nämner en del av samma verksamhet' : null),
];

/**
 * Proposes which units of the two surveys are the same, for those that the user has not confirmed yet. A likeness that
 * fits several units proposes none of them: the user chooses.
 */
export function proposeUnitLinks(input: UnitLinkInput): ProposedUnitLink[] {
  return input.employeeUnits.flatMap((employeeUnit): ProposedUnitLink[] => {
    const decided = input.decided.filter((link) => link.employeeUnit === employeeUnit);
    if (decided.some(({ state }) => state === 'confirmed')) return [];
    const isOpen = (unit: UnitId | null): boolean => decided.every((link) => link.unit !== unit);
    if (isOpen(null) && isWhole(employeeUnit, input)) {
      return [{ employeeUnit, unit: null, unitName: input.wholeName, reason: 'är hela kommunen' }];
    }
    for (const likeness of likenesses) {
      const found = input.units.flatMap(({ id, name, aliases }) => {
        const reason = [name, ...aliases]
          .map((spelling) => likeness(employeeUnit, spelling, input))
          .find((candidate) => candidate !== null);
        return reason === undefined || !isOpen(id)
          ? []
          : [{ employeeUnit, unit: id, unitName: name, reason }];
      });
      if (found.length > 0) return found.length === 1 ? found : [];
    }
    return [];
  });
}

function isWhole(employeeUnit: string, { wholeName }: UnitLinkInput): boolean {
  return fold(employeeUnit) === fold(wholeName) || isNamedAsWhole(employeeUnit);
}

/** "Utbildningsförvaltningen" within "Utbildnings- och arbetsmarknadsförvaltningen", or the other way round. */
function namesPartOf(a: string, b: string): boolean {
  const [fewer = [], more = []] = [operationsOf(a), operationsOf(b)].sort((x, y) => x.length - y.length);
  return fewer.length > 0 && fewer.every((operation) => more.includes(operation));
}

/** What a unit's name says that it does: its words without the word for what kind of unit it is. */
function operationsOf(name: string): string[] {
  return fold(name)
    .split(' ')
    .map((word) => word.replace(/(forvaltningen|forvaltning|kontoret|kontor|namnden|namnd)$/, ''))
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word.length > 3);
}
