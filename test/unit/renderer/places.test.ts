import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaceAction } from '../../../renderer/app/places.ts';
import { reducePlaces, startAt } from '../../../renderer/app/places.ts';

const start = startAt({ screen: 'overview', params: {} });
const go = (screen: string, params = {}): PlaceAction => ({ kind: 'go', to: { screen, params } });

describe('places', () => {
  it('lead back and forward again', () => {
    const there = reducePlaces(reducePlaces(start, go('quadrant')), go('categories', { item: 'rykte' }));
    const back = reducePlaces(there, { kind: 'back' });
    expect(back.now.screen).toBe('quadrant');
    expect(reducePlaces(back, { kind: 'forward' })).toEqual(there);
  });

  it('make no step of standing still', () => {
    expect(reducePlaces(start, go('overview'))).toBe(start);
  });

  it('make no step of moving a selection', () => {
    const moved = reducePlaces(reducePlaces(start, go('categories')), {
      kind: 'refine',
      params: { item: 'rykte' },
    });
    expect(moved.now.params).toEqual({ item: 'rykte' });
    expect(reducePlaces(moved, { kind: 'back' }).now).toEqual(start.now);
  });

  it('have nothing ahead once another way is taken', () => {
    const back = reducePlaces(reducePlaces(start, go('quadrant')), { kind: 'back' });
    expect(reducePlaces(back, go('compare')).future).toEqual([]);
  });

  it('give the same place after going back and forward from anywhere', () => {
    const actions = fc.array(
      fc.constantFrom('a', 'b', 'c').map((screen) => go(screen)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(actions, (all) => {
        const places = all.reduce(reducePlaces, start);
        const back = reducePlaces(places, { kind: 'back' });
        expect(back === places ? places : reducePlaces(back, { kind: 'forward' })).toEqual(places);
      }),
    );
  });
});
