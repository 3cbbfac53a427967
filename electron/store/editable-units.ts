import { Refusal } from '../../core/problem.ts';
import type { Unit, UnitId, UnitTree } from '../../core/survey/units.ts';
import { unitTree } from '../../core/survey/units.ts';
import type { ReadConnection } from './connection.ts';
import { allUnits } from './units.ts';

/** All units of a workspace, at hand for a change. */
export interface EditableUnits {
  readonly all: readonly Unit[];
  readonly tree: UnitTree;
  /** @throws Refusal `unit-missing`. */
  readonly get: (id: UnitId) => Unit;
}

export function editableUnits(connection: ReadConnection): EditableUnits {
  const all = allUnits(connection);
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  return {
    all,
    tree: unitTree(all),
    get: (id) => {
      const unit = byId.get(id);
      if (unit !== undefined) return unit;
      throw unitRefusal('unit-missing', `Det finns ingen enhet med nummer ${id}.`, 'Se enheterna i listan.');
    },
  };
}

/** A refusal that concerns a unit. */
export function unitRefusal(code: string, message: string, nextStep: string): Refusal {
  return new Refusal({ code, message, nextStep });
}
