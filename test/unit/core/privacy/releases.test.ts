import { describe, expect, it } from 'vitest';
import type { GroupKey } from '../../../../core/privacy/groups.ts';
import { unitKey } from '../../../../core/privacy/groups.ts';
import { usualMinimumGroup } from '../../../../core/privacy/minimum-group.ts';
import { planHiding, yearPlan } from '../../../../core/privacy/plan.ts';
import { familyPlaceIn, familyVerdict } from '../../../../core/privacy/release-families.ts';
import type { Release } from '../../../../core/privacy/release-log.ts';
import { releaseVerdict } from '../../../../core/privacy/release-log.ts';
import { smallInstrument } from '../../../instruments.ts';
import { unitId } from '../../../units.ts';
import { Attacker } from './linear-attack.ts';
import type { Municipality } from './municipality.ts';
import { answersInput, randomFrom, randomMunicipality } from './municipality.ts';

const instrument = smallInstrument();
const k = usualMinimumGroup.size;

const release = (group: GroupKey, respondents: number, answersKey: string): Release => ({
  year: 2022,
  group,
  name: group,
  respondents,
  minimumGroup: k,
  treeKey: 'a',
  answersKey,
});

const whole = unitKey(null);
const [a, b, ab] = [unitKey(unitId(1)), unitKey(unitId(2)), unitKey(unitId(3))];
const placeOf = (key: GroupKey) => {
  if (key === whole) return null;
  return { parent: key === ab ? whole : ab, division: 'unit' };
};

describe('releases of a group and of its parts', () => {
  const first = [release(whole, 100, 'x'), release(ab, 60, 'x'), release(a, 30, 'x')];

  it('P10: are refused where they give away those in no released part', () => {
    const next = [release(whole, 108, 'y'), release(ab, 66, 'y')];
    for (const own of next) expect(releaseVerdict(first, own)).toBeNull();
    expect(familyVerdict(first, next, placeOf)).toMatchObject({
      obstacle: 'few-others',
      problem: { code: 'release-few-others' },
    });
  });

  it('P10: are refused when they come one after the other too', () => {
    const log = [...first, release(ab, 66, 'y')];
    expect(familyVerdict(log, [release(whole, 108, 'y')], placeOf)).not.toBeNull();
  });

  it('P10: are refused over a unit between that was not released', () => {
    const log = [release(whole, 100, 'x'), release(a, 30, 'x')];
    expect(familyVerdict(log, [release(whole, 108, 'y'), release(a, 36, 'y')], placeOf)).not.toBeNull();
  });

  it('P10: pass where all others are of the part, or are enough', () => {
    for (const [inAll, inPart] of [
      [106, 66],
      [111, 66],
    ] as const) {
      const next = [release(whole, inAll, 'y'), release(ab, inPart, 'y')];
      expect(familyVerdict(first, next, placeOf)).toBeNull();
    }
  });

  it('P10: pass again in the shape in which they have left before', () => {
    const log = [...first, release(whole, 108, 'y'), release(ab, 66, 'y')];
    expect(familyVerdict(log, [release(whole, 108, 'y')], placeOf)).toBeNull();
    expect(familyVerdict(log, [release(b, 30, 'y')], placeOf)).not.toBeNull();
  });
});

/** Of some respondents, where each stands and whether each came late. */
interface Late {
  readonly municipality: Municipality;
  readonly isLate: readonly boolean[];
}

function withLate(seed: number): Late {
  const random = randomFrom(seed);
  const municipality = randomMunicipality(
    instrument,
    { firstLevel: 4, secondLevel: 3, respondents: 40, roles: 0, alike: 0, dontKnow: 0.1, direct: 0.3 },
    random,
  );
  // Late answers come unit by unit: from some none, from some a few, from some many.
  const share = new Map<unknown, number>();
  const isLate = municipality.people.map(({ unit }) => {
    const own = share.get(unit) ?? [0, 0, 0.1, 0.5][Math.floor(random() * 4)] ?? 0;
    share.set(unit, own);
    return random() < own;
  });
  return { municipality, isLate };
}

describe('an attacker with an earlier export', () => {
  it('P10: gets no group of fewer than k late answers, in hundreds of municipalities', () => {
    let released = 0;
    let obstructed = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const { municipality, isLate } = withLate(seed);
      const { people, tree } = municipality;
      const input = answersInput(municipality);
      const plan = yearPlan(
        planHiding({
          minimumGroup: usualMinimumGroup,
          tree,
          years: [{ year: input.year, instrument, cells: input.cells }],
        }),
        input.year,
      );
      const units = [null, ...tree.units.map(({ id }) => id)];
      const within = (id: (typeof units)[number], late: boolean): number[] =>
        people.flatMap((person, at) => (tree.isWithin(person.unit, id) && isLate[at] === late ? [at] : []));
      const log = units.map((id) => release(unitKey(id), within(id, false).length, 'x'));
      const attacker = new Attacker(units.length);
      const isDirect = (place: number, id: (typeof units)[number]): boolean =>
        tree.isWithin(units[place] ?? null, id);
      for (const id of units) {
        const late = within(id, true).length;
        const next = release(unitKey(id), within(id, false).length + late, 'y');
        if (late === 0) continue;
        const verdict =
          releaseVerdict(log, next) ?? familyVerdict(log, [next], (key) => familyPlaceIn(plan, key));
        if (verdict !== null) {
          obstructed++;
          continue;
        }
        released++;
        log.push(next);
        // Both releases together give the sum of the late answers of the group, by the units they came from.
        attacker.learn(units.map((_, place) => (isDirect(place, id) ? 1 : 0)));
      }
      const lateIn = (place: number): number =>
        people.filter(({ unit }, at) => unit === units[place] && isLate[at] === true).length;
      for (const group of attacker.groups()) {
        const size = group.reduce((sum, place) => sum + lateIn(place), 0);
        expect(size === 0 || size >= k, `seed ${seed}: ${size} late answers`).toBe(true);
      }
    }
    expect(released).toBeGreaterThan(400);
    expect(obstructed).toBeGreaterThan(400);
  });
});
