import { Refusal } from '../../core/problem.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { fold } from '../../core/text.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import { wholeNameOf } from '../workbench/measurements.ts';

/**
 * The units that a list names, parted by commas; null is the whole. A name that itself holds a comma is found too,
 * because as much as possible is taken for one name.
 * @throws Refusal `unit-missing`, `unit-ambiguous`
 */
export function unitsNamed(reader: WorkspaceReader, list: string): (UnitId | null)[] {
  const parts = list.split(',').map((part) => part.trim());
  const found: (UnitId | null)[] = [];
  for (let at = 0; at < parts.length;) {
    let end = parts.length;
    let unit = unitOrRefusal(reader, parts.slice(at, end).join(', '));
    while (unit instanceof Refusal && end > at + 1) {
      end -= 1;
      unit = unitOrRefusal(reader, parts.slice(at, end).join(', '));
    }
    if (unit instanceof Refusal) throw unit;
    found.push(unit);
    at = end;
  }
  return found;
}

function unitOrRefusal(reader: WorkspaceReader, name: string): UnitId | null | Refusal {
  if (fold(name) === fold(wholeNameOf(reader))) return null;
  try {
    return reader.findUnit(name).id;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
