import { describe, expect, it } from 'vitest';
import { unitTree } from '../../../../core/survey/units.ts';
import { unit, unitId } from '../../../units.ts';

const school = unit(1, 'Skola');
const grund = unit(2, 'Grundskola', { parent: 1 });
const care = unit(3, 'Omsorg');
const stab = unit(4, 'Stab', { parent: 3 });

describe('the tree of units', () => {
  it('U-3: keeps units of one name under two parents apart', () => {
    const tree = unitTree([school, care, unit(5, 'Stab', { parent: 1 }), stab]);
    expect(tree.units.map(({ name }) => name)).toEqual(['Skola', 'Stab', 'Omsorg', 'Stab']);
    expect(tree.levelOf(unitId(5))).toBe(2);
    expect(tree.isWithin(unitId(5), unitId(1))).toBe(true);
    expect(tree.isWithin(unitId(5), unitId(3))).toBe(false);
  });

  it('U-4: counts a merged unit, and all under it, as the other', () => {
    const tree = unitTree([
      school,
      grund,
      unit(6, 'SKOLA', { mergedInto: 1 }),
      unit(7, 'Gymnasium', { parent: 6 }),
    ]);
    expect(tree.resolve(unitId(6))).toBe(1);
    expect(tree.parentOf(unitId(7))).toBe(1);
    expect(tree.isWithin(unitId(6), unitId(1))).toBe(true);
    expect(tree.isWithin(unitId(7), unitId(1))).toBe(true);
    expect(tree.units.map(({ id }) => id)).toEqual([1, 2, 7]);
  });

  it('T-4: has everything, and respondents without a unit, within the whole', () => {
    const tree = unitTree([school]);
    expect(tree.isWithin(null, null)).toBe(true);
    expect(tree.isWithin(unitId(1), null)).toBe(true);
    expect(tree.isWithin(null, unitId(1))).toBe(false);
  });

  it('U-4: ends at a ring of merges or parents instead of going round', () => {
    const ring = [unit(1, 'A', { mergedInto: 2 }), unit(2, 'B', { mergedInto: 1 })];
    expect(unitTree(ring).resolve(unitId(1))).toBe(2);
    const parents = [unit(1, 'A', { parent: 2 }), unit(2, 'B', { parent: 1 })];
    expect(unitTree(parents).levelOf(unitId(1))).toBe(2);
  });
});
