import type { Unit, UnitId } from '../../../core/survey/units.ts';
import { unitTree } from '../../../core/survey/units.ts';
import type { WorkspaceReader, WorkspaceWriter } from '../../store/workspace.ts';
import { withReader, withWriter } from '../../workbench/workspace.ts';
import type { Command, OptionValues } from '../command.ts';
import { UsageError } from '../command.ts';
import { noPositionals, pair, requiredYear, text, workspacePath } from '../options.ts';

/** `units`: the tree, and changes of it; nothing that was answered is changed by any of them. */
export const units: Command = {
  name: 'units',
  usage:
    '--in ARBETSFIL [--merge A=B | --split A | --move A=B | --succeed A=B --year Y] [--json]\n' +
    '\n  --merge A=B    räknar A som B (en annan stavning av samma enhet)' +
    '\n  --split A      låter A vara en egen enhet igen' +
    '\n  --move A=B     lägger A under B; "A=" lägger A direkt under helheten' +
    '\n  --succeed A=B  A upphör och B tar vid från och med år Y; flera delas med komma',
  summary: 'Visar enheterna, slår ihop stavningar och noterar omorganisationer.',
  options: {
    in: { type: 'string' },
    merge: { type: 'string' },
    split: { type: 'string' },
    move: { type: 'string' },
    succeed: { type: 'string' },
    year: { type: 'string' },
  },
  run(positionals, options) {
    noPositionals(positionals);
    const path = workspacePath(options);
    const change = requestedChange(options);
    const remark = change === null ? null : withWriter(path, change);
    const listed = withReader(path, listUnits);
    const tree = listed.map(
      ({ name, level, aliases }) => `${'  '.repeat(level - 1)}${name}${spellings(aliases)}`,
    );
    return {
      json: listed,
      text: [
        ...(remark === null ? [] : [remark, '']),
        ...(listed.length === 0 ? ['Inga enheter ännu.'] : tree),
      ].join('\n'),
    };
  },
};

/** A change of the tree; gives what should be said of it, or null. */
type Change = (writer: WorkspaceWriter) => string | null;

function requestedChange(options: OptionValues): Change | null {
  const asked = ['merge', 'split', 'move', 'succeed'].filter((name) => options[name] !== undefined);
  if (asked.length > 1) throw new UsageError(`Gör en ändring i taget, inte ${asked.join(' och ')}.`);
  const merge = text(options, 'merge');
  if (merge !== null) {
    const [from, into] = pair(merge, 'merge');
    return (writer) => {
      const [source, target] = [writer.findUnit(from), writer.findUnit(into)];
      const remark = movedBetween(writer, source, target);
      writer.mergeUnits(source.id, target.id);
      return remark;
    };
  }
  const split = text(options, 'split');
  if (split !== null) {
    return (writer) => {
      writer.splitUnit(writer.findUnit(split).id);
      return null;
    };
  }
  const move = text(options, 'move');
  if (move !== null) {
    const isToTop = move.endsWith('=');
    const [unit, parent] = isToTop ? [move.slice(0, -1), ''] : pair(move, 'move');
    return (writer) => {
      writer.moveUnit(writer.findUnit(unit).id, isToTop ? null : writer.findUnit(parent).id);
      return null;
    };
  }
  const succeed = text(options, 'succeed');
  return succeed === null ? null : succession(succeed, requiredYear(options, 'year'));
}

/** The old unit ends the year before; the new ones begin. Both are kept, and so is what they answered. */
function succession(given: string, firstYear: number): Change {
  const [oldName, newNames] = pair(given, 'succeed');
  return (writer) => {
    const old = writer.findUnit(oldName);
    const successors = newNames.split(',').map((name) => writer.findUnit(name.trim()));
    writer.recordSuccession(
      old.id,
      successors.map(({ id }) => id),
      firstYear,
    );
    return null;
  };
}

function listUnits(reader: WorkspaceReader) {
  const all = reader.units();
  const tree = unitTree(all);
  const nameOf = new Map(all.map(({ id, name }) => [id, name]));
  return tree.units.map((unit) => {
    const parent = tree.parentOf(unit.id);
    const merged = all.filter(({ id }) => id !== unit.id && tree.resolve(id) === unit.id);
    return {
      name: unit.name,
      parent: parent === null ? null : (nameOf.get(parent) ?? null),
      level: tree.levelOf(unit.id),
      aliases: [...unit.aliases, ...merged.map(({ name }) => name)],
      validFrom: unit.validFrom,
      validTo: unit.validTo,
      successors: unit.successors.flatMap((id) => nameOf.get(id) ?? []),
    };
  });
}

function spellings(aliases: readonly string[]): string {
  return aliases.length === 0 ? '' : ` (även: ${aliases.join(', ')})`;
}

/** Said where a merge moves people from one förvaltning to another; null where it does not. */
function movedBetween(writer: WorkspaceWriter, source: Unit, target: Unit): string | null {
  const tree = unitTree(writer.units());
  const [from, to] = [tree.parentOf(source.id), tree.parentOf(target.id)];
  if (from === to) return null;
  const nameOf = (id: UnitId | null): string => tree.units.find((unit) => unit.id === id)?.name ?? 'helheten';
  return (
    `De som svarade för ${source.name} räknas nu under ${nameOf(to)} i stället för ${nameOf(from)}. ` +
    '"units --split" tar tillbaka det.'
  );
}
