import { describe, expect, it } from 'vitest';
import { found } from '../../../renderer/app/found.ts';
import { commandOf } from '../../../renderer/app/keys.ts';
import { createToasts } from '../../../renderer/app/toasts.tsx';
import { scaleOver } from '../../../renderer/shared/scale.ts';
import { nextSorting, sorted } from '../../../renderer/shared/sorting.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('keys', () => {
  it.each([
    ['k', { ctrlKey: true }, false, 'search'],
    ['z', { ctrlKey: true }, false, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, false, 'redo'],
    ['y', { metaKey: true }, false, 'redo'],
    ['ArrowLeft', { altKey: true }, false, 'back'],
    ['3', { ctrlKey: true }, false, { screen: 2 }],
    ['k', { ctrlKey: true }, true, 'search'],
  ])('%s with %o (in a text: %s) is %o', (key, held, inText, command) => {
    expect(commandOf({ ...plain, ...held, key }, inText)).toEqual(command);
  });

  it('leave to a text field what edits text', () => {
    expect(commandOf({ ...plain, ctrlKey: true, key: 'z' }, true)).toBeNull();
    expect(commandOf({ ...plain, altKey: true, key: 'ArrowLeft' }, true)).toBeNull();
  });

  it('do nothing by themselves', () => {
    expect(commandOf({ ...plain, key: 'z' }, false)).toBeNull();
  });
});

describe('the search', () => {
  const thing = (name: string, words = '') => ({ key: name, name, kind: '', words, run: () => undefined });
  const all = [thing('Skugg-IT', 'teknik utan lov'), thing('Jämför'), thing('IT-styrning'), thing('Rykte')];
  const names = (search: string) => found(all, search).map(({ name }) => name);

  it('puts names that begin with what is asked first, then words within names, then other words', () => {
    expect(names('it')).toEqual(['IT-styrning', 'Skugg-IT']);
    expect(names('lov')).toEqual(['Skugg-IT']);
  });

  it('does not mind accents and case', () => {
    expect(names('JAMFOR')).toEqual(['Jämför']);
  });

  it('shows everything in its order where nothing is asked', () => {
    expect(names('')).toEqual(all.map(({ name }) => name));
  });
});

describe('the order of a table', () => {
  const rows = [{ v: 2 }, { v: null }, { v: 10 }, { v: 1 }];

  it('keeps rows without a value last, whichever way', () => {
    expect(sorted(rows, ({ v }) => v).map(({ v }) => v)).toEqual([1, 2, 10, null]);
    expect(sorted(rows, ({ v }) => v, 'descending').map(({ v }) => v)).toEqual([10, 2, 1, null]);
  });

  it('goes up, down, and back to what it was', () => {
    const up = nextSorting(null, 'v');
    const down = nextSorting(up, 'v');
    expect([up?.direction, down?.direction, nextSorting(down, 'v')]).toEqual([
      'ascending',
      'descending',
      null,
    ]);
  });
});

describe('a scale', () => {
  it('holds every value between its ends, with ticks within them', () => {
    const scale = scaleOver([42, 39.5, null, 51]);
    expect(scale?.lowest).toBeLessThan(39.5);
    expect(scale?.highest).toBeGreaterThan(51);
    expect(scale?.ticks.every((tick) => scale.at(tick) >= 0 && scale.at(tick) <= 100)).toBe(true);
    expect(scale?.ticks.length).toBeGreaterThan(1);
  });

  it('stays within 0 and 100, and is not there without a value', () => {
    expect(scaleOver([0, 100])).toMatchObject({ lowest: 0, highest: 100 });
    expect(scaleOver([null])).toBeNull();
  });
});

describe('messages', () => {
  it('are few at a time, the newest kept, and go when they are closed', () => {
    const toasts = createToasts();
    for (const text of ['a', 'b', 'c', 'd'])
      toasts.dispatch({ kind: 'show', toast: { kind: 'done', text, action: null } });
    expect(toasts.get().toasts.map(({ text }) => text)).toEqual(['b', 'c', 'd']);
    toasts.dispatch({ kind: 'hide', id: toasts.get().toasts[0]?.id ?? 0 });
    expect(toasts.get().toasts.map(({ text }) => text)).toEqual(['c', 'd']);
  });
});
