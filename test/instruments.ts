import { readFileSync } from 'node:fs';
import type { Instrument } from '../core/instrument/instrument.ts';
import { instrumentFrom, parseInstrument } from '../core/instrument/instrument.ts';
import type { InstrumentFile } from '../core/instrument/schema.ts';

/** The instrument that ships. */
export const dimios: Instrument = parseInstrument(
  readFileSync(new URL('../resources/instruments/dimios.json', import.meta.url), 'utf8'),
  'dimios.json',
);

/** A small instrument of three items in two categories and two dimensions, with what a test wants other. */
export function smallInstrument(
  changes: Partial<InstrumentFile> = {},
  reversed: readonly string[] = [],
): Instrument {
  const name = (sv: string) => ({ sv, en: sv });
  const item = (code: string) => ({
    code,
    name: name(code),
    definition: `Om ${code}.`,
    aliases: [],
    stems: [],
    reversed: reversed.includes(code),
  });
  return instrumentFrom({
    format: 1,
    code: 'small',
    version: '1',
    name: name('Liten'),
    scale: { min: 1, max: 6, minLabels: ['Inte alls'], maxLabels: ['Helt'] },
    dontKnow: ['Vet ej'],
    roles: [],
    dimensionRule: 'categories',
    dimensions: [
      {
        code: 'up',
        name: name('Upp'),
        axis: 'y',
        categories: [
          { code: 'one', name: name('Ett'), items: [item('a'), item('b')] },
          { code: 'two', name: name('Två'), items: [item('c')] },
        ],
      },
      {
        code: 'along',
        name: name('Längs'),
        axis: 'x',
        categories: [{ code: 'three', name: name('Tre'), items: [item('d')] }],
      },
    ],
    display: { percentDecimals: 0, meanDecimals: 1, rounding: 'half-up' },
    ...changes,
  });
}
