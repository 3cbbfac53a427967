import { expect, test } from 'vitest';
import { itemsTable } from '../../../../core/exchange/counts.ts';
import type { Instrument } from '../../../../core/instrument/instrument.ts';
import { smallInstrument } from '../../../instruments.ts';

/** As it was asked another year: with one item more, another name and other places. */
function asked(changes: (instrument: Instrument) => Partial<Instrument>): Instrument {
  const instrument = smallInstrument();
  return { ...instrument, ...changes(instrument) };
}

test('X-11: the table of items holds those of every year that was written, as the newest says of them', () => {
  const newest = asked(({ items }) => ({ items: items.filter(({ code }) => code !== 'c') }));
  const [first] = newest.categories;
  if (first === undefined) throw new Error('The instrument has no categories.');
  const earlier = asked(({ items }) => ({
    items: items.map((item) => ({ ...item, name: { sv: 'Gammalt namn', en: 'Old' }, category: first.code })),
  }));
  const columns = Object.fromEntries(
    itemsTable([newest, earlier]).columns.map(({ name, values }) => [name, values]),
  );
  const places = newest.items.map(({ category }) => category);
  expect(columns['item']).toEqual(['a', 'b', 'd', 'c']);
  expect(columns['name']).toEqual(['a', 'b', 'd', 'Gammalt namn']);
  expect(columns['category']).toEqual([...places, first.code]);
  expect(columns['dimension']?.at(-1)).toBe(first.dimension);
  expect(columns['lowest']).toEqual([1, 1, 1, 1]);
});
