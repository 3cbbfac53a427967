import type { DataTable } from '../data-table.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { ExchangeFile } from './file.ts';
import { sharedItems } from './file.ts';

/** How "vet ej" stands in a column of values. */
export const dontKnowValue = 'vet ej';

/** How many gave an answer: a value of the scale, or {@link dontKnowValue}. */
export interface ItemCount {
  readonly year: number;
  readonly municipality: string;
  readonly item: string;
  readonly value: string;
  readonly count: number;
}

/**
 * The counts of what a municipality shares of a year, a line for each item and value, also where nobody gave it. An
 * item that is withheld has no line. High is always mature: answers have been turned.
 */
export function itemCounts(file: ExchangeFile): ItemCount[] {
  const { year, municipality, instrument } = file;
  return sharedItems(file).flatMap(({ code: item, counts, dontKnow }) => [
    ...counts.map((count, point) => ({
      year,
      municipality,
      item,
      value: String(instrument.scale.min + point),
      count,
    })),
    { year, municipality, item, value: dontKnowValue, count: dontKnow },
  ]);
}

/** Counts of any number of municipalities and years as one long table. */
export function countsTable(counts: readonly ItemCount[]): DataTable {
  return {
    columns: [
      { name: 'year', type: 'whole-number', values: counts.map(({ year }) => year) },
      { name: 'municipality', type: 'text', values: counts.map(({ municipality }) => municipality) },
      { name: 'item', type: 'text', values: counts.map(({ item }) => item) },
      { name: 'value', type: 'text', values: counts.map(({ value }) => value) },
      { name: 'count', type: 'whole-number', values: counts.map(({ count }) => count) },
    ],
  };
}

/**
 * What a program that scores the counts must know of the items: a line for each, in the order of the first instrument that
 * has it. Of one that several have, it is what the first says.
 */
export function itemsTable(instruments: readonly Instrument[]): DataTable {
  const lines = instruments.flatMap(({ categories, items, scale }) =>
    items.map(({ code, name, category }) => ({
      code,
      name: name.sv,
      category,
      dimension: categories.find((own) => own.code === category)?.dimension ?? null,
      scale,
    })),
  );
  const items = [...Map.groupBy(lines, ({ code }) => code).values()].flatMap(([first]) => first ?? []);
  return {
    columns: [
      { name: 'item', type: 'text', values: items.map(({ code }) => code) },
      { name: 'name', type: 'text', values: items.map(({ name }) => name) },
      { name: 'category', type: 'text', values: items.map(({ category }) => category) },
      { name: 'dimension', type: 'text', values: items.map(({ dimension }) => dimension) },
      { name: 'lowest', type: 'whole-number', values: items.map(({ scale }) => scale.min) },
      { name: 'highest', type: 'whole-number', values: items.map(({ scale }) => scale.max) },
    ],
  };
}
