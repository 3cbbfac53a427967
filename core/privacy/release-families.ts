import { counted } from '../text.ts';
import type { GroupKey } from './groups.ts';
import { unitKey } from './groups.ts';
import type { YearPlan } from './plan.ts';
import type { Release, ReleaseVerdict } from './release-log.ts';
import { isSameRelease } from './release-log.ts';

/** What a group is a part of, and by which division: its units, its roles or its gate answers. */
export interface FamilyPlace {
  readonly parent: GroupKey;
  readonly division: string;
}

/** Where the groups of a year belong; null for the whole, and for a group that is not in the plan. */
export function familyPlaceIn({ byKey, tree }: YearPlan, key: GroupKey): FamilyPlace | null {
  const { unit = null, cut = null } = byKey.get(key) ?? {};
  if (cut !== null) return { parent: unitKey(unit), division: cut };
  return unit === null ? null : { parent: unitKey(tree.parentOf(unit)), division: 'unit' };
}

/**
 * Rule P10 over families: two releases of a group and of some of its parts, each with enough other respondents,
 * can still give those in none of these parts away. Refused where a group less any of the parts that were released
 * both times differs by 1 to k − 1 respondents. `earlier` is the log, `next` what is to be released together.
 */
export function familyVerdict(
  earlier: readonly Release[],
  next: readonly Release[],
  placeOf: (key: GroupKey) => FamilyPlace | null,
): ReleaseVerdict {
  const known = [...earlier, ...next];
  const shapes = Map.groupBy(known, shapeOf);
  for (const release of next) {
    if (earlier.some((before) => isSameRelease(before, release))) continue;
    const ownShape = shapeOf(release);
    for (const before of known) {
      if (before.year !== release.year || shapeOf(before) === ownShape) continue;
      const obstacle = betweenShapes(
        shapes.get(shapeOf(before)) ?? [],
        shapes.get(ownShape) ?? [],
        placeOf,
        release.minimumGroup,
      );
      if (obstacle !== null) return obstacle;
    }
  }
  return null;
}

/** Releases of one shape were made of the same answers, and tell nothing new beside each other. */
function shapeOf({ year, answersKey, treeKey, minimumGroup }: Release): string {
  return JSON.stringify([year, answersKey, treeKey, minimumGroup]);
}

function betweenShapes(
  before: readonly Release[],
  after: readonly Release[],
  placeOf: (key: GroupKey) => FamilyPlace | null,
  minimum: number,
): ReleaseVerdict {
  const earlier = new Map(before.map((release) => [release.group, release]));
  const both = after.flatMap((release) => {
    const first = earlier.get(release.group);
    return first === undefined ? [] : [{ release, first, others: release.respondents - first.respondents }];
  });
  const keys = new Set(both.map(({ release }) => release.group));
  for (const { release, first, others } of both) {
    const parts = both.filter(
      (part) => nearestPlace(part.release.group, keys, placeOf)?.parent === release.group,
    );
    const divisions = Map.groupBy(
      parts,
      (part) => nearestPlace(part.release.group, keys, placeOf)?.division ?? '',
    );
    for (const family of divisions.values()) {
      const few = remainders(
        others,
        family.map((part) => part.others),
      ).find((rest) => rest !== 0 && Math.abs(rest) < minimum);
      if (few === undefined) continue;
      return {
        obstacle: 'few-others',
        earlier: first,
        problem: {
          code: 'release-few-others',
          message:
            `${release.name} ${release.year} och delar av den har lämnats ut förut med andra svarande. ` +
            `Tillsammans visar utlämnandena vad ${counted(Math.abs(few), 'person', 'personer')} i övriga delar svarade.`,
          nextStep: 'Använd de tidigare utlämnandena, eller ange ett skäl, som sparas.',
        },
      };
    }
  }
  return null;
}

/** The smallest known group that a group is a part of, and the division that leads down to it. */
function nearestPlace(
  key: GroupKey,
  known: ReadonlySet<GroupKey>,
  placeOf: (key: GroupKey) => FamilyPlace | null,
): FamilyPlace | null {
  let place = placeOf(key);
  while (place !== null && !known.has(place.parent)) place = placeOf(place.parent);
  return place;
}

/** What is left of `whole` when any of the parts are taken from it. */
function remainders(whole: number, parts: readonly number[]): number[] {
  const left = new Set([whole]);
  for (const part of parts) for (const rest of [...left]) left.add(rest - part);
  return [...left];
}
