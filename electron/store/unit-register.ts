import type { UnitPath } from '../../core/intake/draft.ts';
import type { Unit, UnitId, UnitTree } from '../../core/survey/units.ts';
import { unitTree } from '../../core/survey/units.ts';
import type { WriteConnection } from './connection.ts';
import { unitIdColumn } from './row-shapes.ts';
import { tidyUnitName, unitNameKey } from './unit-names.ts';
import { allUnits } from './units.ts';

/**
 * Finds the units that names in a file mean, and makes those that do not exist yet. A name means a unit when
 * it equals the unit's name, else one of its aliases, by {@link unitNameKey}, among units with the same
 * parent; a merged parent counts as the one it was merged into.
 */
export class UnitRegister {
  readonly #connection: WriteConnection;
  readonly #tree: UnitTree;
  readonly #byPlace = new Map<string, UnitId>();

  constructor(connection: WriteConnection) {
    this.#connection = connection;
    const units = allUnits(connection);
    this.#tree = unitTree(units);
    const standingFirst = units.toSorted(
      (one, other) =>
        Number(one.mergedInto !== null) - Number(other.mergedInto !== null) || one.id - other.id,
    );
    for (const unit of standingFirst) this.#enter(unit, unit.name);
    for (const unit of standingFirst) for (const alias of unit.aliases) this.#enter(unit, alias);
  }

  /** For each path its unit, in the order given; null for the empty path. */
  idsOf(paths: readonly UnitPath[]): (UnitId | null)[] {
    // In order of name, so that ids do not tell in which order the units came in the file.
    const places = paths.map((_, place) => place);
    const keys = paths.map((path) => path.map(unitNameKey).join('\n'));
    places.sort((one, other) => compare(keys[one] ?? '', keys[other] ?? ''));
    const ids: (UnitId | null)[] = paths.map(() => null);
    for (const place of places) ids[place] = this.#idOf(paths[place] ?? []);
    return ids;
  }

  #idOf(path: UnitPath): UnitId | null {
    return path.reduce<UnitId | null>(
      (parent, name) => this.#find(parent, name) ?? this.#make(parent, name),
      null,
    );
  }

  #find(parent: UnitId | null, name: string): UnitId | undefined {
    const own = this.#byPlace.get(placeKey(parent, name));
    return own ?? this.#byPlace.get(placeKey(parent === null ? null : this.#tree.resolve(parent), name));
  }

  #make(parent: UnitId | null, name: string): UnitId {
    const tidy = tidyUnitName(name);
    const id = unitIdColumn.parse(
      this.#connection.run('INSERT INTO unit (parent, name) VALUES (@parent, @name)', { parent, name: tidy }),
    );
    this.#enter({ id, parent }, tidy);
    return id;
  }

  /** The first to be entered at a place stays there. */
  #enter({ id, parent }: Pick<Unit, 'id' | 'parent'>, name: string): void {
    for (const at of [parent, parent === null ? null : this.#tree.resolve(parent)]) {
      const key = placeKey(at, name);
      if (!this.#byPlace.has(key)) this.#byPlace.set(key, id);
    }
  }
}

function placeKey(parent: UnitId | null, name: string): string {
  return `${parent ?? ''}/${unitNameKey(name)}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
