import { describe, expect, it } from 'vitest';
import type { CallName, Choice, Inverse, WorkspaceId } from '../../../core/api.ts';
import { firstChoice } from '../../../renderer/app/choice.ts';
import { inverseOf, startSession, takeStep } from '../../../renderer/app/session.ts';
import type { Machine } from '../../../renderer/machine/client.ts';

const choice: Choice = firstChoice({ years: [2022, 2021], units: [], topUnits: [], roles: [] });
const begin = () => startSession('w' as WorkspaceId, choice, { screen: 'overview', params: {} });

/** A machine of which only taking changes back is asked; it answers with the change turned around. */
function machineThat(carryOut: Machine['carryOut']): Machine {
  const unasked = () => Promise.reject(new Error('not asked in this test'));
  return { call: unasked, handIn: unasked, carryOut, listen: () => () => undefined };
}

const label = { sv: 'Ångra namnet', en: 'Undo the name' };

describe('undo', () => {
  it('takes a choice back, and redo takes it again', async () => {
    const session = begin();
    const machine = machineThat(() => Promise.reject(new Error('no change was made')));
    session.store.dispatch({ kind: 'choose', action: { kind: 'measure', measure: 'mean' }, label: 'm' });
    expect(session.store.get().choice.measure).toBe('mean');
    expect(await takeStep(session, machine, 'undo')).toBe('choice');
    expect(session.store.get().choice).toEqual(choice);
    expect(await takeStep(session, machine, 'redo')).toBe('choice');
    expect(session.store.get().choice.measure).toBe('mean');
  });

  it('makes no step of a choice that changes nothing', () => {
    const session = begin();
    session.store.dispatch({ kind: 'choose', action: { kind: 'measure', measure: 'percent' }, label: 'm' });
    expect(session.store.get().steps.done).toEqual([]);
  });

  it('asks the machine to carry out the inverse of a change, and redoes with the inverse of that', async () => {
    const session = begin();
    let name = 'new';
    const asked: [CallName, unknown][] = [];
    const machine = machineThat((call, input) => {
      asked.push([call, input]);
      const back: Inverse = { call: 'data.renameUnit', input: { name }, label };
      name = name === 'new' ? 'old' : 'new';
      return Promise.resolve(back);
    });
    const inverse = inverseOf({ call: 'data.renameUnit', input: { name: 'old' }, label });
    if (inverse === null) throw new Error('a known call gives a way back');
    session.store.dispatch({ kind: 'step', action: { kind: 'did', step: { label: label.sv, inverse } } });

    expect(await takeStep(session, machine, 'undo')).toBe('change');
    expect(session.store.get().steps).toMatchObject({ done: [], undone: [{ label: label.sv }] });
    expect(await takeStep(session, machine, 'redo')).toBe('change');
    expect(asked).toEqual([
      ['data.renameUnit', { name: 'old' }],
      ['data.renameUnit', { name: 'new' }],
    ]);
    expect(session.store.get().steps).toMatchObject({ done: [{ label: label.sv }], undone: [] });
  });

  it('leaves the step where it is when the machine refuses', async () => {
    const session = begin();
    const inverse = inverseOf({ call: 'data.undo', input: {}, label });
    if (inverse === null) throw new Error('a known call gives a way back');
    session.store.dispatch({ kind: 'step', action: { kind: 'did', step: { label: 'x', inverse } } });
    const machine = machineThat(() => Promise.reject(new Error('refused')));
    await expect(takeStep(session, machine, 'undo')).rejects.toThrow('refused');
    expect(session.store.get().steps.done).toHaveLength(1);
    await expect(takeStep(session, machine, 'undo')).rejects.toThrow('refused');
  });

  it('takes one step at a time', async () => {
    const session = begin();
    const inverse = inverseOf({ call: 'data.undo', input: {}, label });
    if (inverse === null) throw new Error('a known call gives a way back');
    for (const step of ['a', 'b'])
      session.store.dispatch({ kind: 'step', action: { kind: 'did', step: { label: step, inverse } } });
    const { promise, resolve } = Promise.withResolvers<Inverse>();
    const machine = machineThat(() => promise);
    const first = takeStep(session, machine, 'undo');
    expect(await takeStep(session, machine, 'undo')).toBeNull();
    resolve(null);
    await first;
    expect(session.store.get().steps.done.map((step) => step.label)).toEqual(['a']);
  });

  it('knows no way back by a call that there is not', () => {
    expect(inverseOf({ call: 'no.such', input: {}, label })).toBeNull();
    expect(inverseOf(null)).toBeNull();
  });

  it('forgets what was undone as soon as something new is done', async () => {
    const session = begin();
    const machine = machineThat(() => Promise.resolve(null));
    session.store.dispatch({ kind: 'choose', action: { kind: 'measure', measure: 'mean' }, label: 'm' });
    await takeStep(session, machine, 'undo');
    session.store.dispatch({ kind: 'choose', action: { kind: 'remove-year', year: 2021 }, label: 'y' });
    expect(session.store.get().steps.undone).toEqual([]);
  });
});

describe('files handed in', () => {
  it('open the import screen and wait there until they are taken', () => {
    const { store } = begin();
    store.dispatch({ kind: 'hand-in', files: [{ fileId: 'f' as never, fileName: 'svar.xlsx' }] });
    expect(store.get().places.now.screen).toBe('import');
    expect(store.get().handedIn).toHaveLength(1);
    store.dispatch({ kind: 'taken' });
    expect(store.get().handedIn).toEqual([]);
  });
});
