import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { minimumGroup } from '../../../../core/privacy/minimum-group.ts';
import type { YearPlan } from '../../../../core/privacy/plan.ts';
import { planRevision, planYear } from '../../../../core/privacy/plan.ts';
import { yearPlanFromText, yearPlanToText } from '../../../../core/privacy/plan-text.ts';
import { smallInstrument } from '../../../instruments.ts';
import { answersInput, randomFrom, randomMunicipality } from './municipality.ts';

const instrument = smallInstrument();
const shape = {
  firstLevel: 5,
  secondLevel: 3,
  respondents: 14,
  roles: 3,
  alike: 0.2,
  dontKnow: 0.3,
  direct: 0.3,
};
const seeds = Array.from({ length: 40 }, (_, seed) => seed + 1);

function planOf(seed: number): YearPlan {
  const input = answersInput(randomMunicipality(instrument, shape, randomFrom(seed)));
  return planYear(input, input.tree, minimumGroup(5, null));
}

describe('a plan kept as text', () => {
  it.each(seeds)('W-35: is the same plan when it is read (municipality %i)', (seed) => {
    const plan = planOf(seed);
    const { year, tree } = plan;
    const read = yearPlanFromText(yearPlanToText(plan), { year, tree, itemCount: instrument.items.length });
    expect(read).toEqual(plan);
  });

  it.each([
    ['no JSON', 'x'],
    ['other JSON', '{"groups":[]}'],
    ['a sign that is none', yearPlanToText(planOf(1)).replace(/"hidden":"./, '"hidden":"7')],
    ['a sign missing', yearPlanToText(planOf(1)).replace(/"hidden":"./, '"hidden":"')],
  ])('W-35: that is %s is not read', (_, text) => {
    const { year, tree } = planOf(1);
    expect(yearPlanFromText(text, { year, tree, itemCount: instrument.items.length })).toBeNull();
  });

  it('W-35: follows from rules of a known revision', () => {
    const hash = createHash('sha256');
    for (const seed of seeds) hash.update(yearPlanToText(planOf(seed)));
    // When this fails the rules hide other things than before: raise planRevision, so that kept plans are made anew.
    expect({ planRevision, plans: hash.digest('hex') }).toEqual({
      planRevision: 1,
      plans: 'dc000d996e57b25e8db5a8413422745476603712231e6078036ca874ae4f89c0',
    });
  });
});
