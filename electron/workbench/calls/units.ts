import type { Inverse, Texts, WorkspaceId } from '../../../core/api.ts';
import type { Unit } from '../../../core/survey/units.ts';
import { unitYears } from '../../../core/views/units.ts';
import type { WorkspaceWriter } from '../../store/workspace.ts';
import { lookAlikesOf } from '../context.ts';
import type { Desk } from '../desk.ts';
import type { HandlersOf } from '../registry.ts';

/** The tree of units. Each change is taken back by setting the units that it touched as they were. */
export const unitHandlers: HandlersOf<
  | 'data.units'
  | 'data.mergeUnits'
  | 'data.splitUnit'
  | 'data.moveUnit'
  | 'data.renameUnit'
  | 'data.addAlias'
  | 'data.removeAlias'
  | 'data.succession'
  | 'data.restoreUnits'
> = {
  'data.units': ({ workspaceId }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    const measurements = workspace.measurements();
    const { tree } = measurements;
    const all = workspace.reader.units();
    return {
      units: tree.units.map((unit) => ({
        unit: unit.id,
        name: unit.name,
        parent: tree.parentOf(unit.id),
        level: tree.levelOf(unit.id),
        aliases: [...unit.aliases],
        merged: all
          .filter(({ id }) => id !== unit.id && tree.resolve(id) === unit.id)
          .map(({ id, name }) => ({ unit: id, name })),
        validFrom: unit.validFrom,
        validTo: unit.validTo,
        successors: [...unit.successors],
        years: unitYears(measurements, unit.id),
      })),
      lookAlikes: lookAlikesOf(workspace),
    };
  },

  'data.mergeUnits': ({ workspaceId, from, into }, { desk }) =>
    changedUnits(desk, workspaceId, labels.merge, (writer) => {
      writer.mergeUnits(from, into);
    }),
  'data.splitUnit': ({ workspaceId, unit }, { desk }) =>
    changedUnits(desk, workspaceId, labels.split, (writer) => {
      writer.splitUnit(unit);
    }),
  'data.moveUnit': ({ workspaceId, unit, parent }, { desk }) =>
    changedUnits(desk, workspaceId, labels.move, (writer) => {
      writer.moveUnit(unit, parent);
    }),
  'data.renameUnit': ({ workspaceId, unit, name }, { desk }) =>
    changedUnits(desk, workspaceId, labels.rename, (writer) => {
      writer.renameUnit(unit, name);
    }),
  'data.addAlias': ({ workspaceId, unit, alias }, { desk }) =>
    changedUnits(desk, workspaceId, labels.alias, (writer) => {
      writer.addAlias(unit, alias);
    }),
  'data.removeAlias': ({ workspaceId, unit, alias }, { desk }) =>
    changedUnits(desk, workspaceId, labels.alias, (writer) => {
      const own = writer.units().find(({ id }) => id === unit);
      if (own === undefined) return;
      writer.restoreUnitStates([{ ...own, aliases: own.aliases.filter((name) => name !== alias) }]);
    }),
  'data.succession': ({ workspaceId, unit, validFrom, validTo, successors }, { desk }) =>
    changedUnits(desk, workspaceId, labels.succession, (writer) => {
      writer.together(() => {
        writer.setValidity(unit, validFrom, validTo);
        writer.setSuccessors(unit, successors);
      });
    }),
  'data.restoreUnits': ({ workspaceId, units }, { desk }) =>
    changedUnits(desk, workspaceId, labels.restore, (writer) => {
      writer.restoreUnitStates(units.map(({ unit, ...state }) => ({ id: unit, ...state })));
    }),
};

const labels = {
  merge: { sv: 'Ångra sammanslagningen', en: 'Undo the merge' },
  split: { sv: 'Ångra delningen', en: 'Undo the split' },
  move: { sv: 'Ångra flytten', en: 'Undo the move' },
  rename: { sv: 'Ångra namnbytet', en: 'Undo the new name' },
  alias: { sv: 'Ångra det andra namnet', en: 'Undo the other name' },
  succession: { sv: 'Ångra omorganisationen', en: 'Undo the reorganisation' },
  restore: { sv: 'Återställ enheterna', en: 'Restore the units' },
} as const satisfies Record<string, Texts>;

/** Makes a change, and gives the call that sets every unit it touched as it was. */
function changedUnits(
  desk: Desk,
  workspaceId: WorkspaceId,
  label: Texts,
  work: (writer: WorkspaceWriter) => void,
): { inverse: Inverse } {
  return desk.write(workspaceId, (writer) => {
    const before = writer.units();
    work(writer);
    const after = new Map(writer.units().map((unit) => [unit.id, stateText(unit)]));
    const touched = before.filter((unit) => after.get(unit.id) !== stateText(unit));
    if (touched.length === 0) return { inverse: null };
    const units = touched.map(({ id, ...unit }) => ({
      unit: id,
      name: unit.name,
      parent: unit.parent,
      aliases: unit.aliases,
      mergedInto: unit.mergedInto,
      validFrom: unit.validFrom,
      validTo: unit.validTo,
      successors: unit.successors,
    }));
    return { inverse: { call: 'data.restoreUnits', input: { workspaceId, units }, label } };
  });
}

function stateText({ id, name, parent, aliases, mergedInto, validFrom, validTo, successors }: Unit): string {
  return JSON.stringify([
    id,
    name,
    parent,
    [...aliases].sort(),
    mergedInto,
    validFrom,
    validTo,
    [...successors].sort((a, b) => a - b),
  ]);
}
