import { Refusal } from '../../core/problem.ts';
import type { Unit, UnitId } from '../../core/survey/units.ts';
import { unitNameKey } from './unit-names.ts';

/**
 * The unit that a person means by a name, an alias, or a path such as "Socialförvaltningen/Hemtjänst",
 * whose first names may be left out. Of several with the name, one that is not merged into another is meant.
 * @throws Refusal `unit-missing`, naming the nearest, or `unit-ambiguous`, listing the paths.
 */
export function findUnit(units: readonly Unit[], name: string): Unit {
  const sought = unitNameKey(name);
  const soughtPath = name.split('/').map(unitNameKey).join('/');
  const paths = new Map(units.map((unit) => [unit.id, pathOf(units, unit)]));
  const pathText = ({ id }: Unit): string => (paths.get(id) ?? []).join('/');
  const pathKey = ({ id }: Unit): string => (paths.get(id) ?? []).map(unitNameKey).join('/');

  const isSought = (unit: Unit): boolean =>
    unitNameKey(unit.name) === sought || `/${pathKey(unit)}`.endsWith(`/${soughtPath}`);
  const byName = units.filter(isSought);
  const found =
    byName.length > 0
      ? byName
      : units.filter(({ aliases }) => aliases.some((alias) => unitNameKey(alias) === sought));
  const standing = found.filter(({ mergedInto }) => mergedInto === null);
  const [only, ...others] = standing.length > 0 ? standing : found;
  if (only === undefined) throw missing(name, units.map(pathText));
  if (others.length === 0) return only;
  throw new Refusal({
    code: 'unit-ambiguous',
    message: `Flera enheter heter ${name}: ${[only, ...others].map(pathText).join(', ')}.`,
    nextStep: 'Ange vilken du menar med hela sökvägen, till exempel ' + pathText(only) + '.',
  });
}

/** Names from the top of the tree down. A ring of parents, in a damaged file, is cut at its first repeat. */
function pathOf(units: readonly Unit[], unit: Unit): string[] {
  const path: string[] = [];
  const passed = new Set<UnitId>();
  let at: Unit | undefined = unit;
  while (at !== undefined && !passed.has(at.id)) {
    passed.add(at.id);
    path.unshift(at.name);
    const { parent }: Unit = at;
    at = units.find(({ id }) => id === parent);
  }
  return path;
}

const nearestShown = 3;

function missing(name: string, paths: readonly string[]): Refusal {
  const sought = unitNameKey(name);
  const nearest = paths
    .map((path) => ({ path, distance: Math.min(...namesIn(path).map((part) => editDistance(part, sought))) }))
    .filter(({ distance }) => distance <= Math.max(2, sought.length / 2))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, nearestShown)
    .map(({ path }) => path);
  return new Refusal({
    code: 'unit-missing',
    message: `Det finns ingen enhet som heter ${name}.`,
    nextStep:
      nearest.length === 0
        ? 'Se vilka enheter som finns i listan över enheter.'
        : `Menade du ${nearest.join(' eller ')}?`,
  });
}

/** What a person may have tried to write: the unit's own name, or the whole path. */
function namesIn(path: string): string[] {
  return [path, path.split('/').at(-1) ?? path].map(unitNameKey);
}

/** Letters to add, take away or change to get from one text to the other (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
